"""The inner loops of a search, in numpy alone; `kernels_fast.py` has the same compiled, with equal results.

Lists are ordinals in rising order. A weight is what a word of impact 255 is worth, in thousandths of a point.
"""

from bisect import bisect_left
from functools import lru_cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.search.engine import phrases
from bot.search.engine.lists import Docs, Impacts, Joined, Listed, Strand, by_ordinal, meet
from bot.search.engine.segment import Array

Points = npt.NDArray[np.int32]
_BYTE = np.arange(256, dtype=np.int64)


class Kernels(Protocol):
    """How the inner loops are called; `worth` are the points of each impact."""

    def points(self, impacts: Impacts, worth: Points) -> Points:
        """The points of some impacts."""

    def shared(self, docs: Docs, listed: Listed) -> Docs:
        """The postings that a list holds as well."""

    def narrow(self, docs: Docs, points: Points, listed: Listed, worth: Points) -> tuple[Docs, Points]:
        """The postings that a list holds as well, their points with those of the list."""

    def lift(self, points: Points, docs: Docs, listed: Listed, worth: Points) -> None:
        """Raises the points of postings that a list holds to what it gives them, where that is more."""

    def best(self, points: Points, docs: Docs, rank: Docs, number: int) -> Array:
        """The places in `docs` of the `number` best in order: more points first, then the smaller rank."""

    def join(self, mine: Strand, others: Strand, distance: int) -> Joined:
        """Where the words of the second strand stand so many places behind those of the first."""


class Plain:
    """The loops in numpy."""

    def points(self, impacts: Impacts, worth: Points) -> Points:
        """See Kernels."""
        return worth.take(impacts)

    def shared(self, docs: Docs, listed: Listed) -> Docs:
        """See Kernels."""
        held = meet(docs, listed.docs)[0] if listed.dense is None else listed.dense.take(docs).nonzero()[0]
        return docs.take(held)

    def narrow(self, docs: Docs, points: Points, listed: Listed, worth: Points) -> tuple[Docs, Points]:
        """See Kernels."""
        dense = by_ordinal(listed, docs)
        if dense is not None:
            impacts = dense.take(docs)
            # Truth values are looked through several times faster than numbers.
            held = (impacts != 0).nonzero()[0]
            return docs.take(held), points.take(held) + worth.take(impacts.take(held))
        held, places = meet(docs, listed.docs)
        return docs.take(held), points.take(held) + worth.take(listed.impacts.take(places))

    def lift(self, points: Points, docs: Docs, listed: Listed, worth: Points) -> None:
        """See Kernels."""
        dense = by_ordinal(listed, docs)
        if dense is not None:
            np.maximum(points, worth.take(dense.take(docs)), out=points)
            return
        held, places = meet(docs, listed.docs)
        points[held] = np.maximum(points.take(held), worth.take(listed.impacts.take(places)))

    def best(self, points: Points, docs: Docs, rank: Docs, number: int) -> Array:
        """See Kernels."""
        if len(points) <= 4 * number:
            return np.lexsort((rank[docs], -points))[:number]
        last = len(points) - number
        # The points alone leave few, unless many are equal; then the ranks decide among those.
        places = np.flatnonzero(points >= np.partition(points, last)[last])
        keys = (points[places].astype(np.int64) << 32) - rank[docs[places]]
        if len(keys) > 4 * number:
            last = len(keys) - number
            held = np.flatnonzero(keys >= np.partition(keys, last)[last])
            places, keys = places[held], keys[held]
        return places[np.argsort(-keys)[:number]]

    def join(self, mine: Strand, others: Strand, distance: int) -> Joined:
        """See Kernels."""
        return phrases.join(mine, others, distance)


def impact_in(listed: Listed, doc: int) -> int:
    """What the words of a list are worth in one posting, 0 where it is not in the list."""
    if listed.dense is not None:
        return listed.dense.item(doc)
    docs = listed.docs.data
    place = bisect_left(docs, doc)
    return listed.impacts.item(place) if place < len(docs) and docs[place] == doc else 0


def points_of(impact: int, weight: int) -> int:
    """The points of an impact; a word that is there is worth at least one."""
    return max((impact * weight + 127) // 255, 1)


@lru_cache(maxsize=2048)
def worth_of(weight: int) -> Points:
    """`points_of` each impact; impact 0 means that the word is not there."""
    points = np.maximum((_BYTE * weight + 127) // 255, 1).astype(np.int32)
    points[0] = 0
    points.setflags(write=False)
    return points
