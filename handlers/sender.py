"""Who sends what stands in the outbox? One task, chat by chat in order, at Telegram's pace.

A message is marked in the database before it goes out and after its answer. What Telegram says decides what becomes of
it (`handlers.verdict`). Nothing else in the program sends messages.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from telegram.ext import ExtBot

from bot.errors import LeaseError
from bot.model.outgoing import OutgoingId, Queued, State
from bot.services import deliver
from bot.services.take_turn import milliseconds
from handlers.lanes import IDLE_SECONDS, Lanes
from handlers.pace import LONGEST_WINDOW, Limits, Pace
from handlers.sending import send
from handlers.standby import Helm
from handlers.verdict import Verdict, verdict_on
from handlers.worker import Worker

# So many messages are marked at once: on the wire, or next at the gate of the pace.
_AT_ONCE = 16
# Marking costs a flush of the disk, so it is done for a few together.
_TOGETHER = 4
# About two seconds' worth of messages.
_READY, _SECONDS_BETWEEN_LOOKS = 60, 0.2
# What a leader that ended had on the wire may still be on its way to Telegram for so long.
_UNDERWAY_SECONDS = 1.0
# Ten tries, each waiting twice as long as the one before, span about ten minutes.
_MOST_TRIES = 10


class Sender:
    """The one way out; `run` until cancelled, or `drain` once. `ended` hears what became of each message."""

    def __init__(
        self,
        worker: Worker,
        clock: Callable[[], datetime],
        limits: Limits,
        ended: Callable[[State], None] = lambda _: None,
        *,
        helm: Helm | None = None,
    ) -> None:
        self._worker = worker
        self._helm = helm or Helm()
        self._ended = ended
        self._clock = clock
        self._pace = Pace(limits)
        self._lanes = Lanes(self._pace)
        self._tasks: set[asyncio.Task[None]] = set()
        # What stands in a lane or is on the wire, so that nothing is taken from the outbox twice.
        self._held: set[OutgoingId] = set()
        self._last = 0
        self._stale = False
        self._wake = asyncio.Event()
        self._gate = asyncio.Lock()
        self._answered = asyncio.Event()
        self._closing = False

    def wake(self) -> None:
        """Something was queued."""
        self._wake.set()

    def reload(self) -> None:
        """What was kept for a chat is queued again."""
        self._stale = True
        self._wake.set()

    async def run(self, bot: ExtBot[Any]) -> None:
        """Sends until cancelled; what is on the wire then is waited for."""
        await self._take_over()
        try:
            while True:
                self._wake.clear()
                pause = await self._step(bot)
                await _first_of(self._wake, pause)
        finally:
            self._closing = True
            self._answered.set()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _take_over(self) -> None:
        """Queues again what died with an earlier leader, and counts what Telegram counts already."""
        lead = self._helm.lead
        there = await asyncio.to_thread(lead.still_there) if lead else frozenset()
        now = self._now()
        lately = await self._worker.run(
            deliver.sent_lately,
            after=now - round(LONGEST_WINDOW * 1000),
            on_the_wire=now + round(_UNDERWAY_SECONDS * 1000),
        )
        await self._worker.run(deliver.take_back, but_of=there)
        steady = time.monotonic()
        for sent in lately:
            # A clock that was put back makes times of the future; they count as late as any may.
            self._pace.note(sent.chat, steady + min(_UNDERWAY_SECONDS, (sent.time - now) / 1000))

    async def drain(self, bot: ExtBot[Any]) -> None:
        """Sends what is due until nothing is."""
        await self._step(bot)
        while self._tasks:
            await asyncio.gather(*self._tasks)
            await self._step(bot)

    async def has_room(self) -> None:
        """Waits while more is ready than can go out soon: what makes messages need not be ahead of the pace."""
        while self._lanes.in_turn > _READY:
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)

    async def settled(self) -> None:
        """Waits until nothing is due or on the wire."""
        while self._tasks or self._lanes.any_due(self._now()):
            self._wake.set()
            await asyncio.sleep(0.01)

    async def _step(self, bot: ExtBot[Any]) -> float:
        """Marks what may go out next, and returns how many seconds nothing else will become due by itself."""
        room = _AT_ONCE - len(self._tasks)
        if room < _TOGETHER:
            return IDLE_SECONDS
        await self._load()
        steady = time.monotonic()
        ready, pause = self._lanes.take(room, steady, self._now())
        self._pace.forget(steady)
        if ready:
            await self._worker.run(deliver.mark_sending, [queued.id for queued in ready], now=self._now())
            for queued in ready:
                task = asyncio.create_task(self._send_as_leader(bot, queued))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        return pause

    async def _load(self) -> None:
        if self._stale:
            self._stale, self._last = False, 0
            self._held.difference_update(self.backlog)
            self._lanes.clear()
        for queued in await self._worker.run(deliver.waiting, after=self._last):
            self._last = max(self._last, queued.id)
            if queued.id not in self._held:
                self._held.add(queued.id)
                self._lanes.add(queued)

    async def _send_as_leader(self, bot: ExtBot[Any], queued: Queued) -> None:
        """Sends unless another process leads: then the message is that one's, and this process stops."""
        with suppress(LeaseError):
            if await self._may_go(queued):
                await self._helm.assure(self._worker)
                await self._send(bot, queued)

    async def _may_go(self, queued: Queued) -> bool:
        """Waits for the pace of all together, first come first served; puts the message back when all is stopped."""
        async with self._gate:
            while not self._closing:
                self._answered.clear()
                steady = time.monotonic()
                wait = self._pace.overall_at(steady) - steady
                if wait <= 0:
                    self._pace.started()
                    return True
                await _first_of(self._answered, min(wait, IDLE_SECONDS))
        await self._worker.run_urgently(
            deliver.mark_waiting, queued, due=queued.message.due, reason="the process was stopped", moved=None
        )
        return False

    async def _send(self, bot: ExtBot[Any], queued: Queued) -> None:
        chat, number, verdict = queued.message.address.chat, None, Verdict(State.SENT)
        try:
            number = await send(bot, queued.message)
        except Exception as error:  # noqa: BLE001 - whatever it was, the row must not stay on the wire
            verdict = verdict_on(error, queued)
        steady = time.monotonic()
        self._pace.ended(chat, steady)
        if verdict.halts:
            self._pace.halt(chat, steady + verdict.wait)
        self._answered.set()
        try:
            await self._record(queued, verdict, number)
        finally:
            self._lanes.ended(chat)
            self.wake()

    async def _record(self, queued: Queued, verdict: Verdict, number: int | None) -> None:
        now = self._now()
        self._ended(verdict.state)
        if verdict.state is State.QUEUED and queued.attempts < _MOST_TRIES:
            due = now + round(verdict.wait * 1000)
            again = await self._worker.run_urgently(
                deliver.mark_waiting, queued, due=due, reason=verdict.reason, moved=verdict.moved
            )
            self._lanes.add(again, first=True)
            return
        state = State.FAILED if verdict.state is State.QUEUED else verdict.state
        self._held.discard(queued.id)
        if await self._worker.run_urgently(
            deliver.mark_ended, queued, state, now=now, number=number, reason=verdict.reason
        ):
            self.reload()

    def _now(self) -> int:
        return milliseconds(self._clock())

    @property
    def backlog(self) -> Sequence[OutgoingId]:
        """The messages that wait in memory, for metrics."""
        return self._lanes.waiting


async def _first_of(event: asyncio.Event, seconds: float) -> None:
    """Waits for the event, so many seconds at most."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
