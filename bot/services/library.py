"""What does every use case work on? The stores and the index over one database."""

from dataclasses import dataclass
from pathlib import Path

from bot.search.index import Index
from bot.store.conversations import ConversationStore
from bot.store.database import open_database
from bot.store.postings import PostingStore
from bot.store.queries import QueryStore


@dataclass(frozen=True, slots=True)
class Library:
    """The postings with their index, and what chats remember; belongs to the thread that opened it."""

    postings: PostingStore
    index: Index
    conversations: ConversationStore
    queries: QueryStore


def open_library(path: str | Path) -> Library:
    """The library over the database at `path`, its index built; raises StoreError when it cannot be opened."""
    database = open_database(path)
    postings = PostingStore(database)
    index = Index()
    for stored in postings.all():
        index.add(stored)
    return Library(postings, index, ConversationStore(database), QueryStore(database))
