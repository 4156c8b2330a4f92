"""The two real pages, where they are at hand: each value that a careful reader finds, and nothing else."""

from pathlib import Path

import pytest

from bot.model.posting import Posting
from bot.model.vocabulary import Strength
from bot.parsing.parse_posting import parse_posting
from tests.support.plain import plain

PAGES = Path(__file__).parents[3] / "shared" / "seeds"
TARO = PAGES / "000_6a883ae03017fa2d.txt"
STUDY = PAGES / "002_f3b348247b382a44.txt"
pytestmark = pytest.mark.skipif(not TARO.exists(), reason="the real pages are not part of the project")


def posting_of(page: Path) -> Posting:
    posting = parse_posting(page.read_text("utf-8")).posting
    assert posting is not None
    return posting


def facts(posting: Posting) -> dict[str, object]:
    names = [name for name in posting.stated() if not isinstance(getattr(posting, name), tuple)]
    return {name: plain(getattr(posting, name)) for name in names}


def test_the_page_of_chips_states_these_facts_and_no_others() -> None:
    assert facts(posting_of(TARO)) == {
        "title": "Senior Rust Engineer (VP) – London",
        "company": "Citi",
        "team": "Capital Markets electronic trading division",
        "industry": "Finance",
        "company_size": "5,000+ Employees",
        "work_mode": "hybrid",
        "office_days": {"days": 2, "per": "week", "kind": "remote"},
        "seniority": "senior",
        "experience": {"min_years": 8},
        "updated": "a month ago",
    }


def test_the_page_of_chips_lists_what_it_offers_and_asks() -> None:
    posting = posting_of(TARO)
    assert [found.value for found in posting.locations] == ["London"]
    assert len(posting.benefits) == 14
    assert [found.value.amount.number for found in posting.benefits if found.value.amount] == [27]
    assert len(posting.requirements) == 10
    assert [found.value.text[:20] for found in posting.requirements if found.value.strength is Strength.NICE] == [
        "Experience with Rust"
    ]
    assert len(posting.responsibilities) == 5
    assert [conflict.field for conflict in posting.conflicts] == ["seniority"]


def test_the_page_of_cards_states_these_facts_and_no_others() -> None:
    assert facts(posting_of(STUDY)) == {
        "title": "Senior Python Engineer, Vice President",
        "company": "Citi",
        "industry": "financial services",
        "work_mode": "onsite",
        "seniority": "senior",
        "experience": {"min_years": 5},
        "salary": {"min": 48000, "max": 72000, "currency": "GBP", "period": "year", "estimated": True},
        "deadline": "2027-10-15",
    }


def test_advice_of_the_page_of_cards_is_neither_requirement_nor_benefit() -> None:
    posting = posting_of(STUDY)
    assert len(posting.advice) >= 12
    asked = " ".join(found.value.text for found in posting.requirements)
    assert "CV" not in asked
    assert "interview" not in asked.lower()
    nice = [found.value.text[:8] for found in posting.requirements if found.value.strength is Strength.NICE]
    assert nice == ["Exposure", "Experien"]
    assert len(posting.requirements) == 14
    assert len(posting.responsibilities) == 8
    assert not posting.other_pay
    assert not posting.related
