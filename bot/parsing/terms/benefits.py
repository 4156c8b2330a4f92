"""What is offered to the candidate, of which kind, and how much? One found benefit per chip, bullet or entry.

Benefits stand below their headings and behind their labels. Elsewhere a sentence counts that offers something and
names it (`benefit_talk`); praise ("great culture") does not. What a page says it does not offer is found with
`offered` false.
"""

import re
from collections.abc import Iterator, Sequence

from bot.model.evidence import Found
from bot.model.posting import Benefit
from bot.model.vocabulary import BenefitKind
from bot.parsing.document import Document, Section, SectionKind
from bot.parsing.duties.items import is_furniture
from bot.parsing.line_kinds import LineKind, line_kind
from bot.parsing.terms.benefit_entries import entries, found, from_sentence
from bot.parsing.terms.benefit_items import clauses, unglued
from bot.parsing.terms.benefit_refusals import is_about_place
from bot.parsing.terms.benefit_signs import heads, is_elsewhere, is_pay_or_time, is_refused, label
from bot.parsing.terms.benefit_talk import NAMED, TALK, said
from bot.parsing.terms.benefit_words import kind_of, names_benefit
from bot.text.layout import Line
from bot.text.sentences import sentences
from bot.text.sieve import Cues
from bot.text.span import Span
from bot.text.tokens import fold

_LABELS = Cues(label)
CUES = (NAMED, _LABELS)
# "Wellbeing days: once a month you may stay at home and rest." is one benefit with its explanation.
_NAMED_ENTRY = re.compile(r"[A-Z][^:.!?\n]{2,40}:\s[^\n]{40,}|[A-Z][^:.!?\n]{2,40}:\s[^\n]{10,}\.$")
_ROSTER = re.compile(r"\b(?:days?|weeks?|nights?|shifts?) on\b[^.]{0,20}\boff\b", re.IGNORECASE)
_DENYING = re.compile(
    r"\b(?:not (?!only|just)|cannot|nicht\b(?! nur)|ne \w+ pas|niet\b(?! alleen)|no es\b)|n't\b", re.IGNORECASE
)
_ROTA_REACH = 10
_ROTA = re.compile(r"\bon\s?[,/]?\s?(?:and )?[\w-]+(?: (?:days?|nights?|weeks?|shifts?))? off$", re.IGNORECASE)
_LONG_LINE, _SHORT_ENTRY = 110, 40
_HEAD_WITHIN = 60
# A block below a heading of benefits lists them when one line in so many names one.
_TELLING_SHARE = 3


def extract(doc: Document) -> tuple[Found[Benefit], ...]:
    """The benefits in page order; what sentences outside the lists say is added where it says something new."""
    listed = [
        each for section in doc.sections if section.kind is SectionKind.BENEFITS for each in _listed(doc, section)
    ]
    listed = [each for each in listed if not _is_rota(doc, each) and not _is_mode(each.value)]
    chosen = {_place(each): each for each in listed}
    kinds = {each.value.kind for each in listed}
    for each in (*_labelled(doc), *said(doc, listed=bool(listed))):
        # What prose says of a kind that the list has is the same benefit told twice.
        new = each.value.kind not in kinds and not _is_rota(doc, each) and not _is_mode(each.value)
        if new and not any(_overlap(_place(each), place) for place in chosen):
            chosen[_place(each)] = each
    unique: dict[str, Found[Benefit]] = {}
    for place in sorted(chosen):
        unique.setdefault(fold(chosen[place].value.text), chosen[place])
    return tuple(unique.values())


def _is_mode(benefit: Benefit) -> bool:
    """Whether it is a refusal to let one work elsewhere, which is no benefit but where the work is done."""
    if benefit.kind is not BenefitKind.FLEXIBLE_HOURS or not is_about_place(benefit.text):
        return False
    return not benefit.offered or _DENYING.search(benefit.text) is not None


def _is_rota(doc: Document, each: Found[Benefit]) -> bool:
    """Whether the free days are those of a rota: "four days on, four days off"."""
    start = each.evidence[0].start
    before = doc.source.raw[max(start - _ROTA_REACH, 0) : start]
    return _ROTA.search(before + each.value.text) is not None or _ROSTER.search(each.value.text) is not None


def _place(each: Found[Benefit]) -> tuple[int, int]:
    return each.evidence[0].start, each.evidence[0].stop


