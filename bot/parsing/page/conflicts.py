"""Where does a page contradict itself? Statements of one field that cannot all be true, each with its words.

Two ways to say the same, or a place and a second place, are no contradiction.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.model.evidence import Found
from bot.model.posting import Conflict, Experience, Salary
from bot.model.vocabulary import EmploymentType, Seniority, Sponsorship, WorkMode
from bot.parsing.pay.salary import OF_ONE_LEVEL
from bot.parsing.role.employment_type import contradicting

_SAME_SIZE = 0.5
_LOOSE = frozenset({"seniority.said", "seniority.tag"})
# What stands between two sides of a choice, in one line or in two of a list.
_CHOICE = re.compile(
    r"[^\n]{0,60}(?:\b(?:or|oder|ou|of|o|with|no|not)\b|[/(])[^\n]{0,40}|\n{1,2}\W{0,4}(?:or|oder|ou|of|o)\b[^\n]{0,30}",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_PLAIN_HOURS = re.compile(
    r"(?P<figure>[1-9]\d(?:[.,]\d{1,2})?)[ -]?(?:(?:hours?|hrs?\.?|std\.?|stunden|heures|uur|horas)|h(?=\s?/|\s\w))"
    r"(?:\s?(?:per|a|/|each|pro|die|par|in der|por|à la|al?)\s?(?:week|wk|woche|semaine|semana)| weekly| wöchentlich| semanales)?",
    re.IGNORECASE,
)

Statements = Mapping[str, tuple[Found[Any], ...]]


def find_conflicts(said: Statements, page: str) -> tuple[Conflict, ...]:
    """The contradictions among the statements of each field, which stand in the order of trust; `page` is the raw text."""
    return tuple(conflict for conflict in _conflicts(said, page) if conflict is not None)


def _conflicts(said: Statements, page: str) -> Iterator[Conflict | None]:
    yield _differing("work_mode", _modes(said["work_mode"], page))
    yield _exclusive(said["employment_type"])
    yield _differing("seniority", _levels(said["seniority"]))
    yield _differing("experience", _general(said["experience"]))
    yield _differing("salary", _comparable(said["salary"]))
    yield _differing("deadline", tuple(each for each in said["deadline"] if each.value[:2] in ("19", "20")))
    yield _differing("starts", _days(said["starts"]))
    yield _differing("hours", _weekly(said["hours"]))
    yield _differing("sponsorship", _firm(said["sponsorship"]))


def _differing(field: str, found: tuple[Found[Any], ...]) -> Conflict | None:
    distinct: list[Found[Any]] = []
    for each in found:
        if all(each.value != other.value for other in distinct):
            distinct.append(each)
    return Conflict(field=field, values=tuple(distinct)) if len(distinct) > 1 else None


def _modes(found: tuple[Found[WorkMode], ...], page: str) -> tuple[Found[WorkMode], ...]:
    """Hybrid work has days of both kinds, so beside "hybrid" the days themselves contradict nothing.

    The bare word "remote" beside another statement is too weak to contradict it: cabins and teams are remote, too.
    """
    found = found[:1] + tuple(
        each for each in found[1:] if each.quote.lower() != "remote" and not _chosen(page, found[0], each)
    )
    if any(each.value is WorkMode.HYBRID for each in found[:1]):
        return tuple(each for each in found if each.value is not WorkMode.REMOTE or "fully" in each.words.lower())
    return found


def _chosen(page: str, first: Found[Any], other: Found[Any]) -> bool:
    """Whether two statements are a choice: "remote or on site in Tokyo", "on site (no fully remote option)"."""
    left, right = sorted((first.evidence[0], other.evidence[0]), key=lambda each: each.start)
    return _CHOICE.fullmatch(page, left.stop, max(left.stop, right.start)) is not None


def _levels(found: tuple[Found[Any], ...]) -> tuple[Found[Any], ...]:
    """Sentences and tags speak loosely of levels, and boards file every role under "mid-senior"; the rest is held together."""
    return tuple(each for each in found if each.rule not in _LOOSE and each.value is not Seniority.MID)


def _general(found: tuple[Found[Experience], ...]) -> tuple[Found[Experience], ...]:
    """Years for single skills differ by nature; chips and labels are what may contradict."""
    return tuple(each for each in found if each.rule == "experience.chip")


def _days(found: tuple[Found[str], ...]) -> tuple[Found[str], ...]:
    """Whole dates on which the job begins; a month contains its days, and "as soon as possible" any of them."""
    return tuple(each for each in found if _DAY.fullmatch(each.value))


def _weekly(found: tuple[Found[str], ...]) -> tuple[Found[str], ...]:
    """The hours where the page gives one plain figure for the week, and then another; ranges and bounds leave room for both.

    Each figure stands once, in its first words.
    """
    first: dict[float, Found[str]] = {}
    for each in found:
        if match := _PLAIN_HOURS.fullmatch(each.value):
            first.setdefault(float(match["figure"].replace(",", ".")), each)
    return tuple(first.values()) if found and found[0] in first.values() else ()


def _firm(found: tuple[Found[Sponsorship], ...]) -> tuple[Found[Sponsorship], ...]:
    """An offer and a refusal; a licence to sponsor is no offer, and a condition contradicts neither."""
    return tuple(
        each
        for each in found
        if each.value is not Sponsorship.CASE_BY_CASE and not re.search("licen|certificate", each.quote, re.IGNORECASE)
    )


def _comparable(found: tuple[Found[Salary], ...]) -> tuple[Found[Salary], ...]:
    """The employer's own figure with those that cannot be true beside it: of its currency and period, and apart from it.

    Much smaller sums are paid for something else; single figures, and several of them, are steps of a scale.
    """
    ranges = [each for each in found if not each.value.estimated and each.value.min != each.value.max]
    own = [each for each in ranges if each.rule != OF_ONE_LEVEL]
    return (own[0], *(each for each in own[1:] if _contradicts(own[0].value, each.value))) if own else ()


def _contradicts(first: Salary, other: Salary) -> bool:
    if first.currency != other.currency or (first.period and other.period and first.period != other.period):
        return False
    low, high = _bounds(first)
    least, most = _bounds(other)
    # Ranges that overlap without one inside the other are two answers to one question.
    inside = (low <= least and most <= high) or (least <= low and high <= most)
    ranges = low < high and least < most
    apart = most < low or high < least or (ranges and not inside)
    return apart and most >= low * _SAME_SIZE and least * _SAME_SIZE <= high


def _bounds(salary: Salary) -> tuple[float, float]:
    low = salary.max if salary.min is None else salary.min
    return low or 0.0, salary.top or 0.0


def _exclusive(found: tuple[Found[EmploymentType], ...]) -> Conflict | None:
    pair = contradicting(found)
    return Conflict(field="employment_type", values=pair) if pair else None
