"""What is a list of postings in a segment? Ordinals in rising order, each once, with what words are worth in each."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.search.engine.segment import Array

Docs = npt.NDArray[np.int32]
Impacts = npt.NDArray[np.uint8]
Places = npt.NDArray[np.intp]


class Listed(NamedTuple):
    """Postings with the impact of the words in each.

    For a word that many hold, `dense` is the impact in every posting of the segment, 0 where it is not.
    """

    docs: Docs
    impacts: Impacts
    dense: Impacts | None = None


class Strand(NamedTuple):
    """Where a word stands: postings, how many spots are kept of each, and the spots, in order; `dense` as in Listed."""

    docs: Docs
    spots: npt.NDArray[np.uint8]
    positions: npt.NDArray[np.uint16]
    dense: Impacts | None = None


class Joined(NamedTuple):
    """Where words of two strands stand together: the places of the postings in both, and the spots of the first."""

    mine: Places
    others: Places
    spots: npt.NDArray[np.uint8]
    positions: npt.NDArray[np.uint16]


# So many times fewer postings are sooner looked up by ordinal than searched for in a list, and so many times fewer than
# the segment holds: the bytes have to be made first.
_FEWER, _FEWER_OF_ALL = 16, 512
NOWHERE = Listed(np.empty(0, np.int32), np.empty(0, np.uint8))


def united(docs: Docs, impacts: Impacts) -> Listed:
    """Postings that may be there several times, in any order, once each with the best impact."""
    order = np.argsort(docs, kind="stable")
    docs, impacts = docs[order], impacts[order]
    starts = np.flatnonzero(np.diff(docs, prepend=-1) != 0)
    return Listed(docs[starts], np.maximum.reduceat(impacts, starts) if len(starts) else impacts)


def among(keys: Array, others: Array) -> npt.NDArray[np.bool_]:
    """Which of the keys are among the others, both in order."""
    if not len(others):
        return np.zeros(len(keys), np.bool_)
    places = others.searchsorted(keys)
    np.minimum(places, len(others) - 1, out=places)
    return np.asarray(others[places] == keys)


def meet(docs: Docs, listed: Docs) -> tuple[Places, Places]:
    """Where two lists hold the same postings: the places in the one and in the other."""
    places = listed.searchsorted(docs)
    if len(places) and places[-1] == len(listed):
        places = places[: docs.searchsorted(listed[-1], side="right") if len(listed) else 0]
        docs = docs[: len(places)]
    held = (listed.take(places) == docs).nonzero()[0]
    return held, places.take(held)


def by_ordinal(listed: Listed, docs: Docs) -> Impacts | None:
    """The impacts of a list by ordinal, for looking these postings up; None where they are sooner searched for."""
    if listed.dense is not None or not worth_spreading(listed.docs, docs):
        return listed.dense
    dense = blank(listed.docs, docs)
    dense[listed.docs] = listed.impacts
    return dense


def worth_spreading(listed: Docs, docs: Docs) -> bool:
    """Whether so many postings are looked up in a list that its impacts should be laid out by ordinal."""
    return len(listed) < _FEWER * len(docs) and len(listed) > 0 and int(docs[-1]) < _FEWER_OF_ALL * len(docs)


def blank(listed: Docs, docs: Docs) -> Impacts:
    """A zero for each ordinal up to the last of both lists, which hold some."""
    return np.zeros(max(int(listed[-1]), int(docs[-1])) + 1, np.uint8)
