"""What does the engine have to find for a query? Its constraints as groups of words and tests on columns.

The plan finds exactly the postings that `Query.admits` admits. Names that were asked for (words, title, company, skill)
add to the score, and so do a place and a fact that are stated, so that they go before those that are left open.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import cast

from bot.model.constraints.base import Constraint
from bot.model.constraints.days import Day, Open
from bot.model.constraints.facts import Fact
from bot.model.constraints.figures import Pay, Years
from bot.model.constraints.words import Words
from bot.model.query import Query
from bot.search.plan import Alternative, AnyOf, Between, Group, OneOf, Plan, Says, Test

_FIELDS = {
    "": None,
    "title": "title",
    "company": "company",
    "in": "place",
    "skill": "skills",
    "edu": "education",
    "source": "source",
}
_COLUMNS = {
    "mode": "work_mode",
    "type": "employment_type",
    "level": "seniority",
    "benefit": "benefit",
    "lang": "language",
    "visa": "sponsorship",
}
_OTHER_NAME = 0.9


def plan_query(query: Query, today: date) -> Plan:
    """The plan of a query on a day, from which its relative days are counted."""
    required: list[Group] = []
    excluded: list[Group] = []
    optional: list[Group] = []
    tests: list[Test] = []
    favoured: list[tuple[Test, ...]] = []
    for constraint in query.constraints:
        criterion = constraint.criterion
        if not isinstance(criterion, Words):
            tests += _TESTS[type(criterion)](constraint, today)
            if counts_when_stated(constraint):
                favoured.append(tuple(_TESTS[type(criterion)](replace(constraint, stated_only=True), today)))
        elif constraint.excluded and not criterion.key:
            excluded.append(group_of(criterion))
        elif constraint.excluded or constraint.silence_passes or criterion.key in ("edu", "source", "in"):
            tests.append(_says(constraint, criterion))
            if not constraint.excluded:
                optional.append(group_of(criterion))
        else:
            required.append(group_of(criterion))
    return Plan(tuple(required), tuple(excluded), tuple(tests), optional=tuple(optional), favoured=tuple(favoured))


def counts_when_stated(constraint: Constraint) -> bool:
    """Whether a posting that states the fact asked for goes before one that leaves it open."""
    fact = not isinstance(constraint.criterion, Words | Open)
    return fact and constraint.silence_passes and not constraint.excluded


def group_of(criterion: Words) -> Group:
    """The phrases with their other names, which count a little less than what was typed."""
    field = _FIELDS[criterion.key]
    return Group(
        tuple(
            alternative
            for phrase in criterion.phrases
            for alternative in (
                Alternative(phrase.stems, field=field, prefix=phrase.prefix),
                *(Alternative(name, _OTHER_NAME, field) for name in phrase.also),
            )
        )
    )


def _says(constraint: Constraint, criterion: Words) -> Says:
    field = _FIELDS[criterion.key] or ""
    return Says(field, group_of(criterion), not constraint.silence_passes, constraint.excluded)


def _fact(constraint: Constraint, _: date) -> Iterator[Test]:
    fact = cast(Fact, constraint.criterion)
    values = tuple(sorted(fact.accepted))
    yield OneOf(_COLUMNS[fact.key], values, constraint.stated_only, constraint.excluded)


def _pay(constraint: Constraint, _: date) -> Iterator[Test]:
    pay, strict = cast(Pay, constraint.criterion), constraint.stated_only
    yield _bounded("pay", pay.amount, at_least=pay.at_least, strict=strict)
    if pay.currency:
        yield OneOf("pay_currency", (pay.currency,), strict)
    if pay.period:
        yield OneOf("pay_period", (pay.period.value,), strict)


def _years(constraint: Constraint, _: date) -> Iterator[Test]:
    years = cast(Years, constraint.criterion)
    yield _bounded("experience_min", years.years, at_least=years.at_least, strict=constraint.stated_only)


def _bounded(column: str, figure: float, *, at_least: bool, strict: bool) -> Between:
    return Between(column, figure if at_least else None, None if at_least else figure, strict)


def _day(constraint: Constraint, today: date) -> Iterator[Test]:
    day = cast(Day, constraint.criterion)
    first, last = day.window(today)
    yield Between(day.key, first.toordinal(), last.toordinal(), constraint.stated_only)


def _open(constraint: Constraint, today: date) -> Iterator[Test]:
    if cast(Open, constraint.criterion).closed:
        yield OneOf("closed", ("yes",), stated_only=True)
    else:
        yield OneOf("closed", ("yes",), negated=True)
        # A page that may be closed is silent about it, whatever its deadline.
        perhaps = OneOf("closed", ("maybe",), stated_only=True)
        yield AnyOf((Between("deadline", low=today.toordinal()), perhaps))


_TESTS: dict[type, Callable[[Constraint, date], Iterator[Test]]] = {
    Fact: _fact,
    Pay: _pay,
    Years: _years,
    Day: _day,
    Open: _open,
}
