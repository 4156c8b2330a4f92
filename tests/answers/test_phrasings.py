"""Each kind of question is read from its phrasings, and from no others."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.answers.reading.read_question import is_question, read_question

KINDS = tomllib.loads((Path(__file__).parent / "phrasings.toml").read_text("utf-8"))["kind"]
ACCEPTED = [(entry, text) for entry in KINDS for text in entry["accept"]]
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


@pytest.mark.parametrize("text", ["rust london", "nurse leeds part time", "senior python engineer"])
def test_words_to_search_for_are_no_question(text: str) -> None:
    assert not is_question(text)


@pytest.mark.parametrize(
    "text", ["benfits?", "salary", "and the deadline", "what about #3", "how much $$", "compare 1 and 2"]
)
def test_a_question_needs_no_question_mark(text: str) -> None:
    assert is_question(text)
