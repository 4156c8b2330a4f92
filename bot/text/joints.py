"""Where may an enumeration be cut? At its commas, semicolons and joining words, outside brackets and figures.

Leaves out which of the joints part things that stand on their own.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.text.span import Span

_JOINT = re.compile(
    r"\s?(?P<mark>[;,](?!\d))\s*(?:(?:and|und|et|en|y|as well as|sowie|plus|then)\s)?"
    r"|\s(?:and|&|und|et|en|y|as well as|sowie|plus|\+)\s"
)
# "en" joins in Dutch and means "in" in French and Spanish.
_DUTCH = re.compile(r"\b(?:een|het|je|jij|van|naar|voor|met|jouw|onze|wij|zijn|bij|niet|ervaring)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()\n]{0,200}\)|\"[^\"\n]{0,200}\"")


class Joint(NamedTuple):
    """One joint, `start <= i < stop`; `mark` is its comma or semicolon, "" where a word joins."""

    start: int
    stop: int
    mark: str


def joints(text: str, span: Span) -> Iterator[Joint]:
    """The joints in a range from left to right.

    >>> [text for text in joints("tea (black, green), milk and 1,5 l water", Span(0, 40))]
    [Joint(start=18, stop=20, mark=','), Joint(start=24, stop=29, mark='')]
    """
    closed = [match.span() for match in _BRACKET.finditer(text, *span)]
    for match in _JOINT.finditer(text, *span):
        inside = any(start < match.start() < stop for start, stop in closed)
        foreign = match.group().strip() == "en" and not _DUTCH.search(text, *span)
        if not inside and not foreign and match.start() > span.start:
            yield Joint(match.start(), match.end(), match["mark"] or "")


def trimmed(text: str, start: int, stop: int) -> list[Span]:
    """The range without outer blanks and closing marks, alone in a list; nothing when it is empty."""
    start += len(text[start:stop]) - len(text[start:stop].lstrip())
    stop = start + len(text[start:stop].rstrip(" .,;\n\t"))
    return [Span(start, stop)] if start < stop else []
