"""What is the role called? The line that names it, as the page prints it.

A title is a short line with a head noun of job titles: behind a label, near the top, or repeated in later headings.
Prose names it behind "looking for a" and the like.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from bot.model.evidence import Found
from bot.parsing.document import Document, SectionKind
from bot.parsing.lexicon.tables import table
from bot.text.layout import Line
from bot.text.span import Span

_LABEL = re.compile(
    r"^(?:job title|title|position(?: title)?|role(?: title)?|job|post(?: title)?|vacancy|stelle|stellenbezeichnung|stellentitel|position|intitulé(?: du poste)?|poste|functie(?:titel)?|vacature|puesto|cargo|oferta|we(?:'re| are) hiring|now hiring|hiring|wanted|vacancy)\s?:\s*",
    re.IGNORECASE,
)
_PROSE = (
    re.compile(
        r"\b(?:looking for|seeking|hiring|recruiting(?: for)?|searching for|in (?:search|need) of|need|require|recruit|to appoint|opportunity for|opening for|vacancy for|position (?:of|as|for)|role (?:of|as)|job (?:as|of)|join (?:us|our team|\w+) as|work as|wanted:?|suchen(?: wir)?(?: (?:ab sofort|zum \w+ \w+|für \w+ \w+))?|sucht|recherch(?:e|ons)|zoeken(?: wij)?|zoekt|buscamos|busca|recrut(?:e|ons))\s+"
        r"(?:(?:an?|the|our|your|for|to|new|another|some|several|talented|experienced|motivated|passionate|skilled|enthusiastic|highly|reliable|friendly|dedicated|great|einen?|eine[nr]?|un[ea]?|een|una|two|three|\d{1,2}|full[- ]time|part[- ]time)\s+){0,5}(?P<said>[^\n.,;:!?()|]{4,80})",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<said>[^\n.,;:!?|]{4,70}?)\s+(?:wanted|needed|required|gesucht|recherché\w*|gezocht|se busca)\b",
        re.IGNORECASE | re.MULTILINE,
    ),
)
_PROSE_END = re.compile(
    r"\s+(?:to|who|with|for|in|at|on|based|as|that|and (?:we|you)|from|within|join\w*|für|in|bei|mit|zur|pour|chez|à|voor|bij|met|para|con|en|im|zum|ab|of our|\()(?:\s.*)?$",
    re.IGNORECASE,
)
_NOT_A_TITLE = re.compile(
    r"\b(?:logo|skip to|sign in|log in|cookies?|jobs? (?:in|near|at|by|search)|search|careers?|home|menu|back to|apply|save|share|posted|ago|applicants?|employees|years? of experience|we are|we're|you will|you'll|our |your |is hiring|is looking|is seeking|is recruiting|join |about |description for|responsibilities|requirements|benefits|who |what |how |interview|salary|per (?:hour|year|day|month)|similar|related|promoted|view|browse|reviews?|staffing|equal opportunity|reports? to|reporting to|hiring manager|recruiter:|contact|posted by)\b",
    re.IGNORECASE,
)
_GENDER = re.compile(
    r"\((?:[mwfdxhi]|gn|all genders)(?:\s?[/|*,]\s?(?:[mwfdxhi]|gn))*\)|\b[mwfdxh]/[mwfdxh](?:/[mwfdxh])?\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_BORDER = re.compile(r"\s[|•]\s|\s?\|\s?|\t")
_AT = re.compile(r"\s(?:at|@|bei|chez|bij)\s(?=[A-Z0-9])")
_WANTED = re.compile(
    r"\s+(?:urgently |immediately )?(?:wanted|needed|required|gesucht|recherchée?|gezocht)\W*$", re.IGNORECASE
)
_LONGEST = 110
_TOP_LINES = 14


def extract(doc: Document) -> Found[str] | None:
    """The title as printed, or None when no line names a role."""
    for span, rule in _candidates(doc):
        return doc.quoted(*span, rule)
    return None


def _candidates(doc: Document) -> Iterator[tuple[Span, str]]:
    lines = list(doc.all_lines())
    yield from ((span, "title.labelled") for line in lines[:40] for span in _labelled(doc, line))
    yield from ((span, "title.labelled") for span in _below_label(doc, lines[:40]))
    header = [line for section in doc.sections[:1] for line in section.lines][:_TOP_LINES]
    yield from ((span, "title.top_line") for line in (header or lines[:3]) for span in _in_top_line(doc, line))
    for line in lines[:60]:
        yield from ((span, "title.said") for span in _in_prose(doc, line))
    yield from ((span, "title.line") for line in lines[:40] for span in _in_top_line(doc, line))


def _labelled(doc: Document, line: Line) -> Iterator[Span]:
    match = _LABEL.match(doc.text[line.start : line.stop])
    said = line.text[len(match.group()) :] if match else ""
    plainly = match is not None and match.group().lower().startswith("job title") and 1 < len(said) <= _LONGEST
    if match and (plainly or names_role(said[:_LONGEST])):
        yield _shortened(doc.text, Span(line.start + match.end(), line.stop))


def _below_label(doc: Document, lines: list[Line]) -> Iterator[Span]:
    for label, value in pairwise(lines):
        if (
            _LABEL.fullmatch(f"{label.text.rstrip(':')}:")
            and label.text[:1].isupper()
            and _looks_like_title(value.text)
        ):
            yield Span(value.start, value.stop)


def _in_top_line(doc: Document, line: Line) -> Iterator[Span]:
    """The segment of the line that names a role; a whole line where nothing parts it."""
    if line.mark and line.mark[0] not in "#*|" and not _pictograph(line.mark):
        return
    begin = line.start
    borders = [
        *((match.start(), match.end()) for match in _BORDER.finditer(doc.text, line.start, line.stop)),
        (line.stop, line.stop),
    ]
    for start, stop in borders:
        if _looks_like_title(doc.text[begin:start].strip(" *#")):
            yield _shortened(doc.text, Span(begin, start))
        begin = stop


def _pictograph(mark: str) -> bool:
    return ord(mark[0]) > 0x2600


def _looks_like_title(text: str) -> bool:
    if (
        not 2 < len(text) <= _LONGEST
        or text.endswith((".", "!", ":", ","))
        or _NOT_A_TITLE.search(text)
        or not text[:1].isalnum()
    ):
        return False
    if len(text.split()) > 14 or sum(letter.isdigit() for letter in text) > len(text) / 3:
        return False
    return names_role(text) or _GENDER.search(text) is not None


def names_role(text: str) -> bool:
    """Whether the words hold a head noun of job titles.

    >>> names_role("Senior Data Engineer"), names_role("Softwareentwickler (m/w/d)"), names_role("Blue sky")
    (True, True, False)
    """
    words, pairs, endings = _nouns()
    low = [word.group().lower() for word in _WORD.finditer(text)]
    if any(word in words or word.endswith(endings) or _feminine(word) in words for word in low):
        return True
    joined = f" {' '.join(low)} "
    return any(f" {pair} " in joined for pair in pairs)


def _feminine(word: str) -> str:
    """The word without the ending of an inclusive form: "développeur·se", "Mitarbeiterinnen"."""
    return word.removesuffix("innen").removesuffix("in").removesuffix("s")


@cache
def _nouns() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    source = table("roles")
    words = frozenset(word for word in source["words"] if " " not in word)
    return words, tuple(word for word in source["words"] if " " in word), tuple(source["endings"])


def _shortened(text: str, span: Span) -> Span:
    """The title without marks around it and without "at Company" behind it."""
    said = text[span.start : span.stop]
    start = span.start + len(said) - len(said.lstrip(" *#"))
    at = _AT.search(text, start, span.stop)
    stop = at.start() if at and names_role(text[start : at.start()]) else span.stop
    wanted = _WANTED.search(text, start, stop)
    stop = wanted.start() if wanted else stop
    return Span(start, start + len(text[start:stop].rstrip(" *#-,")))


def _in_prose(doc: Document, line: Line) -> Iterator[Span]:
    for pattern in _PROSE:
        for match in pattern.finditer(doc.text, line.start, line.stop):
            start, stop = match.span("said")
            end = _PROSE_END.search(doc.text[start:stop])
            stop = start + end.start() if end else stop
            words = doc.text[start:stop].split()
            if names_role(doc.text[start:stop]) and len(words) <= 9:
                yield Span(start, start + len(doc.text[start:stop].rstrip(" -,'\"")))


def header_lines(doc: Document) -> tuple[Line, ...]:
    """The lines before the first heading."""
    return doc.sections[0].lines if doc.sections and doc.sections[0].kind is SectionKind.HEADER else ()
