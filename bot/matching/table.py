"""Which number does a feature have, and which numbers does a posting have? Words, phrases and values, interned.

Where a posting is silent on a field, every lenient feature of that field is present.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from sys import intern
from typing import TypeVar

from bot.matching.features import Conditions, Feature
from bot.matching.numbered import Numbered
from bot.matching.traits import Stems, Traits

Key = TypeVar("Key")
# Present in every posting, and in none.
ALWAYS, NEVER = 0, 1
# Words of which a field remembers what they show: pages share most of theirs.
_SEEN = 8_192


@dataclass(slots=True)
class _Shelf:
    """The numbers of the features of one field that treat silence alike, by what is looked up.

    `lenient` holds them again where silence is enough, `heads` the first words of phrases, the sizes are the lengths of
    beginnings and of phrases, and `seen` remembers what single words were found to show.
    """

    words: dict[str, int] = field(default_factory=dict)
    starts: dict[str, int] = field(default_factory=dict)
    phrases: dict[Stems, int] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    start_sizes: set[int] = field(default_factory=set)
    phrase_sizes: set[int] = field(default_factory=set)
    lenient: "array[int]" = field(default_factory=lambda: array("I"))
    stated: int | None = None
    seen: dict[str, tuple[int, ...]] = field(default_factory=dict)


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
        shelf.seen.clear()
        if not feature.parts:
            shelf.stated = self.reserve() if shelf.stated is None else shelf.stated
            return shelf.stated
        if len(feature.parts) > 1:
            shelf.phrase_sizes.add(len(feature.parts))
            phrase = tuple(intern(str(part)) for part in feature.parts)
            shelf.heads.add(phrase[0])
            return self._looked_up(shelf.phrases, phrase)
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
    yield from map(partial(_shown_by, shelf), stems)
    for size in shelf.phrase_sizes:
        for text in traits.texts[key]:
            runs = zip(*(text[place:] for place in range(size)), strict=False)
            yield [shelf.phrases.get(run) for run in runs if run[0] in shelf.heads]


def _shown_by(shelf: _Shelf, stem: str) -> tuple[int, ...]:
    """The numbers of a word and of its beginnings, without those that are unknown."""
    shown = shelf.seen.get(stem)
    if shown is None:
        if len(shelf.seen) == _SEEN:
            shelf.seen.clear()
        # What is shorter than a beginning stays whole, and then it begins with itself.
        found = (shelf.words.get(stem), *(shelf.starts.get(stem[:size]) for size in shelf.start_sizes))
        shown = shelf.seen[stem] = tuple(number for number in found if number is not None)
    return shown
