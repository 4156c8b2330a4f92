"""How are a million saved searches kept in memory and looked through? Numpy columns, a row a search.

Rows lie in the order of the feature that they are filed under, so what a posting can match are as many stretches of
each column as it has features. These are checked column by column, and only what one column leaves is looked up in the
next; what columns cannot say is judged at last. Rows are never moved: a removed search is struck out, a new one waits
in a dictionary until there are enough of them to write the columns anew.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Set
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from itertools import islice

import numpy as np

from bot.matching.features import Conditions, SearchId, conditions_of
from bot.matching.matcher import DictMatcher
from bot.matching.probe import Plain, Probe
from bot.matching.ranges import Numbers, Places
from bot.matching.rows import WIDTH, Column, Rows, RowWriter
from bot.matching.table import NEVER, FeatureTable
from bot.matching.traits import Traits
from bot.model.constraints.base import Subject
from bot.model.query import Query
from bot.model.stored import StoredPosting

# So many searches are taken apart at once, which bounds what building needs beside the columns.
_CHUNK = 2_000
# New searches are written into the columns when there are so many of them, and this share of the rows.
_FRESH, _FRESH_SHARE = 2_000, 1 / 50
# From so many searches on the compiled loops are worth the second that their import takes.
_WORTH_COMPILING = 100_000


class ColumnMatcher:
    """Saved searches in columns, about 45 bytes each beside the table of features; same contract as `DictMatcher`."""

    def __init__(self, searches: Iterable[tuple[SearchId, Query]] = (), probe: Probe | None = None) -> None:
        # How rows are looked through; chosen at the first posting unless it is given.
        self.probe = probe
        self._table = FeatureTable()
        self._writer = RowWriter(self._table)
        self._fresh = DictMatcher(table=self._table)
        self._rows: Rows = np.zeros((WIDTH, 0), "u4")
        # Where the rows of a feature start, by its number; one more at the end.
        self._starts: Numbers = np.zeros(1, "u4")
        # The places of the rows in the order of their searches.
        self._by_search: Numbers = np.zeros(0, "u4")
        self._written = 0
        self._write((search, conditions_of(query)) for search, query in searches)

    def __len__(self) -> int:
        return self._written + len(self._fresh)

    def add(self, search: SearchId, query: Query) -> None:
        """The search is matched from now on."""
        self.remove(search)
        self._fresh.add(search, query)
        if len(self._fresh) > max(_FRESH, self._written * _FRESH_SHARE):
            self.compact()

    def remove(self, search: SearchId) -> None:
        """Strikes the search out."""
        self._fresh.remove(search)
        places = self._places(search)
        if (self._rows[Column.MORE, places] != NEVER).any():
            self._rows[Column.MORE, places] = NEVER
            self._written -= 1

    def compact(self) -> None:
        """Writes what was added into the columns and drops what was struck out; costs about a second a million."""
        fresh, self._fresh = self._fresh, DictMatcher(table=self._table)
        self._write(fresh.conditions())

    def matches(self, stored: StoredPosting, today: date) -> tuple[SearchId, ...]:
        """Looks through the rows filed under what the posting has."""
        traits = Traits(Subject(stored, today))
        features = self._table.numbers_of(traits)
        rows = self._judged(self._met(features, traits.subject), features, traits.subject)
        found: list[SearchId] = _distinct(self._rows[Column.SEARCH].take(rows)).tolist()
        fresh = self._fresh.matching(features, traits.subject) if len(self._fresh) else ()
        return tuple(sorted((*found, *fresh)) if fresh else found)

    def _met(self, features: Set[int], subject: Subject) -> Places:
        """The places of the rows whose columns a posting with these features meets."""
        numbers = np.sort(np.fromiter(features, "u4", len(features)))
        present = np.zeros(len(self._table), "?")
        present[numbers] = True
        probe, groups = self._chosen_probe(), self._writer.alternatives
        # What was numbered since the columns were written has no rows in them.
        filed = numbers[: numbers.searchsorted(len(self._starts) - 1)]
        probe.mark(present, groups.starts, groups.groups, filed)
        rows = probe.met(self._rows, self._starts, filed, present)
        salary = subject.stored.posting.salary
        pays = self._rows[Column.PAY].take(rows)
        return rows.compress(self._writer.pays.held(pays, salary.value if salary else None))

    def _chosen_probe(self) -> Probe:
        if self.probe is None:
            large = len(self) >= _WORTH_COMPILING
            self.probe = compiled_probe() if large and find_spec("numba") else Plain()
        return self.probe

    def _judged(self, rows: Places, features: Set[int], subject: Subject) -> Places:
        """The rows of which the rest admits the posting too; each different rest is judged once."""
        rests = self._rows[Column.REST].take(rows)
        admitted = np.zeros(int(rests.max(initial=0)) + 1, "?")
        for rest in np.flatnonzero(np.bincount(rests)).tolist():
            admitted[rest] = self._writer.admits(rest, features, subject)
        judged: Places = rows.compress(admitted.take(rests))
        return judged

    def _places(self, search: SearchId) -> Numbers:
        """The places of a search's rows, by bisection."""
        searches, order = self._rows[Column.SEARCH], self._by_search
        low, high = (bisect(order, search, key=lambda place: searches[place]) for bisect in (bisect_left, bisect_right))
        return order[low:high]

    def _write(self, searches: Iterable[tuple[SearchId, Conditions]]) -> None:
        """Writes the columns anew: rows that are not struck out, and these searches."""
        taken, values = iter(searches), array("I")
        while chunk := tuple(islice(taken, _CHUNK)):
            self._writer.write(chunk, values)
            self._written += len(chunk)
        self._writer.alternatives.seal(len(self._table))
        fresh = np.frombuffer(values, "u4").reshape(-1, WIDTH).T
        live = self._rows[Column.MORE] != NEVER
        order = np.argsort(np.concatenate([self._rows[Column.FILED, live], fresh[Column.FILED]]), kind="stable")
        rows = np.empty((WIDTH, len(order)), "u4")
        for column in range(WIDTH):
            rows[column] = np.concatenate([self._rows[column, live], fresh[column]])[order]
        self._rows = rows
        self._starts = np.searchsorted(rows[Column.FILED], np.arange(len(self._table) + 1)).astype("u4")
        self._by_search = np.argsort(rows[Column.SEARCH], kind="stable").astype("u4")


def compiled_probe() -> Probe:
    """The compiled loops; raises ImportError when numba is not installed."""
    probe: Probe = import_module("bot.matching.probe_fast").Compiled()
    return probe


def _distinct(searches: Numbers) -> Numbers:
    """The searches in order, each once."""
    ordered = np.sort(searches)
    return ordered[np.append(ordered[1:] != ordered[:-1], True)] if len(ordered) else ordered
