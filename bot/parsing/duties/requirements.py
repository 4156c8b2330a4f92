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
from bot.parsing.document import Document, Section, SectionKind
from bot.parsing.duties.bare_list import read_bare_list
from bot.parsing.duties.items import Item, items, prose
from bot.parsing.duties.requirement_kinds import requirement_kind
from bot.parsing.line_kinds import LineKind, line_kind
from bot.parsing.time.numbers import NUMBER, number
from bot.text.polarity import is_preference, is_unasked
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
_YEARS = re.compile(
    rf"(?<![\d.,-])(?P<years>{NUMBER})\s?(?:\+|-\s?\d{{1,2}}|to \d{{1,2}})?\s?\+?\s?(?:\(\w+\) )?"
    r"(?:years?|yrs|jahren?|ans|jaar|años?)\b(?!'? (?:old|of age|degree))",
    re.IGNORECASE,
)
_FORMAL = re.compile(
    r"\b(?:dbs|background|criminal record|police) (?:check|screening|disclosure)\w*\b[^.]{0,40}\b(?:required|carried out|necessary|undertaken|needed)"
    r"|\b(?:subject to|require[sd]?|must (?:pass|undergo|hold|have|obtain)|need)\b[^.]{0,40}\b(?:dbs|security clearance|background check|vetting)"
    r"|\b(?:security clearance|sc clearance|dv clearance)\b[^.]{0,30}\b(?:required|necessary|needed)"
    r"|\bmust (?:be (?:legally )?(?:authori[sz]ed|eligible) to work|have (?:the |a )?(?:legal )?right to work)\b",
    re.IGNORECASE,
)
CUES = Cues(_FORMAL)
_LONGEST_FORMAL = 220
_SHORTEST = 6
_BARE_TAG = re.compile(r"^[\w+#./-]{1,20}$")


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
    asked = list(_in_bare_list(doc)) or list(_headed(doc)) or list(_said(doc))
    covered = Covered(ask.span for ask in asked)
    asked += [ask for ask in _formal(doc) if not covered.meets(ask.span)]
    return tuple(_found(doc, ask) for ask in sorted(asked, key=lambda ask: ask.span))


def _found(doc: Document, ask: _Ask) -> Found[Requirement]:
    text = doc.words(*ask.span)
    plain = doc.text[ask.span.start : ask.span.stop]
    years = _YEARS.search(plain) if _sieve().lets(_sieve().shown(plain), _COUNTS) else None
    kind = requirement_kind(plain)
    requirement = Requirement(
        text=text, strength=ask.strength, kind=kind, years=number(years["years"]) if years else None
    )
    return doc.found(requirement, *ask.span, ask.rule)


def _in_bare_list(doc: Document) -> Iterator[_Ask]:
    bare = doc.once(read_bare_list)
    if bare is not None:
        yield from (_Ask(Span(line.start, line.stop), Strength.MUST, "requirements.bare_list") for line in bare.musts)
        yield from (_Ask(Span(line.start, line.stop), Strength.NICE, "requirements.bare_list") for line in bare.wishes)


def _headed(doc: Document) -> Iterator[_Ask]:
    for section in doc.sections:
        if section.kind in _HEADED:
            for item in items(doc, section):
                yield from _asks(doc, section, item)


def _asks(doc: Document, section: Section, item: Item) -> Iterator[_Ask]:
    """The asks of one item: its sentences apart where they differ in strength."""
    span = item.span
    text = doc.text[span.start : span.stop]
    if (len(text) < _SHORTEST or _BARE_TAG.match(text)) and not item.marked and not _names_a_paper(text):
        return
    if is_unasked(text) or line_kind(text) is LineKind.OFFER:
        return
    pieces = list(sentences(doc.text, *span))
    strengths = [_strength(doc.text[piece.start : piece.stop], section.kind) for piece in pieces]
    if len(pieces) > 1 and len(set(strengths)) > 1:
        for piece, strength in zip(pieces, strengths, strict=True):
            stop = piece.stop - (doc.text[piece.stop - 1] == ";")
            yield _Ask(Span(piece.start, stop), strength, f"requirements.{section.kind.value}_sentence")
    else:
        yield _Ask(span, _strength(text, section.kind), f"requirements.{section.kind.value}")


def _names_a_paper(text: str) -> bool:
    """Whether a bare word is a degree or a licence: "MBA"."""
    return requirement_kind(text) in (RequirementKind.EDUCATION, RequirementKind.LICENCE)


def _strength(text: str, kind: SectionKind) -> Strength:
    if kind is SectionKind.NICE:
        return Strength.NICE
    return Strength.NICE if is_preference(text) else Strength.MUST


def _formal(doc: Document) -> Iterator[_Ask]:
    """Checks and permissions that any part of a page may ask for: "An enhanced DBS check is required"."""
    for line in doc.telling(doc.all_lines(), CUES):
        for piece in sentences(doc.text, line.start, line.stop):
            text = doc.text[piece.start : piece.stop]
            if _FORMAL.search(text) and len(text) <= _LONGEST_FORMAL:
                yield _Ask(piece, Strength.MUST, "requirements.formal")


def _said(doc: Document) -> Iterator[_Ask]:
    """Asks in pages without a heading for them."""
    for section in doc.sections:
        if section.kind not in _OPEN:
            continue
        for span, *_ in prose(doc, section.lines):
            text = doc.text[span.start : span.stop]
            kind = line_kind(text)
            if kind in (LineKind.MUST, LineKind.NICE) and not is_unasked(text) and len(text) > 15:
                strength = Strength.NICE if kind is LineKind.NICE else Strength.MUST
                yield _Ask(span, strength, "requirements.said")
