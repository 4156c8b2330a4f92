"""Which values do the rows of a table in CSV hold? One object a row, keyed by the names in the first row.

The borders are found by the signs between them, so that every cell keeps its place; quoted cells may hold line breaks.
"""

import csv
import re
from collections.abc import Iterator

from bot.intake.forms.nodes import Branch, Key, Leaf
from bot.text.layers import Layer, Weaver, plain

_SNIFFED = 20_000
_FEWEST_COLUMNS = 3


def read_table(raw: str) -> Branch | None:
    """A list of the rows; None when the text is no table with a row of names."""
    sign = _sign(raw)
    if sign is None:
        return None
    rows = _rows(raw, sign)
    names = next(rows, [])
    header = [leaf.text.strip() for leaf in names]
    if len(header) < _FEWEST_COLUMNS or not all(name and len(name) <= 60 for name in header):
        return None
    table = Branch(0, len(raw))
    for cells in rows:
        if any(cell.text.strip() for cell in cells):
            row = Branch(cells[0].start, cells[-1].stop)
            # A label stands for its value: the row proves what it says, the row of names stands elsewhere.
            row.items += ((Key(name, cell.start, cell.stop), cell) for name, cell in zip(header, cells, strict=False))
            table.items.append((None, row))
    return table


def _sign(raw: str) -> str | None:
    """The sign between the cells: the one that the first row holds most of."""
    first = raw[:_SNIFFED].lstrip("\ufeff\r\n").split("\n", 1)[0]
    try:
        counts = {sign: len(next(csv.reader([first], delimiter=sign))) for sign in ",;\t|"}
    except (csv.Error, StopIteration):
        return None
    best = max(counts, key=lambda sign: (counts[sign], -",;\t|".index(sign)))
    return best if counts[best] >= _FEWEST_COLUMNS else None


def _rows(raw: str, sign: str) -> Iterator[list[Leaf]]:
    cell = re.compile(
        rf'[^\S\n\r{re.escape(sign)}]*+"((?:[^"]|"")*+)"[^{re.escape(sign)}\r\n]*+|([^{re.escape(sign)}\r\n]*+)'
    )
    at, cells = 1 if raw.startswith("\ufeff") else 0, list[Leaf]()
    while at < len(raw):
        match = cell.match(raw, at)
        if match is None:
            return
        group = 1 if match[1] is not None else 2
        cells.append(Leaf(_unquoted(raw, *match.span(group), quoted=group == 1), *match.span(group)))
        at = match.end()
        if raw.startswith(sign, at):
            at += len(sign)
            if at < len(raw):
                continue
        yield cells
        cells = []
        while at < len(raw) and raw[at] in "\r\n":
            at += 1


def _unquoted(raw: str, start: int, stop: int, *, quoted: bool) -> Layer:
    if not quoted or '""' not in raw[start:stop]:
        return plain(raw).cut(start, stop)
    weaver, done = Weaver(raw), start
    for pair in re.finditer('""', raw[start:stop]):
        weaver.copy(done, start + pair.start())
        weaver.put('"', start + pair.start(), start + pair.end())
        done = start + pair.end()
    weaver.copy(done, stop)
    return weaver.woven()
