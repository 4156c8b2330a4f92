"""Which message goes out next? One lane per chat in order of queueing, looked at when its turn may have come.

A lane whose first message is not due, or whose chat is not to be written to yet, stands aside in a heap until then; so
a step costs as much as is taken, however many chats wait. Answers go before what nobody waits for. Leaves out the
sending itself (`handlers.sender`) and the pace of all together.
"""

import heapq
from collections import deque
from collections.abc import Sequence
from itertools import islice

from bot.model.outgoing import OutgoingId, Purpose, Queued
from handlers.pace import Pace

IDLE_SECONDS = 30.0


class Lanes:
    """What waits in memory; a chat of which a message was taken has no turn until that one has ended."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._lanes: dict[int, deque[Queued]] = {}
        self._answers: dict[int, None] = {}
        self._others: dict[int, None] = {}
        self._not_due: list[tuple[int, int]] = []
        self._not_yet: list[tuple[float, int]] = []
        self._taken: set[int] = set()

    def add(self, queued: Queued, *, first: bool = False) -> None:
        """Puts a message behind the others of its chat, or before them."""
        chat = queued.message.address.chat
        lane = self._lanes.setdefault(chat, deque())
        if first:
            lane.appendleft(queued)
        else:
            lane.append(queued)
        self._call(chat)

    def take(self, most: int, steady: float, now: int) -> tuple[Sequence[Queued], float]:
        """Takes up to `most` messages of different chats that may go now; and the seconds until others may.

        `steady` is the time of the pace, `now` the one of dues.
        """
        self._call_up(steady, now)
        taken: list[Queued] = []
        for chat in [*islice(self._answers, most), *self._others]:
            if len(taken) >= most:
                return taken, 0.0
            if self._may_go(chat, steady, now):
                taken.append(self._first_of(chat, now))
            self._answers.pop(chat, None)
            self._others.pop(chat, None)
        return taken, 0.0 if self._answers else self._pause(steady, now)

    def ended(self, chat: int) -> None:
        """The message that was taken of a chat has ended; the next one has its turn."""
        self._taken.discard(chat)
        if chat in self._lanes:
            self._call(chat)

    def clear(self) -> None:
        """Forgets what waits."""
        self._lanes.clear()
        self._answers.clear()
        self._others.clear()
        self._not_due.clear()
        self._not_yet.clear()

    @property
    def in_turn(self) -> int:
        """How many chats could be written to now if the pace of all together allowed it."""
        return len(self._answers) + len(self._others)

    @property
    def waiting(self) -> Sequence[OutgoingId]:
        """The messages in all lanes."""
        return [queued.id for lane in self._lanes.values() for queued in lane]

    def any_due(self, now: int) -> bool:
        """Whether a message is due."""
        return any(queued.message.due <= now for lane in self._lanes.values() for queued in lane)

    def _call_up(self, steady: float, now: int) -> None:
        """Gives those their turn whose time has come."""
        while self._not_due and self._not_due[0][0] <= now:
            self._call(heapq.heappop(self._not_due)[1])
        while self._not_yet and self._not_yet[0][0] <= steady:
            self._call(heapq.heappop(self._not_yet)[1])

    def _call(self, chat: int) -> None:
        """Gives a chat its turn, behind those that have it."""
        lane = self._lanes.get(chat, ())
        if any(queued.message.purpose is Purpose.REPLY for queued in lane):
            self._others.pop(chat, None)
            self._answers.setdefault(chat)
        elif lane:
            self._others.setdefault(chat)

    def _may_go(self, chat: int, steady: float, now: int) -> bool:
        """Whether a message of the chat goes out now; otherwise its lane is put aside until it may, if it has one."""
        if chat not in self._lanes or chat in self._taken:
            return False
        due = min(queued.message.due for queued in self._lanes[chat])
        if due > now:
            heapq.heappush(self._not_due, (due, chat))
            return False
        allowed = self._pace.chat_at(chat, steady)
        if allowed > steady:
            heapq.heappush(self._not_yet, (allowed, chat))
            return False
        return True

    def _first_of(self, chat: int, now: int) -> Queued:
        lane = self._lanes[chat]
        queued = next(each for each in lane if each.message.due <= now)
        lane.remove(queued)
        if not lane:
            del self._lanes[chat]
        self._taken.add(chat)
        return queued

    def _pause(self, steady: float, now: int) -> float:
        pause = IDLE_SECONDS
        if self._not_due:
            pause = min(pause, (self._not_due[0][0] - now) / 1000)
        if self._not_yet:
            pause = min(pause, self._not_yet[0][0] - steady)
        return max(pause, 0.0)
