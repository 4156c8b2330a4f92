"""Which query line does a button or a link mean? Lines by number, because neither has room for the line itself.

A number is only good in the chat where the line was typed. A token is good everywhere: it is a digest of the line, so
whoever has it was given it, and nobody can count through the lines of others.
"""

import base64
import hashlib

from sqlite_utils import Database

from bot.store.database import guarded, transaction

_TOKEN_BYTES = 12


class QueryStore:
    """Query lines, each kept once per chat under a number."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, line: str, *, chat: int = 0) -> int:
        """The number of a query line in a chat; the same line always has the same number there."""
        with guarded("the database"):
            row = self._database.execute("select id from queries where chat = ? and line = ?", [chat, line]).fetchone()
        if row is not None:
            return int(row[0])
        with transaction(self._database):
            cursor = self._database.execute(
                "insert into queries (chat, line, token) values (?, ?, ?)", [chat, line, token_of(line)]
            )
        return int(cursor.lastrowid or 0)

    def find(self, number: int, *, chat: int = 0) -> str | None:
        """The query line with this number, or None when there is none in this chat."""
        with guarded("the database"):
            row = self._database.execute(
                "select line from queries where id = ? and chat = ?", [number, chat]
            ).fetchone()
        return row[0] if row else None

    def by_token(self, token: str) -> str | None:
        """The query line that a link names, or None."""
        with guarded("the database"):
            row = self._database.execute("select line from queries where token = ? limit 1", [token]).fetchone()
        return row[0] if row else None

    @staticmethod
    def token(line: str) -> str:
        """The name of a line in a link."""
        return token_of(line)

    def lines(self, chat: int) -> tuple[str, ...]:
        """Every line typed in a chat, in order."""
        with guarded("the database"):
            rows = self._database.execute("select line from queries where chat = ? order by id", [chat]).fetchall()
        return tuple(row[0] for row in rows)

    def move(self, old: int, new: int) -> None:
        """Gives the lines of one chat to another."""
        with transaction(self._database):
            self._database.execute("update or ignore queries set chat = ? where chat = ?", [new, old])

    def forget_chat(self, chat: int) -> int:
        """Removes the lines of a chat and returns how many there were."""
        with transaction(self._database):
            return self._database.execute("delete from queries where chat = ?", [chat]).rowcount


def token_of(line: str) -> str:
    """The name of a line in a link: 16 letters of the alphabet that links may use.

    >>> token_of("rust london")
    'ZpHLV8wCl-l4Fl7-'
    """
    digest = hashlib.sha256(line.encode("utf-8", "surrogatepass")).digest()[:_TOKEN_BYTES]
    return base64.urlsafe_b64encode(digest).decode()
