"""How is a pattern turned into values that know which rule read them?

A rule is data: a name, a pattern, and a production that turns a match into a value or into None ("not this time").
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sentences import sentences
from bot.text.sieve import Cues
from bot.text.span import Span

T = TypeVar("T")

# Where a label may begin: at the start of a line, behind a list mark, a separator or an indent, or after a sentence.
EDGE = r"(?:(?m:^)|(?<=[•|*+>;-] )|(?<=[ \t]{2})|(?<=\. ))"


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A named pattern with its production; the group "said", where the pattern has one, is the quoted part."""

    name: str
    pattern: Pattern
    production: Callable[[re.Match[str]], T | None]
    cues: Cues = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cues", Cues(self.pattern))


def statements(doc: Document, rules: Sequence[Rule[T]], lines: Iterable[Line]) -> Iterator[Found[T]]:
    """Every value that a rule reads in these lines: by line, then by rule, then from left to right."""
    telling = [(rule, starts) for rule in rules if (starts := doc.telling_starts(rule.cues))]
    any_tells = frozenset[int]().union(*(starts for _, starts in telling))
    for line in (line for line in lines if line.start in any_tells):
        for rule in (rule for rule, starts in telling if line.start in starts):
            for match in doc.matches(rule.pattern, line.start, line.stop):
                value = rule.production(match)
                if value is not None:
                    group = "said" if "said" in match.re.groupindex else 0
                    yield doc.found(value, match.start(group), match.end(group), rule.name)


def judged_sentences(
    doc: Document,
    lines: Iterable[Line],
    cues: Cues,
    judged: Callable[[str], T | None],
    rule: str,
    *,
    pieces: Callable[[str, int, int], Iterator[Span]] = sentences,
) -> Iterator[Found[T]]:
    """What each sentence comes to by its words in any order, in page order; None where it comes to nothing.

    For sentences that no turn of phrase takes. `pieces` are what is judged at a time, where that is less than a sentence.
    """
    for line in doc.telling(lines, cues):
        for piece in pieces(doc.text, line.start, line.stop):
            text = piece.of(doc.text)
            value = judged(text)
            if value is not None:
                yield doc.found(value, piece.start, piece.start + len(text.rstrip(" .!")), rule)


def telling_spans(
    doc: Document, lines: Iterable[Line], cues: Cues, said: Callable[[str], Span | None]
) -> Iterator[Span]:
    """The words of each sentence that `said` finds telling, as ranges of the page, in its order."""
    for line in doc.telling(lines, cues):
        for sentence in sentences(doc.text, line.start, line.stop):
            words = said(sentence.of(doc.text))
            if words is not None:
                yield Span(sentence.start + words.start, sentence.start + words.stop)
