"""Which tags and words does a page in HTML or XML hold, in order and with their places?

A tokenizer with offsets, linear in the length of the page and content with any input; what browsers repair (unclosed
tags, stray signs) is repaired here as far as reading needs it. Leaves out what the tags mean.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.text.layers import Layer, Weaver

_NAME = re.compile(r"</?([A-Za-z][^\s/>]*+)")
_ATTRIBUTE = re.compile(r"[\s/]*+([^\s=>/][^\s=>/]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?")
_CLOSERS = {
    "script": re.compile(r"</script[\s/>]", re.IGNORECASE),
    "style": re.compile(r"</style[\s/>]", re.IGNORECASE),
    "textarea": re.compile(r"</textarea[\s/>]", re.IGNORECASE),
    "title": re.compile(r"</title[\s/>]", re.IGNORECASE),
}
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Which open element a new one closes: a second item ends the first.
_CLOSED_BY = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"},
    "th": {"td", "th"}, "option": {"option"}, "p": {"p"}, "a": {"a"},
}  # fmt: skip
_BLOCKS = frozenset(
    (
        "address article aside blockquote details div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol "
        "pre section table ul"
    ).split()
)
_DEEPEST_SEARCH = 60


@dataclass(slots=True)
class Element:
    """One element: its tag at `start <= i < inner`, its content up to `end`; `last` is behind its last descendant.

    `parent` is the number of the element around it, -1 at the top. Numbers count elements and words alike.
    """

    name: str
    start: int
    inner: int
    parent: int
    end: int = 0
    last: int = 0


@dataclass(slots=True)
class Words:
    """Text between tags at `start <= i < end`; `decoded` where entities mean nothing in it."""

    start: int
    end: int
    parent: int
    decoded: bool = False


@dataclass(frozen=True, slots=True)
class Markup:
    """A page in HTML or XML: its parts in the order of the page, over the text they were found in."""

    source: Layer
    parts: list[Element | Words]

    def attributes(self, element: Element) -> dict[str, tuple[int, int]]:
        """The places of the attributes' values by lower-case name; the first of two wins."""
        found: dict[str, tuple[int, int]] = {}
        text, at = self.source.text, element.start + 1 + len(element.name)
        while at < element.inner and (match := _ATTRIBUTE.match(text, at, element.inner - 1)):
            group = match.lastindex or 1
            found.setdefault(match[1].lower(), match.span(group) if group > 1 else (match.end(), match.end()))
            at = match.end()
        return found

    def attribute(self, element: Element, name: str) -> str:
        """The value of one attribute, decoded; "" when it has none."""
        place = self.attributes(element).get(name)
        return html.unescape(self.source.text[place[0] : place[1]]) if place else ""

    def inside(self, number: int) -> range:
        """The numbers of the parts inside an element."""
        part = self.parts[number]
        return range(number + 1, part.last if isinstance(part, Element) else number + 1)


def read_markup(source: Layer, *, xml: bool = False) -> Markup:
    """The parts of a page; in XML every element is closed by its own end tag only."""
    builder = _Builder(source.text, xml=xml)
    builder.run()
    return Markup(source, builder.parts)


def unescape(source: Layer, start: int, stop: int) -> Layer:
    """The text of a range with its entities decoded, as a layer over the source's raw text."""
    weaver = Weaver(source.text)
    copy_unescaped(weaver, source.text, start, stop)
    return weaver.woven().over(source)


def copy_unescaped(weaver: Weaver, text: str, start: int, stop: int) -> None:
    """Adds a range of `text`, which the weaver is over, with its entities decoded."""
    done = start
    for entity in _ENTITY.finditer(text, start, stop):
        meaning = html.unescape(entity.group())
        if meaning != entity.group():
            weaver.copy(done, entity.start())
            weaver.put(meaning, *entity.span())
            done = entity.end()
    weaver.copy(done, stop)


