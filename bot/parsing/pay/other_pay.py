"""Which money is there beside the base pay? Bonuses, equity, allowances, a second range, a site's estimate.

The kinds are tables (`lexicon/pay.toml`). Money for a purpose (courses, a gym, moving) is a benefit and no pay.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from bot.model.evidence import Found
from bot.model.posting import OtherPay, Salary
from bot.model.vocabulary import OtherPayKind
from bot.parsing.document import Document, SectionKind
from bot.parsing.header import header_lines, spoken_lines
from bot.parsing.lexicon.tables import one_of, table
from bot.parsing.page.language import read_language
from bot.parsing.pay.salary import extract as base_salary
from bot.parsing.pay.statements import Pay, Role, pay_statements
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sentences import sentences
from bot.text.sieve import Cues
from bot.text.span import Covered, Span

_AMOUNT = re.compile(r"\d|[%$£€]|\bzwei|\bhalf\b|\bdouble\b", re.IGNORECASE)
_MONEY = re.compile(
    r"[$£€₱₹]\s?\d|\d\s?(?:%|€|£|\$|euros?\b|eur\b|zł|kr\b|p\b)|\b(?:[A-Z]{3})\s?\d|\d (?:lacs?|lakhs?)", re.IGNORECASE
)
_NONE = re.compile(
    r"\b(?:no|not|without|kein\w*|ohne|sans|pas de|geen|sin|never|cannot|can't|don't|doesn't|do not|does not)\b(?! (?:deckel|cap|limit))",
    re.IGNORECASE,
)
# Words that look like pay and are something else.
_OTHER_SENSE = re.compile(
    r"bonus (?:points|qualifications|skills|if)|[a-z+#]+ bonus\)|equity market|equity,? (?:and|&) inclusion|diversity|(?:gender|brand|private|racial|health) equity|(?:bn|m|billion|million|assets) (?:in|of) equity|equity (?:research|markets|capital|analyst|and trust)|equal|stock (?:takes?|room|levels|control|count|replen\w+|market|exchange|rotation|management)|in stock"
    r"|out of stock|rolling stock|live ?stock|options? (?:trading|to)|flexible|working options|european commission|commissioning|commission(?:ed|er)|variable (?:hours|costs|shifts)|(?:leave|baggage|luggage) (?:allowance|entitlement)|holiday entitlement|\bdays\b|food supplements"
    r"|willing\w* to work|able to work|must work|availab\w+ to work|tips (?:for|and tricks)|super (?:friendly|fun|team|nice)|job share|shares? (?:your|our|the|knowledge|with|a|in|information|ideas)|to share|share (?:this|your|our|the)|ot (?:assistant|team|students?)|cost accounting|data provision|provision of|service provision|incentives? (?:scheme design|programs? for)|commission only|trips|(?:is|as|be) a (?:big |real |nice )?bonus|safety tips|(?<!plus )(?<!and )(?<!\+ )(?<!keep )(?<!your )(?<!with )\btips(?! (?:on top|apart|extra|included|shared))",
    re.IGNORECASE,
)
_PERK = re.compile(
    r"\b(?:learning|training|courses?|books|gym|fitness|desk|set[- ]up|relocation|moving|housing|lunch|meals?|restaurant|sports?|nursery|childcare|home office|phone|internet|wellness|well-?being|equipment|education|tuition|dental|optical|cycle|parking|pension)\b",
    re.IGNORECASE,
)
# Where a clause ends: marks, a comma before a new word, "plus" and "and" before something of its own, words glued together.
_BORDER = re.compile(
    r"[;|•\n]|,\s(?!(?:paid|released|payable|uncapped|after|half)\b)|\.\s+(?=[A-ZÀ-Ý$£€])|\s\+\s|(?<=[a-z%)])(?=[A-Z][a-zà-ÿ])(?<!Mc)(?<!Mac)|(?<=%)(?=\d)|\s(?=(?:plus|zuzüglich|zzgl\.|sowie|dazu|as well as)\s)|\s(?:and|und|et|en|y)\s(?=\d)|\s-\s(?!\d)|\s(?:and|und|sowie|et|en|y)\s(?=\w+(?:zulagen?|zuschlag|zuschläge|geld|prämien?|toeslag)\b|prime d|pagas? extra|(?:dos|una) pagas?\b)|\s(?=\([$£€]?\d[^)\n]{0,20}\bbase\b)"
    r"|\s(?:and|und|et)\s(?=(?:an? |eine?n? |une? )?(?:\w+ )?(?:bonus|commission)\b)"
    # What is listed before it, and the verb that leads to it, are no part of what is paid.
    r"|(?<!-)\s(?=(?:et|und|y)\s(?:une? |la |el |ein |eine )?(?:prime|bonus|guardias?|\w+- und \w+geld|\w+geld|prämie))"
    r"|\b[Tt]here is (?:also )?(?=an? (?:\w+ )?bonus)|\swith\s(?=an? (?:\w+ ){1,2}bonus\b)|\b(?:includes?|including|enthält|umfasst|beinhaltet|comprend|incluye)\s(?=(?:an? |the |our |eine?n? |une? )?(?:\w+ )?(?:bonus|commission|prämie|prime|equity|share))"
)
# Who pays, and for whom: "If you refer a friend who stays you receive £500".
_LEAD = re.compile(
    r"(?:if you refer [^,.£$€]{3,50}?,? )?(?:you|i|we)(?:'ll| will)? (?:receive|get|earn|pay)(?: you)? (?=[£$€]\s?\d)",
    re.IGNORECASE,
)
# A range behind a plain word for pay is the base pay once more, and no range of another place or level.
_PLAIN_LABEL = re.compile(
    r"(?:the )?(?:compensation|pay|salary|base|wage|rate|gehalt|vergütung|salaire|loon|salaris|salario)(?: range)?\s?:\s*$",
    re.IGNORECASE,
)
_SPAN_CHIP = re.compile(r"\d(?:\.\d+)?\s?%\s?-\s?\d(?:\.\d+)?\s?%|\d\.\d+\s?%")
# Words of other languages that mean something else in English.
_FOREIGN = frozenset({"bsa", "provision", "prime", "premie", "premia"})
_WORK = re.compile(
    r"\b(?:schedul\w+|responsib\w+|manag\w+|approv\w+|process\w*|administ\w+|calculat\w+)\b", re.IGNORECASE
)
# Words that name pay wherever they stand.
_TELLS_ALONE = re.compile(
    r"\b13(?:\.|th|e|ème)? (?:month|cheque|monats|gehalt|mois|maand|salar)|thirteenth|dertiende maand|treizième|weihnachtsgeld|aguinaldo|\besops?\b|stock options|profit[- ]shar",
    re.IGNORECASE,
)
_REFERRAL = re.compile(r"\brefer", re.IGNORECASE)
_SHARE_BEHIND = re.compile(
    r"\s?\+\s?(?P<said>\d(?:\.\d+)?(?:\s?-\s?\d(?:\.\d+)?)?\s?%)(?=\s*(?:$|[|•\n]))", re.MULTILINE
)
_SECTIONS = frozenset(
    {
        SectionKind.PAY,
        SectionKind.BENEFITS,
        SectionKind.HEADER,
        SectionKind.DETAILS,
        SectionKind.SUMMARY,
        SectionKind.OTHER,
        SectionKind.ROLE,
    }
)
_SHORTEST_SINGULAR = 3
_LONGEST = 110
_LONGEST_UNPAID = 60
_NEEDS_AMOUNT = frozenset({"allowance", "other"})
# What a shift at odd hours adds to the pay is pay though no sum is printed.
_FOR_HOURS = re.compile(
    r"\b(?:schicht|nacht|wochenend|sonntags?|feiertags?|erschwernis)(?:zulagen?|zuschlag|zuschläge)\b|\b(?:shift|night|weekend) (?:allowance|premium|differential)\b|nocturnidad|\w*toeslag\b|prime de (?:nuit|dimanche)",
    re.IGNORECASE,
)
_PAID_OVERTIME = re.compile(
    r"half|double|\d|\bpa(?:y|id)\b|\brates?\b|vergüt|bezahl|ausbezahlt|payées?|majorées?|betaald|pagadas",
    re.IGNORECASE,
)


@cache
def _kinds() -> Pattern:
    groups = []
    for kind, terms in table("pay")["other"].items():
        plain = one_of(each for term in terms if "%" not in term for each in (term, *_plurals(term)))
        ends = one_of(term.strip("%") for term in terms if term.startswith("%"))
        starts = one_of(term.strip("%") for term in terms if term.endswith("%"))
        parts = [plain, *([rf"\w+(?:{ends})"] if ends else []), *([rf"(?:{starts})\w*"] if starts else [])]
        groups.append(rf"(?P<{kind}>(?<![\w-])(?:{'|'.join(parts)})(?![\w-]))")
    return Pattern("|".join(groups), re.IGNORECASE)


def _plurals(term: str) -> tuple[str, ...]:
    """The plural of an English term that stands in the table in its singular."""
    return (f"{term}s",) if len(term) > _SHORTEST_SINGULAR and term[-1].isalpha() and term[-1] != "s" else ()


CUES = Cues(_kinds)


def extract(doc: Document) -> tuple[Found[OtherPay], ...]:
    """Every other payment that the page states, in page order, each once."""
    kept: dict[OtherPay, Found[OtherPay]] = {}
    covered = Covered()
    for each in (*_estimates(doc), *_second_ranges(doc), *_equity_chips(doc), *_shares(doc), *_named(doc)):
        span = each.evidence[0].span
        if each.value not in kept and not covered.meets(span):
            kept[each.value] = each
            covered.add(span)
    return tuple(sorted(kept.values(), key=lambda each: each.evidence[0].start))


def _found(doc: Document, kind: OtherPayKind, span: Span, rule: str) -> Found[OtherPay]:
    said = doc.text[span.start : span.stop]
    start = span.start + len(said) - len(said.lstrip(" ,(+&-*•"))
    lead = _LEAD.match(doc.text, start, span.stop)
    start = lead.end() if lead else start
    stop = span.start + len(said.rstrip(" ,.(+&-"))
    return doc.found(OtherPay(kind=kind, text=doc.words(start, stop)), start, stop, f"other_pay.{rule}")


def _estimates(doc: Document) -> Iterator[Found[OtherPay]]:
    """A site's estimate, where the employer states pay of its own."""
    for span in _each_once(_guesses(doc)):
        yield _found(doc, OtherPayKind.ESTIMATE, span, "estimate")


