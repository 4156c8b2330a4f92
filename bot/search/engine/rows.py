"""What does the index keep of one posting? Its words by searched part, and the values of its columns.

A row is made once, when the posting is stored; the arrays of a segment are made of rows.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from itertools import chain

from bot.model.stored import StoredPosting
from bot.search.columns import CHOICES, NUMBERS, SETS, Names
from bot.search.engine.segment import PUBLIC
from bot.search.fields import FIELDS, GAP, enumerate_texts
from bot.text.tokens import stems_in, terms

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
# A part with at most so many letters is read once for all postings that say the same there.
_SHORT = 400
_MOST_SHORT = 16_384
_NUMBERS, _CHOICES, _SETS = tuple(NUMBERS.values()), tuple(CHOICES.values()), tuple(SETS.values())


class Lexicon:
    """Stems by number, in the order in which they were first seen; 0 is the gap between two values, which is no word.

    Knows what stands between two blanks by the numbers of its stems. Few pieces are new, so most words cost a look-up.
    """

    def __init__(self) -> None:
        self.words = [""]
        self._numbers = {"": 0}
        self.pieces = _Pieces(self)
        self.apart = _Pieces(self, set_apart)

    def number(self, word: str) -> int:
        """The number of a stem."""
        number = self._numbers.setdefault(word, len(self.words))
        if number == len(self.words):
            self.words.append(word)
        return number


class _Pieces(dict[str, tuple[int, ...]]):
    """The numbers of the stems in a piece of text, each in the form in which it is kept."""

    def __init__(self, lexicon: Lexicon, form: Callable[[str], str] = str) -> None:
        super().__init__({GAP: (0,)})
        self._lexicon = lexicon
        self._form = form

    def __missing__(self, piece: str) -> tuple[int, ...]:
        numbers = self[piece] = tuple([self._lexicon.number(self._form(stem)) for stem in stems_in(piece)])
        return numbers


@dataclass(frozen=True, slots=True)
class Row:
    """One posting; `parts` are the stems of each searched part in the order of FIELDS, by their number in the lexicon.

    NaN is a number not stated.
    """

    id: int
    received: int
    owner: int
    lexicon: Lexicon
    parts: tuple[tuple[int, ...], ...]
    numbers: tuple[float, ...]
    choices: tuple[Names, ...]
    sets: tuple[Names, ...]


def set_apart(word: str) -> str:
    """The form in which a stem of a part that stands apart is kept; no other stem equals it."""
    return f"\0{word}"


class RowReader:
    """Makes rows that share a lexicon."""

    def __init__(self) -> None:
        self.lexicon = Lexicon()
        # Titles, places and the occupations of titles come again and again.
        self._again = lru_cache(maxsize=_MOST_SHORT)(self._numbers)

    def read(self, stored: StoredPosting) -> Row:
        """The row of a posting."""
        parts: list[tuple[int, ...]] = [()] * len(FIELDS)
        for number, text in enumerate_texts(stored):
            numbers = self._again if len(text) <= _SHORT else self._numbers
            parts[number] = numbers(text, apart=FIELDS[number].apart)
        return Row(
            stored.id,
            (stored.received - _EPOCH) // _MICROSECOND,
            PUBLIC if stored.owner is None else stored.owner,
            self.lexicon,
            tuple(parts),
            tuple([_number(column(stored)) for column in _NUMBERS]),
            tuple([column(stored) for column in _CHOICES]),
            tuple([column(stored) for column in _SETS]),
        )

    def _numbers(self, text: str, *, apart: bool) -> tuple[int, ...]:
        """The stems of a part by their numbers in the lexicon."""
        pieces = self.lexicon.apart if apart else self.lexicon.pieces
        return tuple(chain.from_iterable(map(pieces.__getitem__, text.split())))


def making() -> str:
    """A fingerprint of how rows are made: an index made in another way has to be rebuilt."""
    probe = [word for word, _ in terms("Companies' C++/C# .NET Node.js Ärzte Straße part-time 45k classes R&D")]
    told = repr((FIELDS, tuple(NUMBERS), tuple(CHOICES), tuple(SETS), probe))
    return sha256(told.encode()).hexdigest()[:16]


def _number(value: float | None) -> float:
    return math.nan if value is None else value
