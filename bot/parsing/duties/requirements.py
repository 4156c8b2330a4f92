"""What is asked of the candidate, how firmly, and of which kind? One found requirement per line or sentence.

Requirements stand below their headings; a page without such a heading is read by what its lines say. What is "not
needed" is no requirement.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.model.evidence import Found
from bot.model.posting import Requirement
from bot.model.vocabulary import RequirementKind, Strength
from bot.parsing.document import Document, SectionKind
from bot.parsing.duties.about import telling_name
from bot.parsing.duties.ask_clauses import ask_clauses
from bot.parsing.duties.ask_signs import (
    FIRMLY,
    REQUIRING,
    asks_by_words,
    insists,
    is_other_field,
    is_said,
    is_tag,
    is_talk,
    is_title,
    required_in,
)
from bot.parsing.duties.bare_list import read_bare_list
from bot.parsing.duties.columns import read_columns
from bot.parsing.duties.digest import QUALIFICATIONS, digest_values
from bot.parsing.duties.items import Item, items, prose
from bot.parsing.duties.requirement_kinds import requirement_kind, told_kind
from bot.parsing.line_kinds import LineKind, asks, line_kind
from bot.parsing.time.numbers import NUMBER, number
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.polarity import is_preference, is_waived
from bot.text.sentences import sentences
from bot.text.sieve import Cues, Sieve
from bot.text.span import Covered, Span

_HEADED = frozenset({SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.EDUCATION})
_OPEN = frozenset(
    {
        SectionKind.HEADER,
        SectionKind.ROLE,
        SectionKind.OTHER,
        SectionKind.DETAILS,
        SectionKind.DUTIES,
        SectionKind.APPLY,
    }
)
_YEARS = Pattern(
    rf"(?<![\d.,-])(?P<years>{NUMBER})\s?(?:\+|-\s?\d{{1,2}}|to \d{{1,2}})?\s?\+?\s?(?:\(\w+\) )?"
    r"(?:years?|yrs|jahren?|ans|(?<=un )an|jaar|años?|seasons?)\b(?!'? (?:old|of age|degree))",
    re.IGNORECASE,
)
# A label or a number before the ask itself: "Education level: ...", "E5 ...", "GS-9: ...".
_BEFORE = re.compile(
    r"(?i:(?:(?:minimum |required |min\. )?(?:education\w*|school year|majors?|experience|work experience|professional experience|licen[cs]es?|driving licen[cs]e|certifications?|certificates?|languages?|language skills|skills?|age|qualifications?|knowledge|citizenship|clearance|physical)(?: level| requirements?| required| skills)?"
    r"|[ÉéEe]ducation|formation|expérience|exp[eé]rience|langues?|permis|formación(?: mínima)?|educación(?: mínima)?|estudios(?: mínimos)?|experiencia(?: mínima)?|edad|idiomas?|ausbildung|berufserfahrung|sprachen|führerschein|opleiding|ervaring|taal|talen)\s?:\s+)(?=\S.{2})|(?:(?:[A-Z]{4,}|[A-Z]{1,3}-?\d{1,2})\s?:\s+|[A-Z]\d{1,2}[.)]?\s+|\d{1,2}\.-\s*)(?=\S.{2})"
)
CUES = Cues(FIRMLY, REQUIRING)
_INSISTS = re.compile(r"\b(?:you|applicants?|candidates?|employees) must\b|\b(?:is|are) required\b", re.IGNORECASE)
# The reason behind a wish is no part of it: "X would be helpful, but attitude matters more".
_TAIL = re.compile(
    r"\sbut we(?:'ll| will| can)\s|,\s(?:as|because|since|but|and we|though|so|denn|car|want)\s(?!not\b|nicht\b)"
)
_SPEAKS_OF_ELSE = frozenset({SectionKind.RELATED, SectionKind.ADVICE, SectionKind.SITE})
_WISHED = f"requirements.{SectionKind.NICE.value}"
# What is asked by law or by a check is asked even where the line tells who pays for it.
_FORMAL = frozenset({RequirementKind.CLEARANCE, RequirementKind.LICENCE})
_SHORTEST_SAID = 15
_OF_THE_READER = re.compile(r"\b(?:you|your|candidates?|applicants?|experience (?:is|would))\b", re.IGNORECASE)


_COUNTS = Cues(_YEARS)


@cache
def _sieve() -> Sieve:
    return Sieve((_COUNTS,))


@dataclass(frozen=True, slots=True)
class _Ask:
    span: Span
    strength: Strength
    rule: str


def extract(doc: Document) -> tuple[Found[Requirement], ...]:
    """The requirements in page order; each text is the line or sentence as printed."""
    asked = list(_in_bare_list(doc))
    if not asked:
        asked = list(_headed(doc))
        if all(ask.rule == _WISHED for ask in asked):
            headed = Covered(ask.span for ask in asked)
            asked += [ask for ask in _said(doc) if not headed.meets(ask.span)]
        asked += _in_digest(doc)
        covered = Covered(ask.span for ask in asked)
        listed = [ask.span.of(doc.text) for ask in asked]
        asked += [ask for ask in _firmly_said(doc) if not covered.meets(ask.span) and not _is_listed(doc, ask, listed)]
    asked = _by_columns(doc, asked)
    return tuple(_found(doc, ask) for ask in sorted(asked, key=lambda ask: ask.span))


def _by_columns(doc: Document, asked: list[_Ask]) -> list[_Ask]:
    """The asks with those of a table in the place of what was read of its lines: a mark says how firm each is."""
    table = doc.once(read_columns)
    taken = Covered((*(row.span for row in table.rows), *((table.legend,) if table.legend else ())))
    rows = [_Ask(row.span, row.strength, "requirements.columns") for row in table.rows]
    return [*rows, *(ask for ask in asked if not taken.meets(ask.span))]


def _is_listed(doc: Document, ask: _Ask, listed: list[str]) -> bool:
    """Whether an ask of a list has every word of one that a sentence makes."""
    words = _words(ask.span.of(doc.text))
    return any(words <= _words(text) for text in listed)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def _found(doc: Document, ask: _Ask) -> Found[Requirement]:
    label = _BEFORE.match(doc.text, *ask.span)
    span = Span(label.end(), ask.span.stop) if label else ask.span
    text, plain = doc.words(*span), span.of(doc.text)
    kind = requirement_kind(plain)
    # Years of other things are an age or a span: "at least 18 years".
    counted = kind is not RequirementKind.OTHER and _YEARS.may_match(doc.folded[ask.span.start : ask.span.stop])
    years = _YEARS.search(plain) if counted else None
    requirement = Requirement(
        text=text, strength=ask.strength, kind=kind, years=number(years["years"]) if years else None
    )
    return doc.found(requirement, *span, ask.rule)


def _in_bare_list(doc: Document) -> Iterator[_Ask]:
    bare = doc.once(read_bare_list)
    if bare is not None:
        yield from (_Ask(Span(line.start, line.stop), Strength.MUST, "requirements.bare_list") for line in bare.musts)
        yield from (_Ask(Span(line.start, line.stop), Strength.NICE, "requirements.bare_list") for line in bare.wishes)


def _in_digest(doc: Document) -> Iterator[_Ask]:
    for span in digest_values(doc, QUALIFICATIONS):
        stop = span.start + len(span.of(doc.text).rstrip(". "))
        for part in ask_clauses(doc.text, Span(span.start, stop), told=True, listed=True):
            said = part.of(doc.text)
            if not is_waived(said):
                yield _Ask(part, Strength.NICE if is_preference(said) else Strength.MUST, "requirements.digest")


def _headed(doc: Document) -> Iterator[_Ask]:
    for section in doc.sections:
        if section.kind in _HEADED:
            for item in items(doc, section):
                text = item.span.of(doc.text)
                if _is_of_employer(doc, item, text):
                    break
                if item.apart and not item.marked and not asks_by_words(text):
                    break
                if not is_other_field(text) and not is_talk(text, item):
                    yield from _in_item(doc, section.kind, item)


def _is_of_employer(doc: Document, item: Item, text: str) -> bool:
    """Whether a sentence that is no bullet begins with the employer's name, as those do that follow a list."""
    if item.marked or not text.endswith((".", "!")):
        return False
    name = doc.once(telling_name)
    return name is not None and name.match(text) is not None and _OF_THE_READER.search(text) is None


