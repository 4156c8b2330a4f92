"""Which phrases of a table stand in a text? One pass over the words, longest phrase first, no overlaps.

In a table a "*" at the end of a word stands for any letters, and a blank also for a hyphen. Case does not count.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.text.span import Span

L = TypeVar("L")
_WORD = re.compile(r"[^\W_]+\*?|[^\w\s-]")


def telling_words(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the longest word of each phrase: a cheap sieve before the phrases are looked for."""
    words = {max(_WORD.findall(phrase), key=len).rstrip("*") for phrase in phrases}
    return re.compile("|".join(map(re.escape, sorted(words))), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase(Generic[L]):
    """A phrase found: its label in the table and its range of the text."""

    label: L
    span: Span


class Phrases(Generic[L]):
    """A table of labelled phrases that can be looked for."""

    def __init__(self, labelled: Iterable[tuple[L, str]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], L]]] = {}
        self._opening: dict[str, list[tuple[tuple[str, ...], L]]] = {}
        for label, phrase in labelled:
            words = tuple(_WORD.findall(phrase.lower()))
            place = self._opening if words[0].endswith("*") else self._exact
            place.setdefault(words[0].rstrip("*"), []).append((words, label))
        for entries in (*self._exact.values(), *self._opening.values()):
            entries.sort(key=lambda entry: -len(entry[0]))
        self._lengths = tuple(sorted({len(key) for key in self._opening}, reverse=True))

    def find(self, text: str, start: int = 0, stop: int | None = None) -> Iterator[Phrase[L]]:
        """The phrases in `text[start:stop]` from left to right; where several begin, the longest has the place.

        >>> table = Phrases([("leave", "annual leave"), ("leave", "holiday*"), ("none", "holiday park")])
        >>> [(each.label, each.span.of("Holidays; annual-leave")) for each in table.find("Holidays; annual-leave")]
        [('leave', 'Holidays'), ('leave', 'annual-leave')]
        >>> [each.label for each in table.find("a holiday park")]
        ['none']
        """
        matches = list(_WORD.finditer(text, start, len(text) if stop is None else stop))
        words = [match.group().lower() for match in matches]
        place = 0
        while place < len(words):
            found = self._longest(words, place)
            if found is not None:
                size, label = found
                yield Phrase(label, Span(matches[place].start(), matches[place + size - 1].end()))
                place += size
            else:
                place += 1

    def _longest(self, words: list[str], place: int) -> tuple[int, L] | None:
        word = words[place]
        entries = self._exact.get(word, ())
        best = next(((len(each), label) for each, label in entries if _fits(each, words, place)), None)
        for length in self._lengths:
            for each, label in self._opening.get(word[:length], ()) if len(word) >= length else ():
                if (best is None or len(each) > best[0]) and _fits(each, words, place):
                    best = (len(each), label)
        return best


def _fits(phrase: tuple[str, ...], words: list[str], place: int) -> bool:
    if place + len(phrase) > len(words):
        return False
    return all(
        word == part or (part.endswith("*") and word.startswith(part[:-1]))
        for part, word in zip(phrase, words[place : place + len(phrase)], strict=True)
    )
