"""Where do services run? In one thread that owns the database, so that they need neither locks nor `await`."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, Self, TypeVar

from bot.errors import LeaseError
from bot.services.library import Library

# So many ordinary services stand in the thread's queue at once; what is urgent waits for these alone.
_IN_QUEUE = 2
P = ParamSpec("P")
R = TypeVar("R")


class Worker:
    """One thread with one library; `opening` runs in it, and so does every service.

    `superseded` is set when a service was refused because another process leads.
    """

    def __init__(self, opening: Callable[[], Library]) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rolecall")
        self._library = self._executor.submit(opening)
        self.superseded = asyncio.Event()
        self._queue = asyncio.Semaphore(_IN_QUEUE)

    def opened(self) -> Library:
        """Waits until the library is open; raises what opening it raised."""
        return self._library.result()

    async def run(self, service: Callable[Concatenate[Library, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The result of a service, run in the library's thread with the library as its first argument."""
        async with self._queue:
            return await self.run_urgently(service, *args, **kwargs)

    async def run_urgently(self, service: Callable[Concatenate[Library, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The same, ahead of the ordinary ones: for records of what has happened outside already."""
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._executor, lambda: service(self.opened(), *args, **kwargs))
        except LeaseError:
            self.superseded.set()
            raise

    def run_now(self, service: Callable[Concatenate[Library, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The same, waiting for the result where there is no event loop yet."""
        return self._executor.submit(lambda: service(self.opened(), *args, **kwargs)).result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Waits for the running service and ends the thread."""
        self._executor.shutdown(wait=True)
