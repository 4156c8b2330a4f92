"""Which lines were glued together when a page lost its tags? "write protocolsInvestigate deviations", "Full-timeRemote".

A table that lost its borders is cut at its labels, another line where its entries begin (`bot.parsing.glue`).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from bot.parsing.glue import borders
from bot.text.layout import Line

# A table that lost the border between its columns: "LocationOslo, Norway" and "ContractPermanent", a line each.
_LABEL = re.compile(
    r"(?:Location|Contract(?: type)?|Salary|Pay|Role|Position|Job title|Hours|Shifts?|Schedule|Department|Team|Employment type|Job type"
    r"|Start(?: date|s)?|Begins|Length|Duration|Closing date|Deadline|Company|Employer|Industry|Experience|Reference)(?=[A-ZÀ-Ý£$€]|\d\d)"
)
_FEWEST_LABELS = 2
# "Job Title: Buyer Department: Fabrics Location: Leeds", a whole table in one line with its colons.
_LABEL_WORDS = r"(?:(?:Job )?Title|Position(?: Title)?|Role|Job(?: Type)?|Department|Team|Reports [Tt]o|Reporting [Tt]o|Supervisor|Location|Salary(?: Range)?|Pay(?: Rate)?|Hours|Shift|Schedule|Employment Type|Contract(?: Type)?|FLSA Status|Status|Job Number|Job ID|Requisition(?: ID)?|Reference|Ref|Division|Company|Employer|Industry|Start Date|Closing Date|Deadline|Duration|Experience|Education|Duties|Requirements|Benefits|Job Description|Description|Summary)"
_COLON_LABEL = re.compile(rf"(?<!\S){_LABEL_WORDS}:(?=\s\S)")
_LABEL_HEAD = re.compile(rf"{_LABEL_WORDS}:(?=\s\S)")
_TITLE_LABEL = re.compile(r"(?:Job|Position) Title:")
# A button before a label: "Apply NowCompany: Tarn Pottery".
_BUTTON = re.compile(
    r"(?:Apply(?: [Nn]ow)?|Save(?: [Jj]ob)?|Share|Print|Jetzt bewerben|Postuler|Solliciteer)(?: (?=[A-Z][a-z]+:\s)|(?=[A-Z][a-z]+(?: [A-Za-z]+)?:\s))"
)
# List marks that stand inside a line: "Must know: * Ultrasonic testing * Radiography".
_INNER_MARK = re.compile(r"(?<=[\s:])(?P<mark>[*-])\s(?=[A-ZÀ-Þ]|(?<=\*\s)\d)")
_FEWEST_MARKS = 2
# A whole table in one line: "Job typeContractPay$900 per weekStart03/02/2027Length22 weeks".
_FEWEST_IN_LINE = 3


def split_glued(text: str, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines of a cleaned page, glued ones cut; the pieces keep the mark of the line."""
    lines = tuple(lines)
    table = sum(1 for line in lines if _LABEL.match(line.text)) >= _FEWEST_LABELS
    for line in (piece for whole in lines for piece in _unrolled(text, whole)):
        if ":" in line.text and (pieces := _apart(text, line)):
            yield from pieces
            continue
        cells = _cells(text, line)
        if cells:
            yield from cells
            continue
        label = _LABEL.match(text, line.start, line.stop) if table else None
        if label:
            yield Line(line.start, label.end(), label.group(), line.mark, line.indent, line.gap)
            yield Line(label.end(), line.stop, " ".join(text[label.end() : line.stop].split()), "", line.indent, 0)
            continue
        places = borders(text, line)
        if not places:
            yield line
            continue
        for start, stop in pairwise((line.start, *places, line.stop)):
            first = start == line.start
            words = " ".join(text[start:stop].split())
            if words:
                stop = start + len(text[start:stop].rstrip())
                yield Line(start, stop, words, line.mark, line.indent, line.gap if first else 0)


def _unrolled(text: str, line: Line) -> Iterator[Line]:
    """The line, or its bullets where marks stand inside it: behind a colon, or behind the same mark at its start."""
    found = list(_INNER_MARK.finditer(text, line.start, line.stop)) if " * " in line.text or " - " in line.text else []
    mark = found[0]["mark"] if found else ""
    found = [each for each in found if each["mark"] == mark]
    before = text[line.start : found[0].start()].rstrip() if found else ""
    begun = line.mark == mark == "*"  # a dash parts halves of a line as often as entries
    if len(found) + begun < _FEWEST_MARKS or not (line.mark == mark or before.endswith(":")):
        yield line
        return
    yield Line(line.start, line.start + len(before), " ".join(before.split()), line.mark, line.indent, line.gap)
    for start, stop in pairwise((*(each.end() for each in found), line.stop + 2)):
        words = text[start : min(stop, line.stop)]
        words = words[:-2].rstrip() if stop <= line.stop else words.rstrip()
        if words:
            yield Line(start, start + len(words), " ".join(words.split()), mark, line.indent, 0)


def _apart(text: str, line: Line) -> list[Line]:
    """The line cut before each of several labels with their colons, and behind a button; nothing when it has none."""
    button = _BUTTON.match(text, line.start, line.stop)
    start = button.end() if button else line.start
    labels = [label.start() for label in _COLON_LABEL.finditer(text, start, line.stop)]
    titled = len(labels) > 1 and _TITLE_LABEL.match(text, start) is not None
    table = (titled or len(labels) >= _FEWEST_IN_LINE) and labels[0] == start
    places = [*([start] if button else ()), *(labels[1:] if table else ())]
    if not places:
        return []
    pieces = []
    for begin, end in pairwise((line.start, *places, line.stop)):
        label = _LABEL_HEAD.match(text, begin, end) if begin > line.start else None
        cell = (begin, label.end(), end) if label else (begin, end)
        pieces += [_piece(text, line, *borders) for borders in pairwise(cell)]
    return pieces


def _piece(text: str, line: Line, start: int, stop: int) -> Line:
    """A part of a line as a line of its own, without the blanks around it."""
    start += len(text[start:stop]) - len(text[start:stop].lstrip())
    words = text[start:stop].rstrip()
    first = start == line.start
    mark, gap = (line.mark, line.gap) if first else ("", 0)
    return Line(start, start + len(words), " ".join(words.split()), mark, line.indent, gap)


def _cells(text: str, line: Line) -> list[Line]:
    """The labels and values of a line that is a whole table, a line each; nothing when it is none."""
    first = _LABEL.match(text, line.start, line.stop)
    labels = [label for label in _LABEL.finditer(text, line.start, line.stop) if _begins(text, line, label.start())]
    if first is None or len(labels) < _FEWEST_IN_LINE:
        return []
    ends = [*(label.start() for label in labels[1:]), line.stop]
    cells = []
    for label, end in zip(labels, ends, strict=True):
        cells.append(Line(label.start(), label.end(), label.group(), line.mark, line.indent, line.gap))
        cells.append(Line(label.end(), end, " ".join(text[label.end() : end].split()), "", line.indent, 0))
    return cells


def _begins(text: str, line: Line, place: int) -> bool:
    """Whether a label at a place is glued to what stands before it."""
    return (
        place == line.start or (text[place - 1].isalnum() and not text[place - 1].isupper()) or text[place - 1] == ")"
    )
