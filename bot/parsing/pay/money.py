"""Which sums of money stand in a line? Figures with their currency, period and bounds, as printed.

Leaves out whether a sum is pay: `bot.parsing.pay.salary` decides that by its surroundings. Currency codes are those of
ISO 4217; a sign that several countries share ("$", "kr") gives no code by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.model.vocabulary import Period
from bot.text.pattern import Pattern

_CODES = (
    "USD|EUR|GBP|CHF|CAD|AUD|NZD|SGD|HKD|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|ZAR|BRL|MXN|AED|SAR|QAR|ILS|TRY"
    "|PHP|MYR|THB|IDR|KRW|TWD|VND|NGN|KES|EGP|ARS|CLP|COP|PEN|UAH|RUB|ISK|HRK|RSD|PKR|BDT|LKR"
)
_SIGNS = {
    "us$": "USD", "usd$": "USD", "u$s": "USD", "ca$": "CAD", "c$": "CAD", "cad$": "CAD", "a$": "AUD", "au$": "AUD",
    "aud$": "AUD", "nz$": "NZD", "s$": "SGD", "sg$": "SGD", "hk$": "HKD", "r$": "BRL", "mx$": "MXN", "nt$": "TWD",
    "£": "GBP", "€": "EUR", "₹": "INR", "¥": None, "₪": "ILS", "₺": "TRY", "₱": "PHP", "₩": "KRW", "₦": "NGN",
    "₴": "UAH", "₽": "RUB", "zł": "PLN", "zl": "PLN", "kč": "CZK", "ft": "HUF", "kr": None, "kr.": None, "$": None,
    "rs": None, "rs.": None, "rm": "MYR", "fr.": "CHF", "sfr.": "CHF", "lei": "RON", "dh": "AED",
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "pounds": "GBP", "pound sterling": "GBP", "sterling": "GBP",
    "dollars": None, "us dollars": "USD", "francs": None, "rupees": None, "złotych": "PLN", "kronor": "SEK",
    "lpa": "INR", "r": "ZAR",
}  # fmt: skip
_BEFORE = (
    rf"(?:(?:\b|(?<=[a-z]))(?:{_CODES})(?![A-Za-z]) ?(?:\$|€|£)?|\bR(?=\s?\d{{1,3}}[ ,.]?\d{{3}}\b)|\b(?:US|USD|CA|C|CAD|AU|A|AUD|NZ|S|SG|HK|R|MX|NT)\$|[$£€₹¥₪₺₱₩₦₴₽]"
    r"|\b(?:zł|zl|[Kk]r\.?|Rs\.?|RM|S?Fr\.|Ft|[Ee]uros?|EUROS?)(?=\s?\d))"
)
_AFTER = (
    rf"(?:(?<![A-Za-z])(?:{_CODES})\b|US\$|[$£€₹₪₺₱₽]|\b(?:[Ee]uros?|EUROS?|pounds? sterling|pounds|sterling|US dollars|dollars"
    r"|rupees|francs|złotych|kronor)\b|(?:zł|kč|Kč|kr\.?|Ft|lei)(?!\w))"
)
_FIGURE = r"\d{1,3}(?:(?:[.,' ]\d{3}){1,3}(?!\d)|(?:,\d{2}){1,2},\d{3}(?!\d))(?:[.,]\d{1,2}(?!\d))?|\d{1,9}(?:[.,]\d{1,2}(?!\d))?"
_ROUND = r"(?:,-{1,2}(?!\s?\d))?"  # "2.300,- Euro"
_THOUSAND = r"(?:\s?(?:[kK]|thousand|Tsd\.?|mil(?=\s(?:euros|pesos)))(?![\w&]))"
_LAKH = r"(?:\s?(?:[Ll]akhs?|[Ll]acs?|LPA|L)(?!\w))"
_SUM = rf"(?:{_BEFORE}\s?)?(?:{_FIGURE})(?:{_THOUSAND}|{_LAKH})?(?:\s?{_AFTER})?"
_TO = r"\s?(?:to\s?-|-|to|til|do|au|al|bis|tot|hasta|à|and|und|et|y|en|a|~)\s?"

_MONEY = Pattern(
    rf"(?:(?P<cur1>{_BEFORE})\s?|(?<![\w.,]))(?P<low>{_FIGURE}){_ROUND}(?P<k1>{_THOUSAND})?(?P<l1>{_LAKH})?(?P<m1>M(?=\s?-\s?[\d.,]{{1,6}}M\b))?(?:\s?(?P<cur2>{_AFTER}))?"
    rf"(?P<unit1>(?:\s(?:brut|brutto|gross|net))?\s?(?:/|per|pro|par|an?)\s?(?:hour|hr|day|week|wk|month|mo|year|yr|annum|monat|mois|stunde|heure)\b)?"
    rf"(?:{_TO}(?:(?:SCP|MPS|UPS|MPR|UPR|[Ss]pine [Pp]oint|[Pp]oint|[Ll]evel|[Gg]rade|[Bb]and|[Ss]cale)\s?\d{{1,2}}\s?[-:,]\s?)?(?P<cur3>{_BEFORE})?\s?(?P<high>{_FIGURE}){_ROUND}(?P<k2>{_THOUSAND})?(?P<l2>{_LAKH})?(?:\s?(?P<cur4>{_AFTER}))?)?"
    r"(?P<more>\s?(?:m|mn|mln|mm|bn|b|M|B|MM|million|billion|milliard|Mio|Mrd|Millionen|Milliarden|millions?|miljoen|millones)\b)?"
    rf"(?P<plus>\+)?(?:(?<=\+)\s?(?P<cur5>{_AFTER}))?"
)
# "401k" is a pension plan and no sum.
_PENSION = re.compile(r"40[13]\s?\(?[kKbB]\b")
# Currencies in which pay itself is counted in millions.
_SMALL_UNITS = frozenset({"COP", "CLP", "ARS", "IDR", "VND", "KRW", "PYG", "NGN"})
_PERIODS = {
    Period.HOUR: r"hour(?:ly)?|hrs?|h|std|stunde|std|stündlich|heure|horaire|uur|hora",
    Period.DAY: r"day|daily|diem|tag|täglich|jour|dag|día|dia",
    Period.WEEK: r"week(?:ly)?|wk|pw|woche|wöchentlich|semaine|semana",
    Period.MONTH: r"month(?:ly)?|mth|mo|calendar month|monat|monatlich|mois|mensuel(?:le)?|maand|måned|månad|mese|mês|mes|mensual(?:es)?",
    Period.YEAR: r"year(?:ly)?|yr|annum|annual(?:ly|ized)?|jahr|jährlich|an(?:née)?|annuel(?:le)?s?|jaar|año|anual(?:es)?",
}
# "SCP 5 - £19,650": the number of a point on a scale is no sum.
_POINT = re.compile(
    r"\b(?:band|grade|scp|mps|ups|mpr|upr|main|upper|qts|scale|level|points?|spine|step|njc|afc|tier|schedule|group|class|stufe|EG|E)\s?$",
    re.IGNORECASE,
)
# A scale in full: "€35,434 - €36,883 - €38,410", of which the first and the last count.
_STEPS = re.compile(rf"(?:\s?[-,;]\s?{_BEFORE}\s?(?P<last>{_FIGURE})(?![\w%]))+")
_PER = r"(?:per|/|an?|each|every|the|pro|im|je|die|der|par|de l'|l'|la|al?|por|p\.)\s?"
_STATUS = (
    r"(?:\s?[,(/]?\s?(?:gross|net|brutto|netto|bruts?|bruto|brutos|plus|b\.a\.|base|basic|est\.?|total|ctc)\b\.?\)?,?)?"
)
_AFTER_PERIOD = re.compile(
    _STATUS
    + r"\s?[,(]?\s?(?:"
    + "|".join(f"(?P<{period.value}>{_PER}(?:{words})(?:\\b|(?=(?-i:[A-Z][a-z])))" + (
        r"|p\.?\s?a\.?(?!\w)|annually\b|p/a\b|yearly\b|annual\b|annuels?\b|jährlich\b|pa\b|anual(?:es)?\b" if period is Period.YEAR else
        r"|pcm\b|p\.?\s?m\.?(?=\W|$)(?!\s?-)|monthly\b|monatlich\b|p/m\b|mensuels?\b|mensual(?:es)?\b" if period is Period.MONTH else
        r"|hourly\b|p/h\b|hr\b|p\.?h\.?(?!\w)|ph\b" if period is Period.HOUR else
        r"|daily\b|p\.?d\.?(?!\w)" if period is Period.DAY else r"|weekly\b|pw\b|p\.?w\.?(?!\w)"
    ) + ")" for period, words in _PERIODS.items())
    + r")",
    re.IGNORECASE,
)  # fmt: skip
_LABEL_PERIOD = re.compile(
    r"(?P<hour>hourly|per hour|stundenlohn|horaire|uurloon|per uur)|(?P<day>day rate|daily rate|tagessatz|tjm|dagtarief)"
    r"|(?P<week>weekly|wochenlohn)|(?P<month>monthly|monatsgehalt|per month|maandsalaris|mensuel|salario mensual)"
    r"|(?P<year>annual|yearly|per annum|per year|jahresgehalt|jahresbrutto|annuel|jaarsalaris|anual|base salary per year)",
    re.IGNORECASE,
)
_PAYMENTS = re.compile(
    r"\b\d{1,2} (?:times|payments|instal?ments|mal|fois|pagas)(?: (?:per|a|im|par|al) (?:year|annum|jahr|an|año))?",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:\bfrom|\bstart(?:ing|s) (?:at|from)|\bmindestens|\bmindest(?:gehalt|lohn|entgelt)(?: (?:beträgt|von))?(?: laut [\w-]{2,20})?|\bminimum (?:salary|pay)(?: is| of)?|\bat least|\bab|\bà partir de|\bdès|\bvanaf|\bdesde|\bminimum|\bmin\.?)\s*:?\s*$",
    re.I,
)
_MINIMUM_BEHIND = re.compile(r"\s?\(?(?:minimum|min\.|and up|and above|or more|upwards|mindestens|minimum)\b\)?", re.I)
_UP_TO = re.compile(
    r"(?:\bup to|\bto|\bmax(?:imum)?\.?(?: of)?|\bbis(?: zu)?|\bjusqu'à|\btot|\bhasta|\bas much as)\s*:?\s*$", re.I
)


LAKHS = "LPA"  # "lakhs per annum" says by itself that a sum is pay
_SIGNS_OF_MONEY = ("cur1", "cur2", "cur3", "cur4", "cur5", "k1", "k2", "unit1")
_PAY_LABEL = re.compile(
    r"\b(?:salary|pay|compensation|gehalt|vergütung|salaire|salaris|salario)(?: range)?\s?:\s?$", re.IGNORECASE
)
_LONGEST_LABEL = 24
_LEAST_BARE = 1000
_BEFORE_SUM = 48  # code points before a sum in which it is said to be the least or the most
_NEAR = 48  # code points behind a sum in which its period stands


@dataclass(frozen=True, slots=True)
class Money:
    """A sum or a range at `start <= i < stop` of the cleaned text, in major units; parts not printed are None.

    `sign` is the currency as printed ("" when there is none); `large` is set for millions and more.
    """

    start: int
    stop: int
    low: float | int | None
    high: float | int | None
    currency: str | None
    sign: str
    period: Period | None
    large: bool
    thousands: bool


def sums(text: str, folded: str, start: int, stop: int) -> Iterator[Money]:
    """Every sum of money in `text[start:stop]` that shows a sign, a code, a "k" or a period, from left to right.

    `folded` is the text as `in_one_form` makes it.

    >>> [(m.low, m.high, m.currency, m.period) for m in sums("£45k - 55k p.a.", "£45k - 55k p.a.", 0, 15)]
    [(45000, 55000, 'GBP', <Period.YEAR: 'year'>)]
    >>> [(m.low, m.high, m.currency) for m in sums("up to 4.500,50 EUR", "up to 4.500,50 eur", 0, 18)]
    [(None, 4500.5, 'EUR')]
    >>> list(sums("no figures", "no figures", 0, 10))
    []
    """
    done = start
    for match in _MONEY.matches(text, folded, start, stop):
        if match.start() < done:
            continue
        if (
            match["high"]
            and not match["cur1"]
            and _POINT.search(text, max(start, match.start() - _LONGEST_LABEL), match.start())
        ):
            match = match.re.match(text, match.start("cur3") if match["cur3"] else match.start("high"), stop) or match
        if _PENSION.match(text, match.start("low")):
            continue
        if (
            any(match.group(*_SIGNS_OF_MONEY))
            or LAKHS in (match["l1"] or match["l2"] or "")
            or _is_labelled(text, match, start)
            or _AFTER_PERIOD.match(text, match.end(), min(stop, match.end() + _NEAR))
        ):
            money = _money(text, match, start, stop)
            steps = _STEPS.match(text, match.end(), stop) if match["high"] else None
            if steps:
                done = steps.end()
                period, end = _period_after(text, done, stop)
                money = replace(money, stop=end, high=figure(steps["last"]), period=period or money.period)
            yield money


def _is_labelled(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a bare figure stands behind a label of pay and is large enough to be some: "Salary: 75000-110000"."""
    label = _PAY_LABEL.search(text, max(start, match.start() - _LONGEST_LABEL), match.start())
    return label is not None and figure(match["low"]) >= _LEAST_BARE


