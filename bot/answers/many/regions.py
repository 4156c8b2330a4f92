"""Does an address lie in a country or state that a question names, though it shortens the name or names a city alone?

"Halifax, NS" lies in Nova Scotia and in Canada, "Hamburg" in Germany. A code counts only where addresses have it:
a country's in front of all, a state's behind a comma. A city counts by the clocks that its country alone keeps.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.model.zones import known_zone

_OPENS = re.compile(r"\s*([A-Z]{2}),")
_BEHIND = re.compile(r",\s*([A-Z]{2,3})(?=$|[\s,;/()])")
_PARTS = re.compile(r"[,;/()]|\s[-–]\s|\sor\s|\sand\s")
_SHORTEST_CITY = 4


@dataclass(frozen=True, slots=True)
class Region:
    """A country, or a state of one: its code, that of the country, and the clocks that only the country's cities keep."""

    country: str
    state: str = ""
    zones: frozenset[str] = frozenset()


def region_named(words: Sequence[str]) -> Region | None:
    """The country or state that folded words name, or None.

    >>> region_named(["nova", "scotia"])
    Region(country='CA', state='NS', zones=frozenset())
    >>> region_named(["hamburg"]) is None
    True
    """
    return _regions().get("-".join(words))


def lies_in(address: str, region: Region) -> bool:
    """Whether an address as stated lies in the region by a code or by the clocks of its city.

    >>> canada, texas = Region("CA", zones=frozenset({"America/Halifax"})), Region("US", "TX")
    >>> lies_in("CA, NS, Halifax", canada), lies_in("Houston, TX", texas), lies_in("IT, TX, Torre", texas)
    (True, True, False)
    """
    opening = _OPENS.match(address)
    country = opening[1] if opening and opening[1] in _countries() else ""
    found = {code for code in _BEHIND.findall(address) if code in _states_of(country)}
    if region.state:
        return region.state in found and country in ("", region.country)
    if country:
        return country == region.country
    if found:
        return any(code in _states_of(region.country) for code in found)
    cities = (part.strip() for part in _PARTS.split(address))
    return any(len(city) >= _SHORTEST_CITY and known_zone(city) in region.zones for city in cities)


def _states_of(country: str) -> frozenset[str]:
    """The codes of the states of a country; of all countries for ""."""
    return frozenset(region.state for region in _regions().values() if region.state and country in ("", region.country))


@cache
def _countries() -> frozenset[str]:
    return frozenset(_table()["countries"])


@cache
def _regions() -> dict[str, Region]:
    """Folded name with hyphens for blanks → region."""
    table = _table()
    found = {
        name: Region(code, zones=frozenset(entry["zones"]))
        for code, entry in table["countries"].items()
        for name in entry["names"].split()
    }
    for country, states in table["states"].items():
        for entry in states.split():
            code, name = entry.split("=")
            found.setdefault(name, Region(country, code))
    return found


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("bot.answers.many").joinpath("regions.toml").read_text("utf-8"))
