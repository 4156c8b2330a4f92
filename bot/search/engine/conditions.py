"""Which postings pass a test on a column? A truth value for each posting asked about.

"Not stated" passes unless the test says otherwise; `negated` turns round what is stated, never what is not.
"""

import numpy as np
import numpy.typing as npt

from bot.search.columns import CHOICES
from bot.search.engine.bits import Bits
from bot.search.engine.codes import Run, inside
from bot.search.engine.kernels import Kernels
from bot.search.engine.lists import NOWHERE, Docs, among
from bot.search.engine.lookup import locate, look_up, part_number
from bot.search.engine.segment import Array, Segment
from bot.search.plan import AnyOf, Between, OneOf, Says, Test

Truth = npt.NDArray[np.bool_]
_SILENT = Run(0, 0)
# So many tests are kept of each segment; a bit for each posting and test.
_MOST_KEPT = 64


def all_passing(segment: Segment, test: Test, kernels: Kernels) -> Bits:
    """Which postings of a segment pass; what was asked lately is kept, because a segment never changes."""
    bits = segment.passed.pop(test, None) or Bits.of(passing(segment, test, None, kernels))
    segment.passed[test] = bits
    if len(segment.passed) > _MOST_KEPT:
        del segment.passed[next(iter(segment.passed))]
    return bits


def passing(segment: Segment, test: Test, docs: Docs | None, kernels: Kernels) -> Truth:
    """Which of `docs` (in order; None for all) pass; raises KeyError for a column or field that does not exist."""
    if isinstance(test, Between):
        return _between(segment, test, docs)
    if isinstance(test, OneOf) and test.column in CHOICES:
        return _choice(segment, test, docs)
    if isinstance(test, AnyOf):
        return np.asarray(np.logical_or.reduce([passing(segment, each, docs, kernels) for each in test.tests]))
    stated, holds = _says(segment, test, docs, kernels) if isinstance(test, Says) else _set(segment, test, docs)
    if test.negated:
        holds = ~holds
    return holds & stated if test.stated_only else holds | ~stated


def _between(segment: Segment, test: Between, docs: Docs | None) -> Truth:
    values = segment.arrays[f"{test.column}.numbers"]
    last = len(values)
    first_in = 1 if test.low is None else int(values.searchsorted(test.low, side="left")) + 1
    last_in = last if test.high is None else int(values.searchsorted(test.high, side="right"))
    runs = [Run(1, first_in - 1), Run(last_in + 1, last)] if test.negated else [Run(first_in, last_in)]
    if not test.stated_only:
        runs.append(_SILENT)
    return inside(_of(segment.arrays[f"number.{test.column}"], docs), runs, last=last)


def _choice(segment: Segment, test: OneOf, docs: Docs | None) -> Truth:
    values = segment.values(test.column)
    numbers = [number for value in test.values if (number := values.find(value)) is not None]
    runs = [Run(number + 1, number + 1) for number in numbers]
    if test.stated_only is test.negated:
        runs.append(_SILENT)
    holds = inside(_of(segment.arrays[f"choice.{test.column}"], docs), runs, last=len(values))
    return np.logical_not(holds, out=holds) if test.negated else holds


def _set(segment: Segment, test: OneOf, docs: Docs | None) -> tuple[Truth, Truth]:
    stated = _of(segment.arrays[f"set.{test.column}.stated"], docs)
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


def _says(segment: Segment, test: Says, docs: Docs | None, kernels: Kernels) -> tuple[Truth, Truth]:
    bit = np.uint16(1 << part_number(test.field))
    stated = (_of(segment.arrays["stated"], docs) & bit) != 0
    holds = np.zeros(len(stated), np.bool_)
    for alternative in test.group.alternatives:
        inside = alternative._replace(field=test.field)
        _mark(holds, look_up(segment, locate(segment, inside), test.field, kernels).docs, docs)
    return stated, holds


def _mark(holds: Truth, holders: Docs, docs: Docs | None) -> None:
    if docs is None:
        holds[holders] = True
    else:
        holds |= among(docs, holders)


def _of(column: Array, docs: Docs | None) -> Array:
    return column if docs is None else column[docs]
