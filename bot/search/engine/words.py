"""Which words do the postings hold, and which of them look like another word?"""

from dataclasses import dataclass

from bot.model.viewer import Viewer
from bot.search.engine.ladder import Ladder
from bot.search.engine.lookup import word_range


@dataclass(frozen=True, slots=True)
class Near:
    """A known word, how many edits away it is, and how many postings hold it."""

    word: str
    edits: int
    count: int


class Words:
    """The stems of the postings that are there now and that the viewer may see."""

    def __init__(self, ladder: Ladder, viewer: Viewer) -> None:
        self._ladder = ladder
        self._viewer = viewer

    def __contains__(self, word: str) -> bool:
        return self.count(word) > 0

    def count(self, word: str) -> int:
        """How many postings hold the stem."""
        count = 0
        for rung in self._ladder.rungs:
            number = rung.segment.words.find(word)
            if number is not None:
                count += rung.holders(range(number, number + 1), self._viewer)
        return count

    def beginning(self, prefix: str) -> bool:
        """Whether any stem begins so."""
        rungs = self._ladder.rungs
        return any(rung.holders(word_range(rung.segment, prefix, prefix=True), self._viewer) for rung in rungs)

    def near(self, word: str, *, most: int) -> tuple[Near, ...]:
        """The known stems within `most` (1 or 2) edits: fewer edits first, then the alphabet."""
        found: dict[str, Near] = {}
        for rung in self._ladder.rungs:
            for number, known, edits in rung.segment.spellings.nearest(word, most=most):
                held = rung.holders(range(number, number + 1), self._viewer)
                before = found.get(known)
                found[known] = Near(known, edits, held + before.count if before else held)
        return tuple(sorted([near for near in found.values() if near.count], key=lambda near: (near.edits, near.word)))
