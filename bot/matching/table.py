"""Which number does a feature have, and which numbers does a posting have? Words, phrases and values, interned.

Where a posting is silent on a field, every lenient feature of that field is present.
"""

import numpy as np

from bot.matching.features import Conditions, Feature
from bot.matching.numbered import Numbered
from bot.matching.ranges import Numbers
from bot.matching.shelf import Shelf
from bot.matching.shown import Shown
from bot.matching.traits import ANYWHERE, Traits

# Present in every posting, and in none.
ALWAYS, NEVER = 0, 1


class FeatureTable:
    """Features by number, from 2; numbers are given in the order of asking and never change."""

    def __init__(self) -> None:
        self._shelves: dict[tuple[str, bool], Shelf] = {}
        self._count = 2

    def __len__(self) -> int:
        """One more than the highest number."""
        return self._count

    def number(self, feature: Feature) -> int:
        """The number of a feature."""
        place = feature.key, feature.strict
        if place not in self._shelves:
            self._shelves[place] = Shelf(self.reserve)
        return self._shelves[place].number(feature)

    def numbered(self, conditions: Conditions) -> Numbered:
        """The conditions with numbers for features."""
        wanted = tuple(tuple(map(self.number, group)) for group in conditions.wanted)
        return Numbered(wanted, tuple(map(self.number, conditions.unwanted)), conditions.pay, conditions.rest)

    def reserve(self) -> int:
        """A number that no feature has or will have."""
        self._count += 1
        return self._count - 1

    def shown(self, traits: Traits) -> Shown:
        """The features that a posting has."""
        few, many = [ALWAYS], list[Numbers]()
        for (key, strict), shelf in self._shelves.items():
            if key in traits.silent:
                many += [] if strict else [shelf.all]
            elif key == ANYWHERE:
                many.append(shelf.shown_at_length(traits.texts[key]))
                few += shelf.shown(())
            else:
                few += shelf.shown(traits.texts.get(key, ()), traits.values.get(key, ()))
        return Shown(np.concatenate([np.array(few, "u4"), *many]))
