"""What is to be done in the job? One found text per duty.

Duties stand below a heading of duties; a page without one is read by what its bullets and sentences say.
"""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.parsing.document import Document, SectionKind
from bot.parsing.duties.items import items, prose
from bot.parsing.line_kinds import LineKind, asks, line_kind
from bot.text.span import Span

_OPEN = frozenset({SectionKind.HEADER, SectionKind.ROLE, SectionKind.OTHER, SectionKind.DETAILS, SectionKind.APPLY})
_TO_APPLY = re.compile(
    r"@\w|https?://|\b(?:apply|send (?:us|your|an?)|contact|ring|call us|your (?:cv|resume))\b", re.IGNORECASE
)
_SHORTEST = 12


def extract(doc: Document) -> tuple[Found[str], ...]:
    """The duties in page order, in the page's words."""
    headed = [(span, "responsibilities.headed") for span in _headed(doc)]
    chosen = headed or [(span, "responsibilities.said") for span in _said(doc)]
    return tuple(doc.quoted(*span, rule) for span, rule in chosen)


def _headed(doc: Document) -> Iterator[Span]:
    for section in doc.sections:
        if section.kind is SectionKind.DUTIES:
            for span in items(doc, section):
                text = doc.text[span.start : span.stop]
                if len(text) >= _SHORTEST and not _belongs_elsewhere(text):
                    yield span


def _belongs_elsewhere(text: str) -> bool:
    """Whether an item below the heading plainly asks or offers: lists run on when the next heading was lost."""
    return line_kind(text) is LineKind.OFFER or (line_kind(text) is not LineKind.DUTY and asks(text))


def _said(doc: Document) -> Iterator[Span]:
    for section in doc.sections:
        if section.kind in _OPEN:
            for span in prose(doc, section.lines):
                text = doc.text[span.start : span.stop]
                if len(text) > 24 and line_kind(text) is LineKind.DUTY and not _TO_APPLY.search(text):
                    yield span
