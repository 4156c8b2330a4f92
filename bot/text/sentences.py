"""Where do the sentences of a stretch of text begin and end?

A border is a full stop, question or exclamation mark before a capital letter, also where the blank between was
lost ("data.Lead the team"). Abbreviations and numbers do not end a sentence.
"""

import re
from collections.abc import Iterator

from bot.text.span import Span

# The end of a sentence is a mark and what closes with it; the border is the blank behind that, or nothing.
_BORDER = re.compile(
    r"(?P<end>[.!?;][\"')\]]{0,2})\s+(?!(?<=\d\.\s)(?:Monats|Gehalt|Klasse|Lehrjahr|Semester))(?=[\"'(\[]?[^\W_a-z])|(?P<glued>(?<=[a-z)\d])[.!?])(?=[A-Z][a-z])|\n\s*\n"
)
# What every border begins with; one look in C passes over figures, addresses and the mark at the end.
_MAY_END = re.compile(r"[.!?;](?=[\"')\]\sA-Z])|\n")
_ABBREVIATION = re.compile(
    r"\b(?:(?i:e\.g|i\.e|etc|incl|approx|ca|z\.B|bzw|inkl|u\.a|o\.ä|d\.h|vs|no|nr|st|mr|mrs|ms|dr|prof|inc|ltd|co|corp|dept"
    r"|min|max|ext|tel|p\.a|p\.ej|bijv|resp|jr|sr|u\.s|u\.k|b\.sc|m\.sc|ph\.d)|[A-Z])\.$"
)


def sentences(text: str, start: int = 0, stop: int | None = None) -> Iterator[Span]:
    """The sentences of `text[start:stop]` as spans into `text`, outer blanks excluded, in order.

    >>> page = "We pay 4.5 k. E.g. in May. You lead.Apply now!"
    >>> [span.of(page) for span in sentences(page)]
    ['We pay 4.5 k.', 'E.g. in May.', 'You lead.', 'Apply now!']
    >>> list(sentences("  "))
    []
    """
    end = len(text) if stop is None else stop
    begin = start
    place = _MAY_END.search(text, start, end)
    while place:
        border = _BORDER.match(text, place.start(), end)
        if border is None:
            place = _MAY_END.search(text, place.end(), end)
            continue
        last = border.end(border.lastgroup) if border.lastgroup else border.start()
        if not _ABBREVIATION.search(text, max(begin, last - 8), last):
            yield from _trimmed(text, begin, last)
            begin = border.end()
        place = _MAY_END.search(text, border.end(), end)
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, stop: int) -> Iterator[Span]:
    piece = text[start:stop]
    left = start + len(piece) - len(piece.lstrip())
    right = left + len(piece.strip())
    if left < right:
        yield Span(left, right)
