"""In which order are updates acted on? Those of one chat one after the other, different chats side by side."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

_AT_ONCE = 256


@dataclass(slots=True)
class _Lane:
    """The lock of one chat and how many updates hold it or wait for it."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    updates: int = 0


class ChatOrder(BaseUpdateProcessor):
    """Acts on the updates of one chat in the order of their arrival; a lane that nobody uses is dropped.

    `finished` is told about each update behind it, whatever came of it, and `acted` its kind and the seconds it took.
    """

    __slots__ = ("_acted", "_finished", "_lanes")

    def __init__(
        self,
        finished: Callable[[object], Awaitable[None]],
        acted: Callable[[str, float], None] = lambda kind, seconds: None,
    ) -> None:
        super().__init__(_AT_ONCE)
        self._finished = finished
        self._acted = acted
        self._lanes: dict[int, _Lane] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Waits for the earlier updates of the same chat, then acts."""
        key = lane_of(update)
        lane = self._lanes.setdefault(key, _Lane())
        lane.updates += 1
        try:
            async with lane.lock:
                start = time.monotonic()
                await coroutine
                await self._finished(update)
                self._acted(kind_of(update), time.monotonic() - start)
        finally:
            lane.updates -= 1
            if not lane.updates:
                del self._lanes[key]

    async def initialize(self) -> None:
        """Nothing needs to be opened."""

    async def shutdown(self) -> None:
        """Nothing needs to be closed."""


def lane_of(update: object) -> int:
    """The chat of an update, else the person; 0 for one that has neither."""
    if not isinstance(update, Update):
        return 0
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user is not None else 0


def kind_of(update: object) -> str:
    """The kind of an update in one word, for counting."""
    kinds = ("message", "callback_query", "inline_query", "my_chat_member")
    return next((kind for kind in kinds if getattr(update, kind, None) is not None), "other")
