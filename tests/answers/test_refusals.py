"""A sentence that refuses proves no "Yes": it is read as a "No", or quoted and left to the reader."""

import pytest

from bot.model.posting import PostingId
from bot.services.ask_question import ask
from tests.support.library import library_of

PAGE = """Signwriter
Brushworks Ltd
Salem, OR
Full-time

What you'll do
- Letter shop fronts
- Gild windows

What you need
- Three years with the brush

Good to know
As a freelancer you have no claim to perks like eye care, pension contributions or paid leave.
We regret that sponsoring work permits is beyond our means.
Paying for parking in town has proved impossible.
Brushes stay in the workshop overnight.
Our canteen moved out, sadly, to make room for the gilding shop.
"""


@pytest.mark.parametrize(
    "asked",
    [
        "do they sponsor work permits?",
        "will they sponsor me",
        "is there a pension",
        "do i get paid leave?",
        "is parking paid for?",
        "is there a canteen?",
        "do they have eye care",
    ],
)
def test_no_yes_stands_on_a_sentence_that_refuses(asked: str) -> None:
    answer = ask(library_of(PAGE), asked, posting=PostingId(1))
    assert answer.evidence, answer.text
    assert not answer.text.startswith("Yes"), answer.text


def test_a_sentence_that_allows_still_proves_one() -> None:
    answer = ask(library_of(PAGE), "do brushes stay in the workshop overnight?", posting=PostingId(1))
    assert answer.text.startswith("Yes"), answer.text
