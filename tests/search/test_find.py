"""Searches find by words, phrases and exclusions, forgive typos, and say what they did."""

import pytest

from bot.model.posting import PostingId
from bot.search.read_query import read_query
from bot.services.find_postings import find_postings, find_similar
from bot.services.library import Library
from tests.support.library import NOW


def found(library: Library, line: str) -> list[int]:
    return [hit.posting for hit in find_postings(library, line, limit=50, now=NOW).page.hits]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("rust london", 1),
        ("nurse leeds", 3),
        ("kuberntes fastapi", 2),
        ("Softwareentwickler", 5),
        ("glacier modelling", 15),
        ("conveyancing", 16),
        ("barista", 4),
        ("truck drivers", 11),
        ("policy officer brussels", 19),
    ],
)
def test_the_posting_meant_comes_first(seeds: Library, line: str, first: int) -> None:
    assert found(seeds, line)[0] == first


def test_a_typo_is_corrected_and_said(seeds: Library) -> None:
    page = find_postings(seeds, "kuberntes fastapi", limit=5, now=NOW).page
    assert [(each.written, each.read) for each in page.corrections] == [("kuberntes", "kubernetes")]
    assert page.reading == "fastapi kubernetes"
    assert page.hits[0].posting == 2


def test_a_typo_of_several_words_is_read_as_any_of_them(seeds: Library) -> None:
    page = find_postings(seeds, "electrican glasgow", limit=5, now=NOW).page
    corrections = [(each.written, each.read) for each in page.corrections]
    assert corrections == [("electrican", "electrician"), ("electrican", "electrical")]
    assert page.reading == "electrical|electrician glasgow"
    assert page.hits[0].posting == 17


def test_a_plus_keeps_the_word_as_typed(seeds: Library) -> None:
    assert find_postings(seeds, "+electrican", limit=5, now=NOW).page.total == 0


def test_a_known_word_is_never_corrected(seeds: Library) -> None:
    assert find_postings(seeds, "rust", limit=5, now=NOW).page.corrections == ()


def test_an_excluded_word_hides_its_postings(seeds: Library) -> None:
    assert 1 in found(seeds, "rust")
    assert 1 not in found(seeds, "rust -citi")
    assert found(seeds, "rust no citi") == found(seeds, "rust -citi")


def test_a_phrase_stands_in_order(seeds: Library) -> None:
    assert found(seeds, '"warehouse operative"') == [6]
    assert found(seeds, '"operative warehouse"') == []


def test_words_of_talk_are_set_aside_and_named(seeds: Library) -> None:
    page = find_postings(seeds, "show me jobs in dublin please", limit=5, now=NOW).page
    assert page.reading == "in:dublin"
    assert set(page.unread) == {"show", "me", "jobs", "please"}


def test_nothing_found_offers_ways_out(seeds: Library) -> None:
    page = find_postings(seeds, "rust wrexham", limit=5, now=NOW).page
    assert page.total == 0
    assert {way.without for way in page.relax} == {"rust", "wrexham"}


def test_the_canonical_line_reads_as_itself(seeds: Library) -> None:
    for line in ("rust london", 'nurse -leeds "annual leave"', "electrican"):
        reading = read_query(line, seeds.index.vocabulary()).reading
        assert read_query(reading, seeds.index.vocabulary()).reading == reading


def test_the_order_of_the_words_does_not_matter(seeds: Library) -> None:
    assert (
        find_postings(seeds, "london rust", limit=9, now=NOW).page.hits
        == find_postings(seeds, "rust london", limit=9, now=NOW).page.hits
    )


@pytest.mark.parametrize(
    "line", ["", '"', "-", '""" -- +', "' OR 1=1 --", "(.*)+$", "🚀" * 50, "x" * 4000, "\x00", "a" * 3]
)
def test_any_line_gives_a_page(seeds: Library, line: str) -> None:
    assert find_postings(seeds, line, limit=3, now=NOW).page.total >= 0


def test_highlights_are_the_matching_words(seeds: Library) -> None:
    snippet = find_postings(seeds, "ambrosia", limit=1, now=NOW).page.hits[0].snippet
    assert [snippet.text[start:stop] for start, stop in snippet.highlights] == ["Ambrosia"]


def test_similar_postings_leave_out_the_posting_itself(seeds: Library) -> None:
    hits = find_similar(seeds, PostingId(5), limit=5).page.hits
    assert hits
    assert 5 not in [hit.posting for hit in hits]
