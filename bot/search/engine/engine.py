"""Which postings match a plan, in which order, and why? The one door to the index.

The same postings and plan give the same matches, however the postings came in: what a word is worth in a posting
depends on that posting, how rare it is on all that are there now.
"""

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from bot.model.posting import PostingId
from bot.model.stored import StoredPosting
from bot.model.viewer import HOST, Viewer
from bot.search.engine.kernels import Kernels, Plain
from bot.search.engine.ladder import Ladder
from bot.search.engine.lookup import fields_of, locate
from bot.search.engine.rows import RowReader
from bot.search.engine.segment import Segment
from bot.search.engine.select import favours_of, select, weigh
from bot.search.engine.selection import Selection
from bot.search.engine.wanted import Lookup, Ways
from bot.search.engine.words import Words
from bot.search.fields import FIELDS
from bot.search.plan import Explanation, Group, Part, Plan

# Loading compiled code takes longer than searching fewer postings ever does.
_WORTH_COMPILING = 20_000
_MOST_WORDS = 200_000


class Engine:
    """The index of one library. `library` names it, `folder` is where its files are (None: memory alone)."""

    def __init__(self, library: str = "", folder: Path | None = None, *, kernels: Kernels | None = None) -> None:
        self._ladder = Ladder(library, folder)
        self._reader = RowReader()
        self._kernels = kernels
        self._lookup: Lookup | None = None

    def __len__(self) -> int:
        return sum(map(len, self._ladder.rungs))

    def words(self, viewer: Viewer = HOST) -> Words:
        """The words of the postings that the viewer may see."""
        return Words(self._ladder, viewer)

    @property
    def last_change(self) -> int:
        """The last change of the store that is in the index."""
        return self._ladder.last

    @property
    def outdated(self) -> bool:
        """Whether there are files of another version, or of another library: the index has to be rebuilt."""
        return self._ladder.outdated

    def add(self, stored: StoredPosting, *, change: int = 0) -> None:
        """Makes a posting findable, in place of the one with its number."""
        self._ladder.add(self._reader.read(stored), change=change)

    def remove(self, posting: PostingId, *, change: int = 0) -> None:
        """Makes a posting unfindable; nothing happens when it is not there."""
        self._ladder.remove(posting, change=change)

    def settle(self) -> None:
        """Makes a segment of the latest changes when they are many; to be called when they are committed."""
        self._ladder.settle()
        self._renew()

    def rewind(self) -> None:
        """Forgets the changes since the last segment, because some of them were not committed."""
        self._ladder.rewind()

    def rebuild(self, postings: Iterable[StoredPosting], *, last_change: int) -> None:
        """Makes the index again, of all postings."""
        self._reader, self._lookup = RowReader(), None
        self._ladder.rebuild(self._reader.read_all(postings), last=last_change)
        self._reader = RowReader()

    def select(self, plan: Plan, *, viewer: Viewer = HOST) -> Selection:
        """The postings that match, as far as the viewer may see them."""
        lookup, kernels = self._current_lookup(), self._chosen_kernels()
        rungs = lookup.rungs
        chosen = [
            select(rung.segment, wants, kernels, alive=rung.alive, viewer=viewer)
            for rung, wants in zip(rungs, lookup.wanted(plan), strict=True)
        ]
        return Selection([rung.segment for rung in rungs], chosen, kernels, ranked=bool(plan.scoring or plan.favoured))

    def explain(self, plan: Plan, posting: PostingId) -> Explanation:
        """What the points of a posting are made of; nothing for a posting that is not there."""
        lookup, kernels = self._current_lookup(), self._chosen_kernels()
        for rung, wants in zip(lookup.rungs, lookup.wanted(plan), strict=True):
            ordinal = rung.segment.ordinal(posting)
            if ordinal is not None and (rung.alive is None or rung.alive[ordinal]):
                parts = (
                    _part(rung.segment, ordinal, group, ways, kernels)
                    for group, ways in zip(plan.scoring, wants.scoring, strict=True)
                )
                favours = favours_of(rung.segment, wants, ordinal, kernels)
                return Explanation(tuple(part for part in parts if part.points), favours)
        return Explanation()

    def _renew(self) -> None:
        """Begins a new lexicon when the old one is large and no row needs it."""
        if len(self._reader.lexicon.words) > _MOST_WORDS and not self._ladder.pending:
            self._reader = RowReader()

    def _current_lookup(self) -> Lookup:
        """The words of the rungs as they are now."""
        rungs = self._ladder.rungs
        if self._lookup is None or self._lookup.rungs is not rungs:
            self._lookup = Lookup(rungs, self._chosen_kernels())
        return self._lookup

    def _chosen_kernels(self) -> Kernels:
        if self._kernels is None:
            large = len(self) >= _WORTH_COMPILING
            self._kernels = compiled_kernels() if large and find_spec("numba") else Plain()
        return self._kernels


def compiled_kernels() -> Kernels:
    """The compiled loops; raises ImportError when numba is not installed."""
    kernels: Kernels = import_module("bot.search.engine.kernels_fast").Compiled()
    return kernels


def _part(segment: Segment, ordinal: int, group: Group, ways: Ways, kernels: Kernels) -> Part:
    """What a group adds to the points of one posting."""
    docs = np.array([ordinal], np.int32)
    points = [int(weigh([way], docs, kernels)[0]) for way in ways]
    best = group.alternatives[points.index(max(points))]
    bits = fields_of(segment, locate(segment, best), ordinal)
    return Part(
        group, best, tuple(field.name for number, field in enumerate(FIELDS) if bits >> number & 1), max(points)
    )
