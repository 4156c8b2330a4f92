"""Which postings of a segment still count? A segment never changes; what was removed since is kept beside it."""

import numpy as np
import numpy.typing as npt

from bot.model.viewer import HOST, Viewer
from bot.search.engine.lists import among
from bot.search.engine.segment import Segment


class Rung:
    """One segment with the postings in it that were removed or replaced later."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.alive: npt.NDArray[np.bool_] | None = None
        self.dead = np.empty(0, np.int32)

    def __len__(self) -> int:
        """How many postings still count."""
        return len(self.segment) - len(self.dead)

    def kill(self, posting: int) -> bool:
        """Takes a posting out; False when it is not here."""
        ordinal = self.segment.ordinal(posting)
        if ordinal is None or (self.alive is not None and not self.alive[ordinal]):
            return False
        if self.alive is None:
            self.alive = np.ones(len(self.segment), np.bool_)
        self.alive[ordinal] = False
        self.dead = np.insert(self.dead, int(self.dead.searchsorted(ordinal)), ordinal)
        return True

    def revive(self, posting: int) -> bool:
        """Takes a posting back in; False when it is not here or was never out."""
        ordinal = self.segment.ordinal(posting)
        if ordinal is None or self.alive is None or self.alive[ordinal]:
            return False
        self.alive[ordinal] = True
        self.dead = np.delete(self.dead, int(self.dead.searchsorted(ordinal)))
        return True

    def holders(self, words: range, viewer: Viewer = HOST) -> int:
        """How many living postings that the viewer may see hold each of the words, summed up."""
        start, stop = self.segment.first[words.start], self.segment.first[words.stop]
        if self.segment.has_owners and not viewer.host:
            listed = self.segment.docs[start:stop]
            return int(np.count_nonzero(self.segment.seen_by(viewer, listed) & self.living()[listed]))
        if self.alive is None:
            return int(stop - start)
        listed = self.segment.docs[start:stop]
        if len(words) == 1 and len(self.dead) < len(listed):
            return len(listed) - int(np.count_nonzero(among(self.dead, listed)))
        return int(np.count_nonzero(self.alive[listed]))

    def living(self) -> npt.NDArray[np.bool_]:
        """A truth value per ordinal."""
        return np.ones(len(self.segment), np.bool_) if self.alive is None else self.alive
