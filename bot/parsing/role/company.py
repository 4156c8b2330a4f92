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
from bot.parsing.labels import is_label, labelled_values
from bot.parsing.lexicon.tables import one_of, table
from bot.parsing.role.addresses import owns_address
from bot.parsing.role.places import is_place, is_place_line, places
from bot.parsing.role.title import extract as read_title
from bot.parsing.role.title import names_role
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sieve import Cues
from bot.text.span import Span
from bot.text.tokens import whole_words

_SMALL = r"(?:&|and|of|for|the|de|du|des|del|la|le|der|die|und|et|van|von|y|e|d')"
_FORM = r"(?:,? (?:GmbH & Co\. KG|S\.A\.S|S\.L\.U|S\.L|Sp\. z o\.o|s\.r\.o|Inc|Ltd|LLC|GmbH|gGmbH|mbH|Corp|plc|AG|SE|S\.?A\.?|B\.?V\.?|e\.V)\b\.?)"
_WORD = r"(?<!\w)[A-ZÀ-ÖØ-Þ0-9](?:[\w&'+-]|\.(?=\w)){0,40}"
NAME = rf"(?:The )?{_WORD}(?:{_FORM}|\s(?:{_WORD}|{_SMALL}(?= [A-ZÀ-Þ]))){{0,5}}"
# A name that has a line of its own may hold more small words: "The Heron at Lusk", "Hotel zur Post".
_LINE_NAME = NAME.replace("(?:&|", "(?:&|at|on|upon|by|'n'|zum|zur|am|im|an der|auf der|aux|au|sur|à la|con|", 1)
_ABOUT = re.compile(
    rf"(?:About|ABOUT|Meet|Why join|Why|Working at|Life at|Who is|Über|À propos (?:de|d')|Over|Sobre|Join)\s+(?P<said>{NAME})\s?[?:!]?$"
)
_EMPLOYER = re.compile(r"\bemployer:\s+(?P<said>[^\n]{2,60})$")
# "Tussock Creek Dairy | jobs", "Glasshouse Theatre – Work with us"
_CAREERS = r"(?:careers?|jobs?|vacancies|work with us|join us|join our team|jobs & careers|karriere|stellenangebote|recrutement|vacatures|empleo)"
_CAREERS_LINE = re.compile(
    rf"(?P<said>{NAME})\s?[-|:•]\s?{_CAREERS}$|(?:[Cc]areers|[Jj]obs|[Kk]arriere|[Ww]erken|[Ww]orking|[Ww]ork|[Aa]rbeiten|[Tt]ravailler|[Cc]arrières|[Tt]rabajar|[Tt]rabaja) (?:at|for|with|bei|chez|bij|en|con) (?P<at>{NAME})$"
)
_GIVEN = Pattern(
    rf"\b(?:provided by|hired for|[Vv]iew all jobs at|[Jj]obs from|[Ss]ee who|[Ss]ave [^\n]{{3,60}} at|[Mm]ore (?:jobs|roles) (?:at|from|with)) (?P<said>{NAME})"
)
_JOBS_OF = Pattern(rf"\b(?:[Jj]obs|[Cc]areers|[Oo]penings|[Rr]oles|[Ww]orking|[Ll]ife) (?:at|with)\s+(?P<said>{NAME})")
_JOIN = Pattern(
    rf"\b(?:[Jj]oin|[Jj]oining|[Ww]orking (?:at|for|with)|[Ww]ork (?:at|for)|[Cc]areer (?:at|with)|[Hh]ere at|[Rr]ole (?:at|with)|[Pp]osition (?:at|with)|[Oo]pportunity (?:at|with)|[Hh]ired by|[Bb]ehalf of|[Cc]areers at|[Tt]eam at|\b[Aa]t|[Bb]ei|[Cc]hez|[Bb]ij)\s+(?P<said>{NAME})(?=(?:'s)?(?:[\s,.!;:)]|$))"
)
_POSSESSIVE = Pattern(
    rf"(?P<said>{NAME})'s\s(?:[A-Z][a-z]+\s)?(?:office|team|headquarters|platform|mission|proprietary|products?|customers|engineering|clinic|campus|culture)\b"
)
_HIRING = Pattern(
    rf"(?P<said>{NAME})(?: in {_WORD}(?: {_WORD})?)?\s(?:is|are)\s(?:now |currently |urgently |actively )?(?:hiring|looking for|seeking|recruiting|after|short of|on the lookout for)\b(?! [^.\n]{{0,40}}\bclients?\b)"
    rf"|(?m:^)(?P<seeks>{NAME}) (?:in|à|en|te|a) {_WORD}(?: {_WORD})? (?:needs|seeks|wants|zoekt|sucht|cherche|recherche|recrute|busca|necesita)\b"
)
# "With forty years behind us, Calder Surveyors knows every roof."
_AFTER_OPENING = Pattern(
    rf"(?m:^)(?:With|Since|For|Founded|Based|Established|Mit|Seit|Als|Depuis|Avec|Forte? de|Con|Desde|Met|Sinds)\s[^.,:\n]{{2,70}},\s(?P<said>{NAME})\s[a-zà-ÿ]{{2,14}}\b"
)
_STREET = r"(?:St|Street|Rd|Road|Lane|Ln|Ave|Avenue|Square|Sq|Row|Drive|Place|Quay|Parade|Terrace|Hill|Gate|Way|Blvd|Boulevard|High Street)\b"
# "Curl Up & Dye, 11 Market St, Otley"
_AT_ADDRESS = Pattern(
    rf"(?:(?m:^)|(?<=[.!?:·|] ))(?P<said>{NAME}),\s(?:\d{{1,4}}[a-z]?\s(?:{_WORD}\s){{1,3}}{_STREET}|{_WORD}(?:straße|str\.|strasse|weg|gasse|platz|laan|straat|plein|kade)\s\d|\d{{1,4}},?\s(?:rue|avenue|boulevard|quai)\b|(?:Calle|C/|Avda\.?|Plaza)\s)"
)
_SAYS_AGENCY = Pattern(rf"(?P<said>{NAME}) \((?:agency|employment agency|recruiter|employer)\)")
# A firm that fills other firms' posts is not the employer.
_AGENT = Pattern(
    rf"(?P<said>{NAME})\s(?:is|are)\s(?:\w+ ){{0,2}}(?:recruiting|hiring|looking|seeking|acting|working|searching|partnering|instructed)\b[^.\n]{{0,60}}\b(?:clients?|employment (?:agency|business)|recruitment agency)\b"
)
_IN_BRACKETS = Pattern(
    rf"\b(?:[Ww]ir sind|[Ww]e are|[Nn]ous sommes|[Ww]ij zijn|[Ss]omos) [^.(\n]{{3,40}} \((?P<said>{NAME})\)"
)
_TITLE_AT = re.compile(rf"\s(?:at|@|bei|chez|bij)\s(?P<said>{NAME})")
_BEFORE_TITLE = re.compile(rf"(?P<said>{NAME})(?::|\s[-|])\s(?=\S)")
_BEHIND_TITLE = re.compile(rf"\s[-|,]\s(?P<said>{NAME})$")
_ANY_VERB = re.compile(rf"(?:(?m:^)|(?<=[.!?:] ))(?P<said>{NAME})\s[a-z]{{2,12}}s\b")
_BETWEEN_ENTRIES = re.compile(r"\s[-|•·]\s|,\s")
_ENDS = re.compile(r"(?:'s|[.,;:!?]|\s(?:and|of|for|the|de|du|&|is|are))+$")
_CHIP_WORDS = re.compile(
    r"\b(?:full|part|time|remote|hybrid|on-?site|permanent|contract|posted|ago|apply|save|applicants?|employees|backend|frontend|posting|vollzeit|teilzeit|cdi|cdd|stelle|salary|jobs?|days?|hours?|level"
    r"|experience|skills|overview|description|shift|urgent|new|logo|bachelor|hbo|mbo|wo|stars?|rating|reviews?|profile|search|categor\w+|vacanc\w+|grade|band|fixed|term|temporary|casual|seasonal|freelance|volunteer|internship|back|zurück|übersicht|retour|terug|volver)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:knowledge|experience|understanding|ability|proficiency|degree|fluency|need|needs|must|wanted|help|curriculum|cv|resume|interested|ready)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:stelle|position|post|job|vacancy|poste|puesto|vacature|role|lot|los|option) \d{1,2}", re.IGNORECASE
)
_AROUND_TITLE = 8


