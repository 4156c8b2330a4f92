"""Every question of the table is answered as it says, and whatever is claimed is quoted from its posting."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.model.posting import PostingId
from bot.services.ask_question import ask
from bot.services.library import Library

QUESTIONS = tomllib.loads((Path(__file__).parent / "questions.toml").read_text("utf-8"))["question"]


@pytest.mark.parametrize("case", QUESTIONS, ids=lambda case: f"{case['ask']} #{case.get('posting', '-')}")
def test_a_question_is_answered_as_the_table_says(seeds: Library, case: dict[str, Any]) -> None:
    posting = None if "posting" not in case else PostingId(case["posting"])
    answer = ask(seeds, case["ask"], posting=posting, previous=case.get("previous"))
    assert answer.status.value == case["status"], answer.text
    for words in case.get("says", []):
        assert words in answer.text
    for words in case.get("quotes", []):
        assert any(words in quotation.quote for quotation in answer.evidence), answer.evidence
    if "about" in case:
        assert list(answer.postings) == case["about"], answer.text
    for quotation in answer.evidence:
        assert seeds.postings.get(quotation.posting).raw[quotation.start : quotation.stop] == quotation.quote
    if answer.status.value == "answered" and answer.postings and "compare" not in case["ask"]:
        assert answer.evidence or "don't" in case["ask"]


@pytest.mark.parametrize(
    "typed", ["", " ", "?" * 4000, "\x00", "' or 1=1", "🚀", "a" * 5000, "#", "#0", "compare", "why"]
)
def test_any_text_gets_an_answer(seeds: Library, typed: str) -> None:
    for posting in (None, PostingId(1)):
        assert ask(seeds, typed, posting=posting).text


def test_a_question_within_some_postings_knows_no_others(seeds: Library) -> None:
    answer = ask(seeds, "which jobs are remote?", within=(PostingId(1), PostingId(7)))
    assert list(answer.postings) == [7]
