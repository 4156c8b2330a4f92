"""Which known words look like an unknown one? Words by what is left of them without one or two of their letters.

Two words within one edit (insert, delete, replace, swap neighbours) become equal when each loses at most one letter,
within two edits when each loses at most two. So every word is kept under the hashes of all that is left of it, and a
look-up costs a few dozen binary searches however many words there are. What shares a hash is compared for real.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from bot.search.engine.segment import Segment

SHORTEST = 4
_TWO_LOST_FROM = 6
_LONGEST = 24
# Odd, so that it has an inverse among 32-bit numbers.
_BASE = 0x9E3779B1
_ONE_LESS, _TWO_LESS = (np.uint32(pow(_BASE, -lost, 2**32)) for lost in (1, 2))
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


def nearest(word: str, segment: Segment, *, most: int) -> Iterator[tuple[int, str, int]]:
    """The words within `most` (1 or 2) edits: number, word and edits, in rising order of numbers."""
    if not SHORTEST <= len(word) <= _LONGEST:
        return
    letters = np.frombuffer(word.encode("utf-32-le", "surrogatepass"), np.uint32)
    hashes = _hashes(letters[None], most)[0]
    for number in sorted(_sharing(segment, hashes)):
        known = segment.words[number]
        edits = OSA.distance(word, known, score_cutoff=most)
        if edits <= most:
            yield number, known, edits


def _sharing(segment: Segment, hashes: Hashes) -> set[int]:
    """The numbers of the words that have any of the hashes."""
    keys, words = segment.near_keys, segment.near_words
    if not len(keys):
        return set()
    starts = keys.searchsorted(hashes)
    shared = keys.take(starts, mode="clip") == hashes
    hashes, starts = hashes[shared], starts[shared]
    stops = keys.searchsorted(hashes, side="right")
    near: set[int] = set()
    for start, stop in zip(starts.tolist(), stops.tolist(), strict=True):
        near.update(words[start:stop].tolist())
    return near


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
