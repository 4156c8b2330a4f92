"""What is the stated base pay? Figures, currency and period as printed; nothing converted, annualised or guessed.

What the employer states comes before a site's estimate. A "$" is a currency only when the page names exactly one
dollar currency. Masked figures ("$**,***") and "competitive" are not pay.
"""

import re

from bot.model.evidence import Found
from bot.model.posting import Salary
from bot.model.vocabulary import Period
from bot.parsing.document import Document
from bot.parsing.names.places import is_place
from bot.parsing.pay.money import Money, label_period
from bot.parsing.pay.statements import Pay, Role, pay_statements

_DOLLARS = re.compile(r"\b(USD|CAD|AUD|NZD|SGD|HKD)\b|\b(US|CA|AU|NZ|SG|HK|A|C|S)\$")
_BY_SIGN = {
    "US": "USD",
    "CA": "CAD",
    "C": "CAD",
    "AU": "AUD",
    "A": "AUD",
    "NZ": "NZD",
    "SG": "SGD",
    "S": "SGD",
    "HK": "HKD",
}
# The rule of a sum that a page states for one of several levels, beside which others contradict nothing.
OF_ONE_LEVEL = "salary.of_one_level"
_LABEL_WINDOW = 70
_LONGEST_PLACE = 30
_ELSEWHERE = frozenset(
    {"national", "inner london", "outer london", "elsewhere", "rest of country", "all other locations"}
)
_NEAR = 60
# Whose pay a sum is, right before it: one of several levels, zones or places that have sums of their own.
_OF_ONE = re.compile(
    r"\b(?:level|zone|band|tier|grade|step|stufe|niveau|nivel|schaal|entgeltgruppe|class)\s(?:[a-z]|[ivx]{1,4}|\d{1,2}[a-z]?)\b(?: \([^()\n]{2,40}\))?\s?[:(=-]?\s?$",
    re.IGNORECASE,
)
_LEGAL_MINIMUM = re.compile(
    r"collective agreement|kollektivvertrag|legal minimum|statutory|minimum wage|mindestgehalt laut|convention collective",
    re.IGNORECASE,
)


def statements_of(doc: Document) -> tuple[Found[Salary], ...]:
    """Every statement of base pay: the employer's own first, then estimates, each in page order."""
    pays = pay_statements(doc)
    base = sorted((pay for pay in pays if pay.role is Role.BASE), key=lambda pay: _is_legal_minimum(doc, pay))
    estimates = [pay for pay in pays if pay.role is Role.ESTIMATE]
    found = tuple(_found(doc, pay) for pay in (*base, *estimates))
    fuller = next((each for each in (*found[:1], *_fuller(found)) if each.value.period), None)
    return found if fuller is None else (fuller, *(each for each in found if each is not fuller))


def extract(doc: Document) -> Found[Salary] | None:
    """The stated base pay, or None."""
    found = doc.once(statements_of)
    return found[0] if found else None


def _fuller(found: tuple[Found[Salary], ...]) -> tuple[Found[Salary], ...]:
    """Statements of the same sums as the first one that name the period, where the first one does not."""
    first = found[0].value if found else Salary()
    sums = (first.min, first.max, first.estimated)
    return tuple(each for each in found[1:] if (each.value.min, each.value.max, each.value.estimated) == sums)


def _found(doc: Document, pay: Pay) -> Found[Salary]:
    money = pay.money
    period = money.period or label_period(doc.text[max(pay.start, money.start - _LABEL_WINDOW) : money.start])
    period = period or _neighbour_period(doc, pay)
    salary = Salary(
        min=money.low,
        max=money.high,
        currency=money.currency or _settled(doc, money),
        period=period,
        estimated=pay.role is Role.ESTIMATE,
    )
    of_one = _OF_ONE.search(doc.text, max(0, money.start - _LABEL_WINDOW), money.start)
    one_of_several = of_one is not None or _of_one_place(doc, money)
    return doc.found(salary, money.start, money.stop, OF_ONE_LEVEL if one_of_several else f"salary.{pay.role.value}")


def _of_one_place(doc: Document, money: Money) -> bool:
    """Whether the sum stands behind the name of a place: "London: £44,900 - £48,950"."""
    line = doc.line_at(money.start)
    label = doc.text[line.start : money.start].rstrip(" :(") if line is not None else ""
    label = re.split(r"[;|,.•]\s", label)[-1]
    return 1 < len(label) <= _LONGEST_PLACE and (is_place(label) or label.lower() in _ELSEWHERE)


def _is_legal_minimum(doc: Document, pay: Pay) -> bool:
    """Whether the sum is what law or a collective agreement asks for at least; what is really paid comes before it."""
    before = doc.text[max(0, pay.money.start - 80) : pay.money.start]
    return _LEGAL_MINIMUM.search(re.split(r"[;\n]|\.\s", before)[-1]) is not None


def _neighbour_period(doc: Document, pay: Pay) -> Period | None:
    """The period of a sum of the same size shortly before: "2,310 per month; we pay from 2,650"."""
    top = pay.money.high or pay.money.low or 0
    for other in pay_statements(doc):
        size = other.money.high or other.money.low or 0
        near = (
            0 < pay.money.start - other.money.stop < _NEAR and "\n" not in doc.text[other.money.stop : pay.money.start]
        )
        if other.role is Role.BASE and other.money.period and near and size / 3 <= top <= size * 3:
            return other.money.period
    return None


def _settled(doc: Document, money: Money) -> str | None:
    """The dollar that a bare "$" means, when the page names exactly one."""
    return doc.once(_only_dollar) if money.sign == "$" else None


def _only_dollar(doc: Document) -> str | None:
    named = {match[1] or _BY_SIGN[match[2]] for match in _DOLLARS.finditer(doc.text)}
    return named.pop() if len(named) == 1 else None
