"""What is one saved search in columns? Numbers of 32 bits: what it wants, what it does not, its pay, and what is left.

A search is filed under each feature of the group that fewest searches want, a row each. What finds no room in the
columns, and only that, is left to be judged as it is.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from bot.matching.alternatives import Alternatives
from bot.matching.features import Conditions, SearchId
from bot.matching.numbered import Numbered
from bot.matching.pays import WantedPays
from bot.matching.ranges import Numbers
from bot.matching.shown import Shown
from bot.matching.table import ALWAYS, NEVER, FeatureTable
from bot.model.constraints.base import Subject

_MORE, _WITHOUT = 3, 2
# Numbers of 32 bits in a line of the cache.
_LINE = 16
Rows = NDArray[np.uint32]


class Column(IntEnum):
    """The columns of a row; from MORE on stand further groups, from WITHOUT on what is unwanted."""

    SEARCH = 0
    PAY = 1
    REST = 2
    MORE = 3
    WITHOUT = 3 + _MORE


WANTED = range(Column.MORE, Column.MORE + _MORE)
UNWANTED = range(Column.WITHOUT, Column.WITHOUT + _WITHOUT)
WIDTH = UNWANTED.stop


@dataclass(frozen=True, slots=True)
class Columns:
    """The rows in the order of the features that they are filed under, and then of `first`.

    `starts` is by number of a feature, one more at the end. `first` is the rarest group that a row wants beside the one
    it is filed under: most rows are ruled out by it, so it lies apart, and what else a row says is read in one go (half
    a line of a processor's cache).
    """

    starts: Numbers = field(default_factory=lambda: np.zeros(1, "u4"))
    first: Numbers = field(default_factory=lambda: np.zeros(0, "u4"))
    rows: Rows = field(default_factory=lambda: np.zeros((0, WIDTH), "u4"))

    def strike_out(self, places: Numbers) -> bool:
        """Whether these rows, all of one search, were not struck out before."""
        struck = self.first[places] != NEVER
        self.first[places] = NEVER
        return bool(struck.any())

    def rewritten(self, fresh: "array[int]", features: int) -> "Columns":
        """The rows that are not struck out and these; the numbers of all features are below `features`."""
        added, live = np.frombuffer(fresh, "u4").reshape(-1, 2 + WIDTH), self.first != NEVER
        known = np.repeat(np.arange(len(self.starts) - 1, dtype="u4"), np.diff(self.starts))
        filed = np.concatenate([known[live], added[:, 0]])
        keys = filed.astype("u8") << 32 | np.concatenate([self.first[live], added[:, 1]])
        order = np.argsort(keys, kind="stable")
        rows, first = _side_by_side(len(order))
        np.take(np.concatenate([self.rows[live], added[:, 2:]]), order, axis=0, out=rows, mode="clip")
        first[:] = keys[order].astype("u4")
        return Columns(np.searchsorted(filed[order], np.arange(features + 1)).astype("u4"), first, rows)


def _side_by_side(number: int) -> tuple[Rows, Numbers]:
    """Room for rows and their first groups, in one piece, which the system keeps in large pages when it is large.

    Rows begin with a line of the processor's cache, so that none of them needs two.
    """
    room = np.empty(number * (WIDTH + 1) + _LINE, "u4")
    start = -(room.ctypes.data // room.itemsize) % _LINE
    end = start + number * WIDTH
    return room[start:end].reshape(number, WIDTH), room[end : end + number]


class RowWriter:
    """Writes searches as rows, and knows what the numbers in them stand for."""

    def __init__(self, table: FeatureTable) -> None:
        self.pays = WantedPays()
        self.alternatives = Alternatives(table.reserve)
        self._table = table
        # How many searches want a feature, by its number.
        self._wanted = array("I")
        self._rests = {Numbered(): 0}
        self._rest = [Numbered()]

    def write(self, searches: Sequence[tuple[SearchId, Conditions]], rows: "array[int]") -> None:
        """Appends the rows of the searches, each behind its feature and its first further group.

        What they want is rare or frequent as those before them say.
        """
        numbered = [self._table.numbered(conditions) for _, conditions in searches]
        self._count(number for each in numbered for group in each.wanted for number in group)
        for (search, conditions), numbers in zip(searches, numbered, strict=True):
            order = sorted(range(len(numbers.wanted)), key=lambda place: self._rarity(conditions, numbers, place))
            row = self._row(search, numbers, [numbers.wanted[place] for place in order[1:]])
            for filed in numbers.wanted[order[0]] if order else (ALWAYS,):
                rows.append(filed)
                rows.extend(row)

    def admits(self, rest: int, shown: Shown, subject: Subject) -> bool:
        """Whether a posting that shows this meets what found no room in the columns."""
        return not rest or self._rest[rest].admits(shown, subject)

    def _count(self, numbers: Iterable[int]) -> None:
        self._wanted.frombytes(bytes((len(self._table) - len(self._wanted)) * self._wanted.itemsize))
        for number in numbers:
            self._wanted[number] += 1

    def _rarity(self, conditions: Conditions, numbered: Numbered, place: int) -> tuple[bool, int]:
        """What every silent posting has is the last to be filed under."""
        lenient = not all(feature.strict for feature in conditions.wanted[place])
        return lenient, sum(self._wanted[number] for number in numbered.wanted[place])

    def _row(self, search: SearchId, numbered: Numbered, left: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
        """Everything but the feature that the row is filed under; `left` are the groups beside it."""
        rest = Numbered(tuple(left[1 + _MORE :]), rest=numbered.rest)
        first, *more = _padded([self.alternatives.number(group) for group in left[: 1 + _MORE]], 1 + _MORE, ALWAYS)
        # What is unwanted beside the first is one group: it is present when one of its members is.
        unwanted = [
            *numbered.unwanted[:1],
            *(self.alternatives.number(others) for others in [numbered.unwanted[1:]] if others),
        ]
        without = _padded(unwanted, _WITHOUT, NEVER)
        return first, search, self.pays.number(numbered.pay), self._rest_number(rest), *more, *without

    def _rest_number(self, rest: Numbered) -> int:
        if rest not in self._rests:
            self._rests[rest] = len(self._rest)
            self._rest.append(rest)
        return self._rests[rest]


def _padded(numbers: Sequence[int], size: int, filler: int) -> tuple[int, ...]:
    return (*numbers, *[filler] * size)[:size]
