"""Which groups of features have a member that a posting has? Groups by number, looked up from their members."""

from array import array
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bot.matching.ranges import ranges

_REMEMBERED = 1_000
Numbers = NDArray[np.uint32]


class Alternatives:
    """Groups of features, each with a number beside those of the features; present when one of the members is.

    Groups are looked up only after `seal`. Equal groups may have several numbers, since only the latest are
    remembered: that keeps the memory of a group at a few bytes.
    """

    def __init__(self, reserve: Callable[[], int]) -> None:
        self._reserve = reserve
        self._numbers: dict[tuple[int, ...], int] = {}
        self._members, self._groups = np.zeros(0, "u4"), np.zeros(0, "u4")
        self._fresh = array("I")

    def number(self, members: tuple[int, ...]) -> int:
        """The number of a group; a group of one has the number of its member."""
        distinct = tuple(sorted(set(members)))
        if len(distinct) == 1:
            return distinct[0]
        if distinct not in self._numbers:
            if len(self._numbers) == _REMEMBERED:
                self._numbers.clear()
            number = self._numbers[distinct] = self._reserve()
            self._fresh.extend(each for member in distinct for each in (member, number))
        return self._numbers[distinct]

    def seal(self) -> None:
        """Takes the new groups over."""
        fresh = np.frombuffer(self._fresh, "u4").reshape(-1, 2)
        members = np.concatenate([self._members, fresh[:, 0]])
        order = np.argsort(members, kind="stable")
        self._members, self._groups = members[order], np.concatenate([self._groups, fresh[:, 1]])[order]
        self._fresh = array("I")

    def met_by(self, present: Numbers) -> Numbers:
        """The groups of which one of these features is a member, in no telling order."""
        low, high = (np.searchsorted(self._members, present, side) for side in ("left", "right"))
        return self._groups.take(ranges(low, high))
