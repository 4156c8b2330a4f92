"""Whole pages read as a careful reader would; what is still missed is listed as a known gap."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.model.posting import Posting
from bot.parsing.parse_posting import parse_posting
from tests.support.plain import plain, same

ROOT = Path(__file__).parents[2]
GOLD = sorted((ROOT / "tests" / "gold" / "seeds").glob("*.json"))
# Page and field, with the reason; each is a strict expected failure, so that it announces itself when it works.
GAPS = {
    ("04-barista-lisbon", "requirements"): "sentences without capitals are not taken apart",
    ("04-barista-lisbon", "benefits"): "tips beside an hourly rate are read as a benefit",
    ("06-warehouse-operative-doncaster", "benefits"): "a bare enumeration below the requirements has no offering word",
    ("18-product-manager-singapore-recruiter", "requirements"): "the wishes of a third party in prose are not asks",
    ("19-policy-officer-brussels", "benefits"): "a two-word bullet below 'Conditions' is not read as a benefit",
    ("20-sales-rep-austin", "other_pay"): "on-target earnings beside a base are not told apart from it",
}
FIELDS = [(page, field) for page in GOLD for field in Posting.model_fields]


def cases() -> list[Any]:
    return [
        pytest.param(
            page,
            field,
            id=f"{page.stem}-{field}",
            marks=[pytest.mark.xfail(reason=GAPS[page.stem, field], strict=True)] if (page.stem, field) in GAPS else [],
        )
        for page, field in FIELDS
    ]


def read(page: Path) -> tuple[str, Posting]:
    raw = (ROOT / "seeds" / "postings" / f"{page.stem}.txt").read_text("utf-8")
    reading = parse_posting(raw)
    assert reading.posting is not None, reading.reason
    return raw, reading.posting


@pytest.mark.parametrize(("page", "field"), cases())
def test_a_page_states_what_its_gold_reading_says_and_nothing_else(page: Path, field: str) -> None:
    expected = json.loads(page.read_text("utf-8"))["posting"].get(field)
    _, posting = read(page)
    if field == "conflicts":
        got: Any = [
            {"field": each.field, "values": [plain(value) for value in each.values]} for each in posting.conflicts
        ]
    else:
        got = plain(getattr(posting, field))
    assert same(expected or None, got or None), f"expected {expected}, got {got}"


@pytest.mark.parametrize("page", GOLD, ids=lambda page: page.stem)
def test_every_quote_is_the_slice_that_it_names(page: Path) -> None:
    raw, posting = read(page)
    found = [each for field in Posting.model_fields if field != "conflicts" for each in posting.found(field)]
    found += [value for conflict in posting.conflicts for value in conflict.values]
    for each in found:
        assert each.evidence
        for evidence in each.evidence:
            assert raw[evidence.start : evidence.stop] == evidence.quote


def test_every_seed_has_a_gold_reading() -> None:
    assert {page.stem for page in GOLD} == {page.stem for page in (ROOT / "seeds" / "postings").glob("*.txt")}
