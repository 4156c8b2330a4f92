"""Every new hit is told once, at the time that was ordered, whatever happens to the clock and the process."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.errors import UserError
from bot.model.digest import Digest
from bot.model.outgoing import Address, Outgoing, Purpose
from bot.model.posting import PostingId
from bot.model.preferences import Rhythm
from bot.model.schedule import Quiet, Schedule
from bot.model.subscription import Standing
from bot.services.add_postings import add_text
from bot.services.digest import run_due
from bot.services.library import Library, open_library
from bot.services.presence import chat_is_back, chat_is_closed
from bot.services.subscribe import pause, replay, resume, subscribe, unsubscribe
from tests.support.library import seeded_library

START = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
BERLIN = Schedule(zone="Europe/Berlin", at=time(8, 30))


def page(title: str, company: str, number: int) -> str:
    return f"{title}\n{company}\nBerlin\n\nRequirements\n- 2 years of experience in welding, order {number}\n"


class Told:
    """A library with one subscription, run day by day; keeps what each digest said."""

    def __init__(self, line: str, schedule: Schedule = BERLIN, *, library: Library | None = None) -> None:
        self.library = library or open_library(":memory:")
        self.digests: list[tuple[datetime, list[int], int, bool]] = []
        self.now = START
        tried = replay(self.library, line, chat=5, owner=5, default=schedule, now=START)
        self.subscription = subscribe(self.library, tried.order, now=START)
        self._count = 0

    def add(self, title: str = "Welder", company: str | None = None) -> PostingId:
        self._count += 1
        text = page(title, company or f"Firm {self._count} Ltd", self._count)
        receipt = add_text(self.library, text, source="test", now=self.now)
        assert receipt.id is not None, receipt.reason
        return receipt.id

    def run_until(self, moment: datetime, *, every: timedelta = timedelta(minutes=10)) -> None:
        while self.now < moment:
            self.now += every
            run_due(self.library, now=self.now, render=self._keep)

    def _keep(self, digest: Digest) -> Sequence[Outgoing]:
        self.digests.append((self.now, [stored.id for stored in digest.shown], digest.more, digest.late))
        return [Outgoing(Address(5), "payload", Purpose.DIGEST)]

    @property
    def numbers(self) -> list[list[int]]:
        return [shown for _, shown, _, _ in self.digests]


def test_a_new_hit_is_told_once_at_the_local_time_and_nothing_new_is_silent() -> None:
    told = Told("welder")
    first = told.add()
    told.run_until(START + timedelta(days=3))
    assert told.numbers == [[first]]
    assert told.digests[0][0].astimezone(UTC) == datetime(2027, 3, 2, 7, 30, tzinfo=UTC)


def test_what_was_there_before_is_no_backlog() -> None:
    told = Told("nurse", library=seeded_library())
    told.run_until(START + timedelta(days=2))
    assert told.numbers == []


def test_a_month_with_a_change_of_clocks_gives_one_digest_a_day() -> None:
    told = Told("welder")
    for _ in range(60):
        told.add()
        told.run_until(told.now + timedelta(hours=12))
    days = [moment.astimezone(UTC) for moment, *_ in told.digests]
    assert len(days) == 30
    assert {day.hour for day in days[:26]} == {7}
    assert {day.hour for day in days[28:]} == {6}
    assert sorted(number for shown in told.numbers for number in shown) == list(range(1, 61))


def test_after_a_gap_one_digest_covers_it_and_says_so() -> None:
    told = Told("welder")
    ids = [told.add() for _ in range(3)]
    told.now += timedelta(days=5)
    told.run_until(told.now + timedelta(minutes=10))
    assert [(sorted(shown), more, late) for _, shown, more, late in told.digests] == [(ids, 0, True)]


def test_a_company_does_not_fill_the_digest_and_the_rest_is_counted() -> None:
    told = Told("welder")
    for number in range(12):
        told.add(company="Big Firm Ltd" if number < 9 else f"Small {number} Ltd")
    told.run_until(START + timedelta(days=1))
    _, shown, more, _ = told.digests[0]
    assert (len(shown), more) == (5, 7)


def test_at_once_waits_for_the_burst_and_for_the_end_of_the_hours_of_rest() -> None:
    quiet = Schedule(Rhythm.AT_ONCE, "Europe/Berlin", quiet=Quiet(time(22), time(7)))
    told = Told("welder", quiet)
    first = told.add()
    told.run_until(START + timedelta(minutes=20))
    assert told.numbers == [[first]]
    told.run_until(datetime(2027, 3, 1, 23, 0, tzinfo=UTC))
    second = told.add()
    told.add(title="Nurse")
    told.run_until(datetime(2027, 3, 2, 8, 0, tzinfo=UTC))
    assert told.numbers == [[first], [second]]
    assert told.digests[1][0] == datetime(2027, 3, 2, 6, 0, tzinfo=UTC)


def test_a_digest_is_queued_once_however_often_its_run_is_repeated() -> None:
    told = Told("welder")
    told.add()
    told.run_until(START + timedelta(days=1))
    told.library.subscriptions.save(told.subscription)
    run_due(told.library, now=told.now, render=told._keep)
    assert len(told.digests) == 2
    assert len(told.library.outbox.waiting()) == 1


def test_a_search_that_breaks_does_not_keep_others_from_theirs() -> None:
    told = Told("welder")
    other = replay(told.library, "welder order", chat=6, owner=6, default=BERLIN, now=START)
    subscribe(told.library, other.order, now=START)
    told.add()

    def breaking(digest: Digest) -> Sequence[Outgoing]:
        if digest.subscription.id == told.subscription.id:
            raise ZeroDivisionError
        return [Outgoing(Address(digest.subscription.order.chat), "payload", Purpose.DIGEST)]

    day = START + timedelta(days=1)
    assert run_due(told.library, now=day, render=breaking) == 2
    assert [queued.message.address.chat for queued in told.library.outbox.waiting()] == [6]
    after = told.library.subscriptions.get(told.subscription.id)
    assert (bool(after.problem), after.seen, after.due > day) == (True, 0, True)
    assert run_due(told.library, now=day, render=breaking) == 0


def test_a_held_subscription_says_nothing_and_starts_again_without_a_backlog() -> None:
    told = Told("welder")
    pause(told.library, told.subscription.id, owner=5)
    told.add()
    told.run_until(START + timedelta(days=2))
    assert told.numbers == []
    resume(told.library, told.subscription.id, owner=5, now=told.now)
    later = told.add()
    told.run_until(told.now + timedelta(days=2))
    assert told.numbers == [[later]]


def test_a_chat_that_is_gone_keeps_its_subscriptions() -> None:
    told = Told("welder")
    chat_is_closed(told.library, 5, problem="blocked")
    told.add()
    told.run_until(START + timedelta(days=2))
    assert told.library.subscriptions.get(told.subscription.id).standing is Standing.UNREACHABLE
    chat_is_back(told.library, 5, now=told.now)
    told.run_until(told.now + timedelta(days=2))
    assert told.numbers == []


def test_only_the_owner_ends_a_subscription() -> None:
    told = Told("welder")
    with pytest.raises(UserError, match="somebody else"):
        unsubscribe(told.library, told.subscription.id, owner=6)
    unsubscribe(told.library, told.subscription.id, owner=5)
    assert told.library.subscriptions.of_chat(5) == ()


def test_the_same_order_is_kept_once() -> None:
    told = Told("welder")
    subscribe(told.library, told.subscription.order, now=START)
    assert len(told.library.subscriptions.of_chat(5)) == 1


@pytest.mark.parametrize("line", ["", "daily 8:00", "-java", "rust 25:00", "rust daily 8:00 gotham", "salery:5"])
def test_a_wrong_order_is_one_clear_line_and_changes_nothing(line: str) -> None:
    library = seeded_library()
    with pytest.raises(UserError) as refusal:
        replay(library, line, chat=5, owner=5, default=BERLIN, now=START)
    assert "\n" not in str(refusal.value)
    assert library.subscriptions.all() == ()
