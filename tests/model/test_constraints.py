"""A constraint says yes, no or not stated of a posting, and words itself for a reply."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.model.constraints.base import Constraint, Subject, Verdict
from bot.search.read_query import read_query
from bot.search.vocabulary import Vocabulary
from tests.support.library import NOW
from tests.support.stored import stored_posting

CASES = tomllib.loads((Path(__file__).parent / "verdicts.toml").read_text("utf-8"))["case"]


def constraint(line: str) -> Constraint:
    query = read_query(line, Vocabulary())
    assert query.refused == ""
    (only,) = query.constraints
    return only


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['line']} of {case['states']}")
def test_a_constraint_judges_what_a_posting_states(case: dict[str, Any]) -> None:
    subject = Subject(stored_posting(**case["states"]), NOW.date())
    asked = constraint(case["line"])
    judged = asked.judge(subject)
    assert judged.verdict.value == case["verdict"]
    assert asked.admits(subject) is case.get("hit", judged.verdict is Verdict.YES)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("rust", "“rust”"),
        ("-java", "without “java”"),
        ("go|rust", "“go” or “rust”"),
        ("kube*", "“kube…”"),
        ("title:nurse", "title “nurse”"),
        ("-company:acme", "not at Acme"),
        ("in:london|paris", "in London or Paris"),
        ("mode:onsite,hybrid", "hybrid or on site"),
        ("mode:remote!", "remote (stated)"),
        ("-type:contract", "not contract"),
        ("pay>=60k GBP/year", "pays at least 60,000 GBP a year"),
        ("pay>=60k", "pays at least 60,000 in any currency"),
        ("exp<=1", "asks for at most 1 year"),
        ("benefit:annual_leave", "offers annual leave"),
        ("lang:german", "asks for German"),
        ("posted<30d", "posted in the last 30 days"),
        ("deadline<2027-02-01", "closes before 2027-02-01"),
        ("open:yes", "not closed"),
    ],
)
def test_a_constraint_words_itself(line: str, words: str) -> None:
    assert constraint(line).described == words


def test_the_reason_names_what_is_stated_and_what_is_not() -> None:
    subject = Subject(stored_posting(title="Rust Engineer", locations=["London"]), NOW.date())
    reasons = [constraint(line).reason(constraint(line).judge(subject)) for line in ("rust", "in:london", "pay>=60k")]
    assert reasons == ["title: rust", "stated: London", "not stated: pay"]


def test_a_word_of_the_page_is_proved_by_its_place() -> None:
    stored = stored_posting(raw="We write Rust, in Leeds.")
    (proof,) = constraint("rust").judge(Subject(stored, NOW.date())).proof
    assert stored.raw[proof.start : proof.stop] == proof.quote == "Rust"
