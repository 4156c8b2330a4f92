"""Which lines of a page can a pattern match at all? One pass over the page for the cue words of every field.

A field declares its patterns as `Cues`; the words come from the patterns themselves (`bot.text.literals`), so a new
alternative in a pattern cannot be forgotten here. Case and accents do not count. Leaves out whether a line does match:
the field tries that.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from ahocorasick import Automaton

from bot.text.layout import Line
from bot.text.literals import EDGE, needed
from bot.text.pattern import Pattern
from bot.text.tokens import fold_in_place, in_one_form

_BEHIND = Line(sys.maxsize, sys.maxsize, "")  # behind the last line
_BEGINS, _ENDS, _PLACES = 1, 2, 4

_Needing = Pattern | re.Pattern[str] | frozenset[str]


class Cues:
    """Patterns that are tried together; a line without the words that one of them needs is passed over.

    A pattern that is made from a table of terms is given as the function that makes it, or its cue words, at the first
    page.
    """

    def __init__(self, *patterns: _Needing | Callable[[], _Needing]) -> None:
        self._patterns = patterns

    def needs(self) -> tuple[tuple[_Needing, tuple[frozenset[str], ...]], ...]:
        """Each pattern with the sets of words of each of which it needs one.

        Raises ValueError where a pattern needs no word at all: a sieve before it would be wrong.
        """
        patterns = (each() if callable(each) else each for each in self._patterns)
        needs = tuple((each, _needs(each)) for each in patterns)
        if not all(sets for _, sets in needs):
            raise ValueError("a pattern that needs no word cannot stand behind a sieve")
        return needs


def _needs(pattern: _Needing) -> tuple[frozenset[str], ...]:
    if isinstance(pattern, frozenset):
        return (pattern,)
    return pattern.needs if isinstance(pattern, Pattern) else needed(pattern.pattern, pattern.flags)


class Sieve:
    """The cue words of many fields in one automaton; a pattern needs some sets of words, each of which has a number.

    Each word has a place in `_shown` for the sets that it shows inside a word, and three more where edges matter: where
    a word begins, ends, does both.
    """

    def __init__(self, cues: Sequence[Cues]) -> None:
        numbers: dict[frozenset[str], int] = {}
        self._needs: dict[Cues, tuple[frozenset[int], ...]] = {}
        self._needs_of: dict[_Needing, frozenset[int]] = {}
        for each in cues:
            needs = {
                pattern: frozenset(numbers.setdefault(words, len(numbers)) for words in sets)
                for pattern, sets in each.needs()
            }
            self._needs[each] = tuple(needs.values())
            self._needs_of |= needs
        self._masks = {each: tuple(map(_mask, sets)) for each, sets in self._needs.items()}
        shown: dict[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for words, number in numbers.items():
            for word in words:
                edges = _BEGINS * word.startswith(EDGE) + _ENDS * word.endswith(EDGE)
                shown[fold_in_place(word.strip(EDGE))][edges].add(number)
        self._shown: list[tuple[int, ...]] = []
        self._automaton = Automaton()
        for word, by_edges in shown.items():
            edged = by_edges.keys() != {0}
            self._automaton.add_word(word, (len(self._shown), len(word), edged))
            self._shown.extend(_union(by_edges, edges) for edges in range(_PLACES if edged else 1))
        self._automaton.make_automaton()

    @cached_property
    def _shown_masks(self) -> tuple[int, ...]:
        return tuple(map(_mask, self._shown))

    def shown(self, text: str) -> int:
        """What one short text shows, as a mask, in whichever case it is written."""
        shown, stop = 0, len(text)
        for last, (place, length, edged) in self._automaton.iter(_one_form(text)):
            edges = _edges(text, last + 1 - length, last + 1, 0, stop) if edged else 0
            shown |= self._shown_masks[place + edges]
        return shown

    def lets(self, shown: int, cues: Cues) -> bool:
        """Whether a text that shows this may match a pattern behind the cues."""
        for mask in self._masks[cues]:  # noqa: SIM110  (a loop is twice as fast as `any`, and this is the hot spot)
            if shown & mask == mask:
                return True
        return False

    def signs(self, text: str, folded: str, lines: Sequence[Line]) -> "Signs":
        """Which line shows what; `lines` in page order, `folded` the text as `in_one_form` makes it."""
        showing: dict[int, set[int]] = defaultdict(set)
        for place, starts in self._places(text, folded, lines).items():
            for number in self._shown[place]:
                showing[number].update(starts)
        return Signs(self._needs, self._needs_of, showing, frozenset(line.start for line in lines))

    def _places(self, text: str, folded: str, lines: Sequence[Line]) -> dict[int, list[int]]:
        """For each place of `_shown` the starts of the lines that have such a word."""
        found: dict[int, list[int]] = {}
        ahead = iter(lines)
        start, stop = 0, 0
        for last, (place, length, edged) in self._automaton.iter(folded):
            while last >= stop:
                start, stop = next(ahead, _BEHIND)[:2]
            if last < start:
                continue
            if edged:
                begin, end = last + 1 - length, last + 1
                if begin <= start or folded[begin - 1] == " " or _is_edge(text, begin):
                    place += _BEGINS
                if end >= stop or folded[end] == " " or _is_edge(text, end):
                    place += _ENDS
            starts = found.get(place)
            if starts is None:
                found[place] = [start]
            elif starts[-1] != start:
                starts.append(start)
        return found


def _union(by_edges: Mapping[int, set[int]], edges: int) -> tuple[int, ...]:
    """The sets of words shown where these edges are; a word that asks for fewer edges is shown too."""
    return tuple(sorted(frozenset[int]().union(*(by_edges.get(each, ()) for each in {0, edges & 1, edges & 2, edges}))))


class Signs:
    """What the lines of one page show, by the starts of the lines."""

    def __init__(
        self,
        needs: Mapping[Cues, tuple[frozenset[int], ...]],
        needs_of: Mapping[_Needing, frozenset[int]],
        showing: Mapping[int, set[int]],
        every: frozenset[int],
    ) -> None:
        self._needs = needs
        self._needs_of = needs_of
        self._showing = showing
        self._every = every
        self._telling: dict[Cues, frozenset[int]] = {}
        self._matching: dict[Pattern, frozenset[int]] = {}

    def telling(self, cues: Cues) -> frozenset[int]:
        """The starts of the lines that a pattern behind the cues may match: every line for cues not in the sieve."""
        if cues not in self._telling:
            self._telling[cues] = self._found(self._needs[cues]) if cues in self._needs else self._every
        return self._telling[cues]

    def matching(self, pattern: Pattern) -> frozenset[int]:
        """The starts of the lines that the pattern may match: every line for one behind no cues of the sieve."""
        known = self._matching.get(pattern)
        if known is None:
            needs = self._needs_of.get(pattern)
            known = self._matching[pattern] = self._every if needs is None else self._found((needs,))
        return known

    def _found(self, needs: Iterable[frozenset[int]]) -> frozenset[int]:
        found: set[int] = set()
        for numbers in needs:
            shown = [self._showing[number] for number in numbers if number in self._showing]
            if len(shown) == len(numbers):
                found |= set.intersection(*shown)
        return frozenset(found)


def _edges(text: str, begin: int, end: int, start: int, stop: int) -> int:
    """Whether `text[begin:end]` begins a word and whether it ends one, within the line `text[start:stop]`."""
    edges = 0
    if begin <= start or _is_edge(text, begin):
        edges = _BEGINS
    if end >= stop or _is_edge(text, end):
        edges += _ENDS
    return edges


def _is_edge(text: str, place: int) -> bool:
    """Whether a word begins or ends at the place; where a capital follows a small letter, words may be glued."""
    left, right = text[place - 1], text[place]
    return not (left.isalnum() and right.isalnum()) or (right.isupper() and not left.isupper())


# A line is looked at by several fields, and by its sentences.
_one_form = lru_cache(maxsize=4096)(in_one_form)


def _mask(numbers: Iterable[int]) -> int:
    return sum(1 << number for number in numbers)
