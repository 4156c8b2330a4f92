"""How long do queries stored in PostgreSQL take over one new posting? The peer of `benchmarks/matching.py`.

Each search is a row with its words, places and facts as a tsquery; a posting comes as a tsvector that is cut into
stems already. Pay and days are not looked at, tokenising is not counted: all in favour of the peer. Three ways to the
rows are what the server offers for stored queries: every query, a GiST index over the queries, a GIN index over the
words that a query cannot do without. Two more are our own index built there by hand: a table by the rarest word of
each query, without and with its second word. The server is a temporary one, on one core, with all data in memory.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path

from bot.matching.features import Conditions, Feature, SearchId, conditions_of
from bot.matching.traits import Traits
from bot.model.constraints.base import PARTS, Subject
from bot.model.query import Query
from bot.model.stored import StoredPosting

_ALWAYS = "*"
_SETTINGS = {
    "listen_addresses": "", "fsync": "off", "shared_buffers": "1GB", "work_mem": "256MB", "jit": "off",
    "maintenance_work_mem": "512MB", "max_parallel_workers_per_gather": "0", "max_wal_size": "8GB", "autovacuum": "off",
}  # fmt: skip
_TABLES = """
create unlogged table saved (id int, words text[], needed tsquery, query tsquery);
create unlogged table rarest (word text, second text, id int, query tsquery);
"""
_INDEXES = """
create index on saved using gist (needed tsquery_ops);
create index on saved using gin (words);
create index rarest_word on rarest (word);
cluster rarest using rarest_word;
vacuum analyze saved;
vacuum analyze rarest;
"""
# Each way with a setting that keeps the planner to it, so that the best one is not left to its guess.
_WAYS = {
    "every query": "select id from saved where {vector} @@ query",
    "GiST over queries": "select id from saved where needed <@ {any} and {vector} @@ query",
    "GIN over needed words": "select id from saved where words <@ {words} and {vector} @@ query",
    "table of rarest words": "select id from rarest where word = any({words}) and {vector} @@ query",
    "rarest, second words": (
        "select id from rarest where word = any({words}) and second = any({words}) and {vector} @@ query"
    ),
}
# The server tells what each look cost it in CPU time.
_COUNT_TIME = "set enable_seqscan = off; set client_min_messages = log; set log_statement_stats = on;"
_USAGE = re.compile(r"QUERY STATISTICS\n.*\n!\s+([\d.]+) s user, ([\d.]+) s system")
# So many postings each way looks at in a round, the slowest only in the first.
_MOST, _SLOWEST = 6, "GiST over queries"
_POSTINGS = {"every query": 2, _SLOWEST: 1}


class Peer:
    """A server that holds the searches; `times` are milliseconds by way, `found` what was found for `first`."""

    def __init__(self, psql: Sequence[str]) -> None:
        self._psql = psql
        self.times: dict[str, list[float]] = {way: [] for way in _WAYS}
        self.first: StoredPosting | None = None
        self.found: dict[str, frozenset[SearchId]] = {}

    def look(self, postings: Sequence[StoredPosting], today: date) -> None:
        """A round: some of the postings by each way in turn."""
        self.first = self.first or postings[0]
        documents = [_literals(Subject(stored, today)) for stored in postings[:_MOST]]
        for way, sql in _WAYS.items():
            if way == _SLOWEST and self.times[way]:
                continue
            asked = [sql.format(**document) for document in documents[: _POSTINGS.get(way, _MOST)]]
            if way not in self.found:
                self.found[way] = frozenset(SearchId(int(line)) for line in _run(self._psql, f"{asked[0]};").split())
            self.times[way] += self._timed(asked)

    def _timed(self, asked: Sequence[str]) -> list[float]:
        # The first look of a connection is not counted.
        counted = "".join(f"select count(*) from ({each}) as found;\n" for each in (asked[0], *asked))
        talk = subprocess.run(self._psql, input=f"{_COUNT_TIME}\n{counted}", capture_output=True, text=True, check=True)
        return [1000 * (float(user) + float(system)) for user, system in _USAGE.findall(talk.stderr)][1:]


@contextmanager
def stored_queries(saved: Iterator[tuple[SearchId, Query]]) -> Iterator[Peer | None]:
    """The peer while it runs; None where no programs of a PostgreSQL server are installed."""
    programs = _programs()
    if programs is None:
        yield None
        return
    with _server(programs) as psql:
        _fill(psql, saved)
        yield Peer(psql)


def _programs() -> Path | None:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = shutil.which("initdb") or (str(installed[-1]) if installed else None)
    return Path(found).resolve().parent if found else None


@contextmanager
def _server(programs: Path) -> Iterator[Sequence[str]]:
    """A server of its own that is gone afterwards; gives the command that talks to it."""
    with tempfile.TemporaryDirectory() as folder:
        # The server refuses to run as root.
        user = "nobody" if os.geteuid() == 0 else None
        if user:
            shutil.chown(folder, user)
        data, options = f"{folder}/data", [f"-c{name}={value}" for name, value in _SETTINGS.items()]
        initdb = [str(programs / "initdb"), "-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
        subprocess.run(initdb, user=user, cwd=folder, check=True, capture_output=True)
        # Ended from outside, this process still ends its server.
        before = signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
        command = [str(programs / "postgres"), "-D", data, "-k", folder, *options]
        server = subprocess.Popen(command, user=user, cwd=folder, stderr=subprocess.DEVNULL)
        try:
            ready = [str(programs / "pg_isready"), "-q", "-h", folder]
            while subprocess.run(ready, check=False).returncode and server.poll() is None:
                pass
            yield [str(programs / "psql"), "-XqAt", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "bench", "postgres"]
        finally:
            # A fast shutdown: it does not wait for those who are still asking.
            server.send_signal(signal.SIGINT)
            server.wait()
            signal.signal(signal.SIGTERM, before)


def _run(psql: Sequence[str], script: str) -> str:
    return subprocess.run(psql, input=script, capture_output=True, text=True, check=True).stdout


def _fill(psql: Sequence[str], saved: Iterator[tuple[SearchId, Query]]) -> None:
    _run(psql, _TABLES)
    taken = [(search, conditions_of(query)) for search, query in saved]
    counts = Counter(word for _, each in taken for word in _needed(each))
    ordered = ((search, each, sorted(_needed(each), key=lambda word: counts[word])) for search, each in taken)
    rarest = ((search, each, *[*words, _ALWAYS, _ALWAYS][:2]) for search, each, words in ordered)
    needed = ((search, each, _needed(each) or [_ALWAYS]) for search, each in taken)
    _copy(
        psql,
        "saved",
        (_row(search, _array(words), " & ".join(map(_quoted, words)), _whole(each)) for search, each, words in needed),
    )
    _copy(psql, "rarest", (_row(word, second, search, _whole(each)) for search, each, word, second in rarest))
    _run(psql, _INDEXES)


def _copy(psql: Sequence[str], table: str, lines: Iterable[str]) -> None:
    with subprocess.Popen([*psql, "-c", f"copy {table} from stdin"], stdin=subprocess.PIPE, text=True) as copying:
        assert copying.stdin is not None
        copying.stdin.writelines(f"{line}\n" for line in lines)
    assert copying.returncode == 0


def _row(*values: object) -> str:
    return "\t".join(str(value).replace("\\", "\\\\") for value in values)


def _whole(conditions: Conditions) -> str:
    """The tsquery of a search."""
    wanted = [f"({' | '.join(map(_asked, group))})" for group in conditions.wanted]
    unwanted = [f"!{_asked(feature)}" for feature in conditions.unwanted]
    return " & ".join([_quoted(_ALWAYS), *wanted, *unwanted])


def _needed(conditions: Conditions) -> list[str]:
    """Words without which the search finds nothing."""
    alone = (group[0] for group in conditions.wanted if len(group) == 1)
    return [_lexeme(f, part) for f in alone if f.strict and not f.prefix for part in f.parts]


def _asked(feature: Feature) -> str:
    lexemes = [_quoted(_lexeme(feature, part)) for part in feature.parts] or [_quoted(f"{feature.key}?")]
    asked = " <-> ".join(lexemes) + (":*" if feature.prefix else "")
    return f"({asked})" if feature.strict else f"({asked} | {_quoted(f'{feature.key}!')})"


def _lexeme(feature: Feature, part: str) -> str:
    return f"{feature.key}={part}"


def _literals(subject: Subject) -> Mapping[str, str]:
    """The posting as a tsvector, its words as an array, and as a query that holds them all."""
    traits, places = Traits(subject), dict[str, list[int]]({_ALWAYS: []})
    for key in traits.texts:
        start = 1
        for stems in (passage.stems for part in ([key] if key else PARTS) for passage in subject.passages(part)):
            for place, stem in enumerate(stems, start):
                places.setdefault(f"{key}={stem}", []).append(place)
            start += len(stems) + 1
    values = (f"{key}={value}" for key, stated in traits.values.items() for value in stated)
    fields = {*traits.texts, *traits.values}
    said = (f"{key}{'!' if key in traits.silent else '?'}" for key in sorted(fields))
    places.update((word, []) for word in chain(values, said))
    vector = " ".join(f"{_quoted(word)}{':' if at else ''}{','.join(map(str, at))}" for word, at in places.items())
    return {
        "vector": f"{_literal(vector)}::tsvector",
        "words": f"{_literal(_array(places))}::text[]",
        "any": f"{_literal(' & '.join(map(_quoted, places)))}::tsquery",
    }


def _quoted(word: str) -> str:
    doubled = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def _array(words: Iterable[str]) -> str:
    return f"{{{','.join(map(_in_array, words))}}}"


def _in_array(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _literal(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
