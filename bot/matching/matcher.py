"""Which saved searches does a posting concern? The interface, and the matcher for thousands of searches: a dictionary.

Each search is filed under the features of one group that it wants, the one whose features fewest searches want; a
posting looks only at the searches filed under features that it has.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from bot.matching.features import Conditions, SearchId, conditions_of
from bot.matching.numbered import Numbered
from bot.matching.shown import Shown
from bot.matching.table import ALWAYS, FeatureTable
from bot.matching.traits import Traits
from bot.model.constraints.base import Subject
from bot.model.query import Query
from bot.model.stored import StoredPosting


class Matcher(Protocol):
    """Saved searches by number; searches may be added and removed at any time."""

    def add(self, search: SearchId, query: Query) -> None:
        """Saves a search; one of this number is replaced."""
        ...

    def remove(self, search: SearchId) -> None:
        """Forgets a search; nothing happens when there is none of this number."""
        ...

    def matches(self, stored: StoredPosting, today: date) -> tuple[SearchId, ...]:
        """The searches whose query admits the posting, in the order of their numbers."""
        ...

    def __len__(self) -> int:
        """How many searches are saved."""
        ...


class DictMatcher:
    """Searches in dictionaries: added and removed in no time, at about a kilobyte each."""

    def __init__(self, searches: Iterable[tuple[SearchId, Query]] = (), table: FeatureTable | None = None) -> None:
        self._table = FeatureTable() if table is None else table
        self._searches: dict[SearchId, tuple[Conditions, Numbered]] = {}
        self._filed: dict[int, dict[SearchId, None]] = {}
        self._wanted: Counter[int] = Counter()
        for search, query in searches:
            self.add(search, query)

    def __len__(self) -> int:
        return len(self._searches)

    def add(self, search: SearchId, query: Query) -> None:
        """Files the search under its rarest group."""
        self.remove(search)
        conditions = conditions_of(query)
        numbered = self._table.numbered(conditions)
        self._searches[search] = conditions, numbered
        self._wanted.update(number for group in numbered.wanted for number in group)
        for feature in self._file_under(numbered):
            self._filed.setdefault(feature, {})[search] = None

    def remove(self, search: SearchId) -> None:
        """Takes the search out of every file."""
        if search not in self._searches:
            return
        _, numbered = self._searches.pop(search)
        self._wanted.subtract(number for group in numbered.wanted for number in group)
        for feature in {ALWAYS, *(number for group in numbered.wanted for number in group)} & self._filed.keys():
            self._filed[feature].pop(search, None)
            if not self._filed[feature]:
                del self._filed[feature]

    def matches(self, stored: StoredPosting, today: date) -> tuple[SearchId, ...]:
        """Looks through the files of the features that the posting has."""
        traits = Traits(Subject(stored, today))
        return tuple(sorted(self.matching(self._table.shown(traits), traits.subject)))

    def matching(self, shown: Shown, subject: Subject) -> set[SearchId]:
        """The searches that a posting which shows these features meets."""
        return {
            search
            for feature in shown.features & self._filed.keys()
            for search in self._filed[feature]
            if self._searches[search][1].admits(shown, subject)
        }

    def conditions(self) -> Iterable[tuple[SearchId, Conditions]]:
        """Every search taken apart."""
        return ((search, conditions) for search, (conditions, _) in self._searches.items())

    def _file_under(self, numbered: Numbered) -> tuple[int, ...]:
        def wanted_by(group: tuple[int, ...]) -> int:
            return sum(self._wanted[number] for number in group)

        return min(numbered.wanted, key=wanted_by, default=(ALWAYS,))
