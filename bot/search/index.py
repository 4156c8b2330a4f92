"""Which postings match, in which order, and why? An inverted index in memory, scored with BM25F.

Order is total: score, then newest, then number. Leaves out how a line is read (`bot.search.read_query`).
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.model.constraints.base import Constraint, Subject
from bot.model.posting import PostingId
from bot.model.query import Query
from bot.model.results import Count, Facet, Hit, Page, Relaxation
from bot.model.stored import StoredPosting
from bot.model.viewer import HOST, Viewer
from bot.search.fields import FIELDS, field_texts
from bot.search.snippets import make_snippet
from bot.search.vocabulary import Vocabulary
from bot.text.tokens import terms

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
    subject: Subject | None = None


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
            for position, (stem, _) in enumerate(terms(text)):
                entry.places.setdefault(stem, {}).setdefault(number, []).append(position)
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
        parts = dict.fromkeys(part for word in stems for part, _ in terms(word))
        held = sorted((self._holders.get(part, {}) for part in parts), key=len)
        return tuple(sorted(number for number in held[0] if all(number in more for more in held[1:]))) if held else ()

    def search(self, query: Query, *, today: date, limit: int, offset: int = 0, viewer: Viewer = HOST) -> Page:
        """The slice of hits that starts after the first `offset` ones, with facets over all hits the viewer may see."""
        ids = self._matching(query.constraints, today, viewer)
        stems = tuple(dict.fromkeys(stem for phrase in query.phrases for stem in phrase.stems))
        scored = {posting: self._score(posting, stems) for posting in ids}
        ranked = sorted(ids, key=lambda posting: (-scored[posting], self._age(posting), posting))
        hits = tuple(
            self._hit(posting, scored[posting], stems, _reasons(query, self._subject(posting, today)))
            for posting in ranked[offset : offset + limit]
        )
        return Page(
            query=query.typed,
            reading=query.reading,
            unread=query.unread,
            corrections=query.corrections,
            total=len(ids),
            hits=hits,
            facets=self._facets(ids),
            relax=self._relaxations(query, today, viewer) if len(ids) < _FEW_HITS else (),
        )

    def similar(self, stored: StoredPosting, *, limit: int, viewer: Viewer = HOST) -> Page:
        """The postings that share the rarest words of a posting's title and skills; itself left out."""
        posting = stored.posting
        text = " ".join([posting.title.value if posting.title else "", *(found.value for found in posting.skills)])
        stems = dict.fromkeys(stem for stem, _ in terms(text))
        telling = tuple(sorted(stems, key=lambda word: (self.vocabulary.count(word), word))[:_SIMILAR_TERMS])
        sharing = {other for word in telling for other in self._holders.get(word, {})} - {stored.id}
        ids = {other for other in sharing if viewer.sees(self._entries[other].stored.owner)}
        scored = {other: self._score(other, telling) for other in ids}
        ranked = sorted(ids, key=lambda other: (-scored[other], self._age(other), other))
        hits = tuple(self._hit(other, scored[other], telling, self._shared(other, telling)) for other in ranked[:limit])
        return Page(query="", reading=f"similar to #{stored.id}", total=len(hits), hits=hits)

    def _matching(self, constraints: Iterable[Constraint], today: date, viewer: Viewer) -> tuple[PostingId, ...]:
        wanted = tuple(constraints)
        seen = (posting for posting, entry in self._entries.items() if viewer.sees(entry.stored.owner))
        subjects = ((posting, self._subject(posting, today)) for posting in seen)
        return tuple(posting for posting, subject in subjects if all(each.admits(subject) for each in wanted))

    def _subject(self, posting: PostingId, today: date) -> Subject:
        entry = self._entries[posting]
        if entry.subject is None or entry.subject.today != today:
            entry.subject = Subject(entry.stored, today)
        return entry.subject

    def _score(self, posting: PostingId, stems: Iterable[str]) -> float:
        entry = self._entries[posting]
        average = self._total_length / max(len(self._entries), 1)
        norm = 1 - _B + _B * entry.length / max(average, 1)
        total = 0.0
        for word in stems:
            places = entry.places.get(word, {})
            weight = sum(FIELDS[number].weight * len(positions) for number, positions in places.items())
            total += self._rarity(word) * weight / (weight + _K1 * norm)
        return round(total, 4)

    def _rarity(self, word: str) -> float:
        count = self.vocabulary.count(word)
        return math.log(1 + (len(self._entries) - count + 0.5) / (count + 0.5))

    def _age(self, posting: PostingId) -> float:
        return -self._entries[posting].stored.received.timestamp()

    def _hit(self, posting: PostingId, score: float, stems: Iterable[str], why: tuple[str, ...]) -> Hit:
        snippet = make_snippet(self._entries[posting].stored.text, frozenset(stems))
        return Hit(posting=posting, score=score, why=why, snippet=snippet)

    def _shared(self, posting: PostingId, stems: Iterable[str]) -> tuple[str, ...]:
        places = self._entries[posting].places
        return tuple(f"{FIELDS[min(places[word])].name}: {word}" for word in stems if word in places)

    def _facets(self, ids: Iterable[PostingId]) -> tuple[Facet, ...]:
        modes: Counter[str] = Counter()
        for posting in ids:
            mode = self._entries[posting].stored.posting.work_mode
            modes[mode.value.value if mode else "not stated"] += 1
        counts = tuple(Count(value=value, number=modes[value]) for value in sorted(modes, key=lambda v: (-modes[v], v)))
        return (Facet(field="work_mode", counts=counts),) if counts else ()

    def _relaxations(self, query: Query, today: date, viewer: Viewer) -> tuple[Relaxation, ...]:
        """What each condition hides: the hits without it alone."""
        ways = []
        for constraint in query.constraints:
            total = len(self._matching(query.without([constraint]).constraints, today, viewer))
            if total and len(query.constraints) > 1:
                ways.append(Relaxation(without=constraint.written, total=total))
        return tuple(ways)


def enumerate_fields(stored: StoredPosting) -> Iterable[tuple[int, tuple[object, str]]]:
    """The searched parts of a posting with their numbers in `FIELDS`."""
    return ((FIELDS.index(part), (part, text)) for part, text in field_texts(stored))


def _reasons(query: Query, subject: Subject) -> tuple[str, ...]:
    judged = ((each, each.judge(subject)) for each in query.constraints)
    return tuple(reason for constraint, verdict in judged if (reason := constraint.reason(verdict)))
