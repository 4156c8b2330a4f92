"""How long does reading a page take, and does it grow in line with the page? Time of one core, without waiting for it.

python -m benchmarks.reading [FILE ...]
"""

import functools
import gc
import statistics
import sys
import time
from pathlib import Path

from benchmarks.corpus import SEEDS
from bot.parsing.parse_posting import parse_posting

ROUNDS = 7
_COPIES = 60


def main() -> None:
    """Print the median per page size, over the files named or the seeds joined to growing pages."""
    files = [Path(name) for name in sys.argv[1:]]
    pages = [path.read_text("utf-8") for path in files] or _growing()
    print(f"first page, its tables and patterns included: {_timed(pages[0]):.0f} ms")
    for path in SEEDS * ROUNDS:
        parse_posting(path.read_text("utf-8"))
    print(f"{'characters':>12} {'ms':>10} {'ms per 1,000':>13}")
    for page in pages:
        times = [_timed(page) for _ in range(ROUNDS if len(page) < 100_000 else 1)]
        middle = statistics.median(times)
        print(f"{len(page):12} {middle:10.1f} {middle / len(page) * 1000:13.3f}")


def _growing() -> list[str]:
    """Pages of growing size; no line of a long one stands in it twice."""
    lines = "\n\n".join(path.read_text("utf-8") for path in SEEDS).split("\n")
    copies = ((f"{line} {copy}" if line and copy else line for line in lines) for copy in range(_COPIES))
    text = "\n".join("\n".join(copy) for copy in copies)
    return [text[:size] for size in (1_500, 3_000, 6_000, 12_000, 50_000, 200_000, 1_000_000)]


def _timed(page: str) -> float:
    """Milliseconds to read the page as if none of its lines had been seen before."""
    for each in gc.get_objects():
        if isinstance(each, functools._lru_cache_wrapper) and each.cache_parameters()["maxsize"]:
            each.cache_clear()
    start = time.process_time()
    parse_posting(page)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
