"""Who is the employer? The name behind a label, in a heading, in the title line, or the subject of a sentence.

Leaves out agencies' "our client" and names that only addresses show.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.model.evidence import Found
from bot.parsing.document import Document, SectionKind
from bot.parsing.role.places import is_place
from bot.parsing.role.title import names_role
from bot.parsing.rule import EDGE
from bot.text.layout import Line
from bot.text.span import Span

_PART = r"(?:[A-ZÀ-ÖØ-Þ0-9][\w&.'+-]*|&|and(?= [A-Z])|of(?= [A-Z])|for(?= [A-Z])|the(?= [A-Z])|de(?= [A-Z])|du(?= [A-Z])|der(?= [A-Z])|und(?= [A-Z])|et(?= [A-Z])|van(?= [A-Z])|y(?= [A-Z]))"
NAME = rf"(?:The )?[A-ZÀ-ÖØ-Þ0-9][\w&.'+-]*(?:,? (?:Inc|Ltd|LLC|GmbH|Corp|plc|AG|SE|S\.?A\.?|B\.?V\.?)\b\.?|\s{_PART}){{0,5}}"
_LABEL = re.compile(
    EDGE
    + r"(?:company(?: name)?|employer(?: name)?|organi[sz]ation(?: name)?|hiring (?:company|organi[sz]ation)|firm|client|trust|school|institution|agency|arbeitgeber|unternehmen|firma|entreprise|employeur|société|werkgever|bedrijf|empresa)\s?:\s*(?P<said>[^\n|•]{2,70})",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^(?:company|employer|organi[sz]ation|hiring organi[sz]ation|arbeitgeber|unternehmen|entreprise|werkgever|bedrijf|empresa)\s?:?$",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(r"\bemployer:\s+(?P<said>[^\n]{2,60})$")
_ABOUT = re.compile(
    rf"(?:About|ABOUT|Meet|Why join|Why|Working at|Life at|Who is|Über|À propos (?:de|d')|Over|Sobre|Join)\s+(?P<said>{NAME})\s?[?:!]?$"
)
_JOBS_OF = re.compile(
    rf"\b(?:[Jj]obs|[Cc]areers|[Oo]penings|[Rr]oles|[Ww]orking|[Ll]ife|[Mm]ore (?:jobs|roles)) (?:at|from|with)\s+(?P<said>{NAME})"
)
_SUBJECT = re.compile(
    rf"(?:^|(?<=[.!?:] )|(?<=[.!?] \")|(?<=\n)|(?<=^At )|(?<=\. At ))(?P<said>{NAME})(?:\s\([^)\n]{{2,30}}\))?(?:,(?: [^,.\n]{{3,90}},){{1,2}})?\s(?:is|are|was|has|have|'s|seeks|offers|provides|builds|makes|helps|operates|needs|wants|runs|develops|designs|delivers|specialises|specializes|employs|believes|invites|would like|ist|sucht|bietet|entwickelt|est|recherche|recrute|propose|zoekt|biedt|heeft|busca|es|ofrece)\b(?P<verb>(?: (?:currently|now|also|urgently|actively))?\s?(?:seeking|looking|hiring|recruiting|searching|expanding|growing|an?|the|one|on|proud|committed|founded|established|seeks?|currently|now)?)"
)
_JOIN = re.compile(
    rf"\b(?:[Jj]oin|[Jj]oining|[Ww]orking (?:at|for|with)|[Ww]ork (?:at|for)|[Cc]areer (?:at|with)|[Hh]ere at|[Rr]ole (?:at|with)|[Pp]osition (?:at|with)|[Oo]pportunity (?:at|with)|[Hh]ired by|[Bb]ehalf of|[Cc]areers at|[Tt]eam at|\b[Aa]t|[Bb]ei|[Cc]hez|[Bb]ij)\s+(?P<said>{NAME})(?=(?:'s)?(?:[\s,.!;:)]|$))"
)
_POSSESSIVE = re.compile(
    rf"(?P<said>{NAME})'s\s(?:[A-Z][a-z]+\s)?(?:office|team|headquarters|platform|mission|proprietary|products?|customers|engineering|clinic|campus|culture)\b"
)
_HIRING = re.compile(
    rf"(?P<said>{NAME})\s(?:is|are)\s(?:now |currently |urgently |actively )?(?:hiring|looking for|seeking|recruiting)\b"
)
_TITLE_AT = re.compile(rf"\s(?:at|@|bei|chez|bij)\s(?P<said>{NAME})")
_LEGAL_FORM = re.compile(
    r"\b(?:Inc|Ltd|Limited|LLC|LLP|GmbH|AG|SE|KG|plc|PLC|Corp|Corporation|Co|B\.?V\.?|N\.?V\.?|S\.?A\.?S?|S\.?L\.?|SARL|Oy|AB|A/S|ApS|Pty|Group|Holdings|University|College|Hospital|School|Council|NHS|Trust|Bank|Institute|Foundation|Clinic|Labs?|Technologies|Systems|Solutions|Software|Studios?|Partners|Logistics|Consulting|Hotel|Restaurant|Academy|Lawyers|Solicitors|Builders|Engineers|Accountants|Consultants|Architects|Caterers|Fabrications)\b\.?"
)
_NOT_A_NAME = re.compile(
    r"^(?:us|you|your|our|we|the (?:role|team|job|company|position|client|opportunity|successful|ideal|candidate|project|work|school|business|office|people|salary|person)|this|that|it|they|i|he|she|a|an|as|at|in|on|for|if|what|who|why|how|when|where|there|here|benefits?|salary|location|job|jobs|company|employer|team|role|please|apply|full|part|remote|hybrid|senior|junior|lead|about|description|requirements?|responsibilities|qualifications?|experience|skills|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|english|german|french|dutch|spanish|candidates?|applicants?|applications?|employees|everyone|someone|our client|my client|not disclosed|confidential|new|no|yes|all|overview|today|interview|training|work|working|travel|must|knowledge|python|java|rust|linux|aws|kubernetes|docker|react|uk|usa|eu|tips?|home|both|each|every|any|some|these|those|his|her|its|their|my|wir|sie|du|unser\w*|nous|notre|vous|votre|wij|jij|ons|nosotros|posted|deadline|closing|start|dies\w*|diese|die|der|das|le|la|les|het|de|el|los|las|un|une|eine?|ci|phd|ba|bsc|msc|mba|c|least|scale|heart|our company|present|times|large|home|first|the heart|the same|the end|the forefront|the intersection|other|more)$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?:'s|[.,;:!?]|\s(?:and|of|for|the|de|du|&|is|are))+$")
_CHIP_WORDS = re.compile(
    r"\b(?:full|part|time|remote|hybrid|on-?site|permanent|contract|posted|ago|apply|save|applicants?|employees|backend|frontend|posting"
    r"|vollzeit|teilzeit|cdi|cdd|stelle|salary|finance|jobs?|days?|hours?|level|experience|skills|overview|description|shift|urgent|new|logo)\b",
    re.IGNORECASE,
)
_HEADER_LINES = 12


def extract(doc: Document) -> Found[str] | None:
    """The employer's name, or None when no words name it."""
    for source, rule in _SOURCES:
        for span in source(doc):
            named = _named(doc, span)
            if named is not None:
                return doc.quoted(*named, rule)
    return None


