"""Which day does a sentence name beyond doubt? Day, month by name, and year, in five languages; ISO dates; 20.04.2027.

Leaves out dates whose order is not clear (04/05/2027) and dates without a year: they cannot be compared.
"""

import re
from datetime import date

from bot.text.tokens import fold

# The beginnings of the months' names, folded: English, German, French, Dutch, Spanish.
_MONTHS = (
    ("jan", "ene"), ("feb", "fev"), ("mar", "maerz", "maart", "mrt"), ("apr", "avr", "abr"), ("may", "mai", "mei"), ("jun", "juin"), ("jul", "juil"),
    ("aug", "aou", "ago"), ("sep",), ("oct", "okt"), ("nov",), ("dec", "dez", "dic"),
)  # fmt: skip
_NAME = "|".join(sorted((name for names in _MONTHS for name in names), key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_PATTERNS = (
    re.compile(r"\b(?P<year>20\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"\b{_DAY}(?: of| de)? (?P<name>{_NAME})[a-z]*\.?,?(?: de| del)? (?P<year>20\d\d)\b"),
    re.compile(rf"\b(?P<name>{_NAME})[a-z]*\.? {_DAY},? (?P<year>20\d\d)\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>20\d\d)\b"),
)


def day_in(text: str) -> date | None:
    """The last day that a text names, or None.

    >>> day_in("Envía tu CV antes del 20 de abril de 2027."), day_in("bis zum 3. März 2027")
    (datetime.date(2027, 4, 20), datetime.date(2027, 3, 3))
    >>> day_in("by 04/05/2027"), day_in("by Friday 30 May")
    (None, None)
    """
    line = fold(text)
    found = [day for pattern in _PATTERNS for match in pattern.finditer(line) if (day := _day(match)) is not None]
    return max(found, default=None)


def _day(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    name = groups.get("name")
    month = _month(name) if name else int(groups["number"])
    try:
        return date(int(groups["year"]), month, int(groups["day"]))
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(number for number, names in enumerate(_MONTHS, 1) if name in names)
