"""Which words do the postings hold, and which of them look like another word?"""

from dataclasses import dataclass

from bot.model.viewer import Viewer
from bot.search.engine.ladder import Ladder
from bot.search.engine.lookup import word_range
from bot.search.engine.spelling import nearest


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
        rungs = self._ladder.rungs
        return sum([rung.holders(words, self._viewer) for rung in rungs if (words := word_range(rung.segment, word))])

    def beginning(self, prefix: str) -> bool:
        """Whether any stem begins so."""
        rungs = self._ladder.rungs
        return any(rung.holders(word_range(rung.segment, prefix, prefix=True), self._viewer) for rung in rungs)

    def near(self, word: str, *, most: int) -> tuple[Near, ...]:
        """The known stems within `most` (1 or 2) edits: fewer edits first, then the alphabet."""
        found: dict[str, tuple[int, int]] = {}
        for rung in self._ladder.rungs:
            for number, known, edits in nearest(word, rung.segment, most=most):
                held = rung.holders(range(number, number + 1), self._viewer) + found.get(known, (edits, 0))[1]
                found[known] = (edits, held)
        near = (Near(known, edits, held) for known, (edits, held) in found.items() if held)
        return tuple(sorted(near, key=lambda each: (each.edits, each.word)))
