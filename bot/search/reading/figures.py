"""How are figures read? Pay with its units, years of experience, days, and whether a posting is open."""

import re
from collections.abc import Callable
from datetime import date

from bot.model.constraints.base import Criterion
from bot.model.constraints.days import Day, Open
from bot.model.constraints.figures import Pay, Years
from bot.model.vocabulary import Period
from bot.search.reading.pieces import Piece
from bot.search.reading.refusal import Refusal
from bot.search.reading.terms import spellings, word_set
from bot.text.tokens import fold

Reading = tuple[Criterion, ...] | Refusal

_FIGURE = r"\d{1,3}(?:[., ]\d{3})+|\d{1,9}(?:[.,]\d{1,2})?"
_PAY = re.compile(
    rf"(?P<sign>[^\w\s]{{1,2}}|us\$)?\s?(?P<low>{_FIGURE})\s?(?P<lowk>k\b)?(?:\s?(?:-|–|to)\s?(?P<high>{_FIGURE})\s?(?P<highk>k\b)?)?\+?"
    r"\s?(?P<code>[a-z]{2,7}\b|[^\w\s/]{1,3})?(?:\s?(?:/|per\s|an?\s)?\s?(?P<period>[a-z.]{1,8}))?"
)
_SPAN = re.compile(r"(?P<low>\d{1,2}(?:\.5)?)(?:\s?(?:-|–|to)\s?(?P<high>\d{1,2}))?\s?\+?\s?(?:years?|yrs?|y)?")
_DAYS = re.compile(r"(?P<number>\d{1,4})\s?(?P<unit>d|w|m|y|days?|weeks?|months?|years?)")
_UNITS = {"d": 1, "w": 7, "m": 30, "y": 365}
_MOST_DAYS = 3660


def read_pay(piece: Piece) -> Reading:
    """`pay>=60k GBP/year`; with a colon or > it is the least, a range gives both ends."""
    text = fold(f"{','.join(item.text for item in piece.items)} {piece.unit}").strip()
    match = _PAY.fullmatch(text)
    currency = None if match is None else _named("currency", match["code"] or match["sign"])
    period = None if match is None else _named("period", match["period"])
    if match is None or currency == "?" or period == "?":
        return Refusal(f"`pay` does not understand “{text[:40]}”; write it like pay>=60k GBP/year")
    units = (currency, Period(period) if period else None)
    low, high = amount(match["low"], match["lowk"]), amount(match["high"], match["highk"])
    if high is not None and match["highk"] and not match["lowk"] and low is not None and low < high / 1000 * 2:
        low *= 1000
    if low is None or high is None:
        return (Pay(piece.sense not in ("<", "<="), low or 0, *units),)
    return (Pay(True, low, *units), Pay(False, high, *units))


def amount(figure: str | None, thousands: str | None) -> float | None:
    """The number that a figure with separators and perhaps a "k" means, or None.

    >>> amount("60,000", None), amount("62.5", "k"), amount("14,50", None), amount(None, None)
    (60000.0, 62500.0, 14.5, None)
    """
    if figure is None:
        return None
    plain = re.sub(r"[., ](?=\d{3}(?:\D|$))", "", figure).replace(",", ".")
    return float(plain) * (1000 if thousands else 1)


def _named(table: str, text: str | None) -> str | None:
    """The value of a spelling, None for no text, "?" for one that is not in the table."""
    said = (text or "").strip().rstrip(".") if table == "period" else (text or "").strip()
    return spellings(table).get(said, "?") if said else None


def read_years(piece: Piece) -> Reading:
    """`exp<=5`; a plain figure is the most that may be asked for, a range gives both ends."""
    text = fold(piece.items[0].text).strip() if piece.items else ""
    match = _SPAN.fullmatch(text)
    if match is None:
        return Refusal(f"`exp` takes years, such as exp<=5; “{text[:40]}” is none")
    low = float(match["low"])
    if match["high"]:
        return (Years(True, low), Years(False, float(match["high"])))
    return (Years(piece.sense in (">", ">=") or text.endswith("+"), low),)


def read_day(key: str) -> Callable[[Piece], Reading]:
    """`posted<30d`, `deadline<2w`, `posted>=2027-01-01`; with a colon it means within days, since or until a date."""

    def read(piece: Piece) -> Reading:
        text = fold(piece.items[0].text).strip() if piece.items else ""
        before = piece.sense in ("<", "<=") or (piece.sense == ":" and key == "deadline")
        if (day := _day(text)) is not None:
            late = 1 if piece.sense in ("<=", ">") or (before and piece.sense == ":") else 0
            if day.year > 9000:
                return _no_day(key, text)
            return (Day(key, before, day=date.fromordinal(day.toordinal() + late)),)
        match = _DAYS.fullmatch(text)
        days = int(match["number"]) * _UNITS[match["unit"][0]] if match else _MOST_DAYS + 1
        if days > _MOST_DAYS:
            return _no_day(key, text)
        return (Day(key, before or piece.sense == ":", days=days),)

    return read


def _no_day(key: str, text: str) -> Refusal:
    return Refusal(f"`{key}` takes days or a date, such as {key}<30d or {key}<2027-02-01; “{text[:40]}” is neither")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None


def read_open(*, closed: bool) -> Callable[[Piece], Reading]:
    """`open:yes`, `open:no`, `is:closed`."""

    def read(piece: Piece) -> Reading:
        said = fold(piece.items[0].text) if piece.items else ""
        if said in word_set("yes") | {"", "closed" if closed else "open"}:
            return (Open(closed),)
        if said in word_set("no") | {"open" if closed else "closed", "false"}:
            return (Open(not closed),)
        return Refusal(f"`{'closed' if closed else 'open'}:` takes yes or no; “{said[:40]}” is neither")

    return read
