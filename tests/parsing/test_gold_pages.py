"""Whole pages read as a careful reader would: the seeds exactly, the many pages of all boards above a floor.

What the seeds still miss is listed as a known gap. `tests/gold/floor.toml` holds what the reading of
`tests/gold/pages` has reached; raise it whenever the reading gets better.
"""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality import gold_pages, invented, macro_f1, measure
from bot.model.posting import Posting
from bot.parsing.parse_posting import parse_posting
from tests.support.plain import plain, same

ROOT = Path(__file__).parents[2]
PAGES = list(gold_pages([ROOT / "tests" / "gold" / "pages"]))
FLOOR = tomllib.loads((ROOT / "tests" / "gold" / "floor.toml").read_text("utf-8"))
GOLD = sorted((ROOT / "tests" / "gold" / "seeds").glob("*.json"))
# Each is a strict expected failure, so that it announces itself when it works.
GAPS = tomllib.loads((ROOT / "tests" / "gold" / "gaps.toml").read_text("utf-8"))
FIELDS = [(page, field) for page in GOLD for field in Posting.model_fields]


def gap_marks(page: str, field: str) -> list[pytest.MarkDecorator]:
    reason = GAPS.get(page, {}).get(field)
    return [pytest.mark.xfail(reason=reason, strict=True)] if reason else []


def cases() -> list[Any]:
    return [
        pytest.param(
            page,
            field,
            id=f"{page.stem}-{field}",
            marks=gap_marks(page.stem, field),
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
    if field == "skills":
        expected, got = sorted(expected or ()), sorted(got)
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


def test_the_pages_of_all_boards_are_read_no_worse_than_before() -> None:
    counts = measure(PAGES)
    assert macro_f1(counts) >= FLOOR["macro_f1"]
    assert invented(counts) / len(PAGES) <= FLOOR["invented_per_page"]


@pytest.mark.parametrize(("page", "gold"), PAGES, ids=lambda value: getattr(value, "stem", ""))
def test_every_text_of_a_gold_page_stands_in_the_page(page: Path, gold: dict[str, Any]) -> None:
    words = _words(page.read_text("utf-8"))
    for posting in gold.get("postings") or [gold["posting"] or {}]:
        for text in _texts(posting):
            assert _words(text) in words, f"{text!r} is not in {page.name}"


def _texts(posting: dict[str, Any]) -> Iterator[str]:
    for field in ("title", "company", "team", "industry", "company_size", "duration", "hours", "shift", "travel"):
        yield from filter(None, [posting.get(field)])
    for field in ("locations", "responsibilities", "education", "apply", "about", "advice", "related"):
        yield from posting.get(field, [])
    for field in ("requirements", "benefits", "other_pay"):
        yield from (item["text"] for item in posting.get(field, []))


def _words(text: str) -> str:
    return " ".join(text.split())
