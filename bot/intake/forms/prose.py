"""How does a piece of HTML read as lines of plain text? Blocks become lines, list items get a mark, rows their cells.

Every character keeps its place. Leaves out which parts of a page are worth reading (`bot.intake.forms.main_content`).
"""

import html
import re
from collections.abc import Callable

from bot.intake.forms.markup import Element, Markup, Words, copy_unescaped, read_markup, unescape
from bot.text.layers import Layer, Weaver

_BLOCKS = frozenset(
    (
        "address article aside blockquote body caption center details dialog div dl dt fieldset figure figcaption "
        "footer form h1 h2 h3 h4 h5 h6 header hr html legend main nav ol p pre section summary table tbody thead "
        "tfoot ul"
    ).split()
)
_LINES = frozenset({"br", "li", "tr", "option"})
_CHIPS = frozenset({"span", "a", "strong", "button", "label", "time"})
UNREAD = frozenset(
    (
        "script style noscript template svg math iframe select textarea canvas object video audio head datalist map"
    ).split()
)
_PIECE = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?)|(?P<blank>\s+)|&|[^\s&]+(?: [^\s&]+)*"
)
_BULLET = re.compile(r"[\s\u00a0]*(?:[-*•·▪◦‣–●○■]|&bull;|&middot;)[\s\u00a0&]")
_APPLYING = re.compile(r"\bappl(?:y|ication)|bewerb|postul|sollicit|solicit|inscri|candidat|mailto:", re.IGNORECASE)
_CHIP = " | "
_LINK = 300
_TAG = re.compile(
    r"<(?:/?(?:p|br|li|ul|ol|div|h[1-6]|strong|b|em|i|span|a|table|tr|td)\b[^<>]{0,400}>|br/>)", re.IGNORECASE
)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|br|li|ul|ol|div|h[1-6]|strong|b|em|span|a)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|#\d{2,5}|[a-z]{2,8});", re.IGNORECASE)
_LITERAL_BREAK = re.compile(r"(?:\\r)?\\n")


def is_markup(text: str) -> bool:
    """Whether a text holds tags of HTML.

    >>> is_markup("<p>Hello</p>"), is_markup("pay < 5 and > 3")
    (True, False)
    """
    return _TAG.search(text) is not None


def read_text(layer: Layer) -> Layer:
    """A decoded value as plain text: as it stands, or its HTML as lines, also where that was escaped once more."""
    for _ in range(2):
        if not is_markup(layer.text) and _ESCAPED_TAG.search(layer.text):
            layer = unescape(layer, 0, len(layer.text))
    if is_markup(layer.text):
        return read_prose(read_markup(layer))
    if _ENTITY.search(layer.text):
        layer = unescape(layer, 0, len(layer.text))
    return _with_breaks(layer) if _LITERAL_BREAK.search(layer.text) else layer


def _with_breaks(layer: Layer) -> Layer:
    weaver, done = Weaver(layer.text), 0
    for match in _LITERAL_BREAK.finditer(layer.text):
        weaver.copy(done, match.start())
        weaver.put("\n", *match.span())
        done = match.end()
    weaver.copy(done, len(layer.text))
    return weaver.woven().over(layer)


def read_prose(markup: Markup, within: range | None = None, skip: Callable[[int], bool] | None = None) -> Layer:
    """The parts of a page in these numbers as lines of text; `skip` names elements that are left out whole."""
    writer = _Writer(markup)
    number = within.start if within else 0
    last = within.stop if within else len(markup.parts)
    while number < last:
        part = markup.parts[number]
        writer.leave_before(number)
        if isinstance(part, Words):
            writer.words(part)
        elif part.name in UNREAD or (skip is not None and skip(number)):
            number = part.last
            continue
        else:
            writer.enter(number, part)
        number += 1
    writer.leave_before(last)
    return writer.layer()


