"""Who leads? One row: the epoch counts the leaders so far, and its renewals show that the present one lives.

Leaves out when somebody may take the lead (`bot.services.lead`). Whoever takes it writes as that leader from then on:
every write transaction of this connection is refused as soon as another one leads.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from bot.errors import LeaseError
from bot.store.database import clock, fence, guarded, impatient, transaction


@dataclass(frozen=True, slots=True)
class Lease:
    """The present lead: its epoch (0 before any leader), who has it, how often it was renewed, and when last.

    `process` is the leader's number in `place`, the host and namespace in which the number means it. `renewed` is in
    milliseconds since 1970 of the store's clock; it is for people, nothing is decided by it.
    """

    epoch: int
    process: int
    place: str
    renewals: int
    renewed: int


class LeaseStore:
    """The lead over this database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self) -> Lease:
        """The lead as it stands."""
        with guarded("the database"):
            row = self._database.execute("select epoch, process, place, renewals, renewed from lease").fetchone()
        return Lease(*row)

    def take(self, process: int, place: str, *, after: int) -> Lease | None:
        """The lead that follows the one of epoch `after`, for this connection; None when somebody was faster.

        Raises StoreError at once when another process is writing, and that may be the leader that hangs.
        """
        fence(self._database, None)
        with impatient(self._database), transaction(self._database):
            taken = self._database.execute(
                "update lease set epoch = epoch + 1, process = ?, place = ?, renewals = 0, renewed = ? where epoch = ?",
                [process, place, clock(self._database), after],
            ).rowcount
        if not taken:
            return None
        fence(self._database, after + 1)
        return self.current()

    def renew(self) -> Lease:
        """Shows that the leader lives; raises LeaseError when another one leads, or nobody here ever did."""
        with transaction(self._database):
            renewed = self._database.execute(
                "update lease set renewals = renewals + 1, renewed = ? where epoch > 0", [clock(self._database)]
            ).rowcount
        if not renewed:
            raise LeaseError("nobody leads")
        return self.current()
