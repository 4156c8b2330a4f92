"""How much may one person ask? Enough for anybody who reads the answers, and not so much that others wait.

Times are seconds of a steady clock. What is refused is told once and then dropped in silence until the window has room.
"""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from enum import Enum


class Grant(Enum):
    """What becomes of a request."""

    TAKEN = "taken"
    TOLD = "told"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many requests of one kind fit into a window of seconds."""

    most: int
    seconds: float


REQUESTS = Allowance(30, 60)
IMPORTS = Allowance(20, 3600)
BOUNDLESS = Allowance(1_000_000_000, 1)


@dataclass(slots=True)
class Counter:
    """What each person asked lately, of one kind."""

    allowance: Allowance
    _times: defaultdict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _told: set[int] = field(default_factory=set)

    def ask(self, person: int, now: float) -> Grant:
        """Whether one more request of a person fits; a refused one does not count."""
        times = self._times[person]
        while times and times[0] <= now - self.allowance.seconds:
            times.popleft()
        if len(times) < self.allowance.most:
            times.append(now)
            self._told.discard(person)
            return Grant.TAKEN
        if person in self._told:
            return Grant.DROPPED
        self._told.add(person)
        return Grant.TOLD

    def forget(self, now: float) -> None:
        """Drops people who have asked nothing within the window."""
        start = now - self.allowance.seconds
        for person in [each for each, times in self._times.items() if not times or times[-1] <= start]:
            del self._times[person]
            self._told.discard(person)
