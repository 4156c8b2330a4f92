"""Thirty days: changes of clocks, restarts, kills, a clock that jumps, chats that block the bot and return.

What was to be told is worked out beside the program, minute by minute and without its schedule; the ledger of the
outbox must equal it exactly. The database is a file, as in use; the time is made up.
"""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.model.digest import Digest
from bot.model.outgoing import Address, Outgoing, Purpose, State
from bot.model.preferences import Rhythm
from bot.model.schedule import Schedule
from bot.services import deliver
from bot.services.add_postings import add_text
from bot.services.digest import run_due
from bot.services.library import Library, open_library
from bot.services.presence import chat_is_back
from bot.services.subscribe import replay, subscribe
from bot.services.take_turn import milliseconds
from tests.support.repeating import RepeatingLibrary

START = datetime(2027, 3, 10, tzinfo=UTC)
STEP, DAYS = timedelta(minutes=15), 30
DAILY = tuple(range(7))
# New York goes forward on 14 March, Berlin on 28 March, Sydney back on 4 April; some ask for an hour that is skipped.
ORDERS = (
    ("America/New_York", time(2, 30), DAILY),
    ("America/New_York", time(8, 0), (0, 3)),
    ("Europe/Berlin", time(2, 30), DAILY),
    ("Europe/Berlin", time(7, 45), DAILY),
    ("Australia/Sydney", time(2, 15), DAILY),
    ("Australia/Sydney", time(18, 30), (6,)),
    ("Asia/Kolkata", time(9, 0), DAILY),
    ("America/St_Johns", time(0, 0), DAILY),
)
BLOCKED = {4: (timedelta(days=5, hours=3), timedelta(days=9)), 7: (timedelta(days=17), timedelta(days=17, hours=20))}
# From when to when the process's clock is wrong, and by how much; jumps forward and back.
WRONG = (
    (timedelta(days=3, hours=6), timedelta(days=3, hours=11), timedelta(hours=3)),
    (timedelta(days=12, hours=8), timedelta(days=12, hours=20), timedelta(hours=-2)),
    (timedelta(days=21, hours=5), timedelta(days=21, hours=5, minutes=45), timedelta(hours=30)),
)
DOWN = ((timedelta(days=7, hours=1), timedelta(days=7, hours=10)), (timedelta(days=15), timedelta(days=18, hours=7)))

Told = tuple[int, int, tuple[int, ...], str]


def within(passed: timedelta, span: tuple[timedelta, timedelta]) -> bool:
    return span[0] <= passed < span[1]


def clock_at(passed: timedelta) -> datetime:
    """What the process's clock shows when so much time has passed."""
    return START + passed + sum((by for start, stop, by in WRONG if within(passed, (start, stop))), timedelta())


def is_blocked(chat: int, passed: timedelta) -> bool:
    return chat in BLOCKED and within(passed, BLOCKED[chat])


def dues(zone: str, at: time, days: tuple[int, ...]) -> list[datetime]:
    """When an order is due: for each local day the first minute at which a clock on the wall shows the time.

    Where that hour is skipped, the minute at which the clock would have shown it had it not been put forward.
    """
    found: dict[date, datetime] = {}
    minute, stop = START - timedelta(days=2), START + timedelta(days=DAYS + 9)
    while minute < stop:
        local = minute.astimezone(ZoneInfo(zone))
        if local.time() == at:
            found.setdefault(local.date(), minute)
        minute += timedelta(minutes=15)
    day = START.date() - timedelta(days=1)
    while day < stop.date() - timedelta(days=2):
        if day not in found:
            found[day] = found[day - timedelta(days=1)] + timedelta(days=1)
        day += timedelta(days=1)
    return sorted(moment for day, moment in found.items() if day.weekday() in days)


@dataclass
class Expected:
    """What one order is to tell; `told` has its chat, the due time, the postings, and the state."""

    chat: int
    dues: list[datetime]
    due: datetime
    seen: int = 0
    resting: bool = False
    told: list[Told] = field(default_factory=list)

    def tick(self, clock: datetime, last: int, *, blocked: bool) -> None:
        if self.resting or self.due > clock:
            return
        new = tuple(range(self.seen + 1, last + 1))
        if new:
            self.told.append((self.chat, milliseconds(self.due), new, "paused" if blocked else "sent"))
            self.resting = blocked
        self.seen = last
        self.due = self._next(clock)

    def comes_back(self, clock: datetime, last: int) -> None:
        self.told = [(chat, due, new, "sent") for chat, due, new, _ in self.told]
        if self.resting:
            self.resting, self.seen, self.due = False, last, self._next(clock)

    def _next(self, clock: datetime) -> datetime:
        return next(moment for moment in self.dues if moment > clock)


