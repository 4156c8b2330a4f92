"""Settings, menus, and what a person can do with all that is stored about them."""

import json

from bot.views.commands import COMMANDS, Scope
from tests.support.stage import Stage, labels

POSTING = (
    "Cooper\nBarrel Works\nPorthmadog\n\nRequirements\n- 2 years of experience with oak\n\n"
    "Benefits\n- 25 days holiday\n"
)


async def test_the_time_zone_is_set_by_a_city_and_echoed(stage: Stage) -> None:
    ann = await stage.person("Ann")
    assert "UTC" in (await ann.says("/settings"))["text"]
    assert "Europe/Berlin" in (await ann.says("/settings München"))["text"]
    assert "no time zone" in (await ann.says("/settings Atlantis"))["text"]
    assert "Europe/Berlin" in (await ann.says("/timezone"))["text"]


async def test_the_rhythm_is_set_in_place(stage: Stage) -> None:
    ann = await stage.person("Ann")
    shown = await ann.says("/settings")
    shown = await ann.turns(shown, "Weekly", "weekly")
    assert "✓ Weekly" in labels(shown)


async def test_settings_of_a_group_are_for_its_administrators(stage: Stage) -> None:
    ann, ben = await stage.person("Ann"), await stage.person("Ben")
    group = await stage.group(ben, admins=(ann,))
    assert "Only administrators" in (await ben.says(f"/settings@{stage.username} Berlin", chat=group))["text"]
    shown = await ann.says(f"/settings@{stage.username} Oslo", "Europe/Oslo", chat=group)
    assert "Only administrators" in await ben.presses(shown, "Weekly")
    await ann.turns(shown, "Weekly", "weekly")
    await stage.member_becomes(group, ann, "member")
    assert "Only administrators" in await ann.presses(shown, "At once")
    await stage.send(ben, {"text": f"/settings@{stage.username} Lisbon"}, chat=group, anonymous=True)
    await stage.reply(group, "Europe/Lisbon")


async def test_everything_about_a_person_is_exported_and_forgotten(stage: Stage) -> None:
    ann, eve = await stage.person("Ann"), await stage.person("Eve")
    await ann.says(POSTING, "Stored as #")
    await ann.presses(await ann.says("/posting 5", "posting #5"), "☆ Save")
    await ann.says("/find oak barrels", "Searched")
    await ann.says("/settings Berlin", "Europe/Berlin")
    await ann.sends("/export")
    document = await stage.reply(ann.id)
    data = json.loads(await stage.file(document))
    assert "Barrel Works" in data["postings"][0]["raw"]
    assert (data["saved"], data["settings"]["zone"], data["searches"]) == ([5], "Europe/Berlin", ["oak barrels"])
    question = await ann.says("/forget", "Forget everything")
    assert "Nothing was removed" in (await ann.turns(question, "Keep it"))["text"]
    question = await ann.says("/deleteme", "Forget everything")
    gone = await ann.turns(question, "Forget everything", "Removed")
    assert "1 private posting, 1 saved" in gone["text"]
    await ann.sends("/export")
    data = json.loads(await stage.file(await stage.reply(ann.id)))
    assert (data["postings"], data["saved"], data["searches"]) == ([], [], [])
    assert "Barrel Works" not in (await eve.says("/find cooper"))["text"]


async def test_personal_commands_say_in_a_group_where_they_work(stage: Stage) -> None:
    ann = await stage.person("Ann")
    group = await stage.group(ann)
    for name in ("export", "forget", "saved", "hidden"):
        assert "private chat" in (await ann.says(f"/{name}@{stage.username}", chat=group))["text"]


async def test_menus_fit_their_places_and_languages(stage: Stage) -> None:
    found = {(menu["scope"]["type"], menu["language_code"]): menu["commands"] for menu in await stage.menus()}
    private = [entry["command"] for entry in found["all_private_chats", ""]]
    assert private == [command.name for command in COMMANDS]
    groups = [entry["command"] for entry in found["all_group_chats", ""]]
    assert groups == [command.name for command in COMMANDS if command.scope is Scope.GROUPS]
    assert "settings" in [entry["command"] for entry in found["all_chat_administrators", ""]]
    for language in ("de", "fr", "nl", "es"):
        translated = found["all_private_chats", language]
        assert [entry["command"] for entry in translated] == private
        assert translated != found["all_private_chats", ""]


async def test_aliases_that_people_know_work(stage: Stage) -> None:
    ann = await stage.person("Ann")
    for alias, name in (
        ("list", "postings"),
        ("search rust", "find rust"),
        ("favorites", "saved"),
        ("job 3", "posting 3"),
    ):
        assert (await ann.says(f"/{alias}"))["text"] == (await ann.says(f"/{name}"))["text"]
    assert "Nothing is going on" in (await ann.says("/cancel"))["text"]
