"""How long does one new posting take against a million saved searches, tokenising included?

    python -m benchmarks.matching [SEARCHES]

Peers are the plain loop over every search, and queries stored in PostgreSQL (`benchmarks/matching_peer.py`), on the
same searches in the same run. Postings are the seeds' readings over pages of 370 words; searches draw from 40,000 words
and 3,000 places, a few often and most rarely. Times are of one core's own work (CPU time), so that a busy machine does
not count as the matcher's.
"""

import gc
import itertools
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from benchmarks import matching_peer
from benchmarks.corpus import SEEDS
from bot.matching.columns import ColumnMatcher, compiled_probe
from bot.matching.features import SearchId
from bot.matching.matcher import DictMatcher
from bot.matching.probe import Plain, Probe
from bot.matching.traits import Traits
from bot.model.constraints.base import Subject
from bot.model.posting import Posting, PostingId
from bot.model.query import Query
from bot.model.reading import Reading
from bot.model.stored import StoredPosting
from bot.parsing.parse_posting import parse_posting
from bot.text.tokens import terms
from tests.support.searches import searches

NOW = datetime(2027, 1, 4, tzinfo=UTC)
WORDS, PLACES, TOKENS, POSTINGS, ROUNDS = 40_000, 3_000, 370, 200, 3


def main() -> None:
    """Print the figures for the number of searches asked for."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    vocabulary, places = _vocabulary(), _places()
    postings = list(itertools.islice(_postings(vocabulary), POSTINGS))
    before = _resident()
    matcher = _matcher(number, vocabulary, places)
    size = (_resident() - before) / number
    found = [len(matcher.matches(stored, NOW.date())) for stored in postings]
    print(
        f"{number:,} searches, {len(postings)} postings of {TOKENS} words; {statistics.median(found):.0f} matches each"
    )
    own = _probes(matcher, postings)
    print(f"memory {size:6.0f} bytes a search")
    plain = _plain_loop(_saved(number, vocabulary, places), postings[0])
    assert matcher.matches(postings[0], NOW.date()) == plain[1]
    print(f"plain loop {plain[0]:8.0f} ms    {_ratios(plain[0], own, 0)}")
    _stored_queries(matcher, _saved(number, vocabulary, places), postings, own)
    _changes(matcher, vocabulary, places, postings)
    _small(vocabulary, places, postings)


def _saved(number: int, vocabulary: Sequence[str], places: Sequence[str]) -> Iterator[tuple[SearchId, Query]]:
    return searches(number, vocabulary, places, seed=5, wordless=0.002)


def _matcher(number: int, vocabulary: Sequence[str], places: Sequence[str]) -> ColumnMatcher:
    """The searches in columns; their words are copies, so that those that are kept count as the matcher's memory."""
    words, towns = ([word.encode().decode() for word in each] for each in (vocabulary, places))
    return ColumnMatcher(_saved(number, words, towns))


def _probes(matcher: ColumnMatcher, postings: Sequence[StoredPosting]) -> Mapping[str, float]:
    """The median of each way to look through the columns, in turns over the same postings; the last one is kept."""
    probes: dict[str, Probe] = {"numpy": Plain()}
    if find_spec("numba"):
        probes["numba"] = compiled_probe()
    times: dict[str, list[float]] = {name: [] for name in probes}
    for _ in range(ROUNDS):
        for name, probe in probes.items():
            matcher.probe = probe
            # The first look after a change of ways is not counted.
            looks = [_timed(lambda s=stored: matcher.matches(s, NOW.date())) for stored in (postings[0], *postings)]  # type: ignore[misc]
            times[name] += looks[1:]
    reading = [_timed(lambda s=stored: Traits(Subject(s, NOW.date()))) for stored in postings]  # type: ignore[misc]
    for name, each in times.items():
        late = sorted(each)[int(len(each) * 0.99)]
        print(f"{name}: median {statistics.median(each):8.2f} ms    p99 {late:8.2f} ms", end="    ")
        print(f"of which cutting the posting into stems {statistics.median(reading):.2f} ms")
    return {name: statistics.median(each) for name, each in times.items()}


def _ratios(milliseconds: float, own: Mapping[str, float], digits: int) -> str:
    """How many times as long as ours that is."""
    return ", ".join(f"{milliseconds / each:,.{digits}f} times as long as {name}" for name, each in own.items())


