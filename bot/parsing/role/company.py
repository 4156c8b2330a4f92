"""Who is the employer? The name behind a label, in a heading, in the title line, or the subject of a sentence.

Leaves out agencies' "our client" and names that only addresses show.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from bot.model.evidence import Found
from bot.parsing.document import Document, SectionKind
from bot.parsing.header import header_lines
from bot.parsing.labels import labelled_values
from bot.parsing.lexicon.tables import one_of, table
from bot.parsing.names.addresses import owns_address
from bot.parsing.names.places import is_place, is_place_line, places
from bot.parsing.role import company_shapes as shapes
from bot.parsing.role.company_names import legal_form, named_in, not_names
from bot.parsing.role.title import extract as read_title
from bot.parsing.role.title import names_role
from bot.parsing.terms.skills import names_skill
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sieve import Cues
from bot.text.span import Span
from bot.text.tokens import whole_words


@cache
def _subject() -> Pattern:
    article = r"(?:(?:Bei der|Beim|Bei|Die|Der|Das|La|Le|L'|Les|El|De|Het)\s?|The [A-Z]\w+ (?:Department|School|Faculty|Division) (?:of|at) )?"
    aside = (
        rf"(?:\s-\s{shapes.WORD}(?: {shapes.WORD}){{0,2}})?(?:\s\([^)\n]{{2,30}}\))?(?:,(?: [^,.\n]{{3,90}},){{1,2}})?"
    )
    follow = r"(?: (?:currently|now|also|urgently|actively))?\s?(?:seeking|looking|hiring|recruiting|searching|expanding|growing|an?|the|one|on|proud|committed|founded|established|seeks?|currently|now)?"
    return Pattern(
        rf"(?:(?m:^)|(?<=[.!?:] )|(?<=[.!?] \")|(?<=• )|(?<=\bAt )){article}(?P<said>{shapes.NAME}){aside}\s(?:{one_of(table('companies')['verbs'])})\b(?P<verb>{follow})"
    )


_SUBJECTS = Cues(_subject)
_AGENTS = Cues(shapes.AGENT)
_SAYINGS = {
    each: Cues(each)
    for each in (
        *(shapes.GIVEN, shapes.JOBS_OF, shapes.JOIN, shapes.POSSESSIVE, shapes.HIRING, shapes.IN_BRACKETS),
        *(shapes.AFTER_OPENING, shapes.AT_ADDRESS, shapes.SAYS_AGENCY),
    )
}
CUES = (_SUBJECTS, _AGENTS, *_SAYINGS.values())


def extract(doc: Document) -> Found[str] | None:
    """The employer's name, or None when no words name it."""
    return doc.once(_read)


def _read(doc: Document) -> Found[str] | None:
    agents = {doc.text[start:stop] for start, stop in _agents(doc)}
    for source, rule in _SOURCES:
        for span in source(doc):
            named = named_in(doc, span)
            if named is not None and doc.text[named.start : named.stop] not in agents:
                return doc.quoted(*_fuller(doc, named), rule)
    return None


def _fuller(doc: Document, named: Span) -> Span:
    # "Coral Range Mining Services", a line of the head, for "Coral Range" in a sentence.
    short = named.of(doc.text)
    for line in header_lines(doc):
        longer = (
            line.text.startswith(f"{short} ") and not shapes.OF_A_PAGE.search(line.text) and _first_entry(doc, line)
        )
        if (
            longer
            and longer.startswith(f"{short} ")
            and (whole := named_in(doc, Span(line.start, line.start + len(longer))))
        ):
            return whole
    return named


def _agents(doc: Document) -> Iterator[Span]:
    for line in doc.telling(doc.all_lines(), _AGENTS):
        for match in doc.matches(shapes.AGENT, line.start, line.stop):
            yield Span(*match.span("said"))


def _logos(doc: Document) -> Iterator[Span]:
    """What the words for a picture say: "Tarn Pottery logo", "Logo van Gemeente Sluis"."""
    for line in header_lines(doc):
        if match := shapes.LOGO.fullmatch(doc.text[line.start : line.stop]):
            yield Span(line.start + match.start(match.lastgroup or 0), line.start + match.end(match.lastgroup or 0))


