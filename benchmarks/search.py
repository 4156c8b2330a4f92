"""How fast, how good and how fresh is the search index, beside tantivy and SQLite FTS5 on the same postings?

    python -m benchmarks.search [POSTINGS]

Every engine answers the same searches in turn, in five interleaved rounds with searches of their own; a row shows the
medians of the rounds. Then:
known-item search (the mean of 1/rank of the posting meant among the first ten), how long building and opening take,
how soon an added posting is found, and what the process needs of memory beside the mapped files.
"""

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

from benchmarks import queries
from benchmarks.engines import Fts5, Ours, Peer, Searcher, Tantivy
from benchmarks.market import market
from benchmarks.queries import Search
from bot.model.posting import PostingId
from bot.model.stored import StoredPosting
from bot.search.engine.engine import Engine, compiled_kernels
from bot.search.engine.kernels import Plain
from bot.search.plan import Alternative, Group, Plan
from bot.search.plan_query import plan_query
from bot.search.read_query import read_query
from bot.search.vocabulary import Vocabulary

T = TypeVar("T")
POSTINGS = 100_000
ROUNDS = 5
SEARCHES = 200
# FTS5 would take most of the time of a run.
FEWER = 20
KEPT_EVERY = 97
# Each engine takes in so many postings in turn: one by one, they would empty each other's caches.
TAKEN_AT_ONCE = 1000
TODAY = date(2027, 1, 4)


