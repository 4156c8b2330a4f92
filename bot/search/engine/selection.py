"""What did a search select? How many, the best of them, and how often each value of a column is stated."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.model.posting import PostingId
from bot.search.columns import CHOICES
from bot.search.engine.codes import decoded_numbers
from bot.search.engine.kernels import Kernels
from bot.search.engine.lists import Docs, among
from bot.search.engine.segment import Array, Segment
from bot.search.engine.select import Chosen, Selected
from bot.search.plan import Match, Matches, Tally


@dataclass(frozen=True, slots=True)
class Spread:
    """How the numbers of like units are spread: the ends with their postings in rising order, and the middle."""

    units: tuple[str, ...]
    number: int
    lowest: float
    highest: float
    median: float
    at_lowest: tuple[PostingId, ...]
    at_highest: tuple[PostingId, ...]


class _Best(NamedTuple):
    """One of the best of a segment."""

    points: int
    received: int
    posting: PostingId


def _spread(units: tuple[str, ...], pairs: Array) -> Spread | None:
    values, ids = pairs
    if not len(values):
        return None
    lowest, highest = float(values.min()), float(values.max())
    ends = [_numbers(ids[values == end].astype(np.int64)) for end in (lowest, highest)]
    return Spread(units, len(values), lowest, highest, float(np.median(values)), ends[0], ends[1])


class Selection:
    """The postings that match a plan; unless `ranked` the points are all equal and the newest come first."""

    def __init__(
        self, segments: Sequence[Segment], chosen: Sequence[Chosen], kernels: Kernels, *, ranked: bool
    ) -> None:
        self._segments = segments
        self._chosen = chosen
        self._kernels = kernels
        self._ranked = ranked
        self.total = sum(each.size for each in chosen)

    def matches(self, limit: int, offset: int = 0) -> Matches:
        """The slice of `limit` matches that starts after the first `offset` ones."""
        number = limit + offset
        if len(self._segments) == 1:
            best, worth = self._best(self._segments[0], self._chosen[0], number)
            ids = self._segments[0].arrays["ids"].take(best[offset:]).tolist()
            return Matches(self.total, tuple(map(Match, ids, worth[offset:])))
        found = chain.from_iterable(map(self._dated, self._segments, self._chosen, repeat(number)))
        ranked = sorted(found, key=_order)[offset:number]
        return Matches(self.total, tuple([Match(best.posting, best.points) for best in ranked]))

    def shared(self, other: "Selection") -> "Selection":
        """The matches that another selection of the same engine has as well, with the points of this one."""
        return self._kept(
            among(mine.docs, theirs.docs) for mine, theirs in zip(self._chosen, other._chosen, strict=True)
        )

    def without(self, other: "Selection") -> "Selection":
        """The matches that another selection of the same engine has not, with their points."""
        return self._kept(
            ~among(mine.docs, theirs.docs) for mine, theirs in zip(self._chosen, other._chosen, strict=True)
        )

    def ids(self) -> tuple[PostingId, ...]:
        """The numbers of all matches, in rising order."""
        found = [
            segment.arrays["ids"].take(chosen.docs)
            for segment, chosen in zip(self._segments, self._chosen, strict=True)
        ]
        return _numbers(np.concatenate(found)) if found else ()

    def tally(self, column: str) -> Tally:
        """How often the matches state each value of a choice or a set."""
        counts: Counter[str] = Counter()
        silent = 0
        for segment, chosen in zip(self._segments, self._chosen, strict=True):
            codes, unstated = _codes(segment, column, chosen.docs)
            silent += unstated
            held = np.bincount(codes)
            values = segment.values(column)
            for number in held.nonzero()[0].tolist():
                counts[values[number]] += int(held[number])
        ordered = sorted(counts.items(), key=lambda count: (-count[1], count[0]))
        return Tally(column, tuple(ordered), silent)

    def spreads(self, column: str, units: Sequence[str] = ()) -> tuple[Spread, ...]:
        """The numbers of a column by the choices that are their units: most postings first, then by units.

        What does not state the number is left out; a unit that is not stated is "".
        """
        numbers: dict[tuple[str, ...], list[Array]] = {}
        for segment, chosen in zip(self._segments, self._chosen, strict=True):
            values = decoded_numbers(segment.arrays, column, chosen.docs)
            stated = ~np.isnan(values)
            pairs = np.stack([values, segment.arrays["ids"][chosen.docs].astype(np.float64)])[:, stated]
            names, codes = _units(segment, units, chosen.docs[stated])
            for code in np.flatnonzero(np.bincount(codes)).tolist():
                numbers.setdefault(names(code), []).append(pairs[:, codes == code])
        spreads = [_spread(names, np.concatenate(parts, axis=1)) for names, parts in numbers.items()]
        return tuple(sorted((each for each in spreads if each), key=lambda each: (-each.number, each.units)))

    def _kept(self, held: Iterable[npt.NDArray[np.bool_]]) -> "Selection":
        chosen = [Selected(mine.docs[at], mine.points[at]) for mine, at in zip(self._chosen, held, strict=True)]
        return Selection(self._segments, chosen, self._kernels, ranked=self._ranked)

    def _dated(self, segment: Segment, chosen: Chosen, number: int) -> list[_Best]:
        """The best of one segment as they are compared with those of others."""
        best, worth = self._best(segment, chosen, number)
        received, ids = segment.arrays["received"].take(best).tolist(), segment.arrays["ids"].take(best).tolist()
        return list(map(_Best, worth, received, ids))

    def _best(self, segment: Segment, chosen: Chosen, number: int) -> tuple[Docs, list[int]]:
        """The best of one segment by ordinal, in order, and their points."""
        number = min(number, chosen.size)
        if not self._ranked:
            best = _newest(segment, chosen, number)
            return best, [0] * len(best)
        docs, points = chosen.docs, chosen.points
        if chosen.size > 1:
            places = self._kernels.best(points, docs, segment.rank, number)
            docs, points = docs.take(places), points.take(places)
        return docs[:number], points[:number].tolist()


def _numbers(ids: Array) -> tuple[PostingId, ...]:
    """The numbers of postings in rising order."""
    numbers: list[PostingId] = np.sort(ids).tolist()
    return tuple(numbers)


def _order(best: _Best) -> tuple[int, int, int]:
    """More points first, then the newest, then by number."""
    return -best.points, -best.received, best.posting


def _units(segment: Segment, units: Sequence[str], docs: Docs) -> tuple[Callable[[int], tuple[str, ...]], Array]:
    """One code for the units of each posting together, and what a code means; a unit that is not stated is ""."""
    sizes = [len(segment.values(unit)) + 1 for unit in units]
    codes = np.zeros(len(docs), np.int64)
    for unit, size in zip(units, sizes, strict=True):
        codes = codes * size + segment.arrays[f"choice.{unit}"][docs]

    def names(code: int) -> tuple[str, ...]:
        found: list[str] = []
        for unit, size in zip(reversed(units), reversed(sizes), strict=True):
            code, one = divmod(code, size)
            found.append(segment.values(unit)[one - 1] if one else "")
        return tuple(reversed(found))

    return names, codes


def _newest(segment: Segment, chosen: Chosen, number: int) -> Docs:
    """The newest of the postings; most searches need to look at few."""
    newest: Docs = segment.arrays["newest"]
    found, start, step = newest[:0], 0, 4 * number
    while start < len(newest) and len(found) < number:
        some = newest[start : start + step]
        found = np.concatenate([found, some[chosen.held(some)]])
        start, step = start + step, step * 4
    return found[:number]


def _codes(segment: Segment, column: str, docs: Docs) -> tuple[Array, int]:
    """The number of every value stated, and how many postings state none."""
    if column in CHOICES:
        codes = segment.arrays[f"choice.{column}"][docs]
        stated = codes[codes != 0] - 1
        return stated, len(codes) - len(stated)
    starts = segment.arrays[f"set.{column}.starts"]
    first, counts = starts[docs], starts[docs + 1] - starts[docs]
    before = np.cumsum(counts) - counts
    places = np.repeat(first - before, counts) + np.arange(int(counts.sum()))
    return segment.arrays[f"set.{column}.codes"][places], int(np.count_nonzero(counts == 0))
