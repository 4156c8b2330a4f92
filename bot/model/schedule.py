"""When is a subscription due? A rhythm at a local time of day in a time zone, with hours of rest.

Times of day are wall-clock times: a daily digest at 08:00 comes once on every local day, also on the two days a year
on which the clock is changed. A time that a change of clocks skips is due when the clock has jumped past it, one that
comes twice is due the first time.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.model.preferences import Preferences, Rhythm

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
EVERY_DAY = tuple(range(7))
WEEKDAYS, WEEKEND = EVERY_DAY[:5], EVERY_DAY[5:]
_GROUPS = {EVERY_DAY: "daily", WEEKDAYS: "weekdays", WEEKEND: "weekends"}


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of rest from `start` to `stop`, wall-clock; they may reach over midnight."""

    start: time
    stop: time

    @property
    def described(self) -> str:
        """Both ends: "22:00–07:00"."""
        return f"{self.start:%H:%M}–{self.stop:%H:%M}"

    def holds(self, clock: time) -> bool:
        """Whether the time of day lies in them, the start included and the stop not.

        >>> night = Quiet(time(22), time(7))
        >>> night.holds(time(23, 30)), night.holds(time(6, 59)), night.holds(time(7))
        (True, True, False)
        """
        if self.start <= self.stop:
            return self.start <= clock < self.stop
        return clock >= self.start or clock < self.stop


@dataclass(frozen=True, slots=True)
class Schedule:
    """A rhythm in the zone with the IANA name `zone`; `days` count from Monday 0, `at` is the time of day.

    AT_ONCE has neither days nor a time; `quiet` defers what falls into it to its end. `until` is the last day on which
    anything is told, None for no end.
    """

    rhythm: Rhythm = Rhythm.DAILY
    zone: str = "UTC"
    at: time = time(8)
    days: tuple[int, ...] = EVERY_DAY
    quiet: Quiet | None = None
    until: date | None = None

    def is_over(self, moment: datetime) -> bool:
        """Whether the last day has passed at a time, by the clocks of the zone."""
        return self.until is not None and moment.astimezone(ZoneInfo(self.zone)).date() > self.until

    def next_due(self, after: datetime) -> datetime:
        """The first time later than `after` at which something is due, aware, in UTC; at once that is `after` itself.

        >>> berlin = Schedule(zone="Europe/Berlin", at=time(2, 30))
        >>> berlin.next_due(datetime(2027, 3, 28, 0, 0, tzinfo=UTC)).isoformat()
        '2027-03-28T01:30:00+00:00'
        """
        if self.rhythm is Rhythm.AT_ONCE:
            return self.past_quiet(after)
        zone = ZoneInfo(self.zone)
        day = after.astimezone(zone).date() - timedelta(days=1)
        while True:
            if day.weekday() in self.days:
                due = _instant(day, self.at, zone)
                if due > after:
                    return self.past_quiet(due)
            day += timedelta(days=1)

    def past_quiet(self, moment: datetime) -> datetime:
        """The moment itself, or the end of the hours of rest in which it falls, in UTC."""
        zone = ZoneInfo(self.zone)
        local = moment.astimezone(zone)
        if self.quiet is None or not self.quiet.holds(local.time()):
            return moment.astimezone(UTC)
        day = local.date() if local.time() < self.quiet.stop else local.date() + timedelta(days=1)
        return _instant(day, self.quiet.stop, zone)

    @classmethod
    def preferred(cls, preferences: Preferences) -> "Schedule":
        """What a chat wants where its order says nothing else."""
        days = (0,) if preferences.rhythm is Rhythm.WEEKLY else EVERY_DAY
        return cls(preferences.rhythm, preferences.zone or "UTC", days=days)

    @property
    def described(self) -> str:
        """The schedule in words: "daily at 08:00, Berlin", "Mon and Thu at 18:30, London, quiet 22:00-07:00"."""
        place = self.zone.rsplit("/", 1)[-1].replace("_", " ")
        quiet = f", quiet {self.quiet.described}" if self.quiet else ""
        until = f", until {self.until.day} {self.until:%b %Y}" if self.until else ""
        if self.rhythm is Rhythm.AT_ONCE:
            return f"at once{quiet}" + (f", {place}" if self.quiet else "") + until
        *first, last = (DAY_NAMES[day] for day in self.days)
        days = _GROUPS.get(self.days) or (f"{', '.join(first)} and {last}" if first else last)
        return f"{days} at {self.at:%H:%M}, {place}{quiet}{until}"

    def on_days(self, days: Collection[int]) -> "Schedule":
        """The same on these days of the week; all of them are daily."""
        rhythm = Rhythm.DAILY if len(days) == len(EVERY_DAY) else Rhythm.WEEKLY
        return replace(self, rhythm=rhythm, days=tuple(sorted(days)))

    @property
    def written(self) -> str:
        """The schedule as it is typed behind a search: reading it gives an equal schedule.

        >>> Schedule(Rhythm.WEEKLY, "Europe/Berlin", time(18, 30), (0, 3), Quiet(time(22), time(7))).written
        'mon,thu 18:30 Europe/Berlin quiet 22:00-07:00'
        """
        quiet = f" quiet {self.quiet.start:%H:%M}-{self.quiet.stop:%H:%M}" if self.quiet else ""
        until = f" until {self.until.isoformat()}" if self.until else ""
        if self.rhythm is Rhythm.AT_ONCE:
            zone = f" zone {self.zone}" if quiet or until else ""
            return f"at once{zone}{quiet}{until}"
        days = _GROUPS.get(self.days) or ",".join(DAY_NAMES[day] for day in self.days).lower()
        return f"{days} {self.at:%H:%M} {self.zone}{quiet}{until}"


def _instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The wall-clock time on a day, in UTC; one that is skipped counts as if the clock had not jumped yet."""
    return datetime.combine(day, clock, zone).astimezone(UTC)
