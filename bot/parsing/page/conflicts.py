"""Where does a page contradict itself? Statements of one field that cannot all be true, each with its words.

Two ways to say the same, or a place and a second place, are no contradiction.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.model.evidence import Found
from bot.model.posting import Conflict, Experience, Salary
from bot.model.vocabulary import EmploymentType, WorkMode

_EXCLUSIVE = (
    (EmploymentType.PERMANENT, EmploymentType.FIXED_TERM),
    (EmploymentType.PERMANENT, EmploymentType.TEMPORARY),
    (EmploymentType.PERMANENT, EmploymentType.CONTRACT),
    (EmploymentType.PERMANENT, EmploymentType.CASUAL),
)


Statements = Mapping[str, tuple[Found[Any], ...]]


def find_conflicts(said: Statements) -> tuple[Conflict, ...]:
    """The contradictions among the statements of each field, which stand in the order of trust."""
    return tuple(conflict for conflict in _conflicts(said) if conflict is not None)


def _conflicts(said: Statements) -> Iterator[Conflict | None]:
    yield _differing("work_mode", _modes(said["work_mode"]))
    yield _exclusive(said["employment_type"])
    yield _differing("seniority", _levels(said["seniority"]))
    yield _differing("experience", _general(said["experience"]))
    yield _differing("salary", _comparable(said["salary"]))
    yield _differing("deadline", tuple(each for each in said["deadline"] if each.value[:2] in ("19", "20")))
    yield _differing("sponsorship", said["sponsorship"])


def _differing(field: str, found: tuple[Found[Any], ...]) -> Conflict | None:
    distinct: list[Found[Any]] = []
    for each in found:
        if all(each.value != other.value for other in distinct):
            distinct.append(each)
    return Conflict(field=field, values=tuple(distinct)) if len(distinct) > 1 else None


def _modes(found: tuple[Found[WorkMode], ...]) -> tuple[Found[WorkMode], ...]:
    """Hybrid work has days of both kinds, so beside "hybrid" the days themselves contradict nothing."""
    if any(each.value is WorkMode.HYBRID for each in found[:1]):
        return tuple(each for each in found if each.value is not WorkMode.REMOTE or "fully" in each.words.lower())
    return found


def _levels(found: tuple[Found[Any], ...]) -> tuple[Found[Any], ...]:
    """Sentences speak loosely of levels; only the title, labels and chips are held against each other."""
    return tuple(each for each in found if each.rule != "seniority.said")


def _general(found: tuple[Found[Experience], ...]) -> tuple[Found[Experience], ...]:
    """Years for single skills differ by nature; chips and labels are what may contradict."""
    return tuple(each for each in found if each.rule == "experience.chip")


def _comparable(found: tuple[Found[Salary], ...]) -> tuple[Found[Salary], ...]:
    """The employer's own figures of one currency and period; another period is another way to say it."""
    own = [each for each in found if not each.value.estimated]
    if not own:
        return ()
    first = own[0].value
    alike = [each for each in own if (each.value.currency, each.value.period) == (first.currency, first.period)]
    return tuple(each for each in alike if not (each.value.min == first.min and each.value.max == first.max)) and tuple(
        alike
    )


def _exclusive(found: tuple[Found[EmploymentType], ...]) -> Conflict | None:
    by_value = {each.value: each for each in reversed(found)}
    for left, right in _EXCLUSIVE:
        if left in by_value and right in by_value:
            return Conflict(field="employment_type", values=(by_value[left], by_value[right]))
    return None
