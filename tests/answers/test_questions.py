"""Every question of the tables is answered as they say, and whatever is claimed is quoted from its posting."""

from collections import Counter

import pytest

from bot.model.answer import Status
from bot.model.posting import PostingId
from bot.services.ask_question import ask
from bot.services.library import Library
from tests.support.questions import Case, answered, cases, faults, misquoted, verdicts

CASES = list(cases())
# Reading pages and answering move apart, so the two long tables have a floor; the first one holds question by question.
FIRST = [case for case in CASES if case.table == "questions"]
FLOOR = 0.92
MOST_FALSE_CLAIMS = 0.015


@pytest.mark.parametrize("case", FIRST, ids=str)
def test_a_question_is_answered_as_the_table_says(case: Case) -> None:
    answer = answered(case)
    assert not faults(case, answer), answer.text


def test_the_long_tables_keep_their_floor() -> None:
    counts: Counter[str] = Counter()
    for case in CASES:
        answer = answered(case)
        counts.update(verdicts(case, answer, faults(case, answer)))
        assert not list(misquoted(case, answer)), str(case)
    assert counts["right"] >= FLOOR * counts["asked"]
    assert counts["false claim"] <= MOST_FALSE_CLAIMS * counts["asked"]


@pytest.mark.parametrize(
    "typed",
    ["", " ", "?" * 4000, "\x00", "' or 1=1", "🚀", "a" * 5000, "#", "#0", "compare", "why", "how many", "#1 #2 #3"],
)
def test_any_text_gets_an_answer(seeds: Library, typed: str) -> None:
    for posting in (None, PostingId(1)):
        for previous in (None, "is it remote?", typed):
            assert ask(seeds, typed, posting=posting, previous=previous).text


@pytest.mark.parametrize("typed", ["the second one", "second", "der zweite", "la segunda", "last one"])
def test_a_place_in_the_results_is_shown_in_short(seeds: Library, typed: str) -> None:
    answer = ask(seeds, typed, results=(PostingId(3), PostingId(7)))
    assert list(answer.postings) == [7]
    assert ask(seeds, typed).status is Status.NOT_UNDERSTOOD


def test_why_without_an_answer_before_says_so(seeds: Library) -> None:
    assert "no answer to explain" in ask(seeds, "why?").text


def test_a_question_within_some_postings_knows_no_others(seeds: Library) -> None:
    answer = ask(seeds, "which jobs are remote?", within=(PostingId(1), PostingId(7)))
    assert list(answer.postings) == [7]
