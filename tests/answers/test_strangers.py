"""What strangers ask of pages with lost line breaks: the right sentence answers, and one that is only near does not."""

import pytest

from bot.model.answer import Answer, Status
from bot.model.posting import PostingId
from bot.services.ask_question import ask
from bot.services.library import Library
from tests.support.library import library_of

_DUTIES = (
    "Responsibilities:Feed the dogsMake tea for visitorsManage a team of kennel assistants"
    "Maintain contact with suppliersEarly finish on Fridays"
)
GLUED = f"""Kennel Supervisor - Dover
Harbour Paws, formerly Dover Dog Hotel, looks after dogs for clients such as Kent Police and the Ferry Line.
We bought the Deal Cat Barn in 2021 and won two awards for clean kennels.
{_DUTIES}
Must have:You can lift 25 kgYou drive: own car essential
Preferred:A certificate in animal care
Grooming experience required - No
Minimum education - none
Pay $21.50 per hour
Start date ASAP
"""
SHOP = """Gift Shop Assistant
Mill Farm, Hexham
Apprenticeship, full-time
Certificate of Sponsorship
Applicants who need sponsorship are looked at one by one; we cannot promise a certificate.
What you will do, this includes:
- Order lunches for the crew
- Cross-sell gift cards
What you need
- 16-18 years old
- Retail sales experience preferred
- Access to an iPad
- BA, preferably in design
What we offer
- An employee share scheme
Pay: £240 per week
"""
VAGUE = """Fruit Packer
Orchard Hill, Mildura
Casual/Vacation: $31 - $33 per hour
What you will do
- Pack pears
- Maintain client contact with the growers
Interview travel is reimbursed.
"""
OFTEN = """Buyer
Ardent Books Ltd, Leeds
What you need
- Ready to travel abroad to the fairs. Twice a year is usual.
"""
OFFICE = """Payroll Clerk
Ardent Books Ltd, Leeds
We are an award-winning cooking school and publisher, famous for Thai food.
What you will do
- Manage the yearly bonus run
- Post the wages every Friday
What you need
- Two years in payroll
- BSc in Economics (preferably with Statistics)
Contractors have to carry their own liability insurance.
Salary £31,000 per year
"""

AGENCY = """Bid Writer
Reading
Internship, full time
Holt Recruiting of Slough is recruiting for a bid writer with the drive to win.
Our client, based in Antwerp, is a maker of dredgers backed by investors such as Polder Capital.
The internship may lead to a permanent position.
What you need
- Experience in technical writing
- InDesign, Visio a plus
Bids experience is not essential as full training is given.
Flexible vacation policy and 100% paid dental cover. Unpaid time off on request.
Our office is just up the road from the canal.
"""


def asked(page: str, question: str) -> Answer:
    library: Library = library_of(page)
    return ask(library, question, posting=PostingId(1))


@pytest.mark.parametrize(
    ("page", "question", "said"),
    [
        (GLUED, "do i make tea", "“Make tea for visitors”"),
        (GLUED, "how heavy", "25 kg"),
        (GLUED, "old name of the company", "formerly Dover Dog Hotel"),
        (GLUED, "who are their customers", "Kent Police"),
        (GLUED, "what did they buy", "Deal Cat Barn"),
        (GLUED, "which prizes did they win", "won two awards"),
        (GLUED, "who do i manage", "kennel assistants"),
        (GLUED, "need a car?", "own car essential"),
        (GLUED, "grooming experience needed?", "No."),
        (SHOP, "sales experience required?", "nice to have"),
        (SHOP, "age limit", "16-18"),
        (SHOP, "shares?", "share scheme"),
        (SHOP, "will they sponsor a visa", "depends"),
        (SHOP, "is a design degree a must", "nice to have"),
        (SHOP, "range?", "240"),
        (OFTEN, "how often do i travel", "Twice a year"),
        (OFFICE, "insurance i need?", "liability insurance"),
        (OFFICE, "statistics degree a must?", "nice to have"),
        (AGENCY, "who is the client", "maker of dredgers"),
        (AGENCY, "where is the client", "Antwerp"),
        (AGENCY, "who invested", "Polder Capital"),
        (AGENCY, "permanent after?", "may lead to a permanent position"),
        (AGENCY, "is visio a must", "nice to have"),
        (AGENCY, "where is the office exactly", "up the road from the canal"),
        (AGENCY, "will i be trained", "full training is given"),
    ],
)
def test_the_sentence_that_answers_is_found(page: str, question: str, said: str) -> None:
    answer = asked(page, question)
    assert answer.status is Status.ANSWERED
    assert said in answer.text


