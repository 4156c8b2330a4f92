"""How do several segments become one? Lists of the same word follow each other, postings that are gone are left out.

The result holds the same sections as a segment built of all living rows at once, byte for byte.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from bot.search.columns import CHOICES, NUMBERS, SETS
from bot.search.engine.build import ages, value_lists
from bot.search.engine.codes import code_type, coded_numbers, decoded_numbers
from bot.search.engine.dense import frequent_lists
from bot.search.engine.segment import Array, Changes, Segment
from bot.search.engine.spelling import near_words
from bot.search.engine.strings import packed

_Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Living:
    """A segment, and which of its postings still count (a truth value per ordinal)."""

    segment: Segment
    alive: npt.NDArray[np.bool_]

    @classmethod
    def whole(cls, segment: Segment) -> Self:
        """A segment all of whose postings count."""
        return cls(segment, np.ones(len(segment), np.bool_))


def merge_segments(parts: Sequence[Living]) -> Segment:
    """One segment of the living postings of segments that follow each other, in their order."""
    first, last = parts[0].segment.changes, parts[-1].segment.changes
    changes = Changes(first.library, first.making, first.after, last.last)
    gone: Array = np.unique(np.concatenate([part.segment.arrays["gone"] for part in parts]))
    arrays: dict[str, Array] = {name: _joined(parts, name) for name in ("ids", "received", "owners")}
    arrays["by_id"] = np.argsort(arrays["ids"], kind="stable").astype(np.int32)
    arrays.update(ages(arrays["received"], arrays["ids"]))
    arrays["stated"] = _joined(parts, "stated")
    arrays["parts"] = np.concatenate(
        [part.segment.arrays["parts"].reshape(len(part.alive), -1)[part.alive].ravel() for part in parts]
    )
    # What the oldest segment removed cannot be in an older one.
    arrays["gone"] = gone[:0] if changes.after == 0 else gone
    arrays.update(_words(parts))
    arrays.update(frequent_lists(arrays))
    for column in NUMBERS:
        numbers = [decoded_numbers(part.segment.arrays, column, part.alive) for part in parts]
        arrays.update(coded_numbers(column, np.concatenate(numbers)))
    for column in CHOICES:
        arrays.update(_choice(parts, column))
    for column in SETS:
        arrays.update(_set(parts, column))
    return Segment(changes, arrays)


def _joined(parts: Sequence[Living], name: str) -> Array:
    return np.concatenate([part.segment.arrays[name][part.alive] for part in parts])


def _words(parts: Sequence[Living]) -> Iterator[tuple[str, Array]]:
    lists = [_Lists(part) for part in parts]
    words, renumbered = _united(
        [list(part.segment.words) for part in parts], [np.diff(each.first) > 0 for each in lists]
    )
    text, starts = packed(words)
    yield "words.text", text
    yield "words.starts", starts
    first, places = _places([np.diff(each.first) for each in lists], renumbered, len(words))
    first_spot, spot_places = _places([np.diff(each.first_spot) for each in lists], renumbered, len(words))
    yield "first", first
    yield "first_spot", first_spot
    before = np.cumsum([0, *(int(part.alive.sum()) for part in parts)])
    for each, start in zip(lists, before[:-1].astype(np.int32), strict=True):
        each.docs = each.docs + start
    joined = _scattered([each.occurrences() for each in lists], places)
    yield "docs", joined["docs"]
    yield "impacts", joined["impacts"]
    yield "fields", joined["fields"]
    yield "spots", joined["spots"]
    yield from _scattered([{"positions": each.positions()} for each in lists], spot_places).items()
    yield from near_words(words)


class _Lists:
    """The occurrences of one segment without those of postings that are gone."""

    def __init__(self, part: Living) -> None:
        self._arrays = part.segment.arrays
        self._whole = bool(part.alive.all())
        docs, first = part.segment.docs, self._arrays["first"]
        self.first: _Ints = first
        self.first_spot: _Ints = self._arrays["first_spot"]
        self.docs = docs
        if not self._whole:
            self._kept = part.alive[docs]
            self._kept_spots = np.repeat(self._kept, self._arrays["spots"].astype(np.int64))
            self.docs = (np.cumsum(part.alive) - 1).astype(np.int32)[docs[self._kept]]
            self.first = _counted(self._kept)[self.first]
            self.first_spot = _counted(self._kept_spots)[self.first_spot]

    def occurrences(self) -> dict[str, Array]:
        """The arrays with an entry per occurrence."""
        names = ("impacts", "fields", "spots")
        kept = {name: self._arrays[name] if self._whole else self._arrays[name][self._kept] for name in names}
        return {"docs": self.docs, **kept}

    def positions(self) -> Array:
        """The spots."""
        return self._arrays["positions"] if self._whole else self._arrays["positions"][self._kept_spots]


def _counted(kept: npt.NDArray[np.bool_]) -> _Ints:
    """How many are kept before each place."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(kept, dtype=np.int64)])