def _in_item(doc: Document, kind: SectionKind, item: Item) -> Iterator[_Ask]:
    """The asks of one item: its sentences apart where they differ in strength, its clauses where each asks something."""
    text = item.span.of(doc.text)
    if not item.marked and kind is not SectionKind.NICE and is_tag(text):
        return
    pieces = list(sentences(doc.text, *item.span))
    if len({_strength(piece.of(doc.text), kind) for piece in pieces}) < 2:
        pieces = [item.span]
    for piece in pieces:
        for part in ask_clauses(doc.text, piece, told=item.told and not item.inline, listed=item.inline):
            said = part.of(doc.text)
            if not is_waived(said) and (line_kind(said) is not LineKind.OFFER or told_kind(said) in _FORMAL):
                yield _Ask(part, _strength(said, kind), f"requirements.{kind.value}")


def _strength(text: str, kind: SectionKind) -> Strength:
    if kind is SectionKind.NICE and not _INSISTS.search(text):
        return Strength.NICE
    return Strength.NICE if is_preference(text) else Strength.MUST


def _firmly_said(doc: Document) -> Iterator[_Ask]:
    """What sentences outside the lists insist on or wish for: "An enhanced DBS check is required"."""
    for line in doc.telling(_outside_lists(doc), CUES):
        for piece in sentences(doc.text, line.start, line.stop):
            shown = piece.of(doc.folded)
            if FIRMLY.may_match(shown) and insists(piece.of(doc.text)):
                yield from _told(doc, piece, "requirements.firm")
            elif REQUIRING.may_match(shown) and (begin := required_in(piece.of(doc.text))) is not None:
                stop = piece.start + len(piece.of(doc.text).rstrip(". "))
                yield from _told(doc, Span(piece.start + begin, stop), "requirements.requiring")