@pytest.mark.parametrize(
    ("page", "question"),
    [
        (GLUED, "when do they finish on friday"),
        (GLUED, "on call pay?"),
        (GLUED, "weekend rate"),
        (SHOP, "free lunches?"),
        (SHOP, "ipad provided?"),
        (SHOP, "13th salary?"),
        (SHOP, "do i need gcses"),
        (SHOP, "how long is the training"),
        (VAGUE, "is travel required"),
        (VAGUE, "paid holidays?"),
        (VAGUE, "who do i contact"),
        (OFFICE, "cooking degree needed?"),
        (OFFICE, "bonus experience needed?"),
        (OFFICE, "do i need to speak thai"),
        (OFFICE, "who do i manage"),
        (OFFICE, "previous name of the firm?"),
        (OFFICE, "training pay"),
        (AGENCY, "who is the recruiter"),
        (AGENCY, "where is the recruiter based"),
        (AGENCY, "is driving needed"),
        (AGENCY, "how many vacation days"),
        (OFFICE, "permanent or fixed term"),
        (AGENCY, "years of indesign?"),
        (AGENCY, "sales experience needed"),
        (AGENCY, "salary?"),
    ],
)
def test_what_is_only_near_is_no_answer(page: str, question: str) -> None:
    assert asked(page, question).status is Status.NOT_STATED


def test_a_quote_ends_where_the_next_line_was_glued_on() -> None:
    answer = asked(GLUED, "do i feed the dogs")
    assert answer.text.endswith("“Feed the dogs”")


def test_none_that_states_a_field_is_silence_and_no_no() -> None:
    answer = ask(
        library_of(GLUED.replace("Pay $21.50 per hour", ""), OFFICE.replace("Salary £31,000 per year", "")),
        "which state the salary",
    )
    assert answer.status is Status.NOT_STATED


def test_any_of_a_sort_means_all_postings() -> None:
    answer = ask(library_of(SHOP, SHOP.replace("Gift Shop Assistant", "Gardener"), OFFICE), "any apprenticeships")
    assert list(answer.postings) == [1, 2]


def test_what_is_denied_stands_before_the_word_for_it() -> None:
    assert not asked(AGENCY, "will i be trained").text.startswith("No")


PERMITS = """Roofer
Band
Band 4
Salary: CHF 70,000 base, on-target CHF 82,000
Nights are paid 25% extra. Typing 50+ WPM.
Ph.D. welcome. The firm runs 12 medical centres. Closing bell on Fridays at 15:30.
Slate & Son, Bern
Independent contractors and employees are both welcome; pick what suits you.
Advertised until: 12 June 2027
Swiss or EU passport only, as we get no quota for others.
There are two permanent vacancies.
The contract runs for 6 months, and in most cases for up to 2 years.
We pay the ferry when you go home.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("band?", "Band 4"),
        ("total pay", "82,000"),
        ("how much could i earn", "82,000"),
        ("extra for nights", "25%"),
        ("typing speed", "50+ WPM"),
        ("how many medical centers", "12 medical centres"),
        ("phd welcome?", "Ph.D."),
        ("aply by when", "2027"),
        ("canadian passport ok?", "no quota"),
        ("wud i be an employee", "Independent contractors"),
        ("is it permanent", "two permanent vacancies"),
        ("how long is the contract", "up to 2 years"),
        ("do they pay for the ferry", "ferry"),
    ],
)
def test_people_ask_in_their_own_spelling(question: str, said: str) -> None:
    assert said in asked(PERMITS, question).text


CAFE = """Camarero
Bar Faro, Cádiz
Contrato indefinido
Salario: 1.500 € al mes
Ofrecemos
- Dos días libres seguidos
- Propinas aparte
"""
STAFFING = """Fitter
Dayton

About us
Torque Staffing manages outsourced shifts for plants. Owned by the Brandt family, we have certified crews in two towns.

Job description
Fit pumps at plants in two counties.

What we offer
- Health insurance
- Commission only, no base
"""


@pytest.mark.parametrize(
    ("page", "question"),
    [
        (CAFE, "dan alojamiento"),
        (CAFE, "vacaciones?"),
        (STAFFING, "when does the insurance start"),
        (STAFFING, "do i supervise"),
        (STAFFING, "certification needed"),
        (STAFFING, "is there a police check"),
        (STAFFING, "where were they founded"),
    ],
)
def test_another_sense_is_no_answer(page: str, question: str) -> None:
    assert asked(page, question).status is Status.NOT_STATED


@pytest.mark.parametrize(
    ("page", "question", "said"),
    [
        (CAFE, "y el contrato?", "permanent"),
        (STAFFING, "is there a base salary", "no base"),
        (STAFFING, "who owns it", "Brandt family"),
        (STAFFING, "where will i fit pumps", "in two counties"),
    ],
)
def test_the_sense_that_is_meant_answers(page: str, question: str, said: str) -> None:
    assert said in asked(page, question).text


def test_a_word_for_paying_is_in_the_sentence_about_it() -> None:
    page = PERMITS.replace("We pay the ferry when you go home.", "The ferry takes an hour.")
    assert asked(page, "do they pay for the ferry").status is Status.NOT_STATED


def test_an_answer_over_all_is_followed_by_one_over_all() -> None:
    library = library_of(
        SHOP.replace("Apprenticeship", "Permanent"), OFFICE.replace("Leeds", "Leeds\nFixed term"), GLUED
    )
    assert list(ask(library, "permanent jobs?").postings) == [1]
    assert list(ask(library, "and fixed term?", previous="permanent jobs?").postings) == [2]


def test_who_gives_asks_which_of_all() -> None:
    library = library_of(OFFICE, SHOP.replace("- An employee share scheme", "- A yearly bonus of 5%"), GLUED)
    assert list(ask(library, "who gives a bonus").postings) == [2]
