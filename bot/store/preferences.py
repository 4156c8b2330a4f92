"""What has each chat set?"""

from sqlite_utils import Database

from bot.model.preferences import Preferences, Rhythm
from bot.store.database import guarded, transaction


class PreferenceStore:
    """The settings of chats; one that never set anything has the defaults."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, chat: int) -> Preferences:
        """The settings of a chat."""
        with guarded("the database"):
            row = self._database.execute("select zone, rhythm from preferences where chat = ?", [chat]).fetchone()
        return Preferences(row[0], Rhythm(row[1])) if row else Preferences()

    def save(self, chat: int, preferences: Preferences) -> None:
        """Keeps the settings of a chat in place of the ones before."""
        with transaction(self._database):
            self._database.execute(
                "insert or replace into preferences (chat, zone, rhythm) values (?, ?, ?)",
                [chat, preferences.zone, preferences.rhythm.value],
            )

    def move(self, old: int, new: int) -> None:
        """Gives the settings of one chat to another that has none."""
        with transaction(self._database):
            self._database.execute("update or ignore preferences set chat = ? where chat = ?", [new, old])

    def remove(self, chat: int) -> bool:
        """Forgets the settings of a chat; returns whether there were any."""
        with transaction(self._database):
            return self._database.execute("delete from preferences where chat = ?", [chat]).rowcount > 0
