"""What is stored stays, once, and trouble with the file is one clear line."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import StoreError, UserError
from bot.model.conversation import Conversation
from bot.model.page import text_page
from bot.model.posting import PostingId
from bot.parsing.parse_posting import parse_posting
from bot.store.conversations import ConversationStore
from bot.store.database import open_database
from bot.store.postings import Draft, PostingStore
from bot.store.queries import QueryStore

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
TEXT = "Nurse\nAcme Clinic\nLeeds\n\nRequirements\n- 2 years of experience\n\nBenefits\n- 27 days annual leave\n"


def draft(text: str = TEXT) -> Draft:
    posting = parse_posting(text).posting
    assert posting is not None
    return Draft("test", NOW, "en", text_page(text), posting)


def test_a_posting_comes_back_as_it_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    saved = PostingStore(open_database(path)).save(draft())
    stored = PostingStore(open_database(path)).get(saved.id)
    assert stored.raw == TEXT
    assert stored.posting == draft().posting
    assert stored.received == NOW


def test_the_same_text_is_stored_once_however_its_blanks_differ() -> None:
    store = PostingStore(open_database(":memory:"))
    first, second = store.save(draft()), store.save(draft(TEXT.replace("\n", "\r\n")))
    assert (first.known, second.known) == (False, True)
    assert first.id == second.id
    assert store.count() == 1


def test_an_unknown_number_is_said_to_be_unknown() -> None:
    with pytest.raises(UserError, match="no posting #7"):
        PostingStore(open_database(":memory:")).get(PostingId(7))


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("these are notes, and not a database at all" * 40)
    with pytest.raises(StoreError, match="not a rolecall database"):
        open_database(path)
    assert path.read_text().startswith("these are notes")


def test_a_locked_database_gives_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.store.database._WAIT_SECONDS", 0.05)
    path = tmp_path / "r.db"
    store = PostingStore(open_database(path))
    holder = sqlite3.connect(path)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked"):
        PostingStore(open_database(path)).save(draft())
    holder.close()
    assert store.count() == 0


def test_a_missing_folder_gives_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder exists"):
        open_database(tmp_path / "nowhere" / "r.db")


def test_a_conversation_survives_and_can_be_forgotten() -> None:
    store = ConversationStore(open_database(":memory:"))
    talk = Conversation(PostingId(3), (PostingId(3), PostingId(1)), "salary?")
    store.save(5, talk)
    assert store.get(5) == talk
    store.remove(5)
    assert store.get(5) == Conversation()


def test_a_query_line_keeps_its_number() -> None:
    store = QueryStore(open_database(":memory:"))
    assert store.save("rust") == store.save("rust")
    assert store.find(store.save("rust")) == "rust"
    assert store.find(99) is None
