"""What does a search give back? Hits with reasons, counts per value, and ways out of an empty result.

Leaves out markup: views turn a snippet's highlights into it.
"""

from bot.model.evidence import Value
from bot.model.posting import PostingId
from bot.text.span import Span


class Snippet(Value):
    """An excerpt of the raw text, its blanks folded; `highlights` are ranges of `text`, in order, disjoint."""

    text: str
    highlights: tuple[Span, ...] = ()


class Correction(Value):
    """A word of the query that was read as another word."""

    written: str
    read: str


class Share(Value):
    """What one word or phrase of a query added to the score of a hit, and the parts of the posting that hold it."""

    words: str
    parts: tuple[str, ...]
    score: float


class Hit(Value):
    """One posting that matches; a higher score is better, `why` names the fields and the words that matched.

    A `related` hit does not hold the words of the query: its title names the same work in other words. `shares` are
    the terms of the score, filled in when they are asked for.
    """

    posting: PostingId
    score: float
    why: tuple[str, ...]
    snippet: Snippet
    related: bool = False
    shares: tuple[Share, ...] = ()


class Count(Value):
    """How many of the hits have one value of a facet; "not stated" is a value too."""

    value: str
    number: int


class Facet(Value):
    """The hits counted by the values of one field, most frequent first, then by value."""

    field: str
    counts: tuple[Count, ...]


class Relaxation(Value):
    """What a query would find without some of its conditions: `without` holds them as the line writes them."""

    without: str
    total: int


class Page(Value):
    """A slice of the hits of one query, in total order: score, then newest, then id.

    `reading` is the canonical query line, `unread` the words that were not used, `total` counts all hits, `related`
    those of them that were found by their title's occupation. `described` are the constraints in words, `widened` the
    words with the other names that were searched for as well.
    """

    query: str
    reading: str
    unread: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    described: tuple[str, ...] = ()
    widened: tuple[Correction, ...] = ()
    total: int = 0
    related: int = 0
    hits: tuple[Hit, ...] = ()
    facets: tuple[Facet, ...] = ()
    relax: tuple[Relaxation, ...] = ()

    @property
    def read_as(self) -> dict[str, str]:
        """Each word that was read as others, with those in words: “electrician” or “electrical”."""
        read: dict[str, list[str]] = {}
        for correction in self.corrections:
            read.setdefault(correction.written, []).append(f"“{correction.read}”")
        return {word: " or ".join(others) for word, others in read.items()}
