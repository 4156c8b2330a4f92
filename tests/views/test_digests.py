"""A digest on a phone: a line or three for each hit, true counts, and buttons that fit where it is read."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.model.digest import Digest
from bot.model.posting import PostingId
from bot.model.schedule import Schedule
from bot.model.stored import StoredPosting
from bot.model.subscription import Order, Standing, Subscription, SubscriptionId
from bot.services.add_postings import add_text
from bot.services.library import Library, open_library
from bot.views.digests import render_digest
from bot.views.html import LONGEST_MESSAGE, MOST_ENTITIES, split
from bot.views.reply import Reply
from handlers.callback_data import pack
from handlers.console.markup import parse_html

NOW = datetime(2027, 3, 1, 7, 30, tzinfo=UTC)
PAGE = (
    "Welder\nFirm {number} Ltd\nBerlin\n\nSalary: €3,{number}00 a month\nApplication deadline: 2027-03-1{number}\n\n"
    "Requirements\n- 2 years of experience in welding, order {number}\n"
)


@pytest.fixture(scope="module")
def postings() -> tuple[StoredPosting, ...]:
    library: Library = open_library(":memory:")
    for number in range(9):
        assert add_text(library, PAGE.format(number=number), source="test", now=NOW).id is not None
    return tuple(library.postings.all())


def digest_for(chat: int, shown: tuple[StoredPosting, ...], more: int = 0) -> Digest:
    order = Order("welder in:berlin", chat, 5, Schedule(zone="Europe/Berlin"))
    subscription = Subscription(SubscriptionId(3), order, Standing.ACTIVE, NOW, NOW, PostingId(9), ran=NOW)
    return Digest(subscription, shown, more, 7, seen_before=PostingId(0), since=NOW, token="A" * 16)


def labels(reply: Reply) -> list[list[str]]:
    return [[button.label for button in row] for row in reply.buttons]


def test_everything_that_a_digest_tells(postings: tuple[StoredPosting, ...]) -> None:
    digest = replace(
        digest_for(5, postings[:2], more=3),
        late=True,
        closing=postings[4:5],
        closing_more=2,
        closed_since=postings[5:7],
    )
    reply = render_digest(digest)
    assert parse_html(reply.html).text == (
        "🔔 5 new postings · welder in:berlin\n"
        "later than planned: I was not running; this covers everything since Mon 01 Mar 08:30\n"
        "\n#1 Welder, Firm 0 Ltd\nBerlin · €3,000 a month\ncloses 2027-03-10\n"
        "\n#2 Welder, Firm 1 Ltd\nBerlin · €3,100 a month\ncloses 2027-03-11\n"
        "\n+3 more\n"
        "\n⏳ Closing soon\n#5 Welder, Firm 4 Ltd – 2027-03-14\n+2 more\n"
        "\n🔒 2 closed since the last digest: #6, #7"
    )
    assert labels(reply) == [["#1", "#2", "#5"], ["All 5", "Pause", "Edit"]]


def test_what_only_closes_has_no_empty_head(postings: tuple[StoredPosting, ...]) -> None:
    reply = render_digest(replace(digest_for(5, ()), closing=postings[:1]))
    assert parse_html(reply.html).text == ("⏳ Closing soon · welder in:berlin\n#1 Welder, Firm 0 Ltd – 2027-03-10")


def test_in_a_group_buttons_lead_to_private(postings: tuple[StoredPosting, ...]) -> None:
    reply = render_digest(digest_for(-100, postings[:2], more=1))
    buttons = [button for row in reply.buttons for button in row]
    assert [button.start for button in buttons] == ["p1", "p2", f"q{'A' * 16}"]


def test_a_full_digest_is_one_message(postings: tuple[StoredPosting, ...]) -> None:
    full = replace(digest_for(5, postings[:8], more=99), closing=postings[:4], closed_since=postings, late=True)
    reply = render_digest(full)
    assert len(split(reply.html)) == 1
    assert len(parse_html(reply.html).text) < LONGEST_MESSAGE
    assert len(parse_html(reply.html).entities) <= MOST_ENTITIES
    actions = [button.action for row in reply.buttons for button in row if button.action]
    assert all(len(pack(action).encode()) <= 64 for action in actions)
