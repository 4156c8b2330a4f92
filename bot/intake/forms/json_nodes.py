"""Which values does a JSON text hold, and where? Tolerant of what pages get wrong.

Commas count as blanks, strings may hold raw line breaks, comments and bare names are let pass. Leaves out repair of
anything else: `None` means that the text is no JSON, or ends in the middle.
"""

import json
import re

from bot.intake.forms.nodes import Branch, Key, Leaf, Node
from bot.text.layers import Layer, Weaver
from bot.text.span import Span

_BLANK = re.compile(r"(?:[\s,;\ufeff]|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+\*/)*+")
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_WORD = re.compile(r"[\w.+$-]++")
_COLON = re.compile(r"\s*+:")
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|.)", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\n", "b": " ", "f": "\n", '"': '"', "\\": "\\", "/": "/"}
_LITERAL = re.compile(r"(?:true|false|null|undefined|NaN|[-+]?\d[\d.eE+-]*)$")
_DEEPEST = 200


def read_json(source: Layer, start: int = 0, stop: int | None = None) -> tuple[Node, int] | None:
    """The value that begins at or behind `start` of the source's text, and where it ends there.

    None when no value stands there or when it does not end before `stop`.
    """
    return _Reader(source, len(source.text) if stop is None else stop).value(start)


class _Reader:
    """Reads one value without recursion: open branches wait on a stack."""

    def __init__(self, source: Layer, stop: int) -> None:
        self._source = source
        self._text = source.text
        self._stop = stop

    def value(self, at: int) -> tuple[Node, int] | None:
        """The value at `at` with its end, or None."""
        stack: list[tuple[Branch, str]] = []
        key: Key | None = None
        while True:
            at = self._skipped(at)
            if at >= self._stop:
                return None
            sign = self._text[at]
            if stack and sign == stack[-1][1]:
                branch, _ = stack.pop()
                at += 1
                branch.stop = self._place(at - 1).stop
                if not stack:
                    return branch, at
                continue
            if sign in "{[":
                branch = Branch(self._place(at).start)
                if stack:
                    stack[-1][0].items.append((key, branch))
                if len(stack) >= _DEEPEST:
                    return None
                stack.append((branch, "}" if sign == "{" else "]"))
                key, at = None, at + 1
                continue
            read = self._scalar(at)
            if read is None:
                return None
            leaf, at = read
            if not stack:
                return leaf, at
            if stack[-1][1] == "}" and key is None:
                colon = _COLON.match(self._text, at, self._stop)
                if colon is None:
                    return None
                key, at = Key(leaf.text, leaf.start, leaf.stop), colon.end()
                continue
            stack[-1][0].items.append((key, leaf))
            key = None

    def _skipped(self, at: int) -> int:
        blank = _BLANK.match(self._text, at, self._stop)
        return blank.end() if blank else at

    def _place(self, at: int) -> Span:
        return self._source.span(at, at + 1)

    def _scalar(self, at: int) -> tuple[Leaf, int] | None:
        string = _STRING.match(self._text, at, self._stop)
        if string:
            start, stop = string.start() + 1, string.end() - 1
            return self._leaf(start, stop), string.end()
        word = _WORD.match(self._text, at, self._stop)
        if word is None:
            return None
        leaf = self._leaf(*word.span())
        return Leaf(leaf.layer, leaf.start, leaf.stop, _LITERAL.match(leaf.text) is not None), word.end()

    def _leaf(self, start: int, stop: int) -> Leaf:
        place = self._source.span(start, stop)
        return Leaf(_unescaped(self._source, start, stop), place.start, place.stop)


def _unescaped(source: Layer, start: int, stop: int) -> Layer:
    weaver = Weaver(source.text)
    done = start
    for escape in _ESCAPE.finditer(source.text, start, stop):
        weaver.copy(done, escape.start())
        weaver.put(_meaning(escape.group()), *escape.span())
        done = escape.end()
    weaver.copy(done, stop)
    return weaver.woven().over(source)


def _meaning(escape: str) -> str:
    if escape[1] != "u" or len(escape) == 2:
        return _PLAIN.get(escape[1], escape[1])
    decoded = json.loads(f'"{escape}"')
    return str(decoded) if not any("\ud800" <= letter <= "\udfff" for letter in decoded) else "\ufffd"
