"""What does each chat remember, across restarts?"""

import json
from functools import lru_cache

from sqlite_utils import Database

from bot.model.conversation import Conversation
from bot.model.posting import PostingId
from bot.store.database import guarded, transaction


class ConversationStore:
    """One conversation per chat; a chat that was never seen, or was reset, has an empty one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, chat: int) -> Conversation:
        """The conversation of a chat."""
        with guarded("the database"):
            row = self._database.execute(
                "select focus, results, question from conversations where chat = ?", [chat]
            ).fetchone()
        if row is None:
            return Conversation()
        focus, results, question = row
        return Conversation(focus, _numbers(results), question)

    def save(self, chat: int, conversation: Conversation) -> None:
        """Keeps the conversation of a chat in place of the one before."""
        with transaction(self._database):
            self._database.execute(
                "insert or replace into conversations (chat, focus, results, question) values (?, ?, ?, ?)",
                [chat, conversation.focus, json.dumps(conversation.results), conversation.question],
            )

    def move(self, old: int, new: int) -> None:
        """Gives the conversation of one chat to another that has none."""
        with transaction(self._database):
            self._database.execute("update or ignore conversations set chat = ? where chat = ?", [new, old])

    def remove(self, chat: int) -> None:
        """Forgets the conversation of a chat."""
        with transaction(self._database):
            self._database.execute("delete from conversations where chat = ?", [chat])


# A chat that goes on has the same results again and again, and they may be thousands.
@lru_cache(maxsize=64)
def _numbers(results: str) -> tuple[PostingId, ...]:
    numbers: list[PostingId] = json.loads(results)
    return tuple(numbers)
