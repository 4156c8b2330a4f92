"""How is the database opened, changed and guarded? One file, one connection, one thread.

A connection belongs to the thread that opened it. Every service runs there, so one use case is one transaction and
needs no lock. Leaves out what the tables mean: each store says that of its own.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from bot.errors import LeaseError, StoreError
from bot.store.migrations import MIGRATIONS

_WAIT_SECONDS = 5.0
_ATTEMPTS = 3
_TRIES = 100
_IN_MEMORY = ":memory:"
T = TypeVar("T")


class _Connection(sqlite3.Connection):
    """A connection that may write as the leader of an epoch alone; None when it needs no lead."""

    epoch: int | None = None


def open_database(path: str | Path) -> Database:
    """The database at `path` (":memory:" for none on disk) with every migration applied.

    Raises StoreError when the file cannot be opened, is no database, is read-only or stays locked.
    """
    with guarded(path):
        connection = sqlite3.connect(str(path), timeout=_WAIT_SECONDS, factory=_Connection)
        try:
            return _prepared(connection)
        except BaseException:
            connection.close()
            raise


def _prepared(connection: sqlite3.Connection) -> Database:
    _let_read_and_write_at_once(connection)
    # FULL keeps a committed row through a power cut.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What people have removed is overwritten, not only unlinked.
    connection.execute("PRAGMA secure_delete = ON")
    database = Database(connection)
    if MIGRATIONS.pending(database):
        # One of several processes that open a new file makes the tables; the others wait, and find them made.
        with transaction(database):
            MIGRATIONS.apply(database)
    return database


def _let_read_and_write_at_once(connection: sqlite3.Connection) -> None:
    """WAL lets a second process read while this one writes. SQLite does not wait for others here, so this does."""
    for attempt in range(_TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if attempt + 1 == _TRIES or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(_WAIT_SECONDS / _TRIES)


@contextmanager
def transaction(database: Database, path: str | Path = "the database") -> Iterator[None]:
    """All of the block or nothing of it; the write lock is taken at once, so no later write can fail for want of it.

    A transaction inside another one is a part of it: only the outer one commits. Raises LeaseError when the connection
    writes as a leader and another one leads.
    """
    if database.conn.in_transaction:
        yield
        return
    with guarded(path):
        database.conn.execute("BEGIN IMMEDIATE")
        try:
            _check_lead(database)
            yield
        except BaseException:
            database.conn.rollback()
            raise
        database.conn.commit()


def run(database: Database, function: Callable[[], T], *, undo: Callable[[], None]) -> T:
    """The result of the function as one transaction; `undo` hears of each time that it was taken back.

    Here it is repeated while another process writes for so long that this one cannot begin. Another database may find
    at the end that it does not go together with what others did, and repeat it then.
    """
    if database.conn.in_transaction:
        return function()
    for attempt in range(_ATTEMPTS):
        try:
            with transaction(database):
                return function()
        except BaseException as error:
            undo()
            if attempt + 1 == _ATTEMPTS or not _is_busy(error):
                raise
    raise AssertionError("the last attempt returns or raises")


def _is_busy(error: BaseException) -> bool:
    cause = error.__cause__
    return isinstance(cause, sqlite3.OperationalError) and cause.sqlite_errorcode == sqlite3.SQLITE_BUSY


def fence(database: Database, epoch: int | None) -> None:
    """From now on the connection writes as the leader of this epoch, or as somebody who needs no lead."""
    if isinstance(database.conn, _Connection):
        database.conn.epoch = epoch


@contextmanager
def impatient(database: Database) -> Iterator[None]:
    """Within the block nobody is waited for who writes; raises StoreError at once instead."""
    database.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        database.execute(f"PRAGMA busy_timeout = {round(_WAIT_SECONDS * 1000)}")


def clock(database: Database) -> int:
    """The time by the store's clock, in milliseconds since 1970."""
    with guarded("the database"):
        row = database.execute("select cast(round((julianday('now') - 2440587.5) * 86400000) as integer)").fetchone()
    return int(row[0])


def _check_lead(database: Database) -> None:
    epoch = database.conn.epoch if isinstance(database.conn, _Connection) else None
    if epoch is not None and database.execute("select epoch from lease").fetchone()[0] != epoch:
        raise LeaseError("another rolecall leads now; nothing was changed")


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