def _outside_lists(doc: Document) -> Iterator[Line]:
    """The lines of the posting but for those of its lists of duties, other openings and tips."""
    for section in doc.sections:
        if section.kind not in _SPEAKS_OF_ELSE:
            has_marks = any(line.mark for line in section.lines)
            yield from (
                line
                for line in section.lines
                if section.kind is not SectionKind.DUTIES or (has_marks and not line.mark)
            )


def _said(doc: Document) -> Iterator[_Ask]:
    """Asks in pages without a heading for them."""
    for section in doc.sections:
        for item in prose(doc, section.lines) if section.kind in _OPEN else ():
            text = item.span.of(doc.text)
            if (
                asks_by_words(text)
                and len(text) > _SHORTEST_SAID
                and is_said(text)
                and _names_ask(text)
                and not is_title(section, item, text)
            ):
                yield from _told(doc, item.span, "requirements.said", told=not item.marked)


def _names_ask(text: str) -> bool:
    """Whether a line asks in so many words or for something of a known kind: "Full time, 40 hours" only looks like it."""
    return asks(text) or is_preference(text) or told_kind(text) not in (None, RequirementKind.OTHER)


def _told(doc: Document, span: Span, rule: str, *, told: bool = True) -> Iterator[_Ask]:
    for part in ask_clauses(doc.text, span, told=told):
        said = part.of(doc.text)
        tail = _TAIL.search(said) if is_preference(said) else None
        if tail:
            part, said = Span(part.start, part.start + tail.start()), said[: tail.start()]
        if not is_waived(said):
            yield _Ask(part, Strength.NICE if is_preference(said) else Strength.MUST, rule)
