"""How do rows become a segment? All words of all rows in one array, sorted once by word.

What a word is worth in a posting is the saturated, field-weighted frequency of BM25F, quantised to a byte; how rare
the word is comes in when a query is answered, because that changes with every posting. Whole numbers throughout: the
same rows give the same bytes everywhere.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from bot.search.columns import CHOICES, NUMBERS, SETS, Names
from bot.search.engine.codes import code_type, coded_numbers
from bot.search.engine.dense import frequent_lists
from bot.search.engine.rows import Lexicon, Row
from bot.search.engine.segment import Array, Changes, Segment
from bot.search.engine.spelling import near_words
from bot.search.engine.strings import packed
from bot.search.fields import FIELDS

# Saturation and length normalisation of BM25, the usual values, and the scale of weights as whole numbers.
_K1 = 1.2
_B = 0.75
_SCALE = 1024
_MOST_SPOTS = 255
_POSITION_BITS = 16
_LAST_POSITION = (1 << _POSITION_BITS) - 1
_Ints = npt.NDArray[np.int64]


def build_segment(rows: Sequence[Row], changes: Changes, *, gone: Sequence[int] = (), spelling: bool = True) -> Segment:
    """The segment of some rows, each posting in it once; their order is that of the ordinals.

    Without `spelling` it is good only for merging: what corrections look at is left out, and frequent words' lists.
    """
    received = np.fromiter((row.received for row in rows), np.int64, len(rows))
    ids = np.fromiter((row.id for row in rows), np.int64, len(rows))
    arrays: dict[str, Array] = {
        "ids": ids,
        "received": received,
        "owners": np.fromiter((row.owner for row in rows), np.int64, len(rows)),
        "by_id": np.argsort(ids, kind="stable").astype(np.int32),
        **ages(received, ids),
    }
    tokens = _Tokens(rows)
    arrays["stated"] = tokens.stated
    arrays["parts"] = tokens.parts
    arrays["gone"] = np.array(sorted(gone), np.int64)
    arrays.update(_words(tokens))
    arrays.update(near_words(tokens.words if spelling else ()))
    arrays.update(frequent_lists(arrays, searched=spelling))
    for place, column in enumerate(NUMBERS):
        arrays.update(coded_numbers(column, np.fromiter((row.numbers[place] for row in rows), np.float64, len(rows))))
    for place, column in enumerate(CHOICES):
        arrays.update(_choice(column, [row.choices[place] for row in rows]))
    for place, column in enumerate(SETS):
        arrays.update(_set(column, [row.sets[place] for row in rows]))
    return Segment(changes, arrays)


def ages(received: _Ints, ids: _Ints) -> dict[str, Array]:
    """The sections `newest` and `rank`."""
    newest = np.lexsort((ids, -received)).astype(np.int32)
    rank = np.empty(len(ids), np.int32)
    rank[newest] = np.arange(len(ids), dtype=np.int32)
    return {"newest": newest, "rank": rank}


def value_lists(starts: _Ints, codes: npt.NDArray[np.int32], values: int) -> tuple[_Ints, npt.NDArray[np.int32]]:
    """Of a set: where the list of each value begins, and the ordinals in the lists."""
    holders = np.repeat(np.arange(len(starts) - 1, dtype=np.int32), np.diff(starts))
    first = np.zeros(values + 1, np.int64)
    np.cumsum(np.bincount(codes, minlength=values), out=first[1:])
    return first, holders[np.argsort(codes, kind="stable")]


def _words(tokens: "_Tokens") -> Iterator[tuple[str, Array]]:
    """Every section that is about words."""
    word, doc = tokens.word, tokens.doc
    starts = np.flatnonzero((np.diff(word, prepend=-1) != 0) | (np.diff(doc, prepend=-1) != 0))
    kept = np.minimum(np.diff(starts, append=len(word)), _MOST_SPOTS)
    worth = np.add.reduceat(tokens.weight, starts) if len(starts) else tokens.weight
    impacts = np.rint(255 * (worth / (worth + _K1 * _SCALE)))
    held = np.bincount(word[starts], minlength=len(tokens.words))
    held_spots = np.bincount(word[starts], kept, minlength=len(tokens.words)).astype(np.int64)
    text, text_starts = packed(tokens.words)
    yield "words.text", text
    yield "words.starts", text_starts
    first, docs = _running(held), doc[starts].astype(np.int32)
    quantised = np.maximum(impacts, 1).astype(np.uint8)
    yield "first", first
    yield "first_spot", _running(held_spots)
    yield "docs", docs
    yield "impacts", quantised
    yield "fields", (np.bitwise_or.reduceat(tokens.field, starts) if len(starts) else tokens.field)
    yield "spots", kept.astype(np.uint8)
    within = np.arange(len(word)) - np.repeat(starts, np.diff(starts, append=len(word)))
    yield "positions", tokens.position[within < _MOST_SPOTS]


class _Tokens:
    """Every word of the rows, ordered by word, then ordinal, then position, in arrays of the same length."""

    def __init__(self, rows: Sequence[Row]) -> None:
        lexicon = rows[0].lexicon if rows else Lexicon()
        seen = np.concatenate([row.stems for row in rows] or [np.empty(0, np.int32)])
        lengths = np.concatenate([row.counts for row in rows] or [np.empty(0, np.int64)])
        self.postings = len(rows)
        self.stated = (lengths.reshape(-1, len(FIELDS)) > 0) @ (1 << np.arange(len(FIELDS), dtype=np.uint16))
        self.words, numbers = _sorted_words(lexicon.words, seen)
        # A part begins two places after the end of the one before, so that no phrase runs across.
        ends = np.cumsum((lengths + 2).reshape(-1, len(FIELDS)), axis=1)
        begins = ends.ravel() - lengths
        self.parts = np.minimum(begins, _LAST_POSITION).astype(np.uint16)
        position = np.arange(len(seen)) - np.repeat(np.cumsum(lengths) - lengths - begins, lengths)
        # One number for word, part and position: numpy sorts plain numbers several times faster than it finds their
        # order, and nothing has to be looked up by it afterwards.
        part_bits = len(lengths).bit_length()
        keys = numbers[seen] << (part_bits + _POSITION_BITS)
        keys |= np.repeat(np.arange(len(lengths)) << _POSITION_BITS, lengths)
        keys |= np.minimum(position, _LAST_POSITION, out=position)
        keys.sort()
        # What is no word has the number -1.
        keys = keys[keys.searchsorted(0) :]
        self.position = keys.astype(np.uint16)
        keys >>= _POSITION_BITS
        part = (keys & ((1 << part_bits) - 1)).astype(np.int32)
        keys >>= part_bits
        self.word = keys
        self.doc, field = part // len(FIELDS), part % len(FIELDS)
        self.field = np.left_shift(1, field).astype(np.uint16)
        self.weight = _weights(lengths)[part]


def _sorted_words(words: Sequence[str], seen: npt.NDArray[np.int32]) -> tuple[list[str], _Ints]:
    """The words seen, sorted, and by the number in the lexicon that in the list; -1 for the gap and words not seen."""
    held = np.flatnonzero(np.bincount(seen, minlength=len(words))[1:]) + 1
    order = sorted(held.tolist(), key=words.__getitem__)
    numbers = np.full(len(words), -1, np.int64)
    numbers[order] = np.arange(len(order))
    return [words[number] for number in order], numbers


def _weights(lengths: _Ints) -> _Ints:
    """What one word in each part counts, as a whole number."""
    weight = np.array([field.weight for field in FIELDS])
    usual = np.array([field.usual for field in FIELDS])
    norm = 1 - _B + _B * lengths.reshape(-1, len(FIELDS)) / usual
    weights: _Ints = np.rint(_SCALE * weight / norm).astype(np.int64).ravel()
    return weights


def _choice(column: str, values: Sequence[Names]) -> Iterator[tuple[str, Array]]:
    known, codes = _coded(values)
    text, starts = packed(known)
    yield f"{column}.text", text
    yield f"{column}.starts", starts
    stated = np.fromiter(map(len, values), np.int64, len(values)) > 0
    of_each = np.zeros(len(values), code_type(len(known)))
    of_each[stated] = codes + 1
    yield f"choice.{column}", of_each


def _set(column: str, values: Sequence[Names]) -> Iterator[tuple[str, Array]]:
    known, codes = _coded(values)
    text, text_starts = packed(known)
    yield f"{column}.text", text
    yield f"{column}.starts", text_starts
    starts = _running(np.fromiter(map(len, values), np.int64, len(values)))
    first, docs = value_lists(starts, codes, len(known))
    yield f"set.{column}.starts", starts
    yield f"set.{column}.stated", np.diff(starts) > 0
    yield f"set.{column}.codes", codes
    yield f"set.{column}.first", first
    yield f"set.{column}.docs", docs


def _coded(values: Sequence[Names]) -> tuple[list[str], npt.NDArray[np.int32]]:
    known = sorted(set(chain.from_iterable(values)))
    numbers = dict(zip(known, range(len(known)), strict=True))
    total = sum(map(len, values))
    return known, np.fromiter(map(numbers.__getitem__, chain.from_iterable(values)), np.int32, total)


def _running(counts: npt.NDArray[np.integer]) -> _Ints:
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts
