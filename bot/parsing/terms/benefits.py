"""What is offered to the candidate, of which kind, and how much? One found benefit per chip, bullet or clause.

Benefits stand below their headings. Elsewhere a sentence counts that says "we offer" or "including" and names a kind;
praise ("great culture") does not. What a page says it does not offer is found with `offered` false.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.model.evidence import Found
from bot.model.posting import Amount, Benefit
from bot.model.vocabulary import BenefitKind
from bot.parsing.document import Document, Section, SectionKind
from bot.parsing.duties.items import is_furniture
from bot.parsing.lexicon.tables import table
from bot.parsing.line_kinds import LineKind, line_kind
from bot.parsing.time.numbers import NUMBER, number
from bot.text.layout import Line
from bot.text.sentences import sentences
from bot.text.sieve import Cues, Sieve
from bot.text.span import Span
from bot.text.tokens import fold

_REFUSED = re.compile(
    r"\bno (?:\w+ ){0,3}(?:pension|benefits|bonus|relocation|visa|sponsorship|insurance|holiday|equity|overtime|parking|training|health|sick|paid)|\bnot (?:offered|provided|available|included|paid|covered)\b|\b(?:do|does|can|are|is) ?(?:not|n't) (?:able to )?(?:offer|provide|include|cover|pay|eligible)|\bunable to (?:offer|provide)|\bwithout (?:benefits|pension)|\bunpaid\b|\bcannot (?:offer|provide|cover)"
    r"|\bkeine?\b(?= (?:\w+ )?(?:altersvorsorge|umzug|übernahme))|\bpas de (?:mutuelle|télétravail|prime)|\bnon (?:proposé|pris en charge)|\bgeen (?:pensioen|reiskosten)|\bno se ofrece",
    re.IGNORECASE,
)
_OFFERING = re.compile(
    r"\b(?:we offer|we provide|we(?:'ll| will) (?:give|provide|offer)|offers?(?: you| a| an| comprehensive| generous| competitive)|you(?:'ll| will) (?:receive|get|enjoy|be entitled)|comes with|benefits? (?:include|including|such as|are)|including|includes|package|perks?|plus\b|entitled to|eligible for|wir bieten|nous (?:offrons|proposons)|wij bieden|ofrecemos|in return)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?P<money>[$£€]\s?(?P<sum>\d[\d.,]*\d|\d)(?P<k>k)?|(?P<sum2>\d[\d.,]*)(?P<k2>k)?\s?(?P<code>(?-i:[A-Z]{3})\b|euros?|€|£))"
    rf"|(?P<number>(?<![\w.,])(?:{NUMBER}))\s?(?:\+\s?)?(?:(?:working|paid|full|business|calendar|fully|annual|vacation|holiday|leave) ){{0,2}}"
    r"(?P<unit>%|days?|weeks?|months?|hours?|tagen?|wochen?|monate?n?|jours?|semaines?|mois|dagen|weken|maanden|uren|días|semanas|meses"
    r"|urlaubstage|vakantiedagen)(?!\w)",
    re.IGNORECASE,
)
_UNITS = {
    "day": "days", "tage": "days", "tagen": "days", "tag": "days", "urlaubstage": "days", "jour": "days", "jours": "days", "dagen": "days",
    "vakantiedagen": "days", "días": "days", "week": "weeks", "woche": "weeks", "wochen": "weeks", "semaine": "weeks", "semaines": "weeks",
    "weken": "weeks", "semanas": "weeks", "month": "months", "monat": "months", "monate": "months", "monaten": "months", "mois": "months",
    "maanden": "months", "meses": "months", "hour": "hours", "uren": "hours",
}  # fmt: skip
_CODES = {"£": "GBP", "€": "EUR", "euro": "EUR", "euros": "EUR"}
_JOINT = re.compile(r"\s*(?:,\s*(?:and |und |et |en |y )?|&|;|/|\band\b|\bund\b|\bet\b|\ben\b|\by\b)\s*", re.IGNORECASE)
_LIST_HEAD = re.compile(
    r"\b(?:with access to|including|include[sd]?|such as|offers?|offer you|provide[sd]?|consists? of|package of|perks like|receive|get|enjoy|bieten wir|bieten|offrons|proposons|ofrecemos)\b\s?:?\s?",
    re.IGNORECASE,
)
_PROSE = frozenset(
    {
        SectionKind.HEADER,
        SectionKind.ROLE,
        SectionKind.SUMMARY,
        SectionKind.OTHER,
        SectionKind.DETAILS,
        SectionKind.ABOUT,
        SectionKind.PAY,
        SectionKind.APPLY,
    }
)
_NOT_A_BENEFIT = re.compile(
    r"\b(?:salary range|base salary|pay range|compensation range|hourly rate|equal opportunity|apply (?:now|here)|gehalt ab|day rate)\b|^(?:salary|pay|compensation|gehalt|salaire|salaris|salario)\s?:|^[$£€]\s?\d[\d,.]*k?\s?(?:-|to)|^\W?(?:[A-Z]{3} |[$£€] ?)?\d[\d.,' ]*k?\s?(?:-|to|bis|à|a|tot)\s?(?:[A-Z]{3} |[$£€] ?)?\d[\d.,' ]*k?\s?(?:[A-Z]{3}|[$£€])?\s?(?:\w+ ){0,2}(?:per|a|pro|par|/)|@\w+\.|https?://|\b(?:authori[sz]ed|right) to work\b|days? (?:a|per) week in\b|^(?:apply|bewerb|candidature|solicit|postul|please (?:send|apply|note|email))",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:culture|environment|team|colleagues|atmosphere|people|mission|projects?|challenge\w*|opportunit\w+ to work)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:benefits|perks|what we offer|vorteile|avantages|voordelen|beneficios)\s?:\s+", re.IGNORECASE)
_LISTING = frozenset({SectionKind.DETAILS, SectionKind.OTHER})
_LONGEST_SENTENCE = 400
_DOING = re.compile(
    r"\b(?:you|we|is|are|will|must|have|experience|knowledge|manage|ensure|provide|prepare|support)\b", re.IGNORECASE
)
_CHIP = 46
_LONGEST = 260


def _any_kind() -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for _, pattern, _ in _kinds()))


_NAMED, _REFUSALS, _LABELS = Cues(_any_kind), Cues(_REFUSED), Cues(_LABEL)
CUES = (_NAMED, _REFUSALS, _LABELS)


def extract(doc: Document) -> tuple[Found[Benefit], ...]:
    """The benefits in page order; those of a list, or, where there is no list, those that sentences name."""
    headed = [
        each for section in doc.sections if section.kind is SectionKind.BENEFITS for each in _listed(doc, section)
    ]
    chosen = headed or list(_said(doc))
    unique: dict[str, Found[Benefit]] = {}
    for each in (*chosen, *_labelled(doc), *_refusals(doc)):
        unique.setdefault(fold(each.value.text), each)
    return tuple(sorted(unique.values(), key=lambda each: each.evidence[0].start))


def _listed(doc: Document, section: Section) -> Iterator[Found[Benefit]]:
    for line in section.lines:
        if is_furniture(line) or line.text.endswith(":") or _NOT_A_BENEFIT.search(line.text):
            continue
        if line_kind(line.text) is LineKind.MUST and kind_of(line.text) is BenefitKind.OTHER:
            continue
        if line.mark or len(line.text) <= _CHIP or len(line.text) < 90:
            yield from _split(doc, Span(line.start, line.stop), "benefits.headed")
        else:
            for piece in sentences(doc.text, line.start, line.stop):
                if kind_of(doc.text[piece.start : piece.stop]) is not BenefitKind.OTHER:
                    yield from _from_sentence(doc, piece, "benefits.headed_prose")


def _labelled(doc: Document) -> Iterator[Found[Benefit]]:
    """The value of a "Benefits:" label in a site's digest of the advert."""
    for line in doc.telling(doc.lines(SectionKind.SUMMARY, SectionKind.DETAILS, SectionKind.HEADER), _LABELS):
        label = _LABEL.match(doc.text[line.start : line.stop])
        if label:
            yield from _pieces(doc, Span(line.start + label.end(), line.stop), "benefits.labelled", every=True)


