"""May this process lead? When nobody does, when the leader has ended, or when it has hung for a whole lease.

How row, epoch and lock work together stands in ARCHITECTURE.md. Times here are seconds of this process's steady clock;
no two clocks are compared. What takes a library runs in its thread, the rest anywhere.
"""

from collections.abc import Callable
from pathlib import Path

from bot.errors import StoreError
from bot.services.holder import Holder, end_at_once
from bot.services.lead_locks import LeadLocks
from bot.services.library import Library
from bot.store.leases import Lease

Steady = Callable[[], float]
_IN_MEMORY = ":memory:"
# A leader that has hung for so many leases and lets nobody write is ended.
_BLOCKED_LEASES = 1.1


class Lead:
    """The lead of this process; it lapses when it is not renewed for a whole lease.

    `after_hang` says that the leader before has not ended, so it may still hold ports.
    """

    def __init__(self, epoch: int, locks: LeadLocks, seconds: float, steady: Steady, *, after_hang: bool) -> None:
        self.epoch = epoch
        self.seconds = seconds
        self.after_hang = after_hang
        self._locks = locks
        self._steady = steady
        self._until = steady() + seconds

    def renew(self, library: Library) -> None:
        """Leads for another lease; raises LeaseError when another process does."""
        asked = self._steady()
        library.leases.renew()
        self._until = asked + self.seconds

    @property
    def lapsed(self) -> bool:
        """Whether another process may lead by now."""
        return self._steady() >= self._until

    def still_there(self) -> frozenset[int]:
        """The earlier leaders, by epoch, that have not ended: what they have on the wire is theirs."""
        return self._locks.still_there(before=self.epoch)

    def release(self) -> None:
        """Lets the next one lead at once."""
        self._locks.release()


class Candidate:
    """A process that would lead the database at `path`."""

    def __init__(self, path: Path, holder: Holder, seconds: float, steady: Steady) -> None:
        self._database = None if str(path) == _IN_MEMORY else path
        self._holder = holder
        self._seconds = seconds
        self._steady = steady
        self._seen: tuple[int, int] | None = None
        self._since = steady()

    def look(self, library: Library) -> Lead | None:
        """Takes the lead if it may; None while another process leads. To be repeated often within a lease."""
        lease = library.leases.current()
        if self._seen != (lease.epoch, lease.renewals):
            self._seen, self._since = (lease.epoch, lease.renewals), self._steady()
        locks = LeadLocks(self._database)
        ended = locks.has_ended(lease.epoch)
        if not ended and self._unmoved < self._seconds:
            return None
        if not locks.take(lease.epoch + 1):
            return None
        if not self._taken(library, lease, hung=not ended):
            locks.release()
            return None
        return Lead(lease.epoch + 1, locks, self._seconds, self._steady, after_hang=not ended)

    @property
    def _unmoved(self) -> float:
        return self._steady() - self._since

    def _taken(self, library: Library, lease: Lease, *, hung: bool) -> bool:
        """Whether the row could be changed. A leader that hangs within a transaction keeps everybody from writing.

        Then it is ended: it has not moved for longer than a lease, and holds its lock, so its number is its own.
        """
        try:
            return library.leases.take(self._holder.process, self._holder.place, after=lease.epoch) is not None
        except StoreError:
            if hung and self._unmoved > self._seconds * _BLOCKED_LEASES:
                end_at_once(Holder(lease.process, lease.place))
            return False
