"""Which words must a text hold before a pattern can match it at all?

Read from the pattern's own syntax tree, so that a sieve of words in front of a pattern can never fall behind it.
Leaves out the sieve itself (`bot.text.sieve`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 48  # strings that one stretch of a pattern may stand for; beyond that it counts as "anything"
_LONGEST = 24
_MOST_SETS = 2  # that a pattern is sieved by
_MOST_KEPT = 6
_TELLING = 3  # code points: shorter strings stand in most lines anyway
_COMMON = frozenset(" .,-:/")
_ZERO_WIDTH = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern says: all strings that it can be (None: too many), and what it holds, set by set."""

    exact: frozenset[str] | None
    holds: tuple[frozenset[str], ...] = ()


_ANYTHING = _Part(None)
_NOTHING = _Part(frozenset({""}))


@cache
def needed(pattern: re.Pattern[str]) -> tuple[frozenset[str], ...]:
    r"""Sets of strings in lower case; every text that the pattern matches holds a string of each of them.

    The most telling sets only, two at most; none when the pattern names no string.

    >>> [sorted(words) for words in needed(re.compile(r"\b(?:full|part)[- ]time\b", re.IGNORECASE))]
    [['full time', 'full-time', 'part time', 'part-time']]
    >>> [sorted(words) for words in needed(re.compile(r"(?:day|week)s?\s+remote(?:ly)?"))]
    [['remote'], ['day', 'week']]
    >>> needed(re.compile(r"\w+"))
    ()
    """
    part = _sequence(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    first, *others = dict.fromkeys(map(_shortest, _best(_all_held(part)))) or (frozenset(),)
    telling = (words for words in others if min(map(len, words)) >= _TELLING and not _implied(words, first))
    return tuple(words for words in (first, *islice(telling, _MOST_SETS - 1)) if words)


def _shortest(strings: frozenset[str]) -> frozenset[str]:
    """The strings without those that hold another one of them."""
    return frozenset(each for each in strings if not any(other in each for other in strings if other != each))


def _implied(words: frozenset[str], first: frozenset[str]) -> bool:
    """Whether a text with one of the first strings holds one of these words anyway."""
    return all(any(word in each for word in words) for each in first)


def _all_held(part: _Part) -> tuple[frozenset[str], ...]:
    return part.holds if part.exact is None else (*part.holds, part.exact)


def _best(candidates: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The sets, most telling first: the longer its shortest string, the better; an empty string says nothing."""
    telling = [each for each in candidates if each and "" not in each]
    return sorted(
        telling, key=lambda each: (-min(min(map(len, each)), 6), bool(each & _COMMON), len(each), sorted(each))
    )


def _sequence(nodes: Iterable[tuple[Any, Any]]) -> _Part:
    """Parts in a row: strings are put together as long as they stay few."""
    run: frozenset[str] = frozenset({""})
    whole = True
    found: list[frozenset[str]] = []
    for code, value in nodes:
        part = _node(code, value)
        found.extend(part.holds)
        joined = _joined(run, part.exact)
        if joined is None:
            whole = False
            found.append(run)
            joined = part.exact or frozenset({""})
        run = joined
    held = _best(found) if whole else _best((*found, run))
    return _Part(run if whole else None, tuple(held[:_MOST_KEPT]))


def _joined(left: frozenset[str] | None, right: frozenset[str] | None) -> frozenset[str] | None:
    if left is None or right is None or len(left) * len(right) > _MOST:
        return None
    strings = frozenset(first + second for first, second in product(left, right))
    return strings if max(map(len, strings)) <= _LONGEST else None


def _node(code: Any, value: Any) -> _Part:
    if code is op.LITERAL:
        return _Part(frozenset({chr(value).lower()}))
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
    return _Part(frozenset(chr(value).lower() for _, value in choices))


def _branches(parts: Sequence[_Part]) -> _Part:
    exact: frozenset[str] | None = frozenset[str]().union(*(part.exact or () for part in parts))
    if any(part.exact is None for part in parts):
        exact = None
    each = [_best(_all_held(part)) for part in parts]
    holds = (frozenset[str]().union(*(sets[0] for sets in each)),) if all(each) else ()
    return _Part(exact, holds)


def _repeated(least: int, most: int, nodes: Sequence[tuple[Any, Any]]) -> _Part:
    part = _sequence(nodes)
    if (least, most) == (1, 1):
        return part
    if least:
        return _Part(None, tuple(_best(_all_held(part))))
    if most == 1 and part.exact is not None:
        return _Part(part.exact | {""})
    return _ANYTHING
