"""Cleaning keeps the way back to every raw character."""

from hypothesis import given
from hypothesis import strategies as st

from bot.text.clean import clean
from bot.text.layout import split_lines
from bot.text.tokens import fold


@given(st.text(max_size=200))
def test_every_cleaned_range_leads_to_a_raw_range_in_order(raw: str) -> None:
    source = clean(raw)
    last = 0
    for place in range(len(source.text)):
        span = source.span(place, place + 1)
        assert last <= span.start <= span.stop <= len(raw)
        last = span.start


def test_growing_and_shrinking_letters_keep_their_place() -> None:
    raw = "ﬁve\u200b days, 4½ weeks\r\nnext"
    source = clean(raw)
    start = source.text.index("weeks")
    assert source.span(start, start + 5).of(raw) == "weeks"
    assert "4.5 weeks\nnext" in source.text


def test_wrapped_bullets_become_one_line() -> None:
    lines = split_lines("Needs\n\n  * Rust, and the patience to\n    learn its ways\n  * Linux\n")
    assert [line.text for line in lines] == ["Needs", "Rust, and the patience to learn its ways", "Linux"]


def test_folding_drops_case_and_accents() -> None:
    assert fold("Kraków İstanbul") == "krakow istanbul"
