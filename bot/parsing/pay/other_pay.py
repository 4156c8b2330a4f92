"""Which money is there beside the base pay? Bonuses, equity, allowances, a second range, a site's estimate."""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.model.posting import OtherPay, Salary
from bot.model.vocabulary import OtherPayKind
from bot.parsing.document import Document, SectionKind
from bot.parsing.pay.salary import extract as base_salary
from bot.parsing.pay.statements import Pay, Role, pay_statements
from bot.text.sentences import sentences
from bot.text.sieve import Cues

_KINDS = {
    Role.BONUS: OtherPayKind.BONUS,
    Role.EQUITY: OtherPayKind.EQUITY,
    Role.SIGN_ON: OtherPayKind.SIGN_ON,
    Role.ALLOWANCE: OtherPayKind.ALLOWANCE,
    Role.OVERTIME: OtherPayKind.OVERTIME,
    Role.TOTAL: OtherPayKind.OTHER,
    Role.ESTIMATE: OtherPayKind.ESTIMATE,
    Role.BASE: OtherPayKind.SECOND_RANGE,
}
# Pay beside the salary that is named without a sum.
_NAMED = re.compile(
    r"(?P<bonus>(?:[\w%.-]+ ){0,4}\b(?:bonus(?:es)?(?! points)|commission|profit[- ]shar(?:e|ing))\b)"
    r"|(?P<equity>(?:[\w%.-]+ ){0,3}\b(?:equity|stock options|share options|rsus?|esop)\b)"
    r"|(?P<allowance>\d{1,2}(?:[.,]\d{1,2})? ?% (?:\w+ )?(?:allowance|holiday pay|vakantiegeld))"
    r"|(?P<overtime>(?:[\w%.-]+ ){0,3}\bovertime\b(?: (?:pay|rates?|paid|available))?)",
    re.IGNORECASE,
)
_MONEY_SECTIONS = (SectionKind.PAY, SectionKind.BENEFITS, SectionKind.HEADER, SectionKind.DETAILS, SectionKind.SUMMARY)
_NONE = re.compile(r"\bno\b|\bnot\b|\bwithout\b", re.IGNORECASE)
_LONGEST_CLAUSE = 140
CUES = Cues(_NAMED)


def extract(doc: Document) -> tuple[Found[OtherPay], ...]:
    """Every other payment that the page states, in page order, each once."""
    base = doc.once(base_salary)
    kept: list[Found[OtherPay]] = []
    for each in (*_sums(doc, base), *_named(doc)):
        span = each.evidence[0].span
        if not any(span.overlaps(other.evidence[0].span) or each.value == other.value for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.evidence[0].start))


def _sums(doc: Document, base: Found[Salary] | None) -> Iterator[Found[OtherPay]]:
    for pay in pay_statements(doc):
        if pay.role is Role.PERK or (base is not None and _same(doc, pay, base)):
            continue
        start, stop = _trimmed(doc, pay)
        text = doc.words(start, stop)
        yield doc.found(OtherPay(kind=_KINDS[pay.role], text=text), start, stop, f"other_pay.{pay.role.value}")


def _same(doc: Document, pay: Pay, base: Found[Salary]) -> bool:
    """Whether the sum is the salary itself, here or repeated elsewhere on the page."""
    if pay.role not in (Role.BASE, Role.ESTIMATE):
        return False
    value = base.value
    return (pay.money.low, pay.money.high) == (value.min, value.max) or doc.evidence(
        pay.money.start, pay.money.stop
    ) in base.evidence


def _trimmed(doc: Document, pay: Pay) -> tuple[int, int]:
    """The clause around the sum without its outer blanks and marks; the sum alone when the clause is long."""
    if pay.stop - pay.start > _LONGEST_CLAUSE:
        return pay.money.start, pay.money.stop
    said = doc.text[pay.start : pay.stop]
    start = pay.start + len(said) - len(said.lstrip(" ,(+&-"))
    return start, pay.start + len(said.rstrip(" ,(+&-."))


def _named(doc: Document) -> Iterator[Found[OtherPay]]:
    """Pay named without a sum, a sentence each."""
    for line in doc.telling(doc.lines(*_MONEY_SECTIONS), CUES):
        for piece in sentences(doc.text, line.start, line.stop):
            text = doc.text[piece.start : piece.stop]
            match = _NAMED.search(text)
            if match and match.lastgroup and len(text) <= _LONGEST_CLAUSE and not _NONE.search(text):
                kind = OtherPayKind(match.lastgroup)
                yield doc.found(OtherPay(kind=kind, text=doc.words(*piece)), *piece, "other_pay.named")
