"""Which other names does a thing have? The table aliases.toml, by the stems of each name."""

import tomllib
from functools import cache
from importlib.resources import files

from bot.text.tokens import terms

Stems = tuple[str, ...]


@cache
def _names() -> dict[Stems, tuple[Stems, ...]]:
    table = tomllib.loads(files("bot.search").joinpath("aliases.toml").read_text("utf-8"))
    found: dict[Stems, dict[Stems, None]] = {}
    for row in str(table["same"]).strip().splitlines():
        names = [tuple(stem for stem, _ in terms(name)) for name in row.split(" = ")]
        for name in names:
            found.setdefault(name, {}).update((other, None) for other in names if other != name)
    return {name: tuple(others) for name, others in found.items()}


def names_of(stems: Stems) -> tuple[Stems, ...]:
    """The stems of the other names of what these stems name; () when the table does not hold it.

    >>> names_of(("k8s",)), names_of(("rust",))
    ((('kubernetes',),), ())
    """
    return _names().get(stems, ())


@cache
def alias_words() -> frozenset[str]:
    """Every stem of the table: words that exist, whether or not a posting holds them."""
    return frozenset(stem for name in _names() for stem in name)
