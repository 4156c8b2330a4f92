"""How long does a question take over many stored postings, fetched from a file as in use?

    python -m benchmarks.questions [POSTINGS]

The postings are the seeds over and over, each with a last line of its own. Medians of some rounds.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.corpus import SEEDS
from bot.model.page import Page
from bot.model.posting import PostingId
from bot.parsing.parse_posting import parse_posting
from bot.services.ask_question import ask
from bot.services.library import Library, open_library
from bot.store.postings import Draft
from bot.text.layers import plain

NOW = datetime(2027, 1, 4, tzinfo=UTC)
ROUNDS = 15
ONE = ("what are the benefits?", "is parking free?", "do I need German?", "who is the team lead?")
MANY = (
    "which jobs are remote?",
    "how many offer a pension?",
    "which jobs pay over £30k?",
    "which ask for python",
    "which jobs are in london",
    "which pays the most?",
    "earliest deadline?",
    "median salary",
    "most asked skills",
    "salary of the nurse job in leeds",
)


def main() -> None:
    """Print one row per question."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        library = filled(Path(folder) / "bench.db", number)
        print(f"{number:,} postings, {ROUNDS} rounds, milliseconds")
        for question in ONE:
            print(f"{question:36} {_median(library, question, focus=True):8.2f}")
        for question in MANY:
            print(f"{question:36} {_median(library, question, focus=False):8.2f}")


def filled(path: Path, number: int) -> Library:
    """A library of so many postings; each seed is read once, its copies are stored with their own text."""
    library = open_library(path)
    read = [parse_posting(page.read_text("utf-8"), received=NOW.date()) for page in SEEDS]

    def store() -> None:
        for place, text in enumerate(_texts(number)):
            reading = read[place % len(read)]
            if reading.posting is not None:
                received = NOW - timedelta(minutes=place)
                library.postings.save(
                    Draft(f"page {place}", received, reading.language, Page(plain(text)), reading.posting)
                )

    library.run(store)
    library.catch_up()
    return library


def _texts(number: int) -> Iterator[str]:
    """The seeds' own texts, so that evidence stays valid, each with a last line of its own."""
    pages = [page.read_text("utf-8") for page in SEEDS]
    return (f"{pages[place % len(pages)]}\n\nFile number {place}.\n" for place in range(number))


def _median(library: Library, question: str, *, focus: bool) -> float:
    times = []
    for turn in range(ROUNDS):
        posting = PostingId(1 + turn % 22) if focus else None
        start = time.perf_counter()
        ask(library, question, posting=posting)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main()
