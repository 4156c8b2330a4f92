"""How is text put into Telegram's HTML, and how is a long one cut so that every piece is whole?

Telegram counts UTF-16 units after parsing; 4,096 of them fit into one message.
"""

import html
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time

LONGEST_MESSAGE = 4096
NOON = time(12)
_TAG = re.compile(r"<(/?)([a-z]+(?:-[a-z]+)?)[^>]*>")
_TIME = re.compile(r"</?tg-time[^>]*>")
_PIECE = re.compile(r"<[^>]*>|&[a-z#0-9]+;|[^<&]|&", re.DOTALL)


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
    return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)


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


def split(markup: str, limit: int = LONGEST_MESSAGE) -> tuple[str, ...]:
    """The markup in pieces of at most `limit` units after parsing, cut at line ends where possible, tags closed again.

    >>> split("<b>one two</b>\\nthree", 8)
    ('<b>one two</b>', 'three')
    >>> split("<b>abcdef</b>", 4)
    ('<b>abcd</b>', '<b>ef</b>')
    """
    if utf16_length(markup) <= limit:
        return (markup,)
    return tuple(piece for piece in _cut(markup, limit) if _TAG.sub("", piece).strip())


def _cut(markup: str, limit: int) -> Iterator[str]:
    open_tags: list[str] = []
    piece, size = "", 0
    for line in _lines(markup):
        length = utf16_length(html.unescape(_TAG.sub("", line)))
        if size and size + length > limit:
            yield _closed(piece.rstrip("\n"), open_tags)
            piece, size = "".join(open_tags), 0
        for unit in (line,) if length <= limit else _PIECE.findall(line):
            units = utf16_length(html.unescape(_TAG.sub("", unit)))
            if size + units > limit:
                yield _closed(piece, open_tags)
                piece, size = "".join(open_tags), 0
            piece, size = piece + unit, size + units
            _follow(unit, open_tags)
    yield _closed(piece.rstrip("\n"), open_tags)


def _lines(markup: str) -> list[str]:
    return markup.splitlines(keepends=True)


def _follow(unit: str, open_tags: list[str]) -> None:
    for tag in _TAG.finditer(unit):
        if tag[1]:
            open_tags.pop()
        else:
            open_tags.append(tag[0])


def _closed(piece: str, open_tags: list[str]) -> str:
    names = [match[2] for match in map(_TAG.match, reversed(open_tags)) if match]
    return piece + "".join(f"</{name}>" for name in names)
