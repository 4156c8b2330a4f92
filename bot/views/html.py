"""How is text put into Telegram's HTML, and how is a long one cut so that every piece is whole?

Telegram counts UTF-16 units after parsing; 4,096 of them fit into one message.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

LONGEST_MESSAGE = 4096
# Telegram drops entities beyond about a hundred without a word.
MOST_ENTITIES = 100
NOON = time(12)
_TAG = re.compile(r"<(/?)([a-z]+(?:-[a-z]+)?)[^>]*>")
_TIME = re.compile(r"</?tg-time[^>]*>")
_OPENING = re.compile(r"<[a-z]")
_WORD = re.compile(r"<[^>]*>|\s+|[^<\s]+")
_LETTER = re.compile(r"&[a-z#0-9]+;|[^&]|&", re.DOTALL)


def escape(text: str) -> str:
    """The text with the three signs that would be read as markup made harmless.

    >>> escape('R&D <b>')
    'R&amp;D &lt;b&gt;'
    """
    return html.escape(text, quote=False)


def bold(text: str) -> str:
    """The text in bold.

    >>> bold("a<b")
    '<b>a&lt;b</b>'
    """
    return f"<b>{escape(text)}</b>"


def italic(text: str) -> str:
    """The text in italics."""
    return f"<i>{escape(text)}</i>"


def code(text: str) -> str:
    """The text in a fixed-width face; Telegram copies it when it is tapped."""
    return f"<code>{escape(text)}</code>"


def quote(text: str) -> str:
    """The text set off as a quotation."""
    return f"<blockquote>{escape(text)}</blockquote>"


def day(text: str) -> str:
    """An ISO date, shown in the reader's own language; any other text as it stands.

    Noon in UTC is the same day from Hawaii to Auckland's winter, so nobody reads another date than the page states.

    >>> day("2027-03-14")
    '<tg-time unix="1805025600" format="wD">2027-03-14</tg-time>'
    >>> day("rolling")
    'rolling'
    """
    try:
        noon = datetime.combine(date.fromisoformat(text), NOON, UTC)
    except ValueError:
        return escape(text)
    return f'<tg-time unix="{int(noon.timestamp())}" format="wD">{escape(text)}</tg-time>'


def without_times(markup: str) -> str:
    """The markup for a server that does not know times: their plain text stays.

    >>> without_times(day("2027-03-14"))
    '2027-03-14'
    """
    return _TIME.sub("", markup)


def bullets(entries: Iterable[str]) -> str:
    """One line per entry, each already in HTML."""
    return "\n".join(f"• {entry}" for entry in entries)


def utf16_length(text: str) -> int:
    """The length that Telegram counts: UTF-16 units, so an emoji counts two.

    >>> utf16_length("café"), utf16_length("🚀")
    (4, 2)
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, longest: int) -> str:
    """The text, or its beginning up to a whole word with "…", at most `longest` code points.

    >>> shortened("Private medical care and more", 18)
    'Private medical…'
    >>> shortened("short", 18)
    'short'
    """
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > longest // 2 else head).rstrip(" ,;:-–") + "…"


def split(markup: str, limit: int = LONGEST_MESSAGE, most: int = MOST_ENTITIES) -> tuple[str, ...]:
    """The markup in pieces of at most `limit` units after parsing and `most` entities, every tag closed again.

    Cut at line ends where possible, else between words, else between letters; open tags go on behind a cut.

    >>> split("<b>one two</b>\\nthree", 8)
    ('<b>one two</b>', 'three')
    >>> split("<b>one two</b>", 4), split("<b>abcdef</b>", 4)
    (('<b>one </b>', '<b>two</b>'), ('<b>abcd</b>', '<b>ef</b>'))
    """
    if utf16_length(markup) <= limit and len(_OPENING.findall(markup)) <= most:
        return (markup,)
    cutter = _Cutter(limit, most)
    for line in markup.splitlines(keepends=True):
        cutter.add_line(line)
    return tuple(piece for piece in cutter.cut() if _TAG.sub("", piece).strip())


@dataclass(slots=True)
class _Cutter:
    """The pieces so far, and the one that is being filled: its markup, its units, its entities, and the open tags."""

    limit: int
    most: int
    pieces: list[str] = field(default_factory=list)
    piece: str = ""
    size: int = 0
    entities: int = 0
    open_tags: list[str] = field(default_factory=list)

    def add_line(self, line: str) -> None:
        """Adds a line: whole where it fits into one piece, else word by word."""
        if _units(line) <= self.limit and len(_OPENING.findall(line)) + len(self.open_tags) <= self.most:
            self._add(line)
            return
        for word in _WORD.findall(line):
            for unit in (word,) if _units(word) <= self.limit else _LETTER.findall(word):
                self._add(unit)

    def cut(self) -> list[str]:
        """Ends the last piece and returns all of them."""
        self._end()
        return self.pieces

    def _add(self, unit: str) -> None:
        units, opened = _units(unit), len(_OPENING.findall(unit))
        full = self.size and self.size + units > self.limit
        if full or self.entities + opened > self.most:
            self._end()
        self.piece, self.size, self.entities = self.piece + unit, self.size + units, self.entities + opened
        for tag in _TAG.finditer(unit):
            if tag[1]:
                self.open_tags.pop()
            else:
                self.open_tags.append(tag[0])

    def _end(self) -> None:
        names = [match[2] for match in map(_TAG.match, reversed(self.open_tags)) if match]
        self.pieces.append(self.piece.rstrip("\n") + "".join(f"</{name}>" for name in names))
        self.piece, self.size, self.entities = "".join(self.open_tags), 0, len(self.open_tags)


def _units(markup: str) -> int:
    """The units of what a piece of markup shows."""
    return utf16_length(html.unescape(_TAG.sub("", markup)))
