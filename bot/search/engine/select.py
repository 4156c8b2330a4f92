"""Which postings of one segment match a plan, and how many points has each?

The rarest group gives the candidates; every other group keeps some of them and adds its points. Tests look only at
what is left. Without words the tests look at every posting.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.model.viewer import Viewer
from bot.search.engine.conditions import passing
from bot.search.engine.kernels import Docs, Kernels, Points, worth_of
from bot.search.engine.lookup import Listed
from bot.search.engine.segment import Segment
from bot.search.plan import FAVOUR, Test


@dataclass(frozen=True, slots=True)
class Weighted:
    """An alternative as it is in one segment: its postings, and what impact 255 is worth."""

    listed: Listed
    weight: int


# A group as it is in one segment.
Ways = Sequence[Weighted]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A plan as it is in one segment."""

    tests: tuple[Test, ...]
    favoured: tuple[tuple[Test, ...], ...]
    required: Sequence[Ways]
    excluded: Sequence[Ways]
    either: Sequence[Ways]
    optional: Sequence[Ways]

    @property
    def scoring(self) -> Sequence[Ways]:
        """The groups that add to the score."""
        return [*self.required, *self.either, *self.optional]


@dataclass(frozen=True, slots=True)
class Selected:
    """Ordinals in order, with the points of each."""

    docs: Docs
    points: Points


def select(
    segment: Segment, wanted: Wanted, kernels: Kernels, *, alive: npt.NDArray[np.bool_] | None, viewer: Viewer
) -> Selected:
    """The living postings that match and that the viewer may see; `alive` None when all are."""
    by_words = bool(wanted.required or wanted.either)
    chosen = _by_words(wanted, kernels) if by_words else _by_tests(segment, wanted.tests)
    for ways in wanted.excluded:
        chosen = _kept(chosen, weigh(ways, chosen.docs, kernels) == 0)
    if alive is not None:
        chosen = _kept(chosen, alive[chosen.docs])
    if segment.has_owners and not viewer.host:
        chosen = _kept(chosen, segment.seen_by(viewer, chosen.docs))
    for test in wanted.tests if by_words else ():
        chosen = _kept(chosen, passing(segment, test, chosen.docs))
    points = chosen.points
    for favour in wanted.favoured if len(chosen.docs) else ():
        points = points + FAVOUR * np.logical_and.reduce([passing(segment, test, chosen.docs) for test in favour])
    for ways in wanted.optional:
        points = points + weigh(ways, chosen.docs, kernels)
    return Selected(chosen.docs, points)


def favours_of(segment: Segment, wanted: Wanted, ordinal: int) -> tuple[int, ...]:
    """The places of the favoured sets of tests that one posting passes."""
    docs = np.array([ordinal], np.int32)
    return tuple(
        place for place, favour in enumerate(wanted.favoured) if all(passing(segment, test, docs)[0] for test in favour)
    )


def weigh(ways: Ways, docs: Docs, kernels: Kernels) -> Points:
    """The points of a group for each of the postings: those of its worthiest alternative, 0 where it has none."""
    points = _weigh(ways[0], docs, kernels)
    for way in ways[1:]:
        points = np.maximum(points, _weigh(way, docs, kernels))
    return points


def _weigh(way: Weighted, docs: Docs, kernels: Kernels) -> Points:
    points = np.zeros(len(docs), np.int32)
    held, places = kernels.meet(docs, way.listed.docs)
    points[held] = worth_of(way.weight)[way.listed.impacts[places]]
    return points


def _by_words(wanted: Wanted, kernels: Kernels) -> Selected:
    groups = sorted(wanted.required, key=_size)
    if len(groups) == 1 and len(groups[0]) == 1 and not wanted.either:
        way = groups[0][0]
        return Selected(way.listed.docs, worth_of(way.weight).take(way.listed.impacts))
    docs = _candidates(groups[:1] or wanted.either)
    points = np.zeros(len(docs), np.int32)
    # The rarest group comes last: its points are looked up for what the others have left of its postings.
    for ways in (*groups[1:], *groups[:1]):
        if len(ways) == 1:
            held, places = kernels.meet(docs, ways[0].listed.docs)
            more = worth_of(ways[0].weight)[ways[0].listed.impacts[places]]
        else:
            more = weigh(ways, docs, kernels)
            held = more.nonzero()[0]
            more = more[held]
        docs, points = docs[held], points[held] + more
    if wanted.either:
        more = np.add.reduce([weigh(ways, docs, kernels) for ways in wanted.either], dtype=np.int32)
        held = more.nonzero()[0]
        docs, points = docs[held], points[held] + more[held]
    return Selected(docs, points)


def _candidates(groups: Sequence[Ways]) -> Docs:
    """The postings of any of the groups."""
    lists = [way.listed.docs for ways in groups for way in ways]
    if len(lists) == 1:
        return lists[0]
    docs: Docs = np.sort(np.concatenate(lists))
    return np.asarray(docs[np.diff(docs, prepend=-1) != 0])


def _by_tests(segment: Segment, tests: Sequence[Test]) -> Selected:
    holds = np.ones(len(segment), np.bool_)
    for test in tests:
        holds &= passing(segment, test, None)
    docs = holds.nonzero()[0].astype(np.int32)
    return Selected(docs, np.zeros(len(docs), np.int32))


def _size(ways: Ways) -> int:
    return len(ways[0].listed.docs) if len(ways) == 1 else sum([len(way.listed.docs) for way in ways])


def _kept(chosen: Selected, held: npt.NDArray[np.bool_]) -> Selected:
    places = held.nonzero()[0]
    return chosen if len(places) == len(held) else Selected(chosen.docs[places], chosen.points[places])
