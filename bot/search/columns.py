"""Which values of a posting can be tested and counted? Each column is a function of the stored posting, None or () when
it states nothing.

A query's constraint and the index both mean these functions, so they cannot disagree. Names of things (skills,
languages, kinds of benefits) are folded, so that a query need not know their spelling.
"""

from collections.abc import Callable, Mapping

from bot.model.constraints.days import stated_day
from bot.model.posting import Salary
from bot.model.stored import StoredPosting
from bot.text.tokens import fold

Names = tuple[str, ...]


def _day(stored: StoredPosting, field: str) -> float | None:
    day = stated_day(stored, field)
    return None if day is None else float(day.toordinal())


def _salary(stored: StoredPosting) -> Salary | None:
    """The salary, if it has a figure that can be compared."""
    found = stored.posting.salary
    return None if found is None or found.value.top is None else found.value


def _pay(stored: StoredPosting) -> float | None:
    salary = _salary(stored)
    return None if salary is None or salary.top is None else float(salary.top)


def _pay_currency(stored: StoredPosting) -> Names:
    salary = _salary(stored)
    return (salary.currency,) if salary is not None and salary.currency else ()


def _pay_period(stored: StoredPosting) -> Names:
    salary = _salary(stored)
    return (salary.period.value,) if salary is not None and salary.period else ()


def _benefits(stored: StoredPosting) -> Names:
    """Each kind; with a minus where the page says that there is none, which is a statement too."""
    benefits = (found.value for found in stored.posting.benefits)
    return tuple(dict.fromkeys(f"{'' if benefit.offered else '-'}{benefit.kind.value}" for benefit in benefits))


def _least_experience(stored: StoredPosting) -> float | None:
    years = stored.posting.experience.value.min_years if stored.posting.experience else None
    return None if years is None else float(years)


def _most_experience(stored: StoredPosting) -> float | None:
    years = stored.posting.experience.value.max_years if stored.posting.experience else None
    return None if years is None else float(years)


def _folded(values: list[str]) -> Names:
    return tuple(dict.fromkeys(fold(value) for value in values))


# Numbers are compared (`Between`); days are counted as `date.toordinal` does.
NUMBERS: Mapping[str, Callable[[StoredPosting], float | None]] = {
    "pay": _pay,
    "experience_min": _least_experience,
    "experience_max": _most_experience,
    "deadline": lambda stored: _day(stored, "deadline"),
    "posted": lambda stored: _day(stored, "posted"),
    "received": lambda stored: float(stored.received.date().toordinal()),
}

# At most one value each (`OneOf`).
CHOICES: Mapping[str, Callable[[StoredPosting], Names]] = {
    "work_mode": lambda stored: (stored.posting.work_mode.value.value,) if stored.posting.work_mode else (),
    "seniority": lambda stored: (stored.posting.seniority.value.value,) if stored.posting.seniority else (),
    "sponsorship": lambda stored: (stored.posting.sponsorship.value.value,) if stored.posting.sponsorship else (),
    "closed": lambda stored: (stored.posting.closed.value.value,) if stored.posting.closed else (),
    "pay_currency": _pay_currency,
    "pay_period": _pay_period,
    "company": lambda stored: _folded([stored.posting.company.value]) if stored.posting.company else (),
    "page_language": lambda stored: (stored.language,) if stored.language else (),
    "source": lambda stored: (stored.source,),
}

# Any number of values each (`OneOf`).
SETS: Mapping[str, Callable[[StoredPosting], Names]] = {
    "employment_type": lambda stored: tuple(
        dict.fromkeys(found.value.value for found in stored.posting.employment_type)
    ),
    "benefit": _benefits,
    "skill": lambda stored: _folded([found.value for found in stored.posting.skills]),
    "language": lambda stored: tuple(dict.fromkeys(found.value.language.lower() for found in stored.posting.languages)),
    "place": lambda stored: _folded([found.value for found in stored.posting.locations]),
}
