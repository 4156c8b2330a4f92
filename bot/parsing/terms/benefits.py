"""What is offered to the candidate, of which kind, and how much? One found benefit per chip, bullet or entry.

Benefits stand below their headings and behind their labels. Elsewhere a sentence counts that offers something and
names it; praise ("great culture") does not. What a page says it does not offer is found with `offered` false.
"""

import re
from collections.abc import Iterator, Sequence

from bot.model.evidence import Found
from bot.model.posting import Benefit
from bot.model.vocabulary import BenefitKind
from bot.parsing.document import Document, Section, SectionKind
from bot.parsing.duties.items import is_furniture
from bot.parsing.line_kinds import LineKind, line_kind
from bot.parsing.terms.benefit_amounts import read_amount
from bot.parsing.terms.benefit_items import clauses, enumerated
from bot.parsing.terms.benefit_words import benefit_words, kind_of, named_words, names_benefit
from bot.text.layout import Line
from bot.text.sentences import sentences
from bot.text.sieve import Cues
from bot.text.span import Span
from bot.text.tokens import fold

_REFUSED = re.compile(
    r"\b(?:no (?!longer|need|matter|one|later|less|weekend|evening|night|two|experience)|(?:is|are|was)? ?not (?:currently )?(?:offered|provided|available|included|paid|covered|possible|come with|attract|eligible)"
    r"|(?:do|does|can|are|is) ?(?:not|n't) (?:currently )?(?:able to )?(?:offer|provide|include|cover|pay|eligible|come with|attract|have a|sponsor)"
    r"|unable to (?:offer|provide|sponsor)|without (?:benefits|pension)|unpaid|cannot (?:offer|provide|cover|sponsor|pay)|there is no|excluded"
    r"|keine?\b|nicht (?:angeboten|möglich)|pas de|non (?:proposé|pris en charge|inclus)|geen|niet mogelijk|no se ofrece|sin)\b"
    r"|\s(?:No|Nein|Non|Nee)$",
    re.IGNORECASE,
)
_REFUSED_NOTHING = re.compile(
    r"\bno[- ](?:cost|limit|questions|contribution|blame)|\bsin coste|\bat no cost", re.IGNORECASE
)
_OFFERING = re.compile(
    r"\b(?:we(?:'ll| will| can| also| are able to)? (?:\w+ )?(?:offer|provide|give|pay|help|sponsor|support|cover|fund|finance|train|run|have|add|match)\w*|offers?|you(?:'ll| will| can|'d)? (?:also |even )?(?:receive|get|enjoy|have access|be (?:entitled|eligible|offered|given)|join|benefit)|comes? with|benefits?(?: package)?:? (?:include|including|such as|are|like)"
    r"|includ(?:ing|es?|ed)|package|perks?|on offer|is part of|in return|entitled to|eligible for|available|provided|plus|free|paid|generous|in addition|wir (?:bieten|zahlen|finanzieren|bezahlen)|bieten|erhältst|bekommst|dich erwartet|nous (?:offrons|proposons)|wij bieden|je krijgt|krijg je|ofrecemos|ofrece|avantages|possible)\b",
    re.IGNORECASE,
)
_LIST_HEAD = re.compile(
    r"\b(?:with access to|including|include[sd]?|such as|offers?|offer you|provide[sd]?|provides|consists? of|package of|perks like|receive|get|enjoy|comes? with|among them|entitled to|eligible for|bieten(?: wir)?(?: dir| ihnen)?|offrons|proposons|ofrecemos|bieden(?: wij)?(?: je)?|krijg je)\b\s?:?\s?",
    re.IGNORECASE,
)
# "We offer X" offers X; "the role includes X" says so as a whole.
_VERBAL = re.compile(
    r"(?:offers?|comes? with|provide|receive|get|enjoy|bieten|offrons|proposons|ofrecemos|bieden|krijg)", re.IGNORECASE
)
_WORK_MODE = re.compile(r"\bhybrid\b|\bframework\b|\bteletrabajo en este", re.IGNORECASE)
_YES_OR_NO = re.compile(r"(?:yes|no|ja|nein|nee|oui|non|sí|si)\b[.!]?", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:key |company |our |other |main |additional |employee |the )?(?:benefits?|perks|benefits (?:and|&) perks|package|perks (?:and|&) benefits|benefits package|what we offer|we offer|what you get|you get|what you'll get|what's in it for you|in return|on offer|the offer|we give|extras|goodies|vorteile|benefits für dich|wir bieten|wir bieten dir|wir bieten ihnen|das bieten wir|leistungen|avantages|nous offrons|on vous offre|voordelen|wij bieden|we bieden|beneficios|ofrecemos|se ofrece|qué ofrecemos)\s?[:-]\s+",
    re.IGNORECASE,
)
# "Holiday: 25 days" is a benefit with its label; "Salary: 40k" is none.
_PAIR = re.compile(
    r"(?P<label>holidays?|holiday entitlement|annual leave|leave|vacation|pto|pension|bonus|equity|health(?:care| insurance)?|urlaub|urlaubsanspruch|vacances|congés|vakantiedagen|vacaciones|training budget|learning budget|parking|childcare|relocation|visa sponsorship)\s?:\s+(?=\S)",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"^\W*(?:salary|pay\b|base (?:salary|pay)|compensation|wage|rate|gehalt|vergütung|entgelt\w*|lohn|stundenlohn|salaire|rémunération|loon|salaris|een salaris|salario|retribución|sueldo|overuren|overtime (?:rate|pay)|commission of|zuschläge|evening supplement|willkommensprämie|sign[- ]?on|£|\$|€|[A-Z]{3} ?\d|\d[\d.,' ]*k? ?- ?[£$€]?\d)"
    r"(?=[^.]*\d)(?![^.]{0,60}\b(?:for|towards|allowance|budget|stipend|pension|training|gym|wellbeing|off|discount|to set up|conference|bonus)\b)",
    re.IGNORECASE,
)
_NO_BENEFIT = re.compile(
    r"@\w+|https?://|\bwww\.|\b(?:salary range|pay range|compensation range|day rate|equal opportunit|authori[sz]ed to work|right to work|apply (?:now|here|by|online|today|via)|to apply|your application|how to apply|powered by|cookie|privacy|impressum|datenschutz|all rights|copyright|contact us|please (?:send|apply|note|contact|email|call)|interview|feedback|questions|shortlist|vacature|acquisitie|bewerb\w+|bewirb|candidature|postul\w+|solliciteer|inscri\w+|closing date|(?:full|part)[- ]time, |, (?:full|part)[- ]time|days? (?:a|per) week in (?:the|our)|reference number|home page|jobs? alert|send (?:me|us)|share this|we will consider)\b",
    re.IGNORECASE,
)
_WORKING_TIME = re.compile(
    r"^\W*(?:horario de|arbeitszeit:|contrato de|hours:|monday|montag|lunes|shifts?:)", re.IGNORECASE
)
_TASK = re.compile(
    r"\b(?:manag|administ|process|prepar|overs|responsib|coordinat|calculat|deliver|develop(?:ing)? and|design|advis|sell|promot|customers|clients?|patients?|guests|pupils|students|residents|children's|experience (?:of|in|with)|knowledge of|experienced)\w*",
    re.IGNORECASE,
)
_MAKES_SENSE = re.compile(r"[^\W\d]{3}|\d{3}[a-z]")
_PROSE = frozenset(
    {
        SectionKind.HEADER, SectionKind.ROLE, SectionKind.SUMMARY, SectionKind.OTHER, SectionKind.DETAILS,
        SectionKind.ABOUT, SectionKind.PAY, SectionKind.APPLY,
    }
)  # fmt: skip
_TALK = _PROSE | {SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.DUTIES}
_NAMED, _LABELS = Cues(named_words), Cues(_LABEL)
CUES = (_NAMED, _LABELS)
_CHIP = 60
_LONG_LINE = 110
_LONGEST_SENTENCE = 400


