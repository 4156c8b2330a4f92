"""What does a line order? The words to search for, and behind them when to tell: "rust in:london daily 8:00 berlin".

The schedule is what stands at the end: a rhythm ("at once", "daily", "mon,thu", "weekdays", "weekly"), a time of day, a
place or zone behind the time, hours of rest ("quiet 22-7"). Everything before it is the query. What is not said stays
as it is in `default`.
"""

import re
from dataclasses import dataclass, replace
from datetime import time

from bot.errors import UserError
from bot.model.preferences import Rhythm
from bot.model.schedule import DAY_NAMES, EVERY_DAY, Quiet, Schedule
from bot.model.zones import find_zone

_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_CLOCK = r"(?P<hour{0}>\d{{1,2}})(?:[:.](?P<minute{0}>\d{{2}}))?\s?(?P<half{0}>am|pm)?"
_QUIET = re.compile(
    r"\bquiet(?: hours)?:?\s+" + _CLOCK.format(1) + r"\s?(?:-|–|to|until)\s?" + _CLOCK.format(2) + r"\s*$", re.I
)
_ZONED = re.compile(
    r"(?:^|\s)(?:at\s+)?(?P<clock>"
    + _CLOCK.format("")
    + r")(?:\s+(?:in\s+)?(?P<place>[^\W\d][\w/ .-]{1,40}?)(?:\s+time)?)?\s*$",
    re.I,
)
_RHYTHM = re.compile(
    r"(?:^|\s)(?:"
    r"(?P<once>at once|immediately|instantly|right away)"
    r"|(?P<daily>daily|every day|each day)"
    r"|(?P<week>weekly|every week)"
    r"|(?P<work>(?:on )?(?:weekdays|workdays))"
    rf"|(?:on |every |weekly (?:on )?)?(?P<days>{_DAY}(?:\s?(?:,|and|&|/)\s?{_DAY})*)"
    r")\s*$",
    re.I,
)


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
    rest, schedule = line.strip(), default
    quiet = _QUIET.search(rest)
    if quiet:
        schedule = replace(schedule, quiet=Quiet(_clock(quiet, "1"), _clock(quiet, "2")))
        rest = rest[: quiet.start()].rstrip()
    timed = _ZONED.search(rest)
    if timed and _is_time(timed, rest):
        zone = _zone(timed["place"]) if timed["place"] else schedule.zone
        schedule = replace(schedule, at=_clock(timed, ""), zone=zone)
        rest = rest[: timed.start()].rstrip()
    rhythm = _RHYTHM.search(rest)
    if rhythm:
        schedule = _with_rhythm(schedule, rhythm)
        rest = rest[: rhythm.start()].rstrip()
    return Ordered(rest, schedule, bool(quiet or rhythm or schedule != default))


def _is_time(match: re.Match[str], line: str) -> bool:
    """Whether the figure is a time of day and no figure of the query ("python 3", "pay>=60 GBP"): it looks like one."""
    if match["minute"] or match["half"] or re.match(r"\s?at\b", match.group(), re.I):
        return True
    return _RHYTHM.search(line[: match.start()]) is not None


def _with_rhythm(schedule: Schedule, match: re.Match[str]) -> Schedule:
    if match["once"]:
        return replace(schedule, rhythm=Rhythm.AT_ONCE)
    if match["daily"]:
        return replace(schedule, rhythm=Rhythm.DAILY, days=EVERY_DAY)
    if match["work"]:
        return replace(schedule, rhythm=Rhythm.WEEKLY, days=(0, 1, 2, 3, 4))
    if match["week"]:
        return replace(schedule, rhythm=Rhythm.WEEKLY, days=(0,))
    named = {name[:3].title() for name in re.findall(_DAY, match["days"].lower())}
    return replace(
        schedule, rhythm=Rhythm.WEEKLY, days=tuple(place for place, name in enumerate(DAY_NAMES) if name in named)
    )


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