@cache
def _subject() -> Pattern:
    article = r"(?:(?:Die|Der|Das|La|Le|L'|Les|El|De|Het)\s?)?"
    aside = r"(?:\s\([^)\n]{2,30}\))?(?:,(?: [^,.\n]{3,90},){1,2})?"
    follow = r"(?: (?:currently|now|also|urgently|actively))?\s?(?:seeking|looking|hiring|recruiting|searching|expanding|growing|an?|the|one|on|proud|committed|founded|established|seeks?|currently|now)?"
    return Pattern(
        rf"(?:(?m:^)|(?<=[.!?:] )|(?<=[.!?] \")|(?<=\bAt )){article}(?P<said>{NAME}){aside}\s(?:{one_of(table('companies')['verbs'])})\b(?P<verb>{follow})"
    )


_SUBJECTS = Cues(_subject)
_AGENTS = Cues(_AGENT)
_SAYINGS = {
    each: Cues(each)
    for each in (
        *(_GIVEN, _JOBS_OF, _JOIN, _POSSESSIVE, _HIRING, _IN_BRACKETS),
        *(_AFTER_OPENING, _AT_ADDRESS, _SAYS_AGENCY),
    )
}
CUES = (_SUBJECTS, _AGENTS, *_SAYINGS.values())


@cache
def _legal_form() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(table('companies')['legal_forms'])})(?!\w)\.?")