class _Writer:
    """Writes lines: breaks wait until words follow, so that no line is empty and no end is blank."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._text = markup.source.text
        self._weaver = Weaver(self._text)
        self._inside: list[tuple[int, Element]] = []
        self._breaks = 0
        self._mark: tuple[int, int] | None = None
        self._blank: tuple[int, int] | None = None
        self._border = ""  # what parts the next words from those before on the same line
        self._closed = (-1, "")  # where the last inline element was closed, and its name
        self._at_start = True
        self._literal = 0  # how many elements around keep their line breaks
        self._last_cell = ""
        self._ended = ""  # the last sign written

    def layer(self) -> Layer:
        return self._weaver.woven().over(self._markup.source)

    def enter(self, number: int, part: Element) -> None:
        """Takes the start tag of an element."""
        name = part.name
        if name in _BLOCKS or name in _LINES or name == "dd":
            self._begin(part)
        elif name in ("td", "th"):
            self._cell(part)
        elif name in _CHIPS and self._closed == (part.start, name) and not self._at_start:
            self._border = self._border or _CHIP
        self._literal += name == "pre"
        if part.last > number + 1 or part.end > part.inner:
            self._inside.append((part.last, part))

    def leave_before(self, number: int) -> None:
        """Takes the end tags that stand before the part with this number."""
        while self._inside and self._inside[-1][0] <= number:
            self._leave(self._inside.pop()[1])

    def _leave(self, part: Element) -> None:
        name = part.name
        self._literal -= name == "pre"
        if name in _BLOCKS and name != "dt":
            self._breaks = max(self._breaks, 2)
        elif name in _LINES or name == "dd":
            self._breaks = max(self._breaks, 1)
        elif name == "dt":
            self._breaks, self._border = 0, ": "
        elif name == "a":
            self._address(part)
        if name == "li":
            self._mark, self._breaks = None, 1
        if name in _CHIPS:
            self._closed = (self._text.find(">", part.end) + 1, name)

    def _begin(self, part: Element) -> None:
        if part.name == "dd" and self._border:
            return
        if self._mark is not None and part.name != "li":
            return
        self._breaks = max(self._breaks, 1 if part.name in _LINES or part.name == "dd" else 2)
        self._border = ""
        if part.name == "li":
            self._mark = None if _BULLET.match(self._text, part.inner) else (part.start, part.inner)

    def _cell(self, part: Element) -> None:
        """A cell behind another one on its line; behind a cell of headings stands the value."""
        if not self._breaks and not self._at_start:
            self._border = ": " if part.name == "td" and self._last_cell == "th" else " | "
        self._last_cell = part.name

    def words(self, part: Words) -> None:
        """Takes text between tags."""
        for piece in _PIECE.finditer(self._text, part.start, part.end):
            start, stop = piece.span()
            said = html.unescape(piece.group()) if piece["entity"] else piece.group()
            if said and not said.isspace():
                self._put(said, start, stop)
            elif self._literal and "\n" in said:
                self._breaks = max(self._breaks, min(said.count("\n"), 2))
            elif self._blank is None:
                self._blank = (start, stop)
                self._border = "" if self._border is _CHIP else self._border

    def _put(self, said: str, start: int, stop: int) -> None:
        if self._border is _CHIP and said[0].islower():
            self._border = ""
        self._part_from_before(start)
        self._weaver.put(said, start, stop)
        self._at_start, self._ended = False, said[-1]

    def _part_from_before(self, at: int) -> None:
        """Writes what stands between the words before and those at `at`."""
        if self._breaks and self._weaver.length:
            self._weaver.put("\n" * self._breaks, at, at)
            self._at_start = True
        if self._mark is not None:
            self._weaver.put("- ", *self._mark)
            self._mark = None
        elif self._border and not self._at_start:
            known = self._border == ": " and self._ended == ":"
            self._weaver.put(" " if known else self._border, at, at)
        elif self._blank and not self._at_start:
            self._weaver.put(" ", *self._blank)
        self._breaks, self._border, self._blank = 0, "", None

    def _address(self, part: Element) -> None:
        """Writes the address of a link by which one applies, behind its words."""
        place = self._markup.attributes(part).get("href")
        if place is None or self._at_start or place[1] - place[0] > 400:
            return
        address = self._text[slice(*place)]
        applying = _APPLYING.search(self._text, place[0], min(part.end, place[1] + _LINK))
        if applying is None or not address.startswith(("http", "mailto:")):
            return
        start = place[0] + len("mailto:") if address.startswith("mailto:") else place[0]
        stop = self._text.find("?", start, place[1]) if address.startswith("mailto:") else -1
        self._blank = None
        self._put(" (", start, start)
        weaver = Weaver(self._text)
        copy_unescaped(weaver, self._text, start, stop if stop >= 0 else place[1])
        self._weaver.lay(weaver.woven())
        self._weaver.put(")", place[1], place[1])
