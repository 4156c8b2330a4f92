"""What people do with the postings that they send: correct, share, discard, in whatever form they come."""

import json

import pytest

from tests.support.documents_made import pdf, word
from tests.support.stage import Stage, labels

POSTING = (
    "{title}\n{company}\nWrexham\n\nSalary: £30,000 a year\n\nRequirements\n- 2 years of experience in TIG welding\n\n"
    "Benefits\n- 25 days holiday\n"
)


def posting(title: str, company: str = "Stone & Sons") -> str:
    return POSTING.format(title=title, company=company)


async def test_a_pasted_posting_gets_a_receipt_with_buttons(stage: Stage) -> None:
    ann = await stage.person("Ann")
    receipt = await ann.says(posting("Pipe Welder"), "Stored as #")
    assert "not stated" in receipt["text"]
    assert {"Share", "Correct", "Discard"} <= set(labels(receipt))


async def test_a_correction_is_read_shown_and_found(stage: Stage) -> None:
    ann = await stage.person("Ann")
    receipt = await ann.says(posting("Plate Welder"), "Stored as #")
    how = await ann.turns(receipt, "Correct", "/set")
    assert "2027-05-31" in (await ann.says("/set deadline 2027-05-31", "Corrected", reply_to=how["message_id"]))["text"]
    assert "Anvil" in (await ann.says("/set company Anvil & Daughters", "Corrected"))["text"]
    assert "Pay: £41,500" in (await ann.says("/set pay £41,500 a year", "Corrected"))["text"]
    assert "Pay: not stated" in (await ann.says("/set pay -", "Corrected"))["text"]
    assert "cannot be set" in (await ann.says("/set colour blue"))["text"]
    assert "cannot read" in (await ann.says("/set pay plenty"))["text"]
    assert "Anvil" in (await ann.says("/find anvil", "Plate Welder"))["text"]
    public = await ann.says("/posting 3", "posting #3")
    assert "seen by everybody" in (await ann.says("/set title X", reply_to=public["message_id"]))["text"]


async def test_sharing_asks_first_and_then_everybody_sees_it(stage: Stage) -> None:
    ann, eve = await stage.person("Ann"), await stage.person("Eve")
    receipt = await ann.says(posting("Boiler Welder", "Quillon"), "Stored as #")
    question = await ann.turns(receipt, "Share", "Everybody")
    kept = await ann.turns(question, "Keep it to me", "seen by you alone")
    assert "Quillon" not in (await eve.says("/find boiler"))["text"]
    question = await ann.turns(kept, "Share", "Everybody")
    shared = await ann.turns(question, "Share with everybody")
    assert "Share" not in labels(shared)
    assert "Quillon" in (await eve.says("/find boiler"))["text"]


async def test_discarding_asks_first_and_the_number_is_not_given_again(stage: Stage) -> None:
    ann = await stage.person("Ann")
    receipt = await ann.says(posting("Hull Welder"), "Stored as #")
    question = await ann.turns(receipt, "Discard", "gone for good")
    gone = await ann.turns(question, "Discard", "Discarded")
    number = receipt["text"].split("#")[1].split(":")[0]
    assert f"#{number}" in gone["text"]
    assert "no posting" in (await ann.says(f"/posting {number}"))["text"]
    assert "Hull" not in (await ann.says("/find hull"))["text"].replace("/find hull", "").replace("hull", "")
    again = await ann.says(posting("Keel Welder"), "Stored as #")
    assert f"#{number}:" not in again["text"]


async def test_nobody_else_can_touch_a_private_posting(stage: Stage) -> None:
    ann, eve = await stage.person("Ann"), await stage.person("Eve")
    receipt = await ann.says(posting("Ship Welder"), "Stored as #")
    number = receipt["text"].split("#")[1].split(":")[0]
    for line in (f"/posting {number}", f"/requirements {number}", f"/compare 1 {number}", f"what does #{number} pay?"):
        assert "Ship Welder" not in (await eve.says(line))["text"]


async def test_a_short_forwarded_advert_is_a_posting(stage: Stage) -> None:
    ann = await stage.person("Ann")
    await stage.send(ann, {"text": "Baker wanted at Crumb & Co, Leeds. Salary: £25,000 a year."}, forwarded=True)
    assert "Stored as #" in (await stage.reply(ann.id))["text"]


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "json"])
async def test_documents_of_every_form_are_read(stage: Stage, form: str) -> None:
    ann = await stage.person("Ann")
    text = posting(f"{form.upper()} Welder", form.title())
    made = {
        "pdf": lambda: pdf(text.splitlines()),
        "docx": lambda: word("Docx Welder", text.splitlines(), ["25 days holiday"], [("Salary", "£31,000 a year")]),
        "html": lambda: "".join(
            ("<html><body><h1>Welder</h1>", *(f"<p>{line}</p>" for line in text.splitlines()))
        ).encode(),
        "json": lambda: json.dumps({"@type": "JobPosting", "title": "Welder", "description": text}).encode(),
    }[form]()
    assert "Stored as #" in (await ann.gives(f"advert.{form}", made))["text"]


async def test_what_cannot_be_read_gets_one_friendly_line(stage: Stage) -> None:
    ann = await stage.person("Ann")
    for name, data in (("x.bin", b"\x00\x01\x02" * 99), ("empty.txt", b""), ("cv.txt", b"hello there")):
        text = (await ann.gives(name, data or b" "))["text"]
        assert "\n" not in text
        assert "Traceback" not in text


async def test_links_into_the_own_network_are_refused(stage: Stage) -> None:
    ann = await stage.person("Ann")
    for address in (
        "http://127.0.0.1/job",
        "look: http://localhost:8080/x",
        "https://169.254.169.254/latest",
        "ftp://a.example/x",
    ):
        text = (await ann.says(address))["text"]
        assert "Stored" not in text
        assert "Searched" not in text
