"""A subscription of one chat, made as a person makes it."""

from bot.model.schedule import Schedule
from bot.model.subscription import Subscription
from bot.services.library import Library
from bot.services.subscribe import replay, subscribe
from tests.support.library import NOW


def subscribed(library: Library, line: str = "welder", *, chat: int = 5) -> Subscription:
    """The chat is told of these words daily at eight, UTC."""
    tried = replay(library, line, chat=chat, owner=chat, default=Schedule(), now=NOW)
    return subscribe(library, tried.order, now=NOW)