def _named(doc: Document, span: Span) -> Span | None:
    """The range of the name without what clings to it, or None when it is no name."""
    said = doc.text[span.start : span.stop]
    start = span.start + len(said) - len(said.lstrip(" \"'*#"))
    text = doc.text[start : span.stop].rstrip(' "*#')
    while (end := _ENDS.search(text)) and not re.search(r"\b(?:Inc|Ltd|Co|Corp|B\.V|S\.A|N\.V)\.$", text):
        text = text[: end.start()]
    if (
        not 1 < len(text) <= 60
        or _NOT_A_NAME.match(text)
        or is_place(text)
        or not any(letter.isalpha() for letter in text)
    ):
        return None
    if names_role(text) and not _LEGAL_FORM.search(text):
        return None
    return Span(start, start + len(text))


def _labelled(doc: Document) -> Iterator[Span]:
    lines = list(doc.all_lines())
    for line in lines:
        if match := _LABEL.search(doc.text, line.start, line.stop):
            value = match["said"]
            join = re.match(r"(?:join|become part of)\s+(?P<name>" + NAME + ")", value, re.IGNORECASE)
            if join:
                start = match.start("said") + join.start("name")
                yield Span(start, start + len(join["name"]))
            elif len(value.split()) <= 8 and not value.rstrip().endswith("."):
                yield Span(*match.span("said"))
        if match := _EMPLOYER.search(doc.text, line.start, line.stop):
            yield Span(*match.span("said"))
    for label, value_line in pairwise(lines):
        if _ALONE.match(label.text) and len(value_line.text) <= 60 and not value_line.text.endswith("."):
            yield Span(value_line.start, value_line.stop)