def _united(strings: Sequence[list[str]], used: Sequence[npt.NDArray[np.bool_]]) -> tuple[list[str], list[_Ints]]:
    """All strings that are used, sorted, and for each list the new number of each of its strings (-1 for unused)."""
    chosen = [
        [string for string, wanted in zip(each, flags.tolist(), strict=True) if wanted]
        for each, flags in zip(strings, used, strict=True)
    ]
    known = sorted(set().union(*chosen))
    numbers = dict(zip(known, range(len(known)), strict=True))
    renumbered = []
    for each, flags in zip(chosen, used, strict=True):
        new = np.full(len(flags), -1, np.int64)
        new[flags] = np.fromiter(map(numbers.__getitem__, each), np.int64, len(each))
        renumbered.append(new)
    return known, renumbered


def _places(
    counts: Sequence[_Ints], renumbered: Sequence[_Ints], words: int
) -> tuple[_Ints, list[tuple[_Ints, _Ints]]]:
    """Where each word's list begins, and for each segment the target and the length of each of its lists."""
    total = np.zeros(words, np.int64)
    before = []
    for count, new in zip(counts, renumbered, strict=True):
        used = count > 0
        before.append((total[new[used]], new[used], count[used]))
        total[new[used]] += count[used]
    first = np.concatenate([np.zeros(1, np.int64), np.cumsum(total)])
    return first, [(first[new] + start, count) for start, new, count in before]


def _scattered(parts: Sequence[dict[str, Array]], places: Sequence[tuple[_Ints, _Ints]]) -> dict[str, Array]:
    """The arrays of all parts in one each, each run of each array at its place."""
    out = {name: np.empty(sum(len(part[name]) for part in parts), array.dtype) for name, array in parts[0].items()}
    for part, (targets, counts) in zip(parts, places, strict=True):
        entries = np.repeat(targets - (np.cumsum(counts) - counts), counts)
        entries += np.arange(len(entries))
        for name, array in part.items():
            out[name][entries] = array
    return out


def _choice(parts: Sequence[Living], column: str) -> Iterator[tuple[str, Array]]:
    codes = [part.segment.arrays[f"choice.{column}"][part.alive] for part in parts]
    values = [part.segment.values(column) for part in parts]
    used = [np.bincount(code, minlength=len(value) + 1)[1:] > 0 for code, value in zip(codes, values, strict=True)]
    known, renumbered = _united([list(value) for value in values], used)
    text, starts = packed(known)
    yield f"{column}.text", text
    yield f"{column}.starts", starts
    kind = code_type(len(known))
    tables = [np.concatenate([np.zeros(1, np.int64), new + 1]).astype(kind) for new in renumbered]
    yield f"choice.{column}", np.concatenate([table[code] for table, code in zip(tables, codes, strict=True)])


def _set(parts: Sequence[Living], column: str) -> Iterator[tuple[str, Array]]:
    counts, codes = [], []
    for part in parts:
        count = np.diff(part.segment.arrays[f"set.{column}.starts"])
        counts.append(count[part.alive])
        codes.append(part.segment.arrays[f"set.{column}.codes"][np.repeat(part.alive, count)])
    values = [part.segment.values(column) for part in parts]
    used = [np.bincount(code, minlength=len(value)) > 0 for code, value in zip(codes, values, strict=True)]
    known, renumbered = _united([list(value) for value in values], used)
    text, text_starts = packed(known)
    yield f"{column}.text", text
    yield f"{column}.starts", text_starts
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(np.concatenate(counts))])
    joined = np.concatenate([new[code] for new, code in zip(renumbered, codes, strict=True)]).astype(np.int32)
    first, docs = value_lists(starts, joined, len(known))
    yield f"set.{column}.starts", starts
    yield f"set.{column}.stated", np.diff(starts) > 0
    yield f"set.{column}.codes", joined
    yield f"set.{column}.first", first
    yield f"set.{column}.docs", docs
