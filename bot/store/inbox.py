"""Which updates are still to be acted on? Each is stored before it is acted on, and acted on once.

An update that is done stays as a bare number, so that one that arrives again is known; its content is gone.
"""

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from bot.model.incoming import Incoming
from bot.store.database import guarded, transaction

# Telegram repeats an update for a day at most, and numbers rise; so many bare numbers are enough to know it again.
_REMEMBERED = 20_000


class Inbox:
    """The updates of one bot."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, updates: Iterable[Incoming]) -> Sequence[Incoming]:
        """Stores the updates in one transaction and returns the ones that had not been stored before."""
        fresh = []
        with transaction(self._database):
            for update in updates:
                cursor = self._database.execute(
                    'insert or ignore into inbox ("update", payload) values (?, ?)', [update.number, update.payload]
                )
                if cursor.rowcount:
                    fresh.append(update)
        return tuple(fresh)

    def waiting(self) -> Sequence[Incoming]:
        """The updates that are not done, in the order of their numbers."""
        with guarded("the database"):
            rows = self._database.execute('select "update", payload from inbox where done = 0 order by "update"')
            return tuple(Incoming(*row) for row in rows)

    def finish(self, number: int) -> None:
        """Marks an update as done and forgets its content; one that was never stored or is done is left alone."""
        if not self._waits(number):
            return
        with transaction(self._database):
            self._database.execute("update inbox set done = 1, payload = '' where \"update\" = ?", [number])
            self._database.execute('delete from inbox where done = 1 and "update" < ?', [number - _REMEMBERED])

    def _waits(self, number: int) -> bool:
        with guarded("the database"):
            row = self._database.execute('select done from inbox where "update" = ?', [number]).fetchone()
        return row is not None and not row[0]

    def next_number(self) -> int:
        """The number behind the highest one stored; 0 when there is none."""
        with guarded("the database"):
            return int(self._database.execute('select coalesce(max("update") + 1, 0) from inbox').fetchone()[0])
