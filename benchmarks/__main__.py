"""Every measurement, one after the other: `python -m benchmarks`."""

import sys

from benchmarks import dispatch, fields, lines, matching, quality, reading, search, sources, titles


def main() -> None:
    """Print each measurement under its name."""
    sys.argv = sys.argv[:1]
    for name, measure in (
        ("quality", quality.main),
        ("fields", fields.main),
        ("lines", lines.main),
        ("sources", sources.main),
        ("reading", reading.main),
        ("dispatch", dispatch.main),
        ("matching", matching.main),
        ("search", search.main),
        ("titles", titles.main),
    ):
        print(f"== {name}")
        measure()


if __name__ == "__main__":
    main()
