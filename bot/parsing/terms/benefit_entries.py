"""How do stretches of a page become found benefits? One for each entry of a list, and what a sentence offers."""

from collections.abc import Iterator

from bot.model.evidence import Found
from bot.model.posting import Benefit
from bot.model.vocabulary import BenefitKind
from bot.parsing.document import Document
from bot.parsing.terms.benefit_amounts import read_amount
from bot.parsing.terms.benefit_items import clauses, enumerated, is_mere_pay
from bot.parsing.terms.benefit_refusals import reaches
from bot.parsing.terms.benefit_signs import heads, is_offered, is_refused, offers_its_object
from bot.parsing.terms.benefit_words import kind_of
from bot.text.span import Span

# Words that say how one works, and of no benefit.
_WAYS_OF_WORK = ("hybrid", "framework", "teletrabajo en este")


def found(doc: Document, span: Span, rule: str) -> Found[Benefit]:
    """The benefit that the range states, with its kind, its amount, and whether it is offered."""
    text = span.of(doc.text)
    refused = is_refused(text) or reaches(doc.text, span)
    benefit = Benefit(text=doc.words(*span), kind=kind_of(text), amount=read_amount(text), offered=not refused)
    return doc.found(benefit, *span, rule)


def entries(doc: Document, span: Span, rule: str, *, every: bool = False) -> Iterator[Found[Benefit]]:
    """The entries of a range that is known to list benefits; with `every`, parts without a known word too."""
    yield from (found(doc, part, rule) for part in enumerated(doc.text, span, every=every))


def from_sentence(doc: Document, piece: Span, rule: str) -> Iterator[Found[Benefit]]:
    """The entries of an enumeration in the sentence; what it offers, or the sentence itself, when it holds none."""
    leads = list(heads().finditer(doc.text, *piece))
    for lead in reversed(leads):
        parts = enumerated(doc.text, Span(lead.end(), piece.stop))
        if len(parts) > 1:
            told = (part for part in parts if not is_mere_pay(part.of(doc.text)))
            yield from (found(doc, part, rule) for part in told if is_said(part.of(doc.text), among=len(parts)))
            return
    offered = Span(leads[0].end(), piece.stop) if leads and offers_its_object(leads[0].group()) else None
    for part in _alone(doc, piece, offered):
        if is_said(part.of(doc.text), among=2):
            yield found(doc, part, rule)


def _alone(doc: Document, piece: Span, offered: Span | None) -> list[Span]:
    """What a sentence offers: the object of its offer, the clauses that name benefits, or the sentence itself."""
    parts = enumerated(doc.text, piece)
    if len(parts) > 1:
        return parts
    if offered is not None:
        named = clauses(doc.text, offered)
        if len(named) == 1 and kind_of(named[0].of(doc.text)) is not BenefitKind.VISA:
            return named
    named = clauses(doc.text, piece)
    return named if named and named[0].start > piece.start else [piece]


def is_said(text: str, *, among: int) -> bool:
    """Whether words outside a list say that something is offered: how it is worked and how one grows need a figure.

    What stands among other benefits needs none. A refusal to sponsor is no benefit refused: it has a field of its own.
    """
    kind = kind_of(text)
    if kind is BenefitKind.VISA:
        return not is_refused(text)
    if kind is BenefitKind.FLEXIBLE_HOURS and (is_refused(text) or any(word in text.lower() for word in _WAYS_OF_WORK)):
        return False
    if among > 1:
        return True
    if kind is BenefitKind.LEARNING:
        return read_amount(text) is not None or is_offered(text)
    return kind not in (BenefitKind.FLEXIBLE_HOURS, BenefitKind.OTHER) or read_amount(text) is not None