@cache
def _not_names() -> frozenset[str]:
    """Words and the names of departments and industries, in lower case."""
    organisations = table("organisations")
    return frozenset((*table("companies")["not_names"], *organisations["departments"], *organisations["industries"]))


def extract(doc: Document) -> Found[str] | None:
    """The employer's name, or None when no words name it."""
    return doc.once(_read)


def _read(doc: Document) -> Found[str] | None:
    agents = {doc.text[start:stop] for start, stop in _agents(doc)}
    for source, rule in _SOURCES:
        for span in source(doc):
            named = _named(doc, span)
            if named is not None and doc.text[named.start : named.stop] not in agents:
                return doc.quoted(*named, rule)
    return None


def _agents(doc: Document) -> Iterator[Span]:
    for line in doc.telling(doc.all_lines(), _AGENTS):
        for match in doc.matches(_AGENT, line.start, line.stop):
            yield Span(*match.span("said"))


def _named(doc: Document, span: Span) -> Span | None:
    """The range of the name without what clings to it, or None when it is no name."""
    said = doc.text[span.start : span.stop]
    start = span.start + len(said) - len(said.lstrip(" \"'*#_"))
    text = doc.text[start : span.stop].rstrip(' "*#_')
    while (end := _ENDS.search(text)) and not re.search(r"\b(?:Inc|Ltd|Co|Corp|B\.V|S\.A|N\.V|S\.L|e\.V)\.$", text):
        text = text[: end.start()]
    if not 1 < len(text) <= 70 or text.lower() in _not_names() or is_place(text):
        return None
    if not any(letter.isalpha() for letter in text) or re.match(r"(?:[A-Z]{2}-?)?\d", text) or text.startswith("www."):
        return None
    if names_role(text) and not (
        _legal_form().fullmatch(text.split()[-1]) or text.endswith("& Partner") or _is_trade(text)
    ):
        return None
    if is_label(text) or _ASKED.match(text) or _NUMBERED.fullmatch(text):
        return None
    return Span(start, start + len(text))


