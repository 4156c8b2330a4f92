"""What a person sees, from the typed line to the shown reply, through the library's dispatch and the local Bot API."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bot.services.library import open_library
from bot.views.commands import COMMANDS
from tests.support.chat import Chat, chatting
from tests.support.library import seeded_library

POSTING = (
    "Welder\nStone & Sons\nWrexham\n\nRequirements\n- 2 years of experience in TIG welding\n\n"
    "Benefits\n- 25 days holiday\n"
)


@pytest_asyncio.fixture
async def chat() -> AsyncIterator[Chat]:
    async with chatting(seeded_library) as talk:
        yield talk


@pytest_asyncio.fixture
async def empty() -> AsyncIterator[Chat]:
    async with chatting(lambda: open_library(":memory:")) as talk:
        yield talk


async def test_start_greets_and_counts(chat: Chat) -> None:
    assert "I know 22 postings" in await chat.say("/start")


async def test_an_empty_library_says_how_to_begin(empty: Chat) -> None:
    assert "no postings yet" in await empty.say("/start")
    assert "No postings yet" in await empty.say("/postings")
    assert "no postings yet" in (await empty.say("what is the salary?")).lower()


async def test_help_lists_every_command_of_the_table(chat: Chat) -> None:
    shown = await chat.say("/help")
    assert all(f"/{command.name}" in shown for command in COMMANDS)
    assert [entry["command"] for entry in chat.world.commands] == [command.name for command in COMMANDS]


async def test_every_command_answers_without_arguments(chat: Chat) -> None:
    for command in COMMANDS:
        assert (await chat.say(f"/{command.name}")).startswith("rolecall: ")


async def test_a_card_opens_and_its_buttons_edit_it_in_place(chat: Chat) -> None:
    card = await chat.say("/posting 3")
    assert "Staff Nurse" in card
    assert "[1] Requirements" in card
    asked = await chat.say("1")
    assert asked.startswith("rolecall (edited): ")
    assert "NMC registration" in asked
    assert "Staff Nurse" in await chat.say("1")
    assert "27 days annual leave" in await chat.say("2")


async def test_a_number_alone_opens_its_card(chat: Chat) -> None:
    assert "Staff Nurse" in await chat.say("#3")
    assert "no posting #99" in await chat.say("#99")


async def test_apply_and_similar_answer_on_their_buttons(chat: Chat) -> None:
    await chat.say("/posting 5")
    assert "jobs@nordlicht-logistik.example" in await chat.say("3")
    await chat.say("/posting 5")
    assert "Similar to #5" in await chat.say("4")


async def test_the_list_turns_its_pages(chat: Chat) -> None:
    first = await chat.say("/postings")
    assert "22 postings, 1–5" in first
    second = await chat.say("6")
    assert "22 postings, 6–10" in second
    assert "1–5" in await chat.say("6")


async def test_plain_words_search_and_the_hits_page_and_open(chat: Chat) -> None:
    shown = await chat.say("/find experience")
    assert "Searched: experience" in shown
    assert "More ›" in shown
    assert "6–10" in await chat.say("6")
    assert "posting #" in await chat.say("1")


async def test_a_question_about_the_posting_in_focus_is_answered_with_its_words(chat: Chat) -> None:
    await chat.say("/posting 3")
    shown = await chat.say("how many days off?")
    assert "27 days" in shown
    assert "| 27 days annual leave rising to 33 days" in shown
    assert "2027-03-14" in await chat.say("and the deadline?")


async def test_reset_forgets_the_focus(chat: Chat) -> None:
    await chat.say("/posting 3")
    await chat.say("/reset")
    assert "Which posting" in await chat.say("salary?")


async def test_a_pasted_posting_is_kept_once(empty: Chat) -> None:
    assert "Stored as #1" in await empty.say(POSTING.replace("\n", "\\n"))
    assert "I know this posting already: it is #1" in await empty.say(POSTING.replace("\n", "\\n"))
    assert "25 days" in await empty.say("how many days off?")


async def test_a_file_is_kept_and_a_bad_one_gets_one_line(empty: Chat, tmp_path: Path) -> None:
    good, binary, latin, huge = (tmp_path / name for name in ("good.txt", "b.bin", "latin.txt", "huge.txt"))
    good.write_text(POSTING)
    binary.write_bytes(b"\x00\x01\x02" * 50)
    latin.write_bytes("Bäckerei".encode("latin-1") * 30)
    huge.write_bytes(b"a" * 10_000_000)
    assert "Stored as #1" in await empty.say(f"/send {good}")
    for bad, word in ((binary, "not a text file"), (latin, "too few facts"), (huge, "larger than 5 MB")):
        shown = await empty.say(f"/send {bad}")
        assert word in shown
        assert shown.count("\n") == 1
    assert "cannot be opened" in await empty.say("/send /nowhere/at/all.txt")
    assert "1 posting" in await empty.say("/start")


async def test_bad_requests_get_one_clear_line(chat: Chat) -> None:
    for line in ("/posting 99", "/posting none", "/requirements x", "/find", "/ask", "/frobnicate"):
        shown = await chat.say(line)
        assert shown.count("\n") == 1, shown
        assert "Traceback" not in shown


async def test_inline_queries_offer_cards(chat: Chat) -> None:
    shown = await chat.say("@rolecall rust london")
    assert "@1 Senior Rust Engineer (VP) – London, Citi" in shown
    assert "Senior Rust Engineer" in await chat.say("@1")
    assert "(nothing found)" in await chat.say("@rolecall zzzzzzzz")
    assert "@1 " in await chat.say("@rolecall")


async def test_an_edited_message_is_not_carried_out_again(chat: Chat) -> None:
    await chat.say("/posting 3")
    assert await chat.say("/edit /posting 5") == ""


async def test_markup_in_what_people_type_is_shown_as_typed(chat: Chat) -> None:
    assert '"b nurse b"' in await chat.say("/find <b>nurse</b>")
    assert (await chat.say("what about <i>that</i>?")).startswith("rolecall: ")


async def test_no_call_of_a_long_conversation_is_refused(chat: Chat) -> None:
    for line in (
        "/start",
        "/postings",
        "/posting 1",
        "1",
        "1",
        "2",
        "rust",
        "why?",
        "compare #1 and #2",
        "/privacy",
        "most asked skills",
    ):
        await chat.say(line)
    assert [entry["method"] for entry in chat.world.log if not entry["ok"]] == []


async def test_what_is_sent_in_private_is_seen_by_nobody_else(chat: Chat) -> None:
    await chat.say(POSTING.replace("\n", "\\n"))
    assert "Welder" in await chat.say("/posting 23")
    other = chat.as_person(2, "Eve")
    assert "no posting #23" in await other.say("/posting 23")
    for line in ("/find wrexham", "who hires in wrexham?", "what does stone & sons pay?", "/postings"):
        assert "Stone &" not in (await other.say(line)).replace(line, "")
    assert "Stone & Sons" in await chat.say("/find wrexham")
