"""What is to be done in the job? One found text per duty.

Duties stand below a heading of duties; a page without one is read by what its bullets and sentences say.
"""

import re
from collections.abc import Iterator, Sequence

from bot.model.evidence import Found
from bot.parsing.document import Document, SectionKind
from bot.parsing.duties.bare_list import read_bare_list
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
    bare = doc.once(read_bare_list)
    if bare is not None:
        return tuple(doc.quoted(line.start, line.stop, "responsibilities.bare_list") for line in bare.duties)
    headed = [(span, "responsibilities.headed") for span in _headed(doc)]
    chosen = headed or [(span, "responsibilities.said") for span in _said(doc)]
    return tuple(doc.quoted(*span, rule) for span, rule in chosen)


def _headed(doc: Document) -> Iterator[Span]:
    for section in doc.sections:
        if section.kind is SectionKind.DUTIES:
            spans = [span for span in items(doc, section) if span.stop - span.start >= _SHORTEST]
            yield from spans[: _stop(doc.text, spans)]


def _stop(text: str, spans: Sequence[Span]) -> int:
    """How many of the items are duties: a list runs on into what is asked and offered when the next heading was lost."""
    stop = len(spans)
    while stop and _belongs_elsewhere(text[spans[stop - 1].start : spans[stop - 1].stop]):
        stop -= 1
    return stop


def _belongs_elsewhere(text: str) -> bool:
    kind = line_kind(text)
    return kind is LineKind.OFFER or (kind is not LineKind.DUTY and asks(text))


def _said(doc: Document) -> Iterator[Span]:
    for section in doc.sections:
        if section.kind in _OPEN:
            for span in prose(doc, section.lines):
                text = doc.text[span.start : span.stop]
                if len(text) > 24 and line_kind(text) is LineKind.DUTY and not _TO_APPLY.search(text):
                    yield span
