"""Is a figure of the posting large or small enough? Pay and years of experience, as printed, nothing converted."""

from dataclasses import dataclass

from bot.model.constraints.base import SILENT, Judged, Subject, Verdict
from bot.model.posting import Salary
from bot.model.vocabulary import Period
from bot.model.wording import experience, number


@dataclass(frozen=True, slots=True)
class Pay:
    """The top of the stated pay is at least (or at most) `amount`.

    Another currency or period than the one asked for is a no. One that is not printed cannot be compared: where the
    figures hold, the posting is silent. One that was not asked for may be any; nothing is converted.
    """

    at_least: bool
    amount: float
    currency: str | None = None
    period: Period | None = None

    key = "pay"
    topic = "pay"
    silence_passes = True

    @property
    def written(self) -> str:
        """The figure with its units: pay>=60k GBP/year."""
        figure = f"pay{'>=' if self.at_least else '<='}{_plain(self.amount)}"
        currency = f" {self.currency}" if self.currency else ""
        return f"{figure}{currency}{f'/{self.period.value}' if self.period else ''}"

    def described(self, *, excluded: bool) -> str:
        """The words of a sentence: pays at least 60,000 GBP a year; what was not asked for is named as any."""
        words = f"pays {'at least' if self.at_least else 'at most'} {number(self.amount)}"
        words += f" {self.currency}" if self.currency else " in any currency"
        if self.period:
            words += f" {'an' if self.period is Period.HOUR else 'a'} {self.period.value}"
        return f"not {words}" if excluded else words

    def judge(self, subject: Subject) -> Judged:
        """Compares the top of the range."""
        found = subject.stored.posting.salary
        if found is None:
            return SILENT
        verdict = self.verdict(found.value)
        return SILENT if verdict is Verdict.SILENT else Judged(verdict, subject.pay, found.evidence[:1])

    def verdict(self, pay: Salary) -> Verdict:
        """How stated pay stands to the figure."""
        if pay.top is None:
            return Verdict.SILENT
        units = ((self.currency, pay.currency), (self.period, pay.period))
        if any(asked and stated and asked != stated for asked, stated in units):
            return Verdict.NO
        if not (pay.top >= self.amount if self.at_least else pay.top <= self.amount):
            return Verdict.NO
        return Verdict.SILENT if any(asked and not stated for asked, stated in units) else Verdict.YES


@dataclass(frozen=True, slots=True)
class Years:
    """The posting asks for at most (or at least) this many years of experience; compares the lower end of a range."""

    at_least: bool
    years: float

    key = "exp"
    topic = "experience"
    silence_passes = True

    @property
    def written(self) -> str:
        """The figure behind its sign: exp<=5."""
        return f"exp{'>=' if self.at_least else '<='}{_plain(self.years)}"

    def described(self, *, excluded: bool) -> str:
        """The words of a sentence: asks for at most 5 years."""
        unit = "year" if self.years == 1 else "years"
        words = f"asks for {'at least' if self.at_least else 'at most'} {number(self.years)} {unit}"
        return f"not {words}" if excluded else words

    def judge(self, subject: Subject) -> Judged:
        """Silent where no lower end is printed ("up to 3 years")."""
        found = subject.stored.posting.experience
        asked = None if found is None else found.value.min_years
        if found is None or asked is None:
            return SILENT
        holds = asked >= self.years if self.at_least else asked <= self.years
        return Judged(Verdict.YES if holds else Verdict.NO, experience(found.value), found.evidence[:1])


def _plain(figure: float) -> str:
    """The figure without separators, thousands as k where that is exact.

    >>> _plain(60000), _plain(62500), _plain(14.5), _plain(1234)
    ('60k', '62.5k', '14.5', '1234')
    """
    if figure >= 1000 and figure % 100 == 0:
        return f"{figure / 1000:.10g}k"
    return f"{figure:.10g}"
