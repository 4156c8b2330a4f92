"""Which education is asked for? Degrees, diplomas and vocational training, in the page's words.

Each found text is the statement of schooling without its label and without what is asked besides it. The words stand
in `lexicon/education.toml`.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.model.evidence import Found
from bot.parsing.document import Document, Section, SectionKind
from bot.parsing.duties.columns import read_columns
from bot.parsing.duties.items import is_furniture
from bot.parsing.lexicon.tables import table
from bot.parsing.terms.phrases import Phrases, beginnings
from bot.text.layout import Line
from bot.text.polarity import is_waived
from bot.text.sentences import sentences
from bot.text.sieve import Cues
from bot.text.span import Span

# Abbreviated degrees count in these letters only, and beside what makes them one.
_DEGREE = re.compile(
    r"\b(?:B\.?Sc|M\.?Sc|B\.?Eng|M\.?Eng|B\.?Tech|M\.?Tech|B\.?Com|M\.?Phil|B\.?Ed|M\.?Ed|BArch|MArch|MRes|MPharm|MChem|MPhys|B\.?[AS]\.?\s?/\s?[BM]\.?[AS]|BSN|MSN|BSc/MSc|PhD|Ph\.D|MBA|LLB|LLM|Dipl\.?-Ing)\b"
    r"|\b(?:B\.?S|M\.?S|B\.?A|M\.?A|A\.?A|A\.?S|J\.?D|M\.?D)\.?(?=\s(?:in|or|degree|from|required|preferred)\b|\s?[/(])"
    r"|\b(?:ACA|ACCA|CIMA|AAT|CICM|CIPD|CIPP|CIPFA|CILEX|PGCE|NVQ|HNC|HND|BAFA|BAFD)\b|\bBac\s?\+\s?\d|\bCAP\b(?=\s(?:[a-zé]|et|ou)|,?\s?BEP)|\bBEP\b|\bESO\b|\bFP\b|\bGED\b"
)
_OPEN = frozenset(
    {
        SectionKind.HEADER, SectionKind.ROLE, SectionKind.OTHER, SectionKind.DETAILS, SectionKind.DUTIES,
        SectionKind.SUMMARY, SectionKind.APPLY,
    }
)  # fmt: skip
_ASKED = frozenset({SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.EDUCATION})
_ASKING = re.compile(
    r"\b(?:required?|requires?|must|needs?|need(?:ed)?|essential|preferred|desir\w+|minimum|hold|holding|have|you(?:'ll| will)? (?:bring|have)|with an?|looking for|equivalent|a plus|ideally|ideal candidate|educated|qualified|du hast|sie haben|bringst|verfügen|voraussetzung\w*|erforderlich|exigée?|souhaitée?|titulaire|requise?|vereist|je hebt|beschikt|imprescindible|se requiere|valorable)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:minimum |required |preferred )?(?:education(?:al)?(?: level| requirements?| background)?|qualifications?|degree|academic requirements?|studies|bildung|ausbildung|schulabschluss|abschluss|formation|éducation|niveau d'études|diplôme requis|opleiding(?:sniveau)?|vooropleiding|formación|estudios(?: mínimos)?|titulación)\s?:\s+|[A-Z]{1,2}-?\d{1,2}[:.)]?\s+)(?=\S)",
    re.IGNORECASE,
)
_CODE = re.compile(r"\s\([A-Z]{1,2}(?:/[A-Z]{1,2})*\)$")
# Where something else begins behind the statement of schooling.
_REST = re.compile(
    r"\s?(?:[,;]|\s-\s)\s*(?:(?:and|with|plus|sowie|und|mit|avec|et|met|en|con|y|as well as|coupled with|combined with|along with)\s(?=[^,;]{0,60}(?:experience|years?|ans\b|expérience|erfahrung|jahre|ervaring|jaar|experiencia|años|skills|knowledge))"
    r"|(?:\d+|one|two|three|un|une|deux|zwei|drei|een|twee|uno|dos)\+?\s(?:\w+\s)?(?:years?|an\b|ans\b|jahre?|jaar|años?)|(?:minimum|at least|mindestens)\s\d|(?:[Bb]erufse|[Ee])(?:rfahrung|xperience|xpérience|rvaring|xperiencia)\b)"
    r"|\s(?:and|with|plus|und|mit|avec|et|con|y)\s(?:a minimum of |at least |minimum |mindestens |plus de )?(?:\d+|one|two|three)\+?\s?(?:-\s?\d+\s)?(?:years?|ans|jahre|jaar|años)"
)
_PAID_FOR = re.compile(
    r"\bwe(?:'ll| will)? (?:pay|fund|sponsor|finance|support) (?:for |towards )?(?:your|the|a)\b", re.IGNORECASE
)
_WAIVER = re.compile(
    r",\s(?:but )?(?:no|kein\w*|pas de|geen|sin) (?:\w+ ){0,2}(?:degree|diploma|studium|abschluss|diplôme|opleiding|título|matric|university)\b",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[a-z]{2})(?=[A-Z](?:[a-z]|\s))(?<!\bMc)")
_PURE = re.compile(
    r"\W*(?:minimum |required )?(?:education|educational (?:requirements|background)|studies|academic requirements|bildung|schulbildung|formation|études|opleiding|vooropleiding|formación|estudios(?: mínimos)?)\W*$",
    re.IGNORECASE,
)
_LONGEST = 260
_SHORT = 60
_SOON = 12


def names_education(text: str) -> bool:
    """Whether the words ask for schooling rather than mention it.

    >>> names_education("BSc in Physics"), names_education("a high degree of care")
    (True, False)
    """
    return _first(text, 0, len(text)) is not None


def _words() -> frozenset[str]:
    return beginnings(table("education")["asked"])


CUES = Cues(_words, _DEGREE)


def extract(doc: Document) -> tuple[Found[str], ...]:
    """The statements that ask for education, in page order; those of open prose where no list of asks has any."""
    found = [
        doc.quoted(*span, "education.asked")
        for section in doc.sections
        if section.kind in _ASKED
        for span in _in_section(doc, section)
    ]
    if found:
        return tuple(found)
    return tuple(
        doc.quoted(*span, "education.said")
        for line in doc.telling(doc.lines(*_OPEN), CUES)
        for span in _in_line(doc, line)
        if _is_asked(doc.text, line)
    )


def _is_asked(text: str, line: Line) -> bool:
    """Whether a line of open prose asks: by its label, by its words, or because it is hardly more than the degree."""
    if _LABEL.match(text, line.start, line.stop) or _ASKING.search(text, line.start, line.stop):
        return True
    named = _first(text, line.start, line.stop)
    return len(line.text) <= _SHORT and named is not None and named.start - line.start <= _SOON


def _in_section(doc: Document, section: Section) -> Iterator[Span]:
    pure = section.kind is SectionKind.EDUCATION and section.heading is not None and _PURE.match(section.heading.text)
    telling = {line.start for line in doc.telling(section.lines, CUES)}
    for line in section.lines:
        if line.start in telling and names_education(line.text):
            yield from _in_line(doc, line)
        elif pure and line is section.lines[0] and not is_furniture(line) and len(line.text) <= _LONGEST:
            yield Span(line.start, line.stop)


def _in_line(doc: Document, line: Line) -> Iterator[Span]:
    for piece in sentences(doc.text, line.start, line.stop):
        for part in _unglued(doc.text, piece):
            if (
                len(part.of(doc.text)) <= _LONGEST
                and names_education(part.of(doc.text))
                and not _PAID_FOR.search(part.of(doc.text))
                and not is_waived(_without_waiver(part.of(doc.text)))
            ):
                yield doc.once(read_columns).without_mark(_statement(doc.text, part))


def _without_waiver(text: str) -> str:
    """The words without what is waived behind them: "GCSE maths, no degree"."""
    waiver = _WAIVER.search(text)
    return text[: waiver.start()] if waiver and names_education(text[: waiver.start()]) else text


def _unglued(text: str, piece: Span) -> Iterator[Span]:
    """The sentence, or its parts where several were printed without a blank between them."""
    begin = piece.start
    for border in _GLUED.finditer(text, *piece):
        yield Span(begin, border.start())
        begin = border.start()
    yield Span(begin, piece.stop)


def _statement(text: str, part: Span) -> Span:
    """The statement of schooling without its label, its code, and what is asked besides."""
    start, stop = part
    label = _LABEL.match(text, start, stop)
    if label and names_education(text[label.end() : stop]):
        start = label.end()
    named = _first(text, start, stop)
    rest = _REST.search(text, named.stop if named else start, stop)
    if rest:
        stop = rest.start()
    waiver = _WAIVER.search(text, named.stop if named else start, stop)
    stop = waiver.start() if waiver else stop
    code = _CODE.search(text[start:stop])
    return Span(start, start + code.start() if code else stop)


def _first(text: str, start: int, stop: int) -> Span | None:
    """Where the first word of schooling stands, or None."""
    degree = _DEGREE.search(text, start, stop)
    if degree:
        return Span(*degree.span())
    return next((each.span for each in _phrases().find(text, start, stop) if each.label), None)


@cache
def _phrases() -> Phrases[bool]:
    words = table("education")
    return Phrases([*((True, phrase) for phrase in words["asked"]), *((False, phrase) for phrase in words["none"])])
