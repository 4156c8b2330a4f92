"""Which time zone does a person mean by the name of a city or country?

A table of cities and countries, the names of the tz database, then cities of 100,000 and more; exact, then without
accents, then with one letter wrong.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zoneinfo import available_timezones

from rapidfuzz.distance import OSA

from bot.text.tokens import fold

_TABLE, _CITIES = (Path(__file__).with_name(name) for name in ("zones.toml", "cities.tsv"))
# In thousands: of smaller cities a misspelt name is as likely another word.
_LARGE = 500
_REGIONS = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
_SHORTEST_MISSPELT = 5


def find_zone(words: str) -> str | None:
    """The name of the zone in the tz database, or None.

    >>> find_zone("München"), find_zone("new york"), find_zone("Europe/Oslo"), find_zone("UTC"), find_zone("berln")
    ('Europe/Berlin', 'America/New_York', 'Europe/Oslo', 'UTC', 'Europe/Berlin')
    >>> find_zone("nowhere at all") is None
    True
    """
    name = plain_name(words)
    zones = _zones()
    if name in zones or len(name) < _SHORTEST_MISSPELT:
        return zones.get(name)
    near = [known for known in _spelt_well() if OSA.distance(name, known, score_cutoff=1) <= 1]
    # A letter is left out more often than put in: "berln" is Berlin, not Bern.
    return _spelt_well()[max(near, key=len)] if near else None


def known_zone(words: str) -> str | None:
    """The zone of a city or country that is spelt as the tables have it, or None.

    >>> known_zone("Halifax"), known_zone("berln")
    ('America/Halifax', None)
    """
    return _zones().get(plain_name(words))


@cache
def _zones() -> dict[str, str]:
    """Every name that is known, folded, with its zone; the table wins over the tz database, and both over cities."""
    return dict([*reversed(list(_of_cities(least=0))), *_of_database(), *_of_table()])


@cache
def _spelt_well() -> dict[str, str]:
    """The names that a misspelt one may stand for, the likeliest first."""
    names: dict[str, str] = {}
    for name, zone in (*_of_table(), *_of_database(), *_of_cities(least=_LARGE)):
        names.setdefault(name, zone)
    return names


def _of_cities(*, least: int) -> Iterator[tuple[str, str]]:
    """The cities of so many thousands, the most populous first."""
    for line in _CITIES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            zone, thousands, names = line.split("\t")
            if int(thousands) >= least:
                yield from ((name, zone) for name in names.split("|"))


def _of_database() -> Iterator[tuple[str, str]]:
    for zone in sorted(available_timezones()):
        if zone == "UTC" or zone.startswith(_REGIONS):
            yield plain_name(zone.rsplit("/", 1)[-1]), zone
            yield plain_name(zone), zone


def _of_table() -> Iterator[tuple[str, str]]:
    for zone, names in tomllib.loads(_TABLE.read_text("utf-8")).items():
        yield from ((plain_name(name), zone) for name in names)


def plain_name(name: str) -> str:
    """The name as the tables have it: folded, with blanks for lines and hyphens."""
    return " ".join(fold(name).replace("_", " ").replace("-", " ").split())
