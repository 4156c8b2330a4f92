"""Does the stated pay hold against many wanted figures at once? Each different figure by number, judged in columns."""

import numpy as np
from numpy.typing import NDArray

from bot.model.constraints.base import Constraint
from bot.model.constraints.figures import Pay
from bot.model.posting import Salary

_ANY = Pay(at_least=True, amount=0)


class WantedPays:
    """The different figures of pay that searches want, by number; 0 stands for "none is wanted"."""

    def __init__(self) -> None:
        self._numbers: dict[Constraint, int] = {}
        # Currencies and periods by number, 0 where any will do.
        self._units: dict[str | None, int] = {None: 0}
        self._columns: tuple[NDArray[np.float64], ...] = ()

    def number(self, pay: Constraint | None) -> int:
        """The number of a constraint whose criterion is `Pay`."""
        return 0 if pay is None else self._numbers.setdefault(pay, len(self._numbers) + 1)

    def held(self, numbers: NDArray[np.uint32], stated: Salary | None) -> NDArray[np.bool_]:
        """For each of these numbers whether the stated pay does not fall short of the figure.

        Silence holds, as `Pay` has it, unless a statement is asked for; so does a unit that is not printed.
        """
        held = np.ones(len(numbers), "?")
        wanting = np.flatnonzero(numbers)
        held[wanting] = self._compared(numbers.take(wanting), stated)
        return held

    def _compared(self, numbers: NDArray[np.uint32], stated: Salary | None) -> NDArray[np.bool_]:
        amounts, rising, currencies, periods, strict = (column.take(numbers) for column in self._packed())
        if stated is None or stated.top is None:
            silent: NDArray[np.bool_] = strict == 0
            return silent
        held: NDArray[np.bool_] = np.where(rising, stated.top >= amounts, stated.top <= amounts)
        for asked, said in ((currencies, stated.currency), (periods, stated.period)):
            met = asked == self._units.get(said, -1) if said else strict == 0
            held &= (asked == 0) | met
        return held

    def _packed(self) -> tuple[NDArray[np.float64], ...]:
        if not self._columns or len(self._columns[0]) != len(self._numbers) + 1:
            figures = [_ANY, *(each.criterion for each in self._numbers if isinstance(each.criterion, Pay))]
            self._columns = (
                np.array([figure.amount for figure in figures]),
                np.array([figure.at_least for figure in figures]),
                np.array([self._unit(figure.currency) for figure in figures]),
                np.array([self._unit(figure.period) for figure in figures]),
                np.array([False, *(each.stated_only for each in self._numbers)]),
            )
        return self._columns

    def _unit(self, name: str | None) -> int:
        return self._units.setdefault(name, len(self._units))
