"""With which signs a match may begin is read from the pattern; what begins with anything is tried everywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.openings import openings
from bot.text.pattern import Pattern
from bot.text.tokens import in_one_form


@pytest.mark.parametrize(
    ("pattern", "text", "places"),
    [
        (r"\b(?:at least |from )?\d+ years", "from 3, at least 12 years", [0, 5, 8, 17]),
        (r"(?:no|not) (?:needed|required)", "no need, not required, nothing", [0, 9]),
        (r"(?<!\w)ab?c", "ac abc xabc", [0, 3]),
        (r"[$£€]\s?\d", "£ 5, $7, 8 €", [0, 5]),
        (r"(?i)Été", "l'été", [2]),
    ],
)
def test_the_places_where_a_match_may_begin(pattern: str, text: str, places: list[int]) -> None:
    found = openings(pattern, 0)
    assert found is not None
    assert [each.start() for each in found.finditer(in_one_form(text))] == places


@pytest.mark.parametrize("pattern", [r"\w+ team", r"(?:a )?[^x]", r"(?:remote)?", r"[a-z]{3}", "."])
def test_a_match_that_may_begin_with_anything_has_no_openings(pattern: str) -> None:
    assert openings(pattern, re.IGNORECASE) is None


PATTERN = Pattern(
    r"\b(?:up to |about )?(?:\d{1,3}|two|twelve) (?:days|weeks)(?: a| per)? (?:week|month)\b", re.IGNORECASE
)
PIECES = (
    "up to ",
    "About ",
    "two",
    "Twelve ",
    "٣ ",
    "12 ",
    "days",
    " WEEKS",
    " a ",
    "per",
    " week",
    "months",
    "\n",
    "x",
    "é",
)


PATTERN.patience = 0


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.integers(0, 9))
def test_matches_are_those_of_the_pattern(text: str, start: int) -> None:
    found = PATTERN.matches(text, in_one_form(text), start, len(text))
    assert [each.span() for each in found] == [each.span() for each in PATTERN.finditer(text, start, len(text))]
