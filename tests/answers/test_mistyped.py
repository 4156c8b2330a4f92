"""A mistyped word of the page is read as it; a word of its own, a short one, or one that others write is not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.model.answer import Status
from bot.model.posting import PostingId
from bot.services.add_postings import add_text
from bot.services.ask_question import ask
from bot.services.library import Library, open_library

NOW = datetime(2027, 1, 4, tzinfo=UTC)
SKIPPER = """Pilot Boat Skipper
Tidewell Port Authority · Fleetwood

What you need
- Yachtmaster Offshore, commercially endorsed
- Three years in command of a boat
- You can join a string of wires
- A clean driving licence
- Patient with every trainee

You have the use of the workshop and the slipway.
"""
CLERK = """Ledger Clerk
Moss & Reed, Leeds

What you need
- You reconcile contrast reports
- Two years of bookkeeping
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = open_library(tmp_path / "mistyped.db")
    for number, text in enumerate((SKIPPER, CLERK)):
        add_text(library, text, source=f"page {number}", now=NOW)
    return library


SLIPS = [
    "do i need a yachtmster?",
    "need a comercially endorsed ticket?",
    "is there a slipwya?",
    "do i need a drivng licence?",
    "is a drivin licence needed?",
]
OTHERS = [
    "do i need spring?",
    "do i need a workbench?",
    "do i need bookkeeping?",
    "is there a canteen?",
    "do they do patent law?",
]


@pytest.mark.parametrize("typed", SLIPS)
def test_a_slip_is_read_as_the_word_of_the_page(library: Library, typed: str) -> None:
    answer = ask(library, typed, posting=PostingId(1))
    assert answer.status is Status.ANSWERED
    assert "Read “" in answer.text


@pytest.mark.parametrize("typed", OTHERS)
def test_another_word_is_not(library: Library, typed: str) -> None:
    answer = ask(library, typed, posting=PostingId(1))
    assert answer.status is Status.NOT_STATED
    assert "Read “" not in answer.text


def test_a_word_that_another_posting_holds_is_no_slip(library: Library) -> None:
    yard = "Boat Builder\nMoss Yard, Leeds\n\nWhat you need\n- Aluminium welding\n- Two years in a yard\n"
    add_text(library, yard, source="yard", now=NOW)
    assert ask(library, "do i need wedding?", posting=PostingId(3)).status is Status.ANSWERED
    florist = "Florist\nMoss & Fern, Leeds\n\nWhat you need\n- An eye for wedding flowers\n- Two years in a shop\n"
    add_text(library, florist, source="florist", now=NOW)
    assert ask(library, "do i need wedding?", posting=PostingId(3)).status is Status.NOT_STATED
