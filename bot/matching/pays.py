"""Does the stated pay hold against many wanted figures at once? Each different figure by number, judged in columns."""

import numpy as np
from numpy.typing import NDArray

from bot.model.constraints.figures import Pay
from bot.model.posting import Salary


class WantedPays:
    """The different figures of pay that searches want, by number; 0 stands for "none is wanted"."""

    def __init__(self) -> None:
        self._numbers: dict[Pay | None, int] = {None: 0}
        # Currencies and periods by number, 0 where any will do.
        self._units: dict[str | None, int] = {None: 0}
        self._columns: tuple[NDArray[np.float64], ...] = ()

    def number(self, pay: Pay | None) -> int:
        """The number of a figure."""
        if pay not in self._numbers:
            self._numbers[pay] = len(self._numbers)
        return self._numbers[pay]

    def held(self, stated: Salary) -> NDArray[np.bool_]:
        """For each number whether the stated pay does not fall short of the figure; silence holds, as `Pay` has it."""
        if stated.top is None:
            return np.ones(len(self._numbers), "?")
        amounts, rising, currencies, periods = self._packed()
        held = np.where(rising, stated.top >= amounts, stated.top <= amounts)
        for asked, said in ((currencies, stated.currency), (periods, stated.period)):
            if said:
                held &= (asked == 0) | (asked == self._units.get(said, -1))
        held[0] = True
        return held

    def _packed(self) -> tuple[NDArray[np.float64], ...]:
        if not self._columns or len(self._columns[0]) != len(self._numbers):
            figures = [pay or Pay(at_least=True, amount=0) for pay in self._numbers]
            self._columns = (
                np.array([figure.amount for figure in figures]),
                np.array([figure.at_least for figure in figures]),
                np.array([self._unit(figure.currency) for figure in figures]),
                np.array([self._unit(figure.period) for figure in figures]),
            )
        return self._columns

    def _unit(self, name: str | None) -> int:
        return self._units.setdefault(name, len(self._units))
