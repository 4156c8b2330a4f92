"""How does a person see that something takes a while? "typing…" stands above the chat until it is done."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from handlers.context import BotContext

_log = logging.getLogger(__name__)
_A_MOMENT_SECONDS = 0.5
# Telegram takes the sign away after five seconds.
_AGAIN_SECONDS = 4.5


@asynccontextmanager
async def typing(update: Update, context: BotContext) -> AsyncIterator[None]:
    """Shows the sign while the block runs, once it has run for a moment."""
    sign = asyncio.create_task(_show(update, context))
    try:
        yield
    finally:
        sign.cancel()
        await asyncio.gather(sign, return_exceptions=True)


async def _show(update: Update, context: BotContext) -> None:
    message = update.effective_message
    if message is None:
        return
    thread = message.message_thread_id if message.is_topic_message else None
    await asyncio.sleep(_A_MOMENT_SECONDS)
    while True:
        try:
            await context.bot.send_chat_action(message.chat.id, ChatAction.TYPING, message_thread_id=thread)
        except TelegramError as error:
            _log.info("the sign for typing was not shown: %s", error)
            return
        await asyncio.sleep(_AGAIN_SECONDS)
