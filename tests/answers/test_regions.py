"""A country or state is found in addresses that shorten its name or name a city alone, and in no other."""

import pytest

from bot.model.answer import Status
from bot.services.ask_question import ask
from tests.support.library import library_of

PLACES = (
    "Baker\nErnst Brot GmbH\nHamburg\nFull time",
    "Florist\nPetal Row\nAustin, TX\nFull time",
    "Diver\nReef Works\nHalifax, NS\nFull time",
    "Tailor\nSew & Co\nLisbon, Portugal\nFull time",
)


def test_none_is_said_only_where_every_posting_states_otherwise() -> None:
    stated = [each.replace("Full time", "Full time\nThis is an on-site position.") for each in PLACES]
    assert ask(library_of(*stated), "which are remote").status is Status.ANSWERED
    assert ask(library_of(*stated[:3], PLACES[3]), "which are remote").status is Status.NOT_STATED


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("which are in germany", [1]),
        ("any in texas", [2]),
        ("how many are in canada", [3]),
        ("which are in nova scotia", [3]),
        ("which are in portugal", [4]),
        ("any in spain", []),
        ("any in california", []),
    ],
)
def test_an_address_lies_in_its_country_and_state(question: str, numbers: list[int]) -> None:
    assert list(ask(library_of(*PLACES), question).postings) == numbers
