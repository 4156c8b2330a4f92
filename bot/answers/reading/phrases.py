"""Which field or benefit do these words name? The tables of phrasings, searched longest phrase first, typos allowed.

A word that no phrase knows is read as the nearest known English one (one edit from five letters on, two from eight), the
same rule as in search. Articles count neither in a phrase nor in a question.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.model.languages import LANGUAGE_OF
from bot.text.tokens import fold

_LONGEST_PHRASE = 9
_SPECIFIC = "specific"
_GENERIC = "generic"
_SHORTEST_MISSPELT = 5
_ENGLISH = "en"
_ALONE = "="
_ARTICLES = frozenset(
    "the a an this that my your their der die das den dem des ein eine einen le la les l un une du de d el los las una het een".split()
)


@dataclass(frozen=True, slots=True)
class Naming:
    """A phrase found among the words `start <= i < stop`: what it names, in which table.

    One that is `alone` counts only where the question says nothing else.
    """

    table: str
    name: str
    start: int
    stop: int
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    table: str
    name: str
    words: tuple[str, ...]
    alone: bool
    english: bool


@cache
def _sources() -> tuple[dict[str, Any], ...]:
    folder = files("bot.answers.reading")
    return tuple(
        tomllib.loads(folder.joinpath(f"{name}.toml").read_text("utf-8")) for name in ("phrasings", "phrasings_more")
    )


def _phrases() -> Iterator[_Phrase]:
    for source in _sources():
        for table, names in source.items():
            if table in (_SPECIFIC, _GENERIC):
                continue
            for name, phrases in names.items():
                by_language = phrases if isinstance(phrases, dict) else {_ENGLISH: phrases}
                for language, each in by_language.items():
                    yield from (_phrase(table, name, text, english=language == _ENGLISH) for text in each)


def _phrase(table: str, name: str, text: str, *, english: bool) -> _Phrase:
    alone = text.startswith(_ALONE)
    words = tuple(fold(text.removeprefix(_ALONE)).split())
    return _Phrase(table, name, _telling(words), alone, english)


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _ARTICLES) or words


@cache
def _whole() -> dict[tuple[str, ...], tuple[_Phrase, ...]]:
    """Phrase → what it names, of the phrases without "*"."""
    return _grouped(phrase for phrase in _phrases() if not any(_is_open(word) for word in phrase.words))


@cache
def _open() -> dict[str, dict[tuple[str, ...], tuple[_Phrase, ...]]]:
    """First letter → phrase → what it names, of the phrases with "*"."""
    by_letter: dict[str, list[_Phrase]] = {}
    for phrase in _phrases():
        if any(_is_open(word) for word in phrase.words):
            by_letter.setdefault(phrase.words[0][0], []).append(phrase)
    return {letter: _grouped(phrases) for letter, phrases in by_letter.items()}


def _is_open(word: str) -> bool:
    return word.endswith("*")


def _grouped(phrases: Iterable[_Phrase]) -> dict[tuple[str, ...], tuple[_Phrase, ...]]:
    named: dict[tuple[str, ...], dict[tuple[str, str], _Phrase]] = {}
    for phrase in phrases:
        named.setdefault(phrase.words, {}).setdefault((phrase.table, phrase.name), phrase)
    return {words: tuple(each.values()) for words, each in named.items()}


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """First word → how many words the phrases have that begin with it, the longest first."""
    found: dict[str, set[int]] = {}
    for words in _whole():
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


@cache
def _specific() -> frozenset[str]:
    return frozenset(word for source in _sources() for word in source.get(_SPECIFIC, {}).get("words", ()))


@cache
def _generic() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for source in _sources() for kind, words in source.get(_GENERIC, {}).items()}


def is_specific(line: str, kind: str = "") -> bool:
    """Whether the line names one sort of a kind of benefit, so that another of the kind is no answer.

    >>> is_specific("is there a gym"), is_specific("any pension"), is_specific("mileage paid", "transport")
    (True, False, True)
    """
    words = line.split()
    general = _generic().get(kind)
    return not _specific().isdisjoint(words) or (general is not None and general.isdisjoint(words))


@cache
def known_words() -> frozenset[str]:
    """Every word of every phrase, without "*", and every name of a language."""
    return frozenset(word.rstrip("*") for phrase in _phrases() for word in phrase.words) | LANGUAGE_OF.keys()


@cache
def _long_known() -> tuple[str, ...]:
    english = {word.rstrip("*") for phrase in _phrases() if phrase.english for word in phrase.words}
    english |= {fold(name) for name in LANGUAGE_OF.values()} | {
        "accommodation",
        "apprenticeship",
        "interview",
        "experience",
        "certificate",
        "commission",
    }
    return tuple(sorted(word for word in english if len(word) >= 4 and word.isalpha()))


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
    >>> [(n.name, n.start, n.stop) for n in namings("when does the job begin".split())]
    [('starts', 0, 5)]
    >>> list(namings(["rust"]))
    []
    """
    places = [place for place, word in enumerate(words) if word not in _ARTICLES] or list(range(len(words)))
    telling = [words[place] for place in places]
    at = 0
    while at < len(telling):
        length, found = _at(telling, at)
        yield from (
            Naming(each.table, each.name, places[at], places[at + length - 1] + 1, each.alone) for each in found
        )
        at += length


def _at(words: Sequence[str], place: int) -> tuple[int, tuple[_Phrase, ...]]:
    """How many words the longest phrase at a place has, and what it names; one word when there is none."""
    word, rest = words[place], tuple(words[place : place + _LONGEST_PHRASE])
    whole = next((rest[:length] for length in _lengths().get(word, ()) if rest[:length] in _whole()), ())
    named = _whole().get(whole, ())
    length = len(whole)
    for parts, phrases in _open().get(word[:1], {}).items():
        if len(parts) >= max(length, 1) and len(parts) <= len(rest) and all(map(_fits, parts, rest)):
            named = (*named, *phrases) if len(parts) == length else phrases
            length = len(parts)
    return max(length, 1), named


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
