"""Which stretches of a section are its items? Bullets where there are bullets, else lines or sentences.

An item knows whether it is a bullet, a sentence, or all that stands behind a heading on the heading's own line.

Leaves out sub-headings, bare tags and furniture that stand between the items.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.parsing.document import Document, Section
from bot.parsing.line_kinds import line_kind
from bot.text.layout import Line, followed
from bot.text.sentences import sentences
from bot.text.span import Span

_FURNITURE = re.compile(
    r"^(?:&nbsp;|seite drucken|merken|teilen|speichern|job melden|partager|delen|compartir|guardar|view website|view all jobs|help|supplemental information|report (?:this )?job|job melden|#\S+|page \d+(?: of \d+)?|seite \d+(?: von \d+)?|\d+ ?/ ?\d+|\+\d+|show (?:more|less).*|read more|see more|apply(?: now| here| online)?|save(?: job)?|share(?: this (?:page|job|advert))?|report"
    r"|back to (?:top|jobs?|search)|https?://\S+|\W*|[A-Z]|[\w-]+-cta|easy apply|interested\W*|i'm interested|refer a friend|jetzt bewerben|postuler|sauvegarder|solliciteer(?: nu| direct)?|imprimer|drucken|print(?: this page)?"
    r"|printed .*|ref(?:erence)?\W.*|job search|site internet|created by .*|powered by .*|crown copyright|©.*|best regards|kind regards|cookie.{0,30}|privacy.{0,30}"
    r"|\*?\s?(?:=|indicates|denotes|marks|means)\s.{3,50}|(?:(?:full|first|last|given|family|your|legal|preferred) )?name\s?\*?|(?:your )?(?:e-?mail(?: address)?|phone(?: number)?|telephone|mobile|address|postcode|city|country|linkedin(?: profile| url)?|website|cover letter|message)\s?\*|(?:upload|attach) .{2,30}|(?:vorname|nachname|name|nom|prénom|naam|voornaam|achternaam|nombre|apellidos?|telefon\w*|téléphone|correo)\s?\*"
    r"|(?:beware of|watch out for|warning about|protect yourself from) .{0,30}(?:scams?|fraud\w*|phishing)\W*"
    r"|full[- ]?time|part[- ]?time|permanent|remote|hybrid|on-?site)$",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"(?:we|our|us|the (?:service|university|company|team|school|hospital|council|employer|minimum|salary|post|role|position|job)|this|it|there|the \w+ (?:is|are|has|have|will|was|runs?|opens?|closes?)|informal|formal|completed|late|early|please"
    r"|interviews?|feedback|applications?|candidates? (?:are|is)|successful|contact|closing|staff|wir|die (?:stelle|vergütung)|das|nous|notre|le poste|wij|we|onze|nosotros|la empresa)\b",
    re.IGNORECASE,
)
# Where a letter ends, what follows is who signs it.
_SIGNS_OFF = re.compile(
    r"(?:(?:best|kind|warm|many) )?(?:regards|wishes)|thanks(?: (?:and|&) regards)?|thank you|(?:yours )?(?:sincerely|faithfully|truly)|cheers|(?:mit freundlichen|viele|beste|liebe) grüßen?|cordialement|bien à vous|met vriendelijke groet\w*|saludos(?: cordiales)?",
    re.IGNORECASE,
)
_FEW_MARKS = 2
_SHORT = 60
_PARAGRAPH = 220
# Lines without marks are a list when there are so many of them; a line of so many sentences is prose.
_FEW_LINES = 3
# An enumeration behind a heading is told in a sentence or two.
_FEW_SENTENCES = 3


class Item(NamedTuple):
    """One item: its range of the cleaned page; whether it is a bullet, told in prose, on its heading's line, set apart.

    Set apart is a line behind an empty one where the lines of the section mostly follow each other.
    """

    span: Span
    marked: bool
    told: bool = False
    inline: bool = False
    apart: bool = False


def items(doc: Document, section: Section) -> Iterator[Item]:
    """The items of a section in order; the list ends where talk of something else begins."""
    marked = sum(1 for line in section.lines if line.mark)
    near = min((line.gap for line in section.lines[1:]), default=0)
    seen = False
    for line, following in followed(section.lines):
        if seen and not line.mark and _SIGNS_OFF.fullmatch(line.text.rstrip(" ,.!")):
            return
        if is_furniture(line) or _heads_a_list(line, following):
            continue
        if marked >= _FEW_MARKS and not line.mark:
            continue
        if seen and not line.mark and _is_talk(line):
            if line.gap:
                return
            continue
        if line.mark or marked >= _FEW_MARKS or not _is_label(line):
            spans = list(_pieces(doc, line, split=not line.mark))
            inline = _is_inline(doc, section, line) and len(spans) < _FEW_SENTENCES
            told = not line.mark and (inline or len(section.lines) < _FEW_LINES or len(spans) >= _FEW_LINES)
            told = told and not (len(spans) == 1 and is_glued(doc, line))
            for span in spans if told else (Span(line.start, line.stop),):
                yield Item(span, bool(line.mark), told, inline, apart=seen and line.gap > near)
            seen = True


def is_glued(doc: Document, line: Line) -> bool:
    """Whether the line was an entry of a list that lost its breaks, so that another one follows without a blank."""
    return 0 < line.stop < len(doc.text) and doc.text[line.stop].isalnum()


def _is_inline(doc: Document, section: Section, line: Line) -> bool:
    """Whether the line stands behind its heading on one line: "Must: own boots, a licence"."""
    heading = section.heading
    if heading is None or "\n" in doc.text[heading.start : line.start]:
        return False
    return not is_glued(doc, line) and (line is section.lines[0] or not is_glued(doc, section.lines[0]))


def _is_talk(line: Line) -> bool:
    """Whether a line is a sentence about the employer, the procedure or the terms rather than an item."""
    return line.text.endswith((".", "!")) and _TALK.match(line.text) is not None and line_kind(line.text) is None


def is_furniture(line: Line) -> bool:
    """Whether the line is a button, a page number or a tag rather than a sentence of the posting."""
    return len(line.text) <= _SHORT and _is_furniture(line.text)


@lru_cache(maxsize=4096)
def _is_furniture(text: str) -> bool:
    return _FURNITURE.match(text) is not None


def _heads_a_list(line: Line, following: Line | None) -> bool:
    """Whether the line only announces what follows: "You will:", or a short line above bullets."""
    if line.text.endswith(":"):
        return True
    if following is None or not following.mark or len(line.text) > _SHORT:
        return False
    return not line.mark or (line.mark[0].isdigit() and not following.mark[0].isdigit())


def _is_label(line: Line) -> bool:
    return re.match(r"^[\w ]{2,25}:\s\S{1,40}$", line.text) is not None


def _pieces(doc: Document, line: Line, *, split: bool) -> Iterator[Span]:
    """The line as one item, or its sentences when it is no bullet."""
    if split:
        yield from sentences(doc.text, line.start, line.stop)
    else:
        yield Span(line.start, line.stop)


def prose(doc: Document, lines: Sequence[Line]) -> Iterator[Item]:
    """The sentences of lines that are no bullets, bullets as they stand."""
    for line in lines:
        if not is_furniture(line):
            split = not line.mark or len(line.text) > _PARAGRAPH
            listed = line.mark not in ("", "|")
            spans = list(_pieces(doc, line, split=split))
            told = not listed and not (len(spans) == 1 and is_glued(doc, line))
            yield from (Item(span, listed, told=told) for span in spans)
