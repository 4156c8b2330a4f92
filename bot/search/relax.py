"""Which constraints hide everything? Every smallest set of them whose removal lets more postings through.

Sets are tried by size; a set that contains one that helped already is no smallest one. The number of tries is bounded,
and at least one constraint stays.
"""

from collections.abc import Callable, Iterator
from itertools import combinations, islice

from bot.model.constraints.base import Constraint
from bot.model.query import Query
from bot.model.results import Relaxation

_LARGEST_SET = 3
_MOST_TRIES = 100
_MOST_WAYS = 8


def relaxations(query: Query, found: int, count: Callable[[Query], int]) -> tuple[Relaxation, ...]:
    """The ways out of a query that found few or none, smaller sets first, then more hits, then by the line."""
    helped: list[frozenset[Constraint]] = []
    ways: list[tuple[int, int, str]] = []
    for taken in islice(_sets(query.constraints, helped), _MOST_TRIES):
        total = count(query.without(taken))
        if total > found:
            helped.append(taken)
            line = " ".join(constraint.written for constraint in query.constraints if constraint in taken)
            ways.append((len(taken), -total, line))
    return tuple(Relaxation(without=line, total=-total) for _, total, line in sorted(ways)[:_MOST_WAYS])


def _sets(constraints: tuple[Constraint, ...], helped: list[frozenset[Constraint]]) -> Iterator[frozenset[Constraint]]:
    for size in range(1, min(_LARGEST_SET, len(constraints) - 1) + 1):
        for chosen in combinations(constraints, size):
            taken = frozenset(chosen)
            if not any(smaller <= taken for smaller in helped):
                yield taken
