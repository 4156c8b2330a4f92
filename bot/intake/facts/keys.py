"""Which key says what? The table beside this module, read once and checked."""

import tomllib
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

from bot.model.evidence import Value

Shape = Literal["text", "place", "code", "flag", "years", "pay", "hours", "date", "names", "prose", "pairs", "address"]


class LineKeys(Value):
    """One line of a rendered posting: the label it gets, and the keys that hold its value, the best first."""

    field: str
    label: str
    form: Shape = "text"
    keys: tuple[str, ...]


class PayKeys(Value):
    """The keys of the parts of a sum of money."""

    low: tuple[str, ...]
    high: tuple[str, ...]
    exact: tuple[str, ...]
    currency: tuple[str, ...]
    period: tuple[str, ...]


class PlaceKeys(Value):
    """The keys of a place: all of it in one text, its address, the address's parts from small to large, or its name."""

    whole: tuple[str, ...]
    inside: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    called: tuple[str, ...]


class Keys(Value):
    """The whole table; its file says what each part means."""

    transparent: frozenset[str]
    names: tuple[str, ...]
    headings: tuple[str, ...]
    contents: tuple[str, ...]
    empty: frozenset[str]
    unread: frozenset[str]
    holders: frozenset[str]
    asides: frozenset[str]
    line: tuple[LineKeys, ...]
    pay: PayKeys
    place: PlaceKeys

    @cached_property
    def known(self) -> frozenset[str]:
        """Every key that a line speaks of."""
        return frozenset(name for line in self.line for name in line.keys)


@cache
def keys() -> Keys:
    """The table of keys."""
    return Keys.model_validate(tomllib.loads(files("bot.intake.facts").joinpath("keys.toml").read_text("utf-8")))
