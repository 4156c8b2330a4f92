"""Which stretches of a section are its items? Bullets where there are bullets, else lines or sentences.

Leaves out sub-headings, bare tags and furniture that stand between the items.
"""

import re
from collections.abc import Iterator, Sequence

from bot.parsing.document import Document, Section
from bot.parsing.line_kinds import line_kind
from bot.text.layout import Line, followed
from bot.text.sentences import sentences
from bot.text.span import Span

_FURNITURE = re.compile(
    r"^(?:#\S+|page \d+(?: of \d+)?|seite \d+(?: von \d+)?|\d+ ?/ ?\d+|\+\d+|show (?:more|less).*|read more|see more|apply(?: now| here| online)?|save(?: job)?|share(?: this (?:page|job|advert))?|report"
    r"|back to (?:top|jobs?|search)|https?://\S+|\W*|[A-Z]|[\w-]+-cta|easy apply|interested\W*|i'm interested|refer a friend|jetzt bewerben|postuler|sauvegarder|solliciteer(?: nu| direct)?|imprimer|drucken|print(?: this page)?"
    r"|printed .*|ref(?:erence)?\W.*|job search|site internet|created by .*|powered by .*|crown copyright|©.*|best regards|kind regards|cookie.{0,30}|privacy.{0,30}"
    r"|full[- ]?time|part[- ]?time|permanent|remote|hybrid|on-?site)$",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"(?:we|our|us|the (?:service|university|company|team|school|hospital|council|employer|minimum|salary|post|role|position|job)|this|it|there|the \w+ (?:is|are|has|have|will|was|runs?|opens?|closes?)|informal|formal|completed|late|early|please"
    r"|interviews?|feedback|applications?|candidates? (?:are|is)|successful|contact|closing|staff|wir|die (?:stelle|vergütung)|das|nous|notre|le poste|wij|we|onze|nosotros|la empresa)\b",
    re.IGNORECASE,
)
_FEW_MARKS = 2
_SHORT = 60
_PARAGRAPH = 220


def items(doc: Document, section: Section) -> Iterator[Span]:
    """The items of a section in order, as ranges of the cleaned page; the list ends where talk of something else begins."""
    marked = sum(1 for line in section.lines if line.mark)
    seen = False
    for line, following in followed(section.lines):
        if is_furniture(line) or _heads_a_list(line, following):
            continue
        if marked >= _FEW_MARKS and not line.mark:
            continue
        if seen and not line.mark and _is_talk(line):
            if line.gap:
                return
            continue
        if line.mark or marked >= _FEW_MARKS or not _is_label(line):
            seen = True
            yield from _pieces(doc, line, split=not line.mark)


def _is_talk(line: Line) -> bool:
    """Whether a line is a sentence about the employer, the procedure or the terms rather than an item."""
    return line.text.endswith((".", "!")) and _TALK.match(line.text) is not None and line_kind(line.text) is None


def is_furniture(line: Line) -> bool:
    """Whether the line is a button, a page number or a tag rather than a sentence of the posting."""
    return len(line.text) <= _SHORT and _FURNITURE.match(line.text) is not None


def _heads_a_list(line: Line, following: Line | None) -> bool:
    """Whether the line only announces what follows: "You will:", or a short line above bullets."""
    if line.text.endswith(":"):
        return True
    return not line.mark and following is not None and bool(following.mark) and len(line.text) <= _SHORT


def _is_label(line: Line) -> bool:
    return re.match(r"^[\w ]{2,25}:\s\S{1,40}$", line.text) is not None


def _pieces(doc: Document, line: Line, *, split: bool) -> Iterator[Span]:
    """The line as one item, or its sentences when it is a paragraph."""
    if split and len(line.text) > 90:
        yield from sentences(doc.text, line.start, line.stop)
    else:
        yield Span(line.start, line.stop)


def prose(doc: Document, lines: Sequence[Line]) -> Iterator[Span]:
    """The sentences of lines that are no bullets, bullets as they stand."""
    for line in lines:
        if not is_furniture(line):
            yield from _pieces(doc, line, split=not line.mark or len(line.text) > _PARAGRAPH)
