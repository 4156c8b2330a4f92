"""The index follows the store: through crashes, other processes, rollbacks, copies and other versions."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import UserError
from bot.model.posting import PostingId
from bot.search.engine.ladder import BATCH
from bot.services.add_postings import add_text
from bot.services.find_postings import find_postings
from bot.services.library import Library, open_library
from tests.support.library import NOW

PAGE = """{title}
{firm}

Location: Leeds
We look for somebody who knows {word}.

Requirements
- Two years of experience with {word}

Benefits
- Pension
"""


def add(library: Library, number: int, *, word: str = "glazing") -> int:
    text = PAGE.format(title=f"Window Fitter {number}", firm=f"Firm {number}", word=word)
    receipt = add_text(library, text, source=f"page {number}", now=NOW + timedelta(minutes=number))
    assert receipt.id is not None
    return receipt.id


def found(library: Library, line: str) -> list[int]:
    return [hit.posting for hit in find_postings(library, line, limit=1000, now=NOW).page.hits]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rolecall.db"


def test_a_posting_is_found_by_the_next_search_and_after_a_new_start(path: Path) -> None:
    library = open_library(path)
    number = add(library, 1)
    assert found(library, "glazing") == [number]
    assert found(open_library(path), "glazing") == [number]


def test_another_process_is_noticed(path: Path) -> None:
    one, other = open_library(path), open_library(path)
    number = add(one, 1)
    assert found(other, "glazing") == [number]
    assert number in other.names


def test_many_postings_stand_in_files_and_few_do_not(path: Path) -> None:
    library = open_library(path)
    add(library, 1)
    folder = Path(f"{path}.index")
    assert not folder.exists()
    for number in range(2, BATCH + 5):
        add(library, number)
    assert [file.suffix for file in folder.iterdir()] == [".segment"]
    again = open_library(path)
    assert found(again, "glazing") == found(library, "glazing")
    assert len(found(again, "glazing")) == BATCH + 4


def test_what_is_stored_but_not_indexed_is_found_after_a_new_start(path: Path) -> None:
    library = open_library(path)
    for number in range(BATCH + 5):
        add(library, number)
    for file in Path(f"{path}.index").iterdir():
        file.unlink()
    assert len(found(open_library(path), "glazing")) == BATCH + 5


def test_what_is_taken_back_is_not_found(path: Path) -> None:
    library = open_library(path)
    add(library, 1)
    seen: list[int] = []

    def fail() -> None:
        lost = add(library, 2, word="roofing")
        seen.append(lost)
        assert found(library, "roofing") == [lost]
        raise UserError("no")

    with pytest.raises(UserError):
        library.run(fail)
    assert seen
    assert found(library, "roofing") == []
    kept = add(library, 3, word="tiling")
    assert found(library, "tiling") == [kept]
    assert library.names.ids() == (1, kept)


def test_a_change_by_any_road_is_found(path: Path) -> None:
    library = open_library(path)
    for number in range(BATCH + 5):
        add(library, number)
    library.postings.give(PostingId(3), 77)
    library.catch_up()
    assert 3 in found(library, "glazing")
    assert library.index.engine.last_change == BATCH + 6
    assert library.postings.get(PostingId(3)).owner == 77


def test_an_older_copy_of_the_database_gets_an_index_of_its_own(path: Path, tmp_path: Path) -> None:
    library = open_library(path)
    add(library, 1)
    library._database.conn.execute("vacuum into ?", [str(tmp_path / "copy.db")])
    for number in range(2, BATCH + 5):
        add(library, number)
    library._database.conn.close()
    (tmp_path / "copy.db").replace(path)
    for left in tmp_path.glob("rolecall.db-*"):
        left.unlink()
    assert found(open_library(path), "glazing") == [1]


def test_files_of_another_library_are_made_again(path: Path, tmp_path: Path) -> None:
    library = open_library(path)
    for number in range(BATCH + 5):
        add(library, number)
    other = open_library(tmp_path / "other.db")
    add(other, 1, word="roofing")
    Path(f"{path}.index").rename(tmp_path / "other.db.index")
    again = open_library(tmp_path / "other.db")
    assert found(again, "glazing") == []
    assert found(again, "roofing") == [1]


def test_the_watcher_sees_a_rebuild(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = open_library(path)
    for number in range(6):
        add(library, number)
    monkeypatch.setattr("bot.services.reindex._FEW_CHANGES", 5)
    seen: list[tuple[str, int]] = []

    def watch(reason, number, postings):  # type: ignore[no-untyped-def]
        seen.append((reason, number))
        return postings

    again = open_library(path, watch=watch)
    assert seen == [("The search index is missing", 6)]
    assert len(found(again, "glazing")) == 6
