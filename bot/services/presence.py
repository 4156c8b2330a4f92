"""Can a chat be written to? What is queued for one that cannot is kept until it can."""

from bot.services.library import Library


def chat_is_closed(library: Library, chat: int) -> None:
    """Keeps what is queued for a chat that blocked the bot, removed it or took its right to write."""
    library.outbox.pause_chat(chat)


def chat_is_back(library: Library, chat: int) -> None:
    """Queues again what was kept for a chat."""
    library.outbox.resume_chat(chat)
