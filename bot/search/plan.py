"""What does a search engine have to find? Words to rank by, words to leave out, tests on columns; no words of a person.

The query language makes a Plan of a line (`bot.search.read_query`), the engine answers it with Matches
(`bot.search.engine`). Stems are what `bot.text.tokens.stem` makes of a word. Leaves out how either side works.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from bot.model.posting import PostingId


class Alternative(NamedTuple):
    """One way to satisfy a group: a stem, or several that stand next to each other, in order, in one searched part.

    `weight` scales what the words are worth (a synonym below 1); `field` restricts them to one part, named as in
    `bot.search.fields` (None: any part but those that stand apart, as the source does); with `prefix` the last stem
    stands for every word that begins with it.
    """

    stems: tuple[str, ...]
    weight: float = 1.0
    field: str | None = None
    prefix: bool = False


class Group(NamedTuple):
    """Alternatives for one thing asked: a posting satisfies it by any of them, and the worthiest one counts."""

    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """The column states one of `values`; the columns and their values stand in `bot.search.columns`.

    A posting that does not state the column passes, unless `stated_only`. With `negated` the test is turned round: a
    posting that states one of the values fails, one that states others passes, "not stated" is treated as before.
    """

    column: str
    values: tuple[str, ...]
    stated_only: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """The number in the column lies in `low <= number <= high`; a bound that is None is open.

    "Not stated" and `negated` as in OneOf. Currency and period of pay are columns of their own, to be tested beside it.
    """

    column: str
    low: float | None = None
    high: float | None = None
    stated_only: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Says:
    """One searched part holds the words of the group; each alternative names it too. Nothing adds to the score.

    "Not stated" (the posting has no such part) and `negated` as in OneOf.
    """

    field: str
    group: Group
    stated_only: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the tests is passed."""

    tests: tuple["Test", ...]


Test = OneOf | Between | Says | AnyOf
# What a stated fact that was asked for adds to the points of a match, beside those that leave it open.
FAVOUR = 1000


@dataclass(frozen=True, slots=True)
class Plan:
    """What a posting must hold to be a match, and what its score is made of.

    Every group of `required` must be satisfied, no group of `excluded` may be, and of `either`, unless it is empty, at
    least one must ("similar"); `optional` groups need not be satisfied. All but the excluded ones add to the score,
    and each of the `favoured` sets of tests adds FAVOUR points where all of it is passed.
    A plan of tests alone matches every posting that passes them, newest first; an empty plan matches all.
    """

    required: tuple[Group, ...] = ()
    excluded: tuple[Group, ...] = ()
    tests: tuple[Test, ...] = ()
    either: tuple[Group, ...] = ()
    optional: tuple[Group, ...] = ()
    favoured: tuple[tuple[Test, ...], ...] = ()

    @property
    def scoring(self) -> tuple[Group, ...]:
        """The groups that add to the score."""
        return self.required + self.either + self.optional


class Match(NamedTuple):
    """One posting that matches; `points` are whole thousandths, and the sum of its parts exactly."""

    posting: PostingId
    points: int

    @property
    def score(self) -> float:
        """The points as a number that people read."""
        return self.points / 1000


@dataclass(frozen=True, slots=True)
class Part:
    """What one group added to a match: its worthiest alternative, and the searched parts where the words stand."""

    group: Group
    alternative: Alternative
    fields: tuple[str, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the points of a match are made of: those of its words, and FAVOUR for each of the `favours`.

    `favours` are places in the plan's `favoured`, in order.
    """

    parts: tuple[Part, ...] = ()
    favours: tuple[int, ...] = ()

    @property
    def points(self) -> int:
        """All of them."""
        return sum(part.points for part in self.parts) + FAVOUR * len(self.favours)


@dataclass(frozen=True, slots=True)
class Matches:
    """The best matches in total order (points, then newest, then id), and how many there are in all."""

    total: int
    best: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the matches state each value of a column, most frequent first, then by value.

    A posting that states several values counts once for each; `not_stated` counts those that state none.
    """

    column: str
    counts: tuple[tuple[str, int], ...] = field(default=())
    not_stated: int = 0
