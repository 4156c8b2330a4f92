"""Which postings are kept, and which of them is the one with this number or this text?"""

import hashlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from bot.errors import UserError
from bot.model.posting import Posting, PostingId
from bot.model.stored import StoredPosting
from bot.store.database import guarded, transaction

_COLUMNS = "id, source, received, language, raw, posting"
_KEPT_IN_MEMORY = 2048


@dataclass(frozen=True, slots=True)
class Draft:
    """A posting that has no number yet; `part` counts the postings of one text from 0."""

    source: str
    received: datetime
    language: str
    raw: str
    posting: Posting
    part: int = 0

    @property
    def digest(self) -> str:
        """The same for two texts that differ only in white space."""
        return hashlib.sha256(" ".join(self.raw.split()).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Saved:
    """The number of a posting, and whether it was stored before."""

    id: PostingId
    known: bool


class PostingStore:
    """Postings in a table, the most recently used ones also in memory; belongs to the database's thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._recent: OrderedDict[PostingId, StoredPosting] = OrderedDict()

    def save(self, draft: Draft) -> Saved:
        """Keeps the draft unless its text is stored already; raises StoreError when it cannot be written."""
        with transaction(self._database):
            known = self._database.execute(
                "select id from postings where digest = ? and part = ?", [draft.digest, draft.part]
            ).fetchone()
            if known:
                return Saved(PostingId(known[0]), known=True)
            return Saved(self._insert(draft), known=False)

    def _insert(self, draft: Draft) -> PostingId:
        cursor = self._database.execute(
            "insert into postings (digest, part, source, received, language, raw, posting)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            [
                draft.digest,
                draft.part,
                draft.source,
                draft.received.astimezone(UTC).isoformat(),
                draft.language,
                draft.raw,
                draft.posting.model_dump_json(),
            ],
        )
        if cursor.lastrowid is None:
            raise AssertionError("an insert gives a row number")
        return PostingId(cursor.lastrowid)

    def find(self, posting: PostingId) -> StoredPosting | None:
        """The posting with this number, or None."""
        if posting in self._recent:
            self._recent.move_to_end(posting)
            return self._recent[posting]
        with guarded("the database"):
            row = self._database.execute(f"select {_COLUMNS} from postings where id = ?", [posting]).fetchone()
        return self._remembered(_stored(row)) if row else None

    def get(self, posting: PostingId) -> StoredPosting:
        """The posting with this number; raises UserError when there is none."""
        found = self.find(posting)
        if found is None:
            raise UserError(f"There is no posting #{posting}. /postings lists the ones I know.")
        return found

    def all(self) -> Iterator[StoredPosting]:
        """Every posting in the order of its number."""
        with guarded("the database"):
            rows = self._database.execute(f"select {_COLUMNS} from postings order by id").fetchall()
        return (_stored(row) for row in rows)

    def ids(self) -> tuple[PostingId, ...]:
        """Every number in rising order."""
        with guarded("the database"):
            return tuple(PostingId(row[0]) for row in self._database.execute("select id from postings order by id"))

    def count(self) -> int:
        """How many postings are stored."""
        with guarded("the database"):
            return int(self._database.execute("select count(*) from postings").fetchone()[0])

    def _remembered(self, stored: StoredPosting) -> StoredPosting:
        self._recent[stored.id] = stored
        if len(self._recent) > _KEPT_IN_MEMORY:
            self._recent.popitem(last=False)
        return stored


def _stored(row: tuple[Any, ...]) -> StoredPosting:
    number, source, received, language, raw, posting = row
    return StoredPosting(
        PostingId(number),
        source,
        datetime.fromisoformat(received),
        language,
        raw,
        Posting.model_validate_json(posting),
    )
