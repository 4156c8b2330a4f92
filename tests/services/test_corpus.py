"""Counting in the index and reading postings one by one lead to the same answers."""

import pytest

from bot.answers.many.corpus import Column
from bot.model.viewer import HOST, Viewer
from bot.services import ask_question
from bot.services.add_postings import add_text
from bot.services.ask_question import ask
from bot.services.corpus import EngineCorpus
from bot.services.library import Library
from tests.support.library import NOW, library_of

PUBLIC_PAGE = """Junior Baker
Company: Crumb Works
Location: Leeds
Salary: £24,000 - £25,000 per year
Job type: Full-time, on-site

Requirements
- Experience with Excel
- You like to get up early and to work with your hands
"""
PRIVATE_PAGE = """Platform Engineer
Company: Secretive Systems
Location: Remote
Salary: £90,000 - £99,000 per year
Job type: Full-time, fully remote

Requirements
- Experience with Kafka and Python
- You like to work on your own
"""
QUESTIONS = (
    "which jobs are remote?",
    "which are not remote",
    "how many are part time",
    "which sponsor visas?",
    "which jobs pay over £30k",
    "which pay less than 20 an hour",
    "which offer parental leave?",
    "which ask for at most 3 years",
    "which jobs don't state a salary",
    "which jobs are closed",
    "which close before may 2027",
    "which jobs are in london",
    "which remote jobs pay over 50k",
    "which ask for python",
    "any jobs in tokyo",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_ways_name_the_same_postings(seeds: Library, question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = ask(seeds, question)
    monkeypatch.setattr(ask_question, "COUNTED_FROM", 1)
    counted = ask(seeds, question)
    assert counted.postings == read.postings
    assert counted.status == read.status


@pytest.mark.parametrize("question", ["which pays the most?", "lowest pay", "earliest deadline", "least experience"])
def test_both_ways_find_the_same_ends(seeds: Library, question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = ask(seeds, question)
    monkeypatch.setattr(ask_question, "COUNTED_FROM", 1)
    assert sorted(ask(seeds, question).postings) == sorted(read.postings)


@pytest.mark.parametrize("question", ["median salary", "median experience"])
def test_both_ways_find_the_same_middle(seeds: Library, question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = ask(seeds, question).text
    monkeypatch.setattr(ask_question, "COUNTED_FROM", 1)
    assert ask(seeds, question).text == read


def test_the_most_frequent_skills_are_the_same(seeds: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    read = ask(seeds, "most asked skills").text.splitlines()
    monkeypatch.setattr(ask_question, "COUNTED_FROM", 1)
    counted = ask(seeds, "most asked skills").text.splitlines()
    assert counted[:2] == read[:2]


def test_counting_shows_nobody_the_private_postings_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask_question, "COUNTED_FROM", 0)
    library = library_of(PUBLIC_PAGE)
    kept = add_text(library, PRIVATE_PAGE, source="private", now=NOW, owner=5)
    for question in ("which jobs are remote?", "which pays the most?", "median salary", "most asked skills", "kafka?"):
        for viewer, sees in ((Viewer(6), False), (Viewer(5), True)):
            answer = ask(library, question, viewer=viewer)
            assert ("Secretive" in answer.text or kept.id in answer.postings) <= sees, (question, answer.text)
            assert all(quotation.posting != kept.id for quotation in answer.evidence) or sees


def test_a_column_that_does_not_exist_is_a_fault(seeds: Library) -> None:
    with pytest.raises(KeyError):
        EngineCorpus(seeds.index.engine, HOST, 22).select([Column("colour", ("red",))], stated=True)
