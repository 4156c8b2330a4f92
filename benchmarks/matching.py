"""How long does one new posting take against a million saved searches, tokenising included?

    python -m benchmarks.matching [SEARCHES]

Peers are the plain loop over every search, and queries stored in PostgreSQL (`benchmarks/matching_peer.py`), on the
same searches in the same run, in turns. Searches draw from 40,000 words and 3,000 places, a few often and most rarely.
Postings are the seeds' readings over pages of 370 words. Every posting that is timed is new: its title, company,
requirements and the words behind its page were never matched before, and one of these words in fifty is in no search
and no other posting. What chunks of earlier texts show is remembered, from postings that came before as from those that
are timed; what a posting costs when nothing is remembered is told apart, and how much memory that takes. Times are of
one core's own work (CPU time), so that a busy machine does not count as the matcher's.
"""

import ctypes
import gc
import itertools
import random
import resource
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from benchmarks import matching_peer
from benchmarks.corpus import SEEDS
from bot.matching.columns import ColumnMatcher, compiled_probe
from bot.matching.features import SearchId
from bot.matching.matcher import DictMatcher, Matcher
from bot.matching.probe import Plain, Probe
from bot.model.constraints.base import Constraint, Subject
from bot.model.constraints.words import Phrase, Words
from bot.model.posting import Posting, PostingId
from bot.model.query import Query
from bot.model.reading import Reading
from bot.model.stored import StoredPosting
from bot.parsing.parse_posting import parse_posting
from bot.text.tokens import terms
from tests.support.searches import searches

NOW = datetime(2027, 1, 4, tzinfo=UTC)
WORDS, PLACES, TOKENS, POSTINGS, ROUNDS = 40_000, 3_000, 370, 200, 4


def main() -> None:
    """Print the figures for the number of searches asked for."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    vocabulary, places = _vocabulary(), _places()
    postings = _postings(vocabulary)
    before = _resident()
    matcher = _matcher(number, vocabulary, places)
    size = (_resident() - before) / number
    seen = list(itertools.islice(postings, POSTINGS))
    found = [len(matcher.matches(stored, NOW.date())) for stored in seen]
    print(f"{number:,} searches, new postings of {TOKENS} words; {statistics.median(found):.0f} matches each")
    with matching_peer.stored_queries(_saved(number, vocabulary, places)) as peer:
        own = _rounds(matcher, postings, peer)
    print(f"memory {size:6.0f} bytes a search")
    plain = _plain_loop(_saved(number, vocabulary, places), seen[0])
    assert matcher.matches(seen[0], NOW.date()) == plain[1]
    print(f"plain loop {plain[0]:8.0f} ms    {_ratios(plain[0], own, 0)}")
    _stored_queries(matcher, peer, own)
    _changes(matcher, vocabulary, places, postings)
    _small(vocabulary, places, postings)


def _saved(number: int, vocabulary: Sequence[str], places: Sequence[str]) -> Iterator[tuple[SearchId, Query]]:
    return searches(number, vocabulary, places, seed=5, wordless=0.002)


def _matcher(number: int, vocabulary: Sequence[str], places: Sequence[str]) -> ColumnMatcher:
    """The searches in columns; their words are copies, so that those that are kept count as the matcher's memory."""
    words, towns = ([word.encode().decode() for word in each] for each in (vocabulary, places))
    return ColumnMatcher(_saved(number, words, towns))


def _rounds(
    matcher: ColumnMatcher, postings: Iterator[StoredPosting], peer: matching_peer.Peer | None
) -> Mapping[str, float]:
    """The median of each way to look through the columns, in turns with the peer; the last way is kept."""
    probes: dict[str, Probe] = {"numpy": Plain()}
    if find_spec("numba"):
        probes["numba"] = compiled_probe()
    times: dict[str, list[float]] = {name: [] for name in probes}
    for _ in range(ROUNDS):
        for name, matcher.probe in probes.items():
            # The first look after a change of ways is not counted.
            times[name] += _looks(matcher, itertools.islice(postings, POSTINGS + 1))[1:]
        if peer:
            peer.look(list(itertools.islice(postings, POSTINGS)), NOW.date())
    for name, each in times.items():
        late = sorted(each)[int(len(each) * 0.99)]
        print(f"{name}: median {statistics.median(each):8.2f} ms    p99 {late:8.2f} ms")
    return {name: statistics.median(each) for name, each in times.items()}


def _looks(matcher: Matcher, postings: Iterable[StoredPosting]) -> list[float]:
    """The time of each posting, made ready before; the searches found are still held when the clock is read."""
    return [_timed(lambda s=stored: matcher.matches(s, NOW.date())) for stored in tuple(postings)]  # type: ignore[misc]


def _ratios(milliseconds: float, own: Mapping[str, float], digits: int) -> str:
    """How many times as long as ours that is."""
    return ", ".join(f"{milliseconds / each:,.{digits}f} times as long as {name}" for name, each in own.items())


