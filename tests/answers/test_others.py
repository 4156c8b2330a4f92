"""A posting that is silent is said to be silent, and the few others that hold the words are named beside it."""

from datetime import UTC, datetime
from pathlib import Path

from bot.model.answer import Status
from bot.model.posting import PostingId
from bot.services.add_postings import add_text
from bot.services.ask_question import ask
from bot.services.library import Library, open_library
from bot.views.answers import render_answer


def test_a_thing_is_told_by_whose_it_is(tmp_path: Path) -> None:
    library = open_library(tmp_path / "tideline.db")
    told = "You will work with Tideline, Harbour's own system for berths."
    text = f"Deck Officer\nHarbour Line\n\n{told}\n\nRequirements\n- Patience\n"
    add_text(library, text, source="page", now=datetime(2027, 1, 4, tzinfo=UTC))
    answer = ask(library, "what is tideline?", posting=PostingId(1))
    assert answer.status is Status.ANSWERED
    assert "own system for berths" in answer.text


def test_a_van_is_a_thing_and_swapped_letters_are_a_slip(tmp_path: Path) -> None:
    library = open_library(tmp_path / "boats.db")
    asks = "What we're after\n- Steady hands\n- A van would be handy but isn't needed"
    text = f"Boat Finisher (part-time)\nWroxham\n\n{asks}\n"
    add_text(library, text, source="page", now=datetime(2027, 1, 4, tzinfo=UTC))
    assert "A van would be handy" in ask(library, "do i need a van?", posting=PostingId(1)).text
    assert ask(library, "is it part tiem", posting=PostingId(1)).text == "Yes, it is part time."


def test_the_posting_that_mentions_a_thing_is_named(seeds: Library) -> None:
    answer = ask(seeds, "what is ambrosia?", posting=PostingId(2))
    assert answer.status is Status.NOT_STATED
    assert answer.text.endswith(" #1 mentions it.")
    assert answer.evidence == ()


def test_a_posting_asked_for_by_number_speaks_for_itself_alone(seeds: Library) -> None:
    assert "#1" not in ask(seeds, "what is ambrosia at #2?").text


def test_a_word_that_nobody_writes_leads_nowhere(seeds: Library) -> None:
    assert "mention" not in ask(seeds, "do i need xylography?", posting=PostingId(2)).text


def test_the_reply_names_the_one_posting_that_it_is_about(seeds: Library) -> None:
    assert "read as: salary · #10" in render_answer(ask(seeds, "pay of the bookkeeper?")).html
