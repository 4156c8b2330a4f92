"""Lists without headings: each line is a duty, a must or a wish by its words and its place."""

import pytest

from bot.model.vocabulary import Strength
from bot.parsing.duties.requirement_kinds import requirement_kind
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


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The successful applicant will manage a flock of 600.", LineKind.DUTY),
        ("The postholders will be responsible for two kilns.", LineKind.DUTY),
        ("You will also have responsibility for a crew of four.", LineKind.DUTY),
        ("As part of the yard team you'll rig masts.", LineKind.DUTY),
        ("You'll be mending sails.", LineKind.DUTY),
        ("The role will involve lifting crates.", LineKind.DUTY),
        ("To reconcile the tills", LineKind.DUTY),
        ("To be present at every casting", LineKind.DUTY),
        ("The successful candidate will hold a diving ticket.", LineKind.MUST),
        ("You will be educated to degree level.", LineKind.MUST),
        ("You'll be a calm voice on the radio.", LineKind.MUST),
        ("You will also be expected to have a good grasp of tides.", LineKind.MUST),
        ("This post would suit someone with a farming background.", LineKind.MUST),
        ("You will ideally know the harbour.", LineKind.NICE),
        ("Ideally you'll come from a sailing family.", LineKind.NICE),
        ("You will see the harbour every day.", None),
        ("You will join a crew of nine.", None),
        ("You'll have access to the slipway.", None),
        ("The successful candidate will be based in Hull.", None),
        ("You will be required to work Sundays.", None),
        ("To apply, write to the harbour master", None),
        ("Weekly pay", None),
        ("Closing", None),
        ("Full training provided", LineKind.OFFER),
    ],
)
def test_the_verb_behind_will_tells_what_a_sentence_is(line: str, kind: LineKind | None) -> None:
    assert line_kind(line) is kind


@pytest.mark.parametrize(
    "chip",
    ["Full time - 37.5 hours per week", "Technical Delivery & Code Care", "***Previous Applicants Need Not Apply***"],
)
def test_a_line_that_only_begins_with_a_word_of_praise_asks_nothing(chip: str) -> None:
    reading = parse_posting(f"Kiln Operator\nTarn Pottery Ltd\nHexham\n\n{chip}\n\nYou must have a kiln licence.\n")
    assert reading.posting is not None
    assert [found.value.text for found in reading.posting.requirements] == ["a kiln licence"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Some Gaelic", "language"),
        ("German or Dutch", "language"),
        ("Shipped a product that strangers rely on", "experience"),
        ("12 months or more in a surgery", "experience"),
        ("3 years' post-registration experience", "experience"),
        ("Able to explain numbers to farmers", "trait"),
        ("You stay polite at dawn", "trait"),
        ("Confident handling of a forklift", "skill"),
        ("Garda vetting applies", "clearance"),
        ("Free every Saturday", "other"),
    ],
)
def test_what_a_requirement_is_about(line: str, kind: str) -> None:
    assert requirement_kind(line).value == kind


LISTED = """Deckhand
North Quay Ferries, Leith

Requirements
Clean driving licence
A head for heights
{line}

The yard
We paint in winter.
"""


@pytest.mark.parametrize(
    "line",
    [
        "We interview in May and start in June.",
        "The yard is closed on Sundays.",
        "Best regards",
        "+3",
        "Share this page",
    ],
)
def test_talk_and_furniture_below_a_list_are_no_requirements(line: str) -> None:
    posting = parse_posting(LISTED.format(line=line)).posting
    assert posting is not None
    assert [found.value.text for found in posting.requirements] == ["Clean driving licence", "A head for heights"]


ABOUT = "Marine Engineer\nCompany: Quay Yard\n\n{text}\n\nRequirements\n- Five years at a yard\n- Own tools\n"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Quay Yard mends old boats. Nine people.", ("Quay Yard mends old boats. Nine people.",)),
        ("We are a family business by the sea. We need a calm person.", ("We are a family business by the sea.",)),
        ("A charity for old boats and young people.", ("A charity for old boats and young people.",)),
        ("You will love the harbour. We pay on Fridays.", ()),
    ],
)  # fmt: skip
def test_sentences_about_the_employer_stop_where_the_job_begins(text: str, about: tuple[str, ...]) -> None:
    posting = parse_posting(ABOUT.format(text=text)).posting
    assert posting is not None
    assert tuple(found.value for found in posting.about) == about


def test_other_openings_are_their_titles() -> None:
    page = ABOUT.format(text="") + "\nSimilar jobs\nHarbour Engineer\nPort of Leith\n3 days ago\nShip's Cook\nBlue Line"
    posting = parse_posting(page).posting
    assert posting is not None
    assert [found.value for found in posting.related] == ["Harbour Engineer", "Ship's Cook"]


def test_openings_named_in_one_line_of_the_site_are_each_an_entry_of_their_own() -> None:
    text = (
        "Commis Chef\nHotel Alba\nBrig\nYour tasks\n- Prepare sauces\n- Keep the larder\n"
        "Requirements\n- Two years in a kitchen\n"
        "Report this ad · More jobs at Hotel Alba: Chef de Rang, Room Attendant"
    )
    posting = parse_posting(text).posting
    assert posting is not None
    assert [found.value for found in posting.related] == ["Chef de Rang", "Room Attendant"]
