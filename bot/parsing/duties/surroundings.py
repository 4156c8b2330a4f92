"""What else stands on the page? A site's advice, other openings, and lines nothing took."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from bot.model.evidence import Evidence, Found
from bot.model.posting import Posting
from bot.parsing.document import Document, SectionKind
from bot.parsing.duties.items import is_furniture
from bot.parsing.role.title import names_role
from bot.text.layout import Line
from bot.text.sentences import sentences
from bot.text.sieve import Cues
from bot.text.span import Span

_SHORTEST_PROSE = 40
_LONGEST_TITLE = 14
_SHORTEST_TITLE = 5
_FOOTER = re.compile(
    r"©|\b(?:privacy|cookies?|terms|all rights|copyright|datenschutz|impressum|agb|show (?:more|fewer|all))\b",
    re.IGNORECASE,
)
# Advice outside its sections: behind a label, and warnings of a site.
_ADVISES = re.compile(
    r"(?:a |our |one |quick |pro |top |insider )?(?:tips?|hints?|advice)\b[^:.\n]{0,50}\s?:\s+\S|guidance (?:on|for)\b[^:.\n]{3,60}\s?:\s+\S|(?:conseil|tipp|consejo)s?\b[^:.\n]{0,40}\s?:\s+\S"
    r"|[^.\n]{0,80}\b(?:never|don't|do not|beware|be wary)\b[^.\n]{0,70}\b(?:bank|credit card|money|fees?|payments?|passport|personal details|pay (?:anyone|anybody|for a job))\b"
    r"|(?:bank|payment|card) (?:or \w+ )?details should never\b",
    re.IGNORECASE,
)
ADVISING = Cues(_ADVISES)
_OTHERS = re.compile(
    r"\b(?:(?:more|other|similar|further) (?:jobs|openings|vacancies|roles)|(?:weitere|ähnliche|andere) (?:jobs|stellen|stellenangebote)"
    r"|autres (?:offres|postes)|offres similaires|(?:meer|andere|vergelijkbare) vacatures|otras ofertas|ofertas similares)\b"
    r"(?: (?:at|from|with|by|like this|bei|von|chez|de|bij|van|en) ?[^:.\n]{0,40})?\s?:\s(?=[A-ZÀ-Ý])",
    re.IGNORECASE,
)
OTHERS = Cues(_OTHERS)
_BETWEEN_TITLES = re.compile(r"[;|•,]\s")
_ENDS = (".", "!", "?", '"')
_SHORT_HEADING = 60


def extract_advice(doc: Document) -> tuple[Found[str], ...]:
    """A site's tips and interview advice, one per line; headings of tips and cards of openings are left out."""
    headed = {
        line.start: line for line in doc.lines(SectionKind.ADVICE) if _is_tip(line.text) and not is_furniture(line)
    }
    found = {start: doc.quoted(line.start, line.stop, "advice.headed") for start, line in headed.items()}
    for line in doc.telling(doc.all_lines(), ADVISING):
        for piece in sentences(doc.text, line.start, line.stop) if line.start not in headed else ():
            if _ADVISES.match(doc.text, *piece):
                found[piece.start] = doc.quoted(*piece, "advice.said")
    return tuple(found[start] for start in sorted(found))


def _is_tip(text: str) -> bool:
    if text.endswith(_ENDS):
        return len(text) >= _SHORTEST_PROSE
    return len(text) > _SHORT_HEADING and not names_role(text)


def extract_related(doc: Document) -> tuple[Found[str], ...]:
    """The titles of other openings that the page shows.

    Where most lines below their heading look like titles, or none does, every short line there is one, for no list of
    nouns knows them all; unless the others stand behind a title each, as employers do.
    """
    inline = tuple(
        doc.quoted(*span, "related.named")
        for line in doc.telling(doc.all_lines(), OTHERS)
        for span in _named_openings(doc, line)
    )
    if inline:
        return inline
    lines = [
        line for line in doc.lines(SectionKind.RELATED) if len(line.text) > _SHORTEST_TITLE and not is_furniture(line)
    ]
    lines = [line for line in lines if not _FOOTER.search(line.text)]
    titles = [line for line in lines if names_role(line.text)]
    employers = all(
        above in titles and line not in titles for above, line in zip(lines[::2], lines[1::2], strict=False)
    )
    shown = titles if titles and (employers or len(titles) * 2 < len(lines)) else lines
    return tuple(doc.quoted(line.start, line.stop, "related.headed") for line in shown if _is_short(line))


def _named_openings(doc: Document, line: Line) -> Iterator[Span]:
    """The titles that a line of the site names behind a colon: "More jobs at Alder: Joiner, Sawyer"."""
    lead = _OTHERS.search(doc.text, line.start, line.stop)
    if lead is None:
        return
    start = lead.end()
    for border in (*_BETWEEN_TITLES.finditer(doc.text, start, line.stop), None):
        stop = border.start() if border else line.stop
        said = doc.text[start:stop].strip(" .")
        if said[:1].isupper() and len(said.split()) <= _LONGEST_TITLE:
            first = doc.text.index(said, start)
            yield Span(first, first + len(said))
        start = border.end() if border else stop


def _is_short(line: Line) -> bool:
    return len(line.text.split()) <= _LONGEST_TITLE and not line.text.endswith((".", "!"))


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
