"""What a digest tells beside its new hits: what closes soon, what has closed, and how much more there is."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from bot.intake.pages import read_pages
from bot.model.digest import Digest
from bot.model.outgoing import Address, Outgoing, Purpose
from bot.model.posting import PostingId
from bot.model.standing import Mark
from bot.services.add_postings import add_pages
from bot.services.digest import hits_behind, run_due
from bot.services.drafting import keep, write
from bot.services.library import Library, open_library

START = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
PAGE = """{title}
{company}
Berlin

{closed}
Application deadline: {deadline}

Requirements
- 2 years of experience in welding, order {number}
"""


class Told:
    """A library with one subscription, run every hour; keeps its digests."""

    def __init__(self, line: str, *, chat: int = 5) -> None:
        self.library: Library = open_library(":memory:")
        self.digests: list[Digest] = []
        self.now = START
        draft = write(self.library, line, chat=chat, owner=chat, now=START).draft
        self.subscription = keep(self.library, draft.id, chat=chat, now=START)

    def add(
        self,
        number: int,
        *,
        deadline: date | str = "rolling",
        title: str = "Welder",
        company: str = "",
        closed: str = "",
    ) -> PostingId:
        company = company or f"Firm {number} Ltd"
        text = PAGE.format(title=title, company=company, deadline=deadline, number=number, closed=closed)
        source = f"https://jobs.example.org/{number}"
        receipt = add_pages(self.library, read_pages(text, name=source), source=source, now=self.now)[0]
        assert receipt.id is not None, receipt.reason
        return receipt.id

    def run_days(self, days: int) -> None:
        for _ in range(days * 24):
            self.now += timedelta(hours=1)
            run_due(self.library, now=self.now, render=self._keep)

    def _keep(self, digest: Digest) -> Sequence[Outgoing]:
        self.digests.append(digest)
        return [Outgoing(Address(5), "payload", Purpose.DIGEST)]

    @property
    def closing(self) -> list[list[int]]:
        return [[stored.id for stored in digest.closing] for digest in self.digests]


def test_what_was_told_is_called_once_more_before_it_closes() -> None:
    told = Told("welder daily 8:00 UTC")
    first = told.add(1, deadline=date(2027, 3, 10))
    told.add(2)
    told.run_days(12)
    days = [(digest.closing[0].id, digest.subscription.ran) for digest in told.digests if digest.closing]
    assert days == [(first, datetime(2027, 3, 7, 8, 0, tzinfo=UTC))]
    assert [len(digest.shown) for digest in told.digests] == [2, 0]


def test_a_weekly_digest_tells_what_closes_before_the_next_one() -> None:
    told = Told("welder mon 8:00 UTC")
    for number, day in enumerate((9, 14, 16, 18, 25), start=1):
        told.add(number, deadline=date(2027, 3, day))
    told.run_days(30)
    # 8 March is the first Monday; its digest shows all five with their deadlines.
    assert told.closing == [[], [4], [5]]


def test_every_deadline_is_told_once_whatever_the_days_between_digests() -> None:
    told = Told("welder mon,wed,sat 8:00 UTC")
    ids = [told.add(number, deadline=date(2027, 3, 8) + timedelta(days=number)) for number in range(1, 20)]
    told.run_days(35)
    called = [number for digest in told.closing for number in digest]
    assert sorted(called) == ids


def test_a_new_hit_that_has_no_room_is_called_when_it_closes_soon() -> None:
    told = Told("welder daily 8:00 UTC")
    ids = [told.add(number, company="Big Firm Ltd", deadline=date(2027, 3, 3)) for number in range(1, 5)]
    told.run_days(3)
    [digest] = told.digests
    assert (len(digest.shown), digest.more) == (2, 2)
    assert sorted(stored.id for stored in (*digest.shown, *digest.closing)) == ids


def test_what_was_there_before_the_subscription_is_not_called() -> None:
    told = Told("welder daily 8:00 UTC")
    told.now = START - timedelta(days=3)
    told.add(1, deadline=date(2027, 3, 6))
    told.now = START
    told.library.subscriptions.save(told.subscription)
    told.add(2)
    told.run_days(6)
    assert told.closing == [[]]


def test_what_has_closed_rides_along_with_the_next_digest() -> None:
    told = Told("welder daily 8:00 UTC")
    over, closed = told.add(1, deadline=date(2027, 3, 4)), told.add(2)
    told.add(3)
    told.run_days(2)
    told.add(2, closed="This job is no longer accepting applications.")
    told.run_days(5)
    told.add(4)
    told.run_days(1)
    last = told.digests[-1]
    assert [stored.id for stored in last.closed_since] == [over, closed]
    told.add(5)
    told.run_days(1)
    assert told.digests[-1].closed_since == ()


def test_what_the_reader_has_hidden_is_left_out() -> None:
    told = Told("welder daily 8:00 UTC")
    first, second = (told.add(number, deadline=date(2027, 3, 10)) for number in (1, 2))
    told.run_days(2)
    told.library.marks.put(5, first, Mark.HIDDEN, now=0)
    told.run_days(6)
    assert told.closing == [[], [second]]
    third = told.add(3)
    told.library.marks.put(5, third, Mark.HIDDEN, now=0)
    told.run_days(2)
    assert len(told.digests) == 2


def test_a_page_read_again_is_no_new_posting() -> None:
    told = Told("welder daily 8:00 UTC")
    first = told.add(1)
    told.run_days(1)
    assert told.add(1, deadline=date(2027, 5, 1)) == first
    told.run_days(2)
    assert [[stored.id for stored in digest.shown] for digest in told.digests] == [[first]]


def test_the_rest_of_a_digest_is_counted_and_can_be_listed() -> None:
    told = Told("welder daily 8:00 UTC")
    for number in range(1, 14):
        told.add(number, company="Big Firm Ltd" if number < 7 else "")
    told.run_days(1)
    digest = told.digests[0]
    assert (len(digest.shown), digest.more) == (8, 5)
    assert digest.seen_before is not None
    _, listed, total = hits_behind(told.library, told.subscription.id, digest.seen_before, chat=5, now=told.now)
    assert (len(listed), total) == (13, 13)


def test_a_gap_says_since_when_it_covers() -> None:
    told = Told("welder daily 8:00 UTC")
    told.add(1)
    told.run_days(1)
    told.add(2)
    told.now += timedelta(days=4)
    told.run_days(1)
    late = told.digests[-1]
    assert (late.late, late.since) == (True, datetime(2027, 3, 2, 8, 0, tzinfo=UTC))
    assert len(told.digests) == 2
