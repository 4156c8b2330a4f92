"""Which number does a feature have, and which numbers does a posting have? Words, phrases and values, interned.

Where a posting is silent on a field, every lenient feature of that field is present.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from sys import intern
from typing import TypeVar

from bot.matching.features import Conditions, Feature
from bot.matching.numbered import Numbered
from bot.matching.traits import Stems, Traits

Key = TypeVar("Key")
# Present in every posting, and in none.
ALWAYS, NEVER = 0, 1


@dataclass(slots=True)
class _Shelf:
    """The numbers of the features of one field that treat silence alike, by what is looked up.

    `all` holds them again where silence is enough, and `sizes` the lengths of beginnings and of phrases.
    """

    words: dict[str, int] = field(default_factory=dict)
    starts: dict[str, int] = field(default_factory=dict)
    phrases: dict[Stems, int] = field(default_factory=dict)
    start_sizes: set[int] = field(default_factory=set)
    phrase_sizes: set[int] = field(default_factory=set)
    lenient: "array[int]" = field(default_factory=lambda: array("I"))
    stated: int | None = None


class FeatureTable:
    """Features by number, from 2; numbers are given in the order of asking and never change."""

    def __init__(self) -> None:
        self._shelves: dict[tuple[str, bool], _Shelf] = {}
        self._count = 2

    def __len__(self) -> int:
        """One more than the highest number."""
        return self._count

    def number(self, feature: Feature) -> int:
        """The number of a feature."""
        shelf = self._shelves.setdefault((feature.key, feature.strict), _Shelf())
        known = self._count
        number = self._on(shelf, feature)
        if number >= known and not feature.strict:
            shelf.lenient.append(number)
        return number

    def numbered(self, conditions: Conditions) -> Numbered:
        """The conditions with numbers for features."""
        wanted = tuple(tuple(map(self.number, group)) for group in conditions.wanted)
        return Numbered(wanted, tuple(map(self.number, conditions.unwanted)), conditions.pay, conditions.rest)

    def reserve(self) -> int:
        """A number that no feature has or will have."""
        self._count += 1
        return self._count - 1

    def numbers_of(self, traits: Traits) -> set[int]:
        """The numbers of the features that a posting has."""
        present: set[int | None] = {ALWAYS}
        for (key, strict), shelf in self._shelves.items():
            if key not in traits.silent:
                for numbers in _shown(shelf, key, traits):
                    present.update(numbers)
            elif not strict:
                present.update(shelf.lenient)
        return {number for number in present if number is not None}

    def _on(self, shelf: _Shelf, feature: Feature) -> int:
        if not feature.parts:
            shelf.stated = self.reserve() if shelf.stated is None else shelf.stated
            return shelf.stated
        if len(feature.parts) > 1:
            shelf.phrase_sizes.add(len(feature.parts))
            return self._looked_up(shelf.phrases, tuple(intern(str(part)) for part in feature.parts))
        if feature.prefix:
            shelf.start_sizes.add(len(feature.parts[0]))
        return self._looked_up(shelf.starts if feature.prefix else shelf.words, intern(str(feature.parts[0])))

    def _looked_up(self, numbers: dict[Key, int], key: Key) -> int:
        if key not in numbers:
            numbers[key] = self.reserve()
        return numbers[key]


def _shown(shelf: _Shelf, key: str, traits: Traits) -> Iterator[Iterable[int | None]]:
    """The numbers of what the posting shows of one field, on which it is not silent; None where it is unknown."""
    stems = traits.values[key] if key in traits.values else traits.words[key]
    yield (shelf.stated,)
    yield map(shelf.words.get, stems)
    for size in shelf.start_sizes:
        # What is shorter stays whole, and then it begins with itself.
        yield map(shelf.starts.get, map(itemgetter(slice(size)), stems))
    for size in shelf.phrase_sizes:
        for text in traits.texts[key]:
            yield map(shelf.phrases.get, zip(*(text[place:] for place in range(size)), strict=False))
