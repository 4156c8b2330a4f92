"""What a person subscribed is part of the export, and gone after /forget: it is told nothing more, others still are."""

import json
from datetime import timedelta

from bot.model.digest import Digest
from bot.model.outgoing import Address, Outgoing, Purpose
from bot.model.preferences import Rhythm
from bot.model.schedule import Schedule
from bot.services.add_postings import add_text
from bot.services.digest import run_due
from bot.services.library import Library, open_library
from bot.services.personal_data import export_person, forget_person
from bot.services.subscribe import replay, subscribe
from tests.support.library import NOW

ANN, BEN, GROUP = 5, 6, -70


def order(library: Library, line: str, chat: int, owner: int, schedule: Schedule) -> None:
    subscribe(library, replay(library, line, chat=chat, owner=owner, default=schedule, now=NOW).order, now=NOW)


def library_with_orders() -> Library:
    """Ann is told daily and at once, and has ordered for a group; Ben is told daily."""
    library = open_library(":memory:")
    daily, at_once = Schedule(zone="Europe/Berlin"), Schedule(Rhythm.AT_ONCE)
    order(library, "welder", ANN, ANN, daily)
    order(library, "welder leeds", ANN, ANN, at_once)
    order(library, "welder", GROUP, ANN, daily)
    order(library, "welder", BEN, BEN, daily)
    return library


def told(library: Library, day: int) -> list[int]:
    """The chats that are told of one more posting, on a day."""
    text = f"Welder\nFirm {day} Ltd\nLeeds\n\nRequirements\n- 2 years of experience in welding, order {day}\n"
    assert add_text(library, text, source="test", now=NOW + timedelta(days=day)).id is not None
    chats: list[int] = []

    def note(digest: Digest) -> list[Outgoing]:
        chats.append(digest.subscription.order.chat)
        return [Outgoing(Address(digest.subscription.order.chat), "digest", Purpose.DIGEST)]

    for minutes in (0, 10, 60 * 24):
        run_due(library, now=NOW + timedelta(days=day, minutes=minutes), render=note)
    return sorted(chats)


def test_the_export_holds_what_is_subscribed_and_how_it_went() -> None:
    library = library_with_orders()
    assert told(library, 1) == [GROUP, ANN, ANN, BEN]
    data = json.loads(export_person(library, ANN, now=NOW))
    assert [(each["order"]["line"], each["order"]["schedule"]["rhythm"]) for each in data["subscriptions"][:2]] == [
        ("welder", "daily"),
        ("leeds welder", "at once"),
    ]
    assert [each["matched"] for each in data["subscriptions"][:2]] == [1, 1]
    assert str(BEN) not in json.dumps([each["order"]["chat"] for each in data["subscriptions"]])
    assert data["messages"] == 2


def test_who_is_forgotten_is_told_nothing_more_and_others_still_are() -> None:
    library = library_with_orders()
    assert told(library, 1) == [GROUP, ANN, ANN, BEN]
    forgotten = forget_person(library, ANN)
    assert (forgotten.subscriptions, forgotten.messages) == (3, 2)
    assert told(library, 3) == [BEN]
    assert library.subscriptions.of_chat(ANN) == library.subscriptions.of_owner(ANN) == ()
    assert [queued.message.address.chat for queued in library.outbox.waiting()].count(ANN) == 0
    data = json.loads(export_person(library, ANN, now=NOW))
    assert (data["subscriptions"], data["messages"], data["searches"]) == ([], 0, [])


def test_who_comes_again_starts_anew_without_a_backlog() -> None:
    library = library_with_orders()
    told(library, 1)
    forget_person(library, ANN)
    order(library, "welder", ANN, ANN, Schedule())
    assert told(library, 2).count(ANN) == 1
    assert json.loads(export_person(library, ANN, now=NOW))["subscriptions"][0]["matched"] == 1