def _labelled(doc: Document) -> Iterator[Span]:
    for line in doc.all_lines():
        if " employer: " in line.text and (match := shapes.EMPLOYER.search(doc.text, line.start, line.stop)):
            yield Span(*match.span("said"))
    for span, _ in labelled_values(doc, "company"):
        value = doc.text[span.start : span.stop]
        join = re.match(rf"(?i:join|become part of)\s+(?P<name>{shapes.NAME})", value)
        if join:
            yield Span(span.start + join.start("name"), span.start + join.end("name"))
        elif len(value.split()) <= 8:
            yield Span(span.start, span.start + len(value.split(" - ")[0].rstrip()))


def _headings(doc: Document) -> Iterator[Span]:
    for section in doc.sections:
        if section.heading is not None and (
            match := shapes.ABOUT.match(doc.text, section.heading.start, section.heading.stop)
        ):
            yield Span(*match.span("said"))


def _title_lines(doc: Document) -> Iterator[Span]:
    """ "Nurse at Acme", "Acme is hiring a nurse", "Acme: Nurse", "Acme | Nurse | Leeds"."""
    hiring = doc.telling_starts(_SAYINGS[shapes.HIRING])
    for line in header_lines(doc):
        if line.start in hiring and (match := shapes.HIRING.search(doc.text, line.start, line.stop)):
            yield Span(*match.span("said" if match["said"] else "seeks"))
        if careers := shapes.CAREERS_LINE.match(doc.text, line.start, line.stop):
            yield Span(*careers.span("said" if careers["said"] else "at"))
        elif (whose := shapes.CAREERS_OF.match(doc.text, line.start, line.stop)) and _is_own_page(doc, whose, line):
            yield Span(*whose.span("said"))
        below = doc.line_below(line)
        if (
            below is not None
            and line is header_lines(doc)[0]
            and re.fullmatch(shapes.CAREERS, below.text, re.IGNORECASE)
        ):
            yield Span(line.start, line.stop)
        if len(line.text) > 140 or not names_role(line.text):
            continue
        if match := shapes.TITLE_AT.search(doc.text, line.start, line.stop):
            yield Span(*match.span("said"))
        if (behind := shapes.BEHIND_TITLE.search(doc.text, line.start, line.stop)) and owns_address(
            doc.text, behind["said"]
        ):
            yield Span(*behind.span("said"))
        if (placed := shapes.BEHIND_PLACE.search(doc.text, line.start, line.stop)) and is_place_line(placed["place"]):
            yield Span(*placed.span("said"))
        if below is not None and (whose := shapes.BELOW_AT.match(doc.text, below.start, below.stop)):
            yield Span(*whose.span("said"))
        before = shapes.BEFORE_TITLE.match(doc.text, line.start, line.stop)
        if before and not names_role(before["said"]) and (":" in before.group() or _again(doc, before["said"], line)):
            yield Span(*before.span("said"))


def _is_own_page(doc: Document, page: re.Match[str], line: Line) -> bool:
    # "Civil Service Jobs" is a board that many employers use.
    return page.group().lower() not in not_names() and _again(doc, page["said"], line)


def _given(doc: Document) -> Iterator[Span]:
    yield from _prose(doc, shapes.GIVEN, everywhere=True)


def _beside_title(doc: Document) -> Iterator[Span]:
    """A line around the title when it looks like a firm.

    That is a legal form, a name said again on the page, or the line right below the title with nothing but a name.
    """
    lines = header_lines(doc)
    title = doc.once(read_title)
    for number, line in enumerate(lines):
        if len(line.text) > 110 or not names_role(line.text):
            continue
        own = title is not None and doc.evidence(line.start, line.stop).span.covers(title.evidence[0].span)
        for other in (*lines[number + 1 : number + 4], *reversed(lines[max(0, number - 3) : number])):
            first = _first_entry(doc, other)
            if first is None or is_place_line(other.text) or is_place(first):
                continue
            beside = other is lines[number + 1] if number + 1 < len(lines) else False
            chip = other.mark == "|" and "\n" not in doc.text[min(line.stop, other.stop) : max(line.start, other.start)]
            top = " " in first and number > 0 and other is lines[number - 1] and _opens_page(lines, number - 1)
            named = legal_form().search(first) or _again(doc, first, other) or owns_address(doc.text, first)
            if named or (own and (beside or chip or top) and not any(letter.isdigit() for letter in first)):
                start = doc.text.index(first, other.start)
                yield Span(start, start + len(first))
        for other in lines[number + 4 : number + shapes.AROUND_TITLE] if own else ():
            first = _first_entry(doc, other)
            if first is not None and " " in first and first == other.text and _again(doc, first, other):
                yield Span(other.start, other.stop)


