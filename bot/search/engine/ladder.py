"""Where are the segments, and how does a change get in? Few large ones in files, the latest changes in memory.

Changes are collected in memory; a full batch becomes a segment, and segments of like size become one, so that there
are never many. A segment says which changes of the store it holds. At start the files that follow each other from the
first change are taken, and the store repeats the changes after the last of them: a crash at any point loses nothing.
"""

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from bot.search.engine.build import build_segment
from bot.search.engine.merge import Living, merge_segments
from bot.search.engine.rows import Row, making
from bot.search.engine.rung import Rung
from bot.search.engine.segment import Changes, OldSegmentError, Segment, read_segment, write_segment

# So many changes make a segment; small enough that their part of the index is remade within milliseconds.
BATCH = 64
# A segment is kept apart from one that is so many times larger.
_RATIO = 4
# What is made of so many postings fits into memory that is at hand already.
_REBUILT_AT_ONCE = 4_000
_ASIDE = ".aside"
_NAME = re.compile(r"(\d+)-(\d+)\.segment")


class Ladder:
    """The segments of one library, the oldest changes first; without a folder they live in memory alone."""

    def __init__(self, library: str, folder: Path | None = None) -> None:
        self._library = library
        self._making = making()
        self._folder = folder
        self._rungs: list[Rung] = []
        self._now: tuple[Rung, ...] | None = None
        self._pending: dict[int, Row] = {}
        self._gone: set[int] = set()
        self._sealed = 0
        self.last = 0
        self.outdated = False
        if folder is not None and folder.is_dir():
            self._load(folder)

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """Everything that can be searched now; the same object until something changes."""
        if self._now is None:
            fresh = build_segment(list(self._pending.values()), self._changes()) if self._pending else None
            self._now = (*self._rungs, *([Rung(fresh)] if fresh else []))
        return self._now

    @property
    def pending(self) -> int:
        """How many postings are in no segment yet."""
        return len(self._pending)

    def add(self, row: Row, *, change: int) -> None:
        """Takes in a posting, in place of the one with its number."""
        self._take_out(row.id)
        self._pending[row.id] = row
        self._changed(change)

    def remove(self, posting: int, *, change: int) -> None:
        """Takes a posting out; nothing happens when it is not there."""
        self._take_out(posting)
        self._changed(change)

    def settle(self) -> None:
        """Makes a segment of the latest changes if they are many."""
        if len(self._pending) + len(self._gone) < BATCH:
            return
        self._append(build_segment(list(self._pending.values()), self._changes(), gone=tuple(self._gone)))
        self._pending, self._gone, self._now = {}, set(), None
        self._sealed = self.last

    def rewind(self) -> None:
        """Goes back to the last segment, as if the changes since had never come."""
        for posting in self._gone:
            any(rung.revive(posting) for rung in reversed(self._rungs))
        self._pending, self._gone, self._now = {}, set(), None
        self.last = self._sealed

    def rebuild(self, rows: Iterable[Row], *, last: int) -> None:
        """Replaces everything by these rows, which hold the changes up to `last`; only then the old files go."""
        source = iter(rows)
        changes = Changes(self._library, self._making, 0, last)
        parts: list[Living] = []
        with _collector_resting():
            while batch := list(islice(source, _REBUILT_AT_ONCE)):
                parts.append(Living.whole(self._aside(build_segment(batch, changes, spelling=False), len(parts))))
        self._rungs = []
        self._pending, self._gone, self._now = {}, set(), None
        self._sealed = self.last = last
        self.outdated = False
        if parts:
            self._rungs = [Rung(self._kept(merge_segments(parts)))]
        self._sweep()

    def _take_out(self, posting: int) -> None:
        self._pending.pop(posting, None)
        if any(rung.kill(posting) for rung in self._rungs):
            self._gone.add(posting)

    def _changed(self, change: int) -> None:
        self._now = None
        self.last = max(self.last, change)

    def _changes(self) -> Changes:
        return Changes(self._library, self._making, self._sealed, self.last)

    def _append(self, segment: Segment) -> None:
        """Adds a segment; as long as the one before is not much larger, the two become one."""
        rung = Rung(segment)
        while self._rungs and len(self._rungs[-1].segment) < _RATIO * len(rung.segment):
            before = self._rungs.pop()
            merged = merge_segments([Living(before.segment, before.living()), Living.whole(rung.segment)])
            rung = Rung(merged)
        self._rungs.append(Rung(self._kept(rung.segment)))
        self._sweep()

    def _kept(self, segment: Segment) -> Segment:
        """The segment, from now on in a file if there is a folder that can be written."""
        if self._folder is None:
            return segment
        try:
            self._folder.mkdir(exist_ok=True)
            path = self._folder / f"{segment.changes.after}-{segment.changes.last}.segment"
            write_segment(segment, path)
            return read_segment(path)
        except OSError:
            # No room, or no right to write: the index stays in memory, and the next start makes it again.
            self._folder = None
            return segment

    def _aside(self, segment: Segment, number: int) -> Segment:
        """The segment, out of memory for as long as a rebuild needs it."""
        if self._folder is None:
            return segment
        try:
            self._folder.mkdir(exist_ok=True)
            path = self._folder / f"{number}{_ASIDE}"
            write_segment(segment, path, lasting=False)
            return read_segment(path)
        except OSError:
            return segment

    def _load(self, folder: Path) -> None:
        while (path := _next(folder, self.last)) is not None:
            try:
                segment = read_segment(path)
            except (OSError, OldSegmentError):
                self.outdated = True
                return
            changes = segment.changes
            if (changes.library, changes.making) != (self._library, self._making):
                self.outdated = True
                return
            for posting in segment.arrays["gone"].tolist():
                any(rung.kill(posting) for rung in self._rungs)
            self._rungs.append(Rung(segment))
            self._sealed = self.last = changes.last

    def _sweep(self) -> None:
        """Removes the files whose changes stand in others, and what a rebuild put aside."""
        if self._folder is None or not self._folder.is_dir():
            return
        used = {f"{rung.segment.changes.after}-{rung.segment.changes.last}.segment" for rung in self._rungs}
        for path in sorted(self._folder.iterdir()):
            if path.suffix == _ASIDE or (_NAME.fullmatch(path.name) and path.name not in used):
                path.unlink(missing_ok=True)


@contextmanager
def _collector_resting() -> Iterator[None]:
    """No search for cycles meanwhile: rows have none, and looking at all of them again and again costs a fifth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _next(folder: Path, last: int) -> Path | None:
    """The file that goes on after a change, the one that reaches furthest."""
    reach = {
        int(name[2]): path
        for path in folder.iterdir()
        if (name := _NAME.fullmatch(path.name)) and int(name[1]) == last and int(name[2]) > last
    }
    return reach[max(reach)] if reach else None
