"""What inline queries offer, and what inserted cards do in any chat."""

from tests.support.stage import Stage, labels

POSTING = (
    "Farrier\nUnseen Hooves\nBala\n\nRequirements\n- 2 years of experience with horses\n\nBenefits\n- 25 days holiday\n"
)


async def test_a_line_a_number_and_nothing_at_all(stage: Stage) -> None:
    ann = await stage.person("Ann")
    assert "Senior Rust Engineer" in (await ann.asks("rust london"))["results"][0]["title"]
    one = await ann.asks("#12")
    assert [result["id"] for result in one["results"]] == ["12"]
    assert (await ann.asks(""))["results"]


async def test_pages_follow_each_other_without_a_gap(stage: Stage) -> None:
    ann = await stage.person("Ann")
    first = await ann.asks("")
    assert len(first["results"]) == 10
    second = await ann.asks("", first["next_offset"])
    numbers = [result["id"] for answer in (first, second) for result in answer["results"]]
    assert len(set(numbers)) == len(numbers) > 10


async def test_nothing_found_leads_to_the_private_chat(stage: Stage) -> None:
    ann = await stage.person("Ann")
    answer = await ann.asks("zzzzqqqq")
    assert answer["results"] == []
    payload = answer["button"]["start_parameter"]
    assert len(payload) <= 64
    assert "zzzzqqqq" in (await ann.says(f"/start {payload}"))["text"]


async def test_a_line_that_cannot_be_used_leads_to_the_reason(stage: Stage) -> None:
    ann = await stage.person("Ann")
    answer = await ann.asks("frob:nicate pay>=")
    payload = (answer.get("button") or {}).get("start_parameter")
    if payload:
        assert (await ann.says(f"/start {payload}"))["text"]


async def test_an_inserted_card_works_in_a_chat_that_the_bot_is_not_in(stage: Stage) -> None:
    ann, ben = await stage.person("Ann"), await stage.person("Ben")
    group = await stage.group(ann, ben)
    await stage.bot_becomes(group, "left")
    inserted = await stage.insert(ann, await ann.asks("#3"), "3", group)
    assert await ben.presses(inserted, "Benefits") == ""
    details = await stage.inserted(inserted, "27 days annual leave")
    assert labels(details) == ["Back to the card"]
    assert await ann.presses(inserted, "Back") == ""
    assert "Open in private" in labels(await stage.inserted(inserted, "Staff Nurse"))


async def test_a_card_inserted_in_the_private_chat_is_not_taken_for_a_posting(stage: Stage) -> None:
    ann = await stage.person("Ann")
    await stage.insert(ann, await ann.asks("#3"), "3", ann.id)
    assert await stage.silent(ann.id)


async def test_private_postings_are_never_offered(stage: Stage) -> None:
    ann = await stage.person("Ann")
    receipt = await ann.says(POSTING, "Stored as #")
    number = receipt["text"].split("#")[1].split(":")[0]
    for line in (f"#{number}", "farrier", ""):
        assert all("Unseen" not in result["title"] for result in (await ann.asks(line))["results"])
    await ann.says("/saved")
    assert "Unseen Hooves" in (await ann.says(f"/start p{number}"))["text"]


async def test_links_open_postings_and_forgive_nonsense(stage: Stage) -> None:
    ann = await stage.person("Ann")
    assert "Staff Nurse" in (await ann.says("/start p3"))["text"]
    assert "no posting" in (await ann.says("/start p99999"))["text"]
    assert "do not know" in (await ann.says("/start qAAAAAAAAAAAAAAAA"))["text"]
    assert "Hello" in (await ann.says("/start whatever"))["text"]
