"""Which values of a posting can be tested and counted? Each column is a function of the stored posting, None or () when
it states nothing.

A query's constraint and the index both mean these functions, so they cannot disagree. Names of things (skills,
languages, kinds of benefits) are folded, so that a query need not know their spelling.
"""

from collections.abc import Callable, Mapping
from datetime import date

from bot.model.posting import Salary
from bot.model.stored import StoredPosting
from bot.text.tokens import fold

Names = tuple[str, ...]


def day_number(text: str) -> float | None:
    """The day of an ISO date, counted as `date.toordinal` does; None for other words.

    >>> day_number("2027-01-04"), day_number("a month ago")
    (739985.0, None)
    """
    try:
        return float(date.fromisoformat(text).toordinal())
    except ValueError:
        return None


def pay_unit(salary: Salary) -> str:
    """Currency and period of a salary; a part that is not printed is left out.

    >>> pay_unit(Salary(min=50000, currency="GBP", period="year")), pay_unit(Salary(min=20))
    ('GBP/year', '/')
    """
    return f"{salary.currency or ''}/{salary.period.value if salary.period else ''}"


def _pay(stored: StoredPosting) -> float | None:
    salary = stored.posting.salary
    return None if salary is None or salary.value.top is None else float(salary.value.top)


def _pay_unit(stored: StoredPosting) -> Names:
    salary = stored.posting.salary
    return () if salary is None or salary.value.top is None else (pay_unit(salary.value),)


def _least_experience(stored: StoredPosting) -> float | None:
    years = stored.posting.experience.value.min_years if stored.posting.experience else None
    return None if years is None else float(years)


def _most_experience(stored: StoredPosting) -> float | None:
    years = stored.posting.experience.value.max_years if stored.posting.experience else None
    return None if years is None else float(years)


def _deadline(stored: StoredPosting) -> float | None:
    return day_number(stored.posting.deadline.value) if stored.posting.deadline else None


def _posted(stored: StoredPosting) -> float | None:
    return day_number(stored.posting.posted.value) if stored.posting.posted else None


def _folded(values: list[str]) -> Names:
    return tuple(dict.fromkeys(fold(value) for value in values))


# Numbers are compared (`Between`); days are counted as `date.toordinal` does.
NUMBERS: Mapping[str, Callable[[StoredPosting], float | None]] = {
    "pay": _pay,
    "experience_min": _least_experience,
    "experience_max": _most_experience,
    "deadline": _deadline,
    "posted": _posted,
    "received": lambda stored: float(stored.received.date().toordinal()),
}

# At most one value each (`OneOf`).
CHOICES: Mapping[str, Callable[[StoredPosting], Names]] = {
    "work_mode": lambda stored: (stored.posting.work_mode.value.value,) if stored.posting.work_mode else (),
    "seniority": lambda stored: (stored.posting.seniority.value.value,) if stored.posting.seniority else (),
    "sponsorship": lambda stored: (stored.posting.sponsorship.value.value,) if stored.posting.sponsorship else (),
    "closed": lambda stored: (stored.posting.closed.value.value,) if stored.posting.closed else (),
    "pay_unit": _pay_unit,
    "company": lambda stored: _folded([stored.posting.company.value]) if stored.posting.company else (),
    "page_language": lambda stored: (stored.language,) if stored.language else (),
    "source": lambda stored: (stored.source,),
}

# Any number of values each (`OneOf`).
SETS: Mapping[str, Callable[[StoredPosting], Names]] = {
    "employment_type": lambda stored: tuple(found.value.value for found in stored.posting.employment_type),
    "benefit": lambda stored: tuple(
        dict.fromkeys(found.value.kind.value for found in stored.posting.benefits if found.value.offered)
    ),
    "skill": lambda stored: _folded([found.value for found in stored.posting.skills]),
    "language": lambda stored: _folded([found.value.language for found in stored.posting.languages]),
    "place": lambda stored: _folded([found.value for found in stored.posting.locations]),
}
