"""When are digests made? At each tick: as soon as something is due, and at least twice a minute."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace

from bot.errors import LeaseError
from bot.model.digest import Digest
from bot.model.outgoing import Address, Outgoing, Purpose
from bot.model.subscription import SubscriptionId
from bot.services.digest import run_due
from bot.services.tell_changes import News, tell_changes
from bot.views.changes import render_news
from bot.views.digests import render_digest
from handlers.context import House
from handlers.sending import outgoing

_log = logging.getLogger(__name__)
_SECONDS_BETWEEN_TICKS = 10.0
_AT_A_TIME = 10


async def tick_until_cancelled(house: House) -> None:
    """Makes what is due, over and over; a tick that fails is logged, and the next one tries again."""
    while True:
        try:
            await tick(house)
        except LeaseError:
            raise
        except Exception:  # noqa: BLE001 - whatever it was, the next tick has to come
            _log.exception("a tick failed")
        await asyncio.sleep(_SECONDS_BETWEEN_TICKS)


async def tick(house: House) -> None:
    """Queues the digests that are due now, and the news of pages that changed.

    Some digests at a time, and no faster than they can be sent.
    """
    told = set[SubscriptionId]()

    def render(digest: Digest) -> Sequence[Outgoing]:
        told.add(digest.subscription.id)
        return messages_of(digest)

    ran = _AT_A_TIME
    while ran == _AT_A_TIME:
        await house.sender.has_room()
        told.clear()
        ran = await house.worker.run(run_due, now=house.clock(), render=render, most=_AT_A_TIME)
        house.metrics.ran(ran, len(told))
        if ran:
            house.sender.wake()
    if await house.worker.run(tell_changes, now=house.clock(), render=messages_of_news):
        house.sender.wake()


def messages_of(digest: Digest) -> Sequence[Outgoing]:
    """The messages of a digest for the chat that ordered it."""
    order = digest.subscription.order
    address = Address(order.chat, order.thread)
    return [replace(each, purpose=Purpose.DIGEST) for each in outgoing(render_digest(digest), address)]


def messages_of_news(news: News) -> Sequence[Outgoing]:
    """The messages for one person who saved a posting that changed."""
    reply = render_news(news.stored, news.differences)
    return [replace(each, purpose=Purpose.ALERT) for each in outgoing(reply, Address(news.person))]
