"""Which rows does a posting meet? In numpy alone; `probe_fast.py` is the same compiled."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from bot.matching.alternatives import Alternatives
from bot.matching.pays import Offer
from bot.matching.ranges import Numbers, Places, ranges
from bot.matching.rows import UNWANTED, WANTED, Column, Columns

_STAMPS = 255


class Presence:
    """Which features and groups are present in the posting that is looked at: those that bear its stamp.

    A stamp is a number of eight bits; the marks of other postings stay where they are until all stamps are used up.
    """

    def __init__(self, size: int) -> None:
        self.marks = np.zeros(size, "u1")
        self._stamp = 0

    def next_stamp(self) -> np.uint8:
        """The stamp of another posting, which nothing bears yet."""
        if self._stamp == _STAMPS:
            self.marks[:] = self._stamp = 0
        self._stamp += 1
        return np.uint8(self._stamp)


@dataclass(frozen=True, slots=True)
class Met:
    """The searches that a posting meets; those of which a rest is left to be judged; and these rests, by number."""

    searches: Numbers
    perhaps: Numbers
    rests: Numbers


class Probe(Protocol):
    """How the inner loops are called; equal input gives equal searches, in any order."""

    def met(
        self,
        columns: Columns,
        alternatives: Alternatives,
        numbers: Numbers,
        presence: Presence,
        offer: Offer,
    ) -> Met:
        """What has rows under these numbers of which all that is wanted is shown, and nothing unwanted.

        Numbers may stand there twice. `presence` has room for each number of a feature or group.
        """
        ...


class Plain:
    """The loops in numpy."""

    def met(
        self,
        columns: Columns,
        alternatives: Alternatives,
        numbers: Numbers,
        presence: Presence,
        offer: Offer,
    ) -> Met:
        """See Probe."""
        distinct = np.unique(numbers)
        # What was numbered since the columns were written has no rows in them.
        filed = distinct[: distinct.searchsorted(len(columns.starts) - 1)]
        groups = alternatives.groups.take(_stretches(alternatives.starts, filed))
        stamp, marks = presence.next_stamp(), presence.marks
        marks[distinct] = stamp
        marks[groups] = stamp
        places = _stretches(columns.starts, filed)
        # `take` and `compress` cost half of what indexing with arrays does.
        places = places.compress(marks.take(columns.first.take(places)) == stamp)
        rows = columns.rows.take(places, axis=0)
        met = offer.holds(rows[:, Column.PAY])
        for column in WANTED:
            met &= marks.take(rows[:, column]) == stamp
        for column in UNWANTED:
            met &= marks.take(rows[:, column]) != stamp
        searches, rests = rows[:, Column.SEARCH].compress(met), rows[:, Column.REST].compress(met)
        done = rests == 0
        return Met(searches.compress(done), searches.compress(~done), rests.compress(~done))


def _stretches(starts: Numbers, numbers: Numbers) -> Places:
    return ranges(starts.take(numbers).astype(np.intp), starts.take(numbers + np.uint32(1)).astype(np.intp))
