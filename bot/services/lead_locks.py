"""Has the leader of an epoch ended? Each leader holds the lock of a file of its epoch; the kernel lets go of it.

A file is made before anybody knows of its epoch, and removed by a later leader that got its lock; so a file that is
not there belongs to a leader that has ended.
"""

from pathlib import Path

from filelock import FileLock, Timeout

from bot.errors import StoreError


class LeadLocks:
    """The locks of the leaders of one database; without a file everything is one process and nothing is locked."""

    def __init__(self, database: Path | None) -> None:
        self._database = database
        self._own: FileLock | None = None

    def take(self, epoch: int) -> bool:
        """Holds the lock of an epoch until `release`; returns whether nobody else has it."""
        if self._database is None:
            return True
        lock = FileLock(self._file(self._database, epoch), thread_local=False)
        if not _got(lock):
            return False
        self._own = lock
        return True

    def release(self) -> None:
        """Lets go of the lock, if this process holds one."""
        if self._own is not None:
            self._own.release()
            self._own = None

    def has_ended(self, epoch: int) -> bool:
        """Whether the leader of an epoch has ended; true of one that never was."""
        if self._database is None:
            return True
        path = self._file(self._database, epoch)
        if not path.exists():
            return True
        lock = FileLock(path, thread_local=False)
        if not _got(lock):
            return False
        lock.release()
        return True

    def still_there(self, *, before: int) -> frozenset[int]:
        """The earlier epochs whose leaders have not ended; the files of the others are removed."""
        if self._database is None:
            return frozenset()
        there = set()
        for path in self._database.parent.glob(f"{self._database.name}.lead-*"):
            epoch = int(path.suffix.removeprefix(".lead-"))
            if epoch < before and not self.has_ended(epoch):
                there.add(epoch)
            elif epoch < before:
                path.unlink(missing_ok=True)
        return frozenset(there)

    @staticmethod
    def _file(database: Path, epoch: int) -> Path:
        return database.with_name(f"{database.name}.lead-{epoch}")


def _got(lock: FileLock) -> bool:
    """Takes the lock if it is free; raises StoreError where files cannot be locked."""
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise StoreError(f"{lock.lock_file} cannot be locked ({reason}).") from None
    return True
