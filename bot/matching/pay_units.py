"""Does the stated pay hold against many wanted figures at once? Units by number, figures in columns."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.model.constraints.base import Verdict
from bot.model.constraints.figures import Pay
from bot.model.evidence import Found
from bot.model.posting import Salary


class PayUnits:
    """The different units and directions of wanted pay, by number; 0 stands for "no figure is wanted"."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Any, ...], int] = {}
        self._units: list[Pay] = []

    def number(self, pay: Pay | None) -> int:
        """The number of the figure's unit and direction."""
        if pay is None:
            return 0
        unit = (pay.at_least, pay.currency, pay.period)
        if unit not in self._numbers:
            self._units.append(pay)
            self._numbers[unit] = len(self._units)
        return self._numbers[unit]

    def held(
        self, units: NDArray[np.uint16], figures: NDArray[np.float32], stated: Found[Salary] | None
    ) -> NDArray[np.bool_]:
        """For each wanted figure whether the stated pay does not fall short of it; silence holds."""
        if stated is None or stated.value.top is None:
            return np.ones(len(units), "?")
        pay, top = stated.value, np.float32(stated.value.top)
        # A figure that the top meets whatever its direction shows whether the units can be compared at all.
        even = [self._even(unit, pay) for unit in self._units]
        comparable = np.array([True, *even])
        rising = np.array([True, *(unit.at_least for unit in self._units)])
        enough = np.where(rising[units], top >= figures, top <= figures)
        held: NDArray[np.bool_] = (units == 0) | (comparable[units] & enough)
        return held

    @staticmethod
    def _even(unit: Pay, pay: Salary) -> bool:
        figure = Pay(unit.at_least, float(pay.top or 0), unit.currency, unit.period)
        return figure.verdict(pay) is not Verdict.NO
