"""How does the index answer for very many postings at once? The seam between answers and the search engine."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answers.many.corpus import Column, Figures, Share
from bot.model import wording
from bot.model.posting import PostingId
from bot.model.viewer import Viewer
from bot.search.columns import CHOICES, NUMBERS, SETS
from bot.search.engine.engine import Engine
from bot.search.engine.selection import Selection
from bot.search.plan import Alternative, Between, Group, OneOf, Plan, Says, Test
from bot.text.tokens import terms

_UNITS_OF = {"pay": ("pay_currency", "pay_period")}
_DAYS = ("deadline", "posted", "received")


@dataclass(frozen=True, slots=True)
class EngineChosen:
    """The postings that an engine selected."""

    selection: Selection
    engine: Engine
    viewer: Viewer

    @property
    def total(self) -> int:
        """How many they are."""
        return self.selection.total

    def ids(self) -> tuple[PostingId, ...]:
        """Their numbers, in rising order."""
        return self.selection.ids()

    def without(self, other: "EngineChosen") -> "EngineChosen":
        """Those of them that another choice of the same corpus has not."""
        return replace(self, selection=self.selection.without(other.selection))

    def figures(self, column: str) -> tuple[Figures, ...]:
        """Their figures by unit, the unit of most postings first."""
        spreads = self.selection.spreads(column, _UNITS_OF.get(column, ()))
        figures = (
            Figures(
                _unit(column, spread.units),
                spread.number,
                spread.lowest,
                spread.highest,
                spread.median,
                spread.at_lowest,
                spread.at_highest,
            )
            for spread in spreads
        )
        return tuple(sorted(figures, key=lambda each: (-each.number, each.unit)))

    def shares(self, column: str, *, most: int) -> tuple[Share, ...]:
        """The most frequent values of a column, each with its newest posting."""
        found = []
        for value, number in self.selection.tally(column).counts[:most]:
            plan = Plan(tests=(OneOf(column, (value,), stated_only=True),))
            best = self.engine.select(plan, viewer=self.viewer).matches(1).best
            if best:
                found.append(Share(value, number, best[0].posting))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class EngineCorpus:
    """All the postings that a viewer may see, behind an engine; `size` is their number."""

    engine: Engine
    viewer: Viewer
    size: int

    def __len__(self) -> int:
        return self.size

    def select(self, tests: Sequence[Column], *, stated: bool) -> EngineChosen:
        """The postings that pass every test; unless `stated`, one that does not state a column passes its test."""
        plan = Plan(tests=tuple(_test(test, stated=stated) for test in tests))
        return EngineChosen(self.engine.select(plan, viewer=self.viewer), self.engine, self.viewer)


def _test(column: Column, *, stated: bool) -> Test:
    """The engine's test for a column."""
    only = stated and not column.silent
    if column.words:
        stems = tuple(stem for word in column.words for stem, _ in terms(word))
        group = Group((Alternative(stems, field=column.name),))
        return Says(column.name, group, stated_only=only, negated=column.negated)
    if column.name in NUMBERS:
        low, high = column.low, column.high
        if column.silent and low is None and high is None:
            return Between(column.name, stated_only=False, negated=True)
        return Between(column.name, low, high, stated_only=only, negated=column.negated)
    if not column.values:
        return OneOf(column.name, (), stated_only=not column.silent, negated=not column.silent)
    if column.name not in CHOICES and column.name not in SETS:
        raise KeyError(column.name)
    return OneOf(column.name, column.values, stated_only=only, negated=column.negated)


def _unit(column: str, units: tuple[str, ...]) -> str:
    """A unit as people read it.

    >>> _unit("pay", ("GBP", "year")), _unit("pay", ("", "")), _unit("deadline", ())
    ('GBP a year', '(currency and period not stated)', 'date')
    """
    if column in _DAYS:
        return "date"
    if len(units) < 2:
        return "years"
    currency, period = units
    return wording.unit(currency, period)