def _guesses(doc: Document) -> Iterator[tuple[Pay, Span]]:
    base = doc.once(base_salary)
    for pay in pay_statements(doc):
        guessed = pay.role is Role.ESTIMATE and base is not None and not base.value.estimated
        if guessed or pay.role is Role.AVERAGE:
            line = doc.line_at(pay.money.start)
            whole = line is not None and len(line.text) <= _LONGEST_UNPAID
            span = Span(line.start, line.stop) if line is not None and whole else Span(pay.money.start, pay.money.stop)
            yield pay, span


def _each_once(found: Iterable[tuple[Pay, Span]]) -> Iterator[Span]:
    """Of several printings of one estimate the longest."""
    spans: dict[tuple[float | None, float | None], Span] = {}
    for pay, span in found:
        key = (pay.money.low, pay.money.high)
        if key not in spans or span.stop - span.start > spans[key].stop - spans[key].start:
            spans[key] = span
    yield from spans.values()


def _second_ranges(doc: Document) -> Iterator[Found[OtherPay]]:
    """A range for another zone, level or place: "Zone B: $188,000 - $221,000"."""
    base = doc.once(base_salary)
    for pay in pay_statements(doc):
        line = doc.line_at(pay.money.start)
        if base is None or pay.role is not Role.BASE or line is None or _same(pay, base.value):
            continue
        labelled = re.match(
            r"[^:\n$£€\d]{2,60}(?:\([^)\n]*\))?[^:\n$£€]{0,20}:\s*$", doc.text[line.start : pay.money.start]
        )
        ranged = pay.money.low is not None and pay.money.high is not None and pay.money.low < pay.money.high
        alone = line.stop - line.start <= pay.money.stop - pay.money.start + 4 and _next_to(doc, line, base)
        if (
            ((labelled and not _PLAIN_LABEL.match(labelled.group())) or alone)
            and ranged
            and base.evidence[0].stop <= doc.evidence(pay.money.start, pay.money.stop).start
        ):
            yield _found(doc, OtherPayKind.SECOND_RANGE, Span(line.start, pay.money.stop), "second_range")


