"""When may the next message go out, so that Telegram never has to say "too many requests"?

Telegram publishes no limits; the documented guidance is 30 messages a second in all, about one a second in a private
chat with short bursts, and 20 a minute in a group. A message counts from the moment its answer came, which is never
before Telegram counted it, so the limits hold however long the network takes. Times are seconds of a steady clock.
"""

from collections import defaultdict, deque
from dataclasses import dataclass, field

# What was sent longer ago, in seconds, counts no more.
LONGEST_WINDOW = 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How many messages may go out: in all per second, at once to one person, and per minute to one group."""

    per_second: int = 30
    burst: int = 4
    per_minute: int = 20


UNLIMITED = Limits(per_second=1_000_000, burst=1_000_000, per_minute=1_000_000)


@dataclass(slots=True)
class Pace:
    """What was sent lately, in all and by chat. Group chats have negative numbers; 0 stands for an unknown chat."""

    limits: Limits = field(default_factory=Limits)
    _overall: deque[float] = field(default_factory=deque)
    _chats: defaultdict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _in_flight: int = 0
    _halted: dict[int, float] = field(default_factory=dict)

    def ready_at(self, chat: int, now: float) -> float:
        """The earliest time at which a message may go to the chat; infinity while only answers are awaited."""
        return max(self.overall_at(now), self.chat_at(chat, now))

    def started(self) -> None:
        """A message goes out now."""
        self._in_flight += 1

    def ended(self, chat: int, now: float) -> None:
        """The answer to a message has come, whatever it was."""
        self._in_flight -= 1
        self.note(chat, now)

    def note(self, chat: int, now: float) -> None:
        """A message that went to the chat is counted; times are noted in their order."""
        self._overall.append(now)
        if chat:
            self._chats[chat].append(now)

    def halt(self, chat: int, until: float) -> None:
        """Telegram asked to wait: a group waits alone, for a private chat everything waits."""
        for halted in (chat,) if chat < 0 else (chat, 0):
            self._halted[halted] = max(until, self._halted.get(halted, 0.0))

    def forget(self, now: float) -> None:
        """Drops chats to which nothing was sent for a minute."""
        for chat in [chat for chat, times in self._chats.items() if not times or times[-1] < now - LONGEST_WINDOW]:
            del self._chats[chat]
        self._halted = {chat: until for chat, until in self._halted.items() if until > now}

    def overall_at(self, now: float) -> float:
        """The earliest time at which a message may go anywhere; infinity while only answers are awaited."""
        times = self._overall
        while times and times[0] <= now - 1:
            times.popleft()
        free = self.limits.per_second - self._in_flight
        if free <= 0:
            return float("inf")
        at = times[len(times) - free] + 1 if len(times) >= free else now
        return max(at, self._halted.get(0, 0.0))

    def chat_at(self, chat: int, now: float) -> float:
        """The earliest time at which one may go to the chat, as far as the chat itself is concerned."""
        if chat not in self._chats:
            at = now
        elif chat < 0:
            at = _window(self._chats[chat], self.limits.per_minute, LONGEST_WINDOW, now)
        else:
            at = _bucket(self._chats[chat], self.limits.burst, now)
        return max(at, self._halted.get(chat, 0.0))


def _window(times: deque[float], most: int, seconds: float, now: float) -> float:
    """When one more fits into a sliding window."""
    while times and times[0] <= now - seconds:
        times.popleft()
    return now if len(times) < most else times[len(times) - most] + seconds


def _bucket(times: deque[float], burst: int, now: float) -> float:
    """When one more fits into a bucket that leaks one a second."""
    while len(times) > 2 * burst:
        times.popleft()
    level, last = 0.0, 0.0
    for time in times:
        level = max(0.0, level - (time - last)) + 1
        last = time
    level = max(0.0, level - (now - last))
    return now if level <= burst - 1 else now + level - (burst - 1)
