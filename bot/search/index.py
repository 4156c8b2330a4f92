"""Which postings match a query, in which order, and why? The engine's matches as a page of hits.

Order is total: score, then newest, then number. Leaves out how a line is read (`bot.search.read_query`) and how
matches are found (`bot.search.engine`).
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from bot.model.constraints.base import Subject
from bot.model.posting import PostingId
from bot.model.query import Query
from bot.model.results import Count, Facet, Hit, Page, Relaxation
from bot.model.stored import StoredPosting
from bot.model.viewer import HOST, Viewer
from bot.search.engine.engine import Engine
from bot.search.engine.selection import Selection
from bot.search.plan import Alternative, Group, Match, Plan
from bot.search.plan_query import plan_query
from bot.search.snippets import make_snippet
from bot.search.vocabulary import Vocabulary
from bot.text.tokens import terms

_SIMILAR_TERMS = 12
_FEW_HITS = 1


class Index:
    """Postings by their words and values; `fetch` gives a posting that the engine knows by its number."""

    def __init__(self, engine: Engine, fetch: Callable[[PostingId], StoredPosting]) -> None:
        self.engine = engine
        self.vocabulary = Vocabulary(engine.words)
        self._fetch = fetch

    def holding(self, stems: Sequence[str]) -> tuple[PostingId, ...]:
        """The postings that hold every one of the stems anywhere, by number; () for no stems."""
        parts = dict.fromkeys(part for word in stems for part, _ in terms(word))
        plan = Plan(tuple(Group((Alternative((part,)),)) for part in parts))
        return self.engine.select(plan).ids() if parts else ()

    def search(self, query: Query, *, today: date, limit: int, offset: int = 0, viewer: Viewer = HOST) -> Page:
        """The slice of hits that starts after the first `offset` ones, with facets over all hits the viewer may see."""
        selection = self.engine.select(plan_query(query, today), viewer=viewer)
        stems = tuple(dict.fromkeys(stem for phrase in query.phrases for stem in phrase.stems))
        hits = tuple(
            self._hit(match, stems, _reasons(query, Subject(self._fetch(match.posting), today)))
            for match in selection.matches(limit, offset).best
        )
        return Page(
            query=query.typed,
            reading=query.reading,
            unread=query.unread,
            corrections=query.corrections,
            total=selection.total,
            hits=hits,
            facets=_facets(selection),
            relax=self._relaxations(query, today, viewer) if selection.total < _FEW_HITS else (),
        )

    def similar(self, stored: StoredPosting, *, limit: int, viewer: Viewer = HOST) -> Page:
        """The postings that share the rarest words of a posting's title and skills; itself left out."""
        posting = stored.posting
        text = " ".join([posting.title.value if posting.title else "", *(found.value for found in posting.skills)])
        stems = dict.fromkeys(stem for stem, _ in terms(text))
        telling = tuple(sorted(stems, key=lambda word: (self.vocabulary.count(word), word))[:_SIMILAR_TERMS])
        plan = Plan(either=tuple(Group((Alternative((word,)),)) for word in telling))
        best = self.engine.select(plan, viewer=viewer).matches(limit + 1).best if telling else ()
        others = [match for match in best if match.posting != stored.id][:limit]
        hits = tuple(self._hit(match, telling, self._shared(plan, match.posting)) for match in others)
        return Page(query="", reading=f"similar to #{stored.id}", total=len(hits), hits=hits)

    def _hit(self, match: Match, stems: Iterable[str], why: tuple[str, ...]) -> Hit:
        snippet = make_snippet(self._fetch(match.posting).text, frozenset(stems))
        return Hit(posting=match.posting, score=match.score, why=why, snippet=snippet)

    def _shared(self, plan: Plan, posting: PostingId) -> tuple[str, ...]:
        parts = self.engine.explain(plan, posting)
        return tuple(f"{part.fields[0]}: {' '.join(part.alternative.stems)}" for part in parts)

    def _relaxations(self, query: Query, today: date, viewer: Viewer) -> tuple[Relaxation, ...]:
        """What each condition hides: the hits without it alone."""
        ways = []
        for constraint in query.constraints:
            total = self.engine.select(plan_query(query.without([constraint]), today), viewer=viewer).total
            if total and len(query.constraints) > 1:
                ways.append(Relaxation(without=constraint.written, total=total))
        return tuple(ways)


def _facets(selection: Selection) -> tuple[Facet, ...]:
    if not selection.total:
        return ()
    tally = selection.tally("work_mode")
    counts = [*tally.counts, *([("not stated", tally.not_stated)] if tally.not_stated else [])]
    ordered = sorted(counts, key=lambda count: (-count[1], count[0]))
    return (Facet(field="work_mode", counts=tuple(Count(value=value, number=number) for value, number in ordered)),)


def _reasons(query: Query, subject: Subject) -> tuple[str, ...]:
    judged = ((each, each.judge(subject)) for each in query.constraints)
    return tuple(reason for constraint, verdict in judged if (reason := constraint.reason(verdict)))