def _next_to(doc: Document, line: Line, base: Found[Salary]) -> bool:
    """Whether the base pay stands on one of the two lines above."""
    above = doc.lines_above(line.start, 2)
    return any(doc.evidence(each.start, each.stop).span.covers(base.evidence[0].span) for each in above)


def _same(pay: Pay, base: Salary) -> bool:
    return (pay.money.low, pay.money.high) == (base.min, base.max)


def _equity_chips(doc: Document) -> Iterator[Found[OtherPay]]:
    """A share of the firm as a chip beside the pay: "$180K – $240K • 0.75% – 1.5%"."""
    for line in header_lines(doc):
        if line.mark and _SPAN_CHIP.fullmatch(line.text):
            yield _found(doc, OtherPayKind.EQUITY, Span(line.start, line.stop), "equity_chip")


def _shares(doc: Document) -> Iterator[Found[OtherPay]]:
    """A share of the firm right behind the pay: "$210k + 0.8%"."""
    for pay in pay_statements(doc):
        share = _SHARE_BEHIND.match(doc.text, pay.money.stop)
        if share and pay.role is Role.BASE:
            yield _found(doc, OtherPayKind.EQUITY, Span(*share.span("said")), "share")


def _named(doc: Document) -> Iterator[Found[OtherPay]]:
    """Pay that words name, a clause each; without a sum only where pay and benefits are listed."""
    kinds = {line.start: section.kind for section in doc.sections for line in section.lines}
    for line in doc.telling(spoken_lines(doc), CUES):
        listed = kinds.get(line.start, SectionKind.OTHER) in _SECTIONS or _TELLS_ALONE.search(line.text) is not None
        for piece in sentences(doc.text, line.start, line.stop):
            if re.search(r"\bequity,? (?:diversity|inclusion)|\bdiversity,? equity", piece.of(doc.text), re.IGNORECASE):
                continue
            for clause in _clauses(doc.text, piece):
                kind = _kind(doc, clause, listed=listed)
                if kind is not None:
                    yield _found(doc, kind, clause, "named")


