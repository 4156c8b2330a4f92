"""Which lines of a page can a pattern match at all? One pass over the page for the cue words of every field.

A field declares its patterns as `Cues`; the words come from the patterns themselves (`bot.text.literals`), so a new
alternative in a pattern cannot be forgotten here. Case and accents do not count. Leaves out whether a line does match:
the field tries that.
"""

import re
import sys
from collections.abc import Callable, Iterable, Sequence

from ahocorasick import Automaton

from bot.text.layout import Line
from bot.text.literals import needed
from bot.text.tokens import fold_in_place

_NO_MORE = (sys.maxsize, 0)


class Cues:
    """Patterns that are tried together; a line without a word that one of them needs is passed over.

    A pattern that is made from a table of terms is given as the function that makes it, and made at the first page.
    """

    def __init__(self, *patterns: re.Pattern[str] | Callable[[], re.Pattern[str]]) -> None:
        self._patterns = patterns

    def words(self) -> frozenset[str]:
        """Strings in lower case, one of which stands wherever one of the patterns matches.

        Raises ValueError where a pattern needs no word at all: a sieve before it would be wrong.
        """
        found = [needed(each if isinstance(each, re.Pattern) else each()) for each in self._patterns]
        if not all(found):
            raise ValueError("a pattern that needs no word cannot stand behind a sieve")
        return frozenset[str]().union(*found)


class Sieve:
    """The cue words of many fields in one automaton; a set of cues is a number with one bit each."""

    def __init__(self, cues: Sequence[Cues]) -> None:
        self._bits = {each: 1 << place for place, each in enumerate(cues)}
        signs: dict[str, int] = {}
        for each, bit in self._bits.items():
            for word in map(fold_in_place, each.words()):
                signs[word] = signs.get(word, 0) | bit
        self._automaton = Automaton()
        for word, bits in signs.items():
            self._automaton.add_word(word, bits)
        self._automaton.make_automaton()

    def bit(self, cues: Cues) -> int:
        """The bit of these cues; raises KeyError for cues that the sieve was not made of."""
        return self._bits[cues]

    def shown(self, text: str) -> int:
        """The bits of all cues that one short text shows, in whichever case it is written."""
        shown = 0
        for _, bits in self._automaton.iter(fold_in_place(text)):
            shown |= bits
        return shown

    def signs(self, folded: str, lines: Iterable[Line]) -> dict[int, int]:
        """By the start of each line, the bits of all cues that it shows.

        `lines` are in page order, `folded` is the page without case and accents, every letter in its place.
        """
        signs: dict[int, int] = {}
        hits = self._automaton.iter(folded)
        last, bits = next(hits, _NO_MORE)
        for line in lines:
            while last < line.start:
                last, bits = next(hits, _NO_MORE)
            shown, stop = 0, line.stop
            while last < stop:
                shown |= bits
                last, bits = next(hits, _NO_MORE)
            signs[line.start] = shown
        return signs
