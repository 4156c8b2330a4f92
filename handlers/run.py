"""How does the bot run on Telegram until it is told to stop? Own main: graceful at any moment, exit status 0."""

import asyncio
import logging
import signal

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot.errors import UserError
from handlers.context import BotApplication

_log = logging.getLogger(__name__)
# Telegram remembers the last list, so it is always named.
ALLOWED = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY, Update.MY_CHAT_MEMBER]


async def run_until_stopped(application: BotApplication) -> int:
    """Polls until SIGINT or SIGTERM and returns the exit status: 0, or 1 when another poller has the token."""
    stop = asyncio.Event()
    taken = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)

    def on_polling_error(error: TelegramError) -> None:
        if isinstance(error, Conflict):
            taken.set()
            stop.set()
        else:
            _log.warning("polling: %s", error)

    try:
        async with application:
            if application.post_init:
                await application.post_init(application)
            await _poll(application, stop, on_polling_error)
    except InvalidToken:
        raise UserError("Telegram does not know this TELEGRAM_BOT_TOKEN; copy it again from @BotFather") from None
    except NetworkError as error:
        raise UserError(f"Telegram cannot be reached ({error}); check the network and TELEGRAM_API_URL") from None
    if taken.is_set():
        raise UserError("another program polls with this token; stop it first")
    return 0


async def _poll(application: BotApplication, stop: asyncio.Event, on_error: object) -> None:
    updater = application.updater
    if updater is None:
        raise AssertionError("polling needs an updater")
    await application.start()
    try:
        await updater.start_polling(allowed_updates=ALLOWED, bootstrap_retries=-1, error_callback=on_error)  # type: ignore[arg-type]
        await stop.wait()
    finally:
        if updater.running:
            await updater.stop()
        await application.stop()
