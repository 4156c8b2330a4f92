"""What else stands on the page? Words about the employer, a site's advice, other openings, and lines nothing took."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from bot.model.evidence import Evidence, Found
from bot.model.posting import Posting
from bot.parsing.document import Document, SectionKind
from bot.parsing.duties.items import is_furniture
from bot.parsing.role import company
from bot.text.layout import Line

_SHORTEST_PROSE = 40
_ABOUT = re.compile(
    r"\b(?:is|are) (?:an? |the |one of )?(?:\w+[ -]){0,4}(?:leading|leader|company|bank|firm|provider|start-?up|scale-?up|organi[sz]ation|agency|charity|consultancy|employer|retailer|manufacturer|platform|group|hospital|school|university|practice|institution|unternehmen|entreprise|bedrijf|empresa)\b"
    r"|\b(?:founded|established|headquartered) in\b|\bour mission\b|\bwe are an? \w+|\bwir sind\b|\bnous sommes\b|\bwij zijn\b|\bsomos\b",
    re.IGNORECASE,
)
_ROLE_WORDS = re.compile(
    r"\b(?:seeking|looking for|hiring|you will|this role|the role|position|candidate|suchen|recherch\w+|zoeken|buscamos)\b",
    re.IGNORECASE,
)


def extract_about(doc: Document) -> tuple[Found[str], ...]:
    """Lines about the employer: below its heading, and leading lines that say what it is."""
    return tuple(doc.quoted(line.start, line.stop, rule) for line, rule in _about_lines(doc))


def _about_lines(doc: Document) -> Iterator[tuple[Line, str]]:
    named = doc.once(company.extract)
    name = named.value if named else ""
    for section in doc.sections:
        for line in section.lines:
            if len(line.text) < _SHORTEST_PROSE or is_furniture(line):
                continue
            if section.kind is SectionKind.ABOUT:
                yield line, "about.headed"
            elif section.kind in (SectionKind.HEADER, SectionKind.ROLE, SectionKind.SUMMARY) and (
                _is_about(line.text) or _is_subject(name, line.text)
            ):
                yield line, "about.said"


def _is_subject(name: str, text: str) -> bool:
    """Whether the line tells something of the employer by name: "Acme makes drives for robots"."""
    return bool(name) and text.startswith(f"{name} ") and not _ROLE_WORDS.search(text[:200])


def _is_about(text: str) -> bool:
    return bool(_ABOUT.search(text[:160])) and not _ROLE_WORDS.search(text[:200])


def extract_advice(doc: Document) -> tuple[Found[str], ...]:
    """A site's tips and interview advice, one per line; bare headings of tips are left out."""
    return tuple(
        doc.quoted(line.start, line.stop, "advice.headed")
        for line in doc.lines(SectionKind.ADVICE)
        if len(line.text) >= _SHORTEST_PROSE and not is_furniture(line)
    )


def extract_related(doc: Document) -> tuple[Found[str], ...]:
    """Other openings that the page shows, one per line."""
    return tuple(
        doc.quoted(line.start, line.stop, "related.headed")
        for line in doc.lines(SectionKind.RELATED)
        if len(line.text) > 5 and not is_furniture(line)
    )


def unread_lines(doc: Document, posting: Posting) -> tuple[Evidence, ...]:
    """The lines of the page, headings and furniture left out, of which no field took a part."""
    taken = _merged(sorted(_spans(posting)))
    starts = [start for start, _ in taken]
    lines = (line for section in doc.sections for line in section.lines if not is_furniture(line))
    unread: list[Evidence] = []
    for span in (doc.source.span(line.start, line.stop) for line in lines):
        place = bisect_left(starts, span.stop)
        if not place or taken[place - 1][1] <= span.start:
            unread.append(Evidence(start=span.start, stop=span.stop, quote=span.of(doc.source.raw)))
    return tuple(unread)


def _spans(posting: Posting) -> Iterator[tuple[int, int]]:
    for field in Posting.model_fields:
        if field != "conflicts":
            for found in posting.found(field):
                yield from ((evidence.start, evidence.stop) for evidence in found.evidence)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted ranges with those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, stop in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return merged
