"""How do hits divide? The most frequent values of a column with their counts, and how many do not state it."""

from collections.abc import Callable, Iterator, Sequence

from bot.model.results import Count, Facet
from bot.search.plan import Tally

COLUMNS = ("work_mode", "employment_type", "seniority", "company", "place", "skill", "benefit", "pay_currency")
NOT_STATED = "not stated"
_MOST_VALUES = 10


def facets(tally: Callable[[str], Tally], columns: Sequence[str] = COLUMNS) -> Iterator[Facet]:
    """A facet for each of the columns; values that only few hits state are left out, "not stated" never is."""
    for column in columns:
        told = tally(column)
        counts = [Count(value=_said(value), number=number) for value, number in told.counts[:_MOST_VALUES]]
        if told.not_stated:
            counts.append(Count(value=NOT_STATED, number=told.not_stated))
        if counts:
            yield Facet(field=column, counts=tuple(sorted(counts, key=lambda count: (-count.number, count.value))))


def _said(value: str) -> str:
    """A value in words; a benefit that is not offered has a minus in the index."""
    return f"no {value[1:]}" if value.startswith("-") else value
