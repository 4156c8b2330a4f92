"""What is a posting in short? At a glance, or only what it asks for or offers, grouped by kind."""

from collections.abc import Iterator

from bot.answers.drafts import Draft, stated
from bot.answers.one.silence import not_stated
from bot.answers.question import Question
from bot.answers.scope import proofs
from bot.model import wording
from bot.model.posting import Posting
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Strength

_GLANCE = ("title", "locations", "salary", "requirements", "benefits", "deadline")
_NAMED = 4


def answer_summary(stored: StoredPosting, question: Question) -> Draft:
    """The summary that the question names: "requirements", "benefits", or the whole posting in five lines."""
    if question.topic in ("requirements", "benefits"):
        found = stored.posting.found(question.topic)
        if not found:
            return not_stated(stored, question.topic)
        lines = _requirements(stored.posting) if question.topic == "requirements" else _benefits(stored.posting)
        return stated(stored, "\n".join(lines), proofs(found))
    fields = [found for field in _GLANCE for found in stored.posting.found(field)[:1]]
    return stated(stored, "\n".join(_glance(stored)), proofs(fields))


def _glance(stored: StoredPosting) -> Iterator[str]:
    posting = stored.posting
    yield stored.name
    yield f"Place: {wording.place(posting)}"
    yield f"Pay: {wording.salary(posting.salary.value) if posting.salary else 'not stated'}"
    musts = [found.value.text for found in posting.requirements if found.value.strength is Strength.MUST]
    yield f"Asks: {_few(musts)}"
    yield f"Offers: {_few([found.value.text for found in posting.benefits if found.value.offered])}"
    yield f"Deadline: {posting.deadline.value if posting.deadline else 'not stated'}"


def _few(texts: list[str]) -> str:
    more = f" (+{len(texts) - 2} more)" if len(texts) > 2 else ""
    return "; ".join(text.rstrip(".") for text in texts[:2]) + more if texts else "not stated"


def _requirements(posting: Posting) -> Iterator[str]:
    for strength, heading in ((Strength.MUST, "Must have"), (Strength.NICE, "Nice to have")):
        asked = [found.value for found in posting.requirements if found.value.strength is strength]
        if not asked:
            continue
        yield f"{heading} ({len(asked)})"
        for kind in dict.fromkeys(each.kind for each in asked):
            texts = [each.text.rstrip(".") for each in asked if each.kind is kind]
            yield f"• {wording.spaced(kind.value)}: {'; '.join(texts)}"


def _benefits(posting: Posting) -> Iterator[str]:
    offered = [found.value for found in posting.benefits if found.value.offered]
    refused = [found.value for found in posting.benefits if not found.value.offered]
    for kind in dict.fromkeys(each.kind for each in offered):
        texts = [each.text.rstrip(".") for each in offered if each.kind is kind]
        yield f"• {wording.spaced(kind.value)}: {'; '.join(texts)}"
    if refused:
        yield "Not offered: " + "; ".join(each.text.rstrip(".") for each in refused)
