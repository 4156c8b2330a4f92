"""What does a posting state? Every field of one job advert, each value with its evidence.

Leaves out the raw text (the store keeps it) and how to read it (`bot.parsing`).
"""

from typing import NewType

from pydantic import SerializeAsAny

from bot.model.evidence import Found, Value
from bot.model.vocabulary import (
    BenefitKind,
    Closed,
    DayKind,
    EmploymentType,
    OtherPayKind,
    Period,
    RequirementKind,
    Seniority,
    Sponsorship,
    Strength,
    WorkMode,
)

PostingId = NewType("PostingId", int)


class OfficeDays(Value):
    """How many days of a week or month are worked in the office, or away from it."""

    days: float | int
    per: str
    kind: DayKind


class Experience(Value):
    """Years of experience asked for overall; a bound that is not printed is None."""

    min_years: float | int | None = None
    max_years: float | int | None = None


class Salary(Value):
    """Stated pay in major units, nothing converted or annualised; each part is None unless printed."""

    min: float | int | None = None
    max: float | int | None = None
    currency: str | None = None
    period: Period | None = None
    estimated: bool = False

    @property
    def top(self) -> float | int | None:
        """The figure that a search compares: the upper end where there is one, else the lower."""
        return self.min if self.max is None else self.max


class OtherPay(Value):
    """Money beside the salary, in the page's words."""

    kind: OtherPayKind
    text: str


class Requirement(Value):
    """Something asked of the candidate; `years` only where this very line counts them."""

    text: str
    strength: Strength
    kind: RequirementKind
    years: float | int | None = None


class LanguageSkill(Value):
    """A human language asked for; `level` as stated ("C1", "fluent") or None."""

    language: str
    level: str | None = None
    strength: Strength


class Amount(Value):
    """How much of a benefit: a number and its unit ("days", "weeks", "%", "GBP")."""

    number: float | int
    unit: str


class Benefit(Value):
    """Something offered to the candidate; `offered` is False where the page says that there is none."""

    text: str
    kind: BenefitKind
    amount: Amount | None = None
    offered: bool = True


class Conflict(Value):
    """Two or more statements of one field that cannot all be true, in page order."""

    field: str
    values: tuple[SerializeAsAny[Found[object]], ...]


class Posting(Value):
    """One job advert as read; None and () mean "not stated"."""

    title: Found[str] | None = None
    company: Found[str] | None = None
    team: Found[str] | None = None
    industry: Found[str] | None = None
    company_size: Found[str] | None = None
    locations: tuple[Found[str], ...] = ()
    work_mode: Found[WorkMode] | None = None
    office_days: Found[OfficeDays] | None = None
    employment_type: tuple[Found[EmploymentType], ...] = ()
    seniority: Found[Seniority] | None = None
    experience: Found[Experience] | None = None
    salary: Found[Salary] | None = None
    other_pay: tuple[Found[OtherPay], ...] = ()
    deadline: Found[str] | None = None
    posted: Found[str] | None = None
    updated: Found[str] | None = None
    starts: Found[str] | None = None
    closed: Found[Closed] | None = None
    duration: Found[str] | None = None
    hours: Found[str] | None = None
    shift: Found[str] | None = None
    travel: Found[str] | None = None
    skills: tuple[Found[str], ...] = ()
    responsibilities: tuple[Found[str], ...] = ()
    requirements: tuple[Found[Requirement], ...] = ()
    education: tuple[Found[str], ...] = ()
    languages: tuple[Found[LanguageSkill], ...] = ()
    benefits: tuple[Found[Benefit], ...] = ()
    sponsorship: Found[Sponsorship] | None = None
    apply: tuple[Found[str], ...] = ()
    about: tuple[Found[str], ...] = ()
    advice: tuple[Found[str], ...] = ()
    related: tuple[Found[str], ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def stated(self) -> tuple[str, ...]:
        """The names of the fields that the page states, in the order of the contract."""
        return tuple(name for name in type(self).model_fields if name != "conflicts" and getattr(self, name))

    def not_stated(self) -> tuple[str, ...]:
        """The names of the fields about which the page says nothing."""
        return tuple(name for name in type(self).model_fields if name != "conflicts" and not getattr(self, name))

    def found(self, field: str) -> tuple[Found[object], ...]:
        """Every found value of one field, a single value as a tuple of one."""
        value = getattr(self, field)
        if value is None:
            return ()
        return value if isinstance(value, tuple) else (value,)

    def conflict(self, field: str) -> Conflict | None:
        """The contradiction that the page shows in one field, or None."""
        return next((conflict for conflict in self.conflicts if conflict.field == field), None)
