"""Each kind of question is read from its phrasings, and from no others."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.answers.many.conditions import conditions
from bot.answers.reading.is_question import is_question
from bot.answers.reading.read_question import read_question

KINDS = tomllib.loads((Path(__file__).parent / "phrasings.toml").read_text("utf-8"))["kind"]
ACCEPTED = [(entry, text) for entry in KINDS for text in entry["accept"]]
MANY = tomllib.loads((Path(__file__).parent / "phrasings_many.toml").read_text("utf-8"))["question"]
REJECTED = [(entry, text) for entry in KINDS for text in entry["reject"]]


def named(entry: dict[str, Any]) -> str:
    return " ".join(str(entry[key]) for key in ("kind", "topic", "value", "want") if key in entry)


def fits(entry: dict[str, Any], text: str) -> bool:
    question = read_question(text)
    read = {"kind": question.kind.value, "topic": question.topic, "value": question.value, "want": question.want.value}
    return all(read[key] == entry[key] for key in read if key in entry)


@pytest.mark.parametrize(("entry", "text"), ACCEPTED, ids=lambda each: each if isinstance(each, str) else named(each))
def test_a_phrasing_is_read_as_its_kind(entry: dict[str, Any], text: str) -> None:
    assert fits(entry, text), read_question(text)


@pytest.mark.parametrize(("entry", "text"), REJECTED, ids=lambda each: each if isinstance(each, str) else named(each))
def test_another_question_is_not(entry: dict[str, Any], text: str) -> None:
    assert not fits(entry, text), read_question(text)


def fields() -> Iterator[dict[str, Any]]:
    """Every phrasing of the table of fields, with the kind and topic that it is read as."""
    table = tomllib.loads((Path(__file__).parent / "phrasings_fields.toml").read_text("utf-8"))
    values = table.pop("value")
    for kind, topics in table.items():
        yield from ({"kind": kind, "topic": topic, "ask": ask} for topic, asked in topics.items() for ask in asked)
    for topic, named_values in values.items():
        for value, asked in named_values.items():
            yield from ({"kind": "field", "topic": topic, "value": value, "ask": ask} for ask in asked)


@pytest.mark.parametrize("entry", list(fields()), ids=lambda each: str(each["ask"]))
def test_a_field_is_known_by_whatever_it_is_called(entry: dict[str, Any]) -> None:
    assert fits(entry, entry["ask"]), read_question(entry["ask"])


@pytest.mark.parametrize("entry", MANY, ids=lambda each: str(each["ask"]))
def test_a_question_over_several_postings_is_read(entry: dict[str, Any]) -> None:
    question = read_question(entry["ask"])
    read = {"kind": question.kind.value, "topic": question.topic, "direction": question.direction}
    assert {key: read[key] for key in read if key in entry} == {key: entry[key] for key in read if key in entry}
    assert question.whole == entry.get("whole", False)
    if "asks" in entry:
        assert [condition.words for condition in conditions(question)] == entry["asks"]


# Titles that name a benefit or a field, and values beside what is sought.
SEARCHES = (
    "rust london", "nurse leeds part time", "senior python engineer", "travel agent", "dental nurse", "health visitor",
    "benefits adviser", "learning designer", "team leader", "company secretary", "user experience", "transport planner",
    "private equity", "remote nurse", "hybrid london", "junior python", "internship berlin",
    "german teacher", "nurse nights", "night porter", "weekend jobs", "pension jobs",
    "evening work", "freelance writer",
)  # fmt: skip
QUESTIONS = (
    "benfits?", "salary", "and the deadline", "what about #3", "how much $$", "compare 1 and 2",
    "nurse salary", "salary citi", "barista hours", "citi benefits", "sick pay",
    "visa sponsorship", "part time", "median salary", "#3 holidays",
    "travel agent?",
)  # fmt: skip


@pytest.mark.parametrize("text", SEARCHES)
def test_words_to_search_for_are_no_question(text: str) -> None:
    assert not is_question(text)


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_needs_no_question_mark(text: str) -> None:
    assert is_question(text)
