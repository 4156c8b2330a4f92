"""By which figure are postings ordered? A unit and a value per posting; unlike units are never set against each other."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answers.many.on_numbers import day_of, leave_of
from bot.answers.nouns import NOUNS
from bot.model import wording
from bot.model.evidence import Evidence, Found
from bot.model.posting import Experience, OfficeDays, Salary
from bot.model.stored import StoredPosting
from bot.model.vocabulary import DayKind
from bot.text.tokens import fold

Measured = tuple[str, float]
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_LARGE = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+|\d+")
_SPAN = re.compile(
    r"(\d+(?:\.\d+)?|one|two|three|four|five|six|nine|twelve|eighteen)[\s-]?(years?|jahre?|ans?|jaar|anos?|months?|monate?n?|mois|maanden|mes(?:es)?|weeks?|wochen|semaines?|weken|semanas?)\b"
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12, "eighteen": 18}
# By the first letter of the unit in any of the five languages: years, months, weeks.
_MONTHS = {"y": 12.0, "j": 12.0, "a": 12.0, "m": 1.0, "w": 7 / 30.4, "s": 7 / 30.4}


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured: its name in a sentence, what the two ends are called, and how."""

    noun: str
    highest: str
    lowest: str
    of: Callable[[StoredPosting], Measured | None]
    found: Callable[[StoredPosting], Sequence[Found[object]]]


def _pay(stored: StoredPosting) -> Measured | None:
    salary = stored.posting.salary
    if salary is None or salary.value.top is None:
        return None
    pay = salary.value
    return wording.unit(pay.currency, pay.period), float(pay.top or 0)


def _day(name: str) -> Callable[[StoredPosting], Measured | None]:
    def of(stored: StoredPosting) -> Measured | None:
        found: Found[str] | None = getattr(stored.posting, name)
        day = day_of(found.value) if found else None
        return ("date", float(day.toordinal())) if day else None

    return of


def _years(stored: StoredPosting) -> Measured | None:
    found = stored.posting.experience
    return None if found is None or found.value.min_years is None else ("years", float(found.value.min_years))


def _hours(stored: StoredPosting) -> Measured | None:
    number = _NUMBER.search(stored.posting.hours.value) if stored.posting.hours else None
    return ("hours", float(number.group().replace(",", "."))) if number else None


def _leave(stored: StoredPosting) -> Measured | None:
    found = leave_of(stored)
    return (found.value.amount.unit, float(found.value.amount.number)) if found and found.value.amount else None


def _size(stored: StoredPosting) -> Measured | None:
    """The greatest figure of the size stated: "200-500" is at most 500."""
    found = stored.posting.company_size
    figures = [float(re.sub(r"[.,\s]", "", each)) for each in _LARGE.findall(found.value)] if found else []
    return ("people", max(figures)) if figures else None


def _days(stored: StoredPosting) -> Measured | None:
    found = stored.posting.office_days
    if found is None:
        return None
    return f"days a {found.value.per} {'in the office' if found.value.kind is DayKind.OFFICE else 'remote'}", float(
        found.value.days
    )


def _months(stored: StoredPosting) -> Measured | None:
    """The length in months; years and weeks are months too."""
    found = stored.posting.duration
    parts = _SPAN.findall(fold(found.value)) if found else []
    if not parts:
        return None
    return "months", sum(float(_WORDS.get(figure) or figure) * _MONTHS[unit[0]] for figure, unit in parts)


def _field(name: str) -> Callable[[StoredPosting], Sequence[Found[object]]]:
    return lambda stored: stored.posting.found(name)


def _found_leave(stored: StoredPosting) -> Sequence[Found[object]]:
    found = leave_of(stored)
    return (found,) if found else ()


def _stated(name: str, highest: str, lowest: str, of: Callable[[StoredPosting], Measured | None]) -> Measure:
    return Measure(NOUNS[name], highest, lowest, of, _field(name))


MEASURES: Mapping[str, Measure] = {
    "salary": _stated("salary", "highest pay", "lowest pay", _pay),
    "deadline": _stated("deadline", "latest deadline", "earliest deadline", _day("deadline")),
    "experience": _stated("experience", "most experience asked for", "least experience asked for", _years),
    "posted": _stated("posted", "most recently posted", "longest posted", _day("posted")),
    "starts": _stated("starts", "latest start", "earliest start", _day("starts")),
    "hours": _stated("hours", "most hours", "fewest hours", _hours),
    "company_size": _stated("company_size", "largest company", "smallest company", _size),
    "office_days": _stated("office_days", "most days", "fewest days", _days),
    "duration": _stated("duration", "longest contract", "shortest contract", _months),
    "annual_leave": Measure("annual leave", "most annual leave", "least annual leave", _leave, _found_leave),
}


@dataclass(slots=True)
class Groups:
    """Postings with their values by unit, the unit of most postings first; `silent` state no figure."""

    units: dict[str, list[tuple[float, StoredPosting]]] = field(default_factory=lambda: defaultdict(list))
    silent: list[StoredPosting] = field(default_factory=list)

    def ordered(self) -> list[tuple[str, list[tuple[float, StoredPosting]]]]:
        """Each unit with its entries: the more entries first, then by name."""
        return sorted(self.units.items(), key=lambda item: (-len(item[1]), item[0]))


def grouped(postings: Sequence[StoredPosting], measure: Measure) -> Groups:
    """The postings by the unit of their figure."""
    groups = Groups()
    for stored in postings:
        measured = measure.of(stored)
        if measured is None:
            groups.silent.append(stored)
        else:
            groups.units[measured[0]].append((measured[1], stored))
    return groups


def shown(stored: StoredPosting, measure: Measure) -> str:
    """The value as the posting states it."""
    found = measure.found(stored)
    value = found[0].value if found else None
    if isinstance(value, Salary):
        return wording.salary(value)
    if isinstance(value, Experience):
        return wording.experience(value)
    if isinstance(value, OfficeDays):
        return wording.office_days(value)
    return str(getattr(value, "text", value))


def proof(stored: StoredPosting, measure: Measure) -> tuple[Evidence, ...]:
    """The words that state the figure."""
    found = measure.found(stored)
    return found[0].evidence[:1] if found else ()
