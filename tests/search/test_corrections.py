"""Mistyped words are read as what they may mean: said, pinned by a plus, never from what the viewer may not see."""

from collections.abc import Sequence
from dataclasses import replace

from bot.model.results import Page
from bot.model.stored import StoredPosting
from bot.model.viewer import HOST, PUBLIC, Viewer
from bot.search.engine.engine import Engine
from bot.search.index import Index, Look
from bot.search.read_query import read_query
from tests.support.library import NOW
from tests.support.stored import stored_posting

TEXTS = (
    "Welder for offshore platforms in Stavanger",
    "Welding inspector, subsea pipelines, Stavanger",
    "Platform engineer, Kubernetes and pipelines",
    "Kubernets administrator (typo of the page)",
    "Pharmacist in a hospital pharmacy, Utrecht",
    "Pharmacist, community pharmacy, Utrecht, nights",
)


def index_of(postings: Sequence[StoredPosting]) -> Index:
    engine = Engine()
    for stored in postings:
        engine.add(stored)
    return Index(engine, {stored.id: stored for stored in postings}.__getitem__)


PUBLIC_ONES = [stored_posting(number, raw=text) for number, text in enumerate(TEXTS, 1)]
INDEX = index_of([*PUBLIC_ONES, replace(stored_posting(7, raw="Glassblower, Murano kilns"), owner=70)])


def search(line: str, viewer: Viewer = HOST) -> Page:
    return INDEX.search(read_query(line, INDEX.vocabulary(viewer)), Look(NOW.date(), 10, viewer=viewer))


def found(page: Page) -> list[int]:
    return [hit.posting for hit in page.hits]


def corrections(page: Page) -> list[tuple[str, str]]:
    return [(each.written, each.read) for each in page.corrections]


def test_every_word_of_a_phrase_is_read() -> None:
    page = search('"communty pharmcy" utrecht')
    assert page.reading == 'utrecht "community pharmacy"'
    assert found(page) == [6]


def test_words_behind_a_key_are_read_too() -> None:
    page = search("in:stavangr")
    assert page.reading == "in:stavanger"
    assert corrections(page) == [("stavangr", "stavanger")]


def test_what_is_excluded_is_read_as_one_word_alone() -> None:
    assert search("stavanger -pipelnes").reading == "stavanger -pipeline"
    assert search("stavanger -weldin").reading == "stavanger -welding"


def test_a_plus_keeps_a_mistyped_word() -> None:
    page = search("+pharmcist")
    assert (page.reading, page.total, page.corrections) == ("+pharmcist", 0, ())


def test_a_word_that_a_posting_mistypes_finds_that_posting() -> None:
    page = search("kubernets")
    assert (found(page), page.corrections) == ([4], ())


def test_a_known_word_is_doubted_where_nothing_is_found_otherwise() -> None:
    page = search("kubernets pipelines")
    assert page.reading == "kubernetes|kubernets pipelines"
    assert corrections(page) == [("kubernets", "kubernetes")]
    assert found(page) == [3]
    assert search("+kubernets pipelines").total == 0


def test_the_line_of_a_doubted_word_finds_the_same() -> None:
    page = search("kubernets pipelines")
    again = search(page.reading)
    assert (again.reading, again.hits, again.corrections) == (page.reading, page.hits, ())


def test_doubts_that_find_nothing_leave_the_line_as_it_was() -> None:
    page = search("kubernets utrecht")
    assert (page.reading, page.total, page.corrections) == ("kubernets utrecht", 0, ())


def test_a_short_list_finds_what_the_page_finds() -> None:
    for line in ("kubernets pipelines", "pharmcist nights"):
        query = read_query(line, INDEX.vocabulary())
        postings, total = INDEX.best(query, today=NOW.date(), limit=10)
        assert (list(postings), total) == (found(search(line)), search(line).total)


def test_no_word_is_read_as_one_of_somebody_elses_posting() -> None:
    for viewer in (PUBLIC, Viewer(71)):
        page = search("glasblower", viewer)
        assert (page.reading, page.corrections, page.total) == ("glasblower", (), 0)
    for viewer in (HOST, Viewer(70)):
        page = search("glasblower", viewer)
        assert (page.reading, found(page)) == ("glassblower", [7])
