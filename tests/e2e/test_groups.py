"""What happens in groups: addressed commands, answers in the thread, other people's buttons, and what never shows."""

from tests.support.stage import Actor, Stage, labels

POSTING = (
    "Smith\nHidden Forge\nConwy\n\nRequirements\n- 2 years of experience at the anvil\n\nBenefits\n- 25 days holiday\n"
)


async def met(stage: Stage, **options: object) -> tuple[Actor, Actor, int]:
    """Two people and their group."""
    ann, ben = await stage.person("Ann"), await stage.person("Ben")
    return ann, ben, await stage.group(ann, ben, **options)


async def test_an_addressed_command_is_answered_to_its_sender(stage: Stage) -> None:
    ann, _, group = await met(stage)
    asked = await ann.sends(f"/posting@{stage.username} 3", chat=group)
    card = await stage.reply(group, "Staff Nurse")
    assert card["reply_to_message"]["message_id"] == asked["message_id"]
    assert "Open in private" in labels(card)
    assert not {"☆ Save", "Hide", "Share"} & set(labels(card))


async def test_what_is_not_for_the_bot_is_left_alone(stage: Stage) -> None:
    ann, _, group = await met(stage)
    await stage.bot_becomes(group, "administrator")
    for line in ("hello all", "/posting 3", "/frobnicate", "/posting@some_other_bot 3", "what is the salary of #3?"):
        await ann.sends(line, chat=group)
        assert await stage.silent(group), line
    await ann.says(f"@{stage.username} what is the salary of #3?", "31,049", chat=group)


async def test_an_answer_to_a_card_is_a_question_about_it(stage: Stage) -> None:
    ann, ben, group = await met(stage)
    card = await ann.says(f"/posting@{stage.username} 3", "Staff Nurse", chat=group)
    await ben.says("how many days off?", "27 days", chat=group, reply_to=card["message_id"])
    await ben.says("/requirements", "NMC", chat=group, reply_to=card["message_id"])


async def test_answers_stay_in_their_topic(stage: Stage) -> None:
    ann, _, group = await met(stage, forum=True)
    topic = await stage.topic(group, "Jobs")
    card = await ann.says(f"/posting@{stage.username} 3", "Staff Nurse", chat=group, thread=topic)
    assert card["message_thread_id"] == topic
    general = await ann.says(f"/posting@{stage.username} 5", "posting #5", chat=group)
    assert not general.get("is_topic_message")


async def test_a_button_of_somebody_elses_message_does_nothing(stage: Stage) -> None:
    ann, ben, group = await met(stage)
    card = await ann.says(f"/posting@{stage.username} 3", "Staff Nurse", chat=group)
    assert "somebody else" in await ben.presses(card, "Benefits")
    assert await ann.presses(card, "Benefits") == ""
    assert "27 days" in (await stage.edited(group))["text"]


async def test_private_postings_are_never_shown_in_a_group(stage: Stage) -> None:
    ann, _, group = await met(stage)
    receipt = await ann.says(POSTING, "Stored as #")
    number = receipt["text"].split("#")[1].split(":")[0]
    for line in (f"/posting@{stage.username} {number}", f"/find@{stage.username} forge", f"/saved@{stage.username}"):
        assert "Hidden Forge" not in (await ann.says(line, chat=group))["text"]
    assert "Hidden Forge" in (await ann.says("/find forge"))["text"]


async def test_a_posting_sent_in_a_group_is_sent_back_to_private(stage: Stage) -> None:
    ann, _, group = await met(stage)
    card = await ann.says(f"/posting@{stage.username} 3", "Staff Nurse", chat=group)
    await ann.says(POSTING, "in private", chat=group, reply_to=card["message_id"])
    assert "Hidden Forge" not in (await ann.says("/find forge"))["text"]


async def test_an_anonymous_administrator_is_answered(stage: Stage) -> None:
    ann, _, group = await met(stage)
    await stage.send(ann, {"text": f"/posting@{stage.username} 3"}, chat=group, anonymous=True)
    card = await stage.reply(group, "Staff Nurse")
    assert await ann.presses(card, "Benefits") == ""


async def test_a_group_that_becomes_a_supergroup_is_followed(stage: Stage) -> None:
    ann, ben = await stage.person("Ann"), await stage.person("Ben")
    group = await stage.group(ann, ben, kind="group")
    await ann.says(f"/posting@{stage.username} 3", "Staff Nurse", chat=group)
    new = await stage.migrate(group)
    await ann.says(f"/ask@{stage.username} how many days off?", "27 days", chat=new)


async def test_a_kicked_bot_that_returns_goes_on(stage: Stage) -> None:
    ann, _, group = await met(stage)
    await ann.says(f"/posting@{stage.username} 3", "Staff Nurse", chat=group)
    for status in ("kicked", "restricted"):
        await stage.bot_becomes(group, status)
        await stage.bot_becomes(group, "member")
        await ann.says(f"/posting@{stage.username} 5", "posting #5", chat=group)


async def test_nothing_queued_for_a_chat_that_closed_is_lost(stage: Stage) -> None:
    ann, _, group = await met(stage)
    refusal = {"status": 403, "description": "Forbidden: bot was kicked from the supergroup chat"}
    await stage.fail("sendMessage", "error", **refusal)
    await ann.sends(f"/posting@{stage.username} 3", chat=group)
    assert await stage.silent(group)
    await stage.bot_becomes(group, "kicked")
    await stage.bot_becomes(group, "member")
    await stage.reply(group, "Staff Nurse")


async def test_a_chat_that_can_be_written_to_again_gets_what_was_kept_without_being_told(stage: Stage) -> None:
    ann, _, group = await met(stage)
    rights = "Bad Request: not enough rights to send text messages to the chat"
    await stage.fail("sendMessage", "error", status=400, description=rights)
    await ann.sends(f"/posting@{stage.username} 3", chat=group)
    assert await stage.silent(group)
    await ann.says(f"/posting@{stage.username} 5", "posting #5", chat=group)
    await stage.reply(group, "Staff Nurse")


async def test_what_a_moved_group_was_owed_arrives_in_the_new_chat(stage: Stage) -> None:
    ann = await stage.person("Ann")
    group = await stage.group(ann, kind="group")
    refusal = {"status": 429, "description": "Too Many Requests: retry after 2", "retry_after": 2}
    await stage.fail("sendMessage", "error", **refusal)
    await ann.sends(f"/posting@{stage.username} 3", chat=group)
    assert await stage.silent(group)
    await stage.reply(await stage.migrate(group), "Staff Nurse")


async def test_one_who_blocks_the_bot_and_returns_misses_nothing(stage: Stage) -> None:
    ann = await stage.person("Ann")
    await stage.fail("sendMessage", "error", status=403, description="Forbidden: bot was blocked by the user")
    await ann.sends("/posting 3")
    assert await stage.silent(ann.id)
    await stage.block(ann, blocked=True)
    await stage.block(ann, blocked=False)
    await stage.reply(ann.id, "Staff Nurse")


async def test_a_group_is_told_what_works_in_it(stage: Stage) -> None:
    ann, _, group = await met(stage)
    greeting = (await ann.says(f"/start@{stage.username}", "Three things to try here", chat=group))["text"]
    assert "sent to me in private" in greeting
    commands = (await ann.says(f"/help@{stage.username}", "when I am addressed", chat=group))["text"]
    assert "/find WORDS" in commands
    assert "/subscribe" in commands
    assert not [name for name in ("/saved", "/export", "/set ") if name in commands]
