"""What else stands on the page? Words about the employer, a site's advice, other openings, and lines nothing took."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from bot.model.evidence import Evidence, Found
from bot.model.posting import Posting
from bot.parsing.document import Document, SectionKind
from bot.parsing.duties.items import is_furniture
from bot.parsing.role import company
from bot.parsing.role.title import names_role
from bot.text.layout import Line
from bot.text.sentences import sentences
from bot.text.span import Span

_SHORTEST_PROSE = 40
_SHORTEST_TITLE = 5
_FOOTER = re.compile(
    r"©|\b(?:privacy|cookies?|terms|all rights|copyright|datenschutz|impressum|agb|show (?:more|fewer|all))\b",
    re.IGNORECASE,
)
_ORGANISATION = (
    r"(?:company|bank|firm|provider|start-?up|scale-?up|organi[sz]ation|agency|charity|consultancy|employer|retailer|manufacturer|maker|platform|group|hospital|school|university|college|practice|clinic|institution"
    r"|business|service|shop|restaurant|café|hotel|theatre|farm|studio|workshop|family|team|yard|borough|council|authority|trust|cooperative|co-operative|ngo|foundation|museum|newspaper|producer|supplier|operator|insurer|builder"
    r"|unternehmen|betrieb|kanzlei|praxis|klinik|verein|familienbetrieb|entreprise|société|restaurant|association|cabinet|bedrijf|organisatie|empresa|despacho|clínica)"
)
# "An international bank that ...", "We are a family of four", "Founded in 1974".
_ABOUT = re.compile(
    rf"(?:(?:join \w+, )?(?:an?|one of the|ein|eine|un|une|een|una)\s(?:[\w'-]+[ -]){{0,4}}{_ORGANISATION}\b|(?:founded|established|headquartered|based) in\b|our (?:mission|vision|story)\b"
    r"|(?:we|wir|nous|wij|we|nosotros)\s(?:are|have been|'ve been|make|build|sell|teach|run|help|design|produce|grow|publish|serve|care|keep|move|print|ship|develop|operate|provide|support|work|belong|opened|started|sind|machen|bauen|betreuen|sommes|faisons|zijn|maken|bouwen|somos|hacemos)\b"
    rf"|(?:the|our|das|die|der|le|la|het|de|el)\s(?:[\w'-]+ )?{_ORGANISATION}(?:\s(?:itself|has|is|was|issues|employs|serves|closed|makes|ist|hat|est|a|is|es|tiene))\b)",
    re.IGNORECASE,
)
_ROLE_WORDS = re.compile(
    r"\b(?:seeking|look(?:ing)? for|hiring|recruit\w*|you|your|we (?:need|want|offer|ask|would|seek|are now|are currently)|this (?:role|post|job|position)|the (?:role|post|position|successful)|posts?|candidates?"
    r"|suchen|sucht|gesucht|recherch\w+|zoek\w+|buscamos|busca|du|sie|vous|tu|je|jij|u|usted)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[\w /&-]{2,28}:\s")
_TOLD_IN = frozenset({SectionKind.HEADER, SectionKind.ROLE, SectionKind.SUMMARY, SectionKind.OTHER, SectionKind.ABOUT})
_SHORTEST_SENTENCE = 24


def extract_about(doc: Document) -> tuple[Found[str], ...]:
    """What is said of the employer: below its heading, and sentences elsewhere whose subject it is."""
    return tuple(doc.quoted(*span, rule) for span, rule in _about(doc))


def _about(doc: Document) -> Iterator[tuple[Span, str]]:
    named = doc.once(company.extract)
    name = named.value.split()[0].strip(",.") if named else ""
    for section in doc.sections:
        for line in section.lines if section.kind in _TOLD_IN else ():
            if len(line.text) < _SHORTEST_SENTENCE or is_furniture(line) or _LABEL.match(line.text):
                continue
            if section.kind is SectionKind.ABOUT and len(line.text) >= _SHORTEST_PROSE:
                yield Span(line.start, line.stop), "about.headed"
            elif line.text.endswith((".", "!")) and (span := _told(doc, line, name)):
                yield span, "about.said"


def _told(doc: Document, line: Line, name: str) -> Span | None:
    """The sentences in a row that tell of the employer, from the first that names it or is about such a thing."""
    told: Span | None = None
    for piece in sentences(doc.text, line.start, line.stop):
        text = doc.text[piece.start : piece.stop]
        if _ROLE_WORDS.search(text):
            if told:
                break
        elif told:
            told = Span(told.start, piece.stop)
        elif _is_about(name, text):
            told = piece
    return told


def _is_about(name: str, text: str) -> bool:
    """Whether a sentence tells something of the employer: "Acme makes drives for robots", "A bank for farmers."."""
    named = len(name) > 2 and re.match(
        rf"(?:(?:the|die|der|das|le|la|l'|de|het)\s?(?:\w+ )?)?{re.escape(name)}\b", text, re.IGNORECASE
    )
    return len(text) >= _SHORTEST_SENTENCE and bool(named or _ABOUT.match(text))


def extract_advice(doc: Document) -> tuple[Found[str], ...]:
    """A site's tips and interview advice, one per line; bare headings of tips are left out."""
    return tuple(
        doc.quoted(line.start, line.stop, "advice.headed")
        for line in doc.lines(SectionKind.ADVICE)
        if len(line.text) >= _SHORTEST_PROSE and not is_furniture(line)
    )


def extract_related(doc: Document) -> tuple[Found[str], ...]:
    """The titles of other openings that the page shows; every line below their heading where none looks like a title."""
    lines = [
        line for line in doc.lines(SectionKind.RELATED) if len(line.text) > _SHORTEST_TITLE and not is_furniture(line)
    ]
    titles = [line for line in lines if names_role(line.text) and not _FOOTER.search(line.text)]
    return tuple(doc.quoted(line.start, line.stop, "related.headed") for line in titles or lines)


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
