"""Which words do the postings hold, and which of them did somebody mean who typed another?

A known word is never corrected. An unknown one is read as the known word within one edit (from four letters on) or
two (from eight on), edits as in optimal string alignment: insert, delete, replace, swap neighbours.
"""

from collections import Counter
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST_CORRECTED = 4
_TWO_EDITS_FROM = 8


class Vocabulary:
    """Stems with the number of postings that hold each; grows and shrinks with the index."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._by_length: dict[int, dict[str, None]] = {}

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def add(self, stems: Iterable[str]) -> None:
        """Counts each stem for one posting."""
        for word in stems:
            self._counts[word] += 1
            self._by_length.setdefault(len(word), {})[word] = None

    def remove(self, stems: Iterable[str]) -> None:
        """Takes back what `add` counted for one posting."""
        for word in stems:
            self._counts[word] -= 1
            if not self._counts[word]:
                del self._counts[word]
                del self._by_length[len(word)][word]

    def count(self, word: str) -> int:
        """How many postings hold the stem; 0 when none does."""
        return self._counts.get(word, 0)

    def nearest(self, word: str) -> str | None:
        """The known stem that an unknown one most likely means, or None.

        Ties go to the fewer edits, then to the same first and last letter, then to the more frequent, then to the
        alphabet.
        """
        if len(word) < _SHORTEST_CORRECTED or word in self._counts or not word.isalpha():
            return None
        most = 2 if len(word) >= _TWO_EDITS_FROM else 1
        near = [
            word for size in range(len(word) - most, len(word) + most + 1) for word in self._by_length.get(size, ())
        ]
        hits = process.extract(word, near, scorer=OSA.distance, score_cutoff=most, limit=None)
        if not hits:
            return None
        return min(hits, key=lambda hit: (hit[1], *_unlike(word, hit[0]), -self._counts[hit[0]], hit[0]))[0]


def _unlike(word: str, known: str) -> tuple[bool, bool]:
    """People rarely mistype how a word begins, and seldom how it ends."""
    return known[0] != word[0], known[-1] != word[-1]
