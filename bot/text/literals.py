"""Which words must a text hold before a pattern can match it at all?

Read from the pattern's own syntax tree, so that a sieve of words in front of a pattern can never fall behind it.
Leaves out the sieve itself (`bot.text.sieve`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 48  # strings that one stretch of a pattern may stand for; beyond that it counts as "anything"
_LONGEST = 24
_ZERO_WIDTH = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern says: all strings that it can be (None: too many), and strings one of which it holds."""

    exact: frozenset[str] | None
    holds: frozenset[str] | None


_ANYTHING = _Part(None, None)
_NOTHING = _Part(frozenset({""}), None)


@cache
def needed(pattern: re.Pattern[str]) -> frozenset[str]:
    """Strings in lower case, one of which stands in every text that the pattern matches; empty when it names none.

    >>> sorted(needed(re.compile(r"\\b(?:full|part)[- ]time\\b", re.IGNORECASE)))
    ['full time', 'full-time', 'part time', 'part-time']
    >>> sorted(needed(re.compile("remote(?:ly)?")))
    ['remote']
    >>> sorted(needed(re.compile(r"\\d+ ?% travel")))
    ['% travel']
    >>> needed(re.compile(r"\\w+"))
    frozenset()
    """
    part = _sequence(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    return _shortest(_best((part.holds, part.exact)) or frozenset())


def _shortest(strings: frozenset[str]) -> frozenset[str]:
    """The strings without those that hold another one of them."""
    return frozenset(each for each in strings if not any(other in each for other in strings if other != each))


def _best(candidates: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """The candidate whose shortest string is longest; one with an empty string says nothing."""
    telling = [each for each in candidates if each and "" not in each]
    return max(telling, key=lambda each: (min(min(map(len, each)), 6), -len(each)), default=None)


def _sequence(nodes: Iterable[tuple[Any, Any]]) -> _Part:
    """Parts in a row: strings are put together as long as they stay few."""
    run: frozenset[str] | None = frozenset({""})
    whole = True
    found: list[frozenset[str] | None] = []
    for code, value in nodes:
        part = _node(code, value)
        found.append(part.holds)
        joined = _joined(run, part.exact)
        if joined is None:
            whole = False
            found.append(run)
            joined = part.exact or frozenset({""})
        run = joined
    return _Part(run if whole else None, _best((*found, run)))


def _joined(left: frozenset[str] | None, right: frozenset[str] | None) -> frozenset[str] | None:
    if left is None or right is None or len(left) * len(right) > _MOST:
        return None
    strings = frozenset(first + second for first, second in product(left, right))
    return strings if max(map(len, strings)) <= _LONGEST else None


def _node(code: Any, value: Any) -> _Part:
    if code is op.LITERAL:
        return _Part(frozenset({chr(value).lower()}), None)
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
    return _repeated(*value) if code in _REPEATS else _ANYTHING


def _one_of(choices: Sequence[tuple[Any, Any]]) -> _Part:
    """A set of characters, where it is a short list of them."""
    if any(code is not op.LITERAL for code, _ in choices):
        return _ANYTHING
    return _Part(frozenset(chr(value).lower() for _, value in choices), None)


def _branches(parts: Sequence[_Part]) -> _Part:
    exact: frozenset[str] | None = frozenset[str]().union(*(part.exact or () for part in parts))
    if any(part.exact is None for part in parts):
        exact = None
    each = [_best((part.holds, part.exact)) for part in parts]
    holds = None if None in each else frozenset[str]().union(*(strings or () for strings in each))
    return _Part(exact, holds)


def _repeated(least: int, most: int, nodes: Sequence[tuple[Any, Any]]) -> _Part:
    part = _sequence(nodes)
    if (least, most) == (1, 1):
        return part
    if least:
        return _Part(None, _best((part.holds, part.exact)))
    if most == 1 and part.exact is not None:
        return _Part(part.exact | {""}, None)
    return _ANYTHING