def _opens_page(lines: tuple[Line, ...], number: int) -> bool:
    """Whether a line of the head is the first, but for the name of the site."""
    return number == 0 or (number == 1 and lines[0].text.lower() in not_names())


def _by_form(doc: Document) -> Iterator[Span]:
    """A line of the head that ends in a legal form, or whose entry before a comma does, or a public body."""
    for line in header_lines(doc)[: shapes.AROUND_TITLE]:
        match = shapes.BY_FORM.match(doc.text, line.start, line.stop)
        if match or (match := shapes.BY_BODY.match(doc.text[line.start : line.stop])):
            start = line.start if match.re is shapes.BY_BODY else 0
            yield Span(start + match.start("said"), start + match.end("said"))


def _top_line(doc: Document) -> Iterator[Span]:
    """The first line when it is a firm by its form, when the page says it again, or when its place stands behind it."""
    for line in header_lines(doc)[:1]:
        first = _first_entry(doc, line)
        if first is not None and (
            legal_form().search(first)
            or owns_address(doc.text, first)
            or (" " in first and _again(doc, first, line))
            or _with_place(doc, line)
        ):
            start = doc.text.index(first, line.start)
            yield Span(start, start + len(first))


def _with_place(doc: Document, line: Line) -> bool:
    """Whether the second entry of the line is its place, and the title stands on another line."""
    title = doc.once(read_title)
    entries = shapes.BETWEEN_ENTRIES.split(line.text)
    if title is None or len(entries) < 2 or not is_place_line(entries[1]):
        return False
    span = title.evidence[0].span
    return not doc.evidence(line.start, line.stop).span.covers(span)


def _at_address(doc: Document) -> Iterator[Span]:
    yield from _prose(doc, shapes.AT_ADDRESS)
    yield from _prose(doc, shapes.SAYS_AGENCY)


def _plain_kinds(doc: Document) -> Iterator[Span]:
    """Behind "Agency:" and the like, when the value itself is a firm or an office by its form."""
    for span, _ in labelled_values(doc, "employer_kind"):
        if legal_form().search(doc.text, *span):
            yield span


def _first_entry(doc: Document, line: Line) -> str | None:
    """What stands before the first separator of a line when it can be a name, else None."""
    said = doc.text[line.start : line.stop].strip("*_ ")
    whole = re.split(r"\s[-|•(]\s?|\s\(|\s[★¦#]|,\s(?!(?:Inc|Ltd|LLC)\b)|\s{2,}", said)[0]
    first = _without_place(doc, line, whole)
    if first != whole and said[len(whole) :].startswith(", ") and is_place_line(said[len(whole) + 2 :].split(" ")[0]):
        return None  # "Griffith New South Wales, Australia ..." is a place in full
    fits = (
        (re.fullmatch(shapes.LINE_NAME, first) or shapes.SMALL_FIRM.fullmatch(first))
        and len(first) <= shapes.LONGEST_NAME
        and not shapes.is_chip(first)
    )
    return first if fits and first.lower() not in not_names() else None


def _without_place(doc: Document, line: Line, name: str) -> str:
    """The name without a place that stands right behind it, when the page says the name elsewhere."""
    for span, sure in places(name, 0, len(name)):
        if sure and span.start > 0 and span.stop == len(name) and _again(doc, name[: span.start].strip(), line):
            return name[: span.start].strip()
    return name


def _again(doc: Document, name: str, line: Line) -> bool:
    return any(not line.start <= place < line.stop for place in whole_words(doc.text, name))


