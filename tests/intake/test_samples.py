"""Each sample file gives the postings that `expected.toml` lists, and every quote is a slice of the file."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.intake.pages import read_pages
from bot.model.posting import Posting
from bot.parsing.parse_posting import parse_posting

HERE = Path(__file__).parent
EXPECTED: dict[str, list[dict[str, Any]]] = tomllib.loads((HERE / "expected.toml").read_text("utf-8"))


def postings_of(name: str) -> tuple[str, list[Posting]]:
    raw = (HERE / "samples" / name).read_text("utf-8")
    readings = [parse_posting(page) for page in read_pages(raw, name=name)]
    return raw, [reading.posting for reading in readings if reading.posting is not None]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_gives_its_postings(name: str) -> None:
    _, found = postings_of(name)
    assert len(found) == len(EXPECTED[name])
    for posting, expected in zip(found, EXPECTED[name], strict=True):
        stated = posting.model_dump(mode="json")
        for field in expected.pop("absent", []):
            assert not stated[field], (field, stated[field])
        for field, value in expected.items():
            got = stated[field]
            plain = [each["value"] for each in got] if isinstance(got, list) else got and got["value"]
            assert plain == value, field


@pytest.mark.parametrize("name", EXPECTED)
def test_every_quote_is_a_slice_of_the_file_and_of_the_stored_part(name: str) -> None:
    raw, found = postings_of(name)
    for posting in found:
        assert_slices(raw, posting)
    for page in read_pages(raw, name=name):
        own = page.own
        posting = parse_posting(own).posting
        assert posting is not None
        assert own.layer.raw.startswith(raw[page.start : page.stop])
        assert_slices(own.layer.raw, posting)


def assert_slices(raw: str, posting: Posting) -> None:
    for field in posting.stated():
        for found in posting.found(field):
            assert found.evidence
            assert all(raw[each.start : each.stop] == each.quote != "" for each in found.evidence), field


def test_every_sample_is_expected() -> None:
    assert set(EXPECTED) == {file.name for file in (HERE / "samples").iterdir()}
