"""What one person does in the private chat."""

from bot.views.commands import COMMANDS
from tests.support.stage import Stage

POSTING = (
    "Welder\nStone & Sons\nWrexham\n\nRequirements\n- 2 years of experience in TIG welding\n\n"
    "Benefits\n- 25 days holiday\n"
)


async def test_every_command_answers(stage: Stage) -> None:
    for command in COMMANDS:
        someone = await stage.person("Ann")
        assert (await someone.says(f"/{command.name}"))["message_id"]
        assert (await someone.says(f"/{command.name} 3"))["message_id"]


async def test_a_card_its_buttons_and_the_way_back(stage: Stage) -> None:
    ann = await stage.person("Ann")
    card = await ann.says("/posting 3", "Staff Nurse")
    asked = await ann.turns(card, "Requirements", "NMC registration")
    card = await ann.turns(asked, "Back", "Staff Nurse")
    await ann.turns(card, "Benefits", "27 days annual leave")


async def test_a_list_turns_its_pages_in_place(stage: Stage) -> None:
    ann = await stage.person("Ann")
    first = await ann.says("/postings", "1–5")
    second = await ann.turns(first, "More", "6–10")
    assert second["message_id"] == first["message_id"]
    assert "1–5" in (await ann.turns(second, "Back"))["text"]


async def test_plain_text_is_a_search_a_question_or_a_posting_and_the_reply_says_which(stage: Stage) -> None:
    ann = await stage.person("Ann")
    assert "Searched:" in (await ann.says("rust london"))["text"]
    await ann.says("/posting 3", "Staff Nurse")
    assert "read as:" in (await ann.says("how many days off?", "27 days"))["text"]
    assert "Stored as #" in (await ann.says(POSTING))["text"]


async def test_a_document_becomes_a_posting_that_nobody_else_sees(stage: Stage) -> None:
    ann, eve = await stage.person("Ann"), await stage.person("Eve")
    text = POSTING.replace("Wrexham", "Holyhead")
    await ann.gives("advert.txt", text.encode(), "Stored as #")
    await ann.says("/find holyhead", "Stone")
    assert "Stone & Sons" not in (await eve.says("/find holyhead"))["text"]


async def test_an_edited_message_does_not_run_again(stage: Stage) -> None:
    ann = await stage.person("Ann")
    message = await ann.sends("/posting 3")
    await stage.reply(ann.id, "Staff Nurse")
    await stage.edit(ann, message, "/posting 5")
    assert await stage.silent(ann.id)


async def test_a_message_that_was_told_to_wait_arrives_once(stage: Stage) -> None:
    ann = await stage.person("Ann")
    await stage.fail("sendMessage", "error", status=429, description="Too Many Requests: retry after 1", retry_after=1)
    await ann.says("/posting 3", "Staff Nurse")


async def test_a_lost_answer_is_not_sent_again(stage: Stage) -> None:
    ann = await stage.person("Ann")
    await stage.fail("sendMessage", "drop_after")
    await ann.says("/posting 3", "Staff Nurse")
    await ann.says("/posting 5", "posting #5")
