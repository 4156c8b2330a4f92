"""How does the bot run on Telegram until it is told to stop? Own main: graceful at any moment, exit status 0."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from telegram.error import InvalidToken, NetworkError

from bot.errors import UserError
from handlers.context import BotApplication, House
from handlers.polling import poll, take_unfinished

_LAST_WORDS_SECONDS = 5


async def run_until_stopped(application: BotApplication, house: House) -> int:
    """Takes updates in and sends what is queued until SIGINT or SIGTERM; returns the exit status 0.

    Raises UserError when Telegram does not know the token, cannot be reached at the start, or another poller has it.
    """
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with _clear_refusals():
        async with application:
            if application.post_init:
                await application.post_init(application)
            await application.bot.delete_webhook()
            await _work(application, house, stop)
    return 0


async def _work(application: BotApplication, house: House, stop: asyncio.Event) -> None:
    sending = asyncio.create_task(house.sender.run(application.bot))
    await application.start()
    try:
        await take_unfinished(application, house.worker)
        await poll(application, house.worker, stop)
    finally:
        await application.stop()
        with suppress(TimeoutError):
            async with asyncio.timeout(_LAST_WORDS_SECONDS):
                await house.sender.settled()
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)


@contextmanager
def _clear_refusals() -> Iterator[None]:
    try:
        yield
    except InvalidToken:
        raise UserError("Telegram does not know this TELEGRAM_BOT_TOKEN; copy it again from @BotFather") from None
    except NetworkError as error:
        raise UserError(f"Telegram cannot be reached ({error}); check the network and TELEGRAM_API_URL") from None
