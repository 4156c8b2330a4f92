"""Where do the words of an alternative occur in a segment? A list of postings with what the words are worth in each."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.search.engine.rows import set_apart
from bot.search.engine.segment import Array, Segment
from bot.search.fields import FIELDS
from bot.search.plan import Alternative

_PARTS = {field.name: number for number, field in enumerate(FIELDS)}
_POSITION_BITS = 16
# Of so many postings in a list that is at most so many times longer, each is sooner looked at than searched for.
_MANY = 4096
_LONGER = 16


class Listed(NamedTuple):
    """Postings by ordinal, in order, each once, with the impact of the words in each.

    For a word that many hold, `dense` is the impact in every posting of the segment, 0 where it is not.
    """

    docs: npt.NDArray[np.int32]
    impacts: npt.NDArray[np.uint8]
    dense: npt.NDArray[np.uint8] | None = None


NOWHERE = Listed(np.empty(0, np.int32), np.empty(0, np.uint8))


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


def look_up(segment: Segment, words: tuple[range, ...], field: str | None) -> Listed:
    """The postings where located words stand next to each other; raises KeyError for a field that does not exist."""
    part = None if field is None else _PARTS[field]
    if not words or not all(words):
        return NOWHERE
    return _word(segment, words[0], part) if len(words) == 1 else _phrase(segment, words, part)


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
    return Listed(docs, impacts) if len(words) == 1 else united(docs, impacts)


def united(docs: npt.NDArray[np.int32], impacts: npt.NDArray[np.uint8]) -> Listed:
    """Postings that may be there several times, in any order, once each with the best impact."""
    order = np.argsort(docs, kind="stable")
    docs, impacts = docs[order], impacts[order]
    starts = np.flatnonzero(np.diff(docs, prepend=-1) != 0)
    return Listed(docs[starts], np.maximum.reduceat(impacts, starts) if len(starts) else impacts)


def _phrase(segment: Segment, ranges: tuple[range, ...], part: int | None) -> Listed:
    lists = [_word(segment, words, part) for words in ranges]
    shared = _shared(segment, ranges, lists, part)
    first, *others = [_spots(segment, words, listed, shared) for words, listed in zip(ranges, lists, strict=True)]
    found = first.keys
    for step, other in enumerate(others, 1):
        found = _in_both(found + step, other.keys) - step
    # A word that stands in several parts may stand together with the others in one that was not asked for.
    if part is not None:
        found = found[_in_part(segment, found, part)]
    docs = (found >> _POSITION_BITS).astype(np.int32)
    docs = docs[np.diff(docs, prepend=-1) != 0]
    held = shared.searchsorted(docs)
    impacts = np.zeros(len(docs), np.int32)
    for spots in (first, *others):
        impacts += spots.impacts.take(held)
    return Listed(docs, (impacts // len(lists)).astype(np.uint8))


def _shared(
    segment: Segment, ranges: tuple[range, ...], lists: Sequence[Listed], part: int | None
) -> npt.NDArray[np.int32]:
    """The postings that all lists hold; a frequent word leaves most of the others out at one look each."""
    rarest, *others = sorted(range(len(lists)), key=lambda place: len(lists[place].docs))
    docs = lists[rarest].docs
    for place in others:
        dense = segment.dense.get(ranges[place].start) if len(ranges[place]) == 1 else None
        if dense is not None:
            docs = docs[dense.take(docs) != 0]
        if dense is None or part is not None:
            docs = docs[_held(docs, lists[place].docs, len(segment))]
    return docs


def _held(docs: npt.NDArray[np.int32], listed: npt.NDArray[np.int32], postings: int) -> npt.NDArray[np.bool_]:
    """Which of the postings a list holds; where both are long, marks by ordinal are faster than searches."""
    if len(listed) > _LONGER * len(docs) or len(docs) < _MANY:
        return among(docs, listed)
    marks = np.zeros(postings, np.bool_)
    marks[listed] = True
    return np.asarray(marks.take(docs))


class _Spots(NamedTuple):
    """Where words stand in postings (ordinal and position in one number, in order), and their impact in each."""

    keys: npt.NDArray[np.int64]
    impacts: npt.NDArray[np.uint8]


def _spots(segment: Segment, words: range, listed: Listed, shared: npt.NDArray[np.int32]) -> _Spots:
    """The spots of words in postings that all hold one of them."""
    start, stop = segment.first[words.start], segment.first[words.stop]
    holders, spots = segment.docs[start:stop], segment.arrays["spots"][start:stop]
    one = len(words) == 1
    if one and (len(holders) > _LONGER * len(shared) or len(shared) < _MANY):
        places = holders.searchsorted(shared)
    else:
        places = np.flatnonzero(_held(holders, shared, len(segment)))
    counts = spots.take(places).astype(np.int64)
    # The spots from each place to the next: most of a long list is passed over without a number for each entry.
    between = np.add.reduceat(spots, places, dtype=np.int64) if len(places) else counts
    passed = int(spots[: places[0]].sum(dtype=np.int64)) if len(places) else 0
    first = int(segment.arrays["first_spot"][words.start]) + passed + np.cumsum(between) - between
    found = np.repeat(first - (np.cumsum(counts) - counts), counts)
    found += np.arange(len(found))
    keys = np.repeat(holders.take(places).astype(np.int64) << _POSITION_BITS, counts)
    keys |= segment.arrays["positions"].take(found)
    if one:
        return _Spots(keys, segment.impacts[start:stop].take(places))
    return _Spots(np.sort(keys), listed.impacts.take(listed.docs.searchsorted(shared)))


def _in_both(keys: npt.NDArray[np.int64], others: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The keys that are among the others, both in order and each once; the stable sort merges what is in order."""
    merged = np.concatenate([keys, others])
    merged.sort(kind="stable")
    return np.asarray(merged[:-1][merged[1:] == merged[:-1]])


def _in_part(segment: Segment, found: npt.NDArray[np.int64], part: int) -> npt.NDArray[np.bool_]:
    """Which of the spots lie in one part of their posting."""
    begins = segment.arrays["parts"].reshape(-1, len(FIELDS))
    docs, positions = found >> _POSITION_BITS, found & ((1 << _POSITION_BITS) - 1)
    inside = positions >= begins[docs, part]
    if part + 1 < len(FIELDS):
        inside &= positions < begins[docs, part + 1]
    return np.asarray(inside)


def among(keys: Array, others: Array) -> npt.NDArray[np.bool_]:
    """Which of the keys are among the others, both in order."""
    if not len(others):
        return np.zeros(len(keys), np.bool_)
    places = others.searchsorted(keys)
    np.minimum(places, len(others) - 1, out=places)
    return np.asarray(others[places] == keys)
