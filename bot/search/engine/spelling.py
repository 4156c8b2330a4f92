"""Which known words look like an unknown one? Words by what is left of them without one or two of their letters.

Two words within one edit (insert, delete, replace, swap neighbours) become equal when each loses at most one letter,
within two edits when each loses at most two. So every word is kept under the hashes of all that is left of it, and a
look-up costs a few dozen binary searches however many words there are. What shares a hash is compared for real.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.engine.strings import Strings

SHORTEST = 4
_TWO_LOST_FROM = 6
_LONGEST = 24
_BASE = np.uint32(0x01000193)
_Hashes = npt.NDArray[np.uint32]


def near_words(words: Sequence[str]) -> Iterator[tuple[str, npt.NDArray[np.generic]]]:
    """The sections `near.keys` and `near.words` for sorted words; words with other signs than letters are left out."""
    by_length: dict[int, list[int]] = {}
    for number, word in enumerate(words):
        if SHORTEST - 1 <= len(word) <= _LONGEST and word.isalpha():
            by_length.setdefault(len(word), []).append(number)
    keys, numbers = [np.empty(0, np.uint32)], [np.empty(0, np.uint32)]
    for length, chosen in sorted(by_length.items()):
        hashes = _hashes([words[number] for number in chosen], _lost(length))
        keys.append(hashes.ravel())
        numbers.append(np.repeat(np.array(chosen, np.uint32), hashes.shape[1]))
    pairs = np.unique(np.concatenate(keys).astype(np.uint64) << np.uint64(32) | np.concatenate(numbers))
    yield "near.keys", (pairs >> np.uint64(32)).astype(np.uint32)
    yield "near.words", pairs.astype(np.uint32).view(np.int32)


def nearest(
    word: str, words: Strings, keys: _Hashes, numbers: npt.NDArray[np.int32], *, most: int
) -> Iterator[tuple[int, int]]:
    """The words within `most` (1 or 2) edits, each as its number and the edits; in rising order of numbers."""
    if not SHORTEST <= len(word) <= _LONGEST:
        return
    hashes = np.unique(_hashes([word], most)[0])
    starts, stops = np.searchsorted(keys, hashes), np.searchsorted(keys, hashes, side="right")
    near = sorted({int(number) for start, stop in zip(starts, stops, strict=True) for number in numbers[start:stop]})
    hits = process.extract_iter(word, [words[number] for number in near], scorer=OSA.distance, score_cutoff=most)
    yield from ((near[place], edits) for _, edits, place in hits)


def _lost(length: int) -> int:
    return 2 if length >= _TWO_LOST_FROM else 1


def _hashes(words: Sequence[str], most: int) -> _Hashes:
    """One row per word, all words of one length: the hashes of all that is left without up to `most` letters."""
    length = len(words[0])
    letters = np.array(words, f"<U{length}").view(np.uint32).reshape(len(words), length)
    columns = [_polynomial(letters[:, kept]) for kept in _remainders(length, most)]
    return np.concatenate(columns, axis=1)


def _polynomial(letters: npt.NDArray[np.uint32]) -> _Hashes:
    """The hash of the last axis; letters are uint32, and arithmetic wraps."""
    value = np.zeros(letters.shape[:-1], np.uint32)
    for place in range(letters.shape[-1]):
        value = (value ^ letters[..., place]) * _BASE
    return value


@lru_cache(maxsize=128)
def _remainders(length: int, most: int) -> tuple[npt.NDArray[np.intp], ...]:
    """Which letters are kept when 0, 1, ... `most` are lost: an array of rows of places for each number."""
    return tuple(
        np.array(list(combinations(range(length), length - lost)), np.intp).reshape(-1, length - lost)
        for lost in range(min(most, length - 1) + 1)
    )
