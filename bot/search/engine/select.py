"""Which postings of one segment match a plan, and how many points has each?

The rarest group gives the candidates; every other group keeps some of them and adds its points. Tests look only at
what is left. Without words the tests look at every posting.
"""

from collections.abc import Sequence
from functools import reduce
from operator import and_
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.model.viewer import Viewer
from bot.search.engine.bits import Bits
from bot.search.engine.conditions import all_passing, passing
from bot.search.engine.kernels import Kernels, Points, impact_in, points_of, worth_of
from bot.search.engine.lists import Docs, among
from bot.search.engine.segment import Segment
from bot.search.engine.wanted import Wanted, Ways, Weighted
from bot.search.plan import FAVOUR, Test

# So few postings are sooner looked at one by one than as arrays.
_FEW = 8
# Of so many, the next word is asked which it holds too before points are reckoned.
_SOME = 512


class Selected(NamedTuple):
    """Ordinals in order, with the points of each."""

    docs: Docs
    points: Points

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.docs)

    def held(self, docs: Docs) -> npt.NDArray[np.bool_]:
        """Which of the postings are among them."""
        return among(docs, self.docs)


class Passed:
    """What passes tests alone; most searches need few of the ordinals themselves."""

    def __init__(self, bits: Bits) -> None:
        self._bits = bits
        self.held = bits.held

    @property
    def size(self) -> int:
        """How many there are."""
        return self._bits.count

    @property
    def docs(self) -> Docs:
        """The ordinals in order."""
        return self._bits.docs

    @property
    def points(self) -> Points:
        """None."""
        return np.zeros(self.size, np.int32)


Chosen = Selected | Passed


def select(
    segment: Segment, wanted: Wanted, kernels: Kernels, *, alive: npt.NDArray[np.bool_] | None, viewer: Viewer
) -> Chosen:
    """The living postings that match and that the viewer may see; `alive` None when all are."""
    if wanted.required or wanted.either:
        chosen = _admitted(segment, _by_words(wanted, kernels), wanted.tests, kernels, alive=alive, viewer=viewer)
    else:
        passed = Passed(_passing_all(segment, wanted.tests, kernels, alive=alive, viewer=viewer))
        if not (wanted.excluded or wanted.favoured or wanted.optional):
            return passed
        chosen = Selected(passed.docs, passed.points)
    for ways in wanted.excluded:
        chosen = _kept(chosen, weigh(ways, chosen.docs, kernels) == 0)
    points = chosen.points
    for favour in wanted.favoured if len(chosen.docs) else ():
        points = points + FAVOUR * np.logical_and.reduce(
            [passing(segment, test, chosen.docs, kernels) for test in favour]
        )
    for ways in wanted.optional:
        points = points + weigh(ways, chosen.docs, kernels)
    return Selected(chosen.docs, points)


def favours_of(segment: Segment, wanted: Wanted, ordinal: int, kernels: Kernels) -> tuple[int, ...]:
    """The places of the favoured sets of tests that one posting passes."""
    docs = np.array([ordinal], np.int32)
    return tuple(
        place
        for place, favour in enumerate(wanted.favoured)
        if all(passing(segment, test, docs, kernels)[0] for test in favour)
    )


def weigh(ways: Ways, docs: Docs, kernels: Kernels) -> Points:
    """The points of a group for each of the postings: those of its worthiest alternative, 0 where it has none."""
    points = np.zeros(len(docs), np.int32)
    for way in ways:
        kernels.lift(points, docs, way.listed, worth_of(way.weight))
    return points


def _by_words(wanted: Wanted, kernels: Kernels) -> Selected:
    groups = sorted(wanted.required, key=_size)
    if groups and len(groups[0]) == 1:
        docs, points = _holding([ways[0] for ways in groups if len(ways) == 1], kernels)
        groups = [ways for ways in groups if len(ways) > 1]
    else:
        docs = _candidates(groups[:1] or wanted.either)
        points = np.zeros(len(docs), np.int32)
    for ways in groups:
        docs, points = _held(docs, points, weigh(ways, docs, kernels))
    if wanted.either:
        more = np.add.reduce([weigh(ways, docs, kernels) for ways in wanted.either], dtype=np.int32)
        docs, points = _held(docs, points, more)
    return Selected(docs, points)


def _holding(words: Sequence[Weighted], kernels: Kernels) -> Selected:
    """The postings that hold all of the words, the rarest first, with their points.

    Rare words leave few postings before anything is reckoned: these are looked at one by one.
    """
    (rarest, weight), *others = words
    docs = rarest.docs
    if others and _FEW < len(docs) <= _SOME:
        docs = kernels.shared(docs, others[0].listed)
    if len(docs) <= _FEW:
        return _one_by_one(docs, words)
    docs, points = rarest.docs, kernels.points(rarest.impacts, worth_of(weight))
    for listed, weight in others:
        docs, points = kernels.narrow(docs, points, listed, worth_of(weight))
        if len(docs) <= _FEW:
            return _one_by_one(docs, words)
    return Selected(docs, points)


def _one_by_one(docs: Docs, words: Sequence[Weighted]) -> Selected:
    """Those of the postings that hold all of the words, with their points."""
    held, sums = [], []
    for doc in docs.tolist():
        worth = 0
        for listed, weight in words:
            impact = impact_in(listed, doc)
            if not impact:
                break
            worth += points_of(impact, weight)
        else:
            held.append(doc)
            sums.append(worth)
    return Selected(np.array(held, np.int32), np.array(sums, np.int32))


def _held(docs: Docs, points: Points, more: Points) -> tuple[Docs, Points]:
    """The postings that have more points, with them."""
    places = (more != 0).nonzero()[0]
    return docs.take(places), points.take(places) + more.take(places)


def _candidates(groups: Sequence[Ways]) -> Docs:
    """The postings of any of the groups."""
    lists = [way.listed.docs for ways in groups for way in ways]
    if len(lists) == 1:
        return lists[0]
    docs: Docs = np.sort(np.concatenate(lists))
    return np.asarray(docs[np.diff(docs, prepend=-1) != 0])


def _admitted(
    segment: Segment,
    chosen: Selected,
    tests: Sequence[Test],
    kernels: Kernels,
    *,
    alive: npt.NDArray[np.bool_] | None,
    viewer: Viewer,
) -> Selected:
    """Those that live, may be seen, and pass all tests."""
    if alive is not None:
        chosen = _kept(chosen, alive[chosen.docs])
    if segment.has_owners and not viewer.host:
        chosen = _kept(chosen, segment.seen_by(viewer, chosen.docs))
    for test in tests:
        chosen = _kept(chosen, passing(segment, test, chosen.docs, kernels))
    return chosen


def _passing_all(
    segment: Segment, tests: Sequence[Test], kernels: Kernels, *, alive: npt.NDArray[np.bool_] | None, viewer: Viewer
) -> Bits:
    """Which postings pass all tests, live, and may be seen."""
    bits = [all_passing(segment, test, kernels) for test in tests]
    if alive is not None:
        bits.append(Bits.of(alive))
    if segment.has_owners and not viewer.host:
        bits.append(Bits.of(segment.seen_by(viewer, None)))
    return reduce(and_, bits) if bits else Bits.of(np.ones(len(segment), np.bool_))


def _size(ways: Ways) -> int:
    return len(ways[0].listed.docs) if len(ways) == 1 else sum([len(way.listed.docs) for way in ways])


def _kept(chosen: Selected, held: npt.NDArray[np.bool_]) -> Selected:
    places = held.nonzero()[0]
    return chosen if len(places) == len(held) else Selected(chosen.docs.take(places), chosen.points.take(places))
