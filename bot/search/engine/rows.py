"""What does the index keep of one posting? Its words by searched part, and the values of its columns.

A row is made once, when the posting is stored; the arrays of a segment are made of rows.
"""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import chain

from bot.model.stored import StoredPosting
from bot.search.columns import CHOICES, NUMBERS, SETS, Names
from bot.search.fields import FIELDS, GAP, enumerate_texts
from bot.search.occupations import VERSION
from bot.text.tokens import terms

# The owner of a posting that everybody may see; no chat has this number.
PUBLIC = 0
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_KEPT_PIECES = 200_000


@dataclass(frozen=True, slots=True)
class Row:
    """One posting; `parts` are the stems of each searched part in the order of FIELDS, NaN is a number not stated."""

    id: int
    received: int
    owner: int
    parts: tuple[tuple[str, ...], ...]
    numbers: tuple[float, ...]
    choices: tuple[Names, ...]
    sets: tuple[Names, ...]


def set_apart(word: str) -> str:
    """The form in which a stem of a part that stands apart is kept; no other stem equals it."""
    return f"\0{word}"


class _Pieces(dict[str, tuple[str, ...]]):
    """The stems of what stands between two blanks. Few pieces are new, so most words cost one look-up.

    The gap between two values is a stem that equals no word: it takes up a place and is not kept.
    """

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) >= _KEPT_PIECES:
            self.clear()
        stems = ("",) if piece == GAP else tuple(word for word, _ in terms(piece))
        self[piece] = stems
        return stems


class RowReader:
    """Makes rows; keeps the stems of pieces of text that it has seen."""

    def __init__(self) -> None:
        self._pieces = _Pieces()

    def read(self, stored: StoredPosting) -> Row:
        """The row of a posting."""
        parts: list[tuple[str, ...]] = [()] * len(FIELDS)
        for number, text in enumerate_texts(stored):
            stems = chain.from_iterable(map(self._pieces.__getitem__, text.split()))
            parts[number] = tuple(set_apart(word) for word in stems) if FIELDS[number].apart else tuple(stems)
        return Row(
            stored.id,
            (stored.received - _EPOCH) // _MICROSECOND,
            PUBLIC if stored.owner is None else stored.owner,
            tuple(parts),
            tuple(_number(column(stored)) for column in NUMBERS.values()),
            tuple(column(stored) for column in CHOICES.values()),
            tuple(column(stored) for column in SETS.values()),
        )


def making() -> str:
    """A fingerprint of how rows are made: an index made in another way has to be rebuilt."""
    probe = [word for word, _ in terms("Companies' C++/C# .NET Node.js Ärzte Straße part-time 45k classes R&D")]
    told = repr((FIELDS, VERSION, tuple(NUMBERS), tuple(CHOICES), tuple(SETS), probe))
    return sha256(told.encode()).hexdigest()[:16]


def _number(value: float | None) -> float:
    return math.nan if value is None else value
