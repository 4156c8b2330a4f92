"""Which postings pass a test on a column? A truth value for each posting asked about.

"Not stated" passes unless the test says otherwise; `negated` turns round what is stated, never what is not.
"""

from dataclasses import replace
from functools import reduce
from operator import and_, or_

import numpy as np
import numpy.typing as npt

from bot.search.columns import CHOICES
from bot.search.engine.lookup import NOWHERE, among, locate, look_up, part_number
from bot.search.engine.segment import Array, Segment
from bot.search.plan import AnyOf, Between, OneOf, Says, Test

Docs = npt.NDArray[np.int32]
Truth = npt.NDArray[np.bool_]


def passing(segment: Segment, test: Test, docs: Docs | None) -> Truth:
    """Which of `docs` (in order; None for all) pass; raises KeyError for a column or field that does not exist."""
    if isinstance(test, AnyOf):
        return np.asarray(np.logical_or.reduce([passing(segment, each, docs) for each in test.tests]))
    if isinstance(test, Between):
        return _between(segment, test, docs)
    if isinstance(test, OneOf) and test.column in CHOICES:
        return _choice(segment, test, docs)
    stated, holds = _says(segment, test, docs) if isinstance(test, Says) else _set(segment, test, docs)
    if test.negated:
        holds = ~holds
    return holds & stated if test.stated_only else holds | ~stated


def _between(segment: Segment, test: Between, docs: Docs | None) -> Truth:
    """No comparison with NaN, which stands for "not stated", is true; so which one is made decides what NaN does."""
    numbers = _of(segment.arrays[f"number.{test.column}"], docs)
    # One bound is one look at the column; a test without any asks whether there is a number.
    low, high = test.low, np.inf if test.low is None and test.high is None else test.high
    outside = test.stated_only is test.negated
    compared = ((np.less, low), (np.greater, high)) if outside else ((np.greater_equal, low), (np.less_equal, high))
    holds: Truth = reduce(
        or_ if outside else and_, [compare(numbers, bound) for compare, bound in compared if bound is not None]
    )
    return holds if outside is test.negated else ~holds


def _choice(segment: Segment, test: OneOf, docs: Docs | None) -> Truth:
    codes = _of(segment.arrays[f"choice.{test.column}"], docs)
    values = segment.values(test.column)
    accepted = [number + 1 for value in test.values if (number := values.find(value)) is not None]
    # Code 0 is "not stated".
    if test.stated_only is test.negated:
        accepted.append(0)
    holds = np.zeros(len(codes), np.bool_)
    for code in accepted:
        holds |= codes == code
    return ~holds if test.negated else holds


def _set(segment: Segment, test: OneOf, docs: Docs | None) -> tuple[Truth, Truth]:
    starts = segment.arrays[f"set.{test.column}.starts"]
    stated = np.diff(starts) > 0 if docs is None else starts[docs + 1] > starts[docs]
    lists = [_holders(segment, test.column, value) for value in test.values]
    holds = np.zeros(len(stated), np.bool_)
    for holders in lists:
        _mark(holds, holders, docs)
    return stated, holds


def _holders(segment: Segment, column: str, value: str) -> Docs:
    number = segment.values(column).find(value)
    if number is None:
        return NOWHERE.docs
    first = segment.arrays[f"set.{column}.first"]
    holders: Docs = segment.arrays[f"set.{column}.docs"][first[number] : first[number + 1]]
    return holders


def _says(segment: Segment, test: Says, docs: Docs | None) -> tuple[Truth, Truth]:
    bit = np.uint16(1 << part_number(test.field))
    stated = (_of(segment.arrays["stated"], docs) & bit) != 0
    holds = np.zeros(len(stated), np.bool_)
    for alternative in test.group.alternatives:
        inside = replace(alternative, field=test.field)
        _mark(holds, look_up(segment, locate(segment, inside), test.field).docs, docs)
    return stated, holds


def _mark(holds: Truth, holders: Docs, docs: Docs | None) -> None:
    if docs is None:
        holds[holders] = True
    else:
        holds |= among(docs, holders)


def _of(column: Array, docs: Docs | None) -> Array:
    return column if docs is None else column[docs]