def _changes(
    matcher: ColumnMatcher, vocabulary: Sequence[str], places: Sequence[str], postings: Iterator[StoredPosting]
) -> None:
    number = len(matcher)
    fresh = list(searches(2000, vocabulary, places, seed=6, wordless=0.002))
    added = [_timed(lambda s=s, q=q: matcher.add(SearchId(number + s), q)) for s, q in fresh]  # type: ignore[misc]
    removed = [_timed(lambda s=s: matcher.remove(SearchId(s * 7))) for s, _ in fresh]  # type: ignore[misc]
    print(f"add {statistics.mean(added) * 1000:6.1f} us    remove {statistics.mean(removed) * 1000:6.1f} us", end="")
    times = _looks(matcher, itertools.islice(postings, POSTINGS))
    print(f"    median after that {statistics.median(times):6.2f} ms", end="")
    print(f"    written anew in {_timed(matcher.compact):6.0f} ms")
    forgetful = []
    for stored, word in zip(itertools.islice(postings, POSTINGS), _invented(POSTINGS, ending="unheard"), strict=True):
        matcher.add(SearchId(number), Query("", (Constraint(Words((Phrase(word, (word,)),))),)))
        forgetful += _looks(matcher, [stored])
    print(
        f"with nothing remembered, because a new word came into the searches: {statistics.median(forgetful):6.2f} ms",
        end="",
    )
    print(f"    remembered of {ROUNDS * POSTINGS} postings {_remembered(matcher, postings) / 1e6:6.1f} MB")


def _remembered(matcher: ColumnMatcher, postings: Iterator[StoredPosting]) -> int:
    """The bytes that stay behind when many postings were matched, where nothing was remembered before."""
    gc.collect()
    tracemalloc.start()
    for stored in itertools.islice(postings, ROUNDS * POSTINGS):
        matcher.matches(stored, NOW.date())
    del stored
    gc.collect()
    left, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return left


def _small(vocabulary: Sequence[str], places: Sequence[str], postings: Iterator[StoredPosting]) -> None:
    few = DictMatcher(_saved(5000, vocabulary, places))
    times = _looks(few, itertools.islice(postings, 2 * POSTINGS))[POSTINGS:]
    print(f"5,000 searches in a dictionary: median {statistics.median(times):6.2f} ms")


def _stored_queries(matcher: ColumnMatcher, peer: matching_peer.Peer | None, own: Mapping[str, float]) -> None:
    if peer is None or peer.first is None:
        print("queries stored in PostgreSQL: left out, no programs of its server are installed")
        return
    found = matcher.matches(peer.first, NOW.date())
    for way, times in peer.times.items():
        milliseconds = statistics.median(times)
        # The peer does not look at pay and days.
        assert peer.found[way].issuperset(found), way
        print(f"PostgreSQL, {way:22} {milliseconds:9.2f} ms    {_ratios(milliseconds, own, 1)}")


def _plain_loop(saved: Iterator[tuple[SearchId, Query]], stored: StoredPosting) -> tuple[float, tuple[SearchId, ...]]:
    """The time of one look through all searches; they are taken apart in portions, which it leaves out."""
    subject, milliseconds, found = Subject(stored, NOW.date()), 0.0, list[SearchId]()
    while entries := list(itertools.islice(saved, 50_000)):
        start = time.process_time()
        found += [search for search, query in entries if query.admits(subject)]
        milliseconds += (time.process_time() - start) * 1000
    return milliseconds, tuple(found)


def _resident() -> int:
    """The memory of this process in bytes, as the system counts it; what is free again is given back first."""
    gc.collect()
    libc = ctypes.CDLL(None)
    if hasattr(libc, "malloc_trim"):
        libc.malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def _timed(action: Callable[[], object]) -> float:
    start = time.process_time()
    result = action()
    stop = time.process_time()
    del result
    return (stop - start) * 1000


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

    Of fifty words 44 are of the kind that every page has, five are of the kind that people search for, one is new.
    """
    chance, read = random.Random(11), _read()
    common = [stem for page, _ in read for stem, _ in terms(page)]
    sums = list(itertools.accumulate(1 / (place + 20) for place in range(len(vocabulary))))
    unheard = _invented(1_000_000, ending="x")
    for page, reading in itertools.cycle(read):
        missing = max(0, TOKENS - sum(1 for _ in terms(page)))
        words = chance.choices(common, k=missing * 44 // 50)
        words += chance.choices(vocabulary, cum_weights=sums, k=missing * 5 // 50)
        words += itertools.islice(unheard, missing // 50)
        posting = _reworded(
            reading.posting or Posting(), next(unheard), chance.choices(vocabulary, cum_weights=sums)[0]
        )
        yield StoredPosting(PostingId(1), "seed", NOW, reading.language, f"{page}\n{' '.join(words)}", posting)


def _reworded(posting: Posting, name: str, word: str) -> Posting:
    """The posting of another company, with another word in its title and in each requirement."""
    company, title = (
        found.model_copy(update={"value": f"{found.value} {more}"}) if found else None
        for found, more in ((posting.company, name), (posting.title, word))
    )
    asked = tuple(
        each.model_copy(update={"value": each.value.model_copy(update={"text": f"{each.value.text} {name}"})})
        for each in posting.requirements
    )
    return posting.model_copy(update={"company": company, "title": title, "requirements": asked})


if __name__ == "__main__":
    main()