def _money(text: str, match: re.Match[str], start: int, stop: int) -> Money:
    signs = [sign for sign in (match["cur1"], match["cur2"], match["cur3"], match["cur4"], match["cur5"]) if sign]
    low: float | int | None
    high: float | int | None
    low, high = _bounds(match)
    end = match.end()
    if match["unit1"] and not match["high"]:
        end = match.start("unit1")
    begin = match.start("cur1") if match["cur1"] else match.start("low")
    period, period_stop = _period_after(text, end, stop)
    if period is None and match["unit1"]:
        period, period_stop = _period_after(text, match.start("unit1"), stop)[0], end
    before = text[max(start, begin - _BEFORE_SUM) : begin]
    if match["high"] is None:
        least = bool(match["plus"]) or _MINIMUM_BEHIND.match(text, max(period_stop, end), stop) is not None
        low, high, begin = _one_sided(low, before, begin, plus=least)
    sign = signs[0].strip() if signs else ""
    currency = next((code for code in map(_code, signs) if code), None)
    if "LPA" in (match["l1"] or match["l2"] or "").upper():
        currency, sign, period = currency or "INR", sign or LAKHS, period or Period.YEAR
    return Money(
        begin,
        max(period_stop, end),
        low,
        high,
        currency,
        sign,
        period,
        bool(match["more"]) and not (match["m1"] and currency in _SMALL_UNITS),
        bool(match["k1"] or match["k2"]),
    )


