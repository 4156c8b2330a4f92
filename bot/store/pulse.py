"""Is the bot alive? The running process leaves the time of its last sign of life; others read it without a lock."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from bot.errors import StoreError
from bot.store.database import guarded, transaction


@dataclass(frozen=True, slots=True)
class Pulse:
    """What another process can see: the number of postings, and the last sign of life in milliseconds since 1970."""

    postings: int
    beat: int | None


class PulseStore:
    """The sign of life of the process that owns the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def beat(self, now: int) -> None:
        """Leaves a sign of life."""
        with transaction(self._database):
            self._database.execute("update pulse set beat = ?", [now])


def read_pulse(path: Path) -> Pulse:
    """What can be seen of a database that is opened for reading alone; raises StoreError when it cannot be read."""
    if not path.is_file():
        raise StoreError(f"{path} does not exist; `rolecall run` makes it.")
    with guarded(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=2)
        try:
            postings = connection.execute("select count(*) from postings").fetchone()[0]
            beat = connection.execute("select beat from pulse").fetchone()[0]
        finally:
            connection.close()
    return Pulse(postings, beat)
