"""`rolecall health` and the lock: one process per database, and a clear line about the state of both."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.services.alone import alone, health_of
from bot.services.keep_house import give_sign_of_life
from bot.services.library import open_library

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "rolecall.db"
    library = open_library(path)
    give_sign_of_life(library, now=NOW)
    library.close()
    return path


def test_a_missing_database_and_a_resting_bot_are_told_apart(tmp_path: Path, database: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        health_of(tmp_path / "none.db", now=NOW)
    assert health_of(database, now=NOW) == "ok: 0 postings; no bot is running"


def test_a_running_bot_is_healthy_while_it_gives_signs_of_life(database: Path) -> None:
    with alone(database):
        assert health_of(database, now=NOW + timedelta(seconds=5)).endswith("a sign of life 5 s ago")
        with pytest.raises(StoreError, match="no sign of life"):
            health_of(database, now=NOW + timedelta(minutes=5))


def test_a_second_process_is_refused_until_the_first_is_gone(database: Path) -> None:
    with alone(database), pytest.raises(StoreError, match="used by another rolecall"), alone(database):
        raise AssertionError("two at once")
    with alone(database):
        pass
