"""What is the stated base pay? Figures, currency and period as printed; nothing converted, annualised or guessed.

What the employer states comes before a site's estimate. A "$" is a currency only when the page names exactly one
dollar currency. Masked figures ("$**,***") and "competitive" are not pay.
"""

import re

from bot.model.evidence import Found
from bot.model.posting import Salary
from bot.parsing.document import Document
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
_LABEL_WINDOW = 70


def statements_of(doc: Document) -> tuple[Found[Salary], ...]:
    """Every statement of base pay: the employer's own first, then estimates, each in page order."""
    pays = pay_statements(doc)
    base = [pay for pay in pays if pay.role is Role.BASE]
    estimates = [pay for pay in pays if pay.role is Role.ESTIMATE]
    return tuple(_found(doc, pay) for pay in (*base, *estimates))


def extract(doc: Document) -> Found[Salary] | None:
    """The stated base pay, or None."""
    found = doc.once(statements_of)
    return found[0] if found else None


def _found(doc: Document, pay: Pay) -> Found[Salary]:
    money = pay.money
    period = money.period or label_period(doc.text[max(pay.start, money.start - _LABEL_WINDOW) : money.start])
    salary = Salary(
        min=money.low,
        max=money.high,
        currency=money.currency or _settled(doc, money),
        period=period,
        estimated=pay.role is Role.ESTIMATE,
    )
    return doc.found(salary, money.start, money.stop, f"salary.{pay.role.value}")


def _settled(doc: Document, money: Money) -> str | None:
    """The dollar that a bare "$" means, when the page names exactly one."""
    return doc.once(_only_dollar) if money.sign == "$" else None


def _only_dollar(doc: Document) -> str | None:
    named = {match[1] or _BY_SIGN[match[2]] for match in _DOLLARS.finditer(doc.text)}
    return named.pop() if len(named) == 1 else None
