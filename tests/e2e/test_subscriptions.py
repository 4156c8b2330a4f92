"""Subscriptions as people set them up: looked at, adjusted, saved, shared, aimed at channels, and who may do so."""

from tests.support.stage import Actor, Message, Stage, labels


def link_token(message: Message, label: str) -> str:
    """The payload behind a button that is a link."""
    rows = message["reply_markup"]["inline_keyboard"]
    url = next(button["url"] for row in rows for button in row if button["text"] == label)
    return str(url.split("=")[1])


async def subscribed(person: Actor, line: str, **where: int) -> Message:
    """The receipt of a saved subscription."""
    shown = await person.says(f"/subscribe {line}", "not saved yet", **where)
    return await person.turns(shown, "✓ Subscribe", "Subscribed, number")


async def test_a_search_is_looked_at_adjusted_and_saved(stage: Stage) -> None:
    ann = await stage.person("Ann")
    shown = await ann.says("/subscribe rust london daily 8:00 berln", "not saved yet")
    assert "daily at 08:00, Berlin" in shown["text"]
    assert "held 1 hit" in shown["text"]
    assert "Nothing is subscribed" in (await ann.says("/subscriptions"))["text"]
    when = await ann.turns(shown, "When…", "daily at 08:00")
    when = await ann.turns(when, "Weekly", "Mon at 08:00")
    when = await ann.turns(when, "Thu", "Mon and Thu at 08:00")
    when = await ann.turns(when, "+1 h", "Mon and Thu at 09:00")
    when = await ann.turns(when, "−15 min", "Mon and Thu at 08:45")
    when = await ann.turns(when, "🌙 Quiet at night", "quiet 22:00–07:00")
    shown = await ann.turns(when, "‹ Done", "Mon and Thu at 08:45, Berlin, quiet 22:00–07:00")
    await ann.turns(shown, "✓ Subscribe", "Subscribed, number")
    listed = await ann.says("/subscriptions", "1 subscription")
    assert "matched 0 · told 0 · deferred 0" in listed["text"]


async def test_a_subscription_is_paused_resumed_edited_and_ended(stage: Stage) -> None:
    ann = await stage.person("Ann")
    receipt = await subscribed(ann, "nurse daily 7:30 london")
    number = receipt["text"].split("number ")[1].split(":")[0]
    listed = await ann.says("/subscriptions", "1 subscription")
    listed = await ann.turns(listed, f"Pause {number}", "paused")
    listed = await ann.turns(listed, f"Resume {number}", "runs")
    shown = await ann.turns(listed, f"Edit {number}", f"Change subscription {number}")
    left = await ann.turns(shown, "Leave as it was", "Left as it was")
    assert labels(left) == []
    shown = await ann.says(f"/change {number} staff nurse 6pm", "not saved yet")
    assert "daily at 18:00, London" in shown["text"]
    await ann.turns(shown, "✓ Save", f"number {number}: nurse staff")
    listed = await ann.says("/subscriptions", "1 subscription")
    ended = await ann.turns(listed, f"End {number}", "Ended: nurse staff")
    assert "Nothing is subscribed" in (await ann.says("/subscriptions"))["text"]
    await ann.turns(ended, "Have it back", "daily at 18:00, London")


async def test_times_alone_change_what_is_looked_at(stage: Stage) -> None:
    ann = await stage.person("Ann")
    await ann.says("/subscribe rust daily 8:00 berlin", "not saved yet")
    shown = await ann.says("daily 9:30 tokyo", "daily at 09:30, Tokyo")
    await ann.turns(shown, "✓ Subscribe", "Subscribed, number")


async def test_an_answer_changes_what_is_looked_at(stage: Stage) -> None:
    ann = await stage.person("Ann")
    shown = await ann.says("/subscribe rust daily 8:00 berlin", "not saved yet")
    shown = await ann.says("9:15 mon,thu", "Mon and Thu at 09:15, Berlin", reply_to=shown["message_id"])
    shown = await ann.says("rust in:london", "rust in:london", reply_to=shown["message_id"])
    assert "Mon and Thu at 09:15, Berlin" in shown["text"]
    assert "no time zone" in (await ann.says("8:00 gotham", reply_to=shown["message_id"]))["text"]
    await ann.turns(shown, "✓ Subscribe", "Subscribed, number")
    assert "rust in:london" in (await ann.says("/subscriptions", "1 subscription"))["text"]


