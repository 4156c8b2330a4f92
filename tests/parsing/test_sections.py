"""Sections of pages whose headings no table knows, whose lists lost their marks, or whose items were glued together."""

import tomllib
from pathlib import Path

import pytest

from bot.parsing.document import SectionKind
from bot.parsing.glued import split_glued
from bot.parsing.parse_posting import parse_posting, read_document
from bot.text.layout import Line, split_lines

HEADINGS = tomllib.loads(Path(__file__).with_name("headings.toml").read_text("utf-8"))


def headings(page: str) -> list[tuple[str, SectionKind]]:
    return [(section.heading.text, section.kind) for section in read_document(page).sections if section.heading]


@pytest.mark.parametrize(
    ("heading", "kind"), [(heading, kind) for kind, headings in HEADINGS.items() for heading in headings]
)
def test_a_heading_says_what_stands_below_it(heading: str, kind: str) -> None:
    page = f"Deckhand\nNorth Quay Ferries\n\nWe need somebody.\n{heading}\nOne thing to read here\nAnd then another"
    assert headings(page) == ([] if kind == "none" else [(heading, SectionKind(kind))])


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("What your weeks look like", SectionKind.DUTIES),
        ("What we ask of you", SectionKind.REQUIREMENTS),
        ("You", SectionKind.REQUIREMENTS),
        ("Das müssen Sie mitbringen", SectionKind.REQUIREMENTS),
        ("It helps if you know the sea", SectionKind.NICE),
        ("Good things", SectionKind.BENEFITS),
        ("Ce que nous proposons", SectionKind.BENEFITS),
        ("Lust auf mehr?", SectionKind.APPLY),
    ],
)
def test_a_turn_of_phrase_announces_a_section(heading: str, kind: SectionKind) -> None:
    page = f"Deckhand\nNorth Quay Ferries\n\nThe job\nTie up the boat\n\n{heading}\nOne thing\nAnother thing"
    assert (heading, kind) in headings(page)


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("In this role you will be responsible for:", "duties"),
        ("As our Store Manager, you will:", "duties"),
        ("Reporting to the Head of Finance, your duties will include:", "duties"),
        ("The main duties of the post include, but are not limited to:", "duties"),
        ("Au sein de l'équipe Plateforme (4 personnes), tu auras pour missions de :", "duties"),
        ("Rattaché à la direction juridique, vous :", "duties"),
        ("Zu Ihren Aufgaben gehören unter anderem:", "duties"),
        ("Your day-to-day work will involve:", "duties"),
        ("Working closely with the head teacher, the teacher will:", "duties"),
        ("Bij ons ga je:", "duties"),
        ("Tus principales funciones serán:", "duties"),
        ("We are looking for someone who:", "requirements"),
        ("We're looking for a friendly, reliable barista with:", "requirements"),
        ("The ideal candidate will have:", "requirements"),
        ("To be considered for this role you must have:", "requirements"),
        ("Applicants must be:", "requirements"),
        ("Candidates should have the following qualifications:", "requirements"),
        ("You'll be a great fit if you:", "requirements"),
        ("Buscamos una persona con:", "requirements"),
        ("Wij zoeken iemand die:", "requirements"),
        ("It would also be a plus if you have:", "nice"),
        ("Ideally, you'll also have:", "nice"),
        ("The following are not required but helpful:", "nice"),
        ("In return for your hard work, we offer:", "benefits"),
        ("As part of the team you will receive:", "benefits"),
        ("Our benefits include:", "benefits"),
        ("Employees enjoy a range of benefits including:", "benefits"),
        ("Wir bieten Ihnen:", "benefits"),
        ("Open on Sundays:", "none"),
        ("Our offices are in the following places:", "none"),
        ("Please send the following documents to Mrs Hall:", "none"),
        ("The interview will be held on:", "none"),
    ],
)  # fmt: skip
def test_a_sentence_that_ends_in_a_colon_announces_its_list(lead: str, kind: str) -> None:
    page = (
        f"Deckhand\nNorth Quay Ferries\n\nWe need somebody.\n\n{lead}\n\n- One thing to read here\n- And then another"
    )
    assert headings(page) == ([] if kind == "none" else [(lead, SectionKind(kind))])


