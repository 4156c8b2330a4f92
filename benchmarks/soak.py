"""What is lost and what is answered twice when many people write and the process is killed again and again?

    python -m benchmarks.soak [CHATS] [MESSAGES] [KILLS]

A thousand chats send ten messages each to a process that polls a Bot API server beside the project, and the process is
killed with SIGKILL twenty times meanwhile. Lost must be 0; a message may arrive twice only when it was on the wire at
a kill. The server's limits are off, so that the machine is the limit and not Telegram's pace.
"""

import collections
import logging
import random
import re
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.services.library import open_library
from bot.services.load_seeds import load_seeds
from tests.support.emulated_stage import BotProcess, emulator_class
from tests.support.library import NOW, SEEDS

_PATIENCE_SECONDS = 20
_POSTINGS = 22


@dataclass(slots=True)
class Tally:
    """What came of all messages; `disordered` counts chats whose answers came in another order."""

    lost: int = 0
    doubled: int = 0
    disordered: int = 0


def main() -> None:
    """Print what was lost, doubled and out of order, and how long it took."""
    chats, messages, kills = (int(word) for word in (*sys.argv[1:4], *("1000", "10", "20")[len(sys.argv[1:4]) :]))
    make = emulator_class()
    if make is None:
        print("no Bot API server is at hand")
        return
    logging.getLogger("aiohttp").setLevel(logging.CRITICAL)  # a kill cuts the server's connections
    with tempfile.TemporaryDirectory() as folder, make(username="rolecall_bot") as emulator:
        emulator.no_rate_limits()
        process = BotProcess(emulator, Path(folder))
        library = open_library(process.database)
        load_seeds(library, SEEDS, now=NOW)
        library.close()
        process.start()
        emulator.wait_ready()
        start = time.monotonic()
        people = [emulator.user(f"P{number}") for number in range(chats)]
        _write(people, messages, process, kills)
        _settle(emulator)
        seconds = time.monotonic() - start - _PATIENCE_SECONDS
        tally = _count(people, messages)
        status = process.end()
        print(f"{chats} chats x {messages} messages, {kills} kills, {seconds:.0f} s")
        print(f"lost {tally.lost}, answered twice {tally.doubled}, chats out of order {tally.disordered}")
        print(f"problems {len(emulator.problems())}, exit status {status}")


def _write(people: list[Any], messages: int, process: BotProcess, kills: int) -> None:
    """Sends everything in rounds and kills the process at random places spread over them."""
    chance = random.Random(3)
    total = len(people) * messages
    deadly = set(chance.sample(range(total // 20, total), kills))
    sent = 0
    for number in range(messages):
        for person in people:
            person.send(f"/posting {number % _POSTINGS + 1}")
            sent += 1
            if sent in deadly:
                process.end(signal.SIGKILL)
                process.start()
                time.sleep(chance.uniform(0.5, 3))


def _settle(emulator: Any) -> None:
    """Waits until nothing has been sent for a while."""
    seen, since = 0, time.monotonic()
    while time.monotonic() - since < _PATIENCE_SECONDS:
        sent = len(emulator.events("bot_message", after=seen))
        if sent:
            since = time.monotonic()
        seen = emulator.call("seq")
        time.sleep(2)


def _count(people: list[Any], messages: int) -> Tally:
    tally = Tally()
    wanted = [number % _POSTINGS + 1 for number in range(messages)]
    for person in people:
        texts = [message["text"] for message in person.messages() if message["from"]["is_bot"]]
        got = [int(found[1]) for text in texts if (found := re.search(r"posting #(\d+)", text))]
        counted = collections.Counter(got)
        tally.lost += sum(1 for number in wanted if number not in counted)
        tally.doubled += len(got) - len(counted)
        tally.disordered += list(dict.fromkeys(got)) != [number for number in wanted if number in counted]
    return tally


if __name__ == "__main__":
    main()
