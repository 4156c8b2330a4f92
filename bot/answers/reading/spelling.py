"""Which words does a question hold, once chat shorthand is spelled out and misspelt question words are put right?

Words of the postings' names are never corrected, nor are words that a typo rule would mistake for a field's name.
"""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from bot.answers.reading.phrases import known_words, respelt
from bot.answers.reading.values import value_words
from bot.text.tokens import fold

_WORD = re.compile(r"[<>]=?|[£€$]?[^\W_]+(?:['.&+#:-][^\W_]+)*[+#%]*|\$+")
_ARTICLES = frozenset({"a", "the", "my", "your", "own", "our", "any"})
_SHORT = 5
_WHOLE = frozenset({"faut-il", "a-t-il"})
# "w/o" and "p/w" are spelled out before a slash parts two words.
_SLASHED = re.compile(r"\b(w/o|w/|p/w|p/h|p/a|p/m)(?![^\W_])")
_TAG = re.compile(r"</?[a-z]\w{0,12}>")
_THOUSANDS = re.compile(r"(?<=\d)[.,'\u202f](?=\d{3}(?!\d))|(?<=[£$€]\d{2}) (?=\d{3}\b)")
# French: an article or pronoun that lost its vowel ("l'annonce"), and a pronoun behind its verb ("proposent-ils").
_ELIDED = re.compile(r"^(?:l|d|qu|j|n|s|m|t)'(?=[^\W\d_]{2})")
_INVERTED = re.compile(r"(?<=[^\W\d_]{3})(?:(?:-t)?-(?:ils?|elles?|je|tu|nous|vous)|-t-on)$")


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("bot.answers.reading").joinpath("words.toml").read_text("utf-8"))


@cache
def word_list(name: str) -> frozenset[str]:
    """One list of words of the table: "stop", "weak", "prepositions", "no_typos"."""
    return frozenset(str(_tables()[name]).split())


@cache
def _shorthand() -> dict[str, tuple[str, ...]]:
    return {short: tuple(meant.split()) for short, meant in _tables()["shorthand"].items()}


def plain_words(text: str) -> tuple[str, ...]:
    """The folded words of a text with chat shorthand spelled out, in order.

    >>> plain_words("yrs of exp w/o a degree?")
    ('years', 'of', 'experience', 'without', 'a', 'degree')
    >>> plain_words("what's the pay p/w")
    ('what', 'is', 'the', 'pay', 'a', 'week')
    """
    line = re.sub(r"\bw/(?=[^\Wo_]|o[^\W_])", "with ", fold(text).replace("’", "'"))
    line = _THOUSANDS.sub("", _TAG.sub(" ", line))
    line = _SLASHED.sub(lambda match: " ".join(_shorthand()[match[1]]), line)
    for apart, joined in _tables()["joined"].items():
        line = line.replace(apart, joined)
    found: list[str] = []
    for match in _WORD.finditer(line):
        word = match.group().rstrip("'")
        found += _shorthand().get(word) or _shorthand().get(word.removesuffix("'s")) or (_bare(word),)
    return tuple(_as_noun(before, word) for before, word in zip(("", *found), found, strict=False))


def _as_noun(before: str, word: str) -> str:
    """A function word of another language that is a noun behind an English article, in its plural: "a van"."""
    nouns: dict[str, str] = _tables()["nouns"]
    return nouns.get(word, word) if before in _ARTICLES else word


def _bare(word: str) -> str:
    """A word without what is only grammar.

    >>> _bare("company's"), _bare("l'annonce"), _bare("proposent-ils"), _bare("est-ce"), _bare("faut-il")
    ('company', 'annonce', 'proposent', 'est-ce', 'faut-il')
    """
    word = word.removesuffix("'s")
    if word in _WHOLE:
        return word
    return _INVERTED.sub("", _ELIDED.sub("", word)) or word


def read_words(text: str, spells: Callable[[str], bool]) -> tuple[str, ...]:
    """The words of a question as meant; `spells` tells the words of the postings' names."""
    return tuple(_meant(word, spells) for word in plain_words(text))


def _meant(word: str, spells: Callable[[str], bool]) -> str:
    if any(word in word_list(name) for name in ("no_typos", "stop", "weak")) or word in value_words() or spells(word):
        return word
    meant = respelt(word)
    return _swapped(word) if meant == word else meant


def _swapped(word: str) -> str:
    """The one word of questions that a short word is when two neighbouring letters change places: "tiem", "teh"."""
    known = vocabulary()
    if word in known or not 3 <= len(word) <= _SHORT or not word.isalpha():
        return word
    pairs = range(len(word) - 1)
    near = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in pairs} & known
    return near.pop() if len(near) == 1 else word


@cache
def vocabulary() -> frozenset[str]:
    """Every word that questions are made of."""
    return known_words() | word_list("stop") | word_list("weak")