def _said(doc: Document) -> Iterator[Found[Benefit]]:
    """Benefits named outside a list of them: short bullets, enumerations, and sentences that offer something."""
    for section in doc.sections:
        if section.kind not in _PROSE and section.kind is not SectionKind.REQUIREMENTS:
            continue
        for line in doc.telling(section.lines, _NAMED):
            if _LABEL.match(line.text) or _NOT_A_BENEFIT.search(line.text):
                continue
            if section.kind in _LISTING and line.mark and len(line.text) <= _CHIP and _names_kind(line.text):
                yield _found(doc, Span(line.start, line.stop), "benefits.listed")
            else:
                yield from _in_prose(doc, line, prose=section.kind in _PROSE)


def _in_prose(doc: Document, line: Line, *, prose: bool) -> Iterator[Found[Benefit]]:
    for piece in sentences(doc.text, line.start, line.stop):
        text = doc.text[piece.start : piece.stop]
        if (
            prose
            and _names_kind(text)
            and len(text) <= _LONGEST_SENTENCE
            and (_OFFERING.search(text) or _is_fact(text))
        ):
            yield from _from_sentence(doc, piece, "benefits.said")
        elif not line.mark and _enumerates(doc.text, piece):
            yield from _pieces(doc, piece, "benefits.enumerated", every=True)


def _names_kind(text: str) -> bool:
    return kind_of(text) is not BenefitKind.OTHER


