"""What do many postings say together? Pay, skills, postings a week, and how many are silent about each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.model import wording


@dataclass(frozen=True, slots=True)
class Bar:
    """A label and how many postings it counts."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class PayPanel:
    """The stated pay in one currency and period, the upper end of each; `bars` count the postings by figure."""

    currency: str
    period: str
    number: int
    lowest: float
    median: float
    highest: float
    bars: tuple[Bar, ...]

    @property
    def unit(self) -> str:
        """The unit in words; a part that pages do not state is said so."""
        return wording.unit(self.currency, self.period)


@dataclass(frozen=True, slots=True)
class Week:
    """How many postings came in the week that starts on a Monday."""

    monday: date
    number: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures over `total` postings; `line` is the search that chose them, "" for all, `described` the same in words.

    `pay` is the unit of most postings, None where none states any; `pay_stated` and `skills_stated` count the postings
    that do.
    """

    line: str
    total: int
    pay_stated: int
    pay: PayPanel | None
    skills_stated: int
    skills: tuple[Bar, ...]
    weeks: tuple[Week, ...]
    described: tuple[str, ...] = ()

    def silent(self, stated: int) -> int:
        """The share of postings that do not state something, in whole per cent.

        >>> Statistics("", 22, 12, None, 20, (), ()).silent(12)
        45
        """
        return round(100 * (self.total - stated) / self.total) if self.total else 0


def steps(lowest: float, highest: float, most: int) -> Sequence[float]:
    """Round borders that part the range into at most `most` pieces, the first at or below the lowest figure.

    >>> steps(23000, 61000, 6), steps(12.5, 14, 6), steps(50, 50, 6)
    ((20000.0, 30000.0, 40000.0, 50000.0, 60000.0), (12.4, 12.8, 13.2, 13.6, 14.0), (50.0,))
    """
    size = _round_up((highest - lowest) / max(most - 1, 1))
    if not size:
        return (float(lowest),)
    first = lowest // size
    borders = [round((first + place) * size, 6) for place in range(most + 1)]
    return tuple(border for border in borders if border <= highest)[:most]


def _round_up(size: float) -> float:
    """The next figure of 1, 2, 4 or 5 with zeros behind it."""
    if size <= 0:
        return 0.0
    unit = 1.0
    while unit * 10 <= size:
        unit *= 10
    while unit > size:
        unit /= 10
    return next(unit * factor for factor in (1, 2, 4, 5, 10) if unit * factor >= size * (1 - 1e-9))
