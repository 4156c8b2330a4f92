"""What any store must pass, whatever database stands behind it; two connections to one database in each test."""

import ast
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.errors import LeaseError
from bot.model.change import ChangeId, Difference
from bot.model.conversation import Conversation
from bot.model.digest import Digest
from bot.model.incoming import Incoming
from bot.model.outgoing import Address, Outgoing, OutgoingId, Purpose, Queued, State
from bot.model.posting import PostingId
from bot.model.preferences import Preferences
from bot.model.schedule import Schedule
from bot.model.standing import Mark
from bot.model.subscription import Order, Standing
from bot.services.add_postings import add_text
from bot.services.digest import run_due
from bot.services.library import Library, open_library
from bot.services.presence import chat_is_back
from bot.services.take_turn import take_turn
from tests.support.library import NOW
from tests.support.repeating import RepeatingLibrary
from tests.support.subscriptions import subscribed

STORES: dict[str, Callable[[Path], Library]] = {"sqlite": open_library}
STORE_CODE = Path(__file__).parents[2] / "bot" / "store"


class Pair(NamedTuple):
    """Two connections to one database."""

    first: Library
    second: Library


@pytest.fixture(params=STORES.values(), ids=STORES)
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    path = tmp_path / "rolecall.db"
    opened = Pair(request.param(path), request.param(path))
    yield opened
    for library in opened:
        library.close()


