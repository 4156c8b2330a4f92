"""Every matcher finds exactly the searches whose query admits the posting, whatever was added and removed before."""

import random
from collections import Counter
from collections.abc import Callable

import pytest

from bot.matching.columns import ColumnMatcher
from bot.matching.features import SearchId
from bot.matching.matcher import DictMatcher, Matcher
from bot.model.constraints.base import Constraint, Subject
from bot.model.constraints.words import Phrase, Words
from bot.model.query import Query
from bot.model.stored import StoredPosting
from bot.text.tokens import terms
from tests.support.library import NOW, seeded_library
from tests.support.searches import searches

TODAY = NOW.date()
Searches = dict[SearchId, Query]


@pytest.fixture(scope="module")
def postings() -> tuple[StoredPosting, ...]:
    return tuple(seeded_library().postings.all())


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
    "columns": lambda saved: ColumnMatcher(saved.items()),
    "columns, step by step": column_by_column,
}


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
