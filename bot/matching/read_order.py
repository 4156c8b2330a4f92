"""What does a line order? The words to search for, and behind them when to tell: "rust in:london daily 8:00 berlin".

The schedule is what stands at the end, in any order: a rhythm ("at once", "daily", "mon,thu", "weekdays", "weekly"), a
time of day, a place behind the time or behind "zone", hours of rest ("quiet 22-7", "no quiet"), a last day ("until
2027-06-30"). Everything before it is the query. What is not said stays as it is in `default`.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import pairwise

from bot.errors import UserError
from bot.model.preferences import Rhythm
from bot.model.schedule import DAY_NAMES, EVERY_DAY, WEEKDAYS, WEEKEND, Quiet, Schedule
from bot.model.zones import find_zone

# Whole names only: "sunderland" and "montreal" are places.
_DAY = r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?"
_CLOCK = r"(?P<hour{0}>\d{{1,2}})(?:[:.](?P<minute{0}>\d{{2}}))?\s?(?P<half{0}>am|pm)?"
_QUIET = re.compile(
    r"(?:^|\s)(?:(?P<none>no quiet(?: hours| time)?|quiet(?: hours)? off)"
    r"|quiet(?: hours)?:?(?: from)?\s+"
    + _CLOCK.format(1)
    + r"\s?(?:-|–|to|until|till)\s?"
    + _CLOCK.format(2)
    + r")\s*$",
    re.I,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_UNTIL = re.compile(
    r"(?:^|\s)(?:until|till|ending)(?: on)?\s+(?:(?P<iso>\d{4}-\d{1,2}-\d{1,2})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?,?\s(?P<year>\d{{4}})"
    r"|(?P<never>further notice|i stop it))\s*$",
    re.I,
)
_ZONE = re.compile(r"(?:^|\s)(?:time ?)?zone:?\s+(?P<place>[^\W\d][\w/ .-]{1,40})$", re.I)
_ZONED = re.compile(
    r"(?:^|\s)(?:at\s+)?(?P<clock>"
    + _CLOCK.format("")
    + r")(?:\s+(?:in\s+)?(?P<place>[^\W\d][\w/ .-]{1,40}?)(?:\s+time)?)?\s*$",
    re.I,
)
_DAYS = rf"{_DAY}(?:\s?(?:-|–|to|,|and|&|/)\s?{_DAY})*"
_WHEN = (
    r"(?:(?P<once>at once|immediately|instantly|right away)"
    r"|(?P<daily>daily|(?:every|each) (?:day|morning))"
    r"|(?P<week>weekly|every week)"
    r"|(?P<work>(?:on |every )?(?:weekdays?|workdays?|working days?))"
    r"|(?<!\bno )(?P<end>(?:on |every )?weekends?)"
    rf"|(?:on |every |weekly (?:on )?)?(?P<days>{_DAYS}))"
)
_RHYTHM = re.compile(rf"(?:^|\s){_WHEN}\s*$", re.I)
# "9:15 mon,thu berlin": the place behind the days and not behind the time.
_PARTED = re.compile(
    rf"(?:^|\s)(?P<clock>(?:at\s+)?{_CLOCK.format('')})\s+(?P<when>{_WHEN})"
    r"\s+(?:in\s+)?(?P<place>[^\W\d][\w/ .-]{1,40})$",
    re.I,
)


# What is left of a line, and the schedule so far.
_Taken = tuple[str, Schedule]


@dataclass(frozen=True, slots=True)
class Ordered:
    """The query as typed and the schedule; `said` is whether the line said anything of a schedule."""

    words: str
    schedule: Schedule
    said: bool


def read_order(line: str, default: Schedule) -> Ordered:
    """The order of a line; raises UserError for a time of day that does not exist or a zone that is not known.

    >>> order = read_order("rust in:london mon,thu 18:30 berlin quiet 22-7", Schedule())
    >>> order.words, order.schedule.described
    ('rust in:london', 'Mon and Thu at 18:30, Berlin, quiet 22:00–07:00')
    >>> read_order("nurse leeds", Schedule()).words
    'nurse leeds'
    """
    rest, schedule, said = line.strip(), default, set[str]()
    while True:
        rest = _together(rest)
        for name, take in _PARTS.items():
            taken = take(rest, schedule) if name not in said else None
            if taken is not None:
                said.add(name)
                rest, schedule = taken
                break
        else:
            return Ordered(rest, schedule, bool(said))


def _together(line: str) -> str:
    """The line with the time and its place side by side, where days stand between them.

    >>> _together("cook 9:15 mon,thu berlin"), _together("cook 9:15 mon,thu nights")
    ('cook mon,thu 9:15 berlin', 'cook 9:15 mon,thu nights')
    """
    match = _PARTED.search(line)
    if match is None or not _looks_like_time(match) or find_zone(match["place"]) is None:
        return line
    return f"{line[: match.start()]} {match['when']} {match['clock']} {match['place']}".strip()


def _take_quiet(line: str, schedule: Schedule) -> _Taken | None:
    match = _QUIET.search(line)
    if match is None:
        return None
    quiet = None if match["none"] else Quiet(_clock(match, "1"), _clock(match, "2"))
    if quiet is not None and quiet.start == quiet.stop:
        raise UserError(f"quiet hours from {quiet.start:%H:%M} to {quiet.stop:%H:%M} have no length; say quiet 22-7")
    return _before(line, match), replace(schedule, quiet=quiet)


def _take_until(line: str, schedule: Schedule) -> _Taken | None:
    match = _UNTIL.search(line)
    return None if match is None else (_before(line, match), replace(schedule, until=_day(match)))


def _day(match: re.Match[str]) -> date | None:
    if match["never"]:
        return None
    year, month, day = (
        map(int, match["iso"].split("-"))
        if match["iso"]
        else (int(match["year"]), _MONTHS.index(match["month"].lower()) + 1, int(match["day"]))
    )
    try:
        return date(year, month, day)
    except ValueError:
        raise UserError(f"“{match.group().strip()}” is no day; write it like until 2027-06-30") from None


def _take_zone(line: str, schedule: Schedule) -> _Taken | None:
    match = _ZONE.search(line)
    return None if match is None else (_before(line, match), replace(schedule, zone=_zone(match["place"])))


def _take_time(line: str, schedule: Schedule) -> _Taken | None:
    match = _ZONED.search(line)
    if match is None or not _is_time(match, line):
        return None
    zone = _zone(match["place"]) if match["place"] else schedule.zone
    return _before(line, match), replace(schedule, at=_clock(match, ""), zone=zone)


def _take_rhythm(line: str, schedule: Schedule) -> _Taken | None:
    match = _RHYTHM.search(line)
    return None if match is None else (_before(line, match), _with_rhythm(schedule, match))


def _before(line: str, match: re.Match[str]) -> str:
    return line[: match.start()].rstrip(" ,;")


# What may stand at the end, in any order, each once.
_PARTS = {"until": _take_until, "quiet": _take_quiet, "rhythm": _take_rhythm, "zone": _take_zone, "time": _take_time}


def _is_time(match: re.Match[str], line: str) -> bool:
    """Whether the figure is a time of day and no figure of the query ("python 3", "pay>=60 GBP"): it looks like one."""
    return _looks_like_time(match) or _RHYTHM.search(line[: match.start()]) is not None


def _looks_like_time(match: re.Match[str]) -> bool:
    return bool(match["minute"] or match["half"] or re.match(r"\s?at\b", match.group(), re.I))


def _with_rhythm(schedule: Schedule, match: re.Match[str]) -> Schedule:
    if match["once"]:
        return replace(schedule, rhythm=Rhythm.AT_ONCE)
    if match["daily"]:
        return replace(schedule, rhythm=Rhythm.DAILY, days=EVERY_DAY)
    if match["work"]:
        return replace(schedule, rhythm=Rhythm.WEEKLY, days=WEEKDAYS)
    if match["end"]:
        return replace(schedule, rhythm=Rhythm.WEEKLY, days=WEEKEND)
    if match["week"]:
        return replace(schedule, rhythm=Rhythm.WEEKLY, days=(0,))
    return schedule.on_days(_named_days(match["days"].lower()))


def _named_days(words: str) -> set[int]:
    """The days of "mon, wed-fri", Monday 0; a range may go round the end of the week.

    >>> sorted(_named_days("mon, wed to fri")), sorted(_named_days("sat-mon"))
    ([0, 2, 3, 4], [0, 5, 6])
    """
    named = [(_number(match[0]), match.start(), match.end()) for match in re.finditer(_DAY, words)]
    days = {day for day, *_ in named}
    for (first, _, end), (last, start, _) in pairwise(named):
        if words[end:start].strip() in ("-", "–", "to"):
            days |= {(first + step) % 7 for step in range((last - first) % 7)}
    return days


def _number(name: str) -> int:
    return DAY_NAMES.index(name[:3].title())


def _clock(match: re.Match[str], which: str) -> time:
    hour, minute, half = (
        int(match[f"hour{which}"]),
        int(match[f"minute{which}"] or 0),
        (match[f"half{which}"] or "").lower(),
    )
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise UserError(f"“{match.group().strip()}” is no time of day; write it like 8:00 or 6pm")
    return time(hour, minute)


def _zone(place: str) -> str:
    zone = find_zone(place)
    if zone is None:
        raise UserError(
            f"I know no time zone “{place.strip()}”; name a large city near you, such as Berlin or New York"
        )
    return zone
