"""With which signs can a match of a pattern begin? So that it is tried only where one of them stands.

Read from the pattern's own syntax tree, as `bot.text.literals` is. Leaves out whether the pattern does match there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from bot.text.literals import EDGE, REPEATS, is_edge
from bot.text.tokens import in_one_form

_LONGEST = 4  # code points of an opening that are looked at; fewer where there are too many openings
_MOST = 400
_OPEN, _DIGIT = "\0", "\1"  # anything may follow; any digit
_LONGEST_RANGE = 10  # of signs that a set lists one by one
_EMPTY = frozenset({""})
_ANYTHING = frozenset({_OPEN})


def openings(source: str, flags: int) -> re.Pattern[str] | None:
    r"""A pattern for the places of a text in one form where a match may begin; None when that may be anywhere.

    It takes one code point, so that its matches miss no place.

    >>> [found.start() for found in openings(r"\b(?:at least )?\d+ years", 0).finditer("create at least 5 years")]
    [7, 16]
    >>> openings(r"\w+ years", 0) is None
    True
    """
    nodes = parser.parse(source, flags & ~re.DEBUG)
    for length in range(_LONGEST, 0, -1):
        found = _Openings(length).of(nodes)
        if any(not each.strip(EDGE).rstrip(_OPEN) for each in found):
            return None
        if len(found) <= _MOST:
            return _anyone_of(found)
    return None


def _anyone_of(found: Iterable[str]) -> re.Pattern[str]:
    """A branch for each first sign, so that `re` passes over all others at once."""
    free: dict[str, set[str]] = defaultdict(set)
    edged: dict[str, set[str]] = defaultdict(set)
    for each in found:
        plain = in_one_form(each.replace(EDGE, "").rstrip(_OPEN))
        begins = each[0] == EDGE and (plain[0].isalnum() or plain[0] == _DIGIT)
        for first in "0123456789" if plain[0] == _DIGIT else plain[0]:
            (edged if begins else free)[first].add(plain[1:])
    branches = (
        re.escape(first) + _either(_behind(free[first]), _behind(edged[first] - free[first], r"(?<!\w.)"))
        for first in sorted({*free, *edged})
    )
    return re.compile("|".join(branches), re.DOTALL)


def _behind(rests: set[str], edge: str = "") -> str | None:
    """What stands behind a first sign; None when no opening has that sign first."""
    if not rests:
        return None
    return edge if "" in rests else f"(?={_tree(rests)}){edge}"


def _tree(rests: set[str]) -> str:
    """A pattern for any one of the strings, those that begin alike in one branch."""
    if "" in rests:
        return ""
    by_first: dict[str, set[str]] = defaultdict(set)
    for rest in rests:
        by_first[rest[0]].add(rest[1:])
    signs = {first: r"\d" if first == _DIGIT else re.escape(first) for first in sorted(by_first)}
    return f"(?:{'|'.join(sign + _tree(by_first[first]) for first, sign in signs.items())})"


def _either(free: str | None, edged: str | None) -> str:
    if free is None or edged is None:
        return (free or "") + (edged or "")
    return f"(?:{free}|{edged})" if free else ""


@dataclass(frozen=True, slots=True)
class _Openings:
    """Reads what parts of a pattern begin with, in so many code points."""

    length: int

    def of(self, nodes: Iterable[tuple[Any, Any]]) -> frozenset[str]:
        """Parts in a row: what is too short to tell, and does not end here, goes on with the next part."""
        done: set[str] = set()
        going = _EMPTY
        for code, value in getattr(nodes, "data", nodes):
            following = self._node(code, value)
            joined = {self._cut(first + second) for first in going for second in following}
            done.update(filter(self._is_whole, joined))
            going = frozenset(joined - done)
            if not going or len(done) > _MOST:
                break
        return frozenset(done | going)

    def _cut(self, opening: str) -> str:
        edge = EDGE if opening[:1] == EDGE else ""
        return edge + opening.replace(EDGE, "")[: self.length]

    def _is_whole(self, opening: str) -> bool:
        return opening.endswith(_OPEN) or len(opening.replace(EDGE, "")) >= self.length

    def _node(self, code: Any, value: Any) -> frozenset[str]:
        if code is op.LITERAL:
            return frozenset({chr(value)})
        if is_edge(code, value):
            return frozenset({EDGE})
        if code in (op.AT, op.ASSERT, op.ASSERT_NOT):
            return _EMPTY
        if code is op.IN:
            return _one_sign(value)
        if code is op.BRANCH:
            return frozenset[str]().union(*map(self.of, value[1]))
        if code is op.SUBPATTERN:
            return self.of(value[-1])
        if code is op.ATOMIC_GROUP:
            return self.of(value)
        return self._repeated(*value) if code in REPEATS else _ANYTHING

    def _repeated(self, least: int, most: int, nodes: Sequence[tuple[Any, Any]]) -> frozenset[str]:
        once = self.of(nodes)
        if most != 1:
            once = frozenset(each if self._is_whole(each) else each + _OPEN for each in once)
        return once if least else once | _EMPTY


def _one_sign(choices: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """The signs of a set, where it lists them; digits count as listed."""
    signs: set[str] = set()
    for code, value in choices:
        if code is op.LITERAL:
            signs.add(chr(value))
        elif value is op.CATEGORY_DIGIT:
            signs.add(_DIGIT)
        elif value is op.CATEGORY_SPACE:
            signs.add(" ")
        elif code is op.RANGE and value[1] - value[0] < _LONGEST_RANGE:
            signs.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return _ANYTHING
    return frozenset(signs)
