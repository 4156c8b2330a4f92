"""A text that holds several postings gives one page for each; lists and lone titles do not."""

import pytest

from bot.model.page import text_page
from bot.parsing.page.several import split_postings
from bot.parsing.parse_posting import parse_posting

NUMBERED = (
    "Quay Theatre - Work with us\n\n1) Stage Electrician\nFull-time, £27,400 a year.\nHang 240 lamps.\n\n"
    "2) Box Office Assistant\nCasual, £12.60 an hour.\nSell tickets. Closing date: 16 April 2027.\n"
)
PICTURED = (
    "Jobs of the week\n\n🔹 Java Developer\nBrno, 85-110k CZK\napply: hr@tram.example\n\n"
    "🔹 Data Engineer\nRemote, 20k PLN\napply: hr@amber.example\n"
)
RULED = (
    "Creek Dairy\n\n-------\nHERD MANAGER\n-------\nNZ$82,000 a year\nRun the shed\n\n"
    "-------\nCALF NURSE\n-------\nNZ$27 an hour\nFeed calves\n"
)

HEADED = (
    "Ninth Street Bakery is growing\n\n## Night Baker (full-time)\n€2,900 a month\nBake bread\n\n"
    "## Delivery Driver (part-time)\n€14.10 an hour\nBring it to cafés\n"
)
THREAD = (
    "Ask: who is hiring?\n\nlin_w 5 hours ago | next\nStave | Elixir Developer | Bergen, Norway | 780k NOK\n"
    "Parish records. Write to jobs@stave.example\n\ndb 3 hours ago | prev\nGlasshouse | Head of Data | REMOTE (US)\n"
    "Greenhouse robots. Write to dan@glass.example\n\nfox 2 hours ago | prev\nThey never answered me, $210k or not\n"
)

LETTERED = (
    "Kita Wiese e.V., Potsdam\n\nStelle 1: Erzieher (m/w/d)\n38 Stunden, unbefristet\nTV-L S 8a\n"
    "Bewerbungsfrist: 15.05.2027\n\nStelle 2: Hauswirtschaftskraft (m/w/d)\n20 Stunden, befristet auf ein Jahr\n"
    "Mindestlohn\nBewerbungsfrist: 30.06.2027\n"
)
GENDERED = (
    "Gasthof Hirsch, Füssen\nWir suchen ab 1. Mai:\n\nServicekraft (m/w/d)\nGäste bewirten\n"
    "16,50 € pro Stunde\n\nHausdame (m/w/d)\nZimmer herrichten\n14,20 € pro Stunde\n"
)

CALLED = (
    "Mosterei Apfelgrund sucht zwei Leute\n\nStelle 1: Safttechniker\n20 Stunden\n14,80 € pro Stunde\n\n"
    "Stelle 2: Kommissionierer\n30 Stunden\n16,20 € pro Stunde\n"
)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (NUMBERED, ["Stage Electrician", "Box Office Assistant"]),
        (PICTURED, ["Java Developer", "Data Engineer"]),
        (RULED, ["HERD MANAGER", "CALF NURSE"]),
        (HEADED, ["Night Baker", "Delivery Driver"]),
        (THREAD, ["Elixir Developer", "Head of Data"]),
        (LETTERED, ["Erzieher (m/w/d)", "Hauswirtschaftskraft (m/w/d)"]),
        (CALLED, ["Safttechniker", "Kommissionierer"]),
        (GENDERED, ["Servicekraft (m/w/d)", "Hausdame (m/w/d)"]),
    ],
)
def test_each_posting_of_a_text_is_a_page_of_its_own(text: str, titles: list[str]) -> None:
    pages = split_postings(text_page(text))
    read = [parse_posting(page).posting for page in pages]
    assert [posting.title.value for posting in read if posting and posting.title] == titles
    for page, posting in zip(pages, read, strict=True):
        assert posting is not None
        for field in posting.stated():
            for found in posting.found(field):
                assert all(text[each.start : each.stop] == each.quote for each in found.evidence)
        assert text[page.start : page.stop].strip() in page.layer.text


def test_what_stands_above_and_below_belongs_to_every_posting() -> None:
    text = f"{NUMBERED.rstrip()}\n\nSend a letter to people@quay.example.\n"
    read = [parse_posting(page).posting for page in split_postings(text_page(text))]
    assert len(read) == 2
    for posting in read:
        assert posting is not None
        assert posting.company is not None
        assert posting.company.value == "Quay Theatre"
        assert [found.value for found in posting.apply] == ["people@quay.example"]


def test_a_head_is_not_shared_by_postings_that_name_their_own_employers() -> None:
    text = "Jobs of Mill Town\n\n1) Nurse at Mill Clinic\nLeeds\n£32,000\n\n2) Baker at Corn Co\nHull\n£27,000\n"
    assert [page.layer.text.split("\n", 1)[0] for page in split_postings(text_page(text))] == [
        "Nurse at Mill Clinic",
        "Baker at Corn Co",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nurse\n\nDuties\n\n1. Support the ward manager\n2. Teach student nurses\n",
        "Nurse\nLeeds\n\nSimilar jobs\n\n🔹 Ward Manager\n🔹 Staff Nurse\n",
        "Nurse\n\n-------\nRequirements\n-------\nTwo years\nA licence\n\n-------\nBenefits\n-------\n27 days\nTea\n",
        "Nurse wanted in Leeds",
        "Koch (m/w/d)\nHotel Post\n2.900 €\n\nÄhnliche Jobs\n\nKoch (m/w/d) Beikoch\nHotel Alt\n2.500 €\nvor 3 Tagen\n",
        "",
    ],
)
def test_a_page_with_one_posting_stays_whole(text: str) -> None:
    page = text_page(text)
    assert split_postings(page) == (page,)


@pytest.mark.parametrize(
    "page",
    [
        "Jobs at Quay Yard\n\nWe're hiring\n\nShipwright\nLeith\nWelder\nLeith\nOffice Manager\nHull\n",
        "Title\nLocation\nBackend Engineer\nBerlin\nProduct Designer\nBerlin\nOffice Manager\nMunich\n",
    ],
)
def test_a_page_that_only_names_openings_is_no_posting(page: str) -> None:
    assert parse_posting(page).posting is None
