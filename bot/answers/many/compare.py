"""How do two to five postings differ? Field by field, silences included, unlike units marked."""

from collections.abc import Sequence

from bot.answers.drafts import Draft, quoted
from bot.answers.question import Question
from bot.model import wording
from bot.model.answer import Status
from bot.model.evidence import Found
from bot.model.posting import Posting
from bot.model.stored import StoredPosting
from bot.model.vocabulary import BenefitKind, Strength

MOST = 5
# One value of so many postings can be read at a glance.
MOST_LISTED = 12
_ROWS = ("salary", "locations", "work_mode", "employment_type", "experience", "deadline", "requirements", "benefits")
_NOT_STATED = "not stated"
_KINDS = frozenset(kind.value for kind in BenefitKind) - {"bonus", "equity"}


def answer_compare(postings: Sequence[StoredPosting], topic: str) -> Draft:
    """The postings side by side: one row per field, one line per posting; only the topic's row when one is named."""
    if len(postings) < 2:
        return Draft(
            Status.NOT_UNDERSTOOD, "Which postings shall I compare? Name two to five, such as: compare #1 and #2."
        )
    chosen = postings[:MOST]
    lines = ["Comparing " + " with ".join(f"#{stored.id} {stored.name}" for stored in chosen)]
    rows = (topic,) if topic else _ROWS
    for field in rows:
        lines.append(f"{wording.spaced(field).capitalize()}{_unlike(chosen, field)}:")
        lines += [f"• #{stored.id}: {shown(stored.posting, field)}" for stored in chosen]
    proof = tuple(
        quotation
        for stored in chosen
        for field in rows
        for found in _shown_values(stored.posting, field)
        for quotation in quoted(stored, found.evidence[:1])
    )
    return Draft(Status.ANSWERED, "\n".join(lines), proof, tuple(stored.id for stored in chosen))


def answer_each(postings: Sequence[StoredPosting], question: Question) -> Draft:
    """What each of a few postings says about the one thing asked, silences included."""
    field = question.topic
    lines = [f"{wording.spaced(field).capitalize()}{_unlike(postings, field)}:"]
    lines += [f"• #{stored.id} {stored.name}: {shown(stored.posting, field)}" for stored in postings]
    stating = [(stored, found) for stored in postings for found in _shown_values(stored.posting, field)]
    proof = tuple(quotation for stored, found in stating for quotation in quoted(stored, found.evidence[:1]))
    ids = tuple(dict.fromkeys(stored.id for stored, _ in stating))
    return Draft(Status.ANSWERED if stating else Status.NOT_STATED, "\n".join(lines), proof, ids)


def _shown_values(posting: Posting, field: str) -> tuple[Found[object], ...]:
    if field in _KINDS:
        return tuple(found for found in posting.benefits if found.value.kind.value == field)
    return posting.found(field)[:1]


def _unlike(postings: Sequence[StoredPosting], field: str) -> str:
    """A mark where the values cannot be set against each other."""
    if field != "salary":
        return ""
    pays = [stored.posting.salary.value for stored in postings if stored.posting.salary]
    unlike = []
    if len({pay.currency for pay in pays}) > 1:
        unlike.append("currencies")
    if len({pay.period for pay in pays}) > 1:
        unlike.append("periods")
    if len({pay.estimated for pay in pays}) > 1:
        unlike.append("estimate and statement")
    return f" (unlike {', '.join(unlike)})" if unlike else ""


def shown(posting: Posting, field: str) -> str:
    """A field in a few words, or "not stated"."""
    if field in _KINDS:
        offered = [found.value.text for found in posting.benefits if found.value.kind.value == field]
        return "; ".join(offered) or _NOT_STATED
    if not posting.found(field):
        return _NOT_STATED
    if field == "salary" and posting.salary:
        return wording.salary(posting.salary.value)
    if field == "experience" and posting.experience:
        return wording.experience(posting.experience.value)
    if field == "requirements":
        musts = sum(1 for found in posting.requirements if found.value.strength is Strength.MUST)
        return f"{musts} must, {len(posting.requirements) - musts} nice to have"
    if field == "benefits":
        kinds = dict.fromkeys(
            wording.spaced(found.value.kind.value) for found in posting.benefits if found.value.offered
        )
        return ", ".join(kinds) or _NOT_STATED
    return "; ".join(wording.spaced(str(_plain(found.value))) for found in posting.found(field)[:5])


def _plain(value: object) -> object:
    for name in ("language", "text"):
        if hasattr(value, name):
            return getattr(value, name)
    return value if isinstance(value, str) else str(value)
