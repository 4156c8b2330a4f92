"""What does the index keep of one posting? Its words by searched part, and the values of its columns.

A row is made once, when the posting is stored; the arrays of a segment are made of rows.
"""

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np

from bot.model.stored import StoredPosting
from bot.search.columns import CHOICES, NUMBERS, SETS, Names
from bot.search.engine.pieces import Counts, Numbered, Numbers, Pieces
from bot.search.engine.segment import PUBLIC
from bot.search.fields import FIELDS, GAP, enumerate_texts
from bot.text.tokens import stems_in, terms

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
# So many postings are read at a time: what is made on the way stays in the cache.
_AT_ONCE = 64
_NUMBERS, _CHOICES, _SETS = tuple(NUMBERS.values()), tuple(CHOICES.values()), tuple(SETS.values())
# The parts that stand apart are the last.
_PLAIN = sum(not field.apart for field in FIELDS)


class Lexicon:
    """Stems by number, in the order in which they were first seen; 0 is the gap between two values, which is no word.

    The number of a piece leads to the numbers of its stems.
    """

    def __init__(self) -> None:
        self.words = [""]
        self._numbers = {"": 0}
        self._stems = array("i", [0])
        self._starts = array("q", [0, 1])
        self.pieces = Pieces(lambda piece: 0 if piece == GAP else self.piece(stems_in(piece)))
        self.apart = Pieces(lambda piece: self.piece(map(set_apart, stems_in(piece))))

    def piece(self, stems: Iterable[str]) -> int:
        """The number of a new piece that stands for these stems."""
        for stem in stems:
            number = self._numbers.setdefault(stem, len(self.words))
            if number == len(self.words):
                self.words.append(stem)
            self._stems.append(number)
        self._starts.append(len(self._stems))
        return len(self._starts) - 2

    def read(self, pieces: Pieces, texts: Sequence[str]) -> Numbered:
        """The stems of texts by their numbers."""
        read = pieces.read(texts)
        # Looked at without a copy, and not kept: an array that is looked at cannot grow.
        starts = np.frombuffer(self._starts, np.int64)
        first = starts.take(read.numbers)
        counts = starts.take(read.numbers + 1) - first
        ends = np.cumsum(counts)
        places = np.repeat(first - ends + counts, counts)
        places += np.arange(len(places))
        before = np.append(0, ends)[np.append(0, np.cumsum(read.counts))]
        return Numbered(np.frombuffer(self._stems, np.int32).take(places), np.diff(before))


class Row(NamedTuple):
    """One posting; `stems` are those of its searched parts, one part behind the other in the order of FIELDS, by their
    number in the lexicon, and `counts` says how many each part has.

    NaN is a number not stated.
    """

    id: int
    received: int
    owner: int
    lexicon: Lexicon
    stems: Numbers
    counts: Counts
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

    def read(self, stored: StoredPosting) -> Row:
        """The row of a posting."""
        return next(self._rows([stored]))

    def read_all(self, postings: Iterable[StoredPosting]) -> Iterator[Row]:
        """The rows of postings, in their order."""
        source = iter(postings)
        while some := list(islice(source, _AT_ONCE)):
            yield from self._rows(some)

    def _rows(self, postings: Sequence[StoredPosting]) -> Iterator[Row]:
        texts = [_texts(stored) for stored in postings]
        lexicon = self.lexicon
        plain = lexicon.read(lexicon.pieces, [text for each in texts for text in each[:_PLAIN]])
        apart = lexicon.read(lexicon.apart, [text for each in texts for text in each[_PLAIN:]])
        counts = np.concatenate([each.counts.reshape(len(postings), -1) for each in (plain, apart)], axis=1)
        stems = zip(_by_posting(plain, len(postings)), _by_posting(apart, len(postings)), strict=True)
        for stored, both, lengths in zip(postings, stems, counts, strict=True):
            yield Row(
                stored.id,
                (stored.received - _EPOCH) // _MICROSECOND,
                PUBLIC if stored.owner is None else stored.owner,
                lexicon,
                np.concatenate(both),
                lengths,
                tuple([_number(column(stored)) for column in _NUMBERS]),
                tuple([column(stored) for column in _CHOICES]),
                tuple([column(stored) for column in _SETS]),
            )


def _texts(stored: StoredPosting) -> list[str]:
    """What each searched part says, "" for nothing."""
    texts = [""] * len(FIELDS)
    for number, text in enumerate_texts(stored):
        texts[number] = text
    return texts


def _by_posting(read: Numbered, postings: int) -> Iterator[Numbers]:
    """The numbers read of each posting, as many texts of each."""
    stops = np.cumsum(read.counts.reshape(postings, -1).sum(axis=1)).tolist()
    return (read.numbers[start:stop] for start, stop in pairwise([0, *stops]))


def making() -> str:
    """A fingerprint of how rows are made: an index made in another way has to be rebuilt."""
    probe = [word for word, _ in terms("Companies' C++/C# .NET Node.js Ärzte Straße part-time 45k classes R&D")]
    told = repr((FIELDS, tuple(NUMBERS), tuple(CHOICES), tuple(SETS), probe))
    return sha256(told.encode()).hexdigest()[:16]


def _number(value: float | None) -> float:
    return math.nan if value is None else value
