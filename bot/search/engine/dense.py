"""Which words do so many postings hold that a byte for every posting is the faster list?

The list of a frequent word is long, and to look candidates up in it takes a search for each. Beside it the impacts are
kept by ordinal, 0 where a posting does not hold the word: one look for each.
"""

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from bot.search.engine.pairs import pair_lists
from bot.search.engine.segment import Array

# From these shares of the postings on, and not in segments that are searched at once anyway.
_DENSE, _PAIRED = 16, 64
_FEWEST_POSTINGS = 4096
# Two words make one number of 31 bits; texts of words that all are frequent could have more.
_MOST_PAIRED = 1 << 15


def frequent_lists(arrays: Mapping[str, Array], *, searched: bool = True) -> Iterator[tuple[str, Array]]:
    """The sections of the frequent words, for the other sections of a segment; none are when it is never searched."""
    postings, first = len(arrays["rank"]), arrays["first"]
    held = np.diff(first) if searched and postings >= _FEWEST_POSTINGS else first[:0]
    words = np.flatnonzero(held * _DENSE >= max(postings, 1)).astype(np.int32)
    rows: npt.NDArray[np.uint8] = np.zeros((len(words), postings), np.uint8)
    for row, word in zip(rows, words.tolist(), strict=True):
        start, stop = first[word], first[word + 1]
        row[arrays["docs"][start:stop]] = arrays["impacts"][start:stop]
    yield "dense.words", words
    yield "dense.impacts", rows.ravel()
    paired = np.flatnonzero(held * _PAIRED >= max(postings, 1))[:_MOST_PAIRED]
    yield from pair_lists(arrays, paired.astype(np.int32))
