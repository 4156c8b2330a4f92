"""Which known words look like an unknown one? Words by what is left of them without one or two of their letters.

Two words within one edit (insert, delete, replace, swap neighbours) become equal when each loses at most one letter,
within two edits when each loses at most two. So every word is kept under the hashes of all that is left of it, and a
look-up costs a few dozen binary searches however many words there are. What shares a hash is compared for real.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from bot.search.engine.segment import Segment

SHORTEST = 4
_TWO_LOST_FROM = 6
_LONGEST = 24
_BASE = 0x01000193
_MASK = 0xFFFFFFFF
# A hash, or an array of the hashes of many words.
Hashes = Any


def near_words(words: Sequence[str]) -> Iterator[tuple[str, npt.NDArray[np.generic]]]:
    """The sections `near.keys` and `near.words` for sorted words; words with other signs than letters are left out."""
    by_length: dict[int, list[int]] = {}
    for number, word in enumerate(words):
        if SHORTEST - 1 <= len(word) <= _LONGEST and word.isalpha():
            by_length.setdefault(len(word), []).append(number)
    pairs = [np.empty(0, np.uint64)]
    for length, chosen in sorted(by_length.items()):
        letters = np.array([words[number] for number in chosen], f"<U{length}").view(np.uint32).reshape(-1, length)
        numbers = np.array(chosen, np.uint64)
        most = 2 if length >= _TWO_LOST_FROM else 1
        start = np.zeros(len(chosen), np.uint32)
        hashes = _hashes([np.ascontiguousarray(column) for column in letters.T], start, most)
        pairs.extend(each.astype(np.uint64) << np.uint64(32) | numbers for each in hashes)
    sorted_pairs = np.sort(np.concatenate(pairs))
    distinct = sorted_pairs[np.diff(sorted_pairs, prepend=sorted_pairs[:1] + np.uint64(1)) != 0]
    yield "near.keys", (distinct >> np.uint64(32)).astype(np.uint32)
    yield "near.words", distinct.astype(np.uint32).view(np.int32)


def nearest(word: str, segment: Segment, *, most: int) -> Iterator[tuple[int, str, int]]:
    """The words within `most` (1 or 2) edits: number, word and edits, in rising order of numbers."""
    if not SHORTEST <= len(word) <= _LONGEST:
        return
    hashes = sorted(set(_hashes([ord(letter) for letter in word], 0, most)))
    keys, numbers = segment.near_keys.data, segment.near_words.data
    near = set()
    for value, place in zip(hashes, segment.near_keys.searchsorted(np.array(hashes, np.uint32)).tolist(), strict=True):
        while place < len(keys) and keys[place] == value:
            near.add(numbers[place])
            place += 1
    for number in sorted(near):
        known = segment.words[number]
        edits = OSA.distance(word, known, score_cutoff=most)
        if edits <= most:
            yield number, known, edits


def _hashes(letters: Sequence[Hashes], start: Hashes, most: int) -> list[Hashes]:
    """The hashes of all that is left without up to `most` letters; of one word, or of many words of one length."""
    left: list[list[Hashes]] = [[start], *([] for _ in range(most))]
    for letter in letters:
        kept = [[(value ^ letter) * _BASE & _MASK for value in values] for values in left]
        left = [kept[0], *(more + fewer for more, fewer in zip(kept[1:], left, strict=False))]
    return [value for values in left for value in values]
