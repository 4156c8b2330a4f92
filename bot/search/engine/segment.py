"""What is the format of the index? A segment: some postings, their words and columns, as flat arrays in one file.

A file is `MAGIC`, the version and the length of a header (two little-endian uint32), the header (JSON: the span of
changes, and a table of sections: name, type, offset, count), then the sections, each at a multiple of 64 bytes. Opening
maps the file and reads nothing but the header. A segment never changes; `merge.py` makes one of several.

Postings are numbered from 0 within a segment: their ordinals. Sections, with P postings, W words, O occurrences (one
per word and posting that holds it, ordered by word, then ordinal) and S spots (places of a word in a posting):

| section | type | count | what |
| --- | --- | --- | --- |
| ids, received, owners | int64 | P | number; microseconds since 1970; who alone may see it, 0 for everybody |
| by_id | int32 | P | ordinals in rising order of ids |
| newest | int32 | P | ordinals, the newest posting first; equals in rising order of ids |
| rank | int32 | P | the place of each in `newest` |
| stated | uint16 | P | a bit per searched part that the posting has |
| parts | uint16 | P x parts | the position at which each searched part begins |
| gone | int64 | any | numbers that these changes removed or replaced in older segments |
| words.text, words.starts | uint8, int64 | bytes, W + 1 | the words, sorted |
| first, first_spot | int64 | W + 1 | where each word's occurrences, and its spots, begin |
| docs | int32 | O | ordinals |
| impacts | uint8 | O | what the word is worth in the posting, 1 to 255, its rarity apart |
| fields | uint16 | O | a bit per searched part that holds the word |
| spots | uint8 | O | how many spots are kept |
| positions | uint16 | S | counted in words; searched parts follow each other with gaps |
| dense.words | int32 | D | the words that many postings hold, in order (`dense.py`) |
| dense.impacts | uint8 | D x P | for each of them the impact in every posting, 0 where it is not |
| pairs.words | int32 | F | the words that somewhat fewer hold, in order (`pairs.py`) |
| pairs.keys | int32 | pairs | the place of the first word in pairs.words times F, and that of the next |
| pairs.first, pairs.docs | int64, int32 | pairs + 1, any | the ordinals where the one stands right behind the other |
| near.keys, near.words | uint32, int32 | any | words by what is left of them without a letter or two |
| C.numbers | float64 | values | the numbers that occur in a column of numbers, sorted |
| number.C | uint8, 16 or 32 | P | 0 for "not stated", else 1 + the place of the number in C.numbers |
| choice.C | uint8, 16 or 32 | P | 0 for "not stated", else 1 + the number of the value |
| set.C.starts, set.C.codes | int64, int32 | P + 1, any | the numbers of the values of each posting |
| set.C.stated | bool | P | whether each posting states any |
| set.C.first, set.C.docs | int64, int32 | values + 1, any | the ordinals of each value |
| C.text, C.starts | uint8, int64 | as words | the values of a choice or a set, sorted |
"""

import json
import mmap
import os
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.model.viewer import Viewer
from bot.search.engine.bits import Bits
from bot.search.engine.spelling import Spellings
from bot.search.engine.strings import Strings
from bot.search.plan import Test

# The owner of a posting that everybody may see; no chat has this number.
PUBLIC = 0
MAGIC = b"ROLECALL"
VERSION = 6
_PREFIX = struct.Struct("<8sII")
_ALIGNED = 64

# Numbers of the type that the table names.
Array = npt.NDArray[Any]


class OldSegmentError(ValueError):
    """A file that is no segment of this version, or damaged."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of a store that a segment holds: `after < number <= last`; `library` and `making` name both sides."""

    library: str
    making: str
    after: int
    last: int


