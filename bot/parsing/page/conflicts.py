"""Where does a page contradict itself? Statements of one field that cannot all be true, each with its words.

Two ways to say the same, or a place and a second place, are no contradiction.
"""

from collections.abc import Iterator
from typing import Any

from bot.model.evidence import Found
from bot.model.posting import Conflict, Experience, Salary
from bot.model.vocabulary import EmploymentType, WorkMode
from bot.parsing.document import Document
from bot.parsing.pay import salary
from bot.parsing.role import employment_type, seniority, sponsorship, work_mode
from bot.parsing.time import deadline, experience

_EXCLUSIVE = (
    (EmploymentType.PERMANENT, EmploymentType.FIXED_TERM),
    (EmploymentType.PERMANENT, EmploymentType.TEMPORARY),
    (EmploymentType.PERMANENT, EmploymentType.CONTRACT),
    (EmploymentType.PERMANENT, EmploymentType.CASUAL),
)


def find_conflicts(doc: Document) -> tuple[Conflict, ...]:
    """The contradictions, in the order of the fields of the contract; the statements in the order of trust."""
    return tuple(conflict for conflict in _conflicts(doc) if conflict is not None)


def _conflicts(doc: Document) -> Iterator[Conflict | None]:
    yield _differing("work_mode", _modes(work_mode.statements_of(doc)))
    yield _exclusive(employment_type.statements_of(doc))
    yield _differing("seniority", _levels(seniority.statements_of(doc)))
    yield _differing("experience", _general(experience.statements_of(doc)))
    yield _differing("salary", _comparable(salary.statements_of(doc)))
    yield _differing("deadline", tuple(each for each in deadline.statements_of(doc) if each.value[:2] in ("19", "20")))
    yield _differing("sponsorship", sponsorship.statements_of(doc))


def _differing(field: str, found: tuple[Found[Any], ...]) -> Conflict | None:
    distinct: list[Found[Any]] = []
    for each in found:
        if all(each.value != other.value for other in distinct):
            distinct.append(each)
    return Conflict(field=field, values=tuple(distinct)) if len(distinct) > 1 else None


def _modes(found: tuple[Found[WorkMode], ...]) -> tuple[Found[WorkMode], ...]:
    """Hybrid work has days of both kinds, so beside "hybrid" the days themselves contradict nothing."""
    if any(each.value is WorkMode.HYBRID for each in found[:1]):
        return tuple(each for each in found if each.value is not WorkMode.REMOTE or "fully" in each.quote.lower())
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