def _kind(doc: Document, clause: Span, *, listed: bool) -> OtherPayKind | None:
    if not _kinds().may_match(clause.of(doc.folded)):
        return None
    said = clause.of(doc.text)
    match = _kinds().search(said)
    if match is None or match.lastgroup is None or _OTHER_SENSE.search(said) or _NONE.search(said):
        return None
    if match.group().lower() in _FOREIGN and read_language(doc.folded) == "en":
        return None
    paid = _MONEY.search(said) is not None
    if _PERK.search(said) and match.lastgroup not in ("bonus", "sign_on"):
        return None
    if not paid and _REFERRAL.search(said):
        return None
    told = "rates" in match.group().lower() or _FOR_HOURS.search(said) is not None
    sum_needed = match.lastgroup in _NEEDS_AMOUNT - {"other"} and not told
    if said.rstrip().endswith("?") or (not paid and _WORK.search(said)):
        return None
    if match.lastgroup == "overtime" and not _PAID_OVERTIME.search(said):
        return None
    if not paid and (not listed or sum_needed or len(said) > _LONGEST_UNPAID):
        return None
    return OtherPayKind(match.lastgroup)


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence that name pay; a short sentence stays whole, brackets stand for themselves when they name it."""
    inner = re.compile(r"\(([^()\n]{6,80})\)").search(text, *sentence)
    if inner and _kinds().search(inner[1]) and not _kinds().search(text, sentence.start, inner.start()):
        yield Span(*inner.span(1))
        return
    begin = sentence.start
    for border in (*_BORDER.finditer(text, *sentence), None):
        stop = border.start() if border else sentence.stop
        if 0 < stop - begin <= _LONGEST:
            yield Span(begin, stop)
        begin = border.end() if border else stop
