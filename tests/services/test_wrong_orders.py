"""A wrong order gets one clear line and changes nothing, not even a row."""

import pytest

from bot.errors import UserError
from bot.model.schedule import Schedule
from bot.services.library import Library
from bot.services.subscribe import replay
from tests.support.library import NOW, library_of

REFUSED = {
    "": "Say what to look for",
    "daily 8:00": "Say what to look for",
    "-java": "Say what to look for",
    "welder": "finds more than half of all postings",
    "leeds weekly": "finds more than half of all postings",
    "nurse 25:00": "no time of day",
    "nurse daily 8:00 gotham": "no time zone “gotham”",
    "nurse quiet 25-7": "no time of day",
    "nurse salery:5": "unknown key",
    "nurse mode:sometimes": "mode",
    "nurse until 2020-01-01": "lies in the past",
    "nurse deadline<2020-01-01": "lies in the past",
}


@pytest.fixture(scope="module")
def library() -> Library:
    """A library with many postings of one kind, in which that kind is no search."""
    texts = (
        f"Welder\nFirm {number} Ltd\nLeeds\n\nRequirements\n- {number} years of experience in welding, order {number}\n"
        for number in range(1, 46)
    )
    return library_of(*texts)


@pytest.mark.parametrize(("line", "reason"), REFUSED.items(), ids=[line or "nothing" for line in REFUSED])
def test_a_wrong_order_is_one_clear_line_and_changes_nothing(library: Library, line: str, reason: str) -> None:
    before = list(library._database.conn.iterdump())
    with pytest.raises(UserError, match=reason) as refusal:
        replay(library, line, chat=5, owner=5, default=Schedule(), now=NOW)
    assert "\n" not in str(refusal.value)
    assert list(library._database.conn.iterdump()) == before
