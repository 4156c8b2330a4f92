"""The inner loops of `kernels.py`, compiled by numba; imported only when it is installed and worth its start."""

import numba
import numpy as np
import numpy.typing as npt

from bot.search.engine.kernels import Plain, Points
from bot.search.engine.lists import Docs, Impacts, Joined, Listed, Strand, blank, worth_spreading
from bot.search.engine.phrases import LAST_POSITION
from bot.search.engine.segment import Array

Spots = npt.NDArray[np.uint8]
Positions = npt.NDArray[np.uint16]
_SPARSE = np.empty(0, np.uint8)
# Above that, keeping the best in order by insertion costs more than selecting them.
_MOST_INSERTED = 64


@numba.njit(cache=True, nogil=True)
def _reach(listed: Docs, doc: int, low: int) -> int:
    """The first place from `low` on that holds no smaller posting: gallop, then halve.

    Lists of like length cost a step or two for each posting.
    """
    step, high, size = 1, low, len(listed)
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
    return low


@numba.njit(cache=True, nogil=True)
def _shared(docs: Docs, listed: Docs) -> Docs:
    kept: Docs = np.empty(len(docs), np.int32)
    found, low = 0, 0
    for doc in docs:
        low = _reach(listed, doc, low)
        if low == len(listed):
            break
        if listed[low] == doc:
            kept[found] = doc
            found += 1
    return kept[:found]


@numba.njit(cache=True, nogil=True)
def _narrow(docs: Docs, points: Points, listed: Docs, impacts: Impacts, worth: Points) -> tuple[Docs, Points]:
    kept, summed = np.empty(len(docs), np.int32), np.empty(len(docs), np.int32)
    found, low = 0, 0
    for place in range(len(docs)):
        low = _reach(listed, docs[place], low)
        if low == len(listed):
            break
        if listed[low] == docs[place]:
            kept[found] = docs[place]
            summed[found] = points[place] + worth[impacts[low]]
            found += 1
    return kept[:found], summed[:found]


@numba.njit(cache=True, nogil=True)
def _narrow_dense(docs: Docs, points: Points, dense: Impacts, worth: Points) -> tuple[Docs, Points]:
    kept, summed = np.empty(len(docs), np.int32), np.empty(len(docs), np.int32)
    found = 0
    # Everything is written and what is not held written over: a branch that nobody can foresee costs more.
    for place in range(len(docs)):
        impact = dense[docs[place]]
        kept[found], summed[found] = docs[place], points[place] + worth[impact]
        found += impact != 0
    return kept[:found], summed[:found]


@numba.njit(cache=True, nogil=True)
def _lift_dense(points: Points, docs: Docs, dense: Impacts, worth: Points) -> None:
    for place in range(len(docs)):
        points[place] = max(points[place], worth[dense[docs[place]]])


@numba.njit(cache=True, nogil=True)
def _spread(dense: Impacts, docs: Docs, impacts: Impacts) -> None:
    for place in range(len(docs)):
        dense[docs[place]] = impacts[place]


@numba.njit(cache=True, nogil=True)
def _points(impacts: Impacts, worth: Points) -> Points:
    points = np.empty(len(impacts), np.int32)
    for place in range(len(impacts)):
        points[place] = worth[impacts[place]]
    return points


@numba.njit(cache=True, nogil=True)
def _lift(points: Points, docs: Docs, listed: Docs, impacts: Impacts, worth: Points) -> None:
    low = 0
    for place in range(len(docs)):
        low = _reach(listed, docs[place], low)
        if low == len(listed):
            break
        if listed[low] == docs[place]:
            points[place] = max(points[place], worth[impacts[low]])


@numba.njit(cache=True, nogil=True)
def _best(points: Points, docs: Docs, rank: Docs, number: int) -> Array:
    chosen: Array = np.empty(number, np.int64)
    size, least = 0, np.int32(0)
    for place in range(len(points)):
        worth = points[place]
        if worth < least:
            continue
        age, spot = rank[docs[place]], size
        if size == number:
            if worth == least and age > rank[docs[chosen[size - 1]]]:
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
        if size == number:
            least = points[chosen[size - 1]]
    return chosen[:size]


