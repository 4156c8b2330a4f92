"""Segments in files: what is read is what was written, merging equals building, and no crash loses a change."""

import random
import shutil
from pathlib import Path

import numpy as np
import pytest

from bot.search.engine import dense, pairs
from bot.search.engine.build import build_segment
from bot.search.engine.engine import Engine
from bot.search.engine.ladder import BATCH
from bot.search.engine.merge import Living, merge_segments
from bot.search.engine.rows import Row, RowReader
from bot.search.engine.segment import Changes, OldSegmentError, Segment, read_segment, write_segment
from bot.search.plan import Alternative, Group, Plan
from tests.search.engine.postings import Plain, all_of, random_plan

NURSE = Plan((Group((Alternative(("nurse",)),)),))
REACH = 3 * BATCH + 10


def rows_of(seed: int, number: int) -> list[Row]:
    reader = RowReader()
    return [reader.read(stored) for stored in all_of(random.Random(seed), number)]


def same(one: Segment, other: Segment) -> bool:
    return list(one.arrays) == list(other.arrays) and all(
        array.dtype == other.arrays[name].dtype and array.tobytes() == other.arrays[name].tobytes()
        for name, array in one.arrays.items()
    )


def test_a_file_gives_back_what_was_written(tmp_path: Path) -> None:
    segment = build_segment(rows_of(1, 50), Changes("here", "so", 3, 53), gone=(2, 1))
    write_segment(segment, tmp_path / "s")
    read = read_segment(tmp_path / "s")
    assert same(read, segment)
    assert read.changes == Changes("here", "so", 3, 53)
    assert [path.name for path in tmp_path.iterdir()] == ["s"]


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_segment(build_segment(rows_of(1, 50), Changes("", "", 0, 50)), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_rebuild_gives_the_same_bytes_however_many_postings_it_takes_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = []
    for number in (1, 7, 64, 150, 10_000):
        monkeypatch.setattr("bot.search.engine.ladder._REBUILT_AT_ONCE", number)
        Engine("here", tmp_path / str(number)).rebuild(all_of(random.Random(4), 150), last_change=150)
        files.append((tmp_path / str(number) / "0-150.segment").read_bytes())
    assert len(set(files)) == 1


@pytest.mark.parametrize("damage", [b"", b"ROLECALL", b"NOTMINE!" + bytes(200), b"ROLECALL" + b"\xff" * 200])
def test_a_file_of_another_kind_is_refused(damage: bytes, tmp_path: Path) -> None:
    (tmp_path / "s").write_bytes(damage)
    with pytest.raises(OldSegmentError):
        read_segment(tmp_path / "s")


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    write_segment(build_segment(rows_of(1, 50), Changes("", "", 0, 50)), tmp_path / "s")
    whole = (tmp_path / "s").read_bytes()
    (tmp_path / "s").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(OldSegmentError):
        read_segment(tmp_path / "s")


@pytest.mark.parametrize("at_once", [16, 10_000])
@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_merging_equals_building_at_once(share: float, at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dense, "_FEWEST_POSTINGS", 0)
    rows, chance = rows_of(2, 120), random.Random(9)
    dead = {row.id for row in rows if chance.random() < share}
    parts = [rows[:30], rows[30:31], rows[31:90], rows[90:]]
    expected = build_segment([row for row in rows if row.id not in dead], Changes("", "", 0, 9))
    monkeypatch.setattr(pairs, "_AT_ONCE", at_once)
    merged = merge_segments(
        [
            Living(build_segment(part, Changes("", "", 0, 9)), np.array([row.id not in dead for row in part]))
            for part in parts
        ]
    )
    assert same(merged, expected)
    assert share == 1 or len(expected.arrays["pairs.docs"])


def filled(folder: Path | None, *, first: int = 1, last: int = REACH) -> Engine:
    engine = Engine("library", folder)
    for number, stored in enumerate(all_of(random.Random(4), REACH), 1):
        if first <= number <= last:
            engine.add(stored, change=number)
            engine.settle()
    return engine


def test_a_new_start_takes_the_files_and_misses_only_the_latest_changes(tmp_path: Path) -> None:
    before = filled(tmp_path / "index")
    after = Engine("library", tmp_path / "index")
    assert REACH - BATCH < after.last_change < REACH
    assert len(after) == after.last_change
    for number, stored in enumerate(all_of(random.Random(4), REACH), 1):
        if number > after.last_change:
            after.add(stored, change=number)
    for _ in range(30):
        plan = random_plan(random.Random(7))
        assert after.select(plan).matches(1000) == before.select(plan).matches(1000)


def test_a_crash_between_two_files_loses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    filled(folder, last=BATCH)
    old = next(folder.iterdir())
    shutil.copy(old, tmp_path / "kept")
    filled(folder)
    (tmp_path / "kept").rename(old)
    again = Engine("library", folder)
    assert len(again) == again.last_change
    assert len(again.select(Plan()).matches(10_000).best) == len(again)


def test_a_removed_posting_stays_removed_after_a_new_start(tmp_path: Path) -> None:
    engine = filled(tmp_path / "index")
    postings = list(all_of(random.Random(4), REACH))
    for number in range(BATCH):
        engine.remove(postings[number].id, change=REACH + 1 + number)
        engine.settle()
    again = Engine("library", tmp_path / "index")
    removed = again.last_change - REACH
    assert 0 < removed < BATCH
    assert again.select(NURSE).matches(1000).best == tuple(Plain(postings[removed:]).matches(NURSE))


def test_files_of_another_library_are_not_taken(tmp_path: Path) -> None:
    filled(tmp_path / "index")
    other = Engine("another", tmp_path / "index")
    assert (len(other), other.last_change, other.outdated) == (0, 0, True)


def test_a_rebuilt_index_equals_the_grown_one(tmp_path: Path) -> None:
    grown = filled(None)
    rebuilt = Engine("library", tmp_path / "index")
    postings = all_of(random.Random(4), REACH)
    rebuilt.rebuild(postings, last_change=REACH)
    opened = Engine("library", tmp_path / "index")
    assert (len(opened), opened.last_change, opened.outdated) == (REACH, REACH, False)
    for seed in range(30):
        plan = random_plan(random.Random(seed))
        assert opened.select(plan).matches(1000) == grown.select(plan).matches(1000)


def test_a_folder_that_cannot_be_made_leaves_the_index_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert len(filled(tmp_path / "file")) == REACH
