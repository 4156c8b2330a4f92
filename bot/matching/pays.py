"""Does the stated pay hold against many wanted figures at once? Each different figure by number, in columns."""

from array import array
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.matching.ranges import Numbers
from bot.model.constraints.base import Constraint
from bot.model.constraints.figures import Pay
from bot.model.posting import Salary


class Outcome(IntEnum):
    """What the unit of a stated pay makes of a wanted figure; AT_LEAST and AT_MOST: its amount decides."""

    FAILS = 0
    HOLDS = 1
    AT_LEAST = 2
    AT_MOST = 3


class _Kind(NamedTuple):
    """Everything but the amount of a wanted figure."""

    at_least: bool
    currency: str | None
    period: str | None
    stated_only: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """A stated pay before the wanted figures: their amounts and kinds by number, its outcome by kind, and its top."""

    amounts: NDArray[np.float64]
    kinds: NDArray[np.uint16]
    outcomes: NDArray[np.uint8]
    top: float

    def holds(self, numbers: Numbers) -> NDArray[np.bool_]:
        """For each of these wanted figures whether the stated pay does not fall short of it."""
        outcomes, amounts = self.outcomes.take(self.kinds.take(numbers)), self.amounts.take(numbers)
        held: NDArray[np.bool_] = outcomes == Outcome.HOLDS
        held |= (outcomes == Outcome.AT_LEAST) & (self.top >= amounts)
        held |= (outcomes == Outcome.AT_MOST) & (self.top <= amounts)
        return held


class WantedPays:
    """The different figures of pay that searches want, by number; 0 stands for "none is wanted"."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[float, int], int] = {(0.0, 0): 0}
        self._kinds: dict[_Kind | None, int] = {None: 0}
        self._amounts, self._kind_of = array("d", [0]), array("H", [0])
        self._packed = np.array(self._amounts), np.array(self._kind_of)
        # By the units of the stated pay; None where no pay is stated.
        self._outcomes: dict[_Units | None, NDArray[np.uint8]] = {}

    def number(self, pay: Constraint | None) -> int:
        """The number of a constraint whose criterion is `Pay`."""
        if pay is None:
            return 0
        wanted = pay.criterion
        assert isinstance(wanted, Pay)
        kind = _Kind(wanted.at_least, wanted.currency, wanted.period, pay.stated_only)
        figure = wanted.amount, self._kinds.setdefault(kind, len(self._kinds))
        if figure not in self._numbers:
            self._numbers[figure] = len(self._numbers)
            self._amounts.append(figure[0])
            self._kind_of.append(figure[1])
        return self._numbers[figure]

    def offered(self, salary: Salary | None) -> Offer:
        """The stated pay, to be compared with every figure that has a number."""
        if len(self._packed[0]) != len(self._amounts):
            self._packed = np.array(self._amounts), np.array(self._kind_of)
        if salary is None or salary.top is None:
            return Offer(*self._packed, self._outcomes_for(None), 0.0)
        return Offer(*self._packed, self._outcomes_for((salary.currency, salary.period)), float(salary.top))

    def _outcomes_for(self, units: "_Units | None") -> NDArray[np.uint8]:
        outcomes = self._outcomes.get(units)
        if outcomes is None or len(outcomes) != len(self._kinds):
            outcomes = self._outcomes[units] = np.array([_outcome(kind, units) for kind in self._kinds], "u1")
        return outcomes


_Units = tuple[str | None, str | None]


def _outcome(kind: _Kind | None, units: _Units | None) -> Outcome:
    """Silence holds, as `Pay` has it, unless a statement is asked for; so does a unit that is not printed."""
    if kind is None:
        return Outcome.HOLDS
    if units is None:
        return Outcome.FAILS if kind.stated_only else Outcome.HOLDS
    for asked, stated in ((kind.currency, units[0]), (kind.period, units[1])):
        if asked and asked != stated and (stated or kind.stated_only):
            return Outcome.FAILS
    return Outcome.AT_LEAST if kind.at_least else Outcome.AT_MOST
