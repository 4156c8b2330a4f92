"""Which words do so many postings hold that a byte for every posting is the faster list?

The list of a frequent word is long, and to look candidates up in it takes a search for each. Beside it the impacts are
kept by ordinal, 0 where a posting does not hold the word: one look for each.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from bot.search.engine.segment import Array

# From this share of the postings on, and not in segments that are searched at once anyway.
_ONE_IN = 16
_FEWEST_POSTINGS = 4096


def dense_lists(postings: int, first: Array, docs: Array, impacts: Array) -> Iterator[tuple[str, Array]]:
    """The sections `dense.words` and `dense.impacts` for the lists of a segment."""
    frequent = np.flatnonzero(np.diff(first) * _ONE_IN >= max(postings, 1))
    words = frequent[: 0 if postings < _FEWEST_POSTINGS else None].astype(np.int32)
    rows: npt.NDArray[np.uint8] = np.zeros((len(words), postings), np.uint8)
    for row, word in zip(rows, words.tolist(), strict=True):
        start, stop = first[word], first[word + 1]
        row[docs[start:stop]] = impacts[start:stop]
    yield "dense.words", words
    yield "dense.impacts", rows.ravel()
