"""What is one saved search in columns? Numbers of 32 bits: what it wants, what it does not, its pay, and what is left.

A search is filed under each feature of the group that fewest searches want, a row each. What finds no room in the
columns, and only that, is left to be judged as it is.
"""

from array import array
from collections.abc import Iterable, Sequence, Set
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from bot.matching.alternatives import Alternatives
from bot.matching.features import Conditions, SearchId
from bot.matching.numbered import Numbered
from bot.matching.pays import WantedPays
from bot.matching.table import ALWAYS, NEVER, FeatureTable
from bot.model.constraints.base import Subject

_MORE, _WITHOUT = 4, 2
Rows = NDArray[np.uint32]


class Column(IntEnum):
    """The columns of a row; from MORE on stand further groups, the rarest first, from WITHOUT on what is unwanted."""

    FILED = 0
    SEARCH = 1
    PAY = 2
    REST = 3
    MORE = 4
    WITHOUT = 4 + _MORE


WANTED = range(Column.MORE, Column.MORE + _MORE)
UNWANTED = range(Column.WITHOUT, Column.WITHOUT + _WITHOUT)
WIDTH = UNWANTED.stop


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
        """Appends the rows of the searches, one after the other; they are rare or frequent as those before them say."""
        numbered = [self._table.numbered(conditions) for _, conditions in searches]
        self._count(number for each in numbered for group in each.wanted for number in group)
        for (search, conditions), numbers in zip(searches, numbered, strict=True):
            order = sorted(range(len(numbers.wanted)), key=lambda place: self._rarity(conditions, numbers, place))
            row = self._row(search, numbers, [numbers.wanted[place] for place in order[1:]])
            for filed in numbers.wanted[order[0]] if order else (ALWAYS,):
                rows.append(filed)
                rows.extend(row)

    def admits(self, rest: int, features: Set[int], subject: Subject) -> bool:
        """Whether a posting with these features meets what found no room in the columns."""
        return not rest or self._rest[rest].admits(features, subject)

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
        rest = Numbered(tuple(left[_MORE:]), rest=numbered.rest)
        # What is unwanted beside the first is one group: it is present when one of its members is.
        unwanted = [
            *numbered.unwanted[:1],
            *(self.alternatives.number(others) for others in [numbered.unwanted[1:]] if others),
        ]
        return (
            search,
            self.pays.number(numbered.pay),
            self._rest_number(rest),
            *_padded([self.alternatives.number(group) for group in left[:_MORE]], _MORE, ALWAYS),
            *_padded(unwanted, _WITHOUT, NEVER),
        )

    def _rest_number(self, rest: Numbered) -> int:
        if rest not in self._rests:
            self._rests[rest] = len(self._rest)
            self._rest.append(rest)
        return self._rests[rest]


def _padded(numbers: Sequence[int], size: int, filler: int) -> tuple[int, ...]:
    return (*numbers, *[filler] * size)[:size]
