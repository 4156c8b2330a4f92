"""Which numbers of a question name postings, and which count something?"""

import pytest

from bot.answers.reading.read_question import read_question
from bot.model.answer import Status
from bot.model.posting import PostingId
from bot.services.ask_question import ask
from bot.services.library import Library


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("benefits of #12", (12,)),
        ("is 3 full time?", (3,)),
        ("does 4 offer a pension", (4,)),
        ("deadline of 14?", (14,)),
        ("wo ist das büro von 5", (5,)),
        ("compare 1 and 2", (1, 2)),
        ("compare it with 2", (2,)),
        ("compare with #2", (2,)),
        ("quel est le salaire de 8", (8,)),
        ("what do they use in 7", (7,)),
        ("tell me about 4", (4,)),
        ("is rust a must in 1", (1,)),
        ("how much holiday does 3 give", (3,)),
        ("and 7?", (7,)),
        ("do they work one in 3", ()),
        ("une équipe de 8 ?", ()),
        ("do i start at 7", ()),
        ("is 3 years enough?", ()),
        ("is 40 hours full time?", ()),
        ("is it a team of 5?", ()),
        ("is there a crew of 12", ()),
        ("which pay more than 60000", ()),
        ("are there 2 interviews", ()),
    ],
)
def test_numbers_that_name_postings(text: str, numbers: tuple[int, ...]) -> None:
    assert read_question(text).postings == numbers


def test_a_number_that_is_not_stored_is_not_read_as_the_posting_talked_about(seeds: Library) -> None:
    answer = ask(seeds, "#300 salary", posting=PostingId(3))
    assert answer.status is Status.NOT_UNDERSTOOD
    assert "no posting #300" in answer.text


def test_whom_to_call_leaves_nothing_out(seeds: Library) -> None:
    answer = ask(seeds, "who do i call", posting=PostingId(22), previous="do they give a laptop")
    assert "laptop" not in answer.text


def test_a_place_behind_the_end_of_the_list_names_nothing(seeds: Library) -> None:
    answer = ask(seeds, "the second one", results=[PostingId(7)])
    assert answer.status is Status.NOT_UNDERSTOOD
    assert answer.text.startswith("The list has 1 in all")
