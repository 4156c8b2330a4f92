"""When do two words mean the same for a question? Roots without endings, and a table of synonyms.

Roots are cruder than the stems of search: "lifting" and "lift", "calculations" and "calculate" meet.
"""

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from bot.text.tokens import fold, stem

_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ments", "ment", "ings", "ing", "ers", "ors", "ies",
    "ied", "ances", "ance", "ants", "ant", "ents", "ions", "ion", "ed", "er", "or", "es", "en", "al", "ly", "ive", "e",
    "y",
)  # fmt: skip
_SHORTEST_ROOT = 3
_VOWELS = frozenset("aeiouy")
_LONG = 6
_SHORTEST_HEAD = 5
_SHORT_HEADS = frozenset({"auto", "kurs"})
# "Gesellenbrief" is no letter.
_NO_HEADS = frozenset({"brief"})
_SHORTEST_COMPOUND = 8
# What may follow a long root in another form of the same word; "worksho" and "workshop" are two words.
_GROWN = frozenset("aeiouyscntdlr")
# American spelling is the one of roots.
_BRITISH = (
    ("tre", "ter"),
    ("our", "or"),
    ("ours", "or"),
    ("yse", "yze"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("ising", "izing"),
    ("tres", "ter"),
)


# Words whose root is another word's: "policy" and "police", "officer" and "office", "apartment" and "apart" do not meet.
_UNCUT = frozenset(
    "apartment department position native station party policy officer director internal personal customer shower evening summer county formal"
    " signal mission passion nation general former apply reply supply".split()
)


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """The stem of a word without verbal and nominal endings; words with digits or signs stay whole.

    >>> root("lifting"), root("calculations"), root("trucks"), root("C++"), root("is")
    ('lift', 'calcul', 'truck', 'c++', 'is')
    >>> root("policies"), root("officers"), root("parts") == root("party")
    ('policy', 'officer', False)
    >>> root("shipping") == root("ships"), root("drivers") == root("driving"), root("cared") == root("care")
    (True, True, True)
    """
    low = _american(stem(word).removesuffix("'s"))
    if low in _UNCUT:
        return low
    if not low.isalpha() or len(low) <= _SHORTEST_ROOT + 1:
        return low
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST_ROOT:
            return _whole(low[: -len(ending)], ending)
    return low


def _american(word: str) -> str:
    """The word in American spelling: "centre" and "center", "colour" and "color" are one."""
    for british, american in _BRITISH:
        if word.endswith(british) and len(word) > _LONG - 1:
            return word.removesuffix(british) + american
    return word


def _whole(left: str, ending: str) -> str:
    """What an ending leaves: without the letter it doubled, with the "e" that it swallowed in short words."""
    verbal = ending in ("ed", "ing", "er", "ers", "ings")
    if verbal and len(left) > _SHORTEST_ROOT and left[-1] == left[-2] and left[-1] not in "lsaeiouy":
        return left[:-1]
    short = len(left) == _SHORTEST_ROOT and ending in ("ed", "ing", "er", "es", "or", "ings", "ers")
    swallowed = short and left[0] not in _VOWELS and left[1] in _VOWELS and left[2] not in _VOWELS
    return left + "e" if swallowed else left


@cache
def _groups() -> dict[str, frozenset[str]]:
    """Root → the roots of every word that means the same."""
    groups = [
        *_table("synonyms")["same"],
        *(" ".join(words.values()).split() for words in _table("concepts")["concept"]),
    ]
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        roots = frozenset(root(word) for word in group)
        for each in roots:
            found[each] = found.get(each, frozenset()) | roots
    return found


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("bot.answers.one").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def _heads() -> frozenset[str]:
    """The German and Dutch words that longer words end in."""
    words = " ".join(f"{each.get('de', '')} {each.get('nl', '')}" for each in _table("concepts")["concept"]).split()
    return frozenset(
        fold(word) for word in words if (len(word) >= _SHORTEST_HEAD or word in _SHORT_HEADS) and word not in _NO_HEADS
    )


@lru_cache(maxsize=65536)
def parts_of(word: str) -> tuple[str, ...]:
    """The parts of a folded German or Dutch compound that ends in an everyday word; () when it is none.

    >>> parts_of("firmenfahrzeug"), parts_of("fahrzeug"), parts_of("workshop")
    (('firmen', 'fahrzeug'), (), ())
    """
    if len(word) < _SHORTEST_COMPOUND or not word.isalpha():
        return ()
    cuts = (
        cut for cut in range(_SHORTEST_ROOT, len(word) - len(min(_SHORT_HEADS, key=len)) + 1) if word[cut:] in _heads()
    )
    cut = next(cuts, None)
    return () if cut is None else (word[:cut], word[cut:])


@lru_cache(maxsize=4096)
def ways(word: str) -> frozenset[str]:
    """The roots that answer for a word, or for one of "a|b": its own, and those of its synonyms.

    >>> root("children") in ways("kids")
    True
    """
    roots = [root(part) for part in word.split("|")]
    return frozenset(roots).union(*(_groups().get(own, frozenset()) for own in roots))


def place_of(roots: Sequence[str], word: str) -> int | None:
    """Where a word, or what means the same, stands first among some roots; None when it does not.

    >>> place_of(("record", "of", "calcul"), "calculation"), place_of(("care",), "cart")
    (2, None)
    """
    wanted, long = ways(word), _long_ways(word)
    for number, other in enumerate(roots):
        if other in wanted or (long and len(other) >= _LONG - 1 and _grown(other, long)):
            return number
    return None


@lru_cache(maxsize=4096)
def _long_ways(word: str) -> frozenset[str]:
    """Those of the roots for a word that may have grown."""
    return frozenset(each for each in ways(word) if len(each) >= _LONG - 1)


def named_itself(roots: Sequence[str], word: str) -> bool:
    """Whether a word, or one of "a|b", stands among some roots in its own form."""
    return any(root(part) in roots for part in word.split("|"))


@lru_cache(maxsize=65536)
def _grown(other: str, wanted: frozenset[str]) -> bool:
    """Whether a long word begins with a wanted one, or the other way round: "applic" and "appli", not "worksho(p)"."""
    return other.isalpha() and any(
        abs(len(other) - len(each)) <= 2
        and (other.startswith(each) or each.startswith(other))
        and _is_ending(max(other, each, key=len)[min(len(other), len(each)) :])
        for each in wanted
    )


def _is_ending(left: str) -> bool:
    return not left or left[0] in _GROWN
