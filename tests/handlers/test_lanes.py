"""Messages of one chat keep their order, answers go first, and who may not be written to yet stands aside."""

import random

from hypothesis import given
from hypothesis import strategies as st

from bot.model.outgoing import Address, Outgoing, OutgoingId, Purpose, Queued
from handlers.lanes import IDLE_SECONDS, Lanes
from handlers.pace import Limits, Pace


def queued(number: int, chat: int, *, due: int = 0, purpose: Purpose = Purpose.DIGEST) -> Queued:
    return Queued(OutgoingId(number), Outgoing(Address(chat), "", purpose, due=due))


def numbers(lanes: Lanes, most: int, *, steady: float = 0.0, now: int = 0) -> list[int]:
    return [each.id for each in lanes.take(most, steady, now)[0]]


def test_one_message_of_a_chat_at_a_time_and_in_order() -> None:
    lanes = Lanes(Pace())
    for number, chat in enumerate((7, 7, 8, 7), start=1):
        lanes.add(queued(number, chat))
    assert numbers(lanes, 9) == [1, 3]
    assert numbers(lanes, 9) == []
    lanes.ended(7)
    lanes.ended(8)
    assert numbers(lanes, 9) == [2]
    lanes.add(queued(2, 7), first=True)
    lanes.ended(7)
    assert numbers(lanes, 9) == [2]


def test_an_answer_goes_before_digests_that_wait_longer() -> None:
    lanes = Lanes(Pace())
    for chat in range(1, 6):
        lanes.add(queued(chat, chat))
    lanes.add(queued(6, 3, purpose=Purpose.REPLY))
    lanes.add(queued(7, 9, purpose=Purpose.REPLY))
    assert numbers(lanes, 3) == [3, 7, 1]
    assert lanes.in_turn == 3


def test_what_is_not_due_stands_aside_and_does_not_hold_up_what_is() -> None:
    lanes = Lanes(Pace())
    lanes.add(queued(1, 7, due=5000))
    lanes.add(queued(2, 7))
    lanes.add(queued(3, 8, due=9000))
    taken, pause = lanes.take(9, 0.0, 0)
    assert ([each.id for each in taken], pause) == ([2], 9.0)
    lanes.ended(7)
    assert lanes.take(9, 0.0, 0) == ([], 5.0)
    assert lanes.in_turn == 0
    assert numbers(lanes, 9, now=5000) == [1]
    assert numbers(lanes, 9, now=9000) == [3]
    assert lanes.take(9, 0.0, 9000) == ([], IDLE_SECONDS)


def test_a_group_that_has_had_enough_waits_alone() -> None:
    pace = Pace(Limits(per_minute=1))
    lanes = Lanes(pace)
    pace.note(-5, 10.0)
    lanes.add(queued(1, -5))
    lanes.add(queued(2, 6))
    taken, pause = lanes.take(9, 45.0, 0)
    assert ([each.id for each in taken], pause) == ([2], 25.0)
    assert numbers(lanes, 9, steady=70.0) == [1]


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 6), st.booleans()), max_size=60), st.integers())
def test_everything_goes_out_once_and_in_the_order_of_its_chat(
    messages: list[tuple[int, int, bool]], seed: int
) -> None:
    chance = random.Random(seed)
    lanes = Lanes(Pace(Limits(burst=1_000)))
    for number, (chat, due, reply) in enumerate(messages):
        lanes.add(queued(number, chat, due=due, purpose=Purpose.REPLY if reply else Purpose.DIGEST))
    out: list[Queued] = []
    for now in (*range(7), *[6] * len(messages)):
        taken, _ = lanes.take(chance.randint(1, 4), 0.0, now)
        out += taken
        for each in taken:
            lanes.ended(each.message.address.chat)
    assert sorted(each.id for each in out) == list(range(len(messages)))
    for chat in range(1, 6):
        due_at_once = [each.id for each in out if each.message.address.chat == chat and each.message.due == 0]
        assert due_at_once == sorted(due_at_once)
