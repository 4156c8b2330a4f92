"""Which figures does a question name as limits? Money, years of experience, days of leave, months of a date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answers.many.condition import Condition, Text
from bot.answers.many.measured import keeps
from bot.answers.many.on_numbers import Bound, asks_no_experience, asks_years, dated, gives_leave, in_month, pays

_LIMIT = r"(?P<limit>over|above|more than|longer than|bigger than|larger than|at least|under|below|less than|fewer than|shorter than|smaller than|up to|at most|no more than|>=?|<=?|min(?:imum)?|max(?:imum)?)"
_MONEY = re.compile(
    _LIMIT
    + r"\s?(?P<sign>[£$€])?\s?(?P<figure>\d[\d.,]*)(?:\s?(?P<thousand>k)\b)?(?P<plus>\+)?(?!\d)(?:\s?(?P<unit>[£$€]|eur|gbp|usd|euros?|pounds|dollars|chf|nok))?(?:\s(?:an?|per)\s(?P<period>hour|day|week|month|year))?"
)
_YEARS = re.compile(
    rf"(?:{_LIMIT}\s)?(?P<figure>\d{{1,2}}|one|two|three|four|five|ten)\+? (?:years|year|jahre|ans|jaar|anos)\b"
)
_LEAVE = re.compile(
    rf"(?:{_LIMIT}\s)?(?P<figure>\d{{1,2}})\+? (?P<unit>day|week)s? (?:of )?(?:paid )?(?:annual )?(?:holidays?|leave|vacation|off|pto|time off)"
)
_NO_EXPERIENCE = re.compile(
    r"\b(?:no|without|don't i need|don't need|don't require|don't ask|not need|zero|not require)\b[^?]{0,16}\bexperience\b|\bexperience\b[^?]{0,8}\bnot (?:needed|required)\b"
    r"|\b(?:take|accept|for|suit\w*|hire|welcome)\b[^?]{0,12}\b(?:beginners?|newbies|starters|novices)\b|\bmy first job\b|\bfirst jobs?$"
)
_MONTHS = "january february march april may june july august september october november december".split()
_DATE = re.compile(
    rf"\b(?P<side>before|by|after|in|until|from|during)\s(?P<day>\d{{1,2}}(?:st|nd|rd|th)?\s)?(?P<month>{'|'.join(_MONTHS)})(?:\s(?P<year>20\d\d))?\b"
)
_MEASURED = re.compile(
    rf"(?:{_LIMIT}\s)?(?P<figure>\d+(?:\.\d+)?)\+?[\s-](?P<unit>hours?|months?|weeks?|employees|people|staff|colleagues)\b"
)
_TOPICS = {"hour": "hours", "month": "duration", "week": "duration"}
_MINE = re.compile(r"\b(?:i have|i've|i got|i only|with only|for someone with|having)\b")
_CURRENCIES = {
    "£": "GBP", "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "gbp": "GBP", "pounds": "GBP", "usd": "USD",
    "chf": "CHF", "nok": "NOK",
}  # fmt: skip
_UPPER = frozenset(
    {
        "under",
        "below",
        "less than",
        "fewer than",
        "up to",
        "at most",
        "no more than",
        "<",
        "<=",
        "max",
        "maximum",
        "shorter than",
        "smaller than",
    }
)
_STRICT = frozenset(
    {
        "over",
        "above",
        "more than",
        "under",
        "below",
        "less than",
        "fewer than",
        ">",
        "<",
        "longer than",
        "bigger than",
        "larger than",
        "shorter than",
        "smaller than",
    }
)
_OF_YEARS = r"\b(?:years|experience)\b"
_MOST_YEARS = 40
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_DATED = (("starts", r"\bstart|\bbegin"), ("deadline", r"\bclos|\bdeadline|\bexpire|\bapply|\bdue|\bend\b|\bends\b"))
_SIDES = {"before": "before", "by": "before", "until": "before", "after": "after", "from": "after"}
# A date without a year is read in each of these years.
_THIS_CENTURY = (date(2000, 1, 1), date(2099, 12, 31))


@dataclass(frozen=True, slots=True)
class Figure:
    """A condition on a figure, and where in the line it is named."""

    condition: Condition
    start: int
    stop: int


def figures(line: str, text: Text) -> Iterator[Figure]:
    """Every limit that the folded line names.

    >>> [figure.condition.words for figure in figures("which pay over 60k and ask for at most 5 years", Text())]
    ['asks for at most 5 years', 'pays more than 60,000']
    """
    taken: list[tuple[int, int]] = []
    for pattern, read in (
        (_NO_EXPERIENCE, _none),
        (_LEAVE, _leave),
        (_YEARS, _years),
        (_MEASURED, _kept),
        (_DATE, _dated),
        (_MONEY, _money),
    ):
        for match in pattern.finditer(line):
            condition = (
                None
                if any(match.start() < stop and start < match.end() for start, stop in taken)
                else read(match, line, text)
            )
            if condition is not None:
                taken.append(match.span())
                yield Figure(condition, *match.span())


def _bound(match: re.Match[str], figure: float, *, upper: bool) -> Bound:
    limit = match["limit"] or ""
    return Bound(figure, upper=limit in _UPPER if limit else upper, strict=limit in _STRICT)


def _none(match: re.Match[str], line: str, text: Text) -> Condition:
    return asks_no_experience(text)


def _leave(match: re.Match[str], line: str, text: Text) -> Condition:
    return gives_leave(_bound(match, float(match["figure"]), upper=False), match["unit"])


def _years(match: re.Match[str], line: str, text: Text) -> Condition | None:
    figure = float(_NUMBERS.get(match["figure"]) or match["figure"])
    if match["limit"] or _MINE.search(line):
        return asks_years(_bound(match, figure, upper=True), text)
    least = "+" in match.group() or "or more" in line
    return asks_years(Bound(figure, upper=False, exact=not least), text)


def _kept(match: re.Match[str], line: str, text: Text) -> Condition | None:
    topic = _TOPICS.get(match["unit"].rstrip("s"), "company_size")
    figure = float(match["figure"])
    if topic == "hours" and re.search(r"\bper hour\b|\ban hour\b", line):
        return None
    unit = match["unit"].rstrip("s") + "s" if topic != "company_size" else "people"
    bound = _bound(match, figure, upper=False) if match["limit"] else Bound(figure, upper=False, exact=True)
    return keeps(topic, bound, unit)


def _money(match: re.Match[str], line: str, text: Text) -> Condition | None:
    figure = float(_digits(match["figure"])) * (1000 if match["thousand"] else 1)
    if figure < _MOST_YEARS and not match["sign"] and not match["thousand"] and re.search(_OF_YEARS, line):
        return asks_years(_bound(match, figure, upper=True), text)
    money = (
        match["sign"]
        or match["thousand"]
        or match["unit"]
        or figure >= 100
        or re.search(r"\bpay|\bsalary|\bhourly|\ban hour", line)
    )
    if not money or re.match(r"\s?(?:years|days|hours|weeks|%|people|employees)", line[match.end() :]):
        return None
    currency = _CURRENCIES.get(match["sign"] or match["unit"] or "")
    return pays(_bound(match, figure, upper=False), currency, match["period"])


def _dated(match: re.Match[str], line: str, text: Text) -> Condition | None:
    field = next((name for name, pattern in _DATED if re.search(pattern, line)), "")
    if not field:
        return None
    verb = "starts" if field == "starts" else "closes"
    month, side = _MONTHS.index(match["month"]) + 1, _SIDES.get(match["side"], "in")
    if not match["year"]:
        return None if match["day"] else in_month(field, side, month, f"{verb} {side} {match['month'].title()}")
    year = int(match["year"])
    first = date(year, month, int(re.sub(r"\D", "", match["day"])) if match["day"] else 1)
    last = first if match["day"] else date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    if match["side"] in ("by", "until"):
        return dated(field, _THIS_CENTURY[0], last, f"{verb} by {last.isoformat()}")
    if match["side"] == "from":
        return dated(field, first, _THIS_CENTURY[1], f"{verb} from {first.isoformat()} on")
    if side == "before":
        return dated(field, _THIS_CENTURY[0], first - timedelta(days=1), f"{verb} before {first.isoformat()}")
    if side == "after":
        return dated(field, last + timedelta(days=1), _THIS_CENTURY[1], f"{verb} after {last.isoformat()}")
    return dated(field, first, last, f"{verb} between {first.isoformat()} and {last.isoformat()}")


def _digits(figure: str) -> str:
    return re.sub(r"[.,](?=\d{3}\b)", "", figure.rstrip(".,")).replace(",", ".")
