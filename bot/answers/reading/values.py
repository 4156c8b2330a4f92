"""Which value of a closed set does a line name: remote, part time, senior?"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.answers.reading.cues import pattern_of


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A value of a field, and where in the line it is named."""

    field: str
    value: str
    start: int
    stop: int


def named_values(line: str) -> Iterator[NamedValue]:
    """Every value that the folded line names, in the order of the table.

    >>> [(each.field, each.value) for each in named_values("is it hybrid or part-time")]
    [('work_mode', 'hybrid'), ('employment_type', 'part_time')]
    """
    if not _any().search(line):
        return
    for field, value, pattern in _patterns():
        if match := pattern.search(line):
            yield NamedValue(field, value, *match.span())


@cache
def value_words() -> frozenset[str]:
    """Every whole word of the table."""
    return frozenset(
        word
        for values in _table().values()
        for phrases in values.values()
        for phrase in phrases
        for word in phrase.strip("^$").split()
        if not word.endswith("*")
    )


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (field, value, pattern_of(tuple(phrases)))
        for field, values in _table().items()
        for value, phrases in values.items()
    )


@cache
def _any() -> re.Pattern[str]:
    """One look that spares the others, for most lines name no value."""
    return pattern_of([phrase for values in _table().values() for phrases in values.values() for phrase in phrases])


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("bot.answers.reading").joinpath("values.toml").read_text("utf-8"))
