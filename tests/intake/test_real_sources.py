"""The boards' own data, where they are at hand: what they state comes out, and every quote is a slice of the file."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.sources import SAMPLES, judge, read_file
from bot.errors import UserError
from bot.intake.pages import read_pages
from bot.parsing.parse_posting import parse_posting
from tests.intake.test_samples import assert_slices

FILES = sorted(SAMPLES.glob("*.[jxh]*"))
LINKED = sorted((SAMPLES.parent / "jsonld_samples").glob("*.html"))
pytestmark = pytest.mark.skipif(not FILES, reason="the boards' data are not part of the project")


@pytest.mark.parametrize("file", [*FILES, *LINKED], ids=lambda file: file.name)
def test_every_posting_of_a_board_has_a_title_and_valid_quotes(file: Path) -> None:
    raw = file.read_text("utf-8")
    pages = read_pages(raw, name=file.name)
    readings = [parse_posting(page) for page in pages]
    assert all(reading.posting and reading.posting.title for reading in readings)
    for page, reading in zip(pages, readings, strict=True):
        assert reading.posting
        assert_slices(page.layer.raw, reading.posting)


def test_what_the_boards_state_is_read() -> None:
    counts: dict[str, Counter[str]] = {
        field: Counter()
        for field in (
            *("title", "company", "team", "locations", "work_mode", "employment_type", "salary", "posted", "updated"),
            "deadline",
        )
    }
    for file in FILES:
        if file.suffix == ".json":
            list(judge(file, counts))
    for field, seen in counts.items():
        assert seen["right"] >= 0.93 * sum(seen.values()) > 0, (field, seen)


def test_an_answer_of_a_board_without_postings_is_refused() -> None:
    with pytest.raises(UserError, match="no job posting"):
        read_pages('{"jobs": [], "meta": {"total": 0}}')
    assert read_file(FILES[0])
