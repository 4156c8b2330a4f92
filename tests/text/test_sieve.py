"""A line is passed over for a pattern exactly where it lacks words that the pattern needs."""

import re

import pytest

from bot.text.layout import split_lines
from bot.text.pattern import Pattern
from bot.text.sieve import Cues, Sieve
from bot.text.tokens import in_one_form

NIGHTS = Pattern(r"\b(?:night|late) shifts?\b", re.IGNORECASE)
WEEKS = Pattern(r"\b\d+ (?:weeks|semaines)\b", re.IGNORECASE)
ELSEWHERE = Pattern(r"\bbicycle\b", re.IGNORECASE)
BOTH = Cues(NIGHTS, WEEKS)


@pytest.mark.parametrize(
    ("page", "told", "nights", "weeks"),
    [
        ("Night shift\nFor 6 weeks\nBy bicycle", [0, 12], [0], [12]),
        ("Six SEMAINES\nLATE SHIFTS for three weeks", [0, 13], [13], [0, 13]),
        ("Nightshift\nSome weekend", [], [], []),
    ],
)
def test_patterns_behind_one_cue_are_told_apart(
    page: str, told: list[int], nights: list[int], weeks: list[int]
) -> None:
    lines = split_lines(page)
    signs = Sieve((BOTH,)).signs(page, in_one_form(page), lines)
    assert sorted(signs.telling(BOTH)) == told
    assert sorted(signs.matching(NIGHTS)) == nights
    assert sorted(signs.matching(WEEKS)) == weeks
    assert sorted(signs.matching(ELSEWHERE)) == [line.start for line in lines]