def test_a_line_that_stands_apart_is_read_by_what_stands_below_it() -> None:
    page = (
        "Deckhand\nNorth Quay Ferries\n\nThe job\nTie up the boat\n\nAboard and ashore\n"
        "5 years of experience at sea\nKnowledge of knots\nExcellent eyesight"
    )
    assert ("Aboard and ashore", SectionKind.REQUIREMENTS) in headings(page)


def test_names_among_other_openings_are_no_headings() -> None:
    page = "Deckhand\nNorth Quay Ferries\n\nSimilar jobs\n\nShip's Cook\nBlue Line\n\nHarbour Pilot\nPort of Leith"
    assert [kind for _, kind in headings(page)] == [SectionKind.RELATED]


def pieces(text: str) -> list[str]:
    return [line.text for line in split_glued(text, [Line(0, len(text), text)])]


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("Write planningInvest in boatsMentor two pilots", ["Write planning", "Invest in boats", "Mentor two pilots"]),
        ("Full-timeRemoteSenior", ["Full-time", "Remote", "Senior"]),
        ("Needs:Minimum two years at seaClean licence", ["Needs:", "Minimum two years at sea", "Clean licence"]),
        ("Fluent in DutchCAD skills, sharpSewing", ["Fluent in Dutch", "CAD skills, sharp", "Sewing"]),
        ("Some weaving3+ years in a millClean hands", ["Some weaving", "3+ years in a mill", "Clean hands"]),
        ("Basic Sewing SkillsAbility to sit still", ["Basic Sewing Skills", "Ability to sit still"]),
        ("Can knotEager to learn Willingness to sail", ["Can knot", "Eager to learn", "Willingness to sail"]),
        ("Write JavaManage boatsUse JavaScript", ["Write Java", "Manage boats", "Use JavaScript"]),
        ("Tar ropes, etc.Tidy the deckReport to me", ["Tar ropes, etc.", "Tidy the deck", "Report to me"]),
        ("CaulkerPainterRiggersTurnerRoperLoftsmen", ["Caulker", "Painter", "Riggers", "Turner", "Roper", "Loftsmen"]),
        ("Run the grandMA3 deskMend cables", ["Run the grandMA3 desk", "Mend cables"]),
        ("JavaScript, PowerPoint and LinkedIn", ["JavaScript, PowerPoint and LinkedIn"]),
        ("Knowledge of LLMs and APIs", ["Knowledge of LLMs and APIs"]),
        ("Own an iPhone app built in jQuery", ["Own an iPhone app built in jQuery"]),
    ],
)  # fmt: skip
def test_glued_items_are_cut_and_names_are_not(glued: str, apart: list[str]) -> None:
    assert pieces(glued) == apart


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("Needs:\n-Own boots\n-A licence", ["Needs:", "Own boots", "A licence"]),
        ("Was du machst:\n» Kabel ziehen\n» Zähler setzen", ["Was du machst:", "Kabel ziehen", "Zähler setzen"]),
        (
            "You will:\nbuild and keep up dashboards for five of us\nforecast workloads for the coming quarter",
            ["You will:", "build and keep up dashboards for five of us", "forecast workloads for the coming quarter"],
        ),
        (
            "Shipwright\nQuay Yard\nWe are a small yard on the east coast that builds\nboats of wood.",
            ["Shipwright", "Quay Yard", "We are a small yard on the east coast that builds boats of wood."],
        ),
    ],
)  # fmt: skip
def test_lists_keep_their_items_and_wrapped_lines_are_joined(page: str, lines: list[str]) -> None:
    page = page.replace("»", '"')
    assert [line.text for line in split_lines(page)] == lines


def test_a_list_that_lost_its_items_stays_empty() -> None:
    posting = parse_posting("Deckhand\nNorth Quay Ferries, Leith\n\nRequirements\n\nBenefits\n\nFree passage").posting
    assert posting is not None
    assert posting.requirements == ()
