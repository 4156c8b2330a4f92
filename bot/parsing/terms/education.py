"""Which education is asked for? Degrees, diplomas and vocational training, in the page's words."""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.parsing.document import Document, SectionKind
from bot.text.layout import Line
from bot.text.polarity import is_unasked
from bot.text.sentences import sentences
from bot.text.sieve import Cues
from bot.text.span import Span

_EDUCATION = re.compile(
    r"\b(?:bachelor(?:'?s)?|master'?s (?:degree|level|in|or)|master of|masters\b|undergraduate degree|postgraduate|(?:university|college|advanced|graduate|relevant|technical|engineering|related|4[- ]year|four[- ]year|2[- ]year|associate'?s?|honou?rs|first|science|law|nursing|stem|higher|doctoral|professional|accredited|recogni[sz]ed|finance|business|marketing) degree"
    r"|degree (?:in|or|level|qualified|from|required|preferred|with)|degree[- ]educated|^an? (?:\w+ )?degree\b(?! of)|degree\b(?=[^.]{0,30}\b(?:in|required|preferred|equivalent))|ph\.?d\b|doctorate|mba\b|b\.?sc\b|m\.?sc\b|b\.?eng\b|m\.?eng\b|b\.?a\.?/|b\.?s\.?/|ba/bs|bs/ms|b\.?tech\b|m\.?tech\b|b\.?com\b|ll\.?b\b|ll\.?m\b|juris doctor|pgce|national 5|highers\b|(?:maths|math) and english"
    r"|diploma\b|ged\b|high school|secondary school|gcses?|a-levels?|a levels|nvq|hnc\b|hnd\b|btec|vocational (?:training|qualification)|trade (?:school|qualification|certificate)|apprenticeship (?:completed|in|or)|completed apprenticeship|city & guilds|foundation degree|leaving cert\w*"
    r"|studium|hochschul\w+|bachelor|universitätsabschluss|fachhochschul\w+|abitur|ausbildung\b|berufsausbildung|meisterbrief|techniker\b|mittlere reife|promotion in|bac ?\+ ?\d|bac pro|bts\b|dut\b|licence (?:pro|en)|diplômée?|diplôme|école d'ingénieurs?|ingénieur diplômé|(?-i:CAP)\b(?= )|bep\b|formation (?:supérieure|en|de|initiale)"
    r"|hbo\b|wo[- ](?:niveau|opleiding|diploma)|mbo\b(?:[- ]\d)?|afgeronde opleiding|opleiding\b|titulaci[oó]n|licenciatura|grado (?:en|superior|medio|universitario)|ingenier[ií]a (?:en|superior|t[eé]cnica)|formaci[oó]n profesional|ciclo formativo|fp\b|estudios (?:universitarios|superiores))",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\bdegree of\b|\b360[- ]degree|\bscrum master|\bmaster data|\bmaster(?:'s)? thesis|\btuition|\bstudents?\b(?! (?:or|and) graduate)|\bwe (?:offer|provide|support)|\bteach(?:ing)? \w+ (?:degree|bachelor)|\bprogrammes?\b(?= (?:of|for) students)|\bsupervis\w+ (?:phd|master|bachelor)",
    re.IGNORECASE,
)
_OPEN = frozenset(
    {
        SectionKind.HEADER,
        SectionKind.ROLE,
        SectionKind.OTHER,
        SectionKind.DETAILS,
        SectionKind.DUTIES,
        SectionKind.SUMMARY,
    }
)
_ASKED = frozenset({SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.EDUCATION})
_ASKING = re.compile(
    r"\b(?:required?|requires?|must|need|essential|preferred|desir\w+|minimum|hold|have|with an?|looking for|equivalent|plus|ideally|education)\b|:",
    re.IGNORECASE,
)
_LONGEST_LINE = 160
CUES = Cues(_EDUCATION)


def names_education(text: str) -> bool:
    """Whether the words ask for schooling rather than mention it.

    >>> names_education("BSc in Physics"), names_education("a high degree of care")
    (True, False)
    """
    return _EDUCATION.search(text) is not None and not _NOT_ASKED.search(text)


def extract(doc: Document) -> tuple[Found[str], ...]:
    """The lines or sentences that ask for education, in page order."""
    found = [
        doc.quoted(*span, "education.asked")
        for line in doc.telling(doc.lines(*_ASKED), CUES)
        for span in _in_line(doc, line)
    ]
    if found:
        return tuple(found)
    return tuple(
        doc.quoted(*span, "education.said")
        for line in doc.telling(doc.lines(*_OPEN), CUES)
        for span in _in_line(doc, line)
        if _ASKING.search(doc.text, *span)
    )


def _in_line(doc: Document, line: Line) -> Iterator[Span]:
    if not names_education(line.text):
        return
    pieces = sentences(doc.text, line.start, line.stop) if len(line.text) > 60 else [Span(line.start, line.stop)]
    for piece in pieces:
        text = doc.text[piece.start : piece.stop]
        if names_education(text) and not is_unasked(text):
            yield piece
