"""How long does one new posting take against a million saved searches, tokenising included?

    python -m benchmarks.matching [SEARCHES]

The peer is the plain loop over every search, on the same searches in the same run. Postings are the seeds' readings
over pages of 370 words; searches draw from 40,000 words and 3,000 places, a few often and most rarely.
"""

import gc
import itertools
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.corpus import SEEDS
from bot.matching.columns import ColumnMatcher
from bot.matching.features import SearchId
from bot.matching.matcher import DictMatcher
from bot.model.constraints.base import Subject
from bot.model.posting import Posting, PostingId
from bot.model.query import Query
from bot.model.reading import Reading
from bot.model.stored import StoredPosting
from bot.parsing.parse_posting import parse_posting
from bot.text.tokens import terms
from tests.support.searches import searches

NOW = datetime(2027, 1, 4, tzinfo=UTC)
WORDS, PLACES, TOKENS, POSTINGS = 40_000, 3_000, 370, 200


def main() -> None:
    """Print the figures for the number of searches asked for."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    vocabulary, places = _vocabulary(), _places()
    postings = list(itertools.islice(_postings(vocabulary), POSTINGS))
    saved = lambda: searches(number, vocabulary, places, seed=5, wordless=0.002)  # noqa: E731
    before = _resident()
    matcher = ColumnMatcher(saved())
    gc.collect()
    size = (_resident() - before) / number
    times = [_timed(lambda stored=stored: matcher.matches(stored, NOW.date())) for stored in postings]  # type: ignore[misc]
    found = [len(matcher.matches(stored, NOW.date())) for stored in postings]
    plain = _plain_loop(saved(), postings[0])
    assert matcher.matches(postings[0], NOW.date()) == plain[1]
    print(
        f"{number:,} searches, {len(postings)} postings of {TOKENS} words; {statistics.median(found):.0f} matches each"
    )
    print(f"median {statistics.median(times):8.2f} ms    p99 {sorted(times)[int(len(times) * 0.99)]:8.2f} ms")
    print(f"plain loop {plain[0]:8.0f} ms    ratio {plain[0] / statistics.median(times):8.0f}")
    print(f"memory {size:6.0f} bytes a search")
    _changes(matcher, vocabulary, places, number)
    _small(vocabulary, places, postings)


def _changes(matcher: ColumnMatcher, vocabulary: Sequence[str], places: Sequence[str], number: int) -> None:
    fresh = list(searches(2000, vocabulary, places, seed=6, wordless=0.002))
    added = [_timed(lambda s=s, q=q: matcher.add(SearchId(number + s), q)) for s, q in fresh]  # type: ignore[misc]
    removed = [_timed(lambda s=s: matcher.remove(SearchId(s * 7))) for s, _ in fresh]  # type: ignore[misc]
    print(
        f"add {statistics.median(added) * 1000:6.1f} us    remove {statistics.median(removed) * 1000:6.1f} us", end=""
    )
    print(f"    compact {_timed(matcher.compact):6.0f} ms")


def _small(vocabulary: Sequence[str], places: Sequence[str], postings: Sequence[StoredPosting]) -> None:
    few = DictMatcher(searches(5000, vocabulary, places, seed=5, wordless=0.002))
    times = [_timed(lambda stored=stored: few.matches(stored, NOW.date())) for stored in postings]  # type: ignore[misc]
    print(f"5,000 searches in a dictionary: median {statistics.median(times):6.2f} ms")


def _plain_loop(saved: Iterator[tuple[SearchId, Query]], stored: StoredPosting) -> tuple[float, tuple[SearchId, ...]]:
    entries = list(saved)
    start = time.perf_counter()
    subject = Subject(stored, NOW.date())
    found = tuple(s for s, query in entries if all(each.admits(subject) for each in query.constraints))
    return (time.perf_counter() - start) * 1000, found


def _resident() -> int:
    """The memory of this process in bytes, as the system counts it."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


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
