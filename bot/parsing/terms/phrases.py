"""Which phrases of a table stand in a text? One pass over the letters, longest phrase first, no overlaps.

In a table a "*" at the end of a word stands for any letters, and a blank also for a hyphen. Case does not count.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from ahocorasick import Automaton

from bot.text.literals import EDGE, cue_words
from bot.text.span import Span
from bot.text.tokens import lower_in_place

L = TypeVar("L")


def beginnings(phrases: Iterable[str]) -> frozenset[str]:
    """The cue words of phrases: each up to its first "*", with blanks and with hyphens."""
    return cue_words(words for phrase in phrases for words in _beginning(_spaced(phrase.lower())))


def _beginning(phrase: str) -> Iterator[str]:
    fixed, star, _ = phrase.partition("*")
    ends = "" if star else EDGE
    first, *others = fixed.split(" ")
    for joints in product(" -", repeat=len(others)):
        yield EDGE + first + "".join(map("".join, zip(joints, others, strict=True))) + ends


@dataclass(frozen=True, slots=True)
class Phrase(Generic[L]):
    """A phrase found: its label in the table and its range of the text."""

    label: L
    span: Span

    def moved(self, by: int) -> "Phrase[L]":
        """The same phrase in a text that has so many code points more before it."""
        return Phrase(self.label, Span(self.span.start + by, self.span.stop + by))


class Phrases(Generic[L]):
    """A table of labelled phrases that can be looked for; of phrases written alike the first one counts."""

    def __init__(self, labelled: Iterable[tuple[L, str]]) -> None:
        entries: dict[str, list[tuple[list[str], L]]] = {}
        for label, phrase in labelled:
            fixed, *others = _spaced(phrase.lower()).split("*")
            entries.setdefault(fixed, []).append((others, label))
        self._automaton = Automaton()
        for fixed, rules in entries.items():
            self._automaton.add_word(fixed, (len(fixed), rules))
        self._automaton.make_automaton()

    def find(self, text: str, start: int = 0, stop: int | None = None) -> Iterator[Phrase[L]]:
        """The phrases in `text[start:stop]` from left to right; where several begin, the longest has the place.

        >>> table = Phrases([("leave", "annual leave"), ("leave", "holiday*"), ("none", "holiday park")])
        >>> [(each.label, each.span.of("Holidays; annual-leave")) for each in table.find("Holidays; annual-leave")]
        [('leave', 'Holidays'), ('leave', 'annual-leave')]
        >>> [each.label for each in table.find("a holiday park")]
        ['none']
        """
        piece = text[start:stop]
        low = _spaced(lower_in_place(piece))
        hits: list[tuple[int, int, L]] = []
        for last, (length, rules) in self._automaton.iter(low):
            begin = last - length + 1
            if begin and low[begin - 1].isalnum() and low[begin].isalnum():
                continue
            for others, label in rules:
                end = _end(low, last + 1, others)
                if end is not None:
                    hits.append((begin, end, label))
                    break
        free = 0
        for begin, end, label in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            if begin >= free:
                free = end
                yield Phrase(label, Span(start + begin, start + end))


def _spaced(low: str) -> str:
    return low.replace("-", " ").replace("\n", " ").replace("\t", " ")


def _end(low: str, place: int, others: list[str]) -> int | None:
    """Where a phrase ends whose first part ended at `place`, or None where the text goes on otherwise.

    Each of the other parts follows the letters that a "*" stands for; a word of the phrase ends where the text's does.
    """
    for part in others:
        while place < len(low) and low[place].isalnum():
            place += 1
        if not low.startswith(part, place):
            return None
        place += len(part)
    open_end = bool(others) and not others[-1]
    inside = place < len(low) and low[place].isalnum() and low[place - 1].isalnum()
    return place if open_end or not inside else None
