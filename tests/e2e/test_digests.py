"""A digest as its reader gets it, and figures as a picture."""

import pytest

from tests.support.stage import Stage, labels

POSTING = (
    "Farrier\nHidden Forge Ltd\nConwy\n\nSalary: £31,000 a year\n\nRequirements\n"
    "- 2 years of experience at the anvil\n- driving licence\n"
)


# The bot by itself needs half a minute here, and takes its updates as in the other scenarios: once is enough.
@pytest.mark.parametrize("stage", ["local", "polling"], indirect=True)
async def test_a_new_posting_is_told_at_once_and_opens_below(stage: Stage) -> None:
    ann = await stage.person("Ann")
    shown = await ann.says("/subscribe farrier at once", "not saved yet")
    await ann.turns(shown, "✓ Subscribe", "Subscribed, number")
    await ann.sends(POSTING)
    digest = await stage.unasked(ann.id, "1 new posting · farrier")
    assert "Farrier, Hidden Forge Ltd" in digest["text"]
    assert "£31,000 a year" in digest["text"]
    opened = next(label for label in labels(digest) if label.startswith("#"))
    await ann.presses(digest, opened)
    card = await stage.reply(ann.id, "Hidden Forge Ltd")
    assert "☆ Save" in labels(card)
    assert "/subscriptions resumes it" in await ann.presses(digest, "Pause")
    assert "⏸ paused" in (await ann.says("/subscriptions"))["text"]


async def test_figures_are_a_picture_with_the_same_in_words(stage: Stage) -> None:
    ann = await stage.person("Ann")
    await ann.sends("/stats nurse")
    message = await stage.reply(ann.id)
    assert "photo" in message
    assert message["caption"].startswith("📊 ")
    assert "Pay not stated: " in message["caption"]
    assert "finds no posting" in (await ann.says("/stats qwertzuiop"))["text"]


async def test_where_pictures_are_not_allowed_the_words_stand_alone(stage: Stage) -> None:
    ann = await stage.person("Ann")
    rights = "Bad Request: not enough rights to send photos to the chat"
    await stage.fail("sendPhoto", "error", status=400, description=rights)
    assert (await ann.says("/stats", "postings"))["text"].startswith("📊 ")