@numba.njit(cache=True, nogil=True)
def _meet(docs: Docs, listed: Docs, dense: Impacts) -> tuple[Array, Array]:
    """The places of the postings that both lists hold; `dense` may be empty."""
    mine, met = np.empty(len(docs), np.int32), np.empty(len(docs), np.int32)
    looked, found, low = len(docs), 0, 0
    if len(dense):
        looked = 0
        for place in range(len(docs)):
            mine[looked] = place
            looked += dense[docs[place]] != 0
    for number in range(looked):
        place = mine[number] if len(dense) else number
        low = _reach(listed, docs[place], low)
        if low == len(listed):
            break
        mine[found], met[found] = place, low
        found += listed[low] == docs[place]
    return mine[:found], met[:found]


@numba.njit(cache=True, nogil=True)
def _sum(spots: Spots, start: int, stop: int) -> int:
    total = 0
    for place in range(start, stop):
        total += spots[place]
    return total


@numba.njit(cache=True, nogil=True)
def _join(
    mine: Array, met: Array, spots: Spots, others: Spots, positions: Positions, theirs: Positions, distance: int
) -> tuple[Array, Array, Spots, Positions]:
    kept, found = np.empty(len(mine), np.uint8), np.empty(len(positions), np.uint16)
    size, total, spot, other, before, low = 0, 0, 0, 0, 0, 0
    for number in range(len(mine)):
        place, there = mine[number], met[number]
        spot, before = spot + _sum(spots, before, place), place
        other, low = other + _sum(others, low, there), there
        at, stop, held = other, other + others[there], total
        for mark in range(spot, spot + spots[place]):
            wanted = positions[mark] + distance
            while at < stop and theirs[at] < wanted:
                at += 1
            if at < stop and theirs[at] == wanted and max(wanted, positions[mark]) < LAST_POSITION:
                found[total] = positions[mark]
                total += 1
        if total > held:
            mine[size], met[size], kept[size] = place, there, total - held
            size += 1
    return mine[:size], met[:size], kept[:size], found[:total]


def _by_ordinal(listed: Listed, docs: Docs) -> Impacts | None:
    """See `lists.by_ordinal`."""
    if listed.dense is not None or not worth_spreading(listed.docs, docs):
        return listed.dense
    dense = blank(listed.docs, docs)
    _spread(dense, listed.docs, listed.impacts)
    return dense


class Compiled:
    """The loops as machine code."""

    _plain = Plain()

    def points(self, impacts: Impacts, worth: Points) -> Points:
        """See Kernels."""
        points: Points = _points(impacts, worth)
        return points

    def shared(self, docs: Docs, listed: Listed) -> Docs:
        """See Kernels."""
        if listed.dense is not None:
            return self._plain.shared(docs, listed)
        shared: Docs = _shared(docs, listed.docs)
        return shared

    def narrow(self, docs: Docs, points: Points, listed: Listed, worth: Points) -> tuple[Docs, Points]:
        """See Kernels."""
        narrowed: tuple[Docs, Points]
        dense = _by_ordinal(listed, docs)
        if dense is None:
            narrowed = _narrow(docs, points, listed.docs, listed.impacts, worth)
        else:
            narrowed = _narrow_dense(docs, points, dense, worth)
        return narrowed

    def lift(self, points: Points, docs: Docs, listed: Listed, worth: Points) -> None:
        """See Kernels."""
        dense = _by_ordinal(listed, docs)
        if dense is None:
            _lift(points, docs, listed.docs, listed.impacts, worth)
        else:
            _lift_dense(points, docs, dense, worth)

    def best(self, points: Points, docs: Docs, rank: Docs, number: int) -> Array:
        """See Kernels."""
        if number > _MOST_INSERTED:
            return self._plain.best(points, docs, rank, number)
        best: Array = _best(points, docs, rank, number)
        return best

    def join(self, mine: Strand, others: Strand, distance: int) -> Joined:
        """See Kernels."""
        # Every posting of a strand has spots, so their numbers tell where it is as impacts do.
        dense = _by_ordinal(Listed(others.docs, others.spots, others.dense), mine.docs)
        places, met = _meet(mine.docs, others.docs, _SPARSE if dense is None else dense)
        return Joined(*_join(places, met, mine.spots, others.spots, mine.positions, others.positions, distance))
