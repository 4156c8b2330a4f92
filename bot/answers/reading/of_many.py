"""Is a question one over several postings: a comparison, which, how many, the highest, the most frequent, the median?"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.question import Kind, Question
from bot.answers.reading.cues import has
from bot.answers.reading.phrases import Naming

_MEASURED = {"salary", "deadline", "experience", "posted", "starts", "hours"}
_AVERAGED = {"salary", "experience"}
_RANKED = {"skills", "benefits", "languages", "locations"}
_PAYING = re.compile(r"\bpays?\b|\bpaid\b|\bpaying\b")
_CLOSING = re.compile(r"\bclos(?:e|es|ing)\b|\bexpires?\b")
_LEAVE = "annual_leave"
# Words that compare postings for certain; "minimum pay" and "first day" may be about one.
_FIRM = re.compile(
    r"\b(?:highest|lowest|most|least|best|worst|earliest|latest|soonest|biggest|smallest|longest|shortest|newest|oldest|fewest|nearest|cheapest"
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
        return replace(question, kind=Kind.RANKING, topic=_named(found, _RANKED) or "skills")
    if has("median", line) and (measured := _named(found, _AVERAGED)):
        return replace(question, kind=Kind.MEDIAN, topic=measured)
    many = has("many", line) and not question.postings
    extreme = _extreme(question, found, many=many)
    if extreme:
        low = has("low", line) and not has("rising", line)
        return replace(question, kind=Kind.EXTREME, topic=extreme, direction="low" if low else "high")
    if many and not (has("this_one", line) and not has("pointing", line)):
        return replace(question, kind=Kind.COUNT if has("count", line) else Kind.WHICH, topic=_named(found, None))
    return None


def _compares(question: Question, found: Sequence[Naming]) -> bool:
    if has("compare", question.line):
        return True
    if len(question.postings) < 2:
        return False
    return not found or has("better", question.line)


def _compared(found: Sequence[Naming]) -> str:
    """The field or the kind of benefit that alone is to be compared; "" for all."""
    return next((naming.name for naming in found if naming.table in ("fields", "benefits")), "")


def _extreme(question: Question, found: Sequence[Naming], *, many: bool) -> str:
    """What is to be the highest or lowest; "" when nothing is."""
    line = question.line
    if not (has("high", line) or has("low", line)) or question.postings:
        return ""
    if has("this_one", line) and not many:
        return ""
    if _starts_early(line) or (not many and not _FIRM.search(line)):
        return ""
    named = _named(found, _MEASURED)
    if named:
        return named
    if any(naming.name == _LEAVE for naming in found) and (many or has("rising", line)):
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
