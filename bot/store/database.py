"""How is the database opened, changed and guarded? One file, one connection, one thread.

A connection belongs to the thread that opened it. Every service runs there, so one use case is one transaction and
needs no lock. Leaves out what the tables mean: each store says that of its own.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from bot.errors import StoreError
from bot.store.migrations import MIGRATIONS

_WAIT_SECONDS = 5.0
_IN_MEMORY = ":memory:"


def open_database(path: str | Path) -> Database:
    """The database at `path` (":memory:" for none on disk) with every migration applied.

    Raises StoreError when the file cannot be opened, is no database, is read-only or stays locked.
    """
    with guarded(path):
        connection = sqlite3.connect(str(path), timeout=_WAIT_SECONDS)
        try:
            return _prepared(connection)
        except BaseException:
            connection.close()
            raise


def _prepared(connection: sqlite3.Connection) -> Database:
    # WAL lets a second process read while this one writes; FULL keeps a committed row through a power cut.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What people have removed is overwritten, not only unlinked.
    connection.execute("PRAGMA secure_delete = ON")
    database = Database(connection)
    MIGRATIONS.apply(database)
    return database


@contextmanager
def transaction(database: Database, path: str | Path = "the database") -> Iterator[None]:
    """All of the block or nothing of it; the write lock is taken at once, so no later write can fail for want of it.

    A transaction inside another one is a part of it: only the outer one commits.
    """
    if database.conn.in_transaction:
        yield
        return
    with guarded(path):
        database.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            database.conn.rollback()
            raise
        database.conn.commit()


@contextmanager
def guarded(path: str | Path) -> Iterator[None]:
    """Turns what SQLite reports into a StoreError with one line that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(_explained(str(path), error)) from error


def _explained(path: str, error: sqlite3.Error) -> str:
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return f"{path} is locked by another program; stop it, or try again in a moment."
    if "readonly" in text or "read-only" in text:
        return f"{path} cannot be written; check its permissions, or name another file with --db."
    if "not a database" in text or "malformed" in text:
        return f"{path} is not a rolecall database; name another file with --db."
    if "unable to open" in text:
        return (
            f"{path} cannot be opened; check that its folder exists and may be written, or name another file with --db."
        )
    if "full" in text:
        return f"There is no room left on the disk of {path}; nothing was changed."
    return f"{path}: {error}."
