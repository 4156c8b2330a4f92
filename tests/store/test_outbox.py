"""A message is queued once, marked before it goes out and after, and never forgotten on the way."""

import pytest

from bot.model.incoming import Incoming
from bot.model.outgoing import Address, Outgoing, Purpose, State
from bot.store.database import open_database, transaction
from bot.store.inbox import Inbox
from bot.store.outbox import Outbox


@pytest.fixture
def outbox() -> Outbox:
    return Outbox(open_database(":memory:"))


def test_messages_wait_in_the_order_in_which_they_were_queued(outbox: Outbox) -> None:
    address = Address(5, 7, answers=9)
    outbox.queue([Outgoing(address, "a"), Outgoing(Address(6), "b", due=70)], now=1)
    first, second = outbox.waiting()
    assert (first.message, second.message) == (Outgoing(address, "a"), Outgoing(Address(6), "b", due=70))
    assert outbox.waiting(after=first.id) == (second,)


def test_a_key_is_queued_once(outbox: Outbox) -> None:
    for _ in range(2):
        outbox.queue([Outgoing(Address(5), "a", Purpose.DIGEST, key="7:2027-01-04")], now=1)
    assert len(outbox.waiting()) == 1


def test_what_was_on_the_wire_is_taken_back_once(outbox: Outbox) -> None:
    outbox.queue([Outgoing(Address(5), "a"), Outgoing(Address(6), "b")], now=1)
    first, second = outbox.waiting()
    outbox.mark_sending([first.id, second.id], now=2)
    assert outbox.waiting() == ()
    outbox.mark_ended(second.id, State.SENT, now=3, message=11)
    assert outbox.take_back() == 1
    assert [(each.id, each.attempts) for each in outbox.waiting()] == [(first.id, 1)]


def test_a_chat_that_is_gone_keeps_its_messages_until_it_returns(outbox: Outbox) -> None:
    outbox.queue([Outgoing(Address(5), "a"), Outgoing(Address(6), "b")], now=1)
    outbox.pause_chat(5)
    assert [each.message.payload for each in outbox.waiting()] == ["b"]
    outbox.resume_chat(5)
    assert [each.message.payload for each in outbox.waiting()] == ["a", "b"]


def test_a_chat_that_moved_takes_its_messages_along(outbox: Outbox) -> None:
    outbox.queue([Outgoing(Address(-5, 3), "a")], now=1)
    outbox.move_chat(-5, -1005)
    assert outbox.waiting()[0].message.address == Address(-1005, 3)


def test_a_transaction_inside_another_one_ends_with_it() -> None:
    database = open_database(":memory:")
    inbox, outbox = Inbox(database), Outbox(database)
    inbox.keep([Incoming(1, "{}")])

    def failing() -> None:
        with transaction(database):
            outbox.queue([Outgoing(Address(5), "a")], now=1)
            inbox.finish(1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        failing()
    assert (len(inbox.waiting()), len(outbox.waiting())) == (1, 0)


def test_an_update_is_kept_once_and_its_content_is_forgotten_when_it_is_done() -> None:
    inbox = Inbox(open_database(":memory:"))
    assert inbox.keep([Incoming(3, "a"), Incoming(4, "b")]) == (Incoming(3, "a"), Incoming(4, "b"))
    assert inbox.keep([Incoming(4, "b"), Incoming(5, "c")]) == (Incoming(5, "c"),)
    inbox.finish(4)
    inbox.finish(99)
    assert inbox.waiting() == (Incoming(3, "a"), Incoming(5, "c"))
    assert inbox.keep([Incoming(4, "b")]) == ()
    assert inbox.next_number() == 6
