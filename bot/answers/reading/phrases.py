"""Which field or benefit do these words name? The table of phrasings, searched longest phrase first, typos allowed.

A word that no phrase knows is read as the nearest known one (one edit from five letters on, two from eight), the same
rule as in search.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.text.tokens import fold

_LONGEST_PHRASE = 8
_SPECIFIC = "specific"
_SHORTEST_MISSPELT = 5


@dataclass(frozen=True, slots=True)
class Naming:
    """A phrase found among the words `start <= i < stop`: what it names, in which table."""

    table: str
    name: str
    start: int
    stop: int


@cache
def _tables() -> dict[str, dict[tuple[str, ...], list[tuple[str, str]]]]:
    """First word → phrase → what it names; a first word that ends with "*" stands under "*"."""
    source = tomllib.loads(files("bot.answers.reading").joinpath("phrasings.toml").read_text("utf-8"))
    index: dict[str, dict[tuple[str, ...], list[tuple[str, str]]]] = {}
    for table, names in source.items():
        if table == _SPECIFIC:
            continue
        for name, phrases in names.items():
            for phrase in phrases:
                parts = tuple(fold(phrase).split())
                first = parts[0] if not parts[0].endswith("*") else "*"
                index.setdefault(first, {}).setdefault(parts, []).append((table, name))
    return index


@cache
def _specific() -> frozenset[str]:
    source = tomllib.loads(files("bot.answers.reading").joinpath("phrasings.toml").read_text("utf-8"))
    return frozenset(source[_SPECIFIC]["words"])


def is_specific(line: str) -> bool:
    """Whether the line names one sort of a kind of benefit, so that another of the kind is no answer.

    >>> is_specific("is there a gym"), is_specific("any pension")
    (True, False)
    """
    return not _specific().isdisjoint(line.split())


@cache
def known_words() -> frozenset[str]:
    """Every word of every phrase, without "*"."""
    return frozenset(word.rstrip("*") for phrases in _tables().values() for parts in phrases for word in parts)


@cache
def _long_known() -> tuple[str, ...]:
    return tuple(sorted(word for word in known_words() if len(word) >= 4 and word.isalpha()))


@lru_cache(maxsize=4096)
def _read_as(word: str) -> str:
    most = 2 if len(word) >= 8 else 1
    hits = process.extract(word, _long_known(), scorer=OSA.distance, score_cutoff=most, limit=None)
    same_first = [hit for hit in hits if hit[0][0] == word[0]]
    return min(same_first, key=lambda hit: (hit[1], hit[0]))[0] if same_first else word


def respelt(word: str) -> str:
    """The known word that a misspelt one means, or the word itself.

    >>> respelt("benfits"), respelt("sallary"), respelt("rust")
    ('benefits', 'salary', 'rust')
    """
    if len(word) < _SHORTEST_MISSPELT or not word.isalpha() or word in known_words():
        return word
    return _read_as(word)


def namings(words: Sequence[str]) -> Iterator[Naming]:
    """Every field, summary or benefit that the folded words name; the longest phrase at each place, from the left.

    >>> [(n.table, n.name) for n in namings("how many days off".split())]
    [('benefits', 'annual_leave')]
    >>> list(namings(["rust"]))
    []
    """
    place = 0
    while place < len(words):
        found = _at(words, place)
        yield from found
        place = max((naming.stop for naming in found), default=place + 1)


def _at(words: Sequence[str], place: int) -> list[Naming]:
    candidates = {**_tables().get(words[place], {}), **_tables().get("*", {})}
    for length in range(min(_LONGEST_PHRASE, len(words) - place), 0, -1):
        piece = tuple(words[place : place + length])
        found = [
            Naming(table, name, place, place + length)
            for parts, names in candidates.items()
            if len(parts) == length and all(map(_fits, parts, piece))
            for table, name in names
        ]
        if found:
            return found
    return []


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
