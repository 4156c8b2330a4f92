"""The inner loops of `kernels.py`, compiled by numba; imported only when it is installed and worth its start."""

import numba
import numpy as np

from bot.search.engine.kernels import Docs, Plain, Points
from bot.search.engine.segment import Array

# Above that, keeping the best in order by insertion costs more than selecting them.
_MOST_INSERTED = 64


@numba.njit(cache=True, nogil=True)
def _meet(docs: Docs, listed: Docs) -> tuple[Array, Array]:
    ours = np.empty(len(docs), np.int64)
    theirs = np.empty(len(docs), np.int64)
    found, low, size = 0, 0, len(listed)
    for place in range(len(docs)):
        doc = docs[place]
        # Gallop from the last place, then halve: lists of like length cost a step or two per posting.
        step, high = 1, low
        while high < size and listed[high] < doc:
            low = high + 1
            high += step
            step *= 2
        high = min(high, size)
        while low < high:
            middle = (low + high) >> 1
            if listed[middle] < doc:
                low = middle + 1
            else:
                high = middle
        if low == size:
            break
        if listed[low] == doc:
            ours[found] = place
            theirs[found] = low
            found += 1
    return ours[:found], theirs[:found]


@numba.njit(cache=True, nogil=True)
def _best(points: Points, docs: Docs, rank: Docs, number: int) -> Array:
    chosen: Array = np.empty(number, np.int64)
    size = 0
    for place in range(len(points)):
        worth, age = points[place], rank[docs[place]]
        spot = size
        if size == number:
            last = chosen[size - 1]
            if worth < points[last] or (worth == points[last] and age > rank[docs[last]]):
                continue
            spot -= 1
        else:
            size += 1
        while spot > 0:
            before = chosen[spot - 1]
            if points[before] > worth or (points[before] == worth and rank[docs[before]] < age):
                break
            chosen[spot] = before
            spot -= 1
        chosen[spot] = place
    return chosen[:size]


class Compiled:
    """The loops as machine code."""

    _plain = Plain()

    def meet(self, docs: Docs, listed: Docs) -> tuple[Array, Array]:
        """See Kernels."""
        places: tuple[Array, Array] = _meet(docs, listed)
        return places

    def best(self, points: Points, docs: Docs, rank: Docs, number: int) -> Array:
        """See Kernels."""
        if number > _MOST_INSERTED:
            return self._plain.best(points, docs, rank, number)
        best: Array = _best(points, docs, rank, number)
        return best
