"""Which known words did somebody mean who typed another?

An unknown word may mean every known word that is as near as the nearest: within one edit (from four letters on) or two
(from eight on), edits as in optimal string alignment: insert, delete, replace, swap neighbours. One that begins
otherwise is meant only where none begins alike. Words that end alike come first, then those that more postings hold;
only the first few count.
"""

from collections.abc import Sequence
from typing import Protocol

from bot.search.engine.words import Near

MOST_MEANT = 5
_SHORTEST_CORRECTED = 4
_SHORTEST_DOUBTED = 5
_TWO_EDITS_FROM = 8
# What so many times fewer postings hold than another near word is a typo itself.
_TOO_RARE = 1000


class KnownWords(Protocol):
    """The stems of the postings that are there (`bot.search.engine.words`)."""

    def count(self, word: str) -> int:
        """How many postings hold the stem."""
        ...

    def near(self, word: str, *, most: int) -> tuple[Near, ...]:
        """The known stems within so many edits."""
        ...


class NoWords:
    """What is known without any posting."""

    def count(self, word: str) -> int:
        """None holds it."""
        return 0

    def near(self, word: str, *, most: int) -> tuple[Near, ...]:
        """None is near."""
        return ()


class Vocabulary:
    """The words that are known, and those that another word may mean."""

    def __init__(self, words: KnownWords | None = None) -> None:
        self._words = words or NoWords()

    def __contains__(self, word: str) -> bool:
        return self.count(word) > 0

    def count(self, word: str) -> int:
        """How many postings hold the stem; 0 when none does."""
        return self._words.count(word)

    def meant(self, word: str) -> tuple[str, ...]:
        """The known stems that an unknown one may mean, the likeliest first; () when none is near, or it is known."""
        if len(word) < _SHORTEST_CORRECTED or not word.isalpha() or word in self:
            return ()
        return _likeliest(word, self._nearest(word, least=1))

    def doubted(self, word: str) -> tuple[str, ...]:
        """The other stems that a known one may be a typo of: near ones that as many postings hold, likeliest first."""
        if len(word) < _SHORTEST_DOUBTED or not word.isalpha():
            return ()
        count = self.count(word)
        return _likeliest(word, self._nearest(word, least=count)) if count else ()

    def _nearest(self, word: str, *, least: int) -> list[Near]:
        """The other stems that at least so many postings hold, within one edit, or where there are none within two."""
        near: list[Near] = []
        # Most typos are one edit, and to look that far alone is several times faster.
        for most in (1, 2) if len(word) >= _TWO_EDITS_FROM else (1,):
            near = near or [
                each for each in self._words.near(word, most=most) if each.word != word and each.count >= least
            ]
        return near


def _likeliest(word: str, near: Sequence[Near]) -> tuple[str, ...]:
    """The best of words that are equally many edits away."""
    if len(near) < 2:
        return tuple([each.word for each in near])
    # People rarely mistype how a word begins.
    nearest = [each for each in near if each.word[0] == word[0]] or near
    fewest = max(each.count for each in nearest) / _TOO_RARE
    ranked = sorted(nearest, key=lambda each: (each.word[-1] != word[-1], -each.count, each.word))
    return tuple([each.word for each in ranked if each.count >= fewest][:MOST_MEANT])
