"""What does every use case work on? The stores and the index over one database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from bot.answers.names import Names
from bot.model.stored import StoredPosting
from bot.search.index import Index
from bot.store.conversations import ConversationStore
from bot.store.database import open_database, transaction
from bot.store.inbox import Inbox
from bot.store.outbox import Outbox
from bot.store.postings import PostingStore
from bot.store.queries import QueryStore


@dataclass(frozen=True, slots=True)
class Library:
    """The postings with their indexes, and what chats remember; belongs to the thread that opened it."""

    postings: PostingStore
    index: Index
    names: Names
    conversations: ConversationStore
    queries: QueryStore
    inbox: Inbox
    outbox: Outbox
    _database: Database

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Makes all that the stores do in the block one transaction."""
        with transaction(self._database):
            yield

    def learn(self, stored: StoredPosting) -> None:
        """Makes a stored posting findable by its words and by its name."""
        self.index.add(stored)
        self.names.add(stored)


def open_library(path: str | Path) -> Library:
    """The library over the database at `path`, its index built; raises StoreError when it cannot be opened."""
    database = open_database(path)
    postings = PostingStore(database)
    library = Library(
        postings,
        Index(),
        Names(),
        ConversationStore(database),
        QueryStore(database),
        Inbox(database),
        Outbox(database),
        database,
    )
    for stored in postings.all():
        library.learn(stored)
    return library
