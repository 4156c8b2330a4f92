"""Which benefits does a page name outside its lists of them? Short lines, labels with "Yes" or "No", sentences that offer."""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.model.posting import Benefit
from bot.model.vocabulary import BenefitKind
from bot.parsing.document import Document, Section, SectionKind
from bot.parsing.line_kinds import LineKind, line_kind
from bot.parsing.terms.benefit_amounts import read_amount
from bot.parsing.terms.benefit_entries import found, from_sentence, is_said
from bot.parsing.terms.benefit_items import clauses, enumerated
from bot.parsing.terms.benefit_signs import (
    heads,
    is_elsewhere,
    is_offered,
    is_pay_or_time,
    is_refused,
    is_task,
    label,
    offers_its_object,
)
from bot.parsing.terms.benefit_words import benefit_words, kind_of, named_words, names_benefit
from bot.text.layout import Line
from bot.text.sentences import sentences
from bot.text.sieve import Cues
from bot.text.span import Span

NAMED = Cues(named_words)
PROSE = frozenset(
    {
        SectionKind.HEADER, SectionKind.ROLE, SectionKind.SUMMARY, SectionKind.OTHER, SectionKind.DETAILS,
        SectionKind.ABOUT, SectionKind.PAY, SectionKind.APPLY, SectionKind.UNASKED,
    }
)  # fmt: skip
TALK = PROSE | {SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.DUTIES}
_YES_OR_NO = re.compile(r"(?:yes|no|ja|nein|nee|oui|non|sí|si)\b[.!]?", re.IGNORECASE)
_SHORT = 60
_LONGEST_SENTENCE = 400


def said(doc: Document, *, listed: bool) -> Iterator[Found[Benefit]]:
    """The benefits that lines and sentences outside the lists name; `listed` when the page has a list as well."""
    for section in doc.sections:
        if section.kind not in TALK or (listed and section.kind is SectionKind.ABOUT):
            continue
        for line in doc.telling(section.lines, NAMED):
            if names_benefit(line.text) and not label().match(line.text) and not _is_title(section, line):
                yield from _in_line(doc, section, line)


def _is_title(section: Section, line: Line) -> bool:
    """Whether the line is the title of the page: "Shuttle Bus Driver" offers no bus."""
    first = section.kind is SectionKind.HEADER and line is section.lines[0]
    return first and read_amount(line.text) is None and not is_offered(line.text) and "," not in line.text


def _in_line(doc: Document, section: Section, line: Line) -> Iterator[Found[Benefit]]:
    following = doc.line_below(line)
    if following is not None and _YES_OR_NO.fullmatch(following.text):
        yield from _answered(doc, line, following)
    elif following is not None and _labels(line.text, following.text):
        benefit = found(doc, Span(following.start, following.stop), "benefits.below_label").value
        value = benefit.model_copy(update={"kind": kind_of(line.text)})
        yield doc.found(value, following.start, following.stop, "benefits.below_label")
    else:
        for piece in sentences(doc.text, line.start, line.stop):
            yield from _in_sentence(doc, section, piece)


def _labels(label_text: str, below: str) -> bool:
    """Whether a line is nothing but the name of a benefit and the line below it tells how much: "Annual leave"."""
    named = benefit_words(label_text, listed=True)
    bare = len(named) == 1 and named[0].span == Span(0, len(label_text))
    if not bare or names_benefit(below) or is_pay_or_time(below) or read_amount(below) is None:
        return False
    return named[0].label[1] not in (BenefitKind.FLEXIBLE_HOURS, BenefitKind.BONUS, BenefitKind.OTHER)


def _answered(doc: Document, line: Line, answer: Line) -> Iterator[Found[Benefit]]:
    """A label with "Yes" or "No" below it: "Relocation expenses reimbursed"."""
    kind = kind_of(line.text, listed=False)
    if kind is not BenefitKind.FLEXIBLE_HOURS:
        offered = answer.text.lower().startswith(("y", "j", "o", "s"))
        benefit = Benefit(text=doc.words(line.start, answer.stop), kind=kind, amount=None, offered=offered)
        yield doc.found(benefit, line.start, answer.stop, "benefits.answered")


def _in_sentence(doc: Document, section: Section, piece: Span) -> Iterator[Found[Benefit]]:
    text = piece.of(doc.text)
    if len(text) > _LONGEST_SENTENCE or not names_benefit(text) or is_elsewhere(text):
        return
    kind = line_kind(text)
    refused, task = is_refused(text), is_task(text)
    if section.kind not in PROSE and kind is not LineKind.OFFER and not _is_lost(section, text, kind):
        return
    if (task and not refused) or (kind in (LineKind.DUTY, LineKind.MUST) and not _opens_with_benefit(text)):
        return
    if (len(text) > _SHORT or heads().search(text)) and is_offered(text) and not refused:
        yield from from_sentence(doc, piece, "benefits.said")
    else:
        yield from _in_short(doc, piece)


def _in_short(doc: Document, piece: Span) -> Iterator[Found[Benefit]]:
    text = piece.of(doc.text)
    leads = list(heads().finditer(doc.text, *piece)) if is_refused(text) else []
    behind = enumerated(doc.text, Span(leads[-1].end(), piece.stop)) if leads else []
    parts = behind if len(behind) > 1 else enumerated(doc.text, piece)
    for part in parts if len(parts) > 1 else clauses(doc.text, piece) or parts:
        told = len(parts) > 1 or is_refused(text) or _is_plain(text)
        if told and is_said(part.of(doc.text), among=len(parts)):
            yield found(doc, part, "benefits.short")


def _is_lost(section: Section, text: str, kind: LineKind | None) -> bool:
    """Whether a line below a heading of duties or asks is an offer all the same, because its own heading was lost."""
    if is_refused(text):
        return not is_task(text)
    if kind is None and any(offers_its_object(head) for head in heads().findall(text)):
        return True
    short = kind is None and len(text) <= _SHORT
    return short and (section.kind is not SectionKind.DUTIES or read_amount(text) is not None)


def _is_plain(text: str) -> bool:
    """Whether a short text is about the benefit that it names: by its amount, by words of offering, or for the most part."""
    named = sum(each.span.stop - each.span.start for each in benefit_words(text, listed=True))
    return named * 5 >= len(text) * 2 or read_amount(text) is not None or is_offered(text)


def _opens_with_benefit(text: str) -> bool:
    """Whether a benefit is the first that the words name: "Teleworking two days a week" is no duty."""
    return benefit_words(text, listed=False)[0].span.start == 0
