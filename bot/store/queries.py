"""Which query line does a button mean? Lines by number, because a button has no room for the line itself."""

from sqlite_utils import Database

from bot.store.database import guarded, transaction


class QueryStore:
    """Query lines, each kept once under a number."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, line: str) -> int:
        """The number of a query line; the same line always has the same number."""
        with guarded("the database"):
            row = self._database.execute("select id from queries where line = ?", [line]).fetchone()
        if row is not None:
            return int(row[0])
        with transaction(self._database):
            cursor = self._database.execute("insert into queries (line) values (?)", [line])
        return int(cursor.lastrowid or 0)

    def find(self, number: int) -> str | None:
        """The query line with this number, or None."""
        with guarded("the database"):
            row = self._database.execute("select line from queries where id = ?", [number]).fetchone()
        return row[0] if row else None
