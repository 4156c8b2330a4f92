"""What the buttons of cards and lists do in private: marking, comparing, explaining, and staying polite when old."""

from tests.support.stage import Stage, labels


async def test_a_saved_posting_is_listed_until_it_is_given_up(stage: Stage) -> None:
    ann, eve = await stage.person("Ann"), await stage.person("Eve")
    card = await ann.says("/posting 5", "posting #5")
    assert "Saved" in await ann.presses(card, "☆ Save")
    card = await stage.edited(ann.id)
    assert "★ Saved" in labels(card)
    shelf = await ann.says("/favorites", "1 saved posting")
    assert labels(shelf) == ["#5"]
    assert "Nothing saved" in (await eve.says("/saved"))["text"]
    await ann.presses(card, "★ Saved")
    assert "Nothing saved" in (await ann.says("/saved"))["text"]


async def test_a_hidden_posting_is_left_out_and_comes_back(stage: Stage) -> None:
    ann = await stage.person("Ann")
    found = await ann.says("/find nurse", "#3")
    card = await ann.turns(found, "#3", "posting #3")
    assert "Hidden" in await ann.presses(card, "Hide")
    again = await ann.says("/find nurse", "hidden")
    assert "#3" not in labels(again)
    shelf = await ann.says("/hidden", "1 hidden posting")
    card = await ann.turns(shelf, "#3", "posting #3")
    await ann.presses(card, "Show again")
    assert "#3" in labels(await ann.says("/find nurse"))


async def test_a_card_opened_from_hits_says_why_and_leads_back(stage: Stage) -> None:
    ann = await stage.person("Ann")
    found = await ann.says("/find rust london", "Searched:")
    card = await ann.turns(found, "#1", "posting #1")
    why = await ann.turns(card, "Why?", "because of")
    assert "rust" in why["text"].lower()
    card = await ann.turns(why, "Back to the card", "posting #1")
    assert "Searched:" in (await ann.turns(card, "Back to the hits"))["text"]


async def test_two_postings_are_set_side_by_side(stage: Stage) -> None:
    ann = await stage.person("Ann")
    assert "#1" in (await ann.says("/compare 1 2"))["text"]
    card = await ann.says("/posting 1", "posting #1")
    choice = await ann.turns(card, "Compare", "with")
    other = next(label for label in labels(choice) if label.startswith("#"))
    compared = await ann.turns(choice, other)
    assert other.split()[0] in compared["text"]
    assert "use it like this" in (await ann.says("/compare 1"))["text"].lower()


async def test_similar_postings_open_from_their_list(stage: Stage) -> None:
    ann = await stage.person("Ann")
    card = await ann.says("/posting 5", "posting #5")
    similar = await ann.turns(card, "Similar", "Similar to #5")
    number = labels(similar)[0]
    await ann.turns(similar, number, f"posting {number}")


async def test_an_answer_to_a_card_is_a_question_about_that_posting(stage: Stage) -> None:
    ann = await stage.person("Ann")
    card = await ann.says("/posting 3", "Staff Nurse")
    await ann.says("/posting 5", "posting #5")
    await ann.says("days off?", "27 days", reply_to=card["message_id"])
    await ann.says("/posting 5", "posting #5")
    await ann.says("/benefits", "27 days annual leave", reply_to=card["message_id"])


async def test_buttons_of_another_time_are_answered(stage: Stage) -> None:
    ann, eve = await stage.person("Ann"), await stage.person("Eve")
    found = await ann.says("/find rust", "Searched:")
    data = next(
        button["callback_data"]
        for row in found["reply_markup"]["inline_keyboard"]
        for button in row
        if button["text"] == "#1"
    )
    assert data.startswith("1:c:1:")
    card = await eve.says("/posting 1", "posting #1")
    # The number of Ann's search means nothing in Eve's chat.
    query = int(data.split(":")[3])
    assert query > 0
    assert "Searched" not in (await eve.turns(card, "Requirements"))["text"]


async def test_a_server_that_does_not_know_times_gets_plain_ones(stage: Stage) -> None:
    ann = await stage.person("Ann")
    refusal = 'Bad Request: can\'t parse entities: Unsupported start tag "tg-time" at byte offset 9'
    await stage.fail("sendMessage", "error", status=400, description=refusal)
    card = await ann.says("/posting 3", "2027-03-14")
    assert not [entity for entity in card["entities"] if entity["type"] == "date_time"]
    card = await ann.says("/posting 3", "2027-03-14")
    assert [entity for entity in card["entities"] if entity["type"] == "date_time"]