def _prose(doc: Document, pattern: Pattern, *, everywhere: bool = False) -> Iterator[Span]:
    for section in doc.sections:
        if everywhere or section.kind not in _NOT_PROSE:
            for line in doc.telling(section.lines, _SAYINGS[pattern]):
                for match in doc.matches(pattern, line.start, line.stop):
                    yield Span(*match.span(match.lastgroup or "said"))


_PROFILES = frozenset({SectionKind.HEADER, SectionKind.ABOUT, SectionKind.ROLE, SectionKind.SUMMARY, SectionKind.PAY})
_NOT_PROSE = frozenset({SectionKind.ADVICE, SectionKind.RELATED, SectionKind.SITE, SectionKind.SKILLS})
_NOT_ABOUT = _NOT_PROSE | {SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.EDUCATION}


def _subjects(doc: Document) -> Iterator[Span]:
    yield from _prose(doc, shapes.HIRING)
    yield from _prose(doc, shapes.IN_BRACKETS)
    yield from _prose(doc, shapes.AFTER_OPENING)
    prose = [line for section in doc.sections if section.kind not in _NOT_ABOUT for line in section.lines]
    for line in doc.telling(prose, _SUBJECTS):
        for match in _subject().finditer(doc.text, line.start, line.stop):
            if names_skill(match["said"]):
                continue
            if match["verb"].strip() or " " in match["said"] or _again(doc, match["said"], line):
                yield Span(*match.span("said"))


def _joined(doc: Document) -> Iterator[Span]:
    for span in _prose(doc, shapes.JOIN):
        # "at" stands before much else: there the name must be a firm's by its form, or be said again.
        line = doc.line_at(span.start)
        plain = shapes.AT_BEFORE.search(doc.text, max(0, span.start - 8), span.start) is not None
        opens = (
            line is not None
            and line.text.startswith(("At ", "Bei ", "Chez ", "Bij "))
            and span.start - line.start < len("Chez  ")
        )
        if (
            not plain
            or opens
            or (line is not None and (legal_form().search(doc.text, *span) or _again(doc, span.of(doc.text), line)))
        ):
            yield span


def _opens(doc: Document) -> Iterator[Span]:
    # A single word that opens a sentence of the profile: "Kelpline makes software for port pilots."
    for section in doc.sections:
        for line in section.lines if section.kind in _PROFILES else ():
            match = shapes.OPENS.match(doc.text, line.start, line.stop)
            if match and not names_skill(match["said"]):
                yield Span(*match.span("said"))


def _owners(doc: Document) -> Iterator[Span]:
    yield from _prose(doc, shapes.POSSESSIVE)
    yield from _prose(doc, shapes.JOBS_OF)


def _kinds(doc: Document) -> Iterator[Span]:
    """Behind labels that say what sort of employer it is: "School: ...", "Client: ..."."""
    yield from (span for span, _ in labelled_values(doc, "employer_kind"))


def _repeated(doc: Document) -> Iterator[Span]:
    """The subject of any verb when its name is said again, and a name of the head that the page says again."""
    for section in doc.sections:
        if section.kind not in _NOT_PROSE:
            for line in section.lines:
                for match in shapes.ANY_VERB.finditer(doc.text, line.start, line.stop):
                    if _again(doc, match["said"], line):
                        yield Span(*match.span("said"))
    lines = header_lines(doc)[: shapes.AROUND_TITLE]
    for line, below in pairwise(lines):
        first = _first_entry(doc, line)
        if (
            first is not None
            and not is_place_line(line.text)
            and (is_place_line(below.text) or _again(doc, first, line))
        ):
            start = doc.text.index(first, line.start)
            yield Span(start, start + len(first))


_SOURCES = (
    (_labelled, "company.labelled"),
    (_logos, "company.logo"),
    (_plain_kinds, "company.kind"),
    (_headings, "company.heading"),
    (_title_lines, "company.title_line"),
    (_given, "company.given"),
    (_by_form, "company.by_form"),
    (_beside_title, "company.beside_title"),
    (_top_line, "company.top_line"),
    (_subjects, "company.subject"),
    (_at_address, "company.at_address"),
    (_joined, "company.joined"),
    (_opens, "company.opens"),
    (_owners, "company.owner"),
    (_kinds, "company.kind"),
    (_repeated, "company.repeated"),
)
