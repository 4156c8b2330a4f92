"""The command line keeps its contract: keys, exit status, one line on trouble, the same bytes in every process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import cli

SEEDS = Path(__file__).parents[2] / "seeds" / "postings"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "r.db"


def run(db: Path, *arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [*arguments[:1], "--db", str(db), *arguments[1:]], input=stdin)


def test_add_prints_a_receipt_per_posting_and_stores_a_text_once(db: Path) -> None:
    sources = [str(SEEDS / "03-staff-nurse-leeds.txt"), str(SEEDS / "04-barista-lisbon.txt")]
    first = [json.loads(line) for line in run(db, "add", *sources, "--json").stdout.splitlines()]
    assert [(line["status"], line["id"], line["reason"]) for line in first] == [("added", 1, None), ("added", 2, None)]
    again = json.loads(run(db, "add", sources[0], "--json").stdout)
    assert again == {"source": sources[0], "status": "known", "id": 1, "reason": None}


def test_add_takes_folders_and_standard_input(db: Path) -> None:
    assert run(db, "add", str(SEEDS), "--json").stdout.count('"added"') == 22
    text = "Cook\nBlue Door Cafe\nYork\n\nBenefits\n- free lunch\n- 25 days holiday\n\nRequirements\n- patience\n"
    assert json.loads(run(db, "add", "-", "--json", stdin=text).stdout)["id"] == 23


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\x00\x01" * 99, "not a text file"),
        ("Bäcker ".encode("latin-1") * 40, "too few facts"),
        (b"a" * 10_000_000, "larger than"),
        (b"I had a quiet day and went for a walk. " * 9, "no job title"),
    ],
    ids=["empty", "binary", "latin", "huge", "diary"],
)
def test_bad_input_gives_one_line_and_stores_nothing(db: Path, tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(content)
    done = run(db, "add", str(file))
    assert done.exit_code == 1
    assert says in done.stdout
    assert done.stderr.count("\n") == 1
    assert run(db, "list", "--json").stdout == ""


def test_parse_shows_each_value_with_its_words(db: Path) -> None:
    page = SEEDS / "05-softwareentwickler-hamburg.txt"
    done = CliRunner().invoke(cli, ["parse", str(page), "--json"])
    line = json.loads(done.stdout)
    raw = page.read_text("utf-8")
    assert set(line) == {"source", "is_posting", "language", "posting", "unread"}
    assert line["language"] == "de"
    salary = line["posting"]["salary"]
    assert salary["value"] == {"min": 58000, "max": 72000, "currency": "EUR", "period": "year", "estimated": False}
    assert all(raw[each["start"] : each["stop"]] == each["quote"] for each in salary["evidence"])
    readable = CliRunner().invoke(cli, ["parse", str(page), "--trace"]).stdout
    assert "[salary.base]" in readable
    assert "not stated: " in readable


def test_parse_names_the_reason_of_a_page_that_is_no_posting(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("A walk in the park is good for the mind. " * 12)
    line = json.loads(CliRunner().invoke(cli, ["parse", str(file), "--json"]).stdout)
    assert line["is_posting"] is False
    assert line["posting"] is None
    assert line["reason"]


SAMPLES = Path(__file__).parents[1] / "intake" / "samples"


def test_a_source_with_several_postings_gives_a_receipt_and_a_reading_for_each(db: Path) -> None:
    feed = str(SAMPLES / "board_one.json")
    read = [json.loads(line) for line in CliRunner().invoke(cli, ["parse", feed, "--json"]).stdout.splitlines()]
    assert [line["source"] for line in read] == [feed, feed]
    added = [json.loads(line) for line in run(db, "add", feed, "--json").stdout.splitlines()]
    assert [(line["status"], line["id"]) for line in added] == [("added", 1), ("added", 2)]
    stored = json.loads(run(db, "show", "1", "--json").stdout)
    location = stored["posting"]["locations"][0]["evidence"][0]
    assert stored["raw"][location["start"] : location["stop"]] == location["quote"] == "Lyon, France"


def test_a_page_is_answered_from_in_its_words_not_its_markup(db: Path) -> None:
    run(db, "add", str(SAMPLES / "visible_page.html"))
    answer = json.loads(run(db, "ask", "does it mention blasting?", "--posting", "1", "--json").stdout)
    assert "<" not in answer["text"]
    assert "Draw up blasting plans" in answer["text"]
    shown = run(db, "ask", "what is the salary?", "--posting", "1").stdout
    assert "&nbsp;" not in shown


def test_find_and_ask_print_the_keys_of_the_contract(db: Path) -> None:
    run(db, "add", str(SEEDS))
    found = json.loads(run(db, "find", "kuberntes", "--json", "--limit", "2").stdout)
    assert set(found) >= {"query", "reading", "unread", "corrections", "total", "hits", "facets", "relax"}
    assert found["corrections"] == [{"from": "kuberntes", "to": "kubernetes"}]
    assert set(found["hits"][0]) >= {"posting", "score", "title", "company", "why", "snippet"}
    answer = json.loads(run(db, "ask", "what is the salary?", "--posting", "3", "--json").stdout)
    assert set(answer) == {"question", "reading", "status", "text", "evidence", "postings"}
    assert answer["status"] == "answered"


def test_batches_answer_line_by_line_and_survive_bad_lines(db: Path) -> None:
    run(db, "add", str(SEEDS))
    lines = [
        json.dumps({"id": "a", "question": "salary?", "posting": 3, "postings": None, "previous": None}),
        "not json",
        json.dumps({"id": "b", "question": "salary?", "posting": 999}),
        json.dumps({"id": "c", "question": "which are remote?", "posting": None, "postings": [3, 7], "previous": None}),
        json.dumps({"id": "d"}),
        json.dumps({"id": "e", "question": "salary?", "posting": "abc"}),
        json.dumps({"id": "f", "question": "salary?", "postings": "abc"}),
        json.dumps({"id": "g", "question": "salary?", "postings": [3, None]}),
        json.dumps({"id": "h", "question": "salary?", "previous": 5}),
        json.dumps({"id": "i", "question": "which are remote?", "postings": []}),
    ]
    out = [json.loads(line) for line in run(db, "ask", "--batch", "-", stdin="\n".join(lines)).stdout.splitlines()]
    assert [line.get("id") for line in out] == ["a", None, "b", "c", "d", "e", "f", "g", "h", "i"]
    assert out[0]["status"] == "answered"
    assert out[3]["postings"] == [7]
    assert all("error" in out[number] for number in (1, 2, 4, 5, 6, 7, 8))
    found = run(db, "find", "--batch", "-", stdin='{"id": 1, "query": "nurse", "limit": 3}\n').stdout
    assert json.loads(found)["id"] == 1


def test_trouble_is_one_line_on_standard_error(db: Path, tmp_path: Path) -> None:
    for arguments in (["show", "7"], ["ask", "salary?", "--posting", "7"], ["add", "/nowhere.txt"]):
        done = run(db, *arguments)
        assert done.exit_code == 1
        assert done.stderr.count("\n") == 1
        assert "Traceback" not in done.stderr
    notes = tmp_path / "notes.txt"
    notes.write_text("no database" * 500)
    assert "not a rolecall database" in run(notes, "list").stderr
    assert run(db, "frobnicate").exit_code == 2


def test_run_without_a_token_says_what_to_do(db: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN", raising=False)
    done = run(db, "run")
    assert done.exit_code == 1
    assert "TELEGRAM_BOT_TOKEN is not set" in done.stderr


SCRIPT = (
    "/start\n/postings\n/posting 13\n1\nis it remote?\nbenfits of #3?\nrust lodnon\n@rolecall python\n"
    "most asked skills\ncompare #1 and #2\n"
)


def test_a_conversation_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    seen = set()
    for seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "bot", "chat", "--db", str(tmp_path / f"{seed}.db")]
        done = subprocess.run(command, input=SCRIPT.encode(), capture_output=True, env=environment, check=True)
        seen.add(done.stdout)
    assert len(seen) == 1
    assert b"Traceback" not in seen.pop()
