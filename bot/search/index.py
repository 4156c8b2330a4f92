"""Which postings match a query, in which order, and why? The engine's matches as a page of hits.

Order is total: score, then newest, then number. Where few postings hold the words of a query that names a kind of
work, those follow whose titles name it in other words. Leaves out how a line is read (`bot.search.read_query`) and how
matches are found (`bot.search.engine`).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bot.model.constraints.base import Subject
from bot.model.posting import PostingId
from bot.model.query import Query
from bot.model.results import Correction, Hit, Page
from bot.model.stored import StoredPosting
from bot.model.viewer import HOST, Viewer
from bot.search.engine.engine import Engine
from bot.search.engine.selection import Selection
from bot.search.facets import COLUMNS, facets
from bot.search.hits import make_hit, similar_hit
from bot.search.plan import Alternative, Between, Group, Match, Plan, Tally
from bot.search.plan_query import plan_query
from bot.search.read_query import read_again
from bot.search.related import Related, occupation_groups, related_to
from bot.search.relax import relaxations
from bot.search.vocabulary import Vocabulary
from bot.text.tokens import terms

_SIMILAR_TERMS = 12
# From so many on, postings that hold the words are enough, and no related ones follow.
_ENOUGH = 50
# Below so many, the ways out are worth showing.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Look:
    """How a search is looked at: by whom, on which day, which slice, and what is shown beside the hits."""

    today: date
    limit: int
    offset: int = 0
    viewer: Viewer = HOST
    columns: Sequence[str] = COLUMNS
    explained: bool = False


@dataclass(frozen=True, slots=True)
class _Others:
    """Related postings: all of them, and those that the exact search found already."""

    how: Related
    selection: Selection
    both: Selection

    @property
    def total(self) -> int:
        return self.selection.total - self.both.total


class Index:
    """Postings by their words and values; `fetch` gives a posting that the engine knows by its number."""

    def __init__(self, engine: Engine, fetch: Callable[[PostingId], StoredPosting]) -> None:
        self.engine = engine
        self._fetch = fetch

    def vocabulary(self, viewer: Viewer = HOST) -> Vocabulary:
        """The words that the viewer may know of."""
        return Vocabulary(self.engine.words(viewer))

    def holding(self, stems: Sequence[str], *, viewer: Viewer = HOST) -> tuple[PostingId, ...]:
        """The postings that hold every one of the stems anywhere and that the viewer may see; () for no stems."""
        parts = dict.fromkeys(part for word in stems for part, _ in terms(word))
        plan = Plan(tuple(Group((Alternative((part,)),)) for part in parts))
        return self.engine.select(plan, viewer=viewer).ids() if parts else ()

    def search(self, query: Query, look: Look) -> Page:
        """The slice of hits that the viewer may see, with facets over all of them and ways out where there are few."""
        query, exact = self._selected(query, look.today, look.viewer)
        plan = plan_query(query, look.today)
        others = self._others(query, exact, look) if exact.total < _ENOUGH else None
        hits = [self._hit(match, query, plan, look) for match in exact.matches(look.limit, look.offset).best]
        if others is not None and len(hits) < look.limit:
            hits += self._related_hits(query, exact, others, look, already=len(hits))
        total = exact.total + (others.total if others else 0)
        return Page(
            query=query.typed,
            reading=query.reading,
            unread=query.unread,
            corrections=query.corrections,
            described=query.described,
            widened=_widened(query),
            total=total,
            related=total - exact.total,
            hits=tuple(hits),
            facets=tuple(facets(partial(_tally, exact, others), look.columns)) if total else (),
            relax=relaxations(query, total, partial(self._count, look)) if total < _FEW else (),
        )

    def best(
        self, query: Query, *, today: date, limit: int, offset: int = 0, viewer: Viewer = HOST
    ) -> tuple[tuple[PostingId, ...], int]:
        """The postings of `search` alone, and how many match in all; for those who show no reasons."""
        _, selection = self._selected(query, today, viewer)
        return tuple([match.posting for match in selection.matches(limit, offset).best]), selection.total

    def count(self, query: Query, *, today: date, viewer: Viewer = HOST) -> int:
        """How many hits the viewer may see."""
        return self.engine.select(plan_query(query, today), viewer=viewer).total

    def newcomers(self, query: Query, *, today: date, since: date, viewer: Viewer = HOST) -> tuple[PostingId, ...]:
        """The hits that were received on the day `since` or later, best first."""
        plan = plan_query(query, today)
        received = Between("received", low=float(since.toordinal()), stated_only=True)
        selection = self.engine.select(replace(plan, tests=(*plan.tests, received)), viewer=viewer)
        return tuple(match.posting for match in selection.matches(selection.total).best)

    def closing(
        self, query: Query, *, today: date, first: date, last: date, viewer: Viewer = HOST
    ) -> tuple[PostingId, ...]:
        """The hits whose stated deadline is a day from `first` to `last`, both included, best first."""
        plan = plan_query(query, today)
        deadline = Between("deadline", float(first.toordinal()), float(last.toordinal()), stated_only=True)
        selection = self.engine.select(replace(plan, tests=(*plan.tests, deadline)), viewer=viewer)
        return tuple(match.posting for match in selection.matches(selection.total).best)

    def similar(self, stored: StoredPosting, *, limit: int, viewer: Viewer = HOST) -> Page:
        """The postings that share the rarest words of a posting's title and skills, or its work; itself left out."""
        title = stored.posting.title.value if stored.posting.title else ""
        text = " ".join([title, *(found.value for found in stored.posting.skills)])
        stems = dict.fromkeys(stem for stem, _ in terms(text))
        count = self.vocabulary(viewer).count
        telling = sorted(stems, key=lambda word: (count(word), word))[:_SIMILAR_TERMS]
        plan = Plan(either=(*(Group((Alternative((word,)),)) for word in telling), *occupation_groups(title)))
        best = self.engine.select(plan, viewer=viewer).matches(limit + 1).best if plan.either else ()
        others = [match for match in best if match.posting != stored.id][:limit]
        hits = tuple(
            similar_hit(self._fetch(each.posting), score=each.score, told=self.engine.explain(plan, each.posting))
            for each in others
        )
        return Page(query="", reading=f"similar to #{stored.id}", total=len(hits), hits=hits)

    def _selected(self, query: Query, today: date, viewer: Viewer) -> tuple[Query, Selection]:
        """The postings of a query; where there are none, those of the query that doubts its words as well."""
        selection = self.engine.select(plan_query(query, today), viewer=viewer)
        again = None if selection.total else read_again(query, self.vocabulary(viewer))
        if again is None:
            return query, selection
        others = self.engine.select(plan_query(again, today), viewer=viewer)
        return (again, others) if others.total else (query, selection)

    def _hit(self, match: Match, query: Query, plan: Plan, look: Look) -> Hit:
        told = self.engine.explain(plan, match.posting) if look.explained else None
        return make_hit(Subject(self._fetch(match.posting), look.today), query, score=match.score, told=told)

    def _others(self, query: Query, exact: Selection, look: Look) -> _Others | None:
        how = related_to(query, look.today)
        if how is None:
            return None
        selection = self.engine.select(how.plan, viewer=look.viewer)
        return _Others(how, selection, exact.shared(selection))

    def _related_hits(self, query: Query, exact: Selection, others: _Others, look: Look, *, already: int) -> list[Hit]:
        """The slice of related postings behind the exact ones, their scores below those."""
        known = exact.matches(exact.total).best
        first = max(look.offset - exact.total, 0)
        ranked = others.selection.matches(exact.total + look.offset + look.limit).best
        held = {match.posting for match in known}
        chosen = [match for match in ranked if match.posting not in held][first : first + look.limit - already]
        ceiling = known[-1].score if known else 1.0
        most = ranked[0].points + 1 if ranked else 1
        return [
            make_hit(
                Subject(self._fetch(match.posting), look.today),
                query.without(others.how.naming),
                score=round(ceiling * match.points / most, 4),
                related=True,
            )
            for match in chosen
        ]

    def _count(self, look: Look, query: Query) -> int:
        return self.engine.select(plan_query(query, look.today), viewer=look.viewer).total


def _tally(exact: Selection, others: _Others | None, column: str) -> Tally:
    """The counts of a column over the exact and the related hits together."""
    told = exact.tally(column)
    if others is None:
        return told
    more, both = others.selection.tally(column), others.both.tally(column)
    counts = Counter(dict(told.counts)) + Counter(dict(more.counts))
    counts.subtract(dict(both.counts))
    ordered = sorted(((value, count) for value, count in counts.items() if count), key=lambda each: (-each[1], each[0]))
    return Tally(column, tuple(ordered), told.not_stated + more.not_stated - both.not_stated)


def _widened(query: Query) -> tuple[Correction, ...]:
    """The other names that were looked for as well."""
    return tuple(
        Correction(written=phrase.written, read=" ".join(name)) for phrase in query.phrases for name in phrase.also
    )
