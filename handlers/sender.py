"""Who sends what stands in the outbox? One task, chat by chat in order, at Telegram's pace.

A message is marked in the database before it goes out and after its answer. What Telegram says decides what becomes of
it (`handlers.verdict`). Nothing else in the program sends messages.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from telegram.ext import ExtBot

from bot.errors import LeaseError
from bot.model.outgoing import OutgoingId, Queued, State
from bot.services import deliver
from bot.services.take_turn import milliseconds
from handlers.pace import LONGEST_WINDOW, Limits, Pace
from handlers.sending import send
from handlers.standby import Helm
from handlers.verdict import Verdict, verdict_on
from handlers.worker import Worker

_AT_ONCE = 16
_IDLE_SECONDS = 30.0
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
        self._lanes: dict[int, deque[Queued]] = {}
        self._busy: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        # What stands in a lane or is on the wire, so that nothing is taken from the outbox twice.
        self._held: set[OutgoingId] = set()
        self._last = 0
        self._stale = False
        self._wake = asyncio.Event()

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
                await self._sleep(pause)
        finally:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _take_over(self) -> None:
        """Queues again what died with an earlier leader, and counts what Telegram counts already."""
        lead = self._helm.lead
        there = await asyncio.to_thread(lead.still_there) if lead else frozenset()
        now = self._now()
        lately = await self._worker.run(deliver.sent_lately, after=now - round(LONGEST_WINDOW * 1000), now=now)
        await self._worker.run(deliver.take_back, but_of=there)
        steady = time.monotonic()
        for sent in lately:
            # A clock that was put back makes times of the future; they count as now.
            self._pace.note(sent.chat, steady - max(0, now - sent.time) / 1000)

    async def drain(self, bot: ExtBot[Any]) -> None:
        """Sends what is due until nothing is."""
        await self._step(bot)
        while self._tasks:
            await asyncio.gather(*self._tasks)
            await self._step(bot)

    async def settled(self) -> None:
        """Waits until nothing is due or on the wire."""
        while self._tasks or any(queued.message.due <= self._now() for lane in self._lanes.values() for queued in lane):
            self._wake.set()
            await asyncio.sleep(0.01)

    async def _sleep(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return

    async def _step(self, bot: ExtBot[Any]) -> float:
        """Starts what may go out now and returns how many seconds nothing else will become due by itself."""
        await self._load()
        ready, pause = self._choose()
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
                self._lanes.setdefault(queued.message.address.chat, deque()).append(queued)

    def _choose(self) -> tuple[Sequence[Queued], float]:
        """One message per chat that is due and within the pace, and the seconds until the next one may be."""
        steady, now = time.monotonic(), self._now()
        ready: list[Queued] = []
        pause = _IDLE_SECONDS
        for chat, lane in list(self._lanes.items()):
            if chat in self._busy:
                continue
            wait = max((min(queued.message.due for queued in lane) - now) / 1000, 0.0)
            wait = max(wait, self._pace.ready_at(chat, steady) - steady)
            if wait <= 0 and len(self._busy) < _AT_ONCE:
                ready.append(self._take(chat, now))
            elif wait > 0:
                pause = min(pause, wait)
        self._pace.forget(steady)
        return ready, pause

    def _take(self, chat: int, now: int) -> Queued:
        lane = self._lanes[chat]
        queued = next(each for each in lane if each.message.due <= now)
        lane.remove(queued)
        if not lane:
            del self._lanes[chat]
        self._busy.add(chat)
        self._pace.started(chat)
        return queued

    async def _send_as_leader(self, bot: ExtBot[Any], queued: Queued) -> None:
        """Sends unless another process leads: then the message is that one's, and this process stops."""
        with suppress(LeaseError):
            await self._helm.assure(self._worker)
            await self._send(bot, queued)

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
        try:
            await self._record(queued, verdict, number)
        finally:
            self._busy.discard(chat)
            self.wake()

    async def _record(self, queued: Queued, verdict: Verdict, number: int | None) -> None:
        now = self._now()
        self._ended(verdict.state)
        if verdict.state is State.QUEUED and queued.attempts < _MOST_TRIES:
            due = now + round(verdict.wait * 1000)
            again = await self._worker.run_urgently(
                deliver.mark_waiting, queued, due=due, reason=verdict.reason, moved=verdict.moved
            )
            self._lanes.setdefault(again.message.address.chat, deque()).appendleft(again)
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
        return [queued.id for lane in self._lanes.values() for queued in lane]
