"""A page of hits says why, divides them, finds other names and titles, and shows every smallest way out."""

import pytest

from bot.model.query import Query
from bot.model.results import Page
from bot.search.engine.engine import Engine
from bot.search.index import Index, Look
from bot.search.occupations import occupations
from bot.search.read_query import read_query
from bot.search.relax import relaxations
from bot.search.vocabulary import Vocabulary
from bot.services.find_postings import find_postings
from bot.services.library import Library
from tests.support.library import NOW
from tests.support.stored import stored_posting

TITLES = (
    "Janitor", "School Caretaker", "Cleaning Operative", "Software Developer", "Senior Software Engineer (m/w/d)",
    "Java Programmer", "Registered Nurse", "Ward Sister", "Truck Driver", "HGV Driver", "Barista", "Rust Proofer",
)  # fmt: skip


def index_of(*titles: str) -> Index:
    postings = {number: stored_posting(number, title=title) for number, title in enumerate(titles, 1)}
    engine = Engine()
    for stored in postings.values():
        engine.add(stored)
    return Index(engine, postings.__getitem__)


def titles_of(page: Page) -> list[str]:
    return [TITLES[hit.posting - 1] for hit in page.hits]


def search(line: str, *, limit: int = 20, offset: int = 0) -> Page:
    index = index_of(*TITLES)
    return index.search(read_query(line, index.vocabulary()), Look(NOW.date(), limit, offset))


@pytest.mark.parametrize(
    ("line", "first", "also"),
    [
        ("software engineer", "Senior Software Engineer (m/w/d)", "Software Developer"),
        ("programmer", "Java Programmer", "Software Developer"),
        ("caretaker", "School Caretaker", "Janitor"),
        ("title:janitor", "Janitor", "School Caretaker"),
    ],
)
def test_titles_in_other_words_follow_the_exact_ones(line: str, first: str, also: str) -> None:
    page = search(line)
    found = titles_of(page)
    assert found[0] == first
    assert also in found
    assert page.total == len(found) == len(set(found))
    assert [hit.related for hit in page.hits] == [False] * (page.total - page.related) + [True] * page.related
    assert [hit.score for hit in page.hits] == sorted((hit.score for hit in page.hits), reverse=True)


def test_pages_of_exact_and_related_hits_are_slices_of_one_list() -> None:
    whole = search("software engineer").hits
    sliced = [
        hit for offset in range(0, len(whole), 2) for hit in search("software engineer", limit=2, offset=offset).hits
    ]
    assert sliced == list(whole)


@pytest.mark.parametrize("line", ["rust engineer", "+caretaker", "leeds", '"glacier modelling"', "-caretaker"])
def test_what_names_no_work_has_no_related_titles(line: str) -> None:
    assert search(line).related == 0


def test_level_and_terms_of_a_title_say_nothing_of_its_work() -> None:
    assert occupations().of("Senior Staff Nurse (m/f/d), part-time") == occupations().of("Nurse")


def test_a_word_that_a_table_knows_is_never_corrected(seeds: Library) -> None:
    for line in ("programmer", "janitor", "js"):
        assert find_postings(seeds, line, limit=1, now=NOW).page.corrections == ()


def test_facets_count_every_hit_once_or_as_not_stated(seeds: Library) -> None:
    page = find_postings(seeds, "", limit=5, now=NOW).page
    facets = {facet.field: {count.value: count.number for count in facet.counts} for facet in page.facets}
    assert sum(facets["work_mode"].values()) == page.total == 22
    assert facets["work_mode"]["not stated"] > 0
    assert facets["pay_currency"]["GBP"] > 1
    assert set(facets) >= {"employment_type", "seniority", "company", "place", "skill", "benefit"}


def test_other_names_are_found_and_named(seeds: Library) -> None:
    page = find_postings(seeds, "k8s", limit=5, now=NOW).page
    assert page.total
    assert [(name.written, name.read) for name in page.widened] == [("k8s", "kubernetes")]


def test_the_score_is_the_sum_of_its_terms(seeds: Library) -> None:
    for hit in find_postings(seeds, "nurse leeds", limit=3, now=NOW, explained=True).page.hits:
        assert hit.score == pytest.approx(sum(share.score for share in hit.shares))


def test_what_proves_a_hit_is_marked_in_its_excerpt(seeds: Library) -> None:
    hits = find_postings(seeds, "benefit:pension!", limit=9, now=NOW).page.hits
    snippets = {hit.posting: hit.snippet for hit in hits}
    marked = [snippets[3].text[start:stop] for start, stop in snippets[3].highlights]
    assert marked == ["NHS Pension Scheme"]


def line_of(text: str) -> Query:
    return read_query(text, Vocabulary())


def test_every_smallest_set_that_helps_is_a_way_out() -> None:
    query = line_of("alpha beta gamma delta")

    def count(shorter: Query) -> int:
        left = {constraint.written for constraint in shorter.constraints}
        return 5 if "alpha" not in left else 7 if not left & {"beta", "gamma"} else 0

    ways = [(way.without, way.total) for way in relaxations(query, 0, count)]
    assert ways == [("alpha", 5), ("beta gamma", 7)]


def test_the_last_constraint_is_never_a_way_out() -> None:
    assert relaxations(line_of("alpha"), 0, lambda query: 9) == ()


def test_looking_for_ways_out_is_bounded() -> None:
    tries: list[Query] = []
    relaxations(
        line_of(" ".join(f"w{number}x" for number in range(40))), 0, lambda query: len(tries.append(query) or "")
    )
    assert len(tries) == 100


def test_what_is_stated_goes_before_what_is_left_open(seeds: Library) -> None:
    hits = find_postings(seeds, "mode:remote", limit=22, now=NOW, explained=True).page.hits
    stated = ["stated: remote" in hit.why for hit in hits]
    assert any(stated)
    assert stated == sorted(stated, reverse=True)
    assert [hit.score for hit in hits] == [float(told) for told in stated]
    assert all(hit.score == sum(share.score for share in hit.shares) for hit in hits)
