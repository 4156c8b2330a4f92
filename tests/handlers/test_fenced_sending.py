"""A process that no longer leads sends nothing, and nobody sends what it had on the wire before it has ended."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.model.outgoing import Address, Outgoing
from bot.services.holder import this_process
from bot.services.lead import Candidate, Lead
from bot.services.library import Library, open_library
from bot.views.reply import Reply, dumps
from handlers.app import build_console_application
from handlers.console.world import Person, World
from handlers.context import BotApplication, House
from handlers.worker import Worker
from tests.support.clock import Clock

LEASE = 20.0


class Process:
    """A bot over the database that leads or would lead, with a Telegram of its own."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.worker = Worker(lambda: open_library(path))
        # While another process makes the tables nobody can take the lead.
        self.worker.opened()
        self._candidate = Candidate(path, this_process(), LEASE, clock)
        self.lead: Lead | None = None

    def looks(self) -> bool:
        self.lead = self.worker.run_now(self._candidate.look)
        return self.lead is not None

    def starts(self) -> "Bot":
        return Bot(*build_console_application(self.worker, lambda: datetime.now(UTC), self.lead))

    def ends(self) -> None:
        if self.lead is not None:
            self.lead.release()
        self.worker.run_now(Library.close)
        self.worker.close()


class Bot:
    """What a process sends."""

    def __init__(self, application: BotApplication, world: World) -> None:
        self.application = application
        self.house: House = application.bot_data["house"]
        self.person = Person(world, 5, "Ann")
        world.chats[5] = self.person.private_chat()
        self._world = world

    async def sends(self) -> list[str]:
        async with self.application:
            await self.house.sender.drain(self.application.bot)
        return [entry["parameters"]["text"] for entry in self._world.log if entry["method"] == "sendMessage"]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pair(tmp_path: Path, clock: Clock) -> Iterator[tuple[Process, Process]]:
    first, second = (Process(tmp_path / "rolecall.db", clock) for _ in range(2))
    assert first.looks()
    assert not second.looks()
    yield first, second
    for process in (first, second):
        process.ends()


def queue(library: Library, text: str) -> None:
    library.outbox.queue([Outgoing(Address(5), dumps(Reply(text)))], now=1)


def states(path: Path) -> list[Any]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute("select state, epoch from outbox order by id").fetchall()
    finally:
        connection.close()


async def test_one_that_was_too_late_renews_and_goes_on(pair: tuple[Process, Process], clock: Clock) -> None:
    first, _ = pair
    first.worker.run_now(queue, "a")
    clock.now += LEASE
    assert await first.starts().sends() == ["a"]
    assert first.lead is not None
    assert not first.lead.lapsed


async def test_one_that_was_followed_sends_nothing_more(
    pair: tuple[Process, Process], clock: Clock, tmp_path: Path
) -> None:
    first, second = pair
    bot = first.starts()
    first.worker.run_now(queue, "a")
    first.worker.run_now(lambda library: library.outbox.mark_sending([library.outbox.waiting()[0].id], now=2))
    first.worker.run_now(queue, "b")
    clock.now += LEASE
    assert second.looks()
    with pytest.raises(Exception, match="leads now"):
        await bot.sends()
    assert first.worker.superseded.is_set()
    assert states(tmp_path / "rolecall.db") == [("sending", 1), ("queued", 0)]
    assert await second.starts().sends() == ["b"]
    assert first.lead is not None
    assert second.lead is not None
    first.lead.release()
    assert second.worker.run_now(lambda library: library.outbox.take_back(but_of=second.lead.still_there())) == 1  # type: ignore[union-attr]
    assert await second.starts().sends() == ["a"]
