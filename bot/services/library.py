"""What does every use case work on? The stores and the index over one database."""

from dataclasses import dataclass
from pathlib import Path

from bot.answers.names import Names
from bot.model.stored import StoredPosting
from bot.search.index import Index
from bot.store.conversations import ConversationStore
from bot.store.database import open_database
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

    def learn(self, stored: StoredPosting) -> None:
        """Makes a stored posting findable by its words and by its name."""
        self.index.add(stored)
        self.names.add(stored)


def open_library(path: str | Path) -> Library:
    """The library over the database at `path`, its index built; raises StoreError when it cannot be opened."""
    database = open_database(path)
    postings = PostingStore(database)
    library = Library(postings, Index(), Names(), ConversationStore(database), QueryStore(database))
    for stored in postings.all():
        library.learn(stored)
    return library
