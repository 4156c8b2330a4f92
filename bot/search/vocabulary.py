"""Which known word did somebody mean who typed another?

A known word is never corrected. An unknown one is read as the known word within one edit (from four letters on) or
two (from eight on), edits as in optimal string alignment: insert, delete, replace, swap neighbours.
"""

from typing import Protocol

from bot.search.engine.words import Near

_SHORTEST_CORRECTED = 4
_TWO_EDITS_FROM = 8


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
    """The words that are known, and the one that an unknown word means."""

    def __init__(self, words: KnownWords | None = None) -> None:
        self._words = words or NoWords()

    def __contains__(self, word: str) -> bool:
        return self.count(word) > 0

    def count(self, word: str) -> int:
        """How many postings hold the stem; 0 when none does."""
        return self._words.count(word)

    def nearest(self, word: str) -> str | None:
        """The known stem that an unknown one most likely means, or None.

        Ties go to the fewer edits, then to the same first and last letter, then to the more frequent, then to the
        alphabet.
        """
        if len(word) < _SHORTEST_CORRECTED or not word.isalpha() or word in self:
            return None
        near = self._words.near(word, most=2 if len(word) >= _TWO_EDITS_FROM else 1)
        best = min(near, key=lambda each: (each.edits, *_unlike(word, each.word), -each.count, each.word), default=None)
        return None if best is None else best.word


def _unlike(word: str, known: str) -> tuple[bool, bool]:
    """People rarely mistype how a word begins, and seldom how it ends."""
    return known[0] != word[0], known[-1] != word[-1]
