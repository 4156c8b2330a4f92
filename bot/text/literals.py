"""Which words must a text hold before a pattern can match it at all?

Read from the pattern's own syntax tree, so that a sieve of words in front of a pattern can never fall behind it.
Leaves out the sieve itself (`bot.text.sieve`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick import Automaton

_MOST = 48  # strings that one stretch of a pattern may stand for; beyond that it counts as "anything"
_LONGEST = 40
_MOST_SETS = 2  # that a pattern is sieved by
_MOST_KEPT = 6
_TELLING = 6  # by weight: lighter strings stand in most lines anyway
_HEAVIEST = 12
_COMMON = frozenset(" .,-:/")
EDGE = "\b"  # stands in a string for the edge of a word, where the pattern asks for one
_NEEDS_EDGE = 6  # code points: longer strings tell enough without an edge
_WHITE = re.compile(r"\s")
_WORD_CHARACTER = re.compile(r"\w")
_ZERO_WIDTH = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})


_EMPTY = frozenset({""})


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern says: all strings that it can be (None: too many), and what it holds, set by set.

    It begins with one of `starts` and ends with one of `ends`.
    """

    exact: frozenset[str] | None
    holds: tuple[frozenset[str], ...] = ()
    starts: frozenset[str] = _EMPTY
    ends: frozenset[str] = _EMPTY


def _exact(strings: frozenset[str]) -> _Part:
    return _Part(strings, (), strings, strings)


_ANYTHING = _Part(None)
_NOTHING = _exact(_EMPTY)
_WORD_EDGE = _exact(frozenset({EDGE}))


def needed(source: str, flags: int = 0) -> tuple[frozenset[str], ...]:
    r"""Sets of strings in lower case; every text that the pattern matches holds a string of each of them.

    The most telling sets only, two at most; none when the pattern names no string. `EDGE` at either end of a short
    string says that a word begins or ends there; a blank stands for any white space.

    >>> [sorted(words) for words in needed(r"\b(?:full|part)[- ]time\b")]
    [['full time', 'full-time', 'part time', 'part-time']]
    >>> [sorted(words) for words in needed(r"\d (?:ans?\b|years)")]
    [[' an\x08', ' ans\x08', ' years']]
    >>> [sorted(words) for words in needed(r"(?:day|week)s?\s+remote(?:ly)?")]
    [[' remote'], ['day ', 'days ', 'week ', 'weeks ']]
    >>> needed(r"\w+")
    ()
    """
    part = _sequence(parser.parse(source, flags & ~re.DEBUG))
    first, *others = dict.fromkeys(map(cue_words, _best(_all_held(part)))) or (frozenset(),)
    telling = (words for words in others if min(map(_weight, words)) >= _TELLING and not _implied(words, first))
    return tuple(words for words in (first, *islice(telling, _MOST_SETS - 1)) if words)


def cue_words(strings: Iterable[str]) -> frozenset[str]:
    """The strings as words that a text may be sieved by, without those that hold another one of them."""
    return _shortest(frozenset(map(_trimmed, strings)))


def _trimmed(string: str) -> str:
    """The string with an edge only where it tells: at an end that is a letter or a digit, of a short string."""
    bare = string.replace(EDGE, "")
    if len(bare) > _NEEDS_EDGE:
        return bare
    before = EDGE if string[0] == EDGE and _WORD_CHARACTER.match(bare) else ""
    return before + bare + (EDGE if string[-1] == EDGE and _WORD_CHARACTER.match(bare[-1]) else "")


def _shortest(strings: frozenset[str]) -> frozenset[str]:
    """The strings without those that hold another one of them."""
    if len(strings) == 1:
        return strings
    automaton = Automaton()
    for string in strings:
        automaton.add_word(string, len(string))
    automaton.make_automaton()
    return frozenset(each for each in strings if all(length == len(each) for _, length in automaton.iter(each)))


def _implied(words: frozenset[str], first: frozenset[str]) -> bool:
    """Whether a text with one of the first strings holds one of these words anyway."""
    return all(any(word in each for word in words) for each in first)


def _all_held(part: _Part) -> tuple[frozenset[str], ...]:
    return part.holds if part.exact is None else (*part.holds, part.exact)


