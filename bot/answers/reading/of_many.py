"""Is a question one over several postings: a comparison, which, how many, the highest, the most frequent, the median?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.question import Kind, Question
from bot.answers.reading.cues import has
from bot.answers.reading.phrases import Naming

_MEASURED = {
    "salary", "deadline", "experience", "posted", "starts", "hours", "company_size", "office_days", "duration",
}  # fmt: skip
_AVERAGED = {"salary", "experience", "hours", "company_size"}
_RANKED = {"skills", "benefits", "languages", "locations", "employment_type", "seniority", "work_mode", "industry"}
# What a superlative may be about although another word than a field's name says so.
_MEANT = (
    ("company_size", r"\b(?:biggest|largest|smallest) (?:company|employer|firm|organisation|organization|team)\b"),
    ("duration", r"\b(?:shortest|longest) (?:contract|job|placement|internship|role|assignment)\b"),
    (
        "posted",
        r"\b(?:newest|oldest|most recent|latest) (?:posting|ad|advert|job|one|listing|posted)s?\b|^(?:newest|oldest)$",
    ),
    ("hours", r"\b(?:most|fewest|longest|shortest|least) hours\b"),
    ("experience", r"\b(?:most|least|fewest) (?:years?|experienced?)\b"),
    ("starts", r"\bstarts? (?:first|last|earliest|soonest|the earliest)\b"),
)
# Ordering that no figure of a posting gives: no other question is answered instead.
_UNMEASURED = re.compile(
    r"\b(?:best|highest|lowest|biggest|most|least|worst|better|nicest|easiest|coolest|smallest|largest)\b"
)
_OTHERS = re.compile(
    r"\b(?:other|similar|related|more) (?:\w+ )?(?:jobs|roles|postings|openings|positions|vacancies)\b"
)
_LISTING = re.compile(
    r"^(?:please )?(?:list|show|give|tell|name|see)\b(?: me)?(?: (?:all|the|every|them|each|of|job|jobs|postings?|titles?|names?|ones|roles|positions|everything|there|is|you|have|your))*$"
    r"|^(?:all|everything|all of them|all jobs|all postings|which (?:jobs|postings|roles|ones|positions|vacancies|companies|employers)(?: (?:are|do you have|have you got|there|these|those|they|is it|here))*|what jobs(?: are)?(?: there)?(?: do you have)?|what is there|what do you have|what have you got)$"
)
_PAYING = re.compile(r"\bpays?\b|\bpaid\b|\bpaying\b")
_CLOSING = re.compile(r"\bclos(?:e|es|ing)\b|\bexpires?\b")
_LEAVE = "annual_leave"
_BETTER = re.compile(
    r"^(?:which|who|what|where)\b.*\b(?:better|more|less|sooner|earlier|longer|higher|lower)\b(?! than)"
)
_AT_LEAST = re.compile(r"\bat (?:least|most)\b")
_ALL = re.compile(
    r"^how many(?: (?:jobs|postings|roles|positions|ones|vacancies|are|there|in|all|total|do|you|have|of|them))*$"
)
# Words that compare postings for certain; "minimum pay" and "first day" may be about one.
_FIRM = re.compile(
    r"\b(?:highest|lowest|most|least|best|worst|earliest|latest|soonest|biggest|smallest|longest|shortest|newest|oldest|fewest|nearest|cheapest|closes? last|starts? last|last to close"
    r"|first|next|hochste\w*|niedrigste\w*|meiste\w*|hoogste|laagste|meeste|mayor|menor|le plus|le moins)\b"
)


def read_of_many(question: Question, found: Sequence[Naming]) -> Question | None:
    """The question as one over several postings, or None when it is about one."""
    line = question.line
    if has("why", line):
        return replace(question, kind=Kind.WHY)
    if _compares(question, found):
        return replace(question, kind=Kind.COMPARE, topic=_compared(found))
    if has("ranking", line) and not _named(found, {"salary", "deadline"}):
        return replace(question, kind=Kind.RANKING, topic=_named(found, _RANKED) or _ranked_benefits(found) or "skills")
    if has("median", line) and (measured := _named(found, _AVERAGED) or _leave(found)):
        return replace(question, kind=Kind.MEDIAN, topic=measured)
    if _LISTING.search(line) and not question.postings:
        return replace(question, kind=Kind.WHICH, whole=True)
    many = has("many", line) and not question.postings and not _OTHERS.search(line)
    extreme = _extreme(question, found, many=many)
    if extreme:
        low = has("low", line) and not has("rising", line)
        return replace(question, kind=Kind.EXTREME, topic=extreme, direction="low" if low else "high")
    if many and not (has("this_one", line) and not has("pointing", line)):
        return _chosen(question, found)
    return None


def _chosen(question: Question, found: Sequence[Naming]) -> Question:
    """Which, or how many; unknown where a superlative asks for an order that no figure gives."""
    line = _AT_LEAST.sub(" ", question.line)
    if _UNMEASURED.search(line) and not has("pointing", line):
        return replace(question, kind=Kind.UNKNOWN)
    kind = Kind.COUNT if has("count", line) else Kind.WHICH
    return replace(question, kind=kind, topic=_named(found, None), whole=_ALL.search(line) is not None)


def _leave(found: Sequence[Naming]) -> str:
    return _LEAVE if any(naming.name == _LEAVE for naming in found) else ""


def _ranked_benefits(found: Sequence[Naming]) -> str:
    return "benefits" if any(naming.table == "benefits" for naming in found) else ""


def _compares(question: Question, found: Sequence[Naming]) -> bool:
    if has("compare", question.line):
        return True
    if re.search(r" or (?!more\b|less\b|fewer\b|longer\b|better\b)", question.line) and _BETTER.search(question.line):
        return True
    if len(question.postings) < 2:
        return False
    return not found or has("better", question.line)


def _compared(found: Sequence[Naming]) -> str:
    """The field or the kind of benefit that alone is to be compared; "" for all."""
    return next((naming.name for naming in found if naming.table in ("fields", "benefits")), "")


def _extreme(question: Question, found: Sequence[Naming], *, many: bool) -> str:
    """What is to be the highest or lowest; "" when nothing is."""
    line = _AT_LEAST.sub(" ", question.line)
    if not (has("high", line) or has("low", line)) or question.postings:
        return ""
    if has("this_one", line) and not many:
        return ""
    if _starts_early(line) or (not many and not _FIRM.search(line)):
        return ""
    meant = next((topic for topic, pattern in _MEANT if re.search(pattern, line)), "")
    named = meant or _named(found, _MEASURED)
    if named:
        return named
    if _leave(found):
        return _LEAVE
    if _PAYING.search(line):
        return "salary"
    return "deadline" if _CLOSING.search(line) else ""


def _starts_early(line: str) -> bool:
    """Whether "first" and the like speak of a day or a year of one job ("from the first day", "at least 2 years")."""
    return re.search(
        r"\blatest (?:date|day|time)\b|\bfirst (?:day|week|month|year)s?\b|\bat (?:least|most)\b|\b(?:minimum|max|maximum|top)\b(?! (?:pay|salary))",
        line,
    ) is not None and not re.search(r"\bwhich\b|\bwho\b", line)


def _named(found: Sequence[Naming], only: set[str] | None) -> str:
    return next(
        (naming.name for naming in found if naming.table == "fields" and (only is None or naming.name in only)), ""
    )
