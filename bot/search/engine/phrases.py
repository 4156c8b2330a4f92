"""Where do words stand together? Two strands joined in numpy alone; `kernels_fast.py` has the same loop compiled."""

import numpy as np
import numpy.typing as npt

from bot.search.engine.lists import Docs, Joined, Places, Strand, meet
from bot.search.engine.segment import Array

# All words that follow this many stand at the last position: nothing is known of their order.
LAST_POSITION = (1 << 16) - 1
# Wider than a position, so that what lies behind one posting never runs into the next.
_POSITION_BITS = 17
# Of so many postings in a list that is at most so many times longer, each is sooner looked at than searched for.
_MANY = 4096
_LONGER = 16


def join(mine: Strand, others: Strand, distance: int) -> Joined:
    """See `Kernels.join`."""
    places, met = _shared(mine, others)
    numbers = np.arange(len(places))
    keys, theirs = _keys(mine, places, numbers), _keys(others, met, numbers)
    keys += distance
    found = _in_both(keys, theirs)
    found = found[found & ((1 << _POSITION_BITS) - 1) < LAST_POSITION + min(distance, 0)]
    found -= distance
    held = found >> _POSITION_BITS
    starts = np.flatnonzero(np.diff(held, prepend=-1) != 0)
    at = held.take(starts)
    spots = np.diff(starts, append=len(held)).astype(np.uint8)
    return Joined(places.take(at), met.take(at), spots, found.astype(np.uint16))


def together(strand: Strand, docs: Docs) -> tuple[Places, Strand]:
    """The strand of several words, whose lists follow each other, as of one word, in those of some postings it holds.

    The places are those of the postings in the lists.
    """
    places = np.flatnonzero(_marks(docs, strand.docs).take(strand.docs))
    keys = np.sort(_keys(strand, places, strand.docs.take(places)))
    held = keys >> _POSITION_BITS
    starts = np.flatnonzero(np.diff(held, prepend=-1) != 0)
    spots = np.diff(starts, append=len(held))
    return places, Strand(held.take(starts).astype(np.int32), spots, keys.astype(np.uint16))


def _shared(mine: Strand, others: Strand) -> tuple[Places, Places]:
    """The places of the postings that both hold; a frequent word leaves most out at one look each."""
    if others.dense is None:
        if len(mine.docs) < _MANY or len(others.docs) > _LONGER * len(mine.docs):
            return meet(mine.docs, others.docs)
        places = np.flatnonzero(_marks(others.docs, mine.docs).take(mine.docs))
    else:
        places = np.flatnonzero(others.dense.take(mine.docs))
    docs = mine.docs.take(places)
    if len(docs) < _MANY or len(others.docs) > _LONGER * len(docs):
        return places, others.docs.searchsorted(docs)
    return places, np.flatnonzero(_marks(docs, others.docs).take(others.docs))


def _marks(docs: Docs, others: Docs) -> npt.NDArray[np.bool_]:
    """The postings as truth values by ordinal: where both lists are long, they are faster than searches."""
    marks = np.zeros(max(docs.max(initial=-1), others.max(initial=-1)) + 1, np.bool_)
    marks[docs] = True
    return marks


def _keys(strand: Strand, places: Places, numbers: Array) -> npt.NDArray[np.int64]:
    """The spots at some places of a strand: what numbers the place and the position, in one number."""
    spots = strand.spots
    counts = spots.take(places).astype(np.int64)
    # The spots from each place to the next: most of a long list is passed over without a number for each entry.
    between = np.add.reduceat(spots, places, dtype=np.int64) if len(places) else counts
    passed = int(spots[: places[0]].sum(dtype=np.int64)) if len(places) else 0
    first = passed + np.cumsum(between) - between
    found = np.repeat(first - (np.cumsum(counts) - counts), counts)
    found += np.arange(len(found))
    keys = np.repeat(numbers.astype(np.int64) << _POSITION_BITS, counts)
    keys |= strand.positions.take(found)
    return keys


def _in_both(keys: npt.NDArray[np.int64], others: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The keys that are among the others, both in order and each once; the stable sort merges what is in order."""
    merged = np.concatenate([keys, others])
    merged.sort(kind="stable")
    return np.asarray(merged[:-1][merged[1:] == merged[:-1]])