class _Builder:
    def __init__(self, text: str, *, xml: bool) -> None:
        self._text = text
        self._xml = xml
        self._open: list[int] = []
        self.parts: list[Element | Words] = []

    def run(self) -> None:
        text, at, stop = self._text, 0, len(self._text)
        while at < stop:
            sign = text.find("<", at)
            if sign < 0:
                sign = stop
            if sign > at:
                self._words(at, sign)
            at = self._tag(sign) if sign < stop else stop
        while self._open:
            self._close(len(self._open) - 1, stop)

    def _words(self, start: int, stop: int, *, decoded: bool = False) -> None:
        if start < stop:
            self.parts.append(Words(start, stop, self._open[-1] if self._open else -1, decoded))

    def _tag(self, at: int) -> int:
        """Takes what begins with "<" at `at`; returns where the rest begins."""
        text = self._text
        if text.startswith("<!--", at):
            return self._behind("-->", at + 4)
        if text.startswith("<![CDATA[", at):
            end = text.find("]]>", at)
            self._words(at + 9, end if end >= 0 else len(text), decoded=True)
            return end + 3 if end >= 0 else len(text)
        if text.startswith(("<!", "<?"), at):
            return self._behind(">", at)
        match = _NAME.match(text, at)
        if match is None:
            self._words(at, at + 1)
            return at + 1
        name = match[1] if self._xml else match[1].lower()
        if text[at + 1] == "/":
            self._end(name, at)
            return self._behind(">", at)
        return self._start(name, at, match.end())

    def _behind(self, sign: str, at: int) -> int:
        end = self._text.find(sign, at)
        return end + len(sign) if end >= 0 else len(self._text)

    def _start(self, name: str, at: int, named: int) -> int:
        text = self._text
        inner = named
        while match := _ATTRIBUTE.match(text, inner):
            inner = match.end()
        close = text.find(">", inner)
        if close < 0:
            return len(text)
        inner = close + 1
        if not self._xml:
            self._make_room(name, at)
        number = len(self.parts)
        self.parts.append(Element(name, at, inner, self._open[-1] if self._open else -1, inner, number + 1))
        if (not self._xml and name in VOID) or text[inner - 2] == "/":
            return inner
        self._open.append(number)
        if not self._xml and name in _CLOSERS:
            found = _CLOSERS[name].search(text, inner)
            end = found.start() if found else len(text)
            self._words(inner, end, decoded=name in ("script", "style"))
            self._close(len(self._open) - 1, end)
            return self._behind(">", end) if found else len(text)
        return inner

    def _make_room(self, name: str, at: int) -> None:
        """Closes what a new element of this name ends."""
        ends = _CLOSED_BY.get(name, frozenset({"p"}) if name in _BLOCKS else frozenset())
        for level in range(len(self._open) - 1, max(len(self._open) - 4, -1), -1):
            part = self.parts[self._open[level]]
            open_name = part.name if isinstance(part, Element) else ""
            if open_name in ends:
                self._close(level, at)
                return
            if open_name in _BLOCKS or open_name in ("ul", "ol", "table"):
                return

    def _end(self, name: str, at: int) -> None:
        for level in range(len(self._open) - 1, max(len(self._open) - _DEEPEST_SEARCH, -1), -1):
            part = self.parts[self._open[level]]
            if isinstance(part, Element) and part.name == name:
                self._close(level, at)
                return

    def _close(self, level: int, at: int) -> None:
        for number in self._open[level:]:
            part = self.parts[number]
            if isinstance(part, Element):
                part.end, part.last = at, len(self.parts)
        del self._open[level:]


def children(markup: Markup, number: int) -> Iterator[int]:
    """The numbers of the parts directly inside an element, in order."""
    at, last = number + 1, markup.inside(number).stop
    while at < last:
        yield at
        part = markup.parts[at]
        at = part.last if isinstance(part, Element) else at + 1
