"""Where do services run? In one thread that owns the database, so that they need neither locks nor `await`."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, Self, TypeVar

from bot.services.library import Library

P = ParamSpec("P")
R = TypeVar("R")


class Worker:
    """One thread with one library; `open_library` runs in it, and so does every service."""

    def __init__(self, opening: Callable[[], Library]) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rolecall")
        self._library = self._executor.submit(opening)

    def opened(self) -> Library:
        """Waits until the library is open; raises what opening it raised."""
        return self._library.result()

    async def run(self, service: Callable[Concatenate[Library, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The result of a service, run in the library's thread with the library as its first argument."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, lambda: service(self.opened(), *args, **kwargs))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Waits for the running service and ends the thread."""
        self._executor.shutdown(wait=True)
