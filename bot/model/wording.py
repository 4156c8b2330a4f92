"""How is a value said in a few plain words? The wording that answers, cards and lists share; plain text, no markup."""

from bot.model.posting import Amount, Experience, OfficeDays, Posting, Salary
from bot.model.vocabulary import DayKind

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def number(value: float) -> str:
    """The figure with thousands apart and no empty decimals.

    >>> number(48000), number(37.5), number(12.0)
    ('48,000', '37.5', '12')
    """
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")


def salary(pay: Salary) -> str:
    """The pay as stated: figures, currency and period, and whether it is an estimate.

    >>> salary(Salary(min=48000, max=72000, currency="GBP", period="year", estimated=True))
    '£48,000–72,000 a year (estimated)'
    >>> salary(Salary(max=15.5))
    'up to 15.50, currency and period not stated'
    """
    figures = _figures(pay)
    if pay.currency is not None:
        sign = _SIGNS.get(pay.currency)
        figures = _signed(figures, sign) if sign else f"{figures} {pay.currency}"
    missing = [name for name, part in (("currency", pay.currency), ("period", pay.period)) if part is None]
    if pay.period is not None:
        figures += f" {'an' if pay.period == 'hour' else 'a'} {pay.period}"
    if missing:
        figures += f", {' and '.join(missing)} not stated"
    return figures + (" (estimated)" if pay.estimated else "")


def unit(currency: str | None, period: str | None) -> str:
    """What a figure of pay counts; a part that is not stated is said to be so.

    >>> unit("EUR", "hour"), unit("AUD", None), unit(None, None)
    ('EUR an hour', 'AUD (period not stated)', '(currency and period not stated)')
    """
    said = [currency or "", f"{'an' if period == 'hour' else 'a'} {period}" if period else ""]
    missing = [name for name, part in (("currency", currency), ("period", period)) if not part]
    return " ".join(filter(None, [*said, f"({' and '.join(missing)} not stated)" if missing else ""]))


def _figures(pay: Salary) -> str:
    if pay.min is None:
        return "up to " + money(pay.max or 0)
    if pay.max is None:
        return "from " + money(pay.min)
    return money(pay.min) if pay.min == pay.max else f"{money(pay.min)}–{money(pay.max)}"


def money(value: float) -> str:
    """A sum with thousands apart, and cents in two digits where there are any.

    >>> money(48000), money(13.4), money(1867.02)
    ('48,000', '13.40', '1,867.02')
    """
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def _signed(figures: str, sign: str) -> str:
    words, _, last = figures.rpartition(" ")
    return f"{words} {sign}{last}".strip()


def office_days(days: OfficeDays) -> str:
    """How often the office is visited, as stated.

    >>> office_days(OfficeDays(days=2, per="week", kind=DayKind.REMOTE))
    '2 days a week remote'
    """
    unit = "day" if days.days == 1 else "days"
    place = "in the office" if days.kind is DayKind.OFFICE else "remote"
    return f"{number(days.days)} {unit} a {days.per} {place}"


def experience(years: Experience) -> str:
    """The years asked for.

    >>> experience(Experience(min_years=5)), experience(Experience(min_years=2, max_years=4))
    ('5+ years', '2–4 years')
    """
    if years.min_years is None:
        return f"up to {number(years.max_years or 0)} years"
    if years.max_years is None:
        return f"{number(years.min_years)}+ years"
    if years.min_years == years.max_years:
        return f"{number(years.min_years)} years"
    return f"{number(years.min_years)}–{number(years.max_years)} years"


def amount(much: Amount) -> str:
    """How much of a benefit.

    >>> amount(Amount(number=27, unit="days"))
    '27 days'
    """
    return f"{number(much.number)}{'' if much.unit == '%' else ' '}{much.unit}"


def spaced(word: str) -> str:
    """A word of the contract as people write it.

    >>> spaced("vice_president")
    'vice president'
    """
    return word.replace("_", " ")


def place(posting: Posting) -> str:
    """The places and the work mode, in the page's words, or "place not stated"."""
    places = ", ".join(found.value for found in posting.locations[:3])
    more = f" +{len(posting.locations) - 3} more" if len(posting.locations) > 3 else ""
    mode = posting.work_mode.value.value if posting.work_mode else ""
    parts = [part for part in (places + more, mode) if part]
    return " · ".join(parts) or "place not stated"