def _is_trade(name: str) -> bool:
    """Whether a proper name stands before the plural of a trade: "Calder Surveyors", not "Experienced Surveyors"."""
    first, _, last = name.rpartition(" ")
    companies = table("companies")
    return last in companies["trades"] and first.split(" ")[0].lower() not in ("", *companies["praise"])


def _labelled(doc: Document) -> Iterator[Span]:
    for span, _ in labelled_values(doc, "company"):
        value = doc.text[span.start : span.stop]
        join = re.match(rf"(?i:join|become part of)\s+(?P<name>{NAME})", value)
        if join:
            yield Span(span.start + join.start("name"), span.start + join.end("name"))
        elif len(value.split()) <= 8:
            yield Span(span.start, span.start + len(value.split(" - ")[0].rstrip()))
    for line in doc.all_lines():
        if " employer: " in line.text and (match := _EMPLOYER.search(doc.text, line.start, line.stop)):
            yield Span(*match.span("said"))


def _headings(doc: Document) -> Iterator[Span]:
    for section in doc.sections:
        if section.heading is not None and (
            match := _ABOUT.match(doc.text, section.heading.start, section.heading.stop)
        ):
            yield Span(*match.span("said"))


def _title_lines(doc: Document) -> Iterator[Span]:
    """ "Nurse at Acme", "Acme is hiring a nurse", "Acme: Nurse", "Acme | Nurse | Leeds"."""
    hiring = doc.telling_starts(_SAYINGS[_HIRING])
    for line in header_lines(doc):
        if line.start in hiring and (match := _HIRING.search(doc.text, line.start, line.stop)):
            yield Span(*match.span("said" if match["said"] else "seeks"))
        if careers := _CAREERS_LINE.match(doc.text, line.start, line.stop):
            yield Span(*careers.span("said" if careers["said"] else "at"))
        below = doc.line_below(line)
        if below is not None and line is header_lines(doc)[0] and re.fullmatch(_CAREERS, below.text, re.IGNORECASE):
            yield Span(line.start, line.stop)
        if len(line.text) > 140 or not names_role(line.text):
            continue
        if match := _TITLE_AT.search(doc.text, line.start, line.stop):
            yield Span(*match.span("said"))
        if (behind := _BEHIND_TITLE.search(doc.text, line.start, line.stop)) and owns_address(doc.text, behind["said"]):
            yield Span(*behind.span("said"))
        before = _BEFORE_TITLE.match(doc.text, line.start, line.stop)
        if before and not names_role(before["said"]) and (":" in before.group() or _again(doc, before["said"], line)):
            yield Span(*before.span("said"))


def _given(doc: Document) -> Iterator[Span]:
    yield from _prose(doc, _GIVEN, everywhere=True)


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
            top = other is lines[0] and " " in first and number == 1
            named = _legal_form().search(first) or _again(doc, first, other) or owns_address(doc.text, first)
            if named or (own and (beside or chip or top) and not any(letter.isdigit() for letter in first)):
                start = doc.text.index(first, other.start)
                yield Span(start, start + len(first))
        for other in lines[number + 4 : number + _AROUND_TITLE] if own else ():
            first = _first_entry(doc, other)
            if first is not None and " " in first and first == other.text and _again(doc, first, other):
                yield Span(other.start, other.stop)


def _top_line(doc: Document) -> Iterator[Span]:
    """The first line when it is a firm by its form, when the page says it again, or when its place stands behind it."""
    for line in header_lines(doc)[:1]:
        first = _first_entry(doc, line)
        if first is not None and (
            _legal_form().search(first)
            or owns_address(doc.text, first)
            or (" " in first and _again(doc, first, line))
            or _with_place(doc, line)
        ):
            start = doc.text.index(first, line.start)
            yield Span(start, start + len(first))