def _overlap(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _labelled(doc: Document) -> Iterator[Found[Benefit]]:
    """The value of a "Benefits:" label, wherever the page itself speaks."""
    for section in doc.sections:
        if section.kind not in TALK:
            continue
        for line in doc.telling(section.lines, _LABELS):
            labelled = label().match(doc.text, line.start, line.stop)
            if labelled:
                for piece in sentences(doc.text, labelled.end(), line.stop):
                    yield from entries(doc, piece, "benefits.labelled", every=True)


def _listed(doc: Document, section: Section) -> Iterator[Found[Benefit]]:
    """The entries below a heading of benefits: its bullets, or the lines up to where it talks of something else."""
    for line in _of_the_list(section.lines):
        if is_furniture(line) or line.text.endswith(":") or _is_talk(line):
            continue
        if not line.mark and len(line.text) >= _LONG_LINE:
            yield from _in_paragraph(doc, line)
            continue
        whole = Span(line.start, line.stop)
        said = [whole] if line.mark else sentences(doc.text, *whole)
        for piece in (part for sentence in said for part in unglued(doc.text, sentence)):
            if _is_no_benefit(piece.of(doc.text)):
                yield from _besides(doc, piece)
            else:
                yield from _in_entry(doc, piece, marked=bool(line.mark))


def _of_the_list(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without what follows the list: further blocks, and lines behind bullets, that name no benefit."""
    bullets = [place for place, line in enumerate(lines) if line.mark]
    block: list[Line] = []
    for place, line in enumerate(lines):
        apart = bool(bullets) and place > bullets[0] and not line.mark and not names_benefit(line.text)
        if (line.gap or apart) and block:
            yield from _telling(block, first=block[0] is lines[0])
            block = []
        if apart:
            continue
        block.append(line)
    yield from _telling(block, first=bool(block) and block[0] is lines[0])


def _telling(block: Sequence[Line], *, first: bool) -> Sequence[Line]:
    """The lines of a block that name benefits, and in the first block those right beside them."""
    named = [names_benefit(line.text, listed=True) for line in block]
    if block and not first and block[0].mark and sum(named) * _TELLING_SHARE < len(block):
        return []  # bullets below a heading of something else
    known = [place for place, line in enumerate(block) if line.mark or named[place]]
    if first and (not known or len(known) * _TELLING_SHARE >= len(block)):
        return block
    near = {place + step for place in known for step in ((-1, 0, 1) if first else (0,))}
    return [line for place, line in enumerate(block) if place in near]


def _is_talk(line: Line) -> bool:
    """Whether a line without a mark is a whole sentence that names no benefit, or refuses to sponsor."""
    if line.mark:
        return False
    if kind_of(line.text) is BenefitKind.VISA:
        return is_refused(line.text)
    return line.text.endswith(".") and not names_benefit(line.text, listed=True)


def _is_no_benefit(text: str) -> bool:
    if is_elsewhere(text) or is_pay_or_time(text):
        return True
    if is_refused(text) and not names_benefit(text, listed=True):
        return True  # an ill that is not there
    return line_kind(text) is LineKind.MUST and not names_benefit(text, listed=len(text) <= _SHORT_ENTRY)


def _in_paragraph(doc: Document, line: Line) -> Iterator[Found[Benefit]]:
    """The benefits that a paragraph below a heading of benefits tells; a long sentence has to name them plainly."""
    for sentence in sentences(doc.text, line.start, line.stop):
        for piece in unglued(doc.text, sentence):
            text = piece.of(doc.text)
            if names_benefit(text, listed=len(text) < _LONG_LINE) and not is_elsewhere(text):
                yield from from_sentence(doc, piece, "benefits.headed_prose")


def _besides(doc: Document, piece: Span) -> Iterator[Found[Benefit]]:
    """The benefits that stand behind pay or hours in one line: "EUR 8,400 a month, plus a bonus of 30 %"."""
    named = clauses(doc.text, piece)
    if named and named[0].start > piece.start and not is_elsewhere(piece.of(doc.text)):
        told = (part for part in named if not is_pay_or_time(part.of(doc.text)))
        yield from (found(doc, part, "benefits.headed") for part in told)


def _in_entry(doc: Document, piece: Span, *, marked: bool) -> Iterator[Found[Benefit]]:
    if marked:
        piece = next(sentences(doc.text, *piece), piece)
    if marked and _NAMED_ENTRY.match(doc.text, *piece):
        yield found(doc, piece, "benefits.named_entry")
        return
    lead = None if marked else heads().search(doc.text, piece.start, min(piece.stop, piece.start + _HEAD_WITHIN))
    if lead and names_benefit(doc.text[lead.end() : piece.stop], listed=True):
        yield from from_sentence(doc, piece, "benefits.headed")
    else:
        yield from entries(doc, piece, "benefits.headed")
