"""Which frequent words follow each other? The postings of each such pair are listed, as those of a word are.

To find where one of two words follows the other, every posting that holds both has to be looked at. Where both are
frequent (`dense.py`) that takes a hundred times longer than any other search, so it is done when a segment is made.
"""

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from bot.search.engine.lists import Docs
from bot.search.engine.phrases import LAST_POSITION
from bot.search.engine.segment import Array, Segment

# So many postings at a time keep what is sorted in the cache.
_AT_ONCE = 1 << 13
# In one number: posting, position, and frequent word; or pair, and posting.
_POSITION_BITS, _WORD_BITS, _DOC_BITS = 17, 16, 32
_LAST_WORD = (1 << _WORD_BITS) - 1


def pair_lists(arrays: Mapping[str, Array], words: npt.NDArray[np.int32]) -> Iterator[tuple[str, Array]]:
    """The sections `pairs.*` for some words and the other sections of a segment."""
    edges = np.arange(0, len(arrays["rank"]) + _AT_ONCE, _AT_ONCE)
    lists = [_Spots(arrays, word, edges) for word in words.tolist()]
    found = [np.empty(0, np.int64)]
    for number in range(len(edges) - 1 if lists else 0):
        spots = np.concatenate([word.keys(number) << _WORD_BITS | code for code, word in enumerate(lists)])
        found.append(_followed(np.sort(spots), len(words)))
    keys = np.concatenate(found)
    keys.sort()
    keys = keys[np.append(True, keys[1:] != keys[:-1])[: len(keys)]]
    pairs = (keys >> _DOC_BITS).astype(np.int32)
    starts = np.flatnonzero(np.diff(pairs, prepend=-1) != 0)
    yield "pairs.words", words
    yield "pairs.keys", pairs[starts]
    yield "pairs.first", np.append(starts, len(pairs))
    yield "pairs.docs", keys.astype(np.int32)


def following(segment: Segment, word: int, after: int) -> Docs | None:
    """The postings where one frequent word stands right behind another; None when one of them is not frequent."""
    words, keys, first = (segment.arrays[f"pairs.{name}"] for name in ("words", "keys", "first"))
    codes = words.searchsorted(np.array([word, after], np.int32))
    if len(words) == 0 or (words.take(codes, mode="clip") != (word, after)).any():
        return None
    key = np.int32(codes[0] * len(words) + codes[1])
    start, stop = first[keys.searchsorted(key)], first[keys.searchsorted(key, side="right")]
    docs: Docs = segment.arrays["pairs.docs"][start:stop]
    return docs


class _Spots:
    """Where one word stands, between some edges of the ordinals."""

    def __init__(self, arrays: Mapping[str, Array], word: int, edges: Array) -> None:
        start, stop = arrays["first"][word : word + 2].tolist()
        self._docs, self._spots = arrays["docs"][start:stop], arrays["spots"][start:stop]
        self._positions = arrays["positions"][slice(*arrays["first_spot"][word : word + 2].tolist())]
        self._places = self._docs.searchsorted(edges)
        self._first_spots = np.append(0, np.cumsum(self._spots, dtype=np.int64))[self._places]

    def keys(self, number: int) -> npt.NDArray[np.int64]:
        """Posting and position of each spot behind the edge of that number, before the next."""
        places = slice(*self._places[number : number + 2].tolist())
        docs = np.repeat(self._docs[places].astype(np.int64) << _POSITION_BITS, self._spots[places])
        docs |= self._positions[slice(*self._first_spots[number : number + 2].tolist())]
        return docs


def _followed(spots: npt.NDArray[np.int64], words: int) -> npt.NDArray[np.int64]:
    """The pairs in sorted spots, each with the posting that has it."""
    places = spots >> _WORD_BITS
    before = np.flatnonzero(places[1:] - places[:-1] == 1)
    first, second = spots.take(before), spots.take(before + 1)
    pairs = (first & _LAST_WORD) * words + (second & _LAST_WORD)
    pairs = pairs << _DOC_BITS | first >> (_WORD_BITS + _POSITION_BITS)
    return np.asarray(pairs[second >> _WORD_BITS & LAST_POSITION != LAST_POSITION])
