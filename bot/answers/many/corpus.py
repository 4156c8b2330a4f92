"""What can be asked of very many postings at once? Tests on columns, counts, and the ends and the middle of figures.

The postings themselves are read only where an answer shows them. The services put the search engine behind it; the
judgements of `condition.py` say what each column means.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from bot.model.posting import PostingId


@dataclass(frozen=True, slots=True)
class Column:
    """A test on one column: one of `values`, a number between two bounds, or words of one part of the posting.

    Without any of them, that the column is stated at all. `negated`: it states something else; `silent`: postings that
    do not state it are meant as well (or, with nothing to test, they alone).
    """

    name: str
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    words: tuple[str, ...] = ()
    negated: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """What the postings with figures of one unit hold at the ends and in the middle; `number` of them state one."""

    unit: str
    number: int
    lowest: float
    highest: float
    median: float
    at_lowest: tuple[PostingId, ...]
    at_highest: tuple[PostingId, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A value of a column with how many postings state it, and one of them."""

    value: str
    number: int
    example: PostingId


class Chosen(Protocol):
    """The postings that pass some tests."""

    @property
    def total(self) -> int:
        """How many they are."""

    def ids(self) -> tuple[PostingId, ...]:
        """Their numbers, in rising order."""

    def without(self, other: Self) -> Self:
        """Those of them that another choice of the same corpus has not."""

    def figures(self, column: str) -> tuple[Figures, ...]:
        """Their figures by unit, the unit of most postings first."""

    def shares(self, column: str, *, most: int) -> tuple[Share, ...]:
        """The most frequent values of a column, then by name."""


class Corpus(Protocol):
    """All the postings that somebody may see."""

    def __len__(self) -> int: ...

    def select(self, tests: Sequence[Column], *, stated: bool) -> Chosen:
        """The postings that pass every test; unless `stated`, one that does not state a column passes its test."""
