"""What its sender shares later is new to everybody else; and one search that breaks keeps no other from being told."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import UserError
from bot.model.digest import Digest
from bot.model.outgoing import Address, Outgoing, Purpose
from bot.model.posting import PostingId
from bot.model.subscription import Standing, SubscriptionId
from bot.model.viewer import Viewer
from bot.services.add_postings import add_text
from bot.services.digest import run_due
from bot.services.drafting import aim, keep, write
from bot.services.library import Library, open_library
from bot.services.own_postings import share
from bot.services.subscribe import resume
from bot.services.talk import Party

START = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
PAGE = "Welder\nFirm {number} Ltd\nBerlin\n\nRequirements\n- 2 years of experience in welding, order {number}\n"
SENDER, GROUP = 5, -100


class House:
    """A library with subscriptions of several chats; keeps what each was told."""

    def __init__(self) -> None:
        self.library: Library = open_library(":memory:")
        self.now = START
        self.told: list[tuple[int, list[int], bool]] = []
        self.broken: set[SubscriptionId] = set()

    def subscribe(self, line: str, chat: int) -> SubscriptionId:
        draft = write(self.library, line, chat=9, owner=9, now=self.now).draft
        aim(self.library, draft.id, chat=9, target=chat, title="", now=self.now)
        return keep(self.library, draft.id, chat=9, now=self.now).id

    def send(self, number: int) -> PostingId:
        """A posting of the sender's that nobody else sees."""
        receipt = add_text(self.library, PAGE.format(number=number), source="test", now=self.now, owner=SENDER)
        assert receipt.id is not None
        return receipt.id

    def share(self, posting: PostingId) -> None:
        share(self.library, posting, party=Party(SENDER, Viewer(SENDER)), now=self.now)

    def wait(self, span: timedelta, *, every: timedelta = timedelta(minutes=1)) -> None:
        end = self.now + span
        while self.now < end:
            self.now += every
            run_due(self.library, now=self.now, render=self._keep)

    def _keep(self, digest: Digest) -> Sequence[Outgoing]:
        subscription = digest.subscription
        if subscription.id in self.broken:
            raise RuntimeError("broken on purpose")
        self.told.append((subscription.order.chat, [stored.id for stored in digest.shown], digest.late))
        return [Outgoing(Address(subscription.order.chat), "payload", Purpose.DIGEST)]


@pytest.mark.parametrize("rhythm", ["at once", "daily 8:00"])
def test_a_group_is_told_what_is_shared_after_its_last_look(rhythm: str) -> None:
    house = House()
    house.subscribe(f"welder {rhythm}", GROUP)
    posting = house.send(1)
    house.wait(timedelta(days=2), every=timedelta(minutes=30))
    assert house.told == []
    house.share(posting)
    house.wait(timedelta(days=2), every=timedelta(minutes=30))
    assert house.told == [(GROUP, [posting], False)]


@pytest.mark.parametrize("rhythm", ["at once", "daily 8:00"])
def test_its_sender_is_not_told_twice(rhythm: str) -> None:
    house = House()
    house.subscribe(f"welder {rhythm}", SENDER)
    posting = house.send(1)
    house.wait(timedelta(days=2), every=timedelta(minutes=30))
    house.share(posting)
    house.wait(timedelta(days=2), every=timedelta(minutes=30))
    assert [numbers for _, numbers, _ in house.told] == [[posting]]


def test_what_is_shared_before_the_look_is_told_once() -> None:
    house = House()
    house.subscribe("welder daily 8:00", GROUP)
    first, second = house.send(1), house.send(2)
    house.share(first)
    house.wait(timedelta(days=1), every=timedelta(minutes=30))
    house.share(second)
    house.wait(timedelta(days=3), every=timedelta(minutes=30))
    assert [numbers for _, numbers, _ in house.told] == [[first], [second]]


def test_a_search_that_breaks_is_put_off_and_says_so_and_tells_later() -> None:
    house = House()
    broken, other = house.subscribe("welder daily 8:00", 6), house.subscribe("welder daily 8:00", 7)
    house.broken.add(broken)
    add_text(house.library, PAGE.format(number=1), source="test", now=house.now)
    house.wait(timedelta(days=1), every=timedelta(minutes=30))
    assert [chat for chat, *_ in house.told] == [7]
    held = house.library.subscriptions.get(broken)
    assert held.problem == "the last digest could not be put together"
    assert house.library.subscriptions.get(other).problem == ""
    house.broken.clear()
    house.wait(timedelta(days=1), every=timedelta(minutes=30))
    assert [(chat, numbers) for chat, numbers, _ in house.told] == [(7, [1]), (6, [1])]
    assert house.library.subscriptions.get(broken).problem == ""


@pytest.mark.parametrize("rhythm", ["at once zone UTC", "daily 8:00 UTC"])
def test_after_its_last_day_a_search_rests_and_says_why(rhythm: str) -> None:
    house = House()
    number = house.subscribe(f"welder {rhythm} until 2027-03-03", 6)
    for day in range(5):
        add_text(house.library, PAGE.format(number=day), source="test", now=house.now)
        house.wait(timedelta(days=1), every=timedelta(minutes=30))
    assert [numbers for _, numbers, _ in house.told] == ([[1], [2], [3]] if "once" in rhythm else [[1], [2]])
    held = house.library.subscriptions.get(number)
    assert held.standing is Standing.PAUSED
    assert held.problem.startswith("ordered until 2027-03-03")
    with pytest.raises(UserError, match="lies in the past"):
        resume(house.library, number, owner=9, now=house.now)


def test_at_once_says_when_it_comes_late_but_not_after_hours_of_rest() -> None:
    for line, late in (("welder at once", True), ("welder at once zone UTC quiet 12-18", False)):
        house = House()
        house.subscribe(line, 6)
        add_text(house.library, PAGE.format(number=1), source="test", now=house.now)
        house.now += timedelta(hours=5, minutes=59)
        house.wait(timedelta(minutes=5))
        assert house.told == [(6, [1], late)], line
