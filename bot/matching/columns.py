"""How are a million saved searches kept in memory and looked through? Numpy columns, a row a search.

Rows lie in the order of the feature that they are filed under, so what a posting can match are as many stretches of
them as it has features. One column rules most of these out, and only what it leaves is looked at whole; what columns
cannot say is judged at last. Rows are never moved: a removed search is struck out, a new one waits in a dictionary
until there are enough of them to write the columns anew.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from itertools import islice

import numpy as np

from bot.matching.features import Conditions, SearchId, conditions_of
from bot.matching.matcher import DictMatcher
from bot.matching.probe import Plain, Presence, Probe
from bot.matching.ranges import Numbers
from bot.matching.rows import Column, Columns, RowWriter
from bot.matching.shown import Shown
from bot.matching.table import FeatureTable
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
    """Saved searches in columns, about 40 bytes each beside the table of features; same contract as `DictMatcher`."""

    def __init__(self, searches: Iterable[tuple[SearchId, Query]] = (), probe: Probe | None = None) -> None:
        # How rows are looked through; chosen at the first posting unless it is given.
        self.probe = probe
        self._table = FeatureTable()
        self._writer = RowWriter(self._table)
        self._fresh = DictMatcher(table=self._table)
        self._columns = Columns()
        # What a posting shows, while it is looked at.
        self._presence = Presence(0)
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
        self._written -= self._columns.strike_out(self._places(search))

    def compact(self) -> None:
        """Writes what was added into the columns and drops what was struck out; costs about a second a million."""
        fresh, self._fresh = self._fresh, DictMatcher(table=self._table)
        self._write(fresh.conditions())

    def matches(self, stored: StoredPosting, today: date) -> tuple[SearchId, ...]:
        """Looks through the rows filed under what the posting has."""
        traits = Traits(Subject(stored, today))
        shown, subject = self._table.shown(traits), traits.subject
        found: list[SearchId] = _distinct(self._met(shown, subject)).tolist()
        fresh = self._fresh.matching(shown, subject) if len(self._fresh) else ()
        return tuple(sorted((*found, *fresh)) if fresh else found)

    def _met(self, shown: Shown, subject: Subject) -> Numbers:
        """The searches in the columns that a posting which shows this meets, some more than once."""
        if len(self._presence.marks) != len(self._table):
            self._presence = Presence(len(self._table))
        salary = subject.stored.posting.salary
        offer, alternatives = self._writer.pays.offered(salary.value if salary else None), self._writer.alternatives
        met = self._chosen_probe().met(self._columns, alternatives, shown.numbers, self._presence, offer)
        # Each different rest is judged once.
        judged = np.bincount(met.rests, minlength=1) > 0
        for rest in np.flatnonzero(judged).tolist():
            judged[rest] = self._writer.admits(rest, shown, subject)
        return np.concatenate([met.searches, met.perhaps.compress(judged.take(met.rests))])

    def _chosen_probe(self) -> Probe:
        if self.probe is None:
            large = len(self) >= _WORTH_COMPILING
            self.probe = compiled_probe() if large and find_spec("numba") else Plain()
        return self.probe

    def _places(self, search: SearchId) -> Numbers:
        """The places of a search's rows, by bisection."""
        searches, order = self._columns.rows[:, Column.SEARCH], self._by_search
        low, high = (bisect(order, search, key=lambda place: searches[place]) for bisect in (bisect_left, bisect_right))
        return order[low:high]

    def _write(self, searches: Iterable[tuple[SearchId, Conditions]]) -> None:
        """Writes the columns anew: rows that are not struck out, and these searches."""
        taken, values = iter(searches), array("I")
        while chunk := tuple(islice(taken, _CHUNK)):
            self._writer.write(chunk, values)
            self._written += len(chunk)
        self._writer.alternatives.seal(len(self._table))
        self._columns = self._columns.rewritten(values, len(self._table))
        self._by_search = np.argsort(self._columns.rows[:, Column.SEARCH], kind="stable").astype("u4")


def compiled_probe() -> Probe:
    """The compiled loops; raises ImportError when numba is not installed."""
    probe: Probe = import_module("bot.matching.probe_fast").Compiled()
    return probe


def _distinct(searches: Numbers) -> Numbers:
    """The searches in order, each once."""
    ordered = np.sort(searches)
    first = np.ones(len(ordered), "?")
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered.compress(first)
