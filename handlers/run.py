"""How does the bot run on Telegram until it is told to stop? Own main: graceful at any moment."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from telegram.error import Conflict, InvalidToken, NetworkError

from bot.errors import LeaseError, UserError
from bot.services.keep_house import clear_away
from bot.stop import Stop
from handlers.context import BotApplication, House
from handlers.menus import publish_menus
from handlers.polling import poll, take_unfinished
from handlers.ticking import tick_until_cancelled
from handlers.worker import Worker

_LAST_WORDS_SECONDS = 5
_ROUND_SECONDS = 10
_ROUNDS_A_DAY = 8640

Intake = Callable[[BotApplication, House, asyncio.Event], Coroutine[Any, Any, None]]


async def run_until_stopped(application: BotApplication, house: House, take: Intake, stop: Stop) -> None:
    """Takes updates in by `take` and sends what is queued until SIGINT or SIGTERM.

    Raises LeaseError when another process leads, and UserError when Telegram does not know the token, cannot be reached
    at the start, or another poller has it.
    """
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    with stop.through(lambda: loop.call_soon_threadsafe(stopped.set)), _clear_refusals(stopped):
        async with application:
            await _work(application, house, take, stopped)


async def take_polling(application: BotApplication, house: House, stop: asyncio.Event) -> None:
    """Takes updates in by polling; a webhook that is still set would keep them away."""
    await application.bot.delete_webhook()
    try:
        await poll(application, house.worker, stop)
    except Conflict:
        await house.helm.check(house.worker)
        raise UserError("another program polls with this token; stop it first") from None


async def _work(application: BotApplication, house: House, take: Intake, stop: asyncio.Event) -> None:
    """Everything that goes on side by side; when one part fails, all stop, and the failure is raised."""
    await application.start()
    beside = [
        asyncio.create_task(each)
        for each in (
            house.sender.run(application.bot),
            house.helm.keep(house.worker, freed=house.sender.reload),
            tick_until_cancelled(house),
            _keep_house(house),
            _superseded(house.worker),
        )
    ]
    # Menus can wait; what is due cannot.
    publishing = asyncio.create_task(publish_menus(application))
    taking: asyncio.Task[None] | None = None
    try:
        await take_unfinished(application, house.worker)
        taking = asyncio.create_task(take(application, house, stop))
        done, _ = await asyncio.wait([*beside, taking], return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        stop.set()
        await asyncio.gather(*([taking] if taking else []), return_exceptions=True)
        await application.stop()
        await _end(house, beside)
        publishing.cancel()
        await asyncio.gather(publishing, return_exceptions=True)


async def _end(house: House, beside: Sequence[asyncio.Task[None]]) -> None:
    """Lets a leader send its last words, then ends what goes on beside."""
    with suppress(TimeoutError):
        async with asyncio.timeout(0 if house.worker.superseded.is_set() else _LAST_WORDS_SECONDS):
            await house.sender.settled()
    for task in beside:
        task.cancel()
    await asyncio.gather(*beside, return_exceptions=True)


async def _superseded(worker: Worker) -> None:
    """Ends with LeaseError as soon as another process leads."""
    await worker.superseded.wait()
    raise LeaseError("another rolecall leads now")


async def _keep_house(house: House) -> None:
    """Forgets who has asked nothing lately, and clears away once a day."""
    rounds = 0
    while True:
        house.forget_idle()
        if rounds % _ROUNDS_A_DAY == 0:
            await house.worker.run(clear_away, now=house.clock())
        rounds += 1
        await asyncio.sleep(_ROUND_SECONDS)


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
