"""Any text at all is read without raising, its quotes are slices, and the same text gives the same bytes."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.parsing.parse_posting import parse_posting

# Pieces that rules look for, so that random texts reach them.
PIECES = st.sampled_from(
    (
        *("Senior Nurse", "Requirements:", "£45k - 55k p.a.", "\r\n", "\n- ", "remote", "3 days in the office", "½"),
        *("Benefits", "5+ years of experience", "مهندس", "🚀", "Apply by 03/04/2027", "|", "•", "German (C1)"),
        *("ﬁnance", "İstanbul", "ß", "is a plus", "Salary: ", "\u202e", "1.234,56 EUR", "e\u0301", "\u200b", "\x00"),
    )
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map(" ".join)


@given(TEXTS)
@example("» | Senior Nurse")
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_every_quote_is_its_slice(raw: str) -> None:
    reading = parse_posting(raw)
    assert (reading.posting is None) == (reading.reason is not None)
    if reading.posting is not None:
        for field in reading.posting.stated():
            for found in reading.posting.found(field):
                assert all(raw[each.start : each.stop] == each.quote for each in found.evidence)


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_the_same_text_gives_the_same_bytes(raw: str) -> None:
    assert parse_posting(raw).model_dump_json() == parse_posting(raw).model_dump_json()


def test_texts_that_are_no_postings_are_refused_with_a_reason() -> None:
    for text in ("", "hello", "12345 67890 " * 10, "I like cats. " * 40):
        reading = parse_posting(text)
        assert reading.posting is None
        assert reading.reason
        assert "\n" not in reading.reason
