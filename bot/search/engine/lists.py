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