def main() -> None:
    """Print every figure."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else POSTINGS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peers = (Tantivy(folder / "tantivy"), Fts5(folder / "fts5.db"))
        kept = _built(folder, number, peers)
        ours = _opened(folder, number, kept)
        engines: list[Searcher] = [*ours, *peers]
        _speeds(engines, kept)
        _readings(ours[0].engine, kept)
        _known_items(engines, kept)
        _freshness(folder / "ours", kept[0])


def _built(folder: Path, number: int, peers: Sequence[Peer]) -> list[StoredPosting]:
    """All engines filled with the market in one pass, each on its own watch; every so many postings are kept."""
    kept: list[StoredPosting] = []
    making = _Stopwatch()
    watches = [_Stopwatch() for _ in peers]

    def passing() -> Iterator[StoredPosting]:
        source = market(number)
        while some := making.run(lambda: list(islice(source, TAKEN_AT_ONCE))):
            kept.extend(stored for stored in some if stored.id % KEPT_EVERY == 1)
            for peer, watch in zip(peers, watches, strict=True):
                watch.run(lambda peer=peer, some=some: list(map(peer.take, some)))
            yield from some

    start = time.perf_counter()
    Engine("bench", folder / "ours").rebuild(passing(), last_change=number)
    took = time.perf_counter() - start - making.spent - sum(watch.spent for watch in watches)
    print(f"{number:,} postings; ours is built in {took:.1f} s, {number / took:,.0f} postings a second")
    for peer, watch in zip(peers, watches, strict=True):
        watch.run(peer.finish)
        print(f"{peer.name} is built in {watch.spent:.1f} s")
    return kept


def _opened(folder: Path, number: int, kept: Sequence[StoredPosting]) -> list[Ours]:
    """Our engine twice, over the same files, with what opening takes and what it needs."""
    before = _resident()
    ours = [
        _timed("opening", lambda: Ours(folder / "ours", "ours, numpy", Plain())),
        Ours(folder / "ours", "ours, numba", compiled_kernels()),
    ]
    size = sum(path.stat().st_size for path in (folder / "ours").iterdir())
    for search in queries.casual(kept, SEARCHES, seed=1):
        ours[0].search(search)
    print(f"files {size / number:,.0f} bytes a posting; memory {(_resident() - before) / number:,.0f} bytes a posting")
    return ours


def _speeds(engines: Sequence[Searcher], kept: Sequence[StoredPosting]) -> None:
    """Microseconds for each kind of search; every round asks other searches, the same of every engine."""
    kinds = [_searches(kept, round_) for round_ in range(ROUNDS)]
    print(f"\nmicroseconds a search, {ROUNDS} interleaved rounds: median (99th percentile), ratio to the first")
    print(f"{'':22}" + "".join(f"{engine.name:>26}" for engine in engines))
    for kind in kinds[0]:
        forgiving = kind.endswith("mistyped")
        rounds: dict[str, list[list[float]]] = {engine.name: [] for engine in engines}
        for searches in kinds:
            for engine in engines:
                some = searches[kind][:FEWER] if isinstance(engine, Fts5) else searches[kind]
                rounds[engine.name].append(_times(engine.forgiving if forgiving else engine.search, some))
        middles = {name: statistics.median(map(statistics.median, times)) for name, times in rounds.items()}
        tails = {name: statistics.median(map(_tail, times)) for name, times in rounds.items()}
        first = middles[engines[0].name]
        cells = (f"{middles[name]:,.0f} ({tails[name]:,.0f}) {middles[name] / first:.2f}x" for name in rounds)
        print(f"{kind:22}" + "".join(f"{cell:>26}" for cell in cells))


def _searches(kept: Sequence[StoredPosting], round_: int) -> dict[str, list[Search]]:
    """The searches of a round by their kind."""
    known = queries.known_items(kept, SEARCHES, seed=10 * round_ + 2)
    usual = queries.casual(kept, SEARCHES, seed=10 * round_ + 3)
    return {
        "known item": known,
        "casual": usual,
        "casual, filtered": queries.filtered(usual, seed=10 * round_ + 4),
        "filters alone": queries.filtered([Search((), 0)] * SEARCHES, seed=10 * round_ + 6),
        "phrases": queries.phrases(kept, SEARCHES, seed=10 * round_ + 7),
        "known item, mistyped": queries.mistyped(known, seed=10 * round_ + 5),
    }


def _readings(engine: Engine, kept: Sequence[StoredPosting]) -> None:
    """What reading a typed line adds to a search: words alone, and words with two keys and a figure."""
    vocabulary = Vocabulary(engine.words())
    usual = [" ".join(search.stems) for search in queries.casual(kept, SEARCHES, seed=8)]
    kinds = {"words": usual, "words and keys": [f"{line} mode:hybrid pay>=40k GBP/year" for line in usual]}
    for kind, lines in kinds.items():
        times = []
        for line in lines:
            start = time.perf_counter()
            plan_query(read_query(line, vocabulary), TODAY)
            times.append((time.perf_counter() - start) * 1e6)
        print(f"reading and planning a line of {kind}: {statistics.median(times):,.0f} microseconds")


def _known_items(engines: Sequence[Searcher], kept: Sequence[StoredPosting]) -> None:
    clean = queries.known_items(kept, SEARCHES, seed=6)
    wrong = queries.mistyped(clean, seed=7)
    print("\nknown-item search, mean reciprocal rank among ten: clean, with one or two typos")
    for engine in engines:
        some = 2 * FEWER if isinstance(engine, Fts5) else SEARCHES
        scores = _rank(engine.search, clean[:some]), _rank(engine.forgiving, wrong[:some])
        print(f"  {engine.name:14} {scores[0]:.3f}  {scores[1]:.3f}")


def _rank(ask: Callable[[Search], list[int]], searches: Sequence[Search]) -> float:
    ranks = []
    for search in searches:
        found = ask(search)
        ranks.append(1 / (found.index(search.meant) + 1) if search.meant in found else 0.0)
    return statistics.mean(ranks)


def _freshness(folder: Path, stored: StoredPosting) -> None:
    """From adding one posting to the search that finds it, with all of the index open."""
    engine = Engine("bench", folder)
    plan = Plan((Group((Alternative(("freshly",)),)),))
    times = []
    for number in range(40):
        new = replace(
            stored,
            id=PostingId(10**8 + number),
            raw=f"{stored.raw} freshly added",
            received=stored.received + timedelta(days=number),
        )
        start = time.perf_counter()
        engine.add(new, change=10**8 + number)
        best = engine.select(plan).matches(10).best
        times.append((time.perf_counter() - start) * 1000)
        if best[0].posting != new.id:
            raise AssertionError("an added posting is found at once")
    print(f"\nan added posting is found after {statistics.median(times):.1f} ms, at most {max(times):.1f} ms")


def _times(ask: Callable[[Search], object], searches: Sequence[Search]) -> list[float]:
    times = []
    for search in searches:
        start = time.perf_counter()
        ask(search)
        times.append((time.perf_counter() - start) * 1e6)
    return times


def _tail(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)] if len(times) > 1 else times[0]


def _timed(what: str, work: Callable[[], T]) -> T:
    start = time.perf_counter()
    done = work()
    print(f"{what}: {(time.perf_counter() - start) * 1000:,.0f} ms")
    return done


def _resident() -> int:
    """Bytes of memory in use that no file stands behind."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines() if Path("/proc/self/status").exists() else []
    for line in lines:
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class _Stopwatch:
    """How long some work takes in all."""

    def __init__(self) -> None:
        self.spent = 0.0

    def run(self, work: Callable[[], T]) -> T:
        """The work, timed."""
        start = time.perf_counter()
        done = work()
        self.spent += time.perf_counter() - start
        return done


if __name__ == "__main__":
    main()
