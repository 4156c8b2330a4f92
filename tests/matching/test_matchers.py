"""Every matcher finds exactly the searches whose query admits the posting, whatever was added and removed before."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec

import pytest

from bot.matching.columns import ColumnMatcher, compiled_probe
from bot.matching.features import SearchId
from bot.matching.matcher import DictMatcher, Matcher
from bot.matching.probe import Plain
from bot.model.constraints.base import Constraint, Subject
from bot.model.constraints.figures import Pay
from bot.model.constraints.words import Phrase, Words
from bot.model.evidence import Evidence, Found
from bot.model.posting import Posting, PostingId, Salary
from bot.model.query import Query
from bot.model.stored import StoredPosting
from bot.search.read_query import read_query
from bot.search.vocabulary import Vocabulary
from bot.text.tokens import terms
from tests.support.library import NOW, seeded_library
from tests.support.searches import searches

TODAY = NOW.date()
Searches = dict[SearchId, Query]


@pytest.fixture(scope="module")
def postings() -> tuple[StoredPosting, ...]:
    """The seeds, and one of them again that states only its title, as far as constraints can see."""
    seeds = tuple(seeded_library().postings.all())
    silent = replace(seeds[0], id=PostingId(999), posting=Posting(title=seeds[0].posting.title))
    return (*seeds, silent)


@pytest.fixture(scope="module")
def saved(postings: tuple[StoredPosting, ...]) -> Searches:
    counts = Counter(stem for stored in postings for stem, _ in terms(stored.raw))
    words = [stem for stem, _ in counts.most_common(900)][40:]
    places = dict.fromkeys(
        stem for stored in postings for found in stored.posting.locations for stem, _ in terms(found.value)
    )
    return dict(searches(3000, words, list(places), seed=3))


def oracle(saved: Searches, stored: StoredPosting) -> tuple[SearchId, ...]:
    """The plain loop over all searches."""
    subject = Subject(stored, TODAY)
    return tuple(sorted(search for search, query in saved.items() if query.admits(subject)))


def column_by_column(saved: Searches) -> Matcher:
    """Columns that were filled in three steps, with an add and a removal between them."""
    entries = list(saved.items())
    matcher = ColumnMatcher(entries[: len(entries) // 2])
    for search, query in entries[len(entries) // 3 :]:
        matcher.add(search, query)
    matcher.remove(entries[0][0])
    matcher.compact()
    matcher.add(*entries[0])
    return matcher


BUILDERS: dict[str, Callable[[Searches], Matcher]] = {
    "dictionary": lambda saved: DictMatcher(saved.items()),
    "columns": lambda saved: ColumnMatcher(saved.items(), Plain()),
    "columns, step by step": column_by_column,
}
if find_spec("numba"):
    BUILDERS["columns, compiled"] = lambda saved: ColumnMatcher(saved.items(), compiled_probe())


@pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS)
def test_finds_what_the_plain_loop_finds(
    build: Callable[[Searches], Matcher], saved: Searches, postings: tuple[StoredPosting, ...]
) -> None:
    matcher = build(saved)
    assert len(matcher) == len(saved)
    found = [matcher.matches(stored, TODAY) for stored in postings]
    assert found == [oracle(saved, stored) for stored in postings]
    assert sum(map(len, found)) > 300


@pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS)
def test_forgets_what_was_removed(
    build: Callable[[Searches], Matcher], saved: Searches, postings: tuple[StoredPosting, ...]
) -> None:
    matcher = build(saved)
    gone = set(random.Random(1).sample(sorted(saved), len(saved) // 2))
    for search in gone:
        matcher.remove(search)
    matcher.remove(SearchId(10**6))
    left = {search: query for search, query in saved.items() if search not in gone}
    assert len(matcher) == len(left)
    for stored in postings[:8]:
        assert matcher.matches(stored, TODAY) == oracle(left, stored)


@pytest.mark.parametrize("matcher", [DictMatcher(), ColumnMatcher()], ids=["dictionary", "columns"])
def test_a_search_of_the_same_number_is_replaced(matcher: Matcher, postings: tuple[StoredPosting, ...]) -> None:
    rust, nurse = (Query(word, (Constraint(Words((Phrase(word, (word,)),))),)) for word in ("rust", "nurse"))
    matcher.add(SearchId(7), rust)
    matcher.add(SearchId(7), nurse)
    assert len(matcher) == 1
    assert [stored.id for stored in postings if matcher.matches(stored, TODAY)] == [
        stored.id for stored in postings if nurse.admits(Subject(stored, TODAY))
    ]


@pytest.mark.parametrize("matcher", [DictMatcher(), ColumnMatcher()], ids=["dictionary", "columns"])
def test_without_searches_nothing_matches(matcher: Matcher, postings: tuple[StoredPosting, ...]) -> None:
    assert matcher.matches(postings[0], TODAY) == ()


@pytest.mark.parametrize("matcher", [DictMatcher(), ColumnMatcher()], ids=["dictionary", "columns"])
def test_another_name_of_a_thing_is_as_good(matcher: Matcher, postings: tuple[StoredPosting, ...]) -> None:
    lines = ("k8s", "-k8s", "js typescript", "in:nyc", "title:swe", "rust -js", "fe* k8s")
    saved = {SearchId(place): read_query(line, Vocabulary()) for place, line in enumerate(lines)}
    for search, query in saved.items():
        matcher.add(search, query)
    told = [replace(postings[-1], raw=raw) for raw in ("We run Kubernetes.", "JavaScript, TS", "Rust and ECMAScript")]
    for stored in (*postings, *told):
        assert matcher.matches(stored, TODAY) == oracle(saved, stored)


def test_pay_is_compared_to_the_last_digit(postings: tuple[StoredPosting, ...]) -> None:
    amounts = (179_999_999, 180_000_000, 180_000_001, 16.05, 16.049)
    directions = (True, False)
    wanted = [Pay(at_least, amount, "IDR", None) for at_least in directions for amount in amounts]
    constraints = [Constraint(pay, stated_only=stated_only) for pay in wanted for stated_only in (False, True)]
    saved = {SearchId(place): Query("", (constraint,)) for place, constraint in enumerate(constraints)}
    matcher = ColumnMatcher(saved.items())
    proof = Evidence(start=0, stop=1, quote=postings[0].raw[0])
    for figure in (*amounts, None):
        currency = "IDR" if figure != 16.05 else None
        salary = Found(value=Salary(max=figure, currency=currency), evidence=(proof,), rule="test")
        stored = replace(postings[0], posting=Posting(salary=salary))
        assert matcher.matches(stored, TODAY) == oracle(saved, stored)
    unpaid = replace(postings[0], posting=Posting())
    assert matcher.matches(unpaid, TODAY) == oracle(saved, unpaid) != ()


def test_any_number_of_unwanted_words_fits_into_a_row(postings: tuple[StoredPosting, ...]) -> None:
    lines = (
        "nurse -java -rust -go",
        "nurse -java -rust -go -ward",
        "nurse -ward",
        "nurse -java -ward",
        "-java -rust -c",
    )
    saved = {SearchId(place): read_query(line, Vocabulary()) for place, line in enumerate(lines)}
    matcher = ColumnMatcher(saved.items())
    told = ("nurse", "nurse in a ward", "nurse who knows Go", "nurse who knows Rust", "Rust and C")
    bare = [replace(postings[0], raw=raw, posting=Posting()) for raw in told]
    found = [matcher.matches(stored, TODAY) for stored in bare]
    assert found == [oracle(saved, stored) for stored in bare]
    assert len(set(found)) > 3


def test_columns_are_written_anew_when_enough_is_new(
    saved: Searches, postings: tuple[StoredPosting, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.matching.columns._FRESH", 50)
    matcher = ColumnMatcher()
    for search, query in saved.items():
        matcher.add(search, query)
        matcher.add(SearchId(search // 3 + 1), saved[SearchId(search // 3 + 1)])
    assert len(matcher) == len(saved)
    for stored in postings[:8]:
        assert matcher.matches(stored, TODAY) == oracle(saved, stored)


@pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS)
def test_what_is_remembered_of_a_page_is_forgotten_when_searches_have_new_words(
    build: Callable[[Searches], Matcher], postings: tuple[StoredPosting, ...]
) -> None:
    told = replace(postings[0], raw="A night-shift porter, Ward B", posting=Posting())
    lines = ("porter", '"porter ward"', "-nurse", '"night shift porter ward"', "port*", "night-shift", "por*", "b")
    saved = {SearchId(0): read_query("ward", Vocabulary())}
    matcher = build(saved)
    for number, line in enumerate(lines, 1):
        assert matcher.matches(told, TODAY) == oracle(saved, told)
        saved[SearchId(number)] = read_query(line, Vocabulary())
        matcher.add(SearchId(number), saved[SearchId(number)])
    assert matcher.matches(told, TODAY) == tuple(saved)


@pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS)
def test_a_phrase_stands_within_one_text_and_over_any_signs(
    build: Callable[[Searches], Matcher], postings: tuple[StoredPosting, ...]
) -> None:
    lines = (
        '"night porter"',
        '"porter night porter"',
        '"part time"',
        '"time night"',
        '"c++ porter"',
        'title:"night porter"',
    )
    saved = {SearchId(number): read_query(line, Vocabulary()) for number, line in enumerate(lines)}
    matcher = build(saved)
    texts = (
        "Night. Porter",
        "porter night porter night",
        "part-time\nnight",
        "(C++) / porter's",
        "a night",
        "time\u00a0night",
    )
    title = postings[0].posting.title
    assert title is not None
    for raw in texts:
        for words in ("Porter", "Night porter", "C++", "–"):
            titled = Posting(title=title.model_copy(update={"value": words}))
            stored = replace(postings[0], raw=raw, posting=titled)
            assert matcher.matches(stored, TODAY) == oracle(saved, stored)


@pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS)
def test_what_is_remembered_has_its_limits(
    build: Callable[[Searches], Matcher],
    saved: Searches,
    postings: tuple[StoredPosting, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.matching.shelf._CHUNKS", 5)
    monkeypatch.setattr("bot.matching.shelf._TEXTS", 2)
    matcher = build(saved)
    for stored in postings[:6]:
        assert matcher.matches(stored, TODAY) == oracle(saved, stored)


@pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS)
def test_no_mark_of_an_earlier_posting_is_taken_for_one_of_a_later(
    build: Callable[[Searches], Matcher], postings: tuple[StoredPosting, ...]
) -> None:
    saved = {SearchId(number): read_query(line, Vocabulary()) for number, line in enumerate(("rare", "plain -rare"))}
    matcher = build(saved)
    rare, plain = (replace(postings[0], raw=raw, posting=Posting()) for raw in ("rare plain", "plain"))
    assert matcher.matches(rare, TODAY) == (SearchId(0),)
    assert {matcher.matches(plain, TODAY) for _ in range(600)} == {(SearchId(1),)}
