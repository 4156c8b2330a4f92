"""How would a German, French, Dutch or Spanish question over several postings be put in English? Its form only.

Leaves out questions about one posting: the tables of phrasings know the fields in all five languages.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from bot.text.tokens import fold


def in_english(words: Sequence[str]) -> tuple[str, ...]:
    """The folded words with what carries a question put in English; the same words where the line opens in no other language.

    >>> " ".join(in_english("welche sind remote".split()))
    'which are remote'
    >>> " ".join(in_english("lesquels sont en cdi".split()))
    'which are cdi'
    >>> " ".join(in_english("which are remote".split()))
    'which are remote'
    """
    if not words or words[0] not in _opens():
        return tuple(words)
    found: list[str] = []
    place = 0
    while place < len(words):
        length, meant = _at(words, place)
        found += meant
        place += length
    return tuple(found)


def _at(words: Sequence[str], place: int) -> tuple[int, Sequence[str]]:
    """How many words the longest phrase at a place has, and its English; the word itself where none fits."""
    for length in range(min(_longest(), len(words) - place), 0, -1):
        meant = _phrases().get(tuple(words[place : place + length]))
        if meant is not None:
            return length, meant
    return 1, (words[place],)


@cache
def _source() -> dict[str, Any]:
    return tomllib.loads(files("bot.answers.reading").joinpath("abroad.toml").read_text("utf-8"))


@cache
def _opens() -> frozenset[str]:
    return frozenset(str(_source()["opens"]).split())


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(fold(phrase).split()): tuple(meant.split()) for phrase, meant in _source()["phrases"].items()}


@cache
def _longest() -> int:
    return max(map(len, _phrases()))