def _headings(doc: Document) -> Iterator[Span]:
    for section in doc.sections:
        if section.heading is not None and (
            match := _ABOUT.match(doc.text, section.heading.start, section.heading.stop)
        ):
            yield Span(*match.span("said"))


def _title_lines(doc: Document) -> Iterator[Span]:
    """ "Nurse at Acme", "Acme is hiring a nurse", "Acme | Nurse | Leeds"."""
    for line in _top(doc):
        if match := _HIRING.search(doc.text, line.start, line.stop):
            yield Span(*match.span("said"))
        if (
            names_role(line.text)
            and len(line.text) <= 140
            and (match := _TITLE_AT.search(doc.text, line.start, line.stop))
        ):
            yield Span(*match.span("said"))
        if "|" in line.text and names_role(line.text):
            first = doc.text[line.start : line.stop].split("|")[0]
            if not names_role(first):
                yield Span(line.start, line.start + len(first.split("(")[0]))


def _beside_title(doc: Document) -> Iterator[Span]:
    """The line below or above the title when it looks like a firm.

    That is a legal form, a name said again on the page, or the line right below the title with nothing but a name.
    """
    lines = _top(doc)
    for number, line in enumerate(lines):
        if not names_role(line.text) or len(line.text) > 110:
            continue
        for other in (*lines[number + 1 : number + 3], *lines[max(0, number - 1) : number]):
            first = re.split(r"\s[-|•(]\s?|\s\(|,\s|\s{2,}", doc.text[other.start : other.stop].strip("*_ "))[0]
            if not re.fullmatch(NAME, first) or len(first) > 50 or is_place(first):
                continue
            next_to = (other.start > line.start and other is lines[number + 1]) or other.mark == "|"
            named = _LEGAL_FORM.search(first) or _again(doc, first, other)
            if named or (next_to and not _CHIP_WORDS.search(first) and not any(letter.isdigit() for letter in first)):
                start = doc.text.index(first, other.start)
                yield Span(start, start + len(first))
        return


def _again(doc: Document, name: str, line: Line) -> bool:
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return sum(1 for match in pattern.finditer(doc.text) if not line.start <= match.start() < line.stop) >= 1


def _top(doc: Document) -> list[Line]:
    return list(doc.all_lines())[:_HEADER_LINES]


def _prose(doc: Document, pattern: re.Pattern[str]) -> Iterator[Span]:
    skipped = {SectionKind.ADVICE, SectionKind.RELATED, SectionKind.SITE, SectionKind.SKILLS}
    for section in doc.sections:
        if section.kind not in skipped:
            for line in section.lines:
                for match in pattern.finditer(doc.text, line.start, line.stop):
                    if (
                        "verb" not in pattern.groupindex
                        or match["verb"].strip()
                        or " " in match["said"]
                        or _again(doc, match["said"], line)
                    ):
                        yield Span(*match.span("said"))


def _subjects(doc: Document) -> Iterator[Span]:
    yield from _prose(doc, _HIRING)
    yield from _prose(doc, _SUBJECT)


def _joined(doc: Document) -> Iterator[Span]:
    yield from _prose(doc, _JOIN)


def _owners(doc: Document) -> Iterator[Span]:
    yield from _prose(doc, _POSSESSIVE)
    yield from _prose(doc, _JOBS_OF)


_SOURCES = (
    (_labelled, "company.labelled"),
    (_headings, "company.heading"),
    (_title_lines, "company.title_line"),
    (_beside_title, "company.beside_title"),
    (_subjects, "company.subject"),
    (_joined, "company.joined"),
    (_owners, "company.owner"),
)
