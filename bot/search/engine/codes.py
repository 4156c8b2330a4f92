"""How does a column keep one value of each posting? As the number of the value among all that occur, in order.

0 is "not stated", the values follow from 1 on. A code is a byte or two, so that a test looks at a million of them in
a tenth of a millisecond; what a test accepts is a few runs of codes.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.search.engine.segment import Array

Codes = npt.NDArray[np.unsignedinteger]
Truth = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
_ALL = slice(None)


class Run(NamedTuple):
    """The codes from `first` to `last`, both included; none when `last` is smaller."""

    first: int
    last: int


def code_type(values: int) -> np.dtype[np.unsignedinteger]:
    """The smallest type for 0 and the numbers of so many values from 1 on: small columns are tested faster."""
    return np.dtype(np.min_scalar_type(values))


def coded_numbers(column: str, numbers: Floats) -> Iterator[tuple[str, Array]]:
    """The sections of a column of numbers, NaN for "not stated"."""
    silent = np.isnan(numbers)
    values = np.unique(numbers[~silent])
    codes = (values.searchsorted(numbers) + 1).astype(code_type(len(values)))
    codes[silent] = 0
    yield f"{column}.numbers", values
    yield f"number.{column}", codes


def decoded_numbers(arrays: Mapping[str, Array], column: str, docs: Array | slice = _ALL) -> Floats:
    """The numbers of a column for postings by ordinal, NaN for "not stated"."""
    values = np.concatenate([np.array([np.nan]), arrays[f"{column}.numbers"]])
    return values.take(arrays[f"number.{column}"][docs])


def inside(codes: Codes, runs: Sequence[Run], *, last: int) -> Truth:
    """Which codes lie in any of the runs; `last` is the greatest code that there is."""
    found: Truth | None = None
    for run in _joined(runs):
        holds = _between(codes, run, last)
        found = holds if found is None else np.logical_or(found, holds, out=found)
    return np.zeros(len(codes), np.bool_) if found is None else found


def _joined(runs: Sequence[Run]) -> list[Run]:
    """The runs in order, those that touch as one."""
    joined: list[Run] = []
    for run in sorted(run for run in runs if run.first <= run.last):
        if joined and run.first <= joined[-1].last + 1:
            joined[-1] = Run(joined[-1].first, max(run.last, joined[-1].last))
        else:
            joined.append(run)
    return joined


def _between(codes: Codes, run: Run, last: int) -> Truth:
    """One comparison: codes have no sign, so what lies before a run is far beyond it when its first is taken off."""
    if run.first == run.last:
        holds = codes == run.first
    elif run.first == 0:
        holds = codes <= run.last
    elif run.last == last:
        holds = codes >= run.first
    else:
        holds = codes - codes.dtype.type(run.first) <= run.last - run.first
    return np.asarray(holds)
