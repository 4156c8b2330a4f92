"""Which engines are compared? Ours with numpy and with numba, tantivy, and SQLite's FTS5, behind one face.

Each holds the same postings and is asked the same stems: all must occur, the best ten are wanted and their number.
The peers get what makes them fast: two fields, stems instead of texts, and FTS5 need not count.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

import tantivy

from benchmarks.queries import Filters, Search
from bot.model.stored import StoredPosting
from bot.search.engine.engine import Engine
from bot.search.engine.kernels import Kernels
from bot.search.plan import Alternative, Between, Group, OneOf, Plan, Test
from bot.search.vocabulary import Vocabulary
from bot.text.tokens import terms

LIMIT = 10
_FUZZY_FROM = 4
_TWO_EDITS_FROM = 8


class Searcher(Protocol):
    """One engine over the postings."""

    name: str

    def search(self, search: Search) -> list[int]:
        """The numbers of the best postings, best first."""

    def forgiving(self, search: Search) -> list[int]:
        """The same where words may be mistyped."""


class Peer(Searcher, Protocol):
    """An engine that is filled here."""

    def take(self, stored: StoredPosting) -> None:
        """Takes in a posting."""

    def finish(self) -> None:
        """Makes what was taken in searchable."""


class Ours:
    """The engine over its files."""

    def __init__(self, folder: Path, name: str, kernels: Kernels) -> None:
        self.name = name
        self.engine = Engine("bench", folder, kernels=kernels)
        self._vocabulary = Vocabulary(self.engine.words())

    def search(self, search: Search) -> list[int]:
        """See Searcher."""
        if search.phrase:
            return self._best((Group((Alternative(search.stems),)),), search.filters)
        return self._run([(stem,) for stem in search.stems], search.filters)

    def forgiving(self, search: Search) -> list[int]:
        """See Searcher."""
        meant = [self._vocabulary.meant(stem) or (stem,) for stem in search.stems]
        found = self._run(meant, search.filters)
        if found:
            return found
        doubted = [(*stems, *(self._vocabulary.doubted(stem))) for stem, stems in zip(search.stems, meant, strict=True)]
        return self._run(doubted, search.filters)

    def _run(self, words: Sequence[tuple[str, ...]], filters: Filters) -> list[int]:
        groups = tuple([Group(tuple([Alternative((stem,)) for stem in stems])) for stems in words])
        return self._best(groups, filters)

    def _best(self, groups: tuple[Group, ...], filters: Filters) -> list[int]:
        selection = self.engine.select(Plan(groups, tests=_tests(filters)))
        return [match.posting for match in selection.matches(LIMIT).best]


class Tantivy:
    """tantivy with a field for the title, worth three times the rest."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        for field in ("title", "text", "mode", "currency"):
            builder.add_text_field(field, tokenizer_name="whitespace" if field in ("title", "text") else "raw")
        builder.add_integer_field("id", stored=True, fast=True)
        builder.add_integer_field("pay", indexed=True, fast=True)
        self._schema = builder.build()
        folder.mkdir(exist_ok=True)
        self._index = tantivy.Index(self._schema, path=str(folder))

        self._writer = self._index.writer(heap_size=500_000_000, num_threads=1)

    def take(self, stored: StoredPosting) -> None:
        """Takes in a posting."""
        self._writer.add_document(tantivy.Document(id=stored.id, **asdict(flat(stored))))

    def finish(self) -> None:
        """Makes what was taken in searchable."""
        self._writer.commit()
        self._writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, search: Search) -> list[int]:
        """See Searcher."""
        if search.phrase:
            return self._run([self._together(search.stems)], search.filters)
        return self._run([self._anywhere(stem) for stem in search.stems], search.filters)

    def forgiving(self, search: Search) -> list[int]:
        """See Searcher."""
        return self._run([self._nearly(stem) for stem in search.stems], search.filters)

    def _run(self, words: Sequence[tantivy.Query], filters: Filters) -> list[int]:
        must = [(tantivy.Occur.Must, word) for word in (*words, *self._filters(filters))]
        found = self._searcher.search(tantivy.Query.boolean_query(must), limit=LIMIT, count=True)
        return [self._searcher.doc(address)["id"][0] for _, address in found.hits]

    def _anywhere(self, stem: str) -> tantivy.Query:
        title = tantivy.Query.term_query(self._schema, "title", stem)
        return self._either(title, tantivy.Query.term_query(self._schema, "text", stem))

    def _together(self, stems: Sequence[str]) -> tantivy.Query:
        title, text = (tantivy.Query.phrase_query(self._schema, field, list(stems)) for field in ("title", "text"))
        return self._either(title, text)

    def _nearly(self, stem: str) -> tantivy.Query:
        edits = 0 if len(stem) < _FUZZY_FROM else 1 if len(stem) < _TWO_EDITS_FROM else 2
        if not edits:
            return self._anywhere(stem)
        title, text = (
            tantivy.Query.fuzzy_term_query(self._schema, field, stem, distance=edits, transposition_cost_one=True)
            for field in ("title", "text")
        )
        return self._either(self._anywhere(stem), self._either(title, text))

    def _either(self, title: tantivy.Query, text: tantivy.Query) -> tantivy.Query:
        should = [(tantivy.Occur.Should, tantivy.Query.boost_query(title, 3.0)), (tantivy.Occur.Should, text)]
        return tantivy.Query.boolean_query(should)

    def _filters(self, filters: Filters) -> Iterator[tantivy.Query]:
        if filters.mode:
            yield tantivy.Query.term_query(self._schema, "mode", filters.mode)
        if filters.pay:
            yield tantivy.Query.term_query(self._schema, "currency", "GBP")
            yield tantivy.Query.range_query(self._schema, "pay", tantivy.FieldType.Integer, filters.pay, 10**9)