async def test_a_shared_subscription_is_saved_by_its_receiver(stage: Stage) -> None:
    ann, ben = await stage.person("Ann"), await stage.person("Ben")
    receipt = await subscribed(ann, "rust london mon,thu 18:30 berlin quiet 22-7")
    shared = await ann.turns(receipt, "Share", "Whoever opens the link")
    token = link_token(shared, "Open the link")
    assert len(token) <= 64
    await ben.says("/settings Lisbon", "Europe/Lisbon")
    shown = await ben.says(f"/start {token}", "shared a subscription")
    assert "Mon and Thu at 18:30, Lisbon\n" in shown["text"]
    await ben.turns(shown, "✓ Subscribe", "Subscribed, number")
    assert "1 subscription" in (await ben.says("/subscriptions"))["text"]
    assert "do not know" in (await ben.says("/start sAAAAAAAAAAAAAAAA"))["text"]


async def test_another_persons_subscription_is_out_of_reach(stage: Stage) -> None:
    ann, ben = await stage.person("Ann"), await stage.person("Ben")
    receipt = await subscribed(ann, "carpenter daily 8:00 berlin")
    number = receipt["text"].split("number ")[1].split(":")[0]
    assert "somebody else's" in (await ben.says(f"/change {number} plumber"))["text"]
    assert "carpenter" in (await ann.says("/subscriptions"))["text"]


async def test_a_channel_is_picked_and_rights_are_asked_there(stage: Stage) -> None:
    ann, eve = await stage.person("Ann"), await stage.person("Eve")
    channel = await stage.channel(ann)
    for person, answer in ((eve, "Only administrators of"), (ann, "Picked: Channel")):
        shown = await person.says("/subscribe rust daily 8:00 berlin", "not saved yet")
        await person.presses(shown, "Where…")
        question = await stage.reply(person.id, "Pick a channel or a group")
        await stage.pick(person, question, "A channel", channel)
        await stage.reply(person.id, answer)
    shown = await stage.reply(ann.id, "Where: Channel")
    await ann.turns(shown, "✓ Subscribe", "in Channel")
    assert "→ Channel" in (await ann.says("/subscriptions"))["text"]
    assert "Nothing is subscribed" in (await eve.says("/subscriptions"))["text"]


async def test_who_is_no_administrator_any_more_saves_nothing_for_a_channel(stage: Stage) -> None:
    ann = await stage.person("Ann")
    channel = await stage.channel(ann)
    shown = await ann.says("/subscribe rust daily 8:00 berlin", "not saved yet")
    await ann.presses(shown, "Where…")
    await stage.pick(ann, await stage.reply(ann.id, "Pick a channel"), "A channel", channel)
    shown = await stage.reply(ann.id, "Where: Channel")
    await stage.member_becomes(channel, ann, "member")
    assert "Only administrators of" in await ann.presses(shown, "✓ Subscribe")
    assert "Nothing is subscribed" in (await ann.says("/subscriptions"))["text"]


async def test_in_a_group_administrators_subscribe_for_their_topic(stage: Stage) -> None:
    ann, ben = await stage.person("Ann"), await stage.person("Ben")
    group = await stage.group(ben, admins=(ann,), forum=True)
    topic = await stage.topic(group, "Jobs")
    line = f"/subscribe@{stage.username} rust daily 8:00 berlin"
    assert "Only administrators" in (await ben.says(line, chat=group, thread=topic))["text"]
    shown = await ann.says(line, "not saved yet", chat=group, thread=topic)
    assert shown["message_thread_id"] == topic
    assert "Where…" not in labels(shown)
    assert await ben.presses(shown, "✓ Subscribe") != "Saved."
    await ann.turns(shown, "✓ Subscribe", "Subscribed, number")
    listed = await ann.says(f"/subscriptions@{stage.username}", "1 subscription", chat=group)
    assert "Only administrators" in await ben.presses(listed, labels(listed)[0])


async def test_what_cannot_be_subscribed_is_one_clear_line_and_changes_nothing(stage: Stage) -> None:
    ann = await stage.person("Ann")
    for line, answer in (
        ("", "Use it like this"),
        ("daily 8:00", "Say what to look for"),
        ("rust daily 8:00 gotham", "no time zone"),
        ("rust 25:00", "no time of day"),
        ("rust deadline<2020-01-01", "lies in the past"),
        ("rust quiet 7-7", "no length"),
        ("rust daily until 2020-01-01", "lies in the past"),
    ):
        said = (await ann.says(f"/subscribe {line}", answer))["text"]
        assert "\n" not in said
    assert "Use it like this" in (await ann.says("/change rust"))["text"]
    assert "does not exist" in (await ann.says("/change 999 rust"))["text"]
    assert "Nothing is subscribed" in (await ann.says("/subscriptions"))["text"]
