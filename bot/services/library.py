"""What does every use case work on? The stores and the indexes over one database."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from bot.answers.names import Names
from bot.search.engine.engine import Engine
from bot.search.index import Index
from bot.services.reindex import Watch, catch_up, unwatched
from bot.services.searches import SavedSearches
from bot.store.changes import ChangeStore
from bot.store.conversations import ConversationStore
from bot.store.database import open_database, run
from bot.store.drafts import DraftStore
from bot.store.inbox import Inbox
from bot.store.leases import LeaseStore
from bot.store.ledger import Ledger
from bot.store.marks import Marks
from bot.store.outbox import Outbox
from bot.store.page_changes import PageChangeStore
from bot.store.postings import PostingStore
from bot.store.preferences import PreferenceStore
from bot.store.publications import PublicationStore
from bot.store.queries import QueryStore
from bot.store.subscriptions import SubscriptionStore

_IN_MEMORY = ":memory:"
T = TypeVar("T")


@dataclass(slots=True)
class _LateNames:
    """The names of all postings, read when they are first asked for."""

    known: Names | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """The postings with their indexes, and what chats remember; belongs to the thread that opened it."""

    postings: PostingStore
    changes: ChangeStore
    index: Index
    conversations: ConversationStore
    queries: QueryStore
    marks: Marks
    preferences: PreferenceStore
    leases: LeaseStore
    inbox: Inbox
    outbox: Outbox
    ledger: Ledger
    subscriptions: SubscriptionStore
    drafts: DraftStore
    page_changes: PageChangeStore
    publications: PublicationStore
    searches: SavedSearches
    _database: Database
    _names: _LateNames = field(default_factory=_LateNames)

    @property
    def names(self) -> Names:
        """The postings by their names."""
        if self._names.known is None:
            self._names.known = Names(self.postings.named())
        return self._names.known

    def warm_up(self) -> None:
        """Reads what the first question would wait for."""
        self.names.ids()

    def run(self, function: Callable[[], T]) -> T:
        """The result of the function, with all that its stores do as one transaction; inside another one a part of it.

        It may be repeated from the start, so it changes nothing but the stores; what a transaction that is taken back
        had added, the indexes forget.
        """
        indexed, edits = self.index.engine.last_change, self.searches.edits

        def undo() -> None:
            self.postings.rewind()
            if self.searches.edits != edits:
                self.searches.forget()
            if self.index.engine.last_change != indexed:
                self.index.engine.rewind()
                self._names.known = None
                self.catch_up()

        return run(self._database, function, undo=undo)

    def catch_up(self) -> None:
        """Makes findable what was stored, changed or removed since the last time, by this process or another."""
        before = self.index.engine.last_change
        catch_up(self.index.engine, self.changes, self.postings)
        if self._names.known is None or before == self.index.engine.last_change:
            return
        for change in self.changes.after(before):
            stored = self.postings.find(change.posting)
            if stored is None:
                self._names.known.remove(change.posting)
            else:
                self._names.known.add(stored)

    def close(self) -> None:
        """Closes the database; nothing can be read or written afterwards."""
        self._database.conn.close()


def open_library(path: str | Path, *, watch: Watch = unwatched) -> Library:
    """The library over the database at `path`; raises StoreError when it cannot be opened.

    The index stands in files beside the database. Where they are missing or old it is made again, and `watch` sees the
    postings go by.
    """
    database = open_database(path)
    postings, changes = PostingStore(database), ChangeStore(database)
    folder = None if str(path) == _IN_MEMORY else Path(f"{path}.index")
    engine = Engine(changes.library, folder)
    catch_up(engine, changes, postings, watch=watch)
    index, subscriptions = Index(engine, postings.get), SubscriptionStore(database)
    return Library(
        postings,
        changes,
        index,
        ConversationStore(database),
        QueryStore(database),
        Marks(database),
        PreferenceStore(database),
        LeaseStore(database),
        Inbox(database),
        Outbox(database),
        Ledger(database),
        subscriptions,
        DraftStore(database),
        PageChangeStore(database),
        PublicationStore(database),
        SavedSearches(subscriptions),
        database,
    )
