"""Which lines were glued together when a page lost its tags? "write protocolsInvestigate deviations", "Full-timeRemote".

A line is cut where a capital follows a small letter without a blank and the word behind is one that opens list items,
headings or chips. Names of products ("JavaScript", "LinkedIn") are no glue: their first part starts with a capital.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from bot.parsing.lexicon.tables import table
from bot.text.layout import Line

_GLUE = re.compile(r"(?P<left>[^\W\d_]{0,30}?[a-z\u00df-\u00ff)\]!?;:%]|[A-Z]{2,})(?=(?P<right>[A-Z][a-z]+))")
_REACH = 31  # code points from the beginning of a match to the capital
_CAPITAL_INSIDE = re.compile(r"[A-Z](?=[a-z])(?<=[a-z\u00df-\u00ff)\]!?;:%A-Z].)")
_LONG = 3
# A table that lost the border between its columns: "LocationOslo, Norway" and "ContractPermanent", a line each.
_LABEL = re.compile(
    r"(?:Location|Contract(?: type)?|Salary|Pay|Role|Position|Job title|Hours|Shifts?|Schedule|Department|Team|Employment type|Job type"
    r"|Start(?: date|s)?|Begins|Length|Duration|Closing date|Deadline|Company|Employer|Industry|Experience|Reference)(?=[A-ZÀ-Ý£$€]|\d\d)"
)
_FEWEST_LABELS = 2
# A whole table in one line: "Job typeContractPay$900 per weekStart03/02/2027Length22 weeks".
_FEWEST_IN_LINE = 3


def split_glued(text: str, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines of a cleaned page, glued ones cut; the pieces keep the mark of the line."""
    lines = tuple(lines)
    table = sum(1 for line in lines if _LABEL.match(line.text)) >= _FEWEST_LABELS
    for line in lines:
        cells = _cells(text, line)
        if cells:
            yield from cells
            continue
        label = _LABEL.match(text, line.start, line.stop) if table else None
        if label:
            yield Line(line.start, label.end(), label.group(), line.mark, line.indent, line.gap)
            yield Line(label.end(), line.stop, " ".join(text[label.end() : line.stop].split()), "", line.indent, 0)
            continue
        borders = _borders(list(_found(text, line)))
        if not borders:
            yield line
            continue
        for start, stop in pairwise((line.start, *borders, line.stop)):
            first = start == line.start
            words = " ".join(text[start:stop].split())
            if words:
                yield Line(start, stop, words, line.mark, line.indent, line.gap if first else 0)


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


def _found(text: str, line: Line) -> Iterator[re.Match[str]]:
    """What looks like glue, from left to right; looked for around capitals inside words only."""
    free = line.start
    for capital in _CAPITAL_INSIDE.finditer(text, line.start, line.stop):
        if capital.start() >= free and (match := _GLUE.search(text, max(free, capital.start() - _REACH), line.stop)):
            yield match
            free = match.end()


def _borders(found: Sequence[re.Match[str]]) -> list[int]:
    """Where to cut: at each sure glue, and where there is one, at what looks like glue too."""
    borders: list[int] = []
    surely = any(map(_is_glue, found))
    for match in found:
        behind = bool(borders) and match.start("left") == borders[-1] and match["right"].lower() in _openers()
        if surely and (behind or _is_glue(match) or _may_be_glue(match)):
            borders.append(match.start("right"))
    return borders


def _may_be_glue(match: re.Match[str]) -> bool:
    left = match["left"]
    return not left[-1].isalpha() or (left[0].islower() and len(left) >= _LONG)


def _is_glue(match: re.Match[str]) -> bool:
    left, right = match["left"], match["right"]
    if left.isupper():
        return len(right) > _LONG and right.lower() in _openers()
    return (not left[:1].isupper() or not left[-1].isalpha()) and len(left) > 1 and right.lower() in _openers()


@cache
def _openers() -> frozenset[str]:
    """Words that open a list item, a heading or a chip, in lower case."""
    words = table("lines")
    openers = {*words["verbs"], *words["qualities"], *words["nouns"], *words["openers"]} - set(words["doubtful"])
    headings = (
        phrase for languages in table("headings").values() for phrases in languages.values() for phrase in phrases
    )
    return frozenset(openers | {phrase.split()[0].rstrip("%") for phrase in headings if len(phrase.split()[0]) > 3})
