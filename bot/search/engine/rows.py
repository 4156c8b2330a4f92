"""What does the index keep of one posting? Its words by searched part, and the values of its columns.

A row is made once, when the posting is stored; the arrays of a segment are made of rows.
"""

import math
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

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
Numbers: TypeAlias = "array[int]"
_NOTHING: Numbers = array("i")
_NUMBERS, _CHOICES, _SETS = tuple(NUMBERS.values()), tuple(CHOICES.values()), tuple(SETS.values())


class Lexicon:
    """Stems by number, in the order in which they were first seen; 0 is the gap between two values, which is no word.

    Knows what stands between two blanks as a *piece*: a number that leads to the numbers of its stems. Few pieces are
    new, so most words cost a look-up; the stems themselves are looked at when a segment is built, all at once.
    """

    def __init__(self) -> None:
        self.words = [""]
        self._numbers = {"": 0}
        self._stems = array("i", [0])
        self._starts = array("q", [0, 1])
        self.pieces = _Pieces(self)
        self.apart = _Pieces(self, set_apart)

    def piece(self, stems: Iterable[str]) -> int:
        """The number of a new piece that stands for these stems."""
        for stem in stems:
            number = self._numbers.setdefault(stem, len(self.words))
            if number == len(self.words):
                self.words.append(stem)
            self._stems.append(number)
        self._starts.append(len(self._stems))
        return len(self._starts) - 2

    def spelled(self, pieces: npt.NDArray[np.int32]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
        """The stems of pieces that follow each other, and how many each piece has."""
        starts = np.array(self._starts)
        first = starts.take(pieces)
        counts = starts.take(pieces + 1) - first
        before = np.cumsum(counts) - counts
        places = np.repeat(first - before, counts)
        places += np.arange(len(places))
        return np.array(self._stems).take(places), counts


class _Pieces(dict[str, int]):
    """The number of a piece of text, each stem in the form in which it is kept."""

    def __init__(self, lexicon: Lexicon, form: Callable[[str], str] = str) -> None:
        super().__init__({GAP: 0})
        self._lexicon = lexicon
        self._form = form

    def __missing__(self, piece: str) -> int:
        number = self[piece] = self._lexicon.piece(map(self._form, stems_in(piece)))
        return number


@dataclass(frozen=True, slots=True)
class Row:
    """One posting; `parts` are the pieces of each searched part in the order of FIELDS, by their number in the lexicon.

    NaN is a number not stated.
    """

    id: int
    received: int
    owner: int
    lexicon: Lexicon
    parts: tuple[Numbers, ...]
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
        parts = [_NOTHING] * len(FIELDS)
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

    def _numbers(self, text: str, *, apart: bool) -> Numbers:
        """The pieces of a part by their numbers in the lexicon."""
        pieces = self.lexicon.apart if apart else self.lexicon.pieces
        return array("i", map(pieces.__getitem__, text.split()))


def making() -> str:
    """A fingerprint of how rows are made: an index made in another way has to be rebuilt."""
    probe = [word for word, _ in terms("Companies' C++/C# .NET Node.js Ärzte Straße part-time 45k classes R&D")]
    told = repr((FIELDS, tuple(NUMBERS), tuple(CHOICES), tuple(SETS), probe))
    return sha256(told.encode()).hexdigest()[:16]


def _number(value: float | None) -> float:
    return math.nan if value is None else value
