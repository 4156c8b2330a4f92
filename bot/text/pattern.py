"""How is a pattern written down, so that it costs nothing until a text needs it, and little where it cannot match?

Leaves out which lines are worth a try at all: `bot.text.sieve` tells that from the words a pattern needs.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from ahocorasick import Automaton

from bot.text.literals import EDGE, needed
from bot.text.openings import openings
from bot.text.tokens import in_one_form

_PATIENCE = 4_000


class Pattern:
    """A regular expression that is compiled when it is first used."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags
        self.patience = _PATIENCE  # code points that are still searched without openings

    def __repr__(self) -> str:
        return f"Pattern({self.source[:60]!r})"

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as the standard library knows it."""
        return re.compile(self.source, self.flags)

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Sets of words; a text that the pattern matches holds a word of each of them."""
        return needed(self.source, self.flags)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.match`."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.fullmatch`."""
        return self.compiled.fullmatch

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.search`."""
        return self.compiled.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """`re.Pattern.finditer`."""
        return self.compiled.finditer

    @cached_property
    def _openings(self) -> re.Pattern[str] | None:
        return openings(self.source, self.flags)

    @cached_property
    def _words(self) -> Automaton:
        automaton = Automaton()
        for word in min(self.needs, key=len):
            automaton.add_word(in_one_form(word.strip(EDGE)), None)
        automaton.make_automaton()
        return automaton

    def may_match(self, folded: str) -> bool:
        """Whether a text in one form has a word that the pattern needs; only for patterns that need some."""
        return next(self._words.iter(folded), None) is not None

    def _known_openings(self, length: int) -> re.Pattern[str] | None:
        """The openings, once so much was searched that they are worth their making."""
        if self.patience > 0:
            self.patience -= length
            return None
        return self._openings

    def places(self, folded: str, start: int, stop: int) -> Iterator[int]:
        """Where in the folded text a match may begin, from left to right; every place where nothing tells."""
        known = self._known_openings(stop - start)
        return (
            iter(range(start, stop))
            if known is None
            else (each.start() for each in known.finditer(folded, start, stop))
        )

    def matches(self, text: str, folded: str, start: int, stop: int) -> Iterator[re.Match[str]]:
        """What `finditer` gives, found faster; `folded` is the text as `in_one_form` makes it."""
        known = self._known_openings(stop - start)
        if known is None:
            yield from self.finditer(text, start, stop)
            return
        free, match = start, self.match
        for place in known.finditer(folded, start, stop):
            begin = place.start()
            if begin >= free and (found := match(text, begin, stop)) is not None:
                yield found
                free = found.end()
