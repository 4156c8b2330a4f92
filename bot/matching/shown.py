"""Which features does a posting have? Their numbers, as columns and as dictionaries ask for them."""

from dataclasses import dataclass
from functools import cached_property

from bot.matching.ranges import Numbers


@dataclass(frozen=True)
class Shown:
    """The numbers of the features that a posting has; some stand there more than once."""

    numbers: Numbers

    @cached_property
    def features(self) -> frozenset[int]:
        """The numbers as a set."""
        return frozenset(self.numbers.tolist())