def _bounds(match: re.Match[str]) -> tuple[float | int, float | int]:
    low = figure(match["low"])
    high = figure(match["high"]) if match["high"] else low
    if match["k2"] or match["k1"]:
        high = _times(high, 1000) if match["k2"] or not match["high"] else high
        # "120-150k" means that both are thousands; "800-1.2k" does not.
        low = _times(low, 1000) if match["k1"] or (match["k2"] and low < 1000 and low <= high / 1000) else low
        high = _times(high, 1000) if match["k1"] and match["high"] and not match["k2"] and high < 1000 else high
    elif match["high"] and low < 1000 <= high / 10 and low <= high / 1000:
        # "$150-$175,000" leaves the thousands of the first figure to the reader.
        low = _times(low, 1000)
    if match["l1"] or match["l2"]:
        low, high = _times(low, 100_000), _times(high, 100_000)
    if match["m1"]:
        low, high = _times(low, 1_000_000), _times(high, 1_000_000)
    return low, high


def _times(value: float, factor: int) -> float | int:
    product = round(value * factor, 2)
    return int(product) if product == int(product) else product


def _one_sided(
    value: float | int, before: str, begin: int, *, plus: bool
) -> tuple[float | int | None, float | int | None, int]:
    lower = _FROM.search(before)
    if lower:
        return value, None, begin - len(before) + lower.start()
    upper = _UP_TO.search(before)
    if upper:
        return None, value, begin - len(before) + upper.start()
    return value, None if plus else value, begin


