"""At which rate, and how surely, do digests arrive that are all due at once? Against a Bot API server that limits.

    python -m benchmarks.delivery [CHATS] [--kills SECONDS] [--standby]

Every chat has one subscription that is due when the process starts. Without kills the figures are the share of the
allowed rate (30 a second), the refusals for too many requests, and whether every digest came exactly once. With
`--kills` the process is killed every so many seconds and started again; with `--standby` a second one is always
waiting, and the one that leads is killed. Lost must be 0, a message may arrive twice only when it was on the wire at a
kill, and no chat more than twice.
"""

import argparse
import collections
import logging
import signal
import sqlite3
import tempfile
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.model.schedule import Schedule
from bot.services.add_postings import add_text
from bot.services.library import open_library
from bot.services.load_seeds import load_seeds
from bot.services.subscribe import replay, subscribe
from tests.support.emulated_stage import BotProcess, emulator_class
from tests.support.library import SEEDS

ALLOWED_PER_SECOND = 30
_PAGE = "Welder\nBeam Ltd\nLeeds\n\nRequirements\n- 2 years of experience in welding\n"
_PATIENCE_SECONDS = 30


@dataclass(slots=True)
class Outcome:
    """What became of the digests; `wire` counts the messages that were on the wire at a kill, by chat."""

    chats: int
    kills: int = 0
    arrived: collections.Counter[int] = field(default_factory=collections.Counter)
    wire: collections.Counter[int] = field(default_factory=collections.Counter)
    refused: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Messages a second; the first second's worth may go out at once, so it does not count."""
        return (self.arrived.total() - ALLOWED_PER_SECOND) / self.seconds if self.seconds else 0.0

    @property
    def lost(self) -> int:
        """Chats that never got their digest."""
        return self.chats - len(self.arrived)

    @property
    def doubled(self) -> int:
        """Digests that came more than once."""
        return self.arrived.total() - len(self.arrived)

    @property
    def unexplained(self) -> int:
        """Digests that came more often than once for each kill that found them on the wire."""
        return sum(max(0, times - 1 - self.wire[chat]) for chat, times in self.arrived.items())


def main() -> None:
    """Print the figures of one run."""
    parser = argparse.ArgumentParser(description="Deliver digests that are all due at once.")
    parser.add_argument("chats", nargs="?", type=int, default=2000)
    parser.add_argument("--kills", type=float, default=0.0, help="seconds between kills; 0 for none")
    parser.add_argument("--standby", action="store_true", help="a second process waits and takes over")
    wanted = parser.parse_args()
    if emulator_class() is None:
        print("no Bot API server is at hand")
        return
    logging.getLogger("aiohttp").setLevel(logging.CRITICAL)  # a kill cuts the server's connections
    with tempfile.TemporaryDirectory() as folder:
        outcome = deliver(Path(folder), wanted.chats, every=wanted.kills, standby=wanted.standby)
    print(f"{outcome.chats} digests due at once, {outcome.kills} kills")
    print(f"rate {outcome.rate:.2f} a second = {outcome.rate / ALLOWED_PER_SECOND:.1%} of the allowed one")
    print(f"429 {outcome.refused}, lost {outcome.lost}, arrived again {outcome.doubled}", end="")
    print(f" (on the wire at a kill {outcome.wire.total()}, unexplained {outcome.unexplained})", end="")
    print(f", most in one chat {max(outcome.arrived.values(), default=0)}")


def deliver(folder: Path, chats: int, *, every: float, standby: bool) -> Outcome:
    """Lets the digests of so many chats go out and tells what came of them."""
    with emulator_class()(username="rolecall_bot") as emulator:
        people = [emulator.user(f"P{number}", started=True).id for number in range(chats)]
        processes = [BotProcess(emulator, folder, log=f"{number}.log") for number in range(2 if standby else 1)]
        _subscribe(processes[0].database, people)
        outcome = Outcome(chats)
        processes[0].start()
        emulator.wait_ready(timeout=60)
        for waiting in processes[1:]:
            waiting.start()
        _watch(processes, outcome, every)
        calls = emulator.calls("sendMessage")
        sent = [call for call in calls if call["status"] == 200]
        outcome.arrived.update(int(call["params"]["chat_id"]) for call in sent)
        outcome.refused = sum(call["status"] == 429 for call in calls)
        outcome.seconds = max(call["started"] for call in sent) - min(call["started"] for call in sent)
        for process in processes:
            process.end()
    return outcome


def _subscribe(database: Path, people: list[int]) -> None:
    """Fills the database: a subscription for each, due a moment ago, and a posting that concerns all of them."""
    now = datetime.now(UTC)
    due = now - timedelta(minutes=2)
    library = open_library(database)
    load_seeds(library, SEEDS, now=now - timedelta(days=2))

    def fill() -> None:
        order = replay(library, "welder", chat=1, owner=1, default=Schedule(at=due.time()), now=now).order
        for person in people:
            subscribe(library, _of(order, person), now=due - timedelta(hours=1))

    library.run(fill)
    add_text(library, _PAGE, source="page", now=now)
    library.close()


def _of(order: Any, person: int) -> Any:
    return replace(order, chat=person, owner=person)


def _watch(processes: list[BotProcess], outcome: Outcome, every: float) -> None:
    """Waits until everything is sent or nothing was for a while, and kills meanwhile."""
    sent, since, killed, sent_then = 0, time.monotonic(), time.monotonic(), 0
    while sent < outcome.chats and time.monotonic() - since < _PATIENCE_SECONDS:
        time.sleep(0.5)
        before, sent = sent, _sent(processes[0].database)
        if sent > before:
            since = time.monotonic()
        # A process that has not got as far as sending yet gets the time for it, however slow the machine is.
        if every and time.monotonic() - killed >= every and sent > sent_then:
            leader = processes[0]
            leader.end(signal.SIGKILL)
            outcome.kills += 1
            outcome.wire.update(_on_the_wire(leader.database))
            leader.start()
            processes.append(processes.pop(0))
            killed, sent_then = time.monotonic(), sent


def _on_the_wire(database: Path) -> list[int]:
    return [chat for (chat,) in _rows(database, "select chat from outbox where state = 'sending'")]


def _sent(database: Path) -> int:
    return int(_rows(database, "select count(*) from outbox where state = 'sent'")[0][0])


def _rows(database: Path, query: str) -> list[Any]:
    connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


if __name__ == "__main__":
    main()
