"""Does another process work on this database? Only one may, because it sends what stands in the outbox."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from bot.errors import StoreError
from bot.services.take_turn import milliseconds
from bot.store.pulse import read_pulse

_IN_MEMORY = ":memory:"
# A beat comes every few seconds; so many without one mean that the process hangs.
_SILENT_SECONDS = 90


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Holds the database for this process; raises StoreError when another one has it. A dead process holds nothing."""
    if str(path) == _IN_MEMORY:
        yield
        return
    lock = _lock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise StoreError(f"{path} is used by another rolecall; stop it, or name another file with --db.") from None
    except OSError as error:
        raise StoreError(f"{path} cannot be locked ({(error.strerror or 'no reason given').lower()}).") from None
    try:
        yield
    finally:
        lock.release()


def is_taken(path: Path) -> bool:
    """Whether a process works on the database."""
    try:
        with _lock(path).acquire(timeout=0):
            return False
    except Timeout:
        return True


def health_of(path: Path, *, now: datetime) -> str:
    """One line on a healthy bot and database; raises StoreError that says what is wrong."""
    pulse = read_pulse(path)
    postings = f"{pulse.postings} posting{'' if pulse.postings == 1 else 's'}"
    if not is_taken(path):
        return f"ok: {postings}; no bot is running"
    silent = None if pulse.beat is None else (milliseconds(now) - pulse.beat) // 1000
    if silent is None or silent > _SILENT_SECONDS:
        raise StoreError("The bot runs but gives no sign of life; restart it.")
    return f"ok: {postings}; the bot gave a sign of life {max(silent, 0)} s ago"


def _lock(path: Path) -> FileLock:
    return FileLock(f"{path}.lock")