def extract(doc: Document) -> tuple[Found[Benefit], ...]:
    """The benefits in page order; what sentences outside the lists say is added where it says something new."""
    listed = [
        each for section in doc.sections if section.kind is SectionKind.BENEFITS for each in _listed(doc, section)
    ]
    found = {_place(each): each for each in listed}
    kinds = {each.value.kind for each in listed}
    for each in (*_labelled(doc), *_said(doc, listed=bool(listed))):
        # What prose says of a kind that the list has is the same benefit told twice.
        if each.value.kind not in kinds and not any(_overlap(_place(each), place) for place in found):
            found[_place(each)] = each
    unique: dict[str, Found[Benefit]] = {}
    for place in sorted(found):
        unique.setdefault(fold(found[place].value.text), found[place])
    return tuple(unique.values())


def _place(each: Found[Benefit]) -> tuple[int, int]:
    return each.evidence[0].start, each.evidence[0].stop


def _overlap(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _listed(doc: Document, section: Section) -> Iterator[Found[Benefit]]:
    """The entries below a heading of benefits: its bullets, or the lines up to where it talks of something else."""
    for line in _of_the_list(section.lines):
        if is_furniture(line) or line.text.endswith(":") or _is_no_benefit(line.text) or _is_talk(line):
            continue
        span = Span(line.start, line.stop)
        if line.mark or len(line.text) < _LONG_LINE:
            yield from _entries(doc, span, "benefits.headed", every=True)
        else:
            for piece in sentences(doc.text, *span):
                if names_benefit(piece.of(doc.text), listed=True):
                    yield from _from_sentence(doc, piece, "benefits.headed_prose")


def _of_the_list(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without what follows the list: further blocks, and lines behind bullets, that name no benefit."""
    bullets = [place for place, line in enumerate(lines) if line.mark]
    block: list[Line] = []
    for place, line in enumerate(lines):
        if line.gap and block:
            yield from _telling(block, first=block[0] is lines[0])
            block = []
        if bullets and place > bullets[0] and not line.mark and not names_benefit(line.text):
            continue
        block.append(line)
    yield from _telling(block, first=bool(block) and block[0] is lines[0])


def _telling(block: Sequence[Line], *, first: bool) -> Sequence[Line]:
    known = [place for place, line in enumerate(block) if line.mark or names_benefit(line.text, listed=True)]
    if first and not known:
        return block
    near = {place + step for place in known for step in ((-1, 0, 1) if first else (0,))}
    return [line for place, line in enumerate(block) if place in near]


def _is_talk(line: Line) -> bool:
    """Whether a line without a mark is a whole sentence that names no benefit, or refuses to sponsor."""
    if line.mark:
        return False
    kind = kind_of(line.text)
    return (kind is BenefitKind.OTHER and line.text.endswith(".") and not names_benefit(line.text, listed=True)) or (
        kind is BenefitKind.VISA and _REFUSED.search(line.text) is not None
    )


def _is_no_benefit(text: str) -> bool:
    if _NO_BENEFIT.search(text) or _PAY.search(text) or _WORKING_TIME.match(text) or not _MAKES_SENSE.search(text):
        return True
    return line_kind(text) is LineKind.MUST and not names_benefit(text)


def _labelled(doc: Document) -> Iterator[Found[Benefit]]:
    """The value of a "Benefits:" label, wherever the page itself speaks."""
    for section in doc.sections:
        if section.kind not in _TALK:
            continue
        for line in doc.telling(section.lines, _LABELS):
            label = _LABEL.match(doc.text, line.start, line.stop)
            if label:
                for piece in sentences(doc.text, label.end(), line.stop):
                    yield from _entries(doc, piece, "benefits.labelled", every=True)


def _said(doc: Document, *, listed: bool) -> Iterator[Found[Benefit]]:
    """Benefits named outside a list of them: short lines, enumerations, and sentences that offer something."""
    for section in doc.sections:
        if section.kind not in _TALK or (listed and section.kind is SectionKind.ABOUT):
            continue
        for line in doc.telling(section.lines, _NAMED):
            if not names_benefit(line.text) or _LABEL.match(line.text):
                continue
            following = doc.line_below(line)
            if following is not None and _YES_OR_NO.fullmatch(following.text):
                yield from _answered(doc, line, following)
                continue
            for piece in sentences(doc.text, line.start, line.stop):
                yield from _in_sentence(doc, section, piece)


def _answered(doc: Document, line: Line, answer: Line) -> Iterator[Found[Benefit]]:
    """A label with "Yes" or "No" below it: "Relocation expenses reimbursed"."""
    kind = kind_of(line.text, listed=False)
    if kind is not BenefitKind.FLEXIBLE_HOURS:
        offered = answer.text.lower().startswith(("y", "j", "o", "s"))
        benefit = Benefit(text=doc.words(line.start, answer.stop), kind=kind, amount=None, offered=offered)
        yield doc.found(benefit, line.start, answer.stop, "benefits.answered")


def _in_sentence(doc: Document, section: Section, piece: Span) -> Iterator[Found[Benefit]]:
    text = piece.of(doc.text)
    if not names_benefit(text) or len(text) > _LONGEST_SENTENCE or _NO_BENEFIT.search(text):
        return
    kind = line_kind(text)
    if section.kind not in _PROSE and kind is not LineKind.OFFER and not _is_short_offer(section, text, kind):
        return
    refused = _REFUSED.search(text) is not None
    if (_TASK.search(text) and not refused) or (
        kind in (LineKind.DUTY, LineKind.MUST) and not _opens_with_benefit(text)
    ):
        return
    if (len(text) > _CHIP or _LIST_HEAD.search(text)) and _OFFERING.search(text) and not refused:
        yield from _from_sentence(doc, piece, "benefits.said")
    else:
        parts = enumerated(doc.text, piece)
        for part in parts if len(parts) > 1 else clauses(doc.text, piece) or parts:
            if _is_said(part.of(doc.text), among=len(parts)):
                yield _found(doc, part, "benefits.short")


def _is_short_offer(section: Section, text: str, kind: LineKind | None) -> bool:
    """Whether a line below a heading of duties or asks is an offer all the same, because its own heading was lost."""
    if _REFUSED.search(text):
        return not _TASK.search(text)
    return (
        kind is None
        and len(text) <= _CHIP
        and (section.kind is not SectionKind.DUTIES or read_amount(text) is not None)
    )


def _opens_with_benefit(text: str) -> bool:
    """Whether a benefit is the first that the words name: "Teleworking two days a week" is no duty."""
    return benefit_words(text, listed=False)[0].span.start == 0


def _is_said(text: str, *, among: int) -> bool:
    """Whether words outside a list say that something is offered: how it is worked and how one grows need a figure.

    What stands among other benefits needs none. A refusal to sponsor is no benefit refused: it has a field of its own.
    """
    kind = kind_of(text)
    if kind is BenefitKind.VISA:
        return not _REFUSED.search(text)
    if kind is BenefitKind.FLEXIBLE_HOURS and _WORK_MODE.search(text):
        return False
    if among > 1:
        return True
    if kind is BenefitKind.LEARNING:
        return read_amount(text) is not None or _OFFERING.search(text) is not None
    return kind not in (BenefitKind.FLEXIBLE_HOURS, BenefitKind.OTHER) or read_amount(text) is not None


def _from_sentence(doc: Document, piece: Span, rule: str) -> Iterator[Found[Benefit]]:
    """The entries of an enumeration in the sentence; what it offers, or the sentence itself, when it holds none."""
    head = _LIST_HEAD.search(doc.text, *piece)
    rest = Span(head.end(), piece.stop) if head else piece
    parts = enumerated(doc.text, rest)
    if len(parts) > 1:
        yield from (_found(doc, part, rule) for part in parts if _is_said(part.of(doc.text), among=len(parts)))
    else:
        named = clauses(doc.text, rest)
        alone = (
            head
            and len(named) == 1
            and _VERBAL.match(head.group())
            and kind_of(named[0].of(doc.text)) is not BenefitKind.VISA
        )
        if _is_said(piece.of(doc.text), among=2):
            yield _found(doc, named[0] if alone else piece, rule)


def _entries(doc: Document, span: Span, rule: str, *, every: bool) -> Iterator[Found[Benefit]]:
    for part in enumerated(doc.text, span, every=every):
        if every or names_benefit(part.of(doc.text), listed=True):
            yield _found(doc, part, rule)


def _found(doc: Document, span: Span, rule: str) -> Found[Benefit]:
    text = span.of(doc.text)
    offered = not _REFUSED.search(text) or _REFUSED_NOTHING.search(text) is not None
    benefit = Benefit(text=doc.words(*span), kind=kind_of(text), amount=read_amount(text), offered=offered)
    return doc.found(benefit, *span, rule)
