"""A conversation with the whole bot over the local Bot API: lines in, what a person would see out."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from io import StringIO

from bot.services.library import Library
from handlers.app import build_console_application
from handlers.console.terminal import Conversation
from handlers.console.world import Person, World
from handlers.worker import Worker
from tests.support.library import NOW


class Chat:
    """One conversation; `say` returns what the bot showed for that line."""

    def __init__(self, talk: Conversation, world: World, out: StringIO) -> None:
        self._talk = talk
        self._out = out
        self.world = world

    def as_person(self, number: int, name: str) -> "Chat":
        """The same bot, talked to by somebody else."""
        out = StringIO()
        return Chat(self._talk.as_person(Person(self.world, number, name), out), self.world, out)

    async def say(self, line: str) -> str:
        """What the terminal shows for one typed line, the line itself left out."""
        self._out.seek(0)
        self._out.truncate()
        await self._talk.take(line)
        return self._out.getvalue().removeprefix(f"you: {line}\n")


@asynccontextmanager
async def chatting(opening: Callable[[], Library]) -> AsyncIterator[Chat]:
    """A running application over a library that `opening` makes in the worker's thread."""
    with Worker(opening) as worker:
        application, world = build_console_application(worker, lambda: NOW)
        out = StringIO()
        async with application:
            if application.post_init:
                await application.post_init(application)
            yield Chat(Conversation(application, world, out), world, out)
