"""When was it posted, when does it close, is it open? Days against days; relative ones are resolved at the search."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.model.constraints.base import SILENT, Judged, Subject, Verdict
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Closed

_TOPICS = {"posted": "day of publication", "deadline": "deadline"}
_SIZES = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365}
_AGO = re.compile(r"(?P<number>\d{1,3}|an?|one|two|three)\+?\s?(?P<unit>hour|day|week|month|year)s? ago", re.IGNORECASE)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_NAMED = {"today": 0, "just now": 0, "just posted": 0, "yesterday": 1}


@dataclass(frozen=True, slots=True)
class Day:
    """The day behind `key` ("posted" or "deadline") lies within, or beyond, a number of days or a date.

    `posted<30d` is at most 30 days ago and `deadline<14d` at most 14 days ahead and not past; with a date, < is before
    it and >= is on it or later. Exactly one of `days` and `day` is set.
    """

    key: str
    before: bool
    days: int | None = None
    day: date | None = None

    silence_passes = True

    @property
    def topic(self) -> str:
        """What a silent posting does not state."""
        return _TOPICS[self.key]

    @property
    def written(self) -> str:
        """The line keeps a relative day relative: posted<30d, deadline<2027-02-01."""
        if self.day:
            return f"{self.key}{'<' if self.before else '>='}{self.day.isoformat()}"
        return f"{self.key}{'<' if self.before else '>'}{self.days}d"

    def described(self, *, excluded: bool) -> str:
        """The words of a sentence: posted in the last 30 days, closes before 2027-02-01."""
        verb = "posted" if self.key == "posted" else "closes"
        if self.day:
            words = f"{verb} {'before' if self.before else 'on or after'} {self.day.isoformat()}"
        elif self.key == "posted":
            words = f"posted {'in the last' if self.before else 'more than'} {self.days} days"
            words += "" if self.before else " ago"
        else:
            words = f"closes {'within' if self.before else 'in more than'} {self.days} days"
        return f"not {words}" if excluded else words

    def window(self, today: date) -> tuple[date, date]:
        """The first and the last day that match, both included."""
        if self.day is not None:
            return (date.min, self.day - timedelta(days=1)) if self.before else (self.day, date.max)
        span = timedelta(days=self.days or 0)
        if self.key == "posted":
            first = max(today.toordinal() - span.days, 1)
            return (
                (date.fromordinal(first), date.max) if self.before else (date.min, date.fromordinal(max(first - 1, 1)))
            )
        last = date.fromordinal(min(today.toordinal() + span.days, date.max.toordinal() - 1))
        return (today, last) if self.before else (last + timedelta(days=1), date.max)

    def judge(self, subject: Subject) -> Judged:
        """Silent where the page gives no day, or words that leave it open."""
        found = getattr(subject.stored.posting, self.key)
        stated = stated_day(subject.stored, self.key)
        if stated is None:
            return SILENT
        first, last = self.window(subject.today)
        verdict = Verdict.YES if first <= stated <= last else Verdict.NO
        return Judged(verdict, stated.isoformat(), found.evidence[:1])


@dataclass(frozen=True, slots=True)
class Open:
    """The posting is not closed and its deadline not past; with `closed`: the page says that it is closed."""

    closed: bool

    topic = "whether it is closed"

    @property
    def key(self) -> str:
        """The key that asks for it."""
        return "closed" if self.closed else "open"

    @property
    def silence_passes(self) -> bool:
        """What is not said to be closed counts as open."""
        return not self.closed

    @property
    def written(self) -> str:
        """The key with yes: open:yes."""
        return f"{self.key}:yes"

    def described(self, *, excluded: bool) -> str:
        """The words of a sentence."""
        return "closed" if self.closed is not excluded else "not closed"

    def judge(self, subject: Subject) -> Judged:
        """A page that says nothing of being closed is open; "may be closed" is silence."""
        posting = subject.stored.posting
        if posting.closed is not None and posting.closed.value is Closed.YES:
            return Judged(Verdict.YES if self.closed else Verdict.NO, "closed", posting.closed.evidence[:1])
        if posting.closed is not None:
            return SILENT
        deadline = stated_day(subject.stored, "deadline")
        if not self.closed and posting.deadline and deadline is not None and deadline < subject.today:
            return Judged(Verdict.NO, f"deadline {deadline.isoformat()}", posting.deadline.evidence[:1])
        return Judged(Verdict.NO if self.closed else Verdict.YES)


def stated_day(stored: StoredPosting, field: str) -> date | None:
    """The day that the field states, "3 days ago" counted from when the posting was received; None where it is open.

    A month counts as 30 days, since the page says no more.
    """
    found = getattr(stored.posting, field)
    if found is None:
        return None
    try:
        return date.fromisoformat(found.value[:10])
    except ValueError:
        ago = days_ago(found.value)
        return None if ago is None else stored.received.date() - timedelta(days=ago)


def days_ago(words: str) -> int | None:
    """How many days back the words point, or None.

    >>> days_ago("3 days ago"), days_ago("a month ago"), days_ago("Yesterday"), days_ago("rolling")
    (3, 30, 1, None)
    """
    low = words.strip().lower()
    if low in _NAMED:
        return _NAMED[low]
    match = _AGO.search(low)
    if match is None:
        return None
    number = _NUMBERS.get(match["number"]) or int(match["number"])
    return number * _SIZES[match["unit"]]
