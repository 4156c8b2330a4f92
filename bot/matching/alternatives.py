"""Which groups of features have a member that a posting has? Groups by number, in stretches by their members."""

from array import array
from collections.abc import Callable

import numpy as np

from bot.matching.ranges import Numbers

_REMEMBERED = 1_000


class Alternatives:
    """Groups of features, each with a number beside those of the features; present when one of the members is.

    Groups are looked up only after `seal`. Equal groups may have several numbers, since only the latest are
    remembered: that keeps the memory of a group at a few bytes.
    """

    def __init__(self, reserve: Callable[[], int]) -> None:
        self._reserve = reserve
        self._numbers: dict[tuple[int, ...], int] = {}
        self._fresh = array("I")
        self.groups: Numbers = np.zeros(0, "u4")
        # Where the groups of a member start, by its number; one more at the end.
        self.starts: Numbers = np.zeros(1, "u4")

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

    def seal(self, features: int) -> None:
        """Takes the new groups over; the numbers of all features are below `features`."""
        fresh = np.frombuffer(self._fresh, "u4").reshape(-1, 2)
        known = np.repeat(np.arange(len(self.starts) - 1, dtype="u4"), np.diff(self.starts))
        members = np.concatenate([known, fresh[:, 0]])
        order = np.argsort(members, kind="stable")
        self.groups = np.concatenate([self.groups, fresh[:, 1]])[order]
        self.starts = np.searchsorted(members[order], np.arange(features + 1)).astype("u4")
        self._fresh = array("I")
