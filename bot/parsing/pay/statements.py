"""Which sums of a page are pay, and of which sort? Each money sum with the role that its surroundings give it.

A sum is pay only when words say so: a label, a period right behind it, a pay section, or a chip of its own. Revenue,
funding, budgets and prices are money too, and none of ours.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.model.vocabulary import Period
from bot.parsing.document import Document, SectionKind
from bot.parsing.header import header_lines
from bot.parsing.pay.money import LAKHS, Money, label_period, sums
from bot.parsing.role.title import names_role
from bot.text.layout import Line


class Role(StrEnum):
    """What a sum is paid for."""

    BASE = "base"
    ESTIMATE = "estimate"
    AVERAGE = "average"  # what a site says that such jobs pay in general
    BONUS = "bonus"
    EQUITY = "equity"
    SIGN_ON = "sign_on"
    ALLOWANCE = "allowance"
    OVERTIME = "overtime"
    TOTAL = "total"
    PERK = "perk"  # money for a purpose: a benefit, not pay


@dataclass(frozen=True, slots=True)
class Pay:
    """A sum with its role and the clause that says so, `start <= i < stop`."""

    money: Money
    role: Role
    start: int
    stop: int


_LABEL = re.compile(
    r"\b(?:salar(?:y|ies)|offers?(?=\s[£$€]\d\d[,.]?\d)|pay(?:s|ing| range| rate)?\b(?!\s?roll)|paid|compensation|wages?|remuneration|rates?|earn(?:ings?)?"
    r"|base|stipend|package|grade|comp|gehalt\w*|\w*lohn|\w*gehalt|mzda|wynagrodzenie|lön|vergütung|verdienst|jahresbrutto|salaires?|rémunération"
    r"|scale|salaris|loon|brutoloon|salario|sueldo|retribución|tarif|tagessatz|tjm|fixgehalt|honorar)\b",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"\b(?:revenue|turnover|funding|funded|raised|valuation|valued|arr\b|aum\b|assets|budgets?|sales of|portfolio|customers?"
    r"|users?|clients?|saved|save\b|savings|worth|deals?|market|donat\w+|grants?|invest(?:ed|ment|ing)?|prices?|cost(?:s|ing)?"
    r"|tax(?:es)?|fine[sd]?|discounts?|voucher|umsatz|kunden|levée|chiffre d'affaires|omzet|facturación|p&l|quota|pipeline"
    r"|projects? (?:of|up to)|companies|spend|transactions?|claims?|fees?|insured|coverage|cover(?:s|ed)?)\b",
    re.IGNORECASE,
)
_ROLES = (
    (
        Role.SIGN_ON,
        r"sign(?:ing)?[- ]?on|signing bonus|joining bonus|welcome bonus|golden hello|antrittsprämie|willkommensprämie|startprämie",
    ),
    (Role.EQUITY, r"equity|stock|shares?|rsus?|options|esop"),
    (
        Role.OVERTIME,
        r"overtime|ot|time and a half|double time|überstunden|heures supplémentaires|overwerk|overuren|horas extra",
    ),
    (
        Role.ALLOWANCE,
        r"allowances?|per diem|weighting|supplement|differential|retainer|\w*zulage|\w*zuschlag|indemnités?|primes? d[e']|panier|\w*toeslag|dietas?|plus de transporte|auxilio|guardias|mileage|extra for each|compensation - |transport compensation",
    ),
    (
        Role.PERK,
        (
            r"stipend|packaging|salary sacrifice|novated|reimburse\w*|budget|\w*zuschuss|\w*vergoeding|subsidy|relocation|tuition|vouchers?|wellness|well-?being|equipment|learning|training|courses?|books|gym|desk|set up|set-up|moving?|housing|accommodation|rooms?|\w*zimmer|\w*wohnung|\w*unterkunft|\w*parkplatz|stellplatz|logement|chambre|kamer|huisvesting|alojamiento|vivienda|parking|rent|flights?|lunch|meals?"
            r"|restaurant|tickets?|tichete|sports?|nursery|childcare|contribut\w+|home office|homeoffice|phone|internet|commut\w+|jobticket|leasing|bike|insurance|successful introduction|refer\w*|cafeteria|vales|cadeau|guthaben|sachbezug|bonuscard|adventure|birthday|per child|of what it costs|towards"
        ),
    ),
    (
        Role.BONUS,
        r"bonus(?:es)?|commissions?|incentives?|\w*prämie|provision|prime|bonificación|tips|profit|weihnachtsgeld|urlaubsgeld|aguinaldo",
    ),
    (
        Role.TOTAL,
        r"ote|on[- ]target|total (?:comp\w*|package|rewards?|target)|uncapped|first[- ]year earnings|tc|per thousand",
    ),
)
_ROLE = re.compile("|".join(rf"(?P<{role.value}>\b(?:{words})(?!\w))" for role, words in _ROLES), re.IGNORECASE)
_ESTIMATED = re.compile(
    r"\(est\.?\)|\best\.(?=\W|$)|\bestimated?\b|\bestimate\b|\bpredicted\b|glassdoor|\bjobs?worth\b|\bindicative average\b|\bgeschätzt\w*|\bestimé\w*"
    r"|\bgeschat\b|\bestimado\b",
    re.IGNORECASE,
)
# The line below a sum, where it says that the sum is a guess.
_GUESSED_BELOW = re.compile(
    r"\n{1,2}\s{0,4}\(?(?:this is )?(?:an )?(?:estimated?|geschätzt|estimation|schatting)\b(?! (?:start|time|hours|duration))",
    re.IGNORECASE,
)
# What others earn says nothing about this job.
_AVERAGE = re.compile(
    r"\btypical (?:salary|pay)\b|\baverage (?:salary|pay|base)\b|\bmedian\b|\bim durchschnitt\b|\bverdienen durchschnittlich\b|\bbekommt danach durchschnittlich\b|\bdurchschnittsgehalt\b|\bearn on average\b|\bgagnent en moyenne\b|\ben moyenne\b|\bgemiddeld\b|\bde media\b|\bmarket (?:average|rate for)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?<![A-Z])[.;](?=\s+[A-Z$£€\d])|[;|•]|\n|,\s(?!(?:\d|which|depending|according|dependent|gross|net|rising|DOE)\b)"
    r"|\s(?:plus|and an?|with an?|\+)\s"
)
_PAY_SECTIONS = frozenset({SectionKind.PAY})
_OPEN_SECTIONS = frozenset({SectionKind.HEADER, SectionKind.SUMMARY, SectionKind.DETAILS, SectionKind.OTHER})
# "We pay 250 for it" is no pay; "hours: 40 per week" neither.
_VERB_ONLY = re.compile(r"\b(?:pays?|paid|earn|rate|grade|band)\b[^:]*$", re.IGNORECASE)
_HOURS = re.compile(r"\b(?:hours?|stunden|heures|uur|horas)\b[^,;\n]{0,12}\d", re.IGNORECASE)
# "(dependent on training and experience)" says on what the sum depends, not what it is for.
_CONDITION = re.compile(
    r"\s?[(,]?\s?\b(?:depend\w*|based|according|commensurate|subject|DOE|selon|je nach|abhängig|según|afhankelijk)\b",
    re.IGNORECASE,
)
_BASE_BEHIND = re.compile(r"\s?(?:base|basic|fixed|fix)\b", re.IGNORECASE)
# "minimum wage plus 1 €" tells no base pay.
_PLUS = re.compile(r"(?:\bplus|\bzuzüglich|\bzzgl\.)\s$", re.IGNORECASE)
_MONEY_MARK = re.compile(r"[\U0001f4b0\U0001f4b5-\U0001f4b8]|:moneybag:|:dollar:|:euro:|:pound:")
_LEAST = 1000
_LEAST_MONTHLY = 100  # "9am-5pm" are hours
_YEARLY = 10_000
_TITLE_BEFORE = re.compile(r"(?:^|[.?!:]\s)(?P<said>[A-Z][^.?!:\n]{3,50}),\s(?:up to )?$", re.MULTILINE)
_NEAR = 70
_DIGIT = re.compile(r"\d")
_CHIP_REST = 60
_FAR = 300  # code points around a sum in which its clause stands


def pay_statements(doc: Document) -> tuple[Pay, ...]:
    """Every sum of the page that is pay, in page order."""
    return doc.once(_all_pay)


def _all_pay(doc: Document) -> tuple[Pay, ...]:
    return tuple(_pay(doc))


def _pay(doc: Document) -> Iterator[Pay]:
    head = {line.start for line in header_lines(doc)}
    for section in doc.sections:
        silent = section.kind in (SectionKind.ADVICE, SectionKind.LEGAL, SectionKind.RELATED, SectionKind.SITE)
        kind = SectionKind.HEADER if silent else section.kind
        label_above: Line | None = section.heading
        for line in section.lines:
            counts = _DIGIT.search(doc.text, line.start, line.stop) is not None
            if counts and (not silent or line.start in head or _guessed(doc.text, line) is not None):
                yield from _in_line(doc, line, kind, label_above)
            label_above = line


def _in_line(doc: Document, line: Line, kind: SectionKind, above: Line | None) -> Iterator[Pay]:
    for money in sums(doc.text, doc.folded, line.start, line.stop):
        if money.large or _too_small(money):
            continue
        start, stop = _clause(doc.text, line, money)
        role = _role(doc.text, money, line, kind, above, (start, stop))
        if role is not None:
            yield Pay(money, role, start, stop)


def _too_small(money: Money) -> bool:
    """A bare number is a count, a year or a postcode; pay shows a sign, a code, a "k" with a label, or a period."""
    clock = money.period is Period.MONTH and not money.sign and (money.high or money.low or 0) < _LEAST_MONTHLY
    bare = not (money.sign or money.thousands or money.period)
    return clock or (bare and (money.low or money.high or 0) < _LEAST)


def _clause(text: str, line: Line, money: Money) -> tuple[int, int]:
    """The part of the line around the sum that a role word must stand in."""
    start, end = max(line.start, money.start - _FAR), min(line.stop, money.stop + _FAR)
    for border in _CLAUSE.finditer(text, start, money.start + 1):
        start = border.end()
    after = _CLAUSE.search(text, money.stop, end)
    return start, after.start() if after else end


def _role(
    text: str, money: Money, line: Line, kind: SectionKind, above: Line | None, clause: tuple[int, int]
) -> Role | None:
    if money.sign == LAKHS:
        return _guessed(text, line) or Role.BASE
    start, stop = clause
    said = text[start:stop]
    before, after = text[start : money.start], text[money.stop : min(stop, money.stop + 60)]
    special = None if _BASE_BEHIND.match(after) else _nearest_role(before, after)
    if special is None and _PLUS.search(text, max(line.start, money.start - 12), money.start):
        return None
    labelled = _labelled(text, line, money, above) or _behind_title(text, line, money)
    if special is not None and special is not Role.TOTAL:
        return special if money.sign or money.period else None
    if _NOT_PAY.search(_without_label(said)) and not labelled:
        return None
    if special is Role.TOTAL:
        return Role.TOTAL
    chip = _is_chip(text, line, kind, money)
    periodic = money.period is not None and bool(money.sign or money.thousands)
    large_chip = chip and (money.thousands or (money.low or money.high or 0) >= _LEAST)
    if not (labelled or periodic or large_chip or kind in _PAY_SECTIONS):
        return None
    if not (money.sign or money.thousands) and not (labelled or chip):
        return None
    if not money.thousands and (money.high or money.low or 0) < _LEAST and _is_small_talk(text, line, money, before):
        return None
    return _guessed(text, line) or Role.BASE


def _is_chip(text: str, line: Line, kind: SectionKind, money: Money) -> bool:
    """Whether the sum stands nearly alone on its line where pay may stand so."""
    rest = len(line.text) - (money.stop - money.start)
    ranged = money.low is not None and money.high is not None and _YEARLY <= money.low < money.high
    alone = bool(money.sign) and rest <= 1 and (money.low or 0) >= _YEARLY
    listed = kind is SectionKind.BENEFITS and (ranged or alone) and money.start - line.start <= 1
    marked = bool(money.sign) or (money.thousands and _is_plain_chip(text, line, money))
    return (kind in _OPEN_SECTIONS or listed) and marked and rest <= _CHIP_REST


def _is_small_talk(text: str, line: Line, money: Money, before: str) -> bool:
    """Whether a small sum is what "we pay 250 for it" speaks of, or a number of hours."""
    if money.period is None:
        return _VERB_ONLY.search(before) is not None and label_period(before) is None
    return not money.sign and _HOURS.search(text, line.start, line.stop) is not None


def _is_plain_chip(text: str, line: Line, money: Money) -> bool:
    """Whether thousands without a currency are pay: behind a money bag, or a line of their own."""
    marked = _MONEY_MARK.search(text, max(0, line.start - 3), money.start) is not None
    return marked or len(line.text) - (money.stop - money.start) <= 1


def _guessed(text: str, line: Line) -> Role | None:
    """Whether a line speaks of pay that a site guessed or averaged."""
    if _AVERAGE.search(text, line.start, line.stop):
        return Role.AVERAGE
    guessed = _ESTIMATED.search(text, line.start, line.stop) or _GUESSED_BELOW.match(text, line.stop)
    return Role.ESTIMATE if guessed else None


def _nearest_role(before: str, after: str) -> Role | None:
    """The role word closest to the sum in its clause; one behind it counts when it follows at once."""
    after = _CONDITION.split(after, maxsplit=1)[0]
    after = re.split(r"\s(?:y|and|und|et|en|sowie|,)\s", after)[0]
    behind = _ROLE.match(after.lstrip(" ,(")) or _ROLE.search(after[:32])
    ahead: re.Match[str] | None = None
    for closer in _ROLE.finditer(before):
        ahead = closer
    nearer: re.Match[str] | None
    if ahead is not None and behind is not None:
        nearer = ahead if len(before) - ahead.end() <= behind.start() else behind
    else:
        nearer = ahead or behind
    if nearer is None or nearer.lastgroup is None:
        return None
    base = max((match.end() for match in re.finditer(r"\b(?:base|salary|basic)\b", before, re.I)), default=-1)
    if ahead is not None and nearer is ahead and base > ahead.end():
        return None
    return Role(nearer.lastgroup)


def _labelled(text: str, line: Line, money: Money, above: Line | None) -> bool:
    head = text[max(line.start, money.start - 90) : money.start]
    if _LABEL.search(head) or re.match(
        r"\s{0,2}(?:base|basic|salary|basis|gross salary|DOE)\b", text[money.stop : money.stop + 20], re.I
    ):
        return True
    return above is not None and len(above.text) <= 60 and bool(_LABEL.search(above.text)) and len(line.text) <= 120


def _behind_title(text: str, line: Line, money: Money) -> bool:
    """Whether a yearly sum stands right behind the name of a role: "Dairy Supervisor, £31,000 to £34,000, permanent"."""
    title = _TITLE_BEFORE.search(text, max(line.start, money.start - _NEAR), money.start)
    large = bool(money.sign) and (money.low or money.high or 0) >= _YEARLY
    return large and title is not None and names_role(title["said"])


def _without_label(said: str) -> str:
    return _LABEL.sub(" ", said)
