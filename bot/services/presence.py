"""Can a chat be written to? What is queued for one that cannot is kept until it can, and its subscriptions rest."""

from dataclasses import replace
from datetime import datetime

from bot.model.subscription import Standing
from bot.services.library import Library
from bot.services.subscribe import first_due


def chat_is_closed(library: Library, chat: int, *, problem: str = "the chat cannot be written to") -> None:
    """Keeps what is queued for a chat that blocked the bot, removed it or took its right to write."""

    def close() -> None:
        library.outbox.pause_chat(chat)
        library.subscriptions.set_standing(chat, Standing.ACTIVE, Standing.UNREACHABLE, problem=problem)
        for subscription in library.subscriptions.of_chat(chat):
            library.searches.put(subscription)

    library.run(close)


def chat_is_back(library: Library, chat: int, *, now: datetime) -> None:
    """Queues again what was kept for a chat, and lets its subscriptions run from now on."""

    def come_back() -> None:
        library.outbox.resume_chat(chat)
        for subscription in library.subscriptions.of_chat(chat):
            if subscription.standing is Standing.UNREACHABLE:
                due, seen = first_due(subscription.order, now), library.postings.last()
                back = replace(subscription, standing=Standing.ACTIVE, problem="", due=due, seen=seen)
                library.subscriptions.save(back)
                library.searches.put(back)

    library.run(come_back)
