"""Query lines read as they are meant, in any order, into one canonical line that reads as itself."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.search.read_query import read_query
from bot.search.vocabulary import Vocabulary

TABLE = tomllib.loads((Path(__file__).parent / "lines.toml").read_text("utf-8"))
NOTHING_KNOWN = Vocabulary()


def reading(line: str) -> str:
    return read_query(line, NOTHING_KNOWN).reading


@pytest.mark.parametrize("entry", TABLE["line"], ids=lambda entry: entry["typed"][:60])
def test_a_line_is_read_as_it_is_meant(entry: dict[str, Any]) -> None:
    query = read_query(entry["typed"], NOTHING_KNOWN)
    assert query.refused == ""
    assert query.reading == entry["reading"]
    assert list(query.unread) == entry.get("unread", [])


@pytest.mark.parametrize("entry", TABLE["refused"], ids=lambda entry: entry["typed"])
def test_a_line_that_cannot_be_used_says_why(entry: dict[str, Any]) -> None:
    refused = read_query(entry["typed"], NOTHING_KNOWN).refused
    assert "\n" not in refused
    assert [words for words in entry["says"] if words not in refused] == []


CONSTRAINTS = (
    "rust", "nurse", "+js", "kube*", "c++", '"event sourcing"', '"remote"', "go|rust", "-java", '-"night shift"',
    "title:nurse", 'company:"deutsche bank"', "-company:acme", "in:london|paris", "in:york!", "mode:hybrid,remote",
    "-mode:onsite", "type:full_time", "level:senior", "exp<=5", "pay>=60k GBP/year", "pay<=90k", "pay>=15 EUR/hour",
    "skill:rust", "benefit:pension", "edu:bachelor", "-edu:degree", "lang:german", "visa:yes", "posted<30d",
    "posted>=2027-01-01", "deadline<14d", "open:yes", "source:seeds",
)  # fmt: skip


@given(st.lists(st.sampled_from(CONSTRAINTS), max_size=8), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_line(chosen: list[str], chance: Any) -> None:
    shuffled = list(chosen)
    chance.shuffle(shuffled)
    assert reading(" ".join(shuffled)) == reading(" ".join(chosen))


PHRASES = (
    "rust", "in London", "over 60k", "hybrid ok", "no java", "part-time", "with pension", "at Citi", "last 30 days",
    "German speaking", "visa sponsorship", "at least 5 years experience", "nurse or midwife", "without agencies",
)  # fmt: skip


@given(st.lists(st.sampled_from(PHRASES), max_size=6, unique=True), st.randoms(use_true_random=False))
def test_free_text_in_any_order_gives_the_same_line(chosen: list[str], chance: Any) -> None:
    shuffled = list(chosen)
    chance.shuffle(shuffled)
    assert reading(", ".join(shuffled)) == reading(", ".join(chosen))


FRAGMENTS = (
    "rust", "remote", "hybrid", "full", "time", "home", "work", "from", "in", "London", "over", "60k", "£", "5",
    "years", "or", "|", ",", "no", "not", "-", "+", '"', "!", ":", "mode:", "mode:remote", "pay>=", "pay>=60k",
    "GBP/year",
    "title:", "last", "week", "with", "pension", "German", "speaking", "deutschsprachig", "at", "Citi", "(", "*", "k*",
    ".net", "R&D", "node.js", "' OR 1=1 --",
    "(.*)+$", "\\", "🚀", "é", "ß", "\x00", "İ", "<b>", "%s", "401k", "3d", "c++",
)  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=10), st.sampled_from(["", " "]))
@example(["full", "time"], " ")
@example(["remote", "sensing"], " ")
@example(["+", "rust", "|", "remote"], "")
@example(['"', "remote", "+"], "")
@example(["+", "rust", "' OR 1=1 --"], "")
def test_the_canonical_line_reads_as_itself(parts: list[str], between: str) -> None:
    query = read_query(between.join(parts), NOTHING_KNOWN)
    if not query.refused:
        again = read_query(query.reading, NOTHING_KNOWN)
        assert (again.refused, again.constraints) == ("", query.constraints)


@given(st.text(max_size=300))
@example("rust " * 800)
@example('"' * 4000)
@example("a" * 4000)
@example("1" * 4000)
@example("in " * 1300)
@example("-" * 4000)
@example(":" * 4000)
@example("over 1,111" * 400)
def test_any_text_is_read(line: str) -> None:
    query = read_query(line, NOTHING_KNOWN)
    assert "\n" not in query.refused
    assert all(constraint.described for constraint in query.constraints)
