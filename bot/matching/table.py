"""Which number does a feature have, and which numbers does a posting have? Words, phrases, values and groups, interned.

A group of alternatives is a feature too, present when one of its members is. Where a posting is silent on a field,
every lenient feature of that field is present.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from bot.matching.features import Feature
from bot.matching.traits import Traits

# Present in every posting, and in none.
ALWAYS, NEVER = 0, 1


@dataclass(slots=True)
class _Shelf:
    """The numbers of the features of one field that treat silence alike, by what is looked up."""

    words: dict[str, int] = field(default_factory=dict)
    starts: dict[str, int] = field(default_factory=dict)
    sizes: set[int] = field(default_factory=set)
    phrases: dict[tuple[str, str], list[tuple[Feature, int]]] = field(default_factory=dict)
    stated: int | None = None

    def numbers(self) -> Iterator[int]:
        """Every number on the shelf."""
        yield from self.words.values()
        yield from self.starts.values()
        yield from (number for each in self.phrases.values() for _, number in each)


class FeatureTable:
    """Features by number, from 2; numbers are given in the order of asking and never change."""

    def __init__(self) -> None:
        self._shelves: dict[tuple[str, bool], _Shelf] = {}
        self._groups: dict[tuple[int, ...], int] = {}
        self._groups_of: dict[int, list[int]] = {}
        self._count = 2

    def __len__(self) -> int:
        """One more than the highest number."""
        return self._count

    def number(self, feature: Feature) -> int:
        """The number of a feature."""
        shelf = self._shelves.setdefault((feature.key, feature.strict), _Shelf())
        if not feature.parts:
            shelf.stated = self._next() if shelf.stated is None else shelf.stated
            return shelf.stated
        first = feature.parts[0]
        if feature.prefix or len(feature.parts) == 1:
            numbers = shelf.starts if feature.prefix else shelf.words
            shelf.sizes.update([len(first)] if feature.prefix else [])
            if first not in numbers:
                numbers[first] = self._next()
            return numbers[first]
        known = shelf.phrases.setdefault((first, feature.parts[1]), [])
        number = next((number for other, number in known if other.parts == feature.parts), None)
        if number is None:
            number = self._next()
            known.append((feature, number))
        return number

    def group_number(self, members: Iterable[int]) -> int:
        """The number of the feature that is present when one of the members is."""
        distinct = tuple(sorted(set(members)))
        if len(distinct) == 1:
            return distinct[0]
        if distinct not in self._groups:
            number = self._groups[distinct] = self._next()
            for member in distinct:
                self._groups_of.setdefault(member, []).append(number)
        return self._groups[distinct]

    def numbers_of(self, traits: Traits) -> list[int]:
        """The numbers of the features that a posting has, groups included, in no telling order."""
        present = [ALWAYS]
        for (key, strict), shelf in self._shelves.items():
            if key in traits.silent:
                if not strict:
                    present += shelf.numbers()
            else:
                present += _on_shelf(shelf, key, traits)
        groups = self._groups_of
        present += [group for number in present if number in groups for group in groups[number]]
        return present

    def places_of(self, traits: Traits) -> list[int]:
        """The numbers of the lenient places that a posting states; [] where it states none."""
        shelf = self._shelves.get(("in", False))
        return [] if shelf is None or "in" in traits.silent else list(_on_shelf(shelf, "in", traits))

    def _next(self) -> int:
        self._count += 1
        return self._count - 1


def _on_shelf(shelf: _Shelf, key: str, traits: Traits) -> Iterator[int]:
    """The numbers of what the posting has of one field, on which it is not silent."""
    stems = traits.values[key] if key in traits.values else traits.words[key]
    if shelf.stated is not None:
        yield shelf.stated
    yield from (shelf.words[stem] for stem in stems & shelf.words.keys())
    if shelf.phrases:
        pairs = {pair for text in traits.texts[key] for pair in pairwise(text)}
        for pair in pairs & shelf.phrases.keys():
            yield from (
                number for feature, number in shelf.phrases[pair] if len(feature.parts) == 2 or traits.has(feature)
            )
    if shelf.starts:
        starts = {stem[:size] for size in shelf.sizes for stem in stems if len(stem) >= size}
        yield from (shelf.starts[start] for start in starts & shelf.starts.keys())
