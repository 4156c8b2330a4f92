"""How long does reading a page take, and does it grow in line with the page? Time of one core, without waiting for it.

python -m benchmarks.reading [FILE ...]
"""

import statistics
import sys
import time
from pathlib import Path

from benchmarks.corpus import SEEDS
from bot.parsing.parse_posting import parse_posting

ROUNDS = 7


def main() -> None:
    """Print the median per page size, over the files named or the seeds joined to growing pages."""
    files = [Path(name) for name in sys.argv[1:]]
    pages = [path.read_text("utf-8") for path in files] or list(_growing())
    print(f"{'characters':>12} {'ms':>10} {'ms per 1,000':>13}")
    for page in pages:
        times = [_timed(page) for _ in range(ROUNDS if len(page) < 100_000 else 1)]
        middle = statistics.median(times)
        print(f"{len(page):12} {middle:10.1f} {middle / len(page) * 1000:13.3f}")


def _growing() -> list[str]:
    text = "\n\n".join(path.read_text("utf-8") for path in SEEDS)
    return [(text * 60)[:size] for size in (1_500, 3_000, 6_000, 12_000, 50_000, 200_000, 1_000_000)]


def _timed(page: str) -> float:
    start = time.process_time()
    parse_posting(page)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
