"""Contradictions of a page are named with both statements; ways to say the same, choices and levels are none."""

import pytest

from bot.parsing.parse_posting import parse_posting
from tests.support.plain import plain

BODY = "\nWhat you will do\n- Look after the ward\n- Teach students\nRequirements\n- Two years on a ward\n"


def conflicts_of(text: str) -> list[tuple[str, list[object]]]:
    posting = parse_posting(text + BODY).posting
    assert posting is not None
    return [(each.field, [plain(value) for value in each.values]) for each in posting.conflicts]


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        (
            "Elektroniker (m/w/d)\nFreiburg\nVollzeit, befristet\nWas du bekommst:\n- Ein unbefristeter Arbeitsvertrag",
            "employment_type",
            ["fixed_term", "permanent"],
        ),
        ("Nurse\nLeeds\nWork mode: On-site\nThis is a fully remote role.", "work_mode", ["onsite", "remote"]),
        ("Nurse\nLeeds\nClosing date: 3 May 2027\nApply by 10 May 2027", "deadline", ["2027-05-03", "2027-05-10"]),
        (
            "Laborant\nJena\nRemote möglich\nWir bieten\n- Jobrad\n- Homeoffice gibt es für diese Stelle nicht.",
            "work_mode",
            ["remote", "onsite"],
        ),
        (
            "Baker\nYork\nRemote\nBenefits\n- Free bread\n- Home working cannot be arranged.",
            "work_mode",
            ["remote", "onsite"],
        ),
        (
            "Nanny\nHove\nHours: 40 hours per week\nThis is a position of 25 hours a week.",
            "hours",
            ["40 hours per week", "25 hours a week"],
        ),
        (
            "Nanny\nHove\nStart date: 1 June 2027\nYou will start on 1 September 2027.",
            "starts",
            ["2027-06-01", "2027-09-01"],
        ),
        (
            "Nanny\nHove\nJob type: Full-time\nThis is a part-time position.",
            "employment_type",
            ["full_time", "part_time"],
        ),
        (
            "Technician\nHull\n£24,000 - £26,000 a year\nPay is £25,000 to £27,500 a year, depending on experience.",
            "salary",
            [
                {"min": 24000, "max": 26000, "currency": "GBP", "period": "year"},
                {"min": 25000, "max": 27500, "currency": "GBP", "period": "year"},
            ],
        ),
        (
            "Verkäufer (m/w/d)\nOldenburg\n70.000 € - 85.000 €\nDas Paket\n- Festgehalt 58.000 € bis 66.000 € im Jahr",
            "salary",
            [
                {"min": 70000, "max": 85000, "currency": "EUR"},
                {"min": 58000, "max": 66000, "currency": "EUR", "period": "year"},
            ],
        ),
    ],
)
def test_what_cannot_be_true_together_is_listed_with_both_statements(
    text: str, field: str, values: list[object]
) -> None:
    assert conflicts_of(text) == [(field, values)]


@pytest.mark.parametrize(
    "text",
    [
        "Engineer\nRemote Work Policy\nOnsite or remote",
        "Engineer\nLocation: On-site in Aarhus, Denmark (no full-remote option)",
        "Engineer\n- Remote\n- Or on-site in Tokyo, Japan",
        "Senior Baker\n#bread #lead #york\nYork",
        "Senior Engineer\nReports to:\nPresident of Engineering\nRemote",
        "Product Owner\nremote type\nHybrid\nlocations\nHamburg\nTwo days a week we are together in the office.",
        "Engineer\nLondon\nThis role is at level 5: £88,000 - £104,000. Level 4 (£70,000 - £84,000) is another advert.",
        "Engineer\nZone A (SF, NYC): $212,000 - $248,000\nZone B (elsewhere): $160,000 - $190,000",
        "Verkäufer (m/w/d)\nBewerben bis 31.5.2027. Später eingehende Bewerbungen bis 15.6.2027 werden berücksichtigt.",
        "Officer\nCanberra\nOngoing or non-ongoing, full-time",
        "Nurse\nLeeds\nPermanent, full-time or part-time",
        "Officer\nCardiff\nNational: £41,560 - £45,310\nLondon: £44,900 - £48,950",
        "Engineer\nChicago, hybrid, Tue + Thu in the office\nPeople ask: any chance of fully remote? They are strict.",
        "QA Engineer\nRemote & Mountain Jobs\nTbilisi, office, no remote",
        "Tanner\nOulu\nHybrid\nIt is possible to work fully remotely for at most 15 days a year.",
        "Tanner\nOulu\nHybrid\nPerks\n- 100% remote for three weeks each summer",
        "Gerber (m/w/d)\nHof\nHybrid\nBis zu 20 Tage im Jahr kannst du vollständig remote arbeiten.",
        "Nurse\nLeeds\nClosing date: 3 May 2027\nInterviews on 10 May 2027",
        "Veilleur de nuit\nNancy\nDurée du travail\n39H/semaine\nTravail de nuit, 22 h - 7 h",
        "Nanny\nHove\nHours: 30 to 40 hours per week\nMost weeks are 35 hours a week.",
        "Nanny\nHove\nStart date: 1 June 2027\nWe would like you to start in June 2027.",
        "Nanny\nHove\nJob type: Full-time, part-time\nThis is a part-time position.",
    ],
)
def test_choices_levels_and_other_things_are_no_contradiction(text: str) -> None:
    assert conflicts_of(text) == []
