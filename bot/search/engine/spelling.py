"""Which known words look like an unknown one? Words by what is left of them without one or two of their letters.

Two words within one edit (insert, delete, replace, swap neighbours) become equal when each loses at most one letter,
within two edits when each loses at most two. So every word is kept under the hashes of all that is left of it, and a
look-up costs a few dozen binary searches however many words there are. What shares a hash is compared for real.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import mul

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from bot.search.engine.strings import Strings

SHORTEST = 4
_TWO_LOST_FROM = 6
_LONGEST = 24
# Odd, so that it has an inverse among 32-bit numbers.
_BASE = 0x9E3779B1
_ONE_LESS, _TWO_LESS = (pow(_BASE, -lost, 2**32) for lost in (1, 2))
_MASK = 2**32 - 1
# First bits lead to a few keys: about two to the power of this.
_BITS_LEFT = 4
Hashes = npt.NDArray[np.uint32]


def near_words(words: Sequence[str]) -> Iterator[tuple[str, npt.NDArray[np.generic]]]:
    """The sections `near.keys` and `near.words` for sorted words; words with other signs than letters are left out."""
    by_length: dict[int, list[int]] = {}
    for number, word in enumerate(words):
        if SHORTEST - 1 <= len(word) <= _LONGEST and word.isalpha():
            by_length.setdefault(len(word), []).append(number)
    pairs = [np.empty(0, np.uint64)]
    for length, chosen in sorted(by_length.items()):
        letters = np.array([words[number] for number in chosen], f"<U{length}").view(np.uint32).reshape(-1, length)
        hashes = _hashes(letters, 2 if length >= _TWO_LOST_FROM else 1).astype(np.uint64)
        pairs.append((hashes << np.uint64(32) | np.array(chosen, np.uint64)[:, None]).ravel())
    sorted_pairs = np.sort(np.concatenate(pairs))
    distinct = sorted_pairs[np.diff(sorted_pairs, prepend=sorted_pairs[:1] + np.uint64(1)) != 0]
    yield "near.keys", (distinct >> np.uint64(32)).astype(np.uint32)
    yield "near.words", distinct.astype(np.uint32).view(np.int32)


class Spellings:
    """The words of a segment by what is left of them; the arrays are the sections of `near_words`."""

    def __init__(self, words: Strings, keys: npt.NDArray[np.uint32], numbers: npt.NDArray[np.int32]) -> None:
        self._words = words
        self._keys = keys
        self._numbers = numbers.data
        # Hashes are spread evenly: their first bits lead to the few keys that begin so.
        self._bits = max(len(keys).bit_length() - _BITS_LEFT, 0)
        self._marks: memoryview | None = None

    def nearest(self, word: str, *, most: int) -> Iterator[tuple[int, str, int]]:
        """The words within `most` (1 or 2) edits: number, word and edits, in rising order of numbers."""
        if not SHORTEST <= len(word) <= _LONGEST:
            return
        for number in sorted(self._sharing(_hashes_of(word, most))):
            known = self._words[number]
            edits = OSA.distance(word, known, score_cutoff=most)
            if edits <= most:
                yield number, known, edits

    def _sharing(self, hashes: Iterable[int]) -> set[int]:
        """The numbers of the words that have any of the hashes."""
        if self._marks is None:
            begins = (np.arange(1 << self._bits) << (32 - self._bits)).astype(np.uint32)
            self._marks = np.append(self._keys.searchsorted(begins), len(self._keys)).data
        marks, keys, numbers, shift = self._marks, self._keys.data, self._numbers, 32 - self._bits
        near: set[int] = set()
        for wanted in hashes:
            stop = marks[(wanted >> shift) + 1]
            place = bisect_left(keys, wanted, marks[wanted >> shift], stop)
            while place < stop and keys[place] == wanted:
                near.add(numbers[place])
                place += 1
        return near


def _hashes_of(word: str, most: int) -> set[int]:
    """What `_hashes` gives for one word: a few dozen numbers are sooner reckoned one by one than in arrays."""
    sums = [0, *accumulate(map(mul, map(ord, word), _powers(len(word)).tolist()))]
    whole = sums[-1]
    without = [before * _ONE_LESS + whole - behind for before, behind in pairwise(sums)]
    left = [whole, *without]
    if most > 1:
        # What stands before a letter that is lost earlier counts two powers less, and that letter nothing.
        earlier = [before * _TWO_LESS - behind * _ONE_LESS for before, behind in pairwise(sums)]
        left += [more + less for place, more in enumerate(earlier, 1) for less in without[place:]]
    return {each & _MASK for each in left}


def _hashes(letters: Hashes, most: int) -> Hashes:
    """The hashes of all that is left without up to `most` letters of words of one length: a row of letters each.

    A hash is the sum of letters times powers of the base. What stands before a lost letter counts one power less, so
    the hash without it is made of sums over what stands before and behind.
    """
    size = letters.shape[1]
    sums = np.zeros((len(letters), size + 1), np.uint32)
    np.cumsum(letters * _powers(size), axis=1, dtype=np.uint32, out=sums[:, 1:])
    whole = sums[:, -1:]
    behind = whole - sums[:, 1:]
    left = [whole, sums[:, :-1] * _ONE_LESS + behind]
    if most > 1:
        first, second = _pairs(size)
        between = (sums[:, second] - sums[:, first + 1]) * _ONE_LESS
        left.append(sums[:, first] * _TWO_LESS + between + behind[:, second])
    return np.concatenate(left, axis=1)


@lru_cache(maxsize=_LONGEST)
def _powers(size: int) -> Hashes:
    """The power of the base at each letter of words of a length."""
    return np.array([pow(_BASE, exponent, 2**32) for exponent in range(size - 1, -1, -1)], np.uint32)


@lru_cache(maxsize=_LONGEST)
def _pairs(size: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The places of both letters, for all pairs of letters of words of a length."""
    first, second = np.triu_indices(size, 1)
    return first, second
