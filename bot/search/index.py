"""Which postings match, in which order, and why? An inverted index in memory, scored with BM25F.

Order is total: score, then newest, then number. Leaves out how a line is read (`bot.search.read_query`).
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.model.posting import PostingId
from bot.model.query import Clause, Query
from bot.model.results import Count, Facet, Hit, Page, Relaxation
from bot.model.stored import StoredPosting
from bot.search.fields import FIELDS, field_texts
from bot.search.snippets import make_snippet
from bot.search.vocabulary import Vocabulary
from bot.text.tokens import stem, words

# The usual saturation and length normalisation of BM25.
_K1 = 1.2
_B = 0.6
_SIMILAR_TERMS = 12
_FEW_HITS = 1


@dataclass(slots=True)
class _Entry:
    """What the index keeps of one posting: where each stem stands, by field, and how long the posting is."""

    stored: StoredPosting
    places: dict[str, dict[int, list[int]]] = field(default_factory=dict)
    length: int = 0


class Index:
    """Postings by their words; an added posting is found by the next search."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self._entries: dict[PostingId, _Entry] = {}
        self._holders: dict[str, dict[PostingId, None]] = {}
        self._total_length = 0

    def add(self, stored: StoredPosting) -> None:
        """Makes the posting findable; one that is there already is replaced."""
        self.remove(stored.id)
        entry = _Entry(stored)
        for number, (_, text) in enumerate_fields(stored):
            for position, match in enumerate(words(text)):
                entry.places.setdefault(stem(match.group()), {}).setdefault(number, []).append(position)
                entry.length += 1
        self._entries[stored.id] = entry
        self._total_length += entry.length
        self.vocabulary.add(entry.places)
        for word in entry.places:
            self._holders.setdefault(word, {})[stored.id] = None

    def remove(self, posting: PostingId) -> None:
        """Makes the posting unfindable; nothing happens when it is not there."""
        entry = self._entries.pop(posting, None)
        if entry is None:
            return
        self._total_length -= entry.length
        self.vocabulary.remove(entry.places)
        for word in entry.places:
            del self._holders[word][posting]

    def holding(self, stems: Sequence[str]) -> tuple[PostingId, ...]:
        """The postings that hold every one of the stems anywhere, by number; () for no stems."""
        held = sorted((self._holders.get(word, {}) for word in dict.fromkeys(stems)), key=len)
        return tuple(sorted(number for number in held[0] if all(number in more for more in held[1:]))) if held else ()

    def search(self, query: Query, *, limit: int, offset: int = 0) -> Page:
        """The slice of hits that starts after the first `offset` ones, with facets over all hits."""
        ids = self._matching(query.clauses)
        scored = {posting: self._score(posting, query.wanted) for posting in ids}
        ranked = sorted(ids, key=lambda posting: (-scored[posting], self._age(posting), posting))
        hits = tuple(self._hit(posting, scored[posting], query.wanted) for posting in ranked[offset : offset + limit])
        return Page(
            query=query.typed,
            reading=query.reading,
            unread=query.unread,
            corrections=query.corrections,
            total=len(ids),
            hits=hits,
            facets=self._facets(ids),
            relax=self._relaxations(query) if len(ids) < _FEW_HITS else (),
        )

    def similar(self, stored: StoredPosting, *, limit: int) -> Page:
        """The postings that share the rarest words of a posting's title and skills; itself left out."""
        posting = stored.posting
        text = " ".join([posting.title.value if posting.title else "", *(found.value for found in posting.skills)])
        stems = dict.fromkeys(stem(word.group()) for word in words(text))
        telling = sorted(stems, key=lambda word: (self.vocabulary.count(word), word))[:_SIMILAR_TERMS]
        clauses = tuple(Clause(word, (word,)) for word in telling)
        ids = {other for clause in clauses for other in self._holders.get(clause.stems[0], {})} - {stored.id}
        scored = {other: self._score(other, clauses) for other in ids}
        ranked = sorted(ids, key=lambda other: (-scored[other], self._age(other), other))
        hits = tuple(self._hit(other, scored[other], clauses) for other in ranked[:limit])
        return Page(query="", reading=f"similar to #{stored.id}", total=len(hits), hits=hits)

    def _matching(self, clauses: Iterable[Clause]) -> tuple[PostingId, ...]:
        ids: Iterable[PostingId] = self._entries
        for clause in clauses:
            ids = [posting for posting in ids if self._holds(posting, clause) is not clause.excluded]
        return tuple(ids)

    def _holds(self, posting: PostingId, clause: Clause) -> bool:
        places = self._entries[posting].places
        if any(word not in places for word in clause.stems):
            return False
        return len(clause.stems) == 1 or _stand_together([places[word] for word in clause.stems])

    def _score(self, posting: PostingId, clauses: Iterable[Clause]) -> float:
        entry = self._entries[posting]
        average = self._total_length / max(len(self._entries), 1)
        norm = 1 - _B + _B * entry.length / max(average, 1)
        total = 0.0
        for word in (word for clause in clauses for word in clause.stems):
            places = entry.places.get(word, {})
            weight = sum(FIELDS[number].weight * len(positions) for number, positions in places.items())
            total += self._rarity(word) * weight / (weight + _K1 * norm)
        return round(total, 4)

    def _rarity(self, word: str) -> float:
        count = self.vocabulary.count(word)
        return math.log(1 + (len(self._entries) - count + 0.5) / (count + 0.5))

    def _age(self, posting: PostingId) -> float:
        return -self._entries[posting].stored.received.timestamp()

    def _hit(self, posting: PostingId, score: float, clauses: tuple[Clause, ...]) -> Hit:
        entry = self._entries[posting]
        why = []
        for clause in clauses:
            names = [FIELDS[number].name for number in sorted(entry.places.get(clause.stems[0], {}))]
            if names:
                why.append(f"{names[0]}: {' '.join(clause.stems)}")
        stems = frozenset(word for clause in clauses for word in clause.stems)
        return Hit(posting=posting, score=score, why=tuple(why), snippet=make_snippet(entry.stored.raw, stems))

    def _facets(self, ids: Iterable[PostingId]) -> tuple[Facet, ...]:
        modes: Counter[str] = Counter()
        for posting in ids:
            mode = self._entries[posting].stored.posting.work_mode
            modes[mode.value.value if mode else "not stated"] += 1
        counts = tuple(Count(value=value, number=modes[value]) for value in sorted(modes, key=lambda v: (-modes[v], v)))
        return (Facet(field="work_mode", counts=counts),) if counts else ()

    def _relaxations(self, query: Query) -> tuple[Relaxation, ...]:
        """What each condition hides: the hits without it alone."""
        ways = []
        for clause in query.clauses:
            total = len(self._matching(other for other in query.clauses if other is not clause))
            if total and len(query.clauses) > 1:
                ways.append(Relaxation(without=clause.written, total=total))
        return tuple(ways)


def enumerate_fields(stored: StoredPosting) -> Iterable[tuple[int, tuple[object, str]]]:
    """The searched parts of a posting with their numbers in `FIELDS`."""
    return ((FIELDS.index(part), (part, text)) for part, text in field_texts(stored))


def _stand_together(places: list[dict[int, list[int]]]) -> bool:
    """Whether the words stand next to each other, in order, in one field."""
    first, *rest = places
    for number, positions in first.items():
        following = [set(place.get(number, ())) for place in rest]
        if any(all(position + step in spots for step, spots in enumerate(following, 1)) for position in positions):
            return True
    return False
