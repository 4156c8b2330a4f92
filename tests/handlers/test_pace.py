"""Whatever the network does, no window of time ever holds more messages than the limits allow."""

from hypothesis import given
from hypothesis import strategies as st

from handlers.pace import Limits, Pace


@given(st.lists(st.tuples(st.sampled_from([1, 2, 3, -4]), st.floats(0, 0.3)), min_size=1, max_size=200))
def test_no_second_and_no_minute_holds_too_many(messages: list[tuple[int, float]]) -> None:
    pace, now = Pace(Limits(per_second=7, burst=3, per_minute=5)), 0.0
    arrived: list[tuple[int, float]] = []
    for chat, latency in messages:
        now = max(now, pace.ready_at(chat, now))
        pace.started()
        arrived.append((chat, now + latency / 2))
        now += latency
        pace.ended(chat, now)
    times = [time for _, time in arrived]
    assert all(later - earlier >= 1 - 1e-9 for earlier, later in zip(times, times[7:], strict=False))
    group = [time for chat, time in arrived if chat == -4]
    assert all(later - earlier >= 60 - 1e-9 for earlier, later in zip(group, group[5:], strict=False))
    for person in (1, 2, 3):
        own = [time for chat, time in arrived if chat == person]
        assert all(later - earlier >= 2 - 1e-9 for earlier, later in zip(own, own[4:], strict=False))


def test_messages_on_the_wire_count() -> None:
    pace = Pace(Limits(per_second=2))
    pace.started()
    pace.started()
    assert pace.ready_at(3, 0.0) == float("inf")
    pace.ended(1, 0.5)
    assert pace.ready_at(3, 0.5) == 1.5


def test_a_group_waits_alone_and_a_person_holds_everybody_up() -> None:
    pace = Pace()
    pace.halt(-5, 9.0)
    assert (pace.ready_at(-5, 1.0), pace.ready_at(6, 1.0)) == (9.0, 1.0)
    pace.halt(6, 4.0)
    assert pace.ready_at(7, 1.0) == 4.0
