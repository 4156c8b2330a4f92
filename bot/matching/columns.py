"""How are a million saved searches kept in memory and looked through? Numpy columns, a row a search.

A row is filed under a pair of features: the group of words that fewest searches want, and a place. A posting probes
the pairs of its own words and places, so it reaches the few rows that can match it; these are checked column by column
(further features, unwanted ones, pay), and what columns cannot say is judged at last. Rows are never changed: a removed
search is struck out, a new one waits in a dictionary until `compact` writes it into the columns.

`_KEY` is `first << 32 | place`; files are sorted by it, so a posting that states no place reads all pairs of a word.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import Conditions, Feature, SearchId, conditions_of
from bot.matching.matcher import DictMatcher, admits
from bot.matching.pay_units import PayUnits
from bot.matching.table import ALWAYS, NEVER, FeatureTable
from bot.matching.traits import Traits
from bot.model.constraints.base import Subject
from bot.model.query import Query
from bot.model.stored import StoredPosting

_MORE, _WITHOUT = 3, 2
# So many searches are taken apart at once, which bounds what building needs beside the columns.
_CHUNK = 50_000
_ROW = np.dtype(
    [
        ("more", "u4", (_MORE,)),
        ("without", "u4", (_WITHOUT,)),
        ("pay", "f4"),
        ("unit", "u2"),
        ("live", "?"),
        ("rest", "u4"),
    ]
)
_FILE = np.dtype([("key", "u8"), ("row", "u4")])
Rows = NDArray[np.void]


@dataclass(frozen=True, slots=True)
class _Filing:
    """Under which features a search is filed, and what of its groups is left to check: in columns, and beside them."""

    firsts: tuple[int, ...]
    places: tuple[int, ...]
    more: tuple[int, ...]
    beside: tuple[tuple[Feature, ...], ...]


class ColumnMatcher:
    """Saved searches in columns, about 50 bytes each beside the table of features; same contract as `DictMatcher`."""

    def __init__(self, searches: Iterable[tuple[SearchId, Query]] = ()) -> None:
        self._table = FeatureTable()
        self._units = PayUnits()
        # How many searches want a feature, by its number.
        self._wanted = array("I")
        self._rest: list[Conditions] = [Conditions()]
        self._rest_numbers: dict[Conditions, int] = {Conditions(): 0}
        self._rows: Rows = np.zeros(0, _ROW)
        self._searches: NDArray[np.uint32] = np.zeros(0, "u4")
        self._keys: NDArray[np.uint64] = np.zeros(0, "u8")
        self._filed: NDArray[np.uint32] = np.zeros(0, "u4")
        self._firsts: NDArray[np.uint32] = np.zeros(0, "u4")
        self._fresh = DictMatcher()
        self._struck = 0
        self._extend(searches)

    def __len__(self) -> int:
        return len(self._rows) - self._struck + len(self._fresh)

    def add(self, search: SearchId, query: Query) -> None:
        """The search is matched from now on."""
        self.remove(search)
        self._fresh.add(search, query)

    def remove(self, search: SearchId) -> None:
        """Strikes the search out."""
        self._fresh.remove(search)
        row = self._find(search)
        if row is not None and self._rows["live"][row]:
            self._rows["live"][row] = False
            self._struck += 1

    def compact(self) -> None:
        """Writes what was added into the columns and drops what was struck out; costs about a second a million."""
        fresh, self._fresh = self._fresh, DictMatcher()
        self._write(fresh.conditions())

    def matches(self, stored: StoredPosting, today: date) -> tuple[SearchId, ...]:
        """Probes the pairs that the posting has, checks the rows found there."""
        traits = Traits(Subject(stored, today))
        rows = self._candidates(traits)
        rows = self._judged(rows[self._rows["live"][rows]], traits)
        found: list[SearchId] = np.unique(self._searches[rows]).tolist()
        fresh = self._fresh.matching(traits) if len(self._fresh) else ()
        return tuple(sorted((*found, *fresh)) if fresh else found)

    def _candidates(self, traits: Traits) -> NDArray[np.intp]:
        """The rows whose pair the posting has and whose columns it meets; a row may come twice."""
        present = np.zeros(len(self._table), "?")
        present[self._table.numbers_of(traits)] = True
        firsts = self._firsts[present[self._firsts]]
        rows = self._filed[self._probed(firsts.astype("u8"), traits)]
        columns = self._rows[rows]
        held = present[columns["more"]].all(axis=1) & ~present[columns["without"]].any(axis=1)
        held &= self._units.held(columns["unit"], columns["pay"], traits.subject.stored.posting.salary)
        met: NDArray[np.intp] = rows[held].astype(np.intp)
        return met

    def _probed(self, numbers: NDArray[np.uint64], traits: Traits) -> NDArray[np.intp]:
        """The places in the files at which the posting's pairs stand."""
        firsts = numbers << np.uint64(32)
        if "in" in traits.silent:
            lows, highs = firsts, firsts + np.uint64(1 << 32)
        else:
            places = np.array([ALWAYS, *self._table.places_of(traits)], "u8")
            lows = (firsts[:, None] | places[None, :]).ravel()
            highs = lows + np.uint64(1)
        starts, stops = np.searchsorted(self._keys, lows), np.searchsorted(self._keys, highs)
        return _ranges(starts, stops)

    def _judged(self, rows: NDArray[np.intp], traits: Traits) -> NDArray[np.intp]:
        """The rows of which the rest admits the posting too; each different rest is judged once."""
        rests = self._rows["rest"][rows]
        distinct = np.flatnonzero(np.bincount(rests))
        admitted = [number for number in distinct.tolist() if not number or admits(self._rest[number], traits)]
        return rows[np.isin(rests, admitted)]

    def _find(self, search: SearchId) -> int | None:
        """The row of a search, by bisection; rows are in the order of their searches."""
        row = int(self._searches.searchsorted(np.uint32(search)))
        return row if row < len(self._rows) and int(self._searches[row]) == search else None

    def _extend(self, searches: Iterable[tuple[SearchId, Query]]) -> None:
        taken = iter((search, conditions_of(query)) for search, query in searches)
        while chunk := tuple(islice(taken, _CHUNK)):
            self._write(chunk)

    def _write(self, searches: Iterable[tuple[SearchId, Conditions]]) -> None:
        """Rewrites the columns: live rows, and these searches, each filed by how often its features are wanted."""
        packed = [(search, conditions, self._groups(conditions)) for search, conditions in searches]
        self._wanted.frombytes(bytes((len(self._table) - len(self._wanted)) * self._wanted.itemsize))
        for number in chain.from_iterable(chain.from_iterable(groups) for _, _, groups in packed):
            self._wanted[number] += 1
        rows, files = np.zeros(len(packed), _ROW), []
        numbers = np.array([search for search, _, _ in packed], "u4")
        for place, (_, conditions, groups) in enumerate(packed):
            filing = self._filing(conditions, groups)
            rows[place] = self._row(conditions, filing)
            files += [(first << 32 | second, place) for first in filing.firsts for second in filing.places]
        self._merge(numbers, rows, np.array(files, _FILE))

    def _merge(self, numbers: NDArray[np.uint32], rows: Rows, files: Rows) -> None:
        live = self._rows["live"]
        moved = np.cumsum(live, dtype="u4") - 1
        kept = live[self._filed] if len(self._filed) else np.zeros(0, "?")
        searches = np.concatenate([self._searches[live], numbers])
        order = np.argsort(searches, kind="stable")
        rank = np.empty(len(order), "u4")
        rank[order] = np.arange(len(order), dtype="u4")
        old = moved[self._filed[kept]] if len(self._filed) else np.zeros(0, "u4")
        keys = np.concatenate([self._keys[kept], files["key"]])
        filed = rank[np.concatenate([old, files["row"] + np.uint32(live.sum())]).astype(np.intp)]
        sorting = np.argsort(keys, kind="stable")
        self._rows, self._searches = np.concatenate([self._rows[live], rows])[order], searches[order]
        self._keys, self._filed = keys[sorting], filed[sorting]
        self._firsts = np.unique(self._keys >> np.uint64(32)).astype("u4")
        self._struck = 0

    def _groups(self, conditions: Conditions) -> list[tuple[int, ...]]:
        return [tuple(self._table.number(feature) for feature in group) for group in conditions.wanted]

    def _filing(self, conditions: Conditions, groups: Sequence[tuple[int, ...]]) -> _Filing:
        """The rarest group and, if there is one, a group of lenient places; all others are to be checked."""
        places = [place for place, group in enumerate(conditions.wanted) if all(map(_lenient_place, group))]
        others = [place for place in range(len(groups)) if place not in places]
        first = min(others, key=lambda place: sum(self._wanted[number] for number in groups[place]), default=None)
        second = places[0] if places else None
        left = [place for place in range(len(groups)) if place not in (first, second)]
        return _Filing(
            groups[first] if first is not None else (ALWAYS,),
            groups[second] if second is not None else (ALWAYS,),
            tuple(self._table.group_number(groups[place]) for place in left[:_MORE]),
            tuple(conditions.wanted[place] for place in left[_MORE:]),
        )

    def _row(self, conditions: Conditions, filing: _Filing) -> tuple[object, ...]:
        """The columns of one search; what finds no room in them, and only that, is left to be judged."""
        unwanted = tuple(self._table.number(feature) for feature in conditions.unwanted[:_WITHOUT])
        rest = Conditions(filing.beside, conditions.unwanted[_WITHOUT:], rest=conditions.rest)
        return (
            _padded(filing.more, _MORE, ALWAYS),
            _padded(unwanted, _WITHOUT, NEVER),
            conditions.pay.amount if conditions.pay else 0.0,
            self._units.number(conditions.pay),
            True,
            self._rest_number(rest),
        )

    def _rest_number(self, rest: Conditions) -> int:
        if rest not in self._rest_numbers:
            self._rest_numbers[rest] = len(self._rest)
            self._rest.append(rest)
        return self._rest_numbers[rest]


def _lenient_place(feature: Feature) -> bool:
    return feature.key == "in" and not feature.strict


def _padded(numbers: Sequence[int], size: int, filler: int) -> tuple[int, ...]:
    return (*numbers, *[filler] * size)[:size]


def _ranges(starts: NDArray[np.intp], stops: NDArray[np.intp]) -> NDArray[np.intp]:
    """Every number of the half-open ranges, one range after the other."""
    sizes = stops - starts
    wide = sizes > 0
    starts, sizes = starts[wide], sizes[wide]
    if not len(sizes):
        return np.zeros(0, np.intp)
    steps = np.ones(int(sizes.sum()), np.intp)
    steps[0] = starts[0]
    ends = np.cumsum(sizes)[:-1]
    steps[ends] = starts[1:] - (starts[:-1] + sizes[:-1] - 1)
    return np.cumsum(steps)
