"""Why is a posting a hit, and which of its words show it? A match with its reasons, its excerpt and its score."""

from collections.abc import Iterable, Iterator, Sequence

from bot.model.constraints.base import Judged, Subject, Verdict
from bot.model.constraints.words import Words
from bot.model.posting import PostingId
from bot.model.query import Query
from bot.model.results import Hit, Share, Snippet
from bot.model.stored import StoredPosting
from bot.search.plan import FAVOUR, Explanation, Part
from bot.search.plan_query import counts_when_stated
from bot.search.snippets import make_snippet
from bot.text.occurrences import find_words
from bot.text.span import Span

_THOUSANDTHS = 1000
# An excerpt holds few marks; where a word stands first tells enough of where it stands most.
_MARKS = 6


def make_hit(
    subject: Subject, query: Query, *, score: float, told: Explanation | None = None, related: bool = False
) -> Hit:
    """The posting as a hit of the query; `told` says what the score is made of, where that is asked for.

    A `related` one is found by its title, the query's constraints are those that hold beside it.
    """
    judged = [(constraint, constraint.judge(subject)) for constraint in query.constraints]
    reasons = [reason for constraint, verdict in judged if (reason := constraint.reason(verdict))]
    title = subject.stored.posting.title
    if related and title:
        reasons.insert(0, f"related title: {title.value}")
    proofs = [
        verdict
        for constraint, verdict in judged
        if not constraint.excluded and not (isinstance(constraint.criterion, Words) and not constraint.criterion.key)
    ]
    return Hit(
        posting=subject.stored.id,
        score=score,
        why=tuple(dict.fromkeys(reasons)),
        snippet=_snippet(subject.stored, query, proofs),
        related=related,
        shares=(*map(_share, told.parts), *_stated(query, told.favours)) if told is not None else (),
    )


def _stated(query: Query, favours: Sequence[int]) -> Iterator[Share]:
    """What facts that are stated as asked for add to the score."""
    favoured = [constraint for constraint in query.constraints if counts_when_stated(constraint)]
    for place in favours:
        yield Share(words=favoured[place].written, parts=("stated",), score=FAVOUR / _THOUSANDTHS)


def similar_hit(posting: StoredPosting, *, score: float, told: Explanation) -> Hit:
    """The posting as a hit of "similar": the words that it shares, and whether its title names the same work."""
    words = [part.alternative.stems for part in told.parts if part.alternative.field != "occupation"]
    why = [
        f"{part.fields[0]}: {' '.join(part.alternative.stems)}"
        for part in told.parts
        if part.alternative.stems in words
    ]
    title = posting.posting.title
    if len(words) < len(told.parts) and title:
        why.insert(0, f"related title: {title.value}")
    snippet = make_snippet(posting.text, find_words(posting.text, words, most=_MARKS), shown=_title(posting))
    return Hit(posting=PostingId(posting.id), score=score, why=tuple(dict.fromkeys(why)), snippet=snippet)


def _title(stored: StoredPosting) -> str:
    return stored.posting.title.value if stored.posting.title else ""


def _snippet(stored: StoredPosting, query: Query, proofs: Iterable[Judged]) -> Snippet:
    """The excerpt with the words that were looked for and the proofs of facts marked."""
    phrases = query.phrases
    names = [name for phrase in phrases if not phrase.prefix for name in (phrase.stems, *phrase.also)]
    beginnings = [phrase.stems[0] for phrase in phrases if phrase.prefix]
    marks = find_words(stored.text, names, beginnings, most=_MARKS)
    return make_snippet(stored.text, [*marks, *_proof_marks(stored, proofs)], shown=_title(stored))


def _proof_marks(stored: StoredPosting, judged: Iterable[Judged]) -> Iterable[Span]:
    for verdict in judged:
        for proof in verdict.proof if verdict.verdict is Verdict.YES else ():
            start = proof.start if stored.layer is None else stored.text.find(proof.quote)
            if start >= 0 and proof.quote:
                yield Span(start, start + len(proof.quote))


def _share(part: Part) -> Share:
    words = "related title" if part.alternative.field == "occupation" else " ".join(part.alternative.stems)
    return Share(words=words, parts=part.fields, score=part.points / _THOUSANDTHS)
