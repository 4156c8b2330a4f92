"""How do updates come in by polling? Fetched, stored, and only then confirmed and acted on.

Telegram forgets an update once a later one is asked for; here it stands in the inbox by then, so a process that dies
at any moment loses none.
"""

import asyncio
import json
import logging
from typing import Any, TypeVar

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.model.incoming import Incoming
from bot.services.receive import keep_updates, next_update, unfinished_updates
from handlers.context import BotApplication
from handlers.verdict import seconds_to_wait
from handlers.worker import Worker

_log = logging.getLogger(__name__)
T = TypeVar("T")

# Telegram remembers the last list, so it is always named.
ALLOWED = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY, Update.MY_CHAT_MEMBER]
_POLL_SECONDS = 25
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0


async def take_unfinished(application: BotApplication, worker: Worker) -> None:
    """Puts the updates that an earlier process stored and did not finish in front of all others."""
    for stored in await worker.run(unfinished_updates):
        await application.update_queue.put(Update.de_json(_json(stored.payload), application.bot))


async def poll(application: BotApplication, worker: Worker, stop: asyncio.Event) -> None:
    """Takes updates in until `stop`; raises Conflict when another program polls with the same token."""
    offset = await worker.run(next_update)
    pause = _FIRST_PAUSE
    while not stop.is_set():
        try:
            offset = await until(stop, _take(application, worker, offset), otherwise=offset)
            pause = _FIRST_PAUSE
        except (Conflict, InvalidToken):
            raise
        except RetryAfter as error:
            await until(stop, asyncio.sleep(seconds_to_wait(error)), otherwise=None)
        except TelegramError as error:
            _log.warning("polling: %s; next try in %.0f s", error, pause)
            await until(stop, asyncio.sleep(pause), otherwise=None)
            pause = min(pause * 2, _LONGEST_PAUSE)


async def _take(application: BotApplication, worker: Worker, offset: int) -> int:
    """One round: what is new is stored and handed on. Returns the next offset."""
    updates = await application.bot.get_updates(
        offset=offset, timeout=_POLL_SECONDS, read_timeout=_POLL_SECONDS + 10, allowed_updates=ALLOWED
    )
    await take_in(application, worker, updates)
    return updates[-1].update_id + 1 if updates else offset


async def take_in(application: BotApplication, worker: Worker, updates: tuple[Update, ...]) -> None:
    """Stores the updates and hands on those that are new."""
    if not updates:
        return
    by_number = {update.update_id: update for update in updates}
    for stored in await worker.run(keep_updates, [Incoming(each.update_id, each.to_json()) for each in updates]):
        await application.update_queue.put(by_number[stored.number])


async def until(stop: asyncio.Event, work: Any, *, otherwise: T) -> Any:
    """The result of `work`, or `otherwise` when `stop` comes first; the work is cancelled then."""
    task, stopped = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else otherwise
    finally:
        for each in (task, stopped):
            each.cancel()
        await asyncio.gather(task, stopped, return_exceptions=True)


def _json(payload: str) -> Any:
    return json.loads(payload)
