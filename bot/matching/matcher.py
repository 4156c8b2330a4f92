"""Which saved searches does a posting concern? The interface, and the matcher for thousands of searches: a dictionary.

Each search is filed under the features of one group that it wants, the one whose features fewest searches want; a
posting looks only at the searches filed under features that it has.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from bot.matching.features import Conditions, Feature, SearchId, conditions_of
from bot.matching.traits import Traits
from bot.model.constraints.base import Subject, Verdict
from bot.model.query import Query
from bot.model.stored import StoredPosting

# What every posting has: searches that want no feature are filed here.
ALWAYS = Feature("", ())


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

    def __init__(self, searches: Iterable[tuple[SearchId, Query]] = ()) -> None:
        self._searches: dict[SearchId, Conditions] = {}
        self._filed: dict[Feature, dict[SearchId, None]] = {}
        self._wanted: Counter[Feature] = Counter()
        for search, query in searches:
            self.add(search, query)

    def __len__(self) -> int:
        return len(self._searches)

    def __contains__(self, search: SearchId) -> bool:
        return search in self._searches

    def add(self, search: SearchId, query: Query) -> None:
        """Files the search under its rarest group."""
        self.remove(search)
        conditions = conditions_of(query)
        self._searches[search] = conditions
        self._wanted.update(feature for group in conditions.wanted for feature in group)
        for feature in self._file_under(conditions):
            self._filed.setdefault(feature, {})[search] = None

    def remove(self, search: SearchId) -> None:
        """Takes the search out of every file."""
        conditions = self._searches.pop(search, None)
        if conditions is None:
            return
        for group in (*conditions.wanted, (ALWAYS,)):
            for feature in group:
                self._filed.get(feature, {}).pop(search, None)
                if feature in self._filed and not self._filed[feature]:
                    del self._filed[feature]

    def matches(self, stored: StoredPosting, today: date) -> tuple[SearchId, ...]:
        """Looks through the files of the features that the posting has."""
        return tuple(sorted(self.matching(Traits(Subject(stored, today)))))

    def matching(self, traits: Traits) -> set[SearchId]:
        """The searches that a posting with these traits meets."""
        return {
            search
            for feature, filed in self._filed.items()
            if traits.has(feature)
            for search in filed
            if admits(self._searches[search], traits)
        }

    def conditions(self) -> Iterable[tuple[SearchId, Conditions]]:
        """Every search taken apart."""
        return self._searches.items()

    def _file_under(self, conditions: Conditions) -> tuple[Feature, ...]:
        if not conditions.wanted:
            return (ALWAYS,)
        return min(conditions.wanted, key=lambda group: sum(self._wanted[feature] for feature in group))


def admits(conditions: Conditions, traits: Traits) -> bool:
    """Whether a posting with these traits meets the conditions."""
    return (
        all(any(map(traits.has, group)) for group in conditions.wanted)
        and not any(map(traits.has, conditions.unwanted))
        and (conditions.pay is None or conditions.pay.judge(traits.subject).verdict is not Verdict.NO)
        and all(constraint.admits(traits.subject) for constraint in conditions.rest)
    )
