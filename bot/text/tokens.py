"""Which words does a text hold, and in which form do equal words become equal?

The folded form drops case and accents; the stem form drops English plural endings as well. Meaning (aliases,
synonyms) is left to the lexicons.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from bot.text.span import Span

# A word may carry the signs that names of techniques use: c++, c#, .net, node.js, ci/cd keeps its parts apart.
WORD = re.compile(r"\.net\b|[^\W_]+(?:['.&+#-][^\W_]+)*(?:\+\+|#|\+(?!\w))?", re.IGNORECASE)
# The same without the hyphen: a search finds "part-time" by its parts, next to each other.
_TERM = re.compile(r"\.net\b|[^\W_]+(?:['.&+#][^\W_]+)*(?:\+\+|#|\+(?!\w))?", re.IGNORECASE)
_LETTERS_ONLY = re.compile(r"[^\W\d_]+")
_RARE_WHITE = re.compile(r"[\x0b-\r\x1c-\x1f]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LETTERS = {"ø": "o", "æ": "ae", "ł": "l", "ı": "i", "đ": "d"}
_SINGULAR = frozenset(
    {"kubernetes", "postgres", "redis", "sales", "news", "rails", "windows", "ios", "aws", "sas", "series"}
)


def fold(text: str) -> str:
    """The text without case and accents; lengths may change.

    >>> fold("Köln STRASSE"), fold("Straße"), fold("Ærø")
    ('koln strasse', 'strasse', 'aero')
    """
    low = text.casefold()
    return low if low.isascii() else _BEYOND_ASCII.sub(lambda match: _plain(match.group()), low)


def fold_in_place(text: str) -> str:
    """The text in lower case without accents, where that leaves every letter in its place.

    >>> fold_in_place("Düsseldorf, Straße")
    'dusseldorf, straße'
    """
    low = lower_in_place(text)
    if low.isascii():
        return low
    return _BEYOND_ASCII.sub(lambda match: letter if len(letter := _plain(match.group())) == 1 else match.group(), low)


def fold_keeping_places(text: str) -> str | None:
    """The folded text where every letter keeps its place in it, else None.

    >>> fold_keeping_places("Düsseldorf – £5"), fold_keeping_places("Straße")
    ('dusseldorf – £5', None)
    """
    low = text.casefold()
    if len(low) != len(text):
        return None
    for letter in set(_BEYOND_ASCII.findall(low)):
        plain = _plain(letter)
        if len(plain) != 1:
            return None
        low = low.replace(letter, plain)
    return low


def in_one_form(text: str) -> str:
    r"""The text as `fold_in_place` makes it, with a blank for any white space and 0 to 9 for digits of any script.

    >>> in_one_form("Ab 15\n Février")
    'ab 15  fevrier'
    """
    low = _RARE_WHITE.sub(" ", lower_in_place(text).replace("\n", " ").replace("\t", " "))
    return low if low.isascii() else _BEYOND_ASCII.sub(lambda match: _sign_in_one_form(match.group()), low)


@lru_cache(maxsize=4096)
def _sign_in_one_form(sign: str) -> str:
    """One sign beyond ASCII as `in_one_form` has it; a letter whose plain form is longer stays."""
    if sign.isspace():
        return " "
    plain = str(int(sign)) if sign.isdecimal() else _plain(sign)
    return plain if len(plain) == 1 else sign


def lower_in_place(text: str) -> str:
    """The text in lower case with every letter in its place; the few letters that would grow stay as they are."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text)


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """One letter beyond ASCII without its accents, or the sign that stands for it."""
    base = unicodedata.normalize("NFKD", letter)
    return "".join(_LETTERS.get(each, each) for each in base if not unicodedata.combining(each))


def whole_words(text: str, said: str) -> Iterator[int]:
    """Where the words stand in the text as whole words, in this very spelling, from left to right.

    >>> list(whole_words("Ana and Anabel, Ana", "Ana"))
    [0, 16]
    """
    place = text.find(said)
    while place >= 0:
        stop = place + len(said)
        if not (_is_letter(text[place - 1 : place]) or _is_letter(text[stop : stop + 1])):
            yield place
            place = text.find(said, stop)
        else:
            place = text.find(said, place + 1)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def words(text: str) -> Iterator[re.Match[str]]:
    """Every word of `text` in order, as matches so that the position stays known.

    >>> [word.group() for word in words("C++ & Node.js, part-time (£45k)")]
    ['C++', 'Node.js', 'part-time', '45k']
    """
    return WORD.finditer(text)


def terms(text: str, start: int = 0) -> Iterator[tuple[str, Span]]:
    """Every word that a search can ask for: its stem and where it stands; parts of a hyphenated word count singly.

    >>> [stem for stem, _ in terms("Part-time nurses, C++ & Node.js")]
    ['part', 'time', 'nurse', 'c++', 'node.js']
    """
    return ((stem(match.group()), Span(*match.span())) for match in _TERM.finditer(text, start))


def plain_words(text: str) -> list[str]:
    """The runs of letters of `text` in order, where neither places nor names matter.

    >>> plain_words("C++, part-time")
    ['C', 'part', 'time']
    """
    return _LETTERS_ONLY.findall(text)


def stems_in(text: str) -> tuple[str, ...]:
    """The stems of `terms`, where no place in the text is asked for.

    >>> stems_in("Part-time nurses")
    ('part', 'time', 'nurse')
    """
    return tuple(map(stem, _TERM.findall(text)))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The folded word without an English plural ending; short words and names stay whole.

    >>> stem("Pensions"), stem("companies"), stem("classes"), stem("kubernetes"), stem("c++")
    ('pension', 'company', 'class', 'kubernetes', 'c++')
    >>> stem("bus"), stem("analysis")
    ('bus', 'analysis')
    """
    low = fold(word).removesuffix("'s")
    if len(low) < 4 or not low.endswith("s") or low.endswith(("ss", "us", "is", ".js")) or low in _SINGULAR:
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes", "zes")):
        return low[:-2]
    return low[:-1]
