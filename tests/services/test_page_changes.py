"""A page that is read again renews its posting, and who saved it is told what changed, once, in the page's words."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot.intake.pages import read_pages
from bot.model.outgoing import Address, Outgoing, Purpose
from bot.model.posting import PostingId
from bot.model.receipt import Receipt, ReceiptStatus
from bot.model.standing import Mark
from bot.services.add_postings import add_pages
from bot.services.library import Library, open_library
from bot.services.tell_changes import News, tell_changes
from bot.views.changes import render_news
from handlers.console.markup import parse_html

NOW = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
ADDRESS = "https://jobs.example.org/7"
PAGE = """Baker
Stone Oven Bakery
{place}

Salary: {pay}
Application deadline: {deadline}
{closed}

Requirements
- 2 years of experience with sourdough
"""
FIRST = {"place": "Leeds", "pay": "£24,000 a year", "deadline": "2027-04-01", "closed": ""}


def read(library: Library, *, source: str = ADDRESS, owner: int | None = None, **page: str) -> Receipt:
    text = PAGE.format(**{**FIRST, **page})
    return add_pages(library, read_pages(text, name=source), source=source, now=NOW, owner=owner)[0]


def told(library: Library) -> list[News]:
    news: list[News] = []

    def keep(each: News) -> Sequence[Outgoing]:
        news.append(each)
        return [Outgoing(Address(each.person), "payload", Purpose.ALERT)]

    tell_changes(library, now=NOW, render=keep)
    return news


def shown(news: News) -> str:
    return parse_html(render_news(news.stored, news.differences).html).text


def saved_by(library: Library, posting: PostingId | None, *people: int) -> None:
    assert posting is not None
    for person in people:
        library.marks.put(person, posting, Mark.SAVED, now=0)


def test_who_saved_it_is_told_once_with_the_words_then_and_now() -> None:
    library = open_library(":memory:")
    first = read(library)
    saved_by(library, first.id, 5, 6)
    again = read(library, pay="£27,500 a year", deadline="2027-04-15")
    assert (again.id, again.renewed) == (first.id, True)
    news = told(library)
    assert [each.person for each in news] == [5, 6]
    assert shown(news[0]) == (
        "✏️ #1 Baker, Stone Oven Bakery\nyou saved it, and its page has changed\n"
        "\nPay\nwas: “£24,000 a year”\nnow: “£27,500 a year”\n"
        "\nDeadline\nwas: “2027-04-01”\nnow: “2027-04-15”"
    )
    assert told(library) == []


def test_a_page_that_closes_is_told_with_its_words() -> None:
    library = open_library(":memory:")
    saved_by(library, read(library).id, 5)
    read(library, closed="Applications for this job are closed.")
    text = shown(told(library)[0])
    assert text.startswith("🔒 #1 Baker")
    assert text.endswith("Closed\nwas: not stated\nnow: “Applications for this job are closed”")


GOODBYES = (
    "This job is no longer available.\nSee similar jobs.",
    "Sorry, this position has been filled.",
    "Diese Stelle ist leider nicht mehr verfügbar.",
)


@pytest.mark.parametrize("text", GOODBYES)
def test_a_page_that_only_says_goodbye_closes_its_posting(text: str) -> None:
    library = open_library(":memory:")
    first = read(library)
    saved_by(library, first.id, 5)
    gone = add_pages(library, read_pages(text, name=ADDRESS), source=ADDRESS, now=NOW)[0]
    assert (gone.status, gone.id, [each.field for each in gone.changed]) == (ReceiptStatus.KNOWN, first.id, ["closed"])
    [news] = told(library)
    assert shown(news).startswith("🔒 #1 Baker")
    stored = library.postings.get(PostingId(1))
    assert stored.posting.closed is not None
    [evidence] = stored.posting.closed.evidence
    assert stored.raw[evidence.start : evidence.stop] == evidence.quote
    assert stored.posting.salary is not None
    again = add_pages(library, read_pages(text, name=ADDRESS), source=ADDRESS, now=NOW)[0]
    assert again.status is ReceiptStatus.REFUSED
    assert [each.field for each in read(library).changed] == ["closed"]
    assert library.postings.get(PostingId(1)).posting.closed is None


def test_a_farewell_closes_nothing_else() -> None:
    library = open_library(":memory:")
    read(library, owner=5)
    text = "This job is no longer available."
    for source in (ADDRESS, "https://jobs.example.org/8", "message"):
        gone = add_pages(library, read_pages(text, name=source), source=source, now=NOW)[0]
        assert gone.status is ReceiptStatus.REFUSED
    text = "We bake bread and cakes, and we are closed on Mondays."
    assert add_pages(library, read_pages(text, name=ADDRESS), source=ADDRESS, now=NOW, owner=5)[0].id is None


def test_several_changes_before_the_news_are_one_and_a_change_back_is_none() -> None:
    library = open_library(":memory:")
    saved_by(library, read(library).id, 5)
    read(library, pay="£25,000 a year", place="York")
    read(library, pay="£26,000 a year", place="Leeds")
    [news] = told(library)
    assert [(each.field, each.before, each.after) for each in news.differences] == [
        ("pay", "£24,000 a year", "£26,000 a year")
    ]


def test_other_words_for_the_same_values_are_no_news() -> None:
    library = open_library(":memory:")
    saved_by(library, read(library).id, 5)
    assert read(library, pay="£24,000 per year").renewed
    assert told(library) == []


@pytest.mark.parametrize("source", ["message", "forwarded", "test", "posting.txt"])
def test_texts_from_a_chat_are_never_the_same_page(source: str) -> None:
    library = open_library(":memory:")
    assert read(library, source=source).id != read(library, source=source, pay="£30,000 a year").id


def test_another_opening_at_the_same_address_is_another_posting() -> None:
    library = open_library(":memory:")
    first = read(library)
    text = PAGE.format(**FIRST).replace("Baker\n", "Pastry Chef\n", 1)
    other = add_pages(library, read_pages(text, name=ADDRESS), source=ADDRESS, now=NOW)[0]
    assert other.id != first.id


def test_a_private_page_is_its_owners_alone() -> None:
    library = open_library(":memory:")
    public, own = read(library), read(library, owner=5, pay="£25,000 a year")
    assert own.id != public.id
    saved_by(library, own.id, 5, 6)
    assert read(library, owner=5, pay="£28,000 a year").id == own.id
    assert [each.person for each in told(library)] == [5]
    assert library.postings.get(PostingId(1)).posting.salary is not None
    assert "24,000" in library.postings.get(PostingId(1)).raw


def test_evidence_of_a_renewed_posting_is_a_slice_of_its_new_text() -> None:
    library = open_library(":memory:")
    number = read(library).id
    read(library, place="A longer place name: Kirkby Lonsdale", pay="£27,500 a year")
    assert number is not None
    stored = library.postings.get(number)
    assert stored.posting.salary is not None
    for evidence in stored.posting.salary.evidence:
        assert stored.raw[evidence.start : evidence.stop] == evidence.quote
