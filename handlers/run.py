"""How does the bot run on Telegram until it is told to stop? Own main: graceful at any moment, exit status 0."""

import asyncio
import signal
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from telegram.error import InvalidToken, NetworkError

from bot.errors import UserError
from bot.services.keep_house import clear_away, give_sign_of_life
from handlers.context import BotApplication, House
from handlers.polling import poll, take_unfinished
from handlers.ticking import tick_until_cancelled

_LAST_WORDS_SECONDS = 5
_BEAT_SECONDS = 10
_BEATS_A_DAY = 8640

Intake = Callable[[BotApplication, House, asyncio.Event], Coroutine[Any, Any, None]]


async def run_until_stopped(application: BotApplication, house: House, take: Intake) -> int:
    """Takes updates in by `take` and sends what is queued until SIGINT or SIGTERM; returns the exit status 0.

    Raises UserError when Telegram does not know the token, cannot be reached at the start, or another poller has it.
    """
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with _clear_refusals(stop):
        async with application:
            if application.post_init and not stop.is_set():
                await application.post_init(application)
            await _work(application, house, take, stop)
    return 0


async def take_polling(application: BotApplication, house: House, stop: asyncio.Event) -> None:
    """Takes updates in by polling; a webhook that is still set would keep them away."""
    await application.bot.delete_webhook()
    await poll(application, house.worker, stop)


async def _work(application: BotApplication, house: House, take: Intake, stop: asyncio.Event) -> None:
    """Everything that goes on side by side; when one part fails, all stop, and the failure is raised."""
    await application.start()
    running = [
        asyncio.create_task(house.sender.run(application.bot)),
        asyncio.create_task(_keep_house(house)),
        asyncio.create_task(tick_until_cancelled(house)),
    ]
    try:
        await take_unfinished(application, house.worker)
        taking = asyncio.create_task(take(application, house, stop))
        running.append(taking)
        done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        stop.set()
        await asyncio.gather(*running[3:], return_exceptions=True)
        await application.stop()
        with suppress(TimeoutError):
            async with asyncio.timeout(_LAST_WORDS_SECONDS):
                await house.sender.settled()
        for task in running[:3]:
            task.cancel()
        await asyncio.gather(*running[:3], return_exceptions=True)


async def _keep_house(house: House) -> None:
    """Gives signs of life, and clears away once a day."""
    beats = 0
    while True:
        await house.worker.run(give_sign_of_life, now=house.clock())
        house.forget_idle()
        if beats % _BEATS_A_DAY == 0:
            await house.worker.run(clear_away, now=house.clock())
        beats += 1
        await asyncio.sleep(_BEAT_SECONDS)


@contextmanager
def _clear_refusals(stop: asyncio.Event) -> Iterator[None]:
    """Turns what goes wrong outside into one line; what goes wrong while stopping matters no more."""
    try:
        yield
    except InvalidToken:
        raise UserError("Telegram does not know this TELEGRAM_BOT_TOKEN; copy it again from @BotFather") from None
    except NetworkError as error:
        if stop.is_set():
            return
        raise UserError(f"Telegram cannot be reached ({error}); check the network and TELEGRAM_API_URL") from None