def figure(written: str) -> float | int:
    """The number that a figure with separators means; the last separator before one or two digits is the decimal one.

    >>> figure("48.000"), figure("1'250.50"), figure("12,5"), figure("4 000"), figure("12,00,000")
    (48000, 1250.5, 12.5, 4000, 1200000)
    """
    plain = written.replace(" ", "").replace("'", "")
    decimal = re.search(r"[.,](\d{1,2})$", plain)
    if decimal and not re.search(r"^\d{1,3}(?:,\d{2})+,\d{3}$", plain):
        value = float(re.sub(r"[.,]", "", plain[: decimal.start()]) + "." + decimal[1])
        return int(value) if value == int(value) else value
    return int(re.sub(r"[.,]", "", plain))


def _code(sign: str) -> str | None:
    plain = sign.strip().lower().rstrip()
    head = plain[:3].upper()
    if re.fullmatch(_CODES, head):
        return head
    return _SIGNS.get(plain)


def _period_after(text: str, end: int, stop: int) -> tuple[Period | None, int]:
    match = _AFTER_PERIOD.match(text, end, min(stop, end + _NEAR))
    if match is None or match.lastgroup is None:
        return None, end
    return Period(match.lastgroup), match.end()


def label_period(label: str) -> Period | None:
    """The period that the words before a sum name, or None.

    >>> label_period("Hourly rate:"), label_period("Salary:")
    (<Period.HOUR: 'hour'>, None)
    """
    found = {Period(match.lastgroup) for match in _LABEL_PERIOD.finditer(_PAYMENTS.sub("", label)) if match.lastgroup}
    return found.pop() if len(found) == 1 else None
