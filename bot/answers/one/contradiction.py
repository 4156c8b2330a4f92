"""What is said where a posting contradicts itself on a field? Both sides, or the one that its sentence denies."""

from bot.answers.drafts import Draft, quoted, stated
from bot.answers.one.denial import denied
from bot.answers.one.page import sentence_around, words_of
from bot.answers.scope import proofs
from bot.model import wording
from bot.model.answer import Status
from bot.model.stored import StoredPosting
from bot.model.vocabulary import WorkMode

_SHORT_LINE = 24


def answer_conflict(stored: StoredPosting, field: str) -> Draft:
    """Both sides of a contradiction, quoted."""
    return _refused(stored, field) or _conflict(stored, field)


def _refused(stored: StoredPosting, field: str) -> Draft | None:
    """The side of a contradiction that its sentence denies ("no remote work" beside "on site"); None without one."""
    conflict = stored.posting.conflict(field)
    sides = conflict.values if conflict and field == "work_mode" else ()
    for value in sides:
        if value.value != WorkMode.REMOTE or any(each.value != WorkMode.ONSITE for each in sides if each is not value):
            continue
        around = sentence_around(stored, value.evidence[0])
        if len(around.words.split()) <= _SHORT_LINE and denied(around.words, words_of(value.words)[-1]):
            return stated(stored, f"No. The posting says: “{' '.join(around.words.split())}”", (around,))
    return None


def _conflict(stored: StoredPosting, field: str) -> Draft:
    conflict = stored.posting.conflict(field)
    values = conflict.values if conflict else ()
    said = " and ".join(f"“{' '.join(value.words.split())}”" for value in values[:3])
    text = f"The posting contradicts itself on {wording.spaced(field)}: it says {said}."
    return Draft(Status.CONFLICT, text, quoted(stored, proofs(values)), (stored.id,))
