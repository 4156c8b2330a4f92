"""Which time zone does a person mean by the name of a city or country?

The names of the tz database, and a table of other cities; exact, then without accents, then with one letter wrong.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zoneinfo import available_timezones

from rapidfuzz.distance import OSA

from bot.text.tokens import fold

_TABLE = Path(__file__).with_name("zones.toml")
_REGIONS = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
_SHORTEST_MISSPELT = 5


def find_zone(words: str) -> str | None:
    """The name of the zone in the tz database, or None.

    >>> find_zone("München"), find_zone("new york"), find_zone("Europe/Oslo"), find_zone("UTC"), find_zone("londn")
    ('Europe/Berlin', 'America/New_York', 'Europe/Oslo', 'UTC', 'Europe/London')
    >>> find_zone("nowhere at all") is None
    True
    """
    name = _plain(words)
    zones = _zones()
    if name in zones or len(name) < _SHORTEST_MISSPELT:
        return zones.get(name)
    near = (known for known in zones if OSA.distance(name, known, score_cutoff=1) <= 1)
    return zones.get(min(near, default=""))


@cache
def _zones() -> dict[str, str]:
    """Every name that is known, folded, with its zone; the table wins over the tz database."""
    return dict([*_of_database(), *_of_table()])


def _of_database() -> Iterator[tuple[str, str]]:
    for zone in sorted(available_timezones()):
        if zone == "UTC" or zone.startswith(_REGIONS):
            yield _plain(zone.rsplit("/", 1)[-1]), zone
            yield _plain(zone), zone


def _of_table() -> Iterator[tuple[str, str]]:
    for zone, names in tomllib.loads(_TABLE.read_text("utf-8")).items():
        yield from ((_plain(name), zone) for name in names)


def _plain(name: str) -> str:
    return " ".join(fold(name).replace("_", " ").replace("-", " ").split())
