"""What a line orders: the search, and behind it, in any order, when to tell."""

from datetime import time

import pytest

from bot.errors import UserError
from bot.matching.read_order import read_order
from bot.model.preferences import Rhythm
from bot.model.schedule import Quiet, Schedule

OSLO = Schedule(zone="Europe/Oslo")


@pytest.mark.parametrize(
    ("line", "words", "described"),
    [
        ("rust in:london daily 8:00 berlin", "rust in:london", "daily at 08:00, Berlin"),
        ("rust 8:00 daily", "rust", "daily at 08:00, Oslo"),
        ("nurse at 9 every day", "nurse", "daily at 09:00, Oslo"),
        ("nurse every monday at 9 in london", "nurse", "Mon at 09:00, London"),
        ("nurse weekdays quiet 22-7 at 9", "nurse", "weekdays at 09:00, Oslo, quiet 22:00–07:00"),
        ("cook mon, wed and fri 6pm são paulo", "cook", "Mon, Wed and Fri at 18:00, Sao Paulo"),
        ("welder mon-thu 7.15", "welder", "Mon, Tue, Wed and Thu at 07:15, Oslo"),
        ("porter weekends", "porter", "weekends at 08:00, Oslo"),
        ("driver zone tokyo daily 10:00", "driver", "daily at 10:00, Tokyo"),
        ("driver at once quiet from 21:30 to 6", "driver", "at once, quiet 21:30–06:00, Oslo"),
        ("porter daily until 2027-06-30", "porter", "daily at 08:00, Oslo, until 30 Jun 2027"),
        ("porter until 3rd march 2027 at once", "porter", "at once, until 3 Mar 2027"),
        ("rust 9:15 mon,thu berlin", "rust", "Mon and Thu at 09:15, Berlin"),
        ("nurse at 7 weekdays in new york", "nurse", "weekdays at 07:00, New York"),
        ("cook 6pm daily tokyo quiet 22-5", "cook", "daily at 18:00, Tokyo, quiet 22:00–05:00"),
        ("9:15 mon,thu berlin", "", "Mon and Thu at 09:15, Berlin"),
        ("9:30", "", "daily at 09:30, Oslo"),
        # What only looks like a schedule stays in the search.
        ("python 3", "python 3", "daily at 08:00, Oslo"),
        ("cook 9:15 mon,thu nights", "cook 9:15 mon,thu nights", "daily at 08:00, Oslo"),
        ("python 3 daily berlin", "python 3 daily berlin", "daily at 08:00, Oslo"),
        ("nurse sunderland", "nurse sunderland", "daily at 08:00, Oslo"),
        ("chef montreal", "chef montreal", "daily at 08:00, Oslo"),
        ("pay>=60 GBP", "pay>=60 GBP", "daily at 08:00, Oslo"),
        ("driver no weekends", "driver no weekends", "daily at 08:00, Oslo"),
    ],
)
def test_the_end_of_a_line_says_when(line: str, words: str, described: str) -> None:
    order = read_order(line, OSLO)
    assert (order.words, order.schedule.described) == (words, described)


def test_hours_of_rest_can_be_taken_back() -> None:
    resting = Schedule(zone="Europe/Oslo", quiet=Quiet(time(22), time(7)))
    assert read_order("rust no quiet", resting).schedule.quiet is None
    assert read_order("rust quiet off daily", resting).schedule.quiet is None
    assert read_order("rust daily", resting).schedule.quiet == resting.quiet


@pytest.mark.parametrize("rhythm", ["daily", "mon", "tue,sun", "weekdays", "weekends"])
@pytest.mark.parametrize("zone", ["UTC", "America/Argentina/Buenos_Aires", "America/Port-au-Prince", "Asia/Kolkata"])
@pytest.mark.parametrize("quiet", ["", " quiet 22:00-07:00", " quiet 22:00-07:00 until 2027-06-30"])
def test_a_schedule_is_written_as_it_is_read(rhythm: str, zone: str, quiet: str) -> None:
    line = f"{rhythm} 18:45 {zone}{quiet}"
    schedule = read_order(f"rust {line}", OSLO).schedule
    assert schedule.written == line
    assert read_order(f"rust {schedule.written}", OSLO) == read_order(f"rust {line}", OSLO)


def test_at_once_is_written_as_it_is_read() -> None:
    for line in (
        "at once",
        "at once zone Asia/Tokyo quiet 22:00-07:00",
        "at once zone Asia/Tokyo until 2027-06-30",
    ):
        schedule = read_order(f"rust {line}", Schedule()).schedule
        assert (schedule.rhythm, schedule.written) == (Rhythm.AT_ONCE, line)


@pytest.mark.parametrize(
    "line",
    ["rust 25:00", "rust daily 8:00 gotham", "rust zone atlantis", "rust quiet 7-7", "rust until 2027-02-30", "a 9:75"],
)
def test_what_does_not_exist_is_refused_in_one_line(line: str) -> None:
    with pytest.raises(UserError) as refusal:
        read_order(line, OSLO)
    assert "\n" not in str(refusal.value)
