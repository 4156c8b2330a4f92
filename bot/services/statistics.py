"""What do the postings of a search, or all of them, say together? Counted in the index's columns."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.errors import UserError
from bot.model.statistics import Bar, PayPanel, Statistics, Week, steps
from bot.model.viewer import Viewer
from bot.search.engine.selection import Selection, Spread
from bot.search.plan import Between, OneOf, Plan, Test
from bot.search.plan_query import plan_query
from bot.search.read_query import read_query
from bot.services.library import Library
from bot.text.tokens import fold

_SKILLS, _PAY_BARS, _WEEKS = 10, 7, 12
_UNITS = ("pay_currency", "pay_period")
# A figure so many times the median stands with all higher ones, so that one of them does not flatten the rest.
_FAR = 3.0


def statistics_of(library: Library, line: str, *, viewer: Viewer, now: datetime) -> Statistics:
    """The figures over what a search line finds, over everything for ""; raises UserError when that is nothing."""
    library.catch_up()
    query = read_query(line, library.index.vocabulary(viewer))
    if query.refused:
        raise UserError(query.refused)
    if line.strip() and not query.constraints:
        raise UserError("Say which postings to count, such as /stats rust london, or /stats alone for all")
    chosen = _Chosen(library, plan_query(query, now.date()), viewer)
    everything = chosen.select()
    if not everything.total:
        raise UserError(f"“{query.reading}” finds no posting; /stats alone counts all" if line else "No postings yet")
    spreads = everything.spreads("pay", _UNITS)
    skills = everything.tally("skill")
    return Statistics(
        query.reading,
        everything.total,
        sum(spread.number for spread in spreads),
        _pay(chosen, spreads[0]) if spreads else None,
        everything.total - skills.not_stated,
        tuple(Bar(_spelt(chosen, skill), number) for skill, number in skills.counts[:_SKILLS]),
        tuple(_weeks(chosen, now.date())),
        query.described,
    )


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The postings that are counted, and those among them that pass more tests."""

    library: Library
    plan: Plan
    viewer: Viewer

    def select(self, *tests: Test) -> Selection:
        """Those that pass the tests as well."""
        return self.library.index.engine.select(
            replace(self.plan, tests=(*self.plan.tests, *tests)), viewer=self.viewer
        )


def _pay(chosen: _Chosen, spread: Spread) -> PayPanel:
    currency, period = spread.units
    units = [_unit(column, value) for column, value in zip(_UNITS, spread.units, strict=True)]
    borders = steps(spread.lowest, min(spread.highest, spread.median * _FAR), _PAY_BARS)
    bars = []
    for low, high in zip(borders, (*borders[1:], None), strict=True):
        below = None if high is None else high - 1e-6
        number = chosen.select(*units, Between("pay", low, below, stated_only=True)).total
        open_end = high is None and spread.highest > low
        bars.append(Bar(_label(low, high, open_end=open_end), number))
    return PayPanel(currency, period, spread.number, spread.lowest, spread.median, spread.highest, tuple(bars))


def _unit(column: str, value: str) -> Test:
    """The test for a unit, or for none being stated."""
    if value:
        return OneOf(column, (value,), stated_only=True)
    return OneOf(column, (), stated_only=False, negated=False)


def _label(low: float, high: float | None, *, open_end: bool) -> str:
    if high is None:
        return f"{low:,.10g} +" if open_end else f"{low:,.10g}"
    return f"{low:,.10g} - {high:,.10g}"


def _spelt(chosen: _Chosen, skill: str) -> str:
    """The skill as a posting spells it that names it."""
    found = chosen.select(OneOf("skill", (skill,), stated_only=True)).matches(1).best
    posting = chosen.library.postings.get(found[0].posting).posting
    return next((each.value for each in posting.skills if fold(each.value) == skill), skill)


def _weeks(chosen: _Chosen, today: date) -> Iterator[Week]:
    """The last weeks, from the first in which anything came."""
    last = today - timedelta(days=today.weekday())
    counted = []
    for ago in reversed(range(_WEEKS)):
        monday = last - timedelta(weeks=ago)
        first, end = float(monday.toordinal()), float(monday.toordinal() + 6)
        counted.append(Week(monday, chosen.select(Between("received", first, end, stated_only=True)).total))
    begun = False
    for week in counted:
        begun = begun or week.number > 0
        if begun:
            yield week