class Fts5:
    """SQLite's FTS5, the title worth three times the rest; a mistyped word is no word to it, so any may be missing."""

    name = "SQLite FTS5"

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.execute("create table facts (id integer primary key, mode text, currency text, pay integer)")
        self._connection.execute("create virtual table words using fts5(title, body, content='', tokenize='unicode61')")

    def take(self, stored: StoredPosting) -> None:
        """Takes in a posting."""
        told = flat(stored)
        words, facts = [stored.id, told.title, told.text], [stored.id, told.mode, told.currency, told.pay]
        self._connection.execute("insert into words (rowid, title, body) values (?, ?, ?)", words)
        self._connection.execute("insert into facts values (?, ?, ?, ?)", facts)

    def finish(self) -> None:
        """Merges the index into one tree."""
        self._connection.execute("insert into words (words) values ('optimize')")
        self._connection.commit()

    def search(self, search: Search) -> list[int]:
        """See Searcher."""
        return self._run(search, " + " if search.phrase else " AND ")

    def forgiving(self, search: Search) -> list[int]:
        """See Searcher."""
        return self._run(search, " OR ")

    def _run(self, search: Search, joint: str) -> list[int]:
        words = joint.join(f'"{stem}"' for stem in search.stems)
        join, wanted, values = "", "", []
        if search.filters != Filters():
            join = "join facts on facts.id = words.rowid"
            if search.filters.mode:
                wanted, values = f"{wanted} and mode = ?", [*values, search.filters.mode]
            if search.filters.pay:
                wanted, values = f"{wanted} and currency = 'GBP' and pay >= ?", [*values, search.filters.pay]
        if words:
            rows = self._connection.execute(
                f"select words.rowid from words {join} where words match ?{wanted}"
                f" order by bm25(words, 3.0, 1.0), words.rowid desc limit {LIMIT}",
                [words, *values],
            )
        else:
            rows = self._connection.execute(
                f"select id from facts where true{wanted} order by id desc limit {LIMIT}", values
            )
        return [row[0] for row in rows]


@dataclass(frozen=True, slots=True)
class Flat:
    """A posting as the peers index it: title and text as stems, work mode, currency, the top of the pay."""

    title: str
    text: str
    mode: str
    currency: str
    pay: int


def flat(stored: StoredPosting) -> Flat:
    """The posting for the peers; "" and 0 for what it does not state."""
    posting = stored.posting
    title = " ".join(stem for stem, _ in terms(posting.title.value if posting.title else ""))
    text = " ".join(stem for stem, _ in terms(stored.raw))
    salary = posting.salary.value if posting.salary else None
    mode = posting.work_mode.value.value if posting.work_mode else ""
    return Flat(title, text, mode, (salary.currency or "") if salary else "", int(salary.top or 0) if salary else 0)


def _tests(filters: Filters) -> tuple[Test, ...]:
    tests: list[Test] = []
    if filters.mode:
        tests.append(OneOf("work_mode", (filters.mode,), stated_only=True))
    if filters.pay:
        tests.append(OneOf("pay_currency", ("GBP",), stated_only=True))
        tests.append(Between("pay", low=filters.pay, stated_only=True))
    return tuple(tests)