def _changes(
    matcher: ColumnMatcher, vocabulary: Sequence[str], places: Sequence[str], postings: Sequence[StoredPosting]
) -> None:
    number = len(matcher)
    fresh = list(searches(2000, vocabulary, places, seed=6, wordless=0.002))
    added = [_timed(lambda s=s, q=q: matcher.add(SearchId(number + s), q)) for s, q in fresh]  # type: ignore[misc]
    removed = [_timed(lambda s=s: matcher.remove(SearchId(s * 7))) for s, _ in fresh]  # type: ignore[misc]
    print(f"add {statistics.mean(added) * 1000:6.1f} us    remove {statistics.mean(removed) * 1000:6.1f} us", end="")
    times = [_timed(lambda stored=stored: matcher.matches(stored, NOW.date())) for stored in postings]  # type: ignore[misc]
    print(f"    median after that {statistics.median(times):6.2f} ms", end="")
    print(f"    written anew in {_timed(matcher.compact):6.0f} ms")


def _small(vocabulary: Sequence[str], places: Sequence[str], postings: Sequence[StoredPosting]) -> None:
    few = DictMatcher(_saved(5000, vocabulary, places))
    times = [_timed(lambda stored=stored: few.matches(stored, NOW.date())) for stored in postings]  # type: ignore[misc]
    print(f"5,000 searches in a dictionary: median {statistics.median(times):6.2f} ms")


def _stored_queries(
    matcher: ColumnMatcher,
    saved: Iterator[tuple[SearchId, Query]],
    postings: Sequence[StoredPosting],
    own: Mapping[str, float],
) -> None:
    peer = matching_peer.measure(saved, postings[: matching_peer.POSTINGS], NOW.date())
    if peer is None:
        print("queries stored in PostgreSQL: left out, no programs of its server are installed")
        return
    found = matcher.matches(postings[0], NOW.date())
    for way, figures in peer.items():
        # The peer does not look at pay and days.
        assert figures.found.issuperset(found), way
        print(f"PostgreSQL, {way:22} {figures.milliseconds:9.2f} ms    {_ratios(figures.milliseconds, own, 1)}")


def _plain_loop(saved: Iterator[tuple[SearchId, Query]], stored: StoredPosting) -> tuple[float, tuple[SearchId, ...]]:
    """The time of one look through all searches; they are taken apart in portions, which it leaves out."""
    subject, milliseconds, found = Subject(stored, NOW.date()), 0.0, list[SearchId]()
    while entries := list(itertools.islice(saved, 50_000)):
        start = time.process_time()
        found += [search for search, query in entries if query.admits(subject)]
        milliseconds += (time.process_time() - start) * 1000
    return milliseconds, tuple(found)


def _resident() -> int:
    """The memory of this process in bytes, as the system counts it."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def _timed(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return (time.process_time() - start) * 1000


def _vocabulary() -> list[str]:
    """What people search for: the words of the seeds' titles, skills and companies, each among nine invented ones."""
    known = dict.fromkeys(stem for _, reading in _read() for text in _topics(reading) for stem, _ in terms(text))
    invented = _invented(WORDS)
    mixed = (word for stem in known for word in (stem, *itertools.islice(invented, 9)))
    return list(itertools.islice(itertools.chain(mixed, invented), WORDS))


def _topics(reading: Reading) -> Iterator[str]:
    posting = reading.posting or Posting()
    for field in ("title", "skills", "company"):
        yield from (str(found.value) for found in posting.found(field))


def _read() -> list[tuple[str, Reading]]:
    pages = (path.read_text("utf-8") for path in SEEDS)
    return [(page, parse_posting(page)) for page in pages]


def _places() -> list[str]:
    known = ("london", "berlin", "leeds", "dublin", "paris", "remote", "zurich", "austin", "madrid", "utrecht")
    return [*known, *_invented(PLACES - len(known), ending="ton")]


def _invented(number: int, ending: str = "") -> Iterator[str]:
    syllables = [a + b for a in "bcdfghklmnprstvw" for b in "aeiou"]
    parts = itertools.islice(itertools.product(syllables, syllables, syllables), number)
    return ("".join(three) + "r" + ending for three in parts)


def _postings(vocabulary: Sequence[str]) -> Iterator[StoredPosting]:
    """The seeds over and over, each time with other words behind the page, up to the same length.

    Nine words in ten are of the kind that every page has, one is of the kind that people search for.
    """
    chance = random.Random(11)
    common = [stem for page, _ in _read() for stem, _ in terms(page)]
    sums = list(itertools.accumulate(1 / (place + 20) for place in range(len(vocabulary))))
    for page, reading in itertools.cycle(_read()):
        missing = max(0, TOKENS - sum(1 for _ in terms(page)))
        words = chance.choices(common, k=missing * 9 // 10) + chance.choices(
            vocabulary, cum_weights=sums, k=missing // 10
        )
        raw = f"{page}\n{' '.join(words)}"
        yield StoredPosting(PostingId(1), "seed", NOW, reading.language, raw, reading.posting or Posting())


if __name__ == "__main__":
    main()
