"""Whatever is sent, cut short or garbled, gives pages with valid quotes, or one line that says why not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import UserError
from bot.intake.contents import pages_of
from bot.intake.pages import read_pages
from bot.model.page import Page
from bot.parsing.parse_posting import parse_posting

SAMPLES = sorted((Path(__file__).parent / "samples").iterdir())
# Signs that decoders look for, so that garbling hits where it hurts.
SHARDS = st.sampled_from(
    (
        *(
            '"',
            "'",
            "<",
            ">",
            "&",
            "{",
            "}",
            "[",
            "]",
            "\\",
            "\\u",
            "\\ud83d",
            ",",
            ":",
            "</script>",
            "<script>",
            "<!--",
        ),
        *("<![CDATA[", "]]>", "&#", "&#x110000;", "&nbsp;", "<li>", "</li>", "<p", "\x00", "\u202e", "\r", "\n", '""'),
        *(
            "null",
            "1e999",
            "<td>",
            "itemprop='title'",
            "itemscope",
            "href=mailto:",
            "\ufeff",
            "😀",
            "<a href='apply",
            "|",
        ),
    )
)


def taken(opening: Callable[[], list[Page]]) -> list[Page]:
    """The pages, none where the source is refused in one line."""
    try:
        return opening()
    except UserError as refused:
        reason = str(refused)
    assert "\n" not in reason
    assert reason
    return []


def read(raw: str, name: str) -> None:
    pages = taken(lambda: read_pages(raw, name=name))
    for page in pages[:3]:
        assert 0 <= page.start <= page.stop <= len(raw)
        for each in (page, page.own):
            posting = parse_posting(each).posting
            for field in posting.stated() if posting else ():
                for found in posting.found(field) if posting else ():
                    assert found.evidence
                    assert all(each.layer.raw[proof.start : proof.stop] == proof.quote for proof in found.evidence)


@given(sample=st.sampled_from(SAMPLES), share=st.floats(0, 1))
@settings(max_examples=120, deadline=None)
def test_a_sample_cut_short_is_read_or_refused(sample: Path, share: float) -> None:
    raw = sample.read_text("utf-8")
    read(raw[: int(len(raw) * share)], sample.name)


@given(
    sample=st.sampled_from(SAMPLES),
    places=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), SHARDS), min_size=1, max_size=6),
)
@settings(max_examples=200, deadline=None)
def test_a_garbled_sample_is_read_or_refused(sample: Path, places: list[tuple[float, int, str]]) -> None:
    raw = sample.read_text("utf-8")
    for share, taken, shard in places:
        at = int(len(raw) * share)
        raw = raw[:at] + shard + raw[at + taken :]
    read(raw, sample.name)


@given(
    data=st.binary(max_size=600),
    head=st.sampled_from((b"", b"<html>", b'{"a":', b"[", b"<?xml ", b"\xff\xfe", b"\xef\xbb\xbf")),
)
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, head: bytes) -> None:
    assert all(page.start <= page.stop for page in taken(lambda: pages_of(head + data)))


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "<div>",
            "<li>",
            "<p",
            "<a b='",
            '<a b="x',
            "</p>",
            "<!--",
            "<script>",
            "&amp;",
            "&#",
            "<td>",
            "<b>x</b>",
            "< ",
        ),
        *("<span>a</span>", "<svg", "<a href='http://apply'>", "<![CDATA[", "<p><p/>", "\u00a0 ", "x\n"),
    ],
)
def test_a_page_of_one_piece_said_ten_thousand_times_is_read(piece: str) -> None:
    read("<html><body><h1>Cook</h1>" + piece * 10_000, "page.html")


@pytest.mark.parametrize("piece", ["[", '{"a":', '"', "\\", '{"title":"Cook",', "[[],", '{"title":"a","jobs":['])
def test_json_of_one_piece_said_ten_thousand_times_is_refused(piece: str) -> None:
    read('{"title": "Cook", "x": ' + piece * 10_000, "page.json")
