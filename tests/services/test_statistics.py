"""Figures over many postings count what their pages state, and say how many are silent."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import UserError
from bot.model.statistics import Statistics
from bot.model.viewer import PUBLIC
from bot.services.add_postings import add_text
from bot.services.library import Library, open_library
from bot.services.statistics import statistics_of
from tests.support.library import seeded_library

NOW = datetime(2027, 3, 3, 12, 0, tzinfo=UTC)
PAGE = "Data Engineer\nFirm {number} Ltd\nLeeds\n\n{pay}\n\nRequirements\n- experience with {skill}, order {number}\n"


@pytest.fixture(scope="module")
def library() -> Library:
    made = open_library(":memory:")
    rows = [
        ("Salary: £30,000 a year", "Python", 0),
        ("Salary: £34,000 - £38,000 a year", "Python", 1),
        ("Salary: £52,000 a year", "Kubernetes", 8),
        ("Salary: £900,000 a year", "Python", 8),
        ("Salary: €20 per hour", "Kubernetes", 15),
        ("", "Kubernetes", 200),
    ]
    for number, (pay, skill, days) in enumerate(rows):
        text = PAGE.format(number=number, pay=pay, skill=skill)
        receipt = add_text(made, text, source="test", now=NOW - timedelta(days=days))
        assert receipt.id is not None, receipt.reason
    return made


def of(library: Library, line: str = "") -> Statistics:
    return statistics_of(library, line, viewer=PUBLIC, now=NOW)


def test_pay_is_counted_in_the_unit_of_most_postings(library: Library) -> None:
    seen = of(library)
    assert (seen.total, seen.pay_stated, seen.silent(seen.pay_stated)) == (6, 5, 17)
    pay = seen.pay
    assert pay is not None
    assert (pay.unit, pay.number, pay.lowest, pay.median, pay.highest) == ("GBP a year", 4, 30000, 45000, 900000)
    assert sum(bar.number for bar in pay.bars) == pay.number
    assert pay.bars[-1].label.endswith("+")


def test_skills_are_spelt_as_postings_do(library: Library) -> None:
    seen = of(library)
    assert [(bar.label, bar.number) for bar in seen.skills] == [("Kubernetes", 3), ("Python", 3)]
    assert seen.skills_stated == 6


def test_weeks_begin_with_the_first_in_which_anything_came(library: Library) -> None:
    seen = of(library)
    assert [(week.monday.isoformat(), week.number) for week in seen.weeks] == [
        ("2027-02-15", 1),
        ("2027-02-22", 2),
        ("2027-03-01", 2),
    ]


def test_a_search_chooses_what_is_counted(library: Library) -> None:
    assert of(library, "python").total == 3
    assert of(library, "pay>=50k!").total == 2
    for line in ("qwertz", "colour:red", "the"):
        with pytest.raises(UserError) as refusal:
            of(library, line)
        assert "\n" not in str(refusal.value)


def test_every_unit_adds_up_over_the_seeds() -> None:
    library = seeded_library()
    for line in ("", "mode:remote", "nurse", "rust"):
        seen = statistics_of(library, line, viewer=PUBLIC, now=NOW)
        if seen.pay is not None:
            assert sum(bar.number for bar in seen.pay.bars) == seen.pay.number