def _best(candidates: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The sets, most telling first: the longer its shortest string, the better; an empty string says nothing."""
    telling = [each for each in candidates if each and not any(not string.strip(EDGE) for string in each)]
    if len(telling) < 2:
        return telling
    return sorted(telling, key=lambda each: (-min(_HEAVIEST, *map(_weight, each)), bool(each & _COMMON), len(each)))


def _weight(string: str) -> int:
    """How much a string tells: two for each code point, one for an edge."""
    return 2 * len(string) - string.count(EDGE)


def _sequence(nodes: Sequence[tuple[Any, Any]]) -> _Part:
    """Parts in a row: strings are put together as long as they stay few."""
    nodes = getattr(nodes, "data", nodes)  # the list inside: its wrapper is slow to go through
    letters = [chr(value) for code, value in nodes if code is op.LITERAL]
    if len(letters) == len(nodes):
        return _exact(frozenset({_plain("".join(letters))}))  # most branches are plain words
    run = _EMPTY
    runs: list[frozenset[str]] = []
    found: list[frozenset[str]] = []
    for part in _parts(nodes):
        found.extend(part.holds)
        joined = _joined(run, part.starts)
        if joined is not None and part.exact is not None:
            run = joined
        else:
            runs.append(run if joined is None else joined)
            run = part.ends
    if not runs:
        return _Part(run, tuple(_best(found)[:_MOST_KEPT]), run, run)
    return _Part(None, tuple(_best((*found, *runs, run))[:_MOST_KEPT]), runs[0], run)


def _parts(nodes: Iterable[tuple[Any, Any]]) -> Iterator[_Part]:
    """The parts in a row; letters next to each other are one."""
    for plain, group in groupby(nodes, key=lambda node: node[0] is op.LITERAL):
        if plain:
            yield _exact(frozenset({_plain("".join([chr(value) for _, value in group]))}))
        else:
            yield from (_node(code, value) for code, value in group)


def _joined(left: frozenset[str], right: frozenset[str]) -> frozenset[str] | None:
    if len(left) * len(right) > max(_MOST, len(left), len(right)):
        return None
    strings = right if left == _EMPTY else frozenset(first + second for first, second in product(left, right))
    return strings if max(map(len, strings)) <= _LONGEST else None


def _node(code: Any, value: Any) -> _Part:
    if is_edge(code, value):
        return _WORD_EDGE
    if code in _ZERO_WIDTH:
        return _NOTHING
    if code is op.IN:
        return _one_of(value)
    if code is op.BRANCH:
        return _branches([_sequence(branch) for branch in value[1]])
    if code is op.SUBPATTERN:
        return _sequence(value[-1])
    if code is op.ATOMIC_GROUP:
        return _sequence(value)
    return _repeated(*value) if code in REPEATS else _ANYTHING


def is_edge(code: Any, value: Any) -> bool:
    r"""Whether a node is "\b", or a look-around that admits no letter: "(?!\w)", "(?<![\w-])"."""
    if code is op.AT:
        return value is op.AT_BOUNDARY
    if code is not op.ASSERT_NOT or len(value[1]) != 1:
        return False
    inner, choices = value[1][0]
    return inner is op.IN and choices[0][0] is not op.NEGATE and (op.CATEGORY, op.CATEGORY_WORD) in choices


def _one_of(choices: Sequence[tuple[Any, Any]]) -> _Part:
    """A set of characters, where it is a short list of them."""
    if any(code is not op.LITERAL and value is not op.CATEGORY_SPACE for code, value in choices):
        return _ANYTHING
    return _exact(frozenset(" " if code is op.CATEGORY else _plain(chr(value)) for code, value in choices))


def _plain(letters: str) -> str:
    return _WHITE.sub(" ", letters).lower()


def _branches(parts: Sequence[_Part]) -> _Part:
    starts, ends = _union(part.starts for part in parts), _union(part.ends for part in parts)
    if all(part.exact is not None for part in parts):
        return _Part(starts, (), starts, ends)
    each = [_best(_all_held(part)) for part in parts]
    return _Part(None, (_union(sets[0] for sets in each),) if all(each) else (), starts, ends)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


def _repeated(least: int, most: int, nodes: Sequence[tuple[Any, Any]]) -> _Part:
    part = _sequence(nodes)
    if (least, most) == (1, 1):
        return part
    if least:
        return _Part(None, tuple(_best(_all_held(part))), part.starts, part.ends)
    if most == 1 and part.exact is not None:
        return _exact(part.exact | _EMPTY)
    return _ANYTHING
