"""Which part of a page is about what? Lines grouped below the headings that stand above them.

Leaves out single lines whose heading says nothing: `bot.parsing.line_kinds` reads those.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.parsing.document import Section, SectionKind
from bot.parsing.lexicon.tables import table
from bot.text.layout import Line
from bot.text.tokens import fold

_LONGEST_HEADING = 90
_DECORATION = re.compile(r"^[\W_]+|[\W_]+$")


def split_sections(lines: Sequence[Line]) -> tuple[Section, ...]:
    """The sections of a page in order; the first is the header and may be empty of lines."""
    return tuple(_grouped(lines))


def _grouped(lines: Sequence[Line]) -> Iterator[Section]:
    kind, heading, below = SectionKind.HEADER, None, list[Line]()
    for line in lines:
        found = heading_kind(line)
        if found is None:
            below.append(line)
            continue
        yield Section(kind, heading, tuple(below))
        kind, heading, below = found, line, []
    yield Section(kind, heading, tuple(below))


def heading_kind(line: Line) -> SectionKind | None:
    """What the line announces when it is a heading, else None."""
    if len(line.text) > _LONGEST_HEADING or line.text.endswith((".", ",")):
        return None
    phrase = _DECORATION.sub("", fold(line.text))
    exact, opening = _phrases()
    if phrase in exact:
        return exact[phrase]
    return next((kind for start, kind in opening if phrase.startswith(start + " ")), None)


@cache
def _phrases() -> tuple[dict[str, SectionKind], tuple[tuple[str, SectionKind], ...]]:
    exact: dict[str, SectionKind] = {}
    opening: list[tuple[str, SectionKind]] = []
    for kind, languages in table("headings").items():
        for phrases in languages.values():
            for phrase in phrases:
                exact[phrase.rstrip("%")] = SectionKind(kind)
                if phrase.endswith("%"):
                    opening.append((phrase[:-1], SectionKind(kind)))
    return exact, tuple(sorted(opening, key=lambda pair: (-len(pair[0]), pair[0])))