class Segment:
    """Postings that can be searched; `arrays` by the names of the table above."""

    def __init__(self, changes: Changes, arrays: Mapping[str, Array]) -> None:
        self.changes = changes
        self.arrays = arrays
        self.words = self.strings("words")
        self.docs: npt.NDArray[np.int32] = arrays["docs"]
        self.impacts: npt.NDArray[np.uint8] = arrays["impacts"]
        self.spellings = Spellings(self.words, arrays["near.keys"], arrays["near.words"])
        self.rank: npt.NDArray[np.int32] = arrays["rank"]
        # Single numbers are read faster from a view than from an array.
        self.first = arrays["first"].data
        self.has_owners = bool(arrays["owners"].any())
        self._values: dict[str, Strings] = {}
        # What passes tests that were asked lately (`conditions.py`), the latest last.
        self.passed: dict[Test, Bits] = {}
        rows = arrays["dense.impacts"].reshape(-1, max(len(self.rank), 1))
        # By word: the impact in every posting, for the words that many hold.
        self.dense = dict(zip(arrays["dense.words"].tolist(), rows, strict=True))

    def __len__(self) -> int:
        return len(self.rank)

    def strings(self, name: str) -> Strings:
        """The words, or the values of a column."""
        return Strings(self.arrays[f"{name}.text"], self.arrays[f"{name}.starts"])

    def values(self, column: str) -> Strings:
        """The values of a choice or a set."""
        if column not in self._values:
            self._values[column] = self.strings(column)
        return self._values[column]

    def seen_by(self, viewer: Viewer, docs: npt.NDArray[np.int32] | None) -> npt.NDArray[np.bool_]:
        """Which of the postings (None for all) a viewer that is not the host may see."""
        owners = self.arrays["owners"] if docs is None else self.arrays["owners"][docs]
        return np.asarray((owners == PUBLIC) | (owners == (viewer.chat or PUBLIC)))

    def ordinal(self, posting: int) -> int | None:
        """The ordinal of a posting, None when it is not here."""
        by_id, ids = self.arrays["by_id"], self.arrays["ids"]
        place = int(np.searchsorted(ids, posting, sorter=by_id))
        if place == len(by_id) or ids[by_id[place]] != posting:
            return None
        return int(by_id[place])


def write_segment(segment: Segment, path: Path, *, lasting: bool = True) -> None:
    """Puts the segment into a file, whole or not at all; unless it is `lasting`, a crash of the machine may lose it."""
    table: list[tuple[str, str, int, int]] = []
    offset = 0
    for name, array in segment.arrays.items():
        table.append((name, array.dtype.str, offset, len(array)))
        offset += -(-array.nbytes // _ALIGNED) * _ALIGNED
    changes = segment.changes
    header = json.dumps([changes.library, changes.making, changes.after, changes.last, table]).encode()
    start = -(-(_PREFIX.size + len(header)) // _ALIGNED) * _ALIGNED
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with part.open("wb") as file:
        file.write(_PREFIX.pack(MAGIC, VERSION, len(header)) + header)
        for (_, _, place, _), array in zip(table, segment.arrays.values(), strict=True):
            file.seek(start + place)
            np.ascontiguousarray(array).tofile(file)
        file.truncate(start + offset)
        file.flush()
        if lasting:
            os.fsync(file.fileno())
    part.replace(path)


def read_segment(path: Path) -> Segment:
    """The segment in a file, mapped; raises OldSegmentError for another version or a damaged file, and OSError."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size < _PREFIX.size:
            raise OldSegmentError(path.name)
        whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    magic, version, length = _PREFIX.unpack_from(whole)
    if magic != MAGIC or version != VERSION:
        raise OldSegmentError(path.name)
    try:
        library, making, after, last, table = json.loads(whole[_PREFIX.size : _PREFIX.size + length])
        start = -(-(_PREFIX.size + length) // _ALIGNED) * _ALIGNED
        arrays = {
            name: np.frombuffer(whole, dtype=kind, count=count, offset=start + place)
            for name, kind, place, count in table
        }
        return Segment(Changes(library, making, after, last), arrays)
    except (ValueError, KeyError) as error:
        raise OldSegmentError(path.name) from error
