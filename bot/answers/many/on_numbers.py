"""Conditions on figures: pay, years of experience, days of leave, dates. Nothing is converted, units stay apart."""

import math
from dataclasses import dataclass
from datetime import date

from bot.answers.many.condition import SILENT, Condition, Judged, Text, Verdict, judged
from bot.answers.many.corpus import Column
from bot.answers.one.silence import WAIVED, waiver
from bot.model.evidence import Found
from bot.model.posting import Benefit
from bot.model.stored import StoredPosting
from bot.model.vocabulary import BenefitKind


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit: at most or at least a figure, or the very figure; `strict` leaves the figure itself out."""

    figure: float
    upper: bool
    strict: bool = False
    exact: bool = False

    def holds(self, value: float) -> bool:
        """Whether the value keeps the limit."""
        if self.exact:
            return value == self.figure
        if self.strict and value == self.figure:
            return False
        return value <= self.figure if self.upper else value >= self.figure

    @property
    def low(self) -> float | None:
        """The least figure that keeps the limit, or None."""
        if self.upper and not self.exact:
            return None
        return math.nextafter(self.figure, math.inf) if self.strict else self.figure

    @property
    def high(self) -> float | None:
        """The greatest figure that keeps the limit, or None."""
        if not self.upper and not self.exact:
            return None
        return math.nextafter(self.figure, -math.inf) if self.strict else self.figure

    @property
    def words(self) -> str:
        """The limit as people say it."""
        if self.exact:
            return f"{self.figure:,.0f}"
        exact = (
            ("less than" if self.upper else "more than") if self.strict else ("at most" if self.upper else "at least")
        )
        return f"{exact} {self.figure:,.0f}"


def pays(bound: Bound, currency: str | None, period: str | None) -> Condition:
    """The upper end of the pay keeps the limit; another currency or period than the one named does not count."""

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.salary
        if found is None or found.value.top is None:
            return SILENT
        pay = found.value
        if currency is not None and pay.currency != currency:
            return SILENT if pay.currency is None else judged(holds=False, found=(found,))
        if period is not None and pay.period != period:
            return SILENT if pay.period is None else judged(holds=False, found=(found,))
        return judged(holds=bound.holds(float(pay.top or 0)), found=(found,))

    unit = f" {currency}" if currency else ""
    tests = [Column("pay", low=bound.low, high=bound.high)]
    tests += [Column("pay_currency", (currency,))] if currency else []
    tests += [Column("pay_period", (period,))] if period else []
    words = f"pays {bound.words}{unit}{f' {_article(period)} {period}' if period else ''}"
    return Condition(words, judge, columns=tuple(tests))


def _article(period: str) -> str:
    return "an" if period == "hour" else "a"


def asks_years(bound: Bound, text: Text) -> Condition:
    """The least experience asked for keeps the limit."""
    among = text.some(WAIVED["experience"])

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.experience
        if found is None or found.value.min_years is None:
            waived = waiver(stored, WAIVED["experience"]) if stored in among else None
            return SILENT if waived is None else Judged(Verdict.YES if bound.holds(0) else Verdict.NO, (waived,))
        return judged(holds=bound.holds(float(found.value.min_years)), found=(found,))

    columns = (Column("experience_min", low=bound.low, high=bound.high),)
    return Condition(f"asks for {bound.words} years", judge, columns=columns)


def asks_no_experience(text: Text) -> Condition:
    """The posting says that no experience is needed."""
    among = text.some(WAIVED["experience"])

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.experience
        if found is not None and found.value.min_years == 0:
            return judged(holds=True, found=(found,))
        # Looked up only where no figure tells: over very many postings the words cost more than all the rest.
        waived = waiver(stored, WAIVED["experience"]) if stored in among else None
        if waived is not None:
            return Judged(Verdict.YES, (waived,))
        return SILENT if found is None else judged(holds=False, found=(found,))

    return Condition("needs no experience", judge, columns=(Column("experience_min", low=0, high=0),))


def leave_of(stored: StoredPosting) -> Found[Benefit] | None:
    """The benefit that counts the days or weeks of annual leave, or None."""
    return next(
        (
            found
            for found in stored.posting.benefits
            if found.value.kind is BenefitKind.ANNUAL_LEAVE and found.value.offered and found.value.amount
        ),
        None,
    )


def gives_leave(bound: Bound, unit: str) -> Condition:
    """The days (or weeks) of annual leave keep the limit; leave stated in another unit does not count."""

    def judge(stored: StoredPosting) -> Judged:
        found = leave_of(stored)
        if found is None or found.value.amount is None or unit not in found.value.amount.unit:
            return SILENT
        return judged(holds=bound.holds(float(found.value.amount.number)), found=(found,))

    return Condition(f"offers {bound.words} {unit}s of leave", judge)


def dated(field: str, first: date, last: date, words: str) -> Condition:
    """The date of the field lies between two days, both included."""

    def judge(stored: StoredPosting) -> Judged:
        found: Found[str] | None = getattr(stored.posting, field)
        day = day_of(found.value) if found else None
        return SILENT if found is None or day is None else judged(holds=first <= day <= last, found=(found,))

    columns = (
        (Column(field, low=float(first.toordinal()), high=float(last.toordinal())),) if field == "deadline" else ()
    )
    return Condition(words, judge, columns=columns)


def in_month(field: str, side: str, month: int, words: str) -> Condition:
    """The date of the field lies in a month of whatever year, or before or after that month of its own year."""

    def judge(stored: StoredPosting) -> Judged:
        found: Found[str] | None = getattr(stored.posting, field)
        day = day_of(found.value) if found else None
        if found is None or day is None:
            return SILENT
        holds = {"before": day.month < month, "after": day.month > month}.get(side, day.month == month)
        return judged(holds=holds, found=(found,))

    return Condition(words, judge)


def day_of(text: str) -> date | None:
    """The day of an ISO date, or None for other words.

    >>> day_of("2027-04-30"), day_of("rolling")
    (datetime.date(2027, 4, 30), None)
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
