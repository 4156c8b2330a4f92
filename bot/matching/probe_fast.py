"""The inner loops of `probe.py`, compiled by numba; imported only when it is installed and worth its start."""

import numba
import numpy as np
from numpy.typing import NDArray

from bot.matching.alternatives import Alternatives
from bot.matching.pays import Offer, Outcome
from bot.matching.probe import Met, Presence
from bot.matching.ranges import Numbers
from bot.matching.rows import UNWANTED, WANTED, Column, Columns, Rows

Marks = NDArray[np.uint8]
_FROM, _WITHOUT, _TO = WANTED.start, UNWANTED.start, UNWANTED.stop
_SEARCH, _PAY, _REST = int(Column.SEARCH), int(Column.PAY), int(Column.REST)
_HOLDS, _AT_LEAST, _AT_MOST = int(Outcome.HOLDS), int(Outcome.AT_LEAST), int(Outcome.AT_MOST)


@numba.njit(cache=True, nogil=True)
def _mark(marks: Marks, stamp: np.uint8, starts: Numbers, groups: Numbers, numbers: Numbers) -> Numbers:
    """Marks the numbers and the groups that have one of them as a member; gives each number once."""
    distinct, count = np.empty_like(numbers), 0
    for number in numbers:
        if marks[number] != stamp:
            marks[number] = stamp
            # What was numbered since the columns were written has no rows in them, nor groups.
            if number < len(starts) - 1:
                distinct[count] = number
                count += 1
    for number in distinct[:count]:
        for place in range(starts[number], starts[number + 1]):
            marks[groups[place]] = stamp
    return distinct[:count]


@numba.njit(cache=True, nogil=True)
def _begun(starts: Numbers, first: Numbers, filed: Numbers, marks: Marks, stamp: np.uint8) -> Numbers:
    """The places of the rows filed under these numbers whose first further group is present."""
    most = np.intp(1)
    for number in filed:
        most += np.intp(starts[number + 1]) - np.intp(starts[number])
    places, left = np.empty(most, np.uint32), 0
    # A row in four passes, by chance: without a branch the processor cannot foresee it wrongly.
    for number in filed:
        for place in range(starts[number], starts[number + 1]):
            places[left] = place
            left += marks[first[place]] == stamp
    return places[:left]


@numba.njit(cache=True, nogil=True)
def _shown(rows: Rows, places: Numbers, marks: Marks, stamp: np.uint8) -> Numbers:
    """The places of those among these rows of which everything wanted is present, and nothing unwanted."""
    left = 0
    for place in places:
        missing = np.uint8(0)
        for column in range(_FROM, _WITHOUT):
            missing |= marks[rows[place, column]] ^ stamp
        passes = missing == 0
        for column in range(_WITHOUT, _TO):
            passes &= marks[rows[place, column]] != stamp
        places[left] = place
        left += passes
    return places[:left]


@numba.njit(cache=True, nogil=True)
def _met(
    starts: Numbers,
    first: Numbers,
    rows: Rows,
    members: Numbers,
    groups: Numbers,
    numbers: Numbers,
    marks: Marks,
    stamp: np.uint8,
    amounts: NDArray[np.float64],
    kinds: NDArray[np.uint16],
    outcomes: NDArray[np.uint8],
    top: float,
) -> tuple[Numbers, Numbers, Numbers]:
    filed = _mark(marks, stamp, members, groups, numbers)
    places = _shown(rows, _begun(starts, first, filed, marks, stamp), marks, stamp)
    searches, perhaps, rests = np.empty_like(places), np.empty_like(places), np.empty_like(places)
    found, left = 0, 0
    for place in places:
        pay = rows[place, _PAY]
        outcome = outcomes[kinds[pay]]
        if outcome == _AT_LEAST:
            holds = top >= amounts[pay]
        elif outcome == _AT_MOST:
            holds = top <= amounts[pay]
        else:
            holds = outcome == _HOLDS
        searches[found] = perhaps[left] = rows[place, _SEARCH]
        rests[left] = rest = rows[place, _REST]
        found += holds & (rest == 0)
        left += holds & (rest != 0)
    return searches[:found], perhaps[:left], rests[:left]


class Compiled:
    """The loops as machine code."""

    def met(
        self,
        columns: Columns,
        alternatives: Alternatives,
        numbers: Numbers,
        presence: Presence,
        offer: Offer,
    ) -> Met:
        """See Probe."""
        met = _met(
            columns.starts,
            columns.first,
            columns.rows,
            alternatives.starts,
            alternatives.groups,
            numbers,
            presence.marks,
            presence.next_stamp(),
            offer.amounts,
            offer.kinds,
            offer.outcomes,
            offer.top,
        )
        return Met(*met)
