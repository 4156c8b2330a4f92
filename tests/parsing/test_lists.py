"""Lists without headings: each line is a duty, a must or a wish by its words and its place."""

import pytest

from bot.model.vocabulary import Strength
from bot.parsing.line_kinds import LineKind, line_kind
from bot.parsing.parse_posting import parse_posting

BARE = """Warehouse Systems Analyst
Northgate Freight
Hull, United Kingdom

Map the flow of goods from dock to shelf and find where it stalls.
Configure the warehouse software for three new sites.
Train shift leaders in its use.
Report on stock accuracy every month.
Bachelor's degree in logistics or equivalent practical experience.
4 years of experience with a warehouse management system.
Experience writing SQL reports.
Master's degree in a related field.
Experience with conveyor controls.
Excellent presentation skills.
Knowledge of customs procedures.
"""


def test_a_page_that_is_a_bare_list_is_divided_into_duties_musts_and_wishes() -> None:
    posting = parse_posting(BARE).posting
    assert posting is not None
    duties = [found.value.split()[0] for found in posting.responsibilities]
    asks = [(found.value.text.split()[0], found.value.strength) for found in posting.requirements]
    assert duties == ["Map", "Configure", "Train", "Report"]
    assert asks == [
        ("Bachelor's", Strength.MUST),
        ("4", Strength.MUST),
        ("Experience", Strength.MUST),
        ("Master's", Strength.NICE),
        ("Experience", Strength.NICE),
        ("Excellent", Strength.NICE),
        ("Knowledge", Strength.NICE),
    ]


def test_a_page_with_anything_else_on_it_is_no_bare_list() -> None:
    page = BARE.replace("Map the flow", "We offer a pension and health insurance.\nFree lunch.\nMap the flow")
    posting = parse_posting(
        page + "We offer 27 days of annual leave.\nApply now\nSalary: £40,000\nWe provide gym membership.\n"
    )
    assert posting.posting is not None
    assert all(found.value.strength is Strength.MUST for found in posting.posting.requirements)


@pytest.mark.parametrize(
    "line",
    [
        "Manage three depots",
        "Proactively chase late deliveries",
        "Market our courses abroad",
        "Be the first face that patients see",
        "Communicate changes to the drivers",
        "Take responsibility for the till",
        "Preparing meals for forty children",
        "You will look after twelve rooms",
    ],
)
def test_a_verb_opens_a_duty(line: str) -> None:
    assert line_kind(line) is LineKind.DUTY


@pytest.mark.parametrize(
    "line",
    [
        "Vendor management experience",
        "Excellent written English",
        "Market research background, ideally abroad",
        "Well-organised and calm",
        "Conveyancing experience essential",
        "Outstanding bedside manner",
        "Programming skills in C",
        "Ability to lift 20 kg",
    ],
)
def test_a_noun_of_skill_or_a_word_of_praise_asks(line: str) -> None:
    assert line_kind(line) in (LineKind.MUST, LineKind.NICE)
