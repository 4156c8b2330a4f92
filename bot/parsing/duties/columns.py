"""Which lines carry a mark at their end that says how firmly they are asked: "Driving licence   D" below "D = desirable"?

A legend gives letters their meaning; a row of column heads ("Essential   Desirable") gives it to the place of a cross.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.vocabulary import Strength
from bot.parsing.document import Document
from bot.text.layout import Line
from bot.text.span import Span

_MUST = r"(?:essential|needed|required|mandatory|must(?:[- ]have)?|erforderlich|zwingend|muss|indispensable|obligatoire|exigé|vereist|imprescindible|obligatorio)"
_NICE = r"(?:desirable|desired|preferred|optional|nice(?: to have)?|an? (?:asset|plus|bonus|advantage)|wünschenswert|von vorteil|kann|souhaité|un plus|gewenst|deseable|valorable)"
_LEGEND = re.compile(
    rf"\(?\b(?P<mark>[A-Z])\)?\s?(?:=|:|-|\))\s?(?:(?P<must>{_MUST})|(?P<nice>{_NICE}))\b", re.IGNORECASE
)
_HEADS = re.compile(rf"\b(?P<must>{_MUST})\b(?:\s{{2,}}|\t|\s?\|\s?)(?P<nice>{_NICE})\b", re.IGNORECASE)
_LETTER = re.compile(r"(?:\s{2,}|\t|\s)\(?(?P<mark>[A-Z])\)?$")
_CROSS = re.compile(r"(?:\s{2,}|\t)[xX✓✔•●]$")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what it asks, without its mark, and how firmly."""

    span: Span
    strength: Strength


@dataclass(frozen=True, slots=True)
class Columns:
    """The rows of a page's table of asks, and the range of its legend."""

    rows: tuple[Row, ...] = ()
    legend: Span | None = None

    def strength_at(self, place: int) -> Strength | None:
        """How firmly the row at a place is asked; None outside the table."""
        return next((row.strength for row in self.rows if row.span.start <= place < row.span.stop), None)

    def without_mark(self, span: Span) -> Span:
        """The range cut before the mark of its row; itself when it is of no row."""
        row = next((each for each in self.rows if each.span.start <= span.start < each.span.stop), None)
        return Span(span.start, min(span.stop, row.span.stop)) if row else span


def read_columns(doc: Document) -> Columns:
    """The table of the page, without rows when it has none."""
    lines = doc.all_lines()
    for place, line in enumerate(lines):
        meant = {match["mark"]: _strength(match) for match in _LEGEND.finditer(doc.text, line.start, line.stop)}
        heads = _HEADS.search(doc.text, line.start, line.stop)
        if len(set(meant.values())) == len(Strength):
            rows = tuple(_lettered(doc, lines[place + 1 :], meant))
        elif heads:
            rows = tuple(_crossed(doc, lines[place + 1 :], heads))
        else:
            continue
        if len(rows) >= _FEWEST:
            return Columns(rows, Span(line.start, line.stop))
    return Columns()


def _strength(match: re.Match[str]) -> Strength:
    return Strength.MUST if match["must"] else Strength.NICE


def _lettered(doc: Document, lines: tuple[Line, ...], meant: dict[str, Strength]) -> Iterator[Row]:
    for line in lines:
        mark = _LETTER.search(doc.text, line.start, line.stop)
        if mark and mark["mark"] in meant:
            yield Row(Span(line.start, mark.start()), meant[mark["mark"]])


def _crossed(doc: Document, lines: tuple[Line, ...], heads: re.Match[str]) -> Iterator[Row]:
    """The rows whose cross stands below one of the heads, the nearer one."""
    must, nice = (_column(doc.text, sum(heads.span(name)) // 2) for name in ("must", "nice"))
    for line in lines:
        mark = _CROSS.search(doc.text, line.start, line.stop)
        if mark:
            place = _column(doc.text, mark.end() - 1)
            nearer = Strength.MUST if abs(place - must) <= abs(place - nice) else Strength.NICE
            yield Row(Span(line.start, mark.start()), nearer)


def _column(text: str, place: int) -> int:
    return place - text.rfind("\n", 0, place)
