"""`rolecall health`: a clear line about the bot and its database."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.options import now
from bot.errors import StoreError
from bot.services.health import health_of
from bot.services.holder import Holder
from bot.services.lead import Candidate, Lead
from bot.services.library import open_library


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "rolecall.db"
    open_library(path).close()
    return path


@pytest.fixture
def lead(database: Path) -> Iterator[Lead]:
    library = open_library(database)
    taken = Candidate(database, Holder(7, "here/"), 20, lambda: 0.0).look(library)
    assert taken is not None
    yield taken
    taken.release()
    library.close()


def test_a_missing_database_and_a_resting_bot_are_told_apart(tmp_path: Path, database: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        health_of(tmp_path / "none.db", now=now())
    assert health_of(database, now=now()) == "ok: 0 postings; no bot is running"


def test_a_running_bot_is_healthy_while_it_gives_signs_of_life(database: Path, lead: Lead) -> None:
    assert "the bot (process 7 on here) gave a sign of life" in health_of(database, now=now())
    with pytest.raises(StoreError, match="no sign of life"):
        health_of(database, now=now() + timedelta(minutes=5))
    lead.release()
    assert health_of(database, now=now()).endswith("no bot is running")
