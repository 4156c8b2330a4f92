"""A second process waits and takes over after a crash and after a hang; needs a Bot API server beside the project."""

import shutil
import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.emulated_stage import BotProcess, free_port
from tests.support.waiting import PATIENCE_SECONDS, wait_until

LEASE = "3"


@pytest.fixture
def pair(emulator: Any, seeded_file: Path, tmp_path: Path) -> Iterator[tuple[BotProcess, BotProcess]]:
    """A process that leads and one that waits."""
    leader, standby = (
        BotProcess(emulator, tmp_path, log=log, ROLECALL_LEASE=LEASE) for log in ("leader.log", "standby.log")
    )
    yield from running(emulator, leader, standby, seeded_file)


def running(
    emulator: Any, leader: BotProcess, standby: BotProcess, seeded_file: Path
) -> Iterator[tuple[BotProcess, BotProcess]]:
    shutil.copy(seeded_file, leader.database)
    leader.start()
    emulator.wait_ready(PATIENCE_SECONDS)
    standby.start()
    standby.says("takes over")
    try:
        yield leader, standby
    finally:
        for process in (leader, standby):
            process.end(signal.SIGKILL)
    for process in (leader, standby):
        assert "Traceback" not in process.errors.read_text()


def answers(person: Any, number: int) -> None:
    """The bot answers, once."""
    person.send(f"/posting {number}")
    assert f"posting #{number}" in person.reply(contains=f"posting #{number}", timeout=PATIENCE_SECONDS)["text"]


def number(database: Path, query: str) -> int:
    connection = sqlite3.connect(database)
    try:
        return int(connection.execute(query).fetchone()[0])
    finally:
        connection.close()


def epoch(database: Path) -> int:
    return number(database, "select epoch from lease")


def recorded(database: Path) -> None:
    """Waits until nothing is on the wire: what is may arrive twice."""
    wait_until(lambda: not number(database, "select count(*) from outbox where state <> 'sent'"))


def test_the_one_that_waits_takes_over_after_a_crash(emulator: Any, pair: tuple[BotProcess, BotProcess]) -> None:
    leader, standby = pair
    ann = emulator.user("Ann")
    answers(ann, 3)
    leader.end(signal.SIGKILL)
    answers(ann, 4)
    assert epoch(standby.database) == 2
    assert standby.end() == 0


def test_the_one_that_waits_takes_over_from_one_that_stops(emulator: Any, pair: tuple[BotProcess, BotProcess]) -> None:
    leader, standby = pair
    ann = emulator.user("Ann")
    answers(ann, 3)
    assert leader.end() == 0
    answers(ann, 4)
    assert standby.end() == 0


def test_one_that_hung_waits_when_it_comes_back(emulator: Any, pair: tuple[BotProcess, BotProcess]) -> None:
    leader, standby = pair
    ann = emulator.user("Ann")
    answers(ann, 3)
    recorded(leader.database)
    leader.hang()
    answers(ann, 4)
    assert epoch(standby.database) == 2
    leader.go_on()
    leader.says("took over")
    leader.says("takes over")
    answers(ann, 5)
    recorded(leader.database)
    standby.end(signal.SIGKILL)
    answers(ann, 6)
    sent = [message["text"] for message in ann.messages() if message["from"]["is_bot"]]
    assert len(sent) == len(set(sent)) == 4
    assert leader.end() == 0
    assert emulator.problems() == []


def test_with_a_webhook_too_whoever_hangs_is_followed(emulator: Any, seeded_file: Path, tmp_path: Path) -> None:
    port = str(free_port())
    settings = {
        "ROLECALL_LEASE": LEASE,
        "ROLECALL_WEBHOOK_URL": f"http://127.0.0.1:{port}/updates",
        "ROLECALL_WEBHOOK_PORT": port,
    }
    leader, standby = (BotProcess(emulator, tmp_path, log=log, **settings) for log in ("leader.log", "standby.log"))
    for _ in running(emulator, leader, standby, seeded_file):
        ann = emulator.user("Ann")
        answers(ann, 3)
        recorded(leader.database)
        leader.hang()
        # One that hangs in the middle of a write would be ended, and its port with it.
        while writes(leader.database):
            leader.go_on()
            leader.hang()
        answers(ann, 4)
        leader.end(signal.SIGKILL)
        answers(ann, 5)
        standby.says("held by the process that hangs")


def test_a_conversation_in_a_terminal_is_refused_while_a_bot_runs(pair: tuple[BotProcess, BotProcess]) -> None:
    leader, _ = pair
    assert "used by another rolecall" in leader.chat()


def test_one_that_hangs_in_the_middle_of_a_write_is_ended(emulator: Any, pair: tuple[BotProcess, BotProcess]) -> None:
    leader, standby = pair
    ann = emulator.user("Ann")
    answers(ann, 3)
    recorded(leader.database)
    leader.hang()
    while not writes(leader.database):
        leader.go_on()
        ann.send("/posting 4")
        leader.hang()
    ann.send("/posting 5")
    assert "posting #5" in ann.reply(contains="posting #5", timeout=PATIENCE_SECONDS)["text"]
    assert leader.wait() == -signal.SIGKILL
    assert epoch(standby.database) == 2


def writes(database: Path) -> bool:
    """Whether some process is within a transaction that writes."""
    connection = sqlite3.connect(database, timeout=0)
    try:
        connection.execute("begin immediate")
    except sqlite3.OperationalError:
        return True
    else:
        return False
    finally:
        connection.close()
