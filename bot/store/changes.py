"""What has changed in the stored postings since some change? For an index, which must not miss any.

Every posting that was added, changed or removed has the number of its last change; the tables number them themselves,
so no way of writing can forget to.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from bot.model.posting import PostingId
from bot.store.database import guarded


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of one posting."""

    number: int
    posting: PostingId


class ChangeStore:
    """The changes of the postings in this database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def library(self) -> str:
        """What tells this database from every other."""
        with guarded("the database"):
            return str(self._database.execute("select identity from library").fetchone()[0])

    @property
    def last(self) -> int:
        """The number of the last change, 0 before any."""
        with guarded("the database"):
            return int(self._database.execute("select coalesce(max(number), 0) from changes").fetchone()[0])

    @property
    def in_doubt(self) -> bool:
        """Whether a transaction is open, whose changes may yet be taken back."""
        return bool(self._database.conn.in_transaction)

    def after(self, number: int) -> Iterator[Change]:
        """The changes after this one, in their order."""
        with guarded("the database"):
            rows = self._database.execute(
                "select number, posting from changes where number > ? order by number", [number]
            ).fetchall()
        return (Change(number, PostingId(posting)) for number, posting in rows)

    def count_after(self, number: int) -> int:
        """How many changes there are after this one."""
        with guarded("the database"):
            return int(self._database.execute("select count(*) from changes where number > ?", [number]).fetchone()[0])