def _enumerates(text: str, piece: Span) -> bool:
    """Whether a short sentence without a verb lists benefits: "Free parking, a canteen, and weekly pay."."""
    parts = [text[part.start : part.stop] for part in _parts(text, piece)]
    kinds = {kind_of(part) for part in parts} - {BenefitKind.OTHER}
    return (
        2 < len(parts) <= 6
        and len(kinds) >= 2
        and piece.stop - piece.start <= 120
        and not _DOING.search(text[piece.start : piece.stop])
    )


def _is_fact(text: str) -> bool:
    return line_kind(text) is LineKind.OFFER and len(text) <= _LONGEST


def _from_sentence(doc: Document, piece: Span, rule: str) -> Iterator[Found[Benefit]]:
    """The entries of an enumeration in the sentence; the sentence itself when it holds none."""
    text = doc.text[piece.start : piece.stop]
    head = _LIST_HEAD.search(text)
    rest = Span(piece.start + head.end(), piece.stop) if head else piece
    parts = list(_pieces(doc, rest, rule, every=False))
    if len(parts) >= 2:
        yield from parts
    else:
        yield _found(doc, piece, rule)


def _pieces(doc: Document, span: Span, rule: str, *, every: bool) -> Iterator[Found[Benefit]]:
    for part in _parts(doc.text, span):
        text = doc.text[part.start : part.stop]
        named = _names_kind(text) and not text.lower().startswith("hybrid")
        if len(text) > 2 and (named or (every and not _WEAK.search(text))):
            yield _found(doc, part, rule)


def _parts(text: str, span: Span) -> Iterator[Span]:
    begin = span.start
    for joint in _JOINT.finditer(text, span.start, span.stop):
        if joint.start() > begin:
            yield Span(begin, joint.start())
        begin = joint.end()
    stop = span.start + len(text[span.start : span.stop].rstrip(" ."))
    if stop > begin:
        yield Span(begin, stop)


def _split(doc: Document, span: Span, rule: str) -> Iterator[Found[Benefit]]:
    """The line as one benefit, or its halves when they are short and of different kinds."""
    parts = list(_parts(doc.text, span))
    kinds = [kind_of(doc.text[part.start : part.stop]) for part in parts]
    apart = 1 < len(parts) <= 5 and BenefitKind.OTHER not in kinds and len(set(kinds)) == len(kinds)
    for part in parts if apart and span.stop - span.start <= 110 else [span]:
        yield _found(doc, part, rule)


def _refusals(doc: Document) -> Iterator[Found[Benefit]]:
    """What sentences outside the list say is not offered."""
    for section in doc.sections:
        if section.kind in _PROSE or section.kind is SectionKind.REQUIREMENTS:
            for line in doc.telling(section.lines, _REFUSALS):
                for piece in sentences(doc.text, line.start, line.stop):
                    text = doc.text[piece.start : piece.stop]
                    if _REFUSED.search(text) and kind_of(text) not in (BenefitKind.OTHER, BenefitKind.FLEXIBLE_HOURS):
                        cut = text.find(", and ")
                        yield _found(
                            doc, Span(piece.start, piece.start + cut if cut > 0 else piece.stop), "benefits.refused"
                        )


def _found(doc: Document, span: Span, rule: str) -> Found[Benefit]:
    text = doc.text[span.start : span.stop]
    benefit = Benefit(
        text=doc.words(*span), kind=kind_of(text), amount=_amount(text), offered=_REFUSED.search(text) is None
    )
    return doc.found(benefit, *span, rule)


@cache
def _kinds() -> tuple[tuple[Cues, re.Pattern[str], BenefitKind], ...]:
    patterns = ((BenefitKind(kind), re.compile("|".join(words))) for kind, words in table("benefits")["kinds"].items())
    return tuple((Cues(pattern), pattern, kind) for kind, pattern in patterns)


@cache
def _sieve() -> Sieve:
    return Sieve([cues for cues, _, _ in _kinds()])


def kind_of(text: str) -> BenefitKind:
    """The kind of benefit that the words name; `OTHER` when the table knows none of them.

    >>> kind_of("Cycle to work scheme").value, kind_of("401k").value, kind_of("Nice people").value
    ('transport', 'retirement', 'other')
    """
    shown = _sieve().shown(text)
    if not shown:
        return BenefitKind.OTHER
    low, sieve = text.lower(), _sieve()
    for cues, pattern, kind in _kinds():
        if sieve.lets(shown, cues) and pattern.search(low):
            return kind
    return BenefitKind.OTHER


def _amount(text: str) -> Amount | None:
    match = _AMOUNT.search(text)
    if match is None:
        return None
    if match["money"]:
        figure = (match["sum"] or match["sum2"]).rstrip(".,").replace(",", "")
        value = float(figure if re.search(r"\.\d{1,2}$", figure) else figure.replace(".", ""))
        value *= 1000 if match["k"] or match["k2"] else 1
        sign = match["code"] or match["money"][0]
        return Amount(number=_whole(value), unit=_CODES.get(sign.lower(), sign.upper()))
    unit = match["unit"].lower()
    return Amount(number=number(match["number"]), unit=_UNITS.get(unit, unit))


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value
