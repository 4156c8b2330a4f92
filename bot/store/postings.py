"""Which postings are kept, and which of them is the one with this number or this text?"""

import hashlib
import json
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from bot.errors import UserError
from bot.model.page import Form, Page
from bot.model.posting import Posting, PostingId
from bot.model.stored import NamedPosting, StoredPosting
from bot.model.viewer import HOST, Viewer
from bot.store.database import guarded, transaction
from bot.text.layers import Layer, Run

_COLUMNS = "id, source, received, language, raw, posting, owner, form, text, runs"
# Shown to a viewer: the host sees all, others what is public or their own.
_SEEN = "(? or owner is null or owner = ?)"
_NAMES = (
    "select id, owner, json_extract(posting, '$.title.value'), json_extract(posting, '$.company.value'),"
    " json_extract(posting, '$.locations') from postings order by id"
)
_KEPT_IN_MEMORY = 2048
_READ_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Draft:
    """A posting that has no number yet, with its page over its own part of the source.

    `owner` is the private chat that alone sees it, None for a public posting.
    """

    source: str
    received: datetime
    language: str
    page: Page
    posting: Posting
    owner: int | None = None

    @property
    def digest(self) -> str:
        """The same for two texts that differ only in white space."""
        return hashlib.sha256(" ".join(self.page.layer.raw.split()).encode("utf-8", "surrogatepass")).hexdigest()


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
        """Keeps the draft unless its owner sees its text already; raises StoreError when it cannot be written."""
        with transaction(self._database):
            known = self.same_text(draft)
            if known is not None:
                return Saved(known, known=True)
            return Saved(self._insert(draft), known=False)

    def same_text(self, draft: Draft) -> PostingId | None:
        """The posting with this text that the draft's owner sees, or None."""
        with guarded("the database"):
            row = self._database.execute(
                "select id from postings where digest = ? and part = ? and (owner is null or owner = ?) order by id",
                [draft.digest, draft.page.part, draft.owner],
            ).fetchone()
        return PostingId(row[0]) if row else None

    def of_source(self, source: str, owner: int | None) -> tuple[PostingId, ...]:
        """The postings that came from a file or an address, of this very owner, by number; at most a few."""
        with guarded("the database"):
            rows = self._database.execute(
                "select id from postings where source = ? and owner is ? order by id limit 3", [source, owner]
            )
            return tuple(PostingId(row[0]) for row in rows)

    def renew(self, posting: PostingId, draft: Draft) -> None:
        """Puts a later state of its page in place of a posting's; when it was received first stays."""
        layer = draft.page.layer
        with transaction(self._database):
            self._database.execute(
                "update postings set digest = ?, part = ?, language = ?, form = ? where id = ?",
                [draft.digest, draft.page.part, draft.language, draft.page.form.value, posting],
            )
        self.correct(posting, layer, draft.posting)

    def _insert(self, draft: Draft) -> PostingId:
        """Adds the draft under a number that no posting ever had, so that an old button cannot open another one."""
        layer = draft.page.layer
        cursor = self._database.execute(
            "insert into postings (id, digest, part, source, received, language, raw, posting, owner, form, text, runs)"
            " values ((select coalesce(max(posting), 0) + 1 from changes),"
            " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                draft.digest,
                draft.page.part,
                draft.source,
                draft.received.astimezone(UTC).isoformat(),
                draft.language,
                layer.raw,
                draft.posting.model_dump_json(),
                draft.owner,
                draft.page.form.value,
                layer.text if layer.runs else None,
                json.dumps(layer.runs) if layer.runs else None,
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

    def renewed(self, posting: PostingId) -> StoredPosting | None:
        """The posting with this number as the database has it now, or None."""
        self._recent.pop(posting, None)
        return self.find(posting)

    def get(self, posting: PostingId, viewer: Viewer = HOST) -> StoredPosting:
        """The posting with this number; raises UserError when there is none that the viewer may see."""
        found = self.find(posting)
        if found is None or not viewer.sees(found.owner):
            raise UserError(f"There is no posting #{posting}. /postings lists the ones I know.")
        return found

    def named(self) -> Iterator[NamedPosting]:
        """What every posting is called, in the order of its number; much cheaper than the postings."""
        with guarded("the database"):
            rows = self._database.execute(_NAMES).fetchall()
        for number, owner, title, company, places in rows:
            called = (title, company, *(found["value"] for found in json.loads(places or "[]")))
            yield NamedPosting(PostingId(number), owner, tuple(name for name in called if name))

    def all(self) -> Iterator[StoredPosting]:
        """Every posting in the order of its number, read as they are asked for."""
        last = 0
        while True:
            with guarded("the database"):
                rows = self._database.execute(
                    f"select {_COLUMNS} from postings where id > ? order by id limit ?", [last, _READ_AT_ONCE]
                ).fetchall()
            if not rows:
                return
            yield from map(_stored, rows)
            last = rows[-1][0]

    def last(self) -> PostingId:
        """The number of the posting that was stored last; 0 when there is none."""
        with guarded("the database"):
            return PostingId(int(self._database.execute("select coalesce(max(id), 0) from postings").fetchone()[0]))

    def after(self, posting: PostingId) -> Iterator[StoredPosting]:
        """The postings with higher numbers, in the order of their numbers."""
        with guarded("the database"):
            rows = self._database.execute("select id from postings where id > ? order by id", [posting]).fetchall()
        return (stored for row in rows if (stored := self.find(PostingId(row[0]))))

    def newest(
        self, viewer: Viewer, *, limit: int, offset: int = 0, without: Sequence[PostingId] = ()
    ) -> tuple[PostingId, ...]:
        """The numbers of what the viewer may see, newest first, from the one after the first `offset` ones."""
        with guarded("the database"):
            rows = self._database.execute(
                f"select id from postings where {_SEEN} and id not in (select value from json_each(?))"
                " order by id desc limit ? offset ?",
                [viewer.host, viewer.chat, json.dumps(list(without)), limit, offset],
            )
            return tuple(PostingId(row[0]) for row in rows)

    def count(self, viewer: Viewer = HOST) -> int:
        """How many postings the viewer may see."""
        with guarded("the database"):
            return int(
                self._database.execute(
                    f"select count(*) from postings where {_SEEN}", [viewer.host, viewer.chat]
                ).fetchone()[0]
            )

    def correct(self, posting: PostingId, layer: Layer, reading: Posting) -> None:
        """Puts another text and reading in place of a posting's; its digest stays that of the text as received."""
        with transaction(self._database):
            self._database.execute(
                "update postings set raw = ?, text = ?, runs = ?, posting = ? where id = ?",
                [
                    layer.raw,
                    layer.text if layer.runs else None,
                    json.dumps(layer.runs) if layer.runs else None,
                    reading.model_dump_json(),
                    posting,
                ],
            )
        self._recent.pop(posting, None)

    def remove(self, posting: PostingId) -> None:
        """Removes the posting; its number is not given again."""
        with transaction(self._database):
            self._database.execute("delete from postings where id = ?", [posting])
        self._recent.pop(posting, None)

    def owned(self, owner: int) -> tuple[PostingId, ...]:
        """The numbers of what belongs to a private chat, in rising order."""
        with guarded("the database"):
            rows = self._database.execute("select id from postings where owner = ? order by id", [owner])
            return tuple(PostingId(row[0]) for row in rows)

    def public_twin(self, posting: PostingId) -> PostingId | None:
        """The public posting with the same text as this one, or None."""
        with guarded("the database"):
            row = self._database.execute(
                "select other.id from postings as own join postings as other"
                " on other.digest = own.digest and other.part = own.part and other.owner is null"
                " where own.id = ? and other.id <> own.id",
                [posting],
            ).fetchone()
        return PostingId(row[0]) if row else None

    def give(self, posting: PostingId, owner: int | None) -> None:
        """Makes the posting its new owner's, or public."""
        with transaction(self._database):
            self._database.execute("update postings set owner = ? where id = ?", [owner, posting])
        self._recent.pop(posting, None)

    def rewind(self) -> None:
        """Forgets what is in memory: a transaction was taken back, and its numbers will be given to others."""
        self._recent.clear()

    def _remembered(self, stored: StoredPosting) -> StoredPosting:
        self._recent[stored.id] = stored
        if len(self._recent) > _KEPT_IN_MEMORY:
            self._recent.popitem(last=False)
        return stored


def _stored(row: tuple[Any, ...]) -> StoredPosting:
    number, source, received, language, raw, posting, owner, form, text, runs = row
    return StoredPosting(
        PostingId(number),
        source,
        datetime.fromisoformat(received),
        language,
        raw,
        Posting.model_validate_json(posting),
        owner,
        Form(form),
        None if runs is None else Layer(raw, text, tuple(Run(*run) for run in json.loads(runs))),
    )
