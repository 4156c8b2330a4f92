"""How much of a benefit is offered? The first figure with a unit that a text prints: days, weeks, per cent, money."""

import re

from bot.model.posting import Amount
from bot.parsing.time.numbers import NUMBER, number

_MONEY = re.compile(
    r"(?:(?P<sign>[$£€])|(?P<code>\b(?:USD|EUR|GBP|CHF|NOK|SEK|DKK|PLN|CZK|HUF|RON|BGN|ISK|CAD|AUD|NZD|SGD|HKD|INR|JPY|CNY|KRW|ZAR|AED|MXN|BRL|COP|CLP|PHP|THB|MYR|KES|NGN|ILS|TRY|UAH|GEL)))\s?(?P<sum>\d[\d.,' ]*\d|\d)(?P<k>k\b)?(?:\s?(?P<late>USD|CAD|AUD|EUR|GBP)\b)?"
    r"|(?P<sum_first>(?<![\w.,])\d[\d.,]*)(?P<k_first>k)?\s?(?P<unit_last>EUR\b|CHF\b|GBP\b|USD\b|NOK\b|SEK\b|DKK\b|PLN\b|[Ee]uros?\b|€|£|p(?= (?:a|per) mile))"
)
_ADJECTIVES = r"(?:(?:working|paid|full|fully|business|calendar|annual|vacation|holiday|leave|extra|additional|consecutive|zusätzliche|bezahlte|freie|betaalde|vrije|extra)\s){0,3}"
_COUNT = re.compile(
    rf"(?P<number>(?<![\w.,/-])(?!an?\b)(?:{NUMBER}))\s?(?:\+\s?|-\s?)?{_ADJECTIVES}"
    r"(?P<unit>%|days?|weeks?|months?|hours?|tagen?|wochen?|monate?n?|stunden|jours?|semaines?|mois|heures"
    r"|dagen|weken|maanden|uren|días|semanas|meses|urlaubstage|vakantiedagen|verlofdagen|atv-dagen|adv-dagen|ferientage)(?!\w)",
    re.IGNORECASE,
)
_UNITS = {
    "days": "day days tag tage tagen urlaubstage ferientage jour jours dagen vakantiedagen verlofdagen atv-dagen adv-dagen días",
    "weeks": "week weeks woche wochen semaine semaines weken semanas",
    "months": "month months monat monate monaten mois maanden meses",
    "hours": "hour hours stunden heures uren",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_CURRENCIES = {"£": "GBP", "€": "EUR", "euro": "EUR", "euros": "EUR"}
_CENTS = re.compile(r"[.,]\d{1,2}$")


def read_amount(text: str) -> Amount | None:
    """The first amount in the text, or None.

    >>> read_amount("27 days annual leave"), read_amount("a week at home")
    (Amount(number=27, unit='days'), None)
    >>> read_amount("€1,200 a year for courses"), read_amount("up to 5 % match").unit
    (Amount(number=1200, unit='EUR'), '%')
    """
    count, money = _COUNT.search(text), _MONEY.search(text)
    if count and (money is None or count.start() < money.start()):
        unit = count["unit"].lower()
        return Amount(number=number(count["number"]), unit=_UNIT_OF.get(unit, unit))
    return _paid(money) if money else None


def _paid(match: re.Match[str]) -> Amount:
    figure = (match["sum"] or match["sum_first"]).replace(" ", "").replace("'", "").rstrip(".,")
    cents = _CENTS.search(figure)
    whole = re.sub(r"[.,]", "", figure[: cents.start()] if cents else figure)
    value = float(f"{whole}.{cents.group()[1:]}" if cents else whole)
    value *= 1000 if match["k"] or match["k_first"] else 1
    sign = match["late"] or match["sign"] or match["code"] or match["unit_last"]
    return Amount(number=int(value) if value == int(value) else value, unit=_CURRENCIES.get(sign.lower(), sign))
