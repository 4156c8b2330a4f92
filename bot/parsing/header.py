"""Which lines make up the head of a page? Title, employer, place and chips, with the site's own furniture around them.

Menus and cookie notices look like headings ("About us", "Cookies"), so the head does not end at the first heading: it
ends where a section has something to say.
"""

import re
from collections.abc import Iterator

from bot.parsing.document import Document, Section, SectionKind
from bot.text.layout import Line

_HEAD = frozenset(
    {SectionKind.HEADER, SectionKind.SITE, SectionKind.DETAILS, SectionKind.PAY, SectionKind.SUMMARY, SectionKind.OTHER}
)
_NOT_SPOKEN = frozenset({SectionKind.ADVICE, SectionKind.LEGAL, SectionKind.RELATED, SectionKind.SITE})
_SALUTATION = re.compile(
    r"(?:dear|hi|hello|hallo|sehr geehrte\w*|guten tag|bonjour|beste|hola|estimad[oa]s?)\b[^.]{0,40}[,!]?$",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset({SectionKind.RELATED, SectionKind.ADVICE})
_LABELS_ONLY = frozenset({SectionKind.DETAILS, SectionKind.PAY, SectionKind.OTHER, SectionKind.SUMMARY})
_MENU_LINES = 12  # "Career advice" among the first lines is an entry of a menu
_MOST_LINES = 40
_PROSE = 70


def header_lines(doc: Document) -> tuple[Line, ...]:
    """The lines of the head in page order, headings among them included."""
    return doc.once(_read)


def spoken_lines(doc: Document) -> tuple[Line, ...]:
    """The head and the lines in which the posting speaks, headings included, in page order.

    "Travel required" may look like a heading and is a fact. Advice, legal text, other openings and site furniture
    below the head are left out.
    """
    return doc.once(_spoken)


def own_lines(doc: Document) -> tuple[Line, ...]:
    """Every line but those of a site's advice and of other openings, whose labels ("time type") look like headings."""
    return doc.once(_own)


def _own_sections(doc: Document) -> Iterator[Section]:
    elsewhere = False
    for section in doc.sections:
        elsewhere = section.kind in _ELSEWHERE or (elsewhere and section.kind in _LABELS_ONLY)
        if not elsewhere:
            yield section


def _own(doc: Document) -> tuple[Line, ...]:
    lines = (line for section in _own_sections(doc) for line in (section.heading, *section.lines) if line is not None)
    return tuple(sorted({*lines, *header_lines(doc)}))


def _spoken(doc: Document) -> tuple[Line, ...]:
    kept = (section for section in _own_sections(doc) if section.kind not in _NOT_SPOKEN)
    lines = (line for section in kept for line in (section.heading, *section.lines) if line is not None)
    return tuple(sorted({*lines, *header_lines(doc)}))


def _read(doc: Document) -> tuple[Line, ...]:
    return tuple(_lines(doc))[:_MOST_LINES]


def _lines(doc: Document) -> Iterator[Line]:
    count = 0
    for section in doc.sections:
        if section.kind is SectionKind.RELATED:
            return
        ends = section.kind not in _HEAD and _says_something(section)
        if ends and not (section.kind in _NOT_SPOKEN and count < _MENU_LINES):
            return
        for line in (section.heading, *section.lines):
            if line is not None:
                if (ends and len(line.text) > _PROSE) or _SALUTATION.match(line.text):
                    return
                count += 1
                yield line


def _says_something(section: Section) -> bool:
    """Whether a section has content; one with a line or two that are short is a link of a menu."""
    return any(len(line.text) > _PROSE for line in section.lines) or sum(1 for line in section.lines if line.mark) > 1