class Program:
    """The use cases as the program runs them, over a file; what arrives in a chat is kept here."""

    def __init__(self, path: Path, over: Callable[[Library], Library]) -> None:
        self._path, self._over = path, over
        self.library = over(open_library(path))
        self.arrived: list[tuple[int, str]] = []

    def starts_again(self) -> None:
        self.library.close()
        self.library = self._over(open_library(self._path))
        deliver.take_back(self.library)

    def tick(self, clock: datetime) -> None:
        run_due(self.library, now=clock, render=_rendered)

    def sends(self, clock: datetime, blocked: Callable[[int], bool], *, killed: bool) -> None:
        """Sends what waits; a kill comes between the answer and its record, and the next start sends again."""
        now = milliseconds(clock)
        for queued in self.library.outbox.waiting():
            chat = queued.message.address.chat
            deliver.mark_sending(self.library, [queued.id], now=now)
            if blocked(chat):
                deliver.mark_ended(self.library, queued, State.PAUSED, now=now, number=None, reason="blocked")
                continue
            self.arrived.append((chat, queued.message.payload))
            if killed:
                return
            deliver.mark_ended(self.library, queued, State.SENT, now=now, number=len(self.arrived), reason="")

    def ledger(self) -> Iterator[Told]:
        rows = self.library._database.execute("select chat, key, payload, state from outbox order by id").fetchall()
        for chat, key, payload, state in rows:
            yield chat, int(key.split(":")[1]), tuple(json.loads(payload)), state


def _rendered(digest: Digest) -> Sequence[Outgoing]:
    told = sorted(stored.id for stored in digest.shown)
    assert digest.more == 0
    return [Outgoing(Address(digest.subscription.order.chat), json.dumps(told), Purpose.DIGEST)]


@pytest.mark.parametrize("over", [lambda library: library, RepeatingLibrary.over], ids=["once", "each repeated"])
def test_the_ledger_is_what_was_to_be_told(tmp_path: Path, over: Callable[[Library], Library]) -> None:
    chance = random.Random(30)
    program = Program(tmp_path / "rolecall.db", over)
    expected: list[Expected] = []
    for chat, (zone, at, days) in enumerate(ORDERS, start=1):
        rhythm = Rhythm.DAILY if days == DAILY else Rhythm.WEEKLY
        order = replay(
            program.library, "welder", chat=chat, owner=chat, default=Schedule(rhythm, zone, at, days), now=START
        ).order
        subscribe(program.library, order, now=START)
        moments = dues(zone, at, days)
        expected.append(Expected(chat, moments, next(moment for moment in moments if moment > START)))
    last, passed, kills = 0, STEP, 0
    while passed < timedelta(days=DAYS):
        clock = clock_at(passed)
        if chance.random() < 0.006:
            last += 1
            text = f"Welder\nFirm {last} Ltd\nLeeds\n\nRequirements\n- 2 years of experience in welding, order {last}\n"
            assert add_text(program.library, text, source="test", now=START + passed).id == last
        for each in expected:
            if each.chat in BLOCKED and passed == BLOCKED[each.chat][1]:
                chat_is_back(program.library, each.chat, now=clock)
                each.comes_back(clock, last)
        if not any(within(passed, span) for span in DOWN):
            if chance.random() < 0.02:
                program.starts_again()
            program.tick(clock)
            killed = chance.random() < 0.1
            program.sends(clock, lambda chat, passed=passed: is_blocked(chat, passed), killed=killed)  # type: ignore[misc]
            if killed:
                program.starts_again()
                kills += 1
            program.sends(clock, lambda chat, passed=passed: is_blocked(chat, passed), killed=False)  # type: ignore[misc]
            for each in expected:
                each.tick(clock, last, blocked=is_blocked(each.chat, passed))
        passed += STEP
    wanted = sorted(told for each in expected for told in each.told)
    assert sorted(program.ledger()) == wanted
    assert len(wanted) > 40
    assert kills > 100
    arrived = {(chat, tuple(json.loads(payload))) for chat, payload in program.arrived}
    assert arrived == {(chat, new) for chat, _, new, state in wanted if state == "sent"}
