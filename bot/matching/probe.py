"""Which rows does a posting meet, column by column? In numpy alone; `probe_fast.py` is the same compiled."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.matching.ranges import Numbers, Places, ranges
from bot.matching.rows import UNWANTED, WANTED, Rows

Presence = NDArray[np.bool_]


class Probe(Protocol):
    """How the two inner loops are called; equal input gives equal output, order included.

    Stretches are told by where they start: that of number n ends where that of n + 1 starts.
    """

    def mark(self, present: Presence, starts: Numbers, groups: Numbers, numbers: Numbers) -> None:
        """Makes the groups present that have one of the numbers as a member; `groups` lie in stretches by member."""

    def met(self, rows: Rows, starts: Numbers, filed: Numbers, present: Presence) -> Places:
        """The places of the rows filed under these numbers of which all that is wanted is present, and no more."""


class Plain:
    """The loops in numpy."""

    def mark(self, present: Presence, starts: Numbers, groups: Numbers, numbers: Numbers) -> None:
        """See Probe."""
        present[groups.take(_stretches(starts, numbers))] = True

    def met(self, rows: Rows, starts: Numbers, filed: Numbers, present: Presence) -> Places:
        """See Probe."""
        places = _stretches(starts, filed)
        # `take` and `compress` cost half of what indexing with arrays does.
        for column in WANTED:
            places = places.compress(present.take(rows[column].take(places)))
        for column in UNWANTED:
            places = places.compress(~present.take(rows[column].take(places)))
        return places


def _stretches(starts: Numbers, numbers: Numbers) -> Places:
    return ranges(starts.take(numbers).astype(np.intp), starts.take(numbers + np.uint32(1)).astype(np.intp))
