"""How the process starts, stops, is killed and says what is wrong; needs a Bot API server beside the project."""

import json
import random
import shutil
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.emulated_stage import BotProcess, free_port
from tests.support.waiting import PATIENCE_SECONDS, wait_until

Start = Callable[..., BotProcess]
# A start takes a second or two; `benchmarks/soak.py` does many more.
_ROUNDS = 3


@pytest.fixture
def start(emulator: Any, seeded_file: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts processes over copies of the seeded database; all are ended behind the test."""
    processes: list[BotProcess] = []

    def starting(name: str = "bot", *, blocked: Sequence[signal.Signals] = (), **settings: str) -> BotProcess:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        process = BotProcess(emulator, folder, **settings)
        if not process.database.exists():
            shutil.copy(seeded_file, process.database)
        process.start(blocked=blocked)
        processes.append(process)
        return process

    yield starting
    for process in processes:
        process.end(signal.SIGKILL)


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE_SECONDS) as answer:
        text: str = answer.read().decode()
        return text


def post(address: str, body: bytes, secret: str) -> None:
    request = urllib.request.Request(address, body, {"X-Telegram-Bot-Api-Secret-Token": secret})
    urllib.request.urlopen(request, timeout=PATIENCE_SECONDS).close()


def _answers(person: Any) -> list[str]:
    """The line of each card that the person was sent which says its number."""
    texts = [message["text"] for message in person.messages() if message["from"]["is_bot"]]
    return [line for text in texts for line in text.splitlines() if "posting #" in line]


def test_a_stop_at_any_moment_is_a_clean_end(emulator: Any, start: Start) -> None:
    chance = random.Random(7)
    process = start()
    emulator.wait_ready(PATIENCE_SECONDS)
    people = [emulator.user(f"P{number}") for number in range(4)]
    for _ in range(_ROUNDS):
        for person in people:
            person.send("/posting 3")
        time.sleep(chance.uniform(0, 0.4))
        assert process.end() == 0
        before = emulator.mark()
        process.start()
        emulator.wait("call", method="getMe", after=before, timeout=PATIENCE_SECONDS)
    for person in people:
        wait_until(lambda person=person: len(_answers(person)) >= _ROUNDS)
    assert [len(_answers(person)) for person in people] == [_ROUNDS] * len(people)
    assert "Traceback" not in process.errors.read_text()


@pytest.mark.parametrize("moment", [0.0, 0.3, 0.6, 0.9, 1.4])
def test_a_stop_while_it_starts_is_a_clean_end(start: Start, moment: float) -> None:
    process = start(blocked=[signal.SIGTERM])
    time.sleep(moment)
    assert process.end() == 0
    assert process.errors.read_text() == ""


def test_a_kill_at_any_moment_loses_nothing(emulator: Any, start: Start) -> None:
    chance = random.Random(11)
    emulator.no_rate_limits()
    process = start()
    emulator.wait_ready(PATIENCE_SECONDS)
    people = [emulator.user(f"P{number}") for number in range(5)]
    for number in range(1, _ROUNDS + 1):
        for person in people:
            person.send(f"/posting {number}")
        time.sleep(chance.uniform(0.02, 0.3))
        process.end(signal.SIGKILL)
        process.start()
    emulator.wait_ready(PATIENCE_SECONDS)
    for person in people:
        wait_until(lambda person=person: len(set(_answers(person))) == _ROUNDS)
        order = list(dict.fromkeys(_answers(person)))
        assert order == [f"posting #{number}" for number in range(1, _ROUNDS + 1)]
    assert emulator.problems() == []


def test_the_webhook_wants_its_secret_and_stores_before_it_answers(emulator: Any, start: Start) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}/in"
    settings = {
        "ROLECALL_WEBHOOK_URL": address,
        "ROLECALL_WEBHOOK_PORT": str(port),
        "ROLECALL_WEBHOOK_SECRET": "s3cret",
    }
    process = start(**settings)
    emulator.wait_ready(PATIENCE_SECONDS)
    update = json.dumps({"update_id": 5}).encode()
    for secret, body, status in (("wrong", update, 403), ("", update, 403), ("s3cret", b"{", 400)):
        with pytest.raises(urllib.error.HTTPError) as refused:
            post(address, body, secret)
        assert refused.value.code == status
        refused.value.close()
    post(address, update, "s3cret")
    assert get(f"http://127.0.0.1:{port}/health") == "ok\n"
    ann = emulator.user("Ann")
    ann.send("/posting 3")
    process.end(signal.SIGKILL)
    process.start()
    assert "Staff Nurse" in ann.reply(timeout=PATIENCE_SECONDS)["text"]
    assert process.end() == 0


def test_metrics_count_and_name_nobody(emulator: Any, start: Start) -> None:
    port = free_port()
    start(ROLECALL_METRICS_PORT=str(port))
    emulator.wait_ready(PATIENCE_SECONDS)
    ann = emulator.user("Ann")
    ann.send("/posting 3")
    ann.reply(contains="Staff Nurse", timeout=PATIENCE_SECONDS)
    address = f"http://127.0.0.1:{port}/metrics"
    wait_until(lambda: 'rolecall_messages_total{state="sent"} 1.0' in get(address))
    page = get(address)
    assert 'rolecall_updates_total{kind="message"} 1.0' in page
    assert "rolecall_postings 22.0" in page
    assert str(ann.id) not in page


def test_a_poller_that_is_thrown_out_says_so(emulator: Any, start: Start) -> None:
    process = start()
    emulator.wait_ready(PATIENCE_SECONDS)
    emulator.fail("getUpdates", "error", status=409, description="Conflict: terminated by other getUpdates request")
    emulator.user("Ann").send("hello")
    assert process.wait() == 1
    assert "another program polls with this token" in process.errors.read_text()
    assert "Traceback" not in process.errors.read_text()


def test_the_log_holds_neither_token_nor_text(emulator: Any, start: Start) -> None:
    process = start(ROLECALL_LOG="DEBUG", ROLECALL_LOG_FORMAT="json")
    emulator.wait_ready(PATIENCE_SECONDS)
    emulator.fail("sendMessage", "error", status=400, description="Bad Request: something odd")
    ann = emulator.user("Ann")
    ann.send("my very private words")
    ann.send("/posting 3")
    ann.reply(contains="Staff Nurse", timeout=PATIENCE_SECONDS)
    assert process.end() == 0
    log = process.errors.read_text()
    assert emulator.token not in log
    assert "very private" not in log
    assert all(json.loads(line)["level"] for line in log.splitlines())
