"""Which private postings became public, and when? To everybody but their senders they are new then.

Times are milliseconds since 1970.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.model.posting import PostingId
from bot.store.database import guarded, transaction


@dataclass(frozen=True, slots=True)
class Publication:
    """A posting that became public; `owner` is the private chat that saw it before. Numbers rise."""

    number: int
    posting: PostingId
    owner: int


class PublicationStore:
    """The publications in their order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, posting: PostingId, owner: int, *, now: datetime) -> None:
        """The posting became public."""
        with transaction(self._database):
            self._database.execute(
                "insert into publications (posting, owner, time) values (?, ?, ?)",
                [posting, owner, round(now.timestamp() * 1000)],
            )

    def after(self, number: int) -> Sequence[Publication]:
        """The publications behind a number, in order."""
        return self._where("number > ?", number)

    def since(self, moment: datetime) -> Sequence[Publication]:
        """The publications later than a time, in order."""
        return self._where("time > ?", round(moment.timestamp() * 1000))

    def last_woken(self) -> int:
        """The number up to which the searches that are told at once were woken."""
        with guarded("the database"):
            return int(self._database.execute("select publication from watermark").fetchone()[0])

    def set_woken(self, number: int) -> None:
        """Everything up to this number has woken its searches."""
        with transaction(self._database):
            self._database.execute("update watermark set publication = ?", [number])

    def forget_posting(self, posting: PostingId) -> None:
        """Removes the publication of a posting that is gone."""
        with transaction(self._database):
            self._database.execute("delete from publications where posting = ?", [posting])

    def _where(self, condition: str, value: int) -> Sequence[Publication]:
        with guarded("the database"):
            rows = self._database.execute(
                f"select number, posting, owner from publications where {condition} order by number", [value]
            ).fetchall()
        return tuple(Publication(number, PostingId(posting), owner) for number, posting, owner in rows)
