"""How does a plan look in one segment? Its groups as lists of postings, with what their words are worth.

A word is worth the more the rarer it is among the postings of all segments together.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from bot.search.engine.kernels import Kernels
from bot.search.engine.lists import NOWHERE, Listed
from bot.search.engine.lookup import locate, look_up
from bot.search.engine.rung import Rung
from bot.search.plan import Alternative, Group, Plan, Test

_POINTS = 1000
_MOST_ASKED = 4096


class Weighted(NamedTuple):
    """An alternative as it is in one segment: its postings, and what impact 255 is worth."""

    listed: Listed
    weight: int


# A group as it is in one segment.
Ways = Sequence[Weighted]


class Wanted(NamedTuple):
    """A plan as it is in one segment."""

    tests: tuple[Test, ...]
    favoured: tuple[tuple[Test, ...], ...]
    required: Sequence[Ways]
    excluded: Sequence[Ways]
    either: Sequence[Ways]
    optional: Sequence[Ways]

    @property
    def scoring(self) -> Sequence[Ways]:
        """The groups that add to the score."""
        return [*self.required, *self.either, *self.optional]


class _Found(NamedTuple):
    """An alternative in each segment, and how rare it is in all; 0 where one of its stems does not occur."""

    lists: Sequence[Listed]
    rarity: float


class Lookup:
    """Looks plans up in some segments, as long as nothing changes in these: words are looked up once."""

    def __init__(self, rungs: Sequence[Rung], kernels: Kernels) -> None:
        self.rungs = rungs
        self._kernels = kernels
        self._total = sum(map(len, rungs))
        # People ask for the same words again and again.
        self._alone: dict[Alternative, Sequence[Ways]] = {}

    def wanted(self, plan: Plan) -> list[Wanted]:
        """The plan as it is in each segment."""
        required, excluded, either, optional = [
            [self._ways(group) for group in kind] for kind in (plan.required, plan.excluded, plan.either, plan.optional)
        ]
        return [
            Wanted(
                plan.tests,
                plan.favoured,
                [ways[place] for ways in required],
                [ways[place] for ways in excluded],
                [ways[place] for ways in either],
                [ways[place] for ways in optional],
            )
            for place in range(len(self.rungs))
        ]

    def _ways(self, group: Group) -> Sequence[Ways]:
        """A group as it is in each segment.

        It is as rare as its commonest alternative: a rare synonym does not win.
        """
        if len(group.alternatives) == 1:
            return self._alone.get(group.alternatives[0]) or self._only(group.alternatives[0])
        found = [self._find(alternative) for alternative in group.alternatives]
        rarity = min([rarity for _, rarity in found if rarity], default=0.0)
        ways: list[list[Weighted]] = [[] for _ in self.rungs]
        for alternative, (lists, _) in zip(group.alternatives, found, strict=True):
            weight = _weight(rarity, alternative)
            for way, listed in zip(ways, lists, strict=True):
                way.append(Weighted(listed, weight))
        return ways

    def _only(self, alternative: Alternative) -> Sequence[Ways]:
        """The same for a group of one alternative."""
        lists, rarity = self._find(alternative)
        weight = _weight(rarity, alternative)
        ways = [(Weighted(listed, weight),) for listed in lists]
        if _is_word(alternative):
            if len(self._alone) >= _MOST_ASKED:
                self._alone.clear()
            self._alone[alternative] = ways
        return ways

    def _find(self, alternative: Alternative) -> _Found:
        rungs = self.rungs
        if _is_word(alternative):
            return self._find_word(alternative.stems[0])
        located = [locate(rung.segment, alternative) for rung in rungs]
        held = [
            sum(rung.holders(words[stem]) for rung, words in zip(rungs, located, strict=True))
            for stem in range(len(alternative.stems))
        ]
        lists = [
            look_up(rung.segment, words, alternative.field, self._kernels)
            for rung, words in zip(rungs, located, strict=True)
        ]
        return _Found(lists, sum(_rarity(number, self._total) for number in held) if all(held) else 0.0)

    def _find_word(self, stem: str) -> _Found:
        """The same for a single word anywhere, which is what most people type."""
        held, lists = 0, []
        for rung in self.rungs:
            segment = rung.segment
            number = segment.words.find(stem)
            if number is None:
                lists.append(NOWHERE)
                continue
            start, stop = segment.first[number], segment.first[number + 1]
            held += stop - start if rung.alive is None else rung.holders(range(number, number + 1))
            lists.append(Listed(segment.docs[start:stop], segment.impacts[start:stop], segment.dense.get(number)))
        return _Found(lists, _rarity(held, self._total) if held else 0.0)


def _is_word(alternative: Alternative) -> bool:
    """Whether it is a single word anywhere: its list stands in the segment, nothing has to be made."""
    return len(alternative.stems) == 1 and alternative.field is None and not alternative.prefix


def _weight(rarity: float, alternative: Alternative) -> int:
    return max(round(_POINTS * rarity * alternative.weight), 1)


def _rarity(held: int, total: int) -> float:
    """The inverse document frequency of BM25."""
    held = min(held, total)
    return math.log(1 + (total - held + 0.5) / (held + 0.5))
