"""Which postings has a person saved or hidden?"""

from collections.abc import Sequence

from sqlite_utils import Database

from bot.model.posting import PostingId
from bot.model.standing import Mark
from bot.store.database import guarded, transaction


class Marks:
    """What people made of postings; a person is the number of their private chat. Times are milliseconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, person: int, posting: PostingId, mark: Mark, *, now: int) -> None:
        """Sets the mark; one that is set already keeps its time."""
        with transaction(self._database):
            self._database.execute(
                "insert or ignore into marks (person, posting, mark, time) values (?, ?, ?, ?)",
                [person, posting, mark.value, now],
            )

    def clear(self, person: int, posting: PostingId, mark: Mark) -> None:
        """Takes the mark back."""
        with transaction(self._database):
            self._database.execute(
                "delete from marks where person = ? and posting = ? and mark = ?", [person, posting, mark.value]
            )

    def on(self, person: int, posting: PostingId) -> frozenset[Mark]:
        """The marks that the person has set on one posting."""
        with guarded("the database"):
            rows = self._database.execute(
                "select mark from marks where person = ? and posting = ?", [person, posting]
            ).fetchall()
        return frozenset(Mark(row[0]) for row in rows)

    def with_mark(self, person: int, mark: Mark) -> Sequence[PostingId]:
        """The postings that bear the mark, the one marked last first."""
        with guarded("the database"):
            rows = self._database.execute(
                "select posting from marks where person = ? and mark = ? order by time desc, posting desc",
                [person, mark.value],
            ).fetchall()
        return tuple(PostingId(row[0]) for row in rows)

    def people(self, posting: PostingId, mark: Mark) -> tuple[int, ...]:
        """The persons who set the mark on a posting, by number."""
        with guarded("the database"):
            rows = self._database.execute(
                "select person from marks where posting = ? and mark = ? order by person", [posting, mark.value]
            )
            return tuple(row[0] for row in rows)

    def forget_posting(self, posting: PostingId) -> None:
        """Removes every mark on a posting that is gone."""
        with transaction(self._database):
            self._database.execute("delete from marks where posting = ?", [posting])

    def forget_person(self, person: int) -> int:
        """Removes every mark of a person and returns how many there were."""
        with transaction(self._database):
            return self._database.execute("delete from marks where person = ?", [person]).rowcount