def test_many_that_open_a_new_database_at_once_all_get_it(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        opened = [threads.submit(_opened, tmp_path / "new.db") for _ in range(8)]
        assert [each.result() for each in opened] == [0] * 8


def _opened(path: Path) -> int:
    library = open_library(path)
    epoch = library.leases.current().epoch
    library.close()
    return epoch


def message(text: str, key: str | None = None) -> Outgoing:
    return Outgoing(Address(5), text, Purpose.DIGEST, key)


def waiting(library: Library) -> list[str]:
    return [queued.message.payload for queued in library.outbox.waiting()]


def test_a_run_is_everything_or_nothing_and_nobody_sees_half_of_it(pair: Pair) -> None:
    def half() -> None:
        pair.first.outbox.queue([message("a")], now=1)
        pair.first.inbox.keep([Incoming(1, "{}")])
        assert waiting(pair.second) == []
        raise RuntimeError

    with pytest.raises(RuntimeError):
        pair.first.run(half)
    assert (waiting(pair.first), pair.first.inbox.waiting()) == ([], ())
    pair.first.run(lambda: pair.first.outbox.queue([message("b")], now=1))
    assert waiting(pair.second) == ["b"]


def test_a_run_inside_another_ends_with_it(pair: Pair) -> None:
    def outer() -> None:
        pair.first.run(lambda: pair.first.outbox.queue([message("a")], now=1))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        pair.first.run(outer)
    assert waiting(pair.first) == []


def test_what_is_repeated_counts_once(pair: Pair) -> None:
    library = RepeatingLibrary.over(pair.first)
    subscription = subscribed(library)
    library.inbox.keep([Incoming(1, "{}")])
    told: list[int] = []

    def tell(digest: Digest) -> Sequence[Outgoing]:
        told.extend(stored.id for stored in digest.shown)
        return [message("digest")]

    add_text(library, "Welder\nBeam Ltd\nLeeds\n\nRequirements\n- 2 years of welding\n", source="test", now=NOW)
    run_due(library, now=subscription.due, render=tell)
    assert told == [1, 1]
    assert waiting(pair.second) == ["digest"]
    take_turn(library, lambda _: [message("reply")], update=1, now=NOW)
    assert waiting(pair.second) == ["digest", "reply"]
    after = library.subscriptions.get(subscription.id)
    assert (after.matched, after.sent) == (1, 1)


def test_a_key_is_queued_once_and_an_update_is_kept_once(pair: Pair) -> None:
    for library in pair:
        library.outbox.queue([message("a", "7:1")], now=1)
    assert [len(library.inbox.keep([Incoming(1, "{}")])) for library in pair] == [1, 0]
    assert waiting(pair.first) == ["a"]


def test_a_number_is_seen_only_when_all_lower_ones_are(pair: Pair, tmp_path: Path) -> None:
    def write(name: int) -> None:
        library = open_library(tmp_path / "rolecall.db")
        for number in range(40):
            library.run(lambda number=number: library.outbox.queue([message(f"{name}:{number}")], now=1))  # type: ignore[misc]
        library.close()

    writers = [threading.Thread(target=write, args=(name,)) for name in range(3)]
    for writer in writers:
        writer.start()
    seen: list[Queued] = []
    last = 0
    while len(seen) < 120:
        running = any(writer.is_alive() for writer in writers)
        fresh = pair.first.outbox.waiting(after=last)
        seen += fresh
        last = fresh[-1].id if fresh else last
        assert running or fresh, "a row came in below a number that was seen"
    assert len({queued.id for queued in seen}) == 120
    for writer in writers:
        writer.join()


def test_one_of_two_takes_the_lead(pair: Pair) -> None:
    won = [library.leases.take(7, "here", after=0) for library in pair]
    assert [lease.epoch if lease else None for lease in won] == [1, None]
    renewed = pair.first.leases.renew()
    assert (renewed.epoch, renewed.renewals, type(renewed.renewed)) == (1, 1, int)
    assert pair.second.leases.current() == renewed


WRITES: dict[str, Callable[[Library], object]] = {
    "queue a message": lambda library: library.outbox.queue([message("b")], now=1),
    "mark it on the wire": lambda library: library.outbox.mark_sending([OutgoingId(1)], now=1),
    "mark its end": lambda library: library.outbox.mark_ended(OutgoingId(1), State.SENT, now=1),
    "let it wait": lambda library: library.outbox.mark_waiting(OutgoingId(1), due=9, reason=""),
    "take back": lambda library: library.outbox.take_back(),
    "pause a chat": lambda library: library.outbox.pause_chat(5),
    "move a chat": lambda library: library.outbox.move_chat(5, 6),
    "forget a chat": lambda library: library.outbox.forget_chat(5),
    "keep an update": lambda library: library.inbox.keep([Incoming(2, "{}")]),
    "finish an update": lambda library: library.inbox.finish(1),
    "save a conversation": lambda library: library.conversations.save(5, Conversation(PostingId(1))),
    "save a query": lambda library: library.queries.save("rust", chat=5),
    "save a setting": lambda library: library.preferences.save(5, Preferences("Europe/Oslo")),
    "mark a posting": lambda library: library.marks.put(5, PostingId(1), Mark.SAVED, now=1),
    "remove a posting": lambda library: library.postings.remove(PostingId(1)),
    "let subscriptions rest": lambda library: library.subscriptions.set_standing(
        5, Standing.ACTIVE, Standing.PAUSED, problem=""
    ),
    "a chat comes back": lambda library: chat_is_back(library, 5, now=NOW + timedelta(days=9)),
    "move the watermark": lambda library: library.subscriptions.set_watermark(PostingId(99)),
    "keep a draft": lambda library: library.drafts.add(Order("rust", 5, 5, Schedule()), shown_in=5, now=NOW),
    "keep a change": lambda library: library.page_changes.add(PostingId(1), [Difference("pay", "", "5")], now=NOW),
    "mark changes as told": lambda library: library.page_changes.mark_told([ChangeId(1)]),
    "keep a publication": lambda library: library.publications.add(PostingId(1), 5, now=NOW),
    "move the watermark of publications": lambda library: library.publications.set_woken(1),
    "renew": lambda library: library.leases.renew(),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_stale_leader_writes_nothing(pair: Pair, write: Callable[[Library], object]) -> None:
    stale, fresh = pair
    subscribed(stale)
    add_text(stale, "Welder\nBeam Ltd\nLeeds\n\nRequirements\n- 2 years of welding\n", source="test", now=NOW)
    stale.outbox.queue([message("a")], now=1)
    stale.inbox.keep([Incoming(1, "{}")])
    stale.leases.take(7, "here", after=0)
    assert fresh.leases.take(8, "here", after=1) is not None
    before = everything(fresh)
    with pytest.raises(LeaseError):
        stale.run(lambda: write(stale))
    with pytest.raises(LeaseError):
        write(stale)
    assert everything(fresh) == before
    fresh.outbox.queue([message("c")], now=1)


def everything(library: Library) -> list[str]:
    """Every row of the database, as the other connection sees it."""
    return list(library._database.conn.iterdump())


def test_every_statement_that_writes_stands_in_a_transaction() -> None:
    for file in sorted(STORE_CODE.glob("*.py")):
        if file.name == "migrations.py":
            continue
        tree = ast.parse(file.read_text("utf-8"))
        guarded = {
            inner
            for node in ast.walk(tree)
            if isinstance(node, ast.With) and any("transaction(" in ast.unparse(item) for item in node.items)
            for inner in ast.walk(node)
        }
        # What a private function writes, it writes inside the transaction of its caller.
        guarded |= {
            inner
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef) and node.name.startswith("_")
            for inner in ast.walk(node)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("execute") and node.args:
                words = ast.unparse(node.args[0]).strip("f'\"(").split()
                assert words[0] not in ("insert", "update", "delete") or node in guarded, f"{file.name}:{node.lineno}"