def _with_place(doc: Document, line: Line) -> bool:
    """Whether the second entry of the line is its place, and the title stands on another line."""
    title = doc.once(read_title)
    entries = _BETWEEN_ENTRIES.split(line.text)
    if title is None or len(entries) < 2 or not is_place_line(entries[1]):
        return False
    span = title.evidence[0].span
    return not doc.evidence(line.start, line.stop).span.covers(span)


def _at_address(doc: Document) -> Iterator[Span]:
    yield from _prose(doc, _AT_ADDRESS)
    yield from _prose(doc, _SAYS_AGENCY)


def _plain_kinds(doc: Document) -> Iterator[Span]:
    """Behind "Agency:" and the like, when the value itself is a firm or an office by its form."""
    for span, _ in labelled_values(doc, "employer_kind"):
        if _legal_form().search(doc.text, *span):
            yield span


def is_chip(text: str) -> bool:
    """Whether a short text is what chips say of a post: its form, its age, a rating, a call to apply.

    >>> is_chip("Full-time"), is_chip("Fleetwood")
    (True, False)
    """
    return _CHIP_WORDS.search(text) is not None


def _first_entry(doc: Document, line: Line) -> str | None:
    """What stands before the first separator of a line when it can be a name, else None."""
    said = doc.text[line.start : line.stop].strip("*_ ")
    first = _without_place(doc, line, re.split(r"\s[-|•(]\s?|\s\(|\s[★¦#]|,\s(?!(?:Inc|Ltd|LLC)\b)|\s{2,}", said)[0])
    fits = re.fullmatch(_LINE_NAME, first) and len(first) <= 50 and not is_chip(first)
    return first if fits and first.lower() not in _not_names() else None


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


_NOT_PROSE = frozenset({SectionKind.ADVICE, SectionKind.RELATED, SectionKind.SITE, SectionKind.SKILLS})
_NOT_ABOUT = _NOT_PROSE | {SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.EDUCATION}


def _subjects(doc: Document) -> Iterator[Span]:
    yield from _prose(doc, _HIRING)
    yield from _prose(doc, _IN_BRACKETS)
    yield from _prose(doc, _AFTER_OPENING)
    prose = [line for section in doc.sections if section.kind not in _NOT_ABOUT for line in section.lines]
    for line in doc.telling(prose, _SUBJECTS):
        for match in _subject().finditer(doc.text, line.start, line.stop):
            if match["verb"].strip() or " " in match["said"] or _again(doc, match["said"], line):
                yield Span(*match.span("said"))


def _joined(doc: Document) -> Iterator[Span]:
    yield from _prose(doc, _JOIN)


def _owners(doc: Document) -> Iterator[Span]:
    yield from _prose(doc, _POSSESSIVE)
    yield from _prose(doc, _JOBS_OF)


def _kinds(doc: Document) -> Iterator[Span]:
    """Behind labels that say what sort of employer it is: "School: ...", "Client: ..."."""
    yield from (span for span, _ in labelled_values(doc, "employer_kind"))


def _repeated(doc: Document) -> Iterator[Span]:
    """The subject of any verb when its name is said again, and a name of the head that the page says again."""
    for section in doc.sections:
        if section.kind not in _NOT_PROSE:
            for line in section.lines:
                for match in _ANY_VERB.finditer(doc.text, line.start, line.stop):
                    if _again(doc, match["said"], line):
                        yield Span(*match.span("said"))
    lines = header_lines(doc)[:_AROUND_TITLE]
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
    (_plain_kinds, "company.kind"),
    (_headings, "company.heading"),
    (_title_lines, "company.title_line"),
    (_given, "company.given"),
    (_beside_title, "company.beside_title"),
    (_top_line, "company.top_line"),
    (_subjects, "company.subject"),
    (_at_address, "company.at_address"),
    (_joined, "company.joined"),
    (_owners, "company.owner"),
    (_kinds, "company.kind"),
    (_repeated, "company.repeated"),
)
