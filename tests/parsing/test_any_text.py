"""Any text at all is read without raising, its quotes are slices, and the same text gives the same bytes."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.parsing.parse_posting import parse_posting
from bot.text.layout import split_lines

# Pieces that rules look for, so that random texts reach them.
PIECES = st.sampled_from(
    (
        *("Senior Nurse", "Requirements:", "£45k - 55k p.a.", "\r\n", "\n- ", "remote", "3 days in the office", "½"),
        *("Benefits", "5+ years of experience", "مهندس", "🚀", "Apply by 03/04/2027", "|", "•", "German (C1)"),
        *("ﬁnance", "İstanbul", "ß", "is a plus", "Salary: ", "\u202e", "1.234,56 EUR", "e\u0301", "\u200b", "\x00"),
    )
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map(" ".join)


PAGE = (
    "Senior Nurse (m/f/d)\r\nLeeds • Full-time • £38k - 45k p.a.\r\n\r\n"
    "What you’ll do\r\n– Look after twelve beds½\r\n\r\n"
    "Requirements:\r\n* 3+ years on a ward\r\n* Dutch (B2) is a plus\u202e\r\n\r\n"
    "We offer 27 days’ leave \U0001f3d6\ufe0f\x00. Apply by 3 May 2027."
)


def assert_reads(raw: str) -> None:
    """The text is read without raising, has a posting or a reason, and every quote is its slice."""
    reading = parse_posting(raw)
    assert (reading.posting is None) == (reading.reason is not None)
    assert all(raw[each.start : each.stop] == each.quote for each in reading.unread)
    if reading.posting is not None:
        for field in reading.posting.stated():
            for found in reading.posting.found(field):
                assert all(raw[each.start : each.stop] == each.quote for each in found.evidence)


@given(TEXTS)
@example("» | Senior Nurse")
@example("Cook | \x1c | Leeds")  # an entry between strokes without a letter
@example("Cook at the pier. " * 165 + "x" * 26 + " • Benefits: 28 days off. " * 9)  # a line cut at a mark
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_every_quote_is_its_slice(raw: str) -> None:
    assert_reads(raw)


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_the_same_text_gives_the_same_bytes(raw: str) -> None:
    assert parse_posting(raw).model_dump_json() == parse_posting(raw).model_dump_json()


@given(st.binary(max_size=400), st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_any_bytes_and_any_beginning_of_a_page_are_read(data: bytes, length: int) -> None:
    for raw in (data.decode("utf-8", "replace"), data.decode("latin-1"), PAGE[:length], PAGE[length:]):
        assert_reads(raw)


PIECES_WITHOUT_END = (
    *("a", "1", "Ab", "word ", "$5k ", "5 years of ", "remote ", "Acme is ", "- x\n", "(", '"'),
    *("\x00", "🚀", "مهندس ", "e\u0301", "x, ", "\n"),
)


@pytest.mark.parametrize("piece", PIECES_WITHOUT_END)
def test_lines_without_end_are_read(piece: str) -> None:
    assert_reads("Senior Nurse\nRequirements\n" + piece * (6_000 // len(piece)) + "\nApply by 3 May 2027")


def test_of_a_line_of_ten_million_letters_a_beginning_is_read() -> None:
    lines = split_lines("Nurse wanted. " * 800_000)
    assert all(len(line.text) <= 3_000 for line in lines)
    assert sum(len(line.text) for line in lines) <= 200_000


def test_texts_that_are_no_postings_are_refused_with_a_reason() -> None:
    for text in ("", "hello", "12345 67890 " * 10, "I like cats. " * 40):
        reading = parse_posting(text)
        assert reading.posting is None
        assert reading.reason
        assert "\n" not in reading.reason
