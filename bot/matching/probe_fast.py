"""The inner loops of `probe.py`, compiled by numba; imported only when it is installed and worth its start."""

import numba
import numpy as np

from bot.matching.probe import Presence
from bot.matching.ranges import Numbers, Places
from bot.matching.rows import UNWANTED, WANTED, Rows

_FROM, _WITHOUT, _TO = WANTED.start, UNWANTED.start, UNWANTED.stop


@numba.njit(cache=True, nogil=True)
def _mark(present: Presence, starts: Numbers, groups: Numbers, numbers: Numbers) -> None:
    for number in numbers:
        for place in range(starts[number], starts[number + 1]):
            present[groups[place]] = True


@numba.njit(cache=True, nogil=True)
def _met(rows: Rows, starts: Numbers, filed: Numbers, present: Presence) -> Places:
    most = np.intp(1)
    for number in filed:
        most += np.intp(starts[number + 1]) - np.intp(starts[number])
    places, left, found = np.empty(most, np.intp), 0, 0
    # A row in four passes the first column, by chance: without a branch the processor cannot foresee it wrongly.
    for number in filed:
        for place in range(starts[number], starts[number + 1]):
            places[left] = place
            left += present[rows[_FROM, place]]
    for at in range(left):
        place = places[at]
        for column in range(_FROM + 1, _TO):
            if present[rows[column, place]] != (column < _WITHOUT):
                break
        else:
            places[found] = place
            found += 1
    return places[:found]


class Compiled:
    """The loops as machine code."""

    def mark(self, present: Presence, starts: Numbers, groups: Numbers, numbers: Numbers) -> None:
        """See Probe."""
        _mark(present, starts, groups, numbers)

    def met(self, rows: Rows, starts: Numbers, filed: Numbers, present: Presence) -> Places:
        """See Probe."""
        places: Places = _met(rows, starts, filed, present)
        return places
