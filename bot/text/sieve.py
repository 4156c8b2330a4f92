"""Which lines of a page can a pattern match at all? One pass over the page for the cue words of every field.

A field declares its patterns as `Cues`; the words come from the patterns themselves (`bot.text.literals`), so a new
alternative in a pattern cannot be forgotten here. Case and accents do not count. Leaves out whether a line does match:
the field tries that.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ahocorasick import Automaton

from bot.text.layout import Line
from bot.text.literals import needed
from bot.text.tokens import fold_in_place

_NO_MORE: tuple[int, tuple[int, tuple[int, ...]]] = (sys.maxsize, (0, ()))
_NONE: set[int] = set()


class Cues:
    """Patterns that are tried together; a line without the words that one of them needs is passed over.

    A pattern that is made from a table of terms is given as the function that makes it, and made at the first page.
    """

    def __init__(self, *patterns: re.Pattern[str] | Callable[[], re.Pattern[str]]) -> None:
        self._patterns = patterns

    def needs(self) -> tuple[tuple[frozenset[str], ...], ...]:
        """For each pattern the sets of words of each of which it needs one.

        Raises ValueError where a pattern needs no word at all: a sieve before it would be wrong.
        """
        needs = tuple(needed(each if isinstance(each, re.Pattern) else each()) for each in self._patterns)
        if not all(needs):
            raise ValueError("a pattern that needs no word cannot stand behind a sieve")
        return needs


class Sieve:
    """The cue words of many fields in one automaton; a pattern needs some of the sets, each of which has a number."""

    def __init__(self, cues: Sequence[Cues]) -> None:
        numbers: dict[frozenset[str], int] = {}
        self._needs = {
            each: tuple(frozenset(numbers.setdefault(words, len(numbers)) for words in sets) for sets in each.needs())
            for each in cues
        }
        self._masks = {each: tuple(map(_mask, needs)) for each, needs in self._needs.items()}
        signs: dict[str, set[int]] = {}
        for words, number in numbers.items():
            for word in map(fold_in_place, words):
                signs.setdefault(word, set()).add(number)
        self._automaton = Automaton()
        for word, shown in signs.items():
            self._automaton.add_word(word, (_mask(shown), tuple(shown)))
        self._automaton.make_automaton()

    def shown(self, text: str) -> int:
        """What one short text shows, as a mask, in whichever case it is written."""
        shown = 0
        for _, (mask, _) in self._automaton.iter(fold_in_place(text)):
            shown |= mask
        return shown

    def lets(self, shown: int, cues: Cues) -> bool:
        """Whether a text that shows this may match a pattern behind the cues."""
        for mask in self._masks[cues]:  # noqa: SIM110  (a loop is twice as fast as `any`, and this is the hot spot)
            if shown & mask == mask:
                return True
        return False

    def signs(self, folded: str, lines: Sequence[Line]) -> "Signs":
        """Which line shows what; `lines` in page order, `folded` the page as `fold_in_place` makes it."""
        showing: dict[int, set[int]] = defaultdict(set)
        hits = self._automaton.iter(folded)
        last, (_, numbers) = next(hits, _NO_MORE)
        for line in lines:
            while last < line.start:
                last, (_, numbers) = next(hits, _NO_MORE)
            start, stop = line.start, line.stop
            while last < stop:
                for number in numbers:
                    showing[number].add(start)
                last, (_, numbers) = next(hits, _NO_MORE)
        return Signs(self._needs, showing, frozenset(line.start for line in lines))


class Signs:
    """What the lines of one page show, by the starts of the lines."""

    def __init__(
        self,
        needs: Mapping[Cues, tuple[frozenset[int], ...]],
        showing: Mapping[int, set[int]],
        every: frozenset[int],
    ) -> None:
        self._needs = needs
        self._showing = showing
        self._every = every
        self._telling: dict[Cues, frozenset[int]] = {}

    def telling(self, cues: Cues) -> frozenset[int]:
        """The starts of the lines that a pattern behind the cues may match: every line for cues not in the sieve."""
        if cues not in self._telling:
            self._telling[cues] = self._found(self._needs[cues]) if cues in self._needs else self._every
        return self._telling[cues]

    def _found(self, needs: Iterable[frozenset[int]]) -> frozenset[int]:
        showing = self._showing
        each = (set.intersection(*(showing.get(number, _NONE) for number in numbers)) for numbers in needs)
        return frozenset().union(*each)


def _mask(numbers: Iterable[int]) -> int:
    return sum(1 << number for number in numbers)
