"""What happens when a handler fails? A person gets one clear line, the log gets the fault without personal text."""

import logging

from telegram import Update
from telegram.error import TelegramError

from bot.errors import BotError, LeaseError
from bot.views.texts import render_fault, render_line
from handlers.context import BotContext
from handlers.turns import answer

_log = logging.getLogger(__name__)


async def on_error(update: object, context: BotContext) -> None:
    """Says what can be said; only faults of our own are logged with their trace."""
    error = context.error
    if isinstance(error, LeaseError):
        return  # the process stops leading, and the update is the next leader's
    if isinstance(error, TelegramError):
        _log.warning("Telegram refused a call: %s", error)
        return
    expected = isinstance(error, BotError)
    if not expected:
        _log.error("a handler failed", exc_info=error)
    if isinstance(update, Update):
        await answer(update, context, lambda _: render_line(_sentence(str(error))) if expected else render_fault())


def _sentence(text: str) -> str:
    """The line as a sentence: a capital first, a full stop last.

    >>> _sentence("it is empty; send the text")
    'It is empty; send the text.'
    """
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
