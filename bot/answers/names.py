"""Which postings do the words of a question name? An index of the words in titles, companies and places.

Kept beside the store: adding a posting costs as much as its name is long, and a look-up as much as the question is.
Leaves out numbers and ordinals ("#12", "the second one"): `subject.py` reads those.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.model.posting import PostingId
from bot.model.stored import NamedPosting, StoredPosting
from bot.model.viewer import Viewer
from bot.text.tokens import fold, stem, words

# A word that more than a third of many names share tells nothing.
_COMMON = 0.34
_FEW = 5
_SHORTEST_MISSPELT = 5
# Words of names that say nothing about which posting is meant, and words that questions ask with.
_DULL = frozenset(
    "a an and of the in for at to job role remote hybrid senior junior lead manager the or with time full part level m w d f x de la le der die und"
    " team work company pay office training language home contract student support public data service care"
    # The short words of questions that stand in names as "Toronto, ON", "Portland, OR", "Bangor, ME".
    " on or me hi ok oh pa id ma mo al is it as by be we my no do if so"
    .split()
)  # fmt: skip


class Names:
    """The words of the postings' names; grows and shrinks with the store."""

    def __init__(self, postings: Iterable[StoredPosting | NamedPosting] = ()) -> None:
        self._stems: dict[PostingId, tuple[str, ...]] = {}
        self._spellings: dict[PostingId, tuple[str, ...]] = {}
        self._holders: dict[str, dict[PostingId, None]] = {}
        self._counts: Counter[str] = Counter()
        self._alike: dict[tuple[str, int], dict[str, None]] = {}
        self._ids: tuple[PostingId, ...] = ()
        self._owners: dict[PostingId, int] = {}
        for stored in postings:
            self.add(stored)

    def __len__(self) -> int:
        return len(self._stems)

    def __contains__(self, posting: PostingId) -> bool:
        return posting in self._stems

    def among(self, postings: Iterable[PostingId]) -> tuple[PostingId, ...]:
        """Those of the postings that are here, in their order."""
        return tuple(filter(self._stems.__contains__, postings))

    def spells(self, word: str) -> bool:
        """Whether a folded word stands in some name; such a word is no typo."""
        return word in self._counts

    def ids(self) -> tuple[PostingId, ...]:
        """The number of every posting, in rising order."""
        if not self._ids:
            self._ids = tuple(sorted(self._stems))
        return self._ids

    def add(self, stored: StoredPosting | NamedPosting) -> None:
        """Makes the posting findable by its name; one that is there already is replaced."""
        self.remove(stored.id)
        self._ids = ()
        if stored.owner is not None:
            self._owners[stored.id] = stored.owner
        spellings = tuple(dict.fromkeys(_spellings(stored.called)))
        stems = tuple(dict.fromkeys(stem(word) for word in spellings if word not in _DULL))
        self._spellings[stored.id], self._stems[stored.id] = spellings, stems
        self._counts.update(spellings)
        for word in stems:
            self._holders.setdefault(word, {})[stored.id] = None
            self._alike.setdefault((word[0], len(word)), {})[word] = None

    def remove(self, posting: PostingId) -> None:
        """Forgets the posting; nothing happens when it is not there."""
        self._ids = ()
        self._owners.pop(posting, None)
        for word in self._spellings.pop(posting, ()):
            self._counts[word] -= 1
            if not self._counts[word]:
                del self._counts[word]
        for word in self._stems.pop(posting, ()):
            del self._holders[word][posting]
            if not self._holders[word]:
                del self._holders[word]
                del self._alike[word[0], len(word)][word]

    def seen_by(self, viewer: Viewer) -> "Names | SeenNames":
        """The names of the postings that the viewer may see."""
        hidden = frozenset(posting for posting, owner in self._owners.items() if not viewer.sees(owner))
        return SeenNames(self, hidden) if hidden else self

    def named(self, line: str, *, hidden: frozenset[PostingId] = frozenset()) -> tuple[PostingId, ...]:
        """The postings whose names best fit the words of the line, by number; all of them on a tie, () without any.

        A word counts the more, the fewer names hold it. A word that no name holds is read as one that is an edit
        away, else as one that it begins with ("bookshop": "books").
        """
        scores: dict[PostingId, float] = {}
        for word in dict.fromkeys(stem(match.group()) for match in words(line)):
            for posting, worth in self._worths(word):
                if posting in hidden:
                    continue
                scores[posting] = scores.get(posting, 0.0) + worth
        best = max(scores.values(), default=0.0)
        return tuple(sorted(posting for posting, score in scores.items() if score >= best - 1e-9))

    def _worths(self, word: str) -> Iterator[tuple[PostingId, float]]:
        if len(word) < 2:
            return
        known = [word] if word in self._holders else self._near(word)
        found: dict[PostingId, float] = {}
        for each in known:
            holders = self._holders[each]
            if len(self) > _FEW and len(holders) > len(self) * _COMMON:
                continue
            for posting in holders:
                found[posting] = max(found.get(posting, 0.0), 1.0 / len(holders) + 1.0)
        yield from found.items()

    def _near(self, word: str) -> list[str]:
        if len(word) < _SHORTEST_MISSPELT or word in _DULL:
            return []
        alike = (self._alike.get((word[0], size), {}) for size in range(len(word) - 1, len(word) + 2))
        near = [other for group in alike for other in group if OSA.distance(word, other, score_cutoff=1) <= 1]
        return near or [word[:size] for size in range(len(word) - 1, 3, -1) if word[:size] in self._holders][:1]


@dataclass(frozen=True, slots=True)
class SeenNames:
    """Names without those of the postings that are hidden from somebody."""

    names: Names
    hidden: frozenset[PostingId]

    def __len__(self) -> int:
        return len(self.names) - len(self.hidden)

    def __contains__(self, posting: PostingId) -> bool:
        return posting in self.names and posting not in self.hidden

    def among(self, postings: Iterable[PostingId]) -> tuple[PostingId, ...]:
        """As `Names.among`."""
        return tuple(posting for posting in self.names.among(postings) if posting not in self.hidden)

    def spells(self, word: str) -> bool:
        """As `Names.spells`."""
        return self.names.spells(word)

    def ids(self) -> tuple[PostingId, ...]:
        """As `Names.ids`."""
        return tuple(posting for posting in self.names.ids() if posting not in self.hidden)

    def named(self, line: str) -> tuple[PostingId, ...]:
        """As `Names.named`."""
        return self.names.named(line, hidden=self.hidden)


def _spellings(called: Iterable[str]) -> Iterator[str]:
    """The folded words of a posting's title, company and places, in order."""
    for text in called:
        for word in words(text):
            yield fold(word.group())


def name_words(stored: StoredPosting) -> frozenset[str]:
    """The folded words of one posting's title, company and places."""
    return frozenset(_spellings(stored.called))
