"""What is a condition on postings? Words for people, and a judgement with three outcomes.

A posting meets a condition, fails it, or is silent about it; silence is neither.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from bot.answers.many.corpus import Column
from bot.model.evidence import Evidence, Found
from bot.model.stored import StoredPosting
from bot.text.tokens import stem


class Verdict(Enum):
    """How a posting stands to a condition."""

    YES = "yes"
    NO = "no"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on one posting, with the words that settle it."""

    verdict: Verdict
    proof: tuple[Evidence, ...] = ()


Holding = Callable[[Sequence[str]], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Text:
    """Which postings can hold some words at all; `holding` gives those that hold every one of some stems, None: any."""

    holding: Holding | None = None

    def every(self, words: Sequence[str]) -> "Among":
        """The postings that may hold all of the words."""
        holding = self.holding
        return Among(None if holding is None else lambda: frozenset(holding([stem(word) for word in words])))

    def some(self, words: Sequence[str]) -> "Among":
        """The postings that may hold one of the words."""
        holding = self.holding
        if holding is None:
            return Among(None)
        return Among(lambda: frozenset(number for word in words for number in holding([stem(word)])))


class Among:
    """A set of postings, looked up when it is first asked for; without a way to, all of them."""

    def __init__(self, find: Callable[[], frozenset[int]] | None) -> None:
        self._find = find

    @cached_property
    def ids(self) -> frozenset[int] | None:
        """Their numbers, None for all."""
        return None if self._find is None else self._find()

    def __contains__(self, stored: StoredPosting) -> bool:
        return self.ids is None or stored.id in self.ids


SILENT = Judged(Verdict.SILENT)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in words, with the way to judge a posting by it.

    `loose` conditions hold where words stand; a posting without them says nothing, and is not counted as silent.
    `columns` are the same tests for very many postings at once, none when there are none; without them, only postings
    that pass the tests of `narrows` and are `within` (None: any) can meet it.
    """

    words: str
    judge: Callable[[StoredPosting], Judged]
    loose: bool = False
    columns: tuple[Column, ...] = ()
    narrows: tuple[Column, ...] = ()
    within: Among | None = None


def either(conditions: Sequence[Condition]) -> Condition:
    """The condition that one of some conditions holds; a posting fails it only when it fails all."""

    def judge(stored: StoredPosting) -> Judged:
        found = [condition.judge(stored) for condition in conditions]
        for verdict in (Verdict.YES, Verdict.SILENT):
            for each in found:
                if each.verdict is verdict:
                    return each
        return found[0]

    tests = [condition.columns for condition in conditions]
    names = {test[0].name for test in tests if len(test) == 1 and test[0].values and not test[0].negated}
    together = len(names) == 1 and all(len(test) == 1 for test in tests)
    columns = (Column(names.pop(), tuple(value for test in tests for value in test[0].values)),) if together else ()
    loose = any(condition.loose for condition in conditions)
    return Condition(" or ".join(each.words for each in conditions), judge, loose=loose, columns=columns)


def judged(*, holds: bool, found: Sequence[Found[object]]) -> Judged:
    """The verdict on a stated field, proved by its first value."""
    return Judged(Verdict.YES if holds else Verdict.NO, tuple(each.evidence[0] for each in found[:1]))
