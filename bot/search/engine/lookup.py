"""Where do the words of an alternative occur in a segment? A list of postings with what the words are worth in each."""

import numpy as np

from bot.search.engine.kernels import Kernels
from bot.search.engine.lists import NOWHERE, Docs, Impacts, Listed, Strand, among, united
from bot.search.engine.pairs import following
from bot.search.engine.phrases import join, together
from bot.search.engine.rows import set_apart
from bot.search.engine.segment import Segment
from bot.search.fields import FIELDS
from bot.search.plan import Alternative

# The points that leave impacts as they are.
_THEMSELVES = np.arange(256, dtype=np.int32)
_PARTS = {field.name: number for number, field in enumerate(FIELDS)}


def word_range(segment: Segment, stem: str, *, prefix: bool = False) -> range:
    """The numbers of the words that a stem stands for: itself, or all that begin with it."""
    if prefix:
        return segment.words.beginning(stem)
    number = segment.words.find(stem)
    return range(0) if number is None else range(number, number + 1)


def locate(segment: Segment, alternative: Alternative) -> tuple[range, ...]:
    """The words that each stem of an alternative stands for."""
    stems = alternative.stems
    if len(stems) == 1 and alternative.field is None:
        return (word_range(segment, stems[0], prefix=alternative.prefix),)
    if alternative.field is not None and FIELDS[part_number(alternative.field)].apart:
        stems = tuple(set_apart(stem) for stem in stems)
    last = len(stems) - 1
    return tuple(
        word_range(segment, stem, prefix=alternative.prefix and place == last) for place, stem in enumerate(stems)
    )


def part_number(field: str) -> int:
    """The number of a searched part; raises KeyError when there is none of this name."""
    return _PARTS[field]


def look_up(segment: Segment, words: tuple[range, ...], field: str | None, kernels: Kernels) -> Listed:
    """The postings where located words stand next to each other; raises KeyError for a field that does not exist."""
    part = None if field is None else _PARTS[field]
    if not words or not all(words):
        return NOWHERE
    if len(words) == 1:
        return _word(segment, words[0], part)
    frequent = _frequent(segment, *words, kernels) if len(words) == 2 and part is None else None
    return frequent or _phrase(segment, words, part, kernels)


def fields_of(segment: Segment, words: tuple[range, ...], ordinal: int) -> int:
    """The bits of the searched parts of one posting that hold the first of located words."""
    bits = 0
    for word in words[0] if words else ():
        start, stop = segment.first[word], segment.first[word + 1]
        place = start + int(segment.docs[start:stop].searchsorted(ordinal))
        if place < stop and segment.docs[place] == ordinal:
            bits |= int(segment.arrays["fields"][place])
    return bits


def _word(segment: Segment, words: range, part: int | None) -> Listed:
    start, stop = segment.first[words.start], segment.first[words.stop]
    docs, impacts = segment.docs[start:stop], segment.impacts[start:stop]
    if part is not None:
        held = (segment.arrays["fields"][start:stop] & (1 << part)) != 0
        docs, impacts = docs[held], impacts[held]
    if len(words) > 1:
        return united(docs, impacts)
    return Listed(docs, impacts, segment.dense.get(words.start) if part is None else None)


def _frequent(segment: Segment, words: range, after: range, kernels: Kernels) -> Listed | None:
    """The postings where one frequent word follows another; None when these are no such words."""
    docs = following(segment, words.start, after.start) if len(words) == len(after) == 1 else None
    if docs is None:
        return None
    impacts = np.zeros((2, len(docs)), np.int32)
    for row, each in zip(impacts, (words, after), strict=True):
        kernels.lift(row, docs, _word(segment, each, None), _THEMSELVES)
    return Listed(docs, (impacts.sum(axis=0) >> 1).astype(np.uint8))


def _phrase(segment: Segment, ranges: tuple[range, ...], part: int | None, kernels: Kernels) -> Listed:
    """The postings where words follow each other: the rarest gives the candidates, each other keeps some of them."""
    order = sorted(range(len(ranges)), key=lambda place: (len(ranges[place]) > 1, _length(segment, ranges[place])))
    found, impacts = _strand(segment, ranges[order[0]]), _impacts(segment, ranges[order[0]]).astype(np.int32)
    for place in order[1:]:
        strand, worth = _strand(segment, ranges[place]), _impacts(segment, ranges[place])
        if len(ranges[place]) == 1:
            joined = kernels.join(found, strand, place - order[0])
        else:
            strand, worth = _as_one(strand, worth, found.docs)
            joined = join(found, strand, place - order[0])
        found = Strand(found.docs.take(joined.mine), joined.spots, joined.positions)
        impacts = impacts.take(joined.mine) + worth.take(joined.others)
    listed = Listed(found.docs, (impacts // len(ranges)).astype(np.uint8))
    return listed if part is None else _in_part(segment, found, listed, part)


def _strand(segment: Segment, words: range) -> Strand:
    """Where words stand; the lists of several words follow each other."""
    start, stop = segment.first[words.start], segment.first[words.stop]
    spots = segment.arrays["first_spot"]
    return Strand(
        segment.docs[start:stop],
        segment.arrays["spots"][start:stop],
        segment.arrays["positions"][spots[words.start] : spots[words.stop]],
        segment.dense.get(words.start) if len(words) == 1 else None,
    )


def _impacts(segment: Segment, words: range) -> Impacts:
    return segment.impacts[segment.first[words.start] : segment.first[words.stop]]


def _length(segment: Segment, words: range) -> int:
    return int(segment.first[words.stop] - segment.first[words.start])


def _as_one(strand: Strand, impacts: Impacts, docs: Docs) -> tuple[Strand, Impacts]:
    """Several words as if they were one, in some postings alone."""
    places, one = together(strand, docs)
    return one, united(strand.docs.take(places), impacts.take(places)).impacts


def _in_part(segment: Segment, found: Strand, listed: Listed, part: int) -> Listed:
    """The postings with a spot in one part; words that stand together are in the same."""
    begins = segment.arrays["parts"].reshape(-1, len(FIELDS))
    docs = np.repeat(found.docs, found.spots)
    inside = found.positions >= begins[docs, part]
    if part + 1 < len(FIELDS):
        inside &= found.positions < begins[docs, part + 1]
    held = among(found.docs, docs[inside])
    return Listed(listed.docs[held], listed.impacts[held])
