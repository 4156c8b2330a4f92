"""What has changed on pages of postings that were read again, and who has yet to be told?"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlite_utils import Database

from bot.model.change import Change, ChangeId, Difference
from bot.model.posting import PostingId
from bot.store.database import guarded, transaction


class PageChangeStore:
    """Changes of pages in the order in which they were seen; times are milliseconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, posting: PostingId, differences: Iterable[Difference], *, now: datetime) -> None:
        """Keeps what is different."""
        with transaction(self._database):
            for each in differences:
                self._database.execute(
                    "insert into page_changes (posting, field, before, after, time, told) values (?, ?, ?, ?, ?, 0)",
                    [posting, each.field, each.before, each.after, round(now.timestamp() * 1000)],
                )

    def untold(self) -> Sequence[Change]:
        """The changes that nobody was told of yet, oldest first."""
        with guarded("the database"):
            rows = self._database.execute(
                "select id, posting, field, before, after from page_changes where told = 0 order by id"
            ).fetchall()
        return tuple(
            Change(ChangeId(number), PostingId(posting), Difference(*words)) for number, posting, *words in rows
        )

    def mark_told(self, changes: Iterable[ChangeId]) -> None:
        """Everybody whom they concern has been told."""
        with transaction(self._database):
            for number in changes:
                self._database.execute("update page_changes set told = 1 where id = ?", [number])

    def changed_since(self, field: str, moment: datetime) -> Sequence[PostingId]:
        """The postings of which a field changed after a time, by number."""
        with guarded("the database"):
            rows = self._database.execute(
                "select distinct posting from page_changes where field = ? and time > ? order by posting",
                [field, round(moment.timestamp() * 1000)],
            ).fetchall()
        return tuple(PostingId(row[0]) for row in rows)

    def forget_posting(self, posting: PostingId) -> None:
        """Removes the changes of a posting that is gone."""
        with transaction(self._database):
            self._database.execute("delete from page_changes where posting = ?", [posting])
