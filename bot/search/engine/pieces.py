"""Which numbers have the pieces of a text? Thousands are looked up at a time, as two numbers each in a flat table.

A *piece* is what stands between two blanks. Few pieces of a text were never seen before, so hardly one is ever made a
string: the bytes of a short piece are its key, and numpy compares keys.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]
Counts = npt.NDArray[np.int64]
_Words = npt.NDArray[np.uint64]
# The blanks of `str.split` beyond ASCII.
_OTHER_BLANKS = (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_HALF = 8
# The last byte of a key is the length of the piece, so that a longer one has no key, and 0 there means an empty slot.
_LONGEST = 2 * _HALF - 1
_SIZES = range(_LONGEST + 2)
_LOW = np.array([(1 << 8 * min(size, _HALF)) - 1 for size in _SIZES], np.uint64)
_HIGH = np.array([(1 << 8 * min(max(size - _HALF, 0), _HALF - 1)) - 1 for size in _SIZES], np.uint64)
_SIZE = np.array([size << 56 for size in _SIZES], np.uint64)
_BEHIND = b" " * 2 * _HALF
_MIXED_BY = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_FIRST_BITS = 10
# So many slots for each piece at least: most pieces have theirs alone.
_ROOM = 4


class Numbered(NamedTuple):
    """The numbers of the pieces of some texts, one text behind the other, and how many each text has."""

    numbers: Numbers
    counts: Counts


class Pieces:
    """The numbers of pieces; `number` gives a piece that was never seen before its own."""

    def __init__(self, number: Callable[[str], int]) -> None:
        self._number = number
        self._known: dict[bytes, int] = {}
        self._table = _Table(_FIRST_BITS)

    def read(self, texts: Sequence[str]) -> Numbered:
        """The numbers of the pieces of texts."""
        encoded = [_in_bytes(text) for text in texts]
        # A blank before all, and so many behind that every key can be read whole.
        whole = b"\n".join([b"", *encoded, _BEHIND])
        ends = np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)) + 1)
        starts, stops = _bounds(np.frombuffer(whole, np.uint8))
        keys = _keys(whole, starts, stops)
        numbers, missed = self._table.find(keys)
        if len(missed):
            bounds = zip(starts[missed].tolist(), stops[missed].tolist(), strict=True)
            numbers[missed] = [self._look_up(whole[start:stop]) for start, stop in bounds]
            self._learn(keys.of(missed), numbers[missed])
        return Numbered(numbers, np.diff(starts.searchsorted(ends), prepend=0))

    def _look_up(self, piece: bytes) -> int:
        number = self._known.get(piece)
        if number is None:
            number = self._known[piece] = self._number(piece.decode("utf-8", "surrogatepass"))
        return number

    def _learn(self, keys: "_Keys", numbers: Numbers) -> None:
        if len(self._known) * _ROOM > len(self._table):
            self._table = self._table.enlarged((len(self._known) * _ROOM).bit_length() + 1)
        self._table.put(keys, numbers)


class _Keys(NamedTuple):
    """What tells pieces apart: the first eight bytes of each; seven more and the length, or only a length too great."""

    low: _Words
    high: _Words

    def of(self, places: npt.NDArray[np.intp]) -> "_Keys":
        """The keys of some of them."""
        return _Keys(self.low[places], self.high[places])


class _Table:
    """Numbers by key, at most one in each slot: what finds its slot taken is not kept."""

    def __init__(self, bits: int) -> None:
        self._shift = np.uint64(64 - bits)
        self._low, self._high = np.zeros((2, 1 << bits), np.uint64)
        self._numbers = np.zeros(1 << bits, np.int32)

    def __len__(self) -> int:
        return len(self._numbers)

    def find(self, keys: _Keys) -> tuple[Numbers, npt.NDArray[np.intp]]:
        """The number of each key, and the places of those that are not here."""
        slots = self._slots(keys)
        other = self._low.take(slots) != keys.low
        other |= self._high.take(slots) != keys.high
        return self._numbers.take(slots), other.nonzero()[0]

    def put(self, keys: _Keys, numbers: Numbers) -> None:
        """Keeps what has a key and an empty slot."""
        slots = self._slots(keys)
        free = ((self._high.take(slots) == 0) & (keys.high < _SIZE[-1])).nonzero()[0]
        slots = slots.take(free)
        # Of several for one slot the last remains, in each of the arrays.
        self._low[slots], self._high[slots] = keys.of(free)
        self._numbers[slots] = numbers.take(free)

    def enlarged(self, bits: int) -> "_Table":
        """The same in a larger table."""
        used = self._high.nonzero()[0]
        table = _Table(bits)
        table.put(_Keys(self._low, self._high).of(used), self._numbers.take(used))
        return table

    def _slots(self, keys: _Keys) -> npt.NDArray[np.int64]:
        mixed = keys.low * _MIXED_BY[0]
        mixed ^= keys.high
        mixed *= _MIXED_BY[1]
        mixed >>= self._shift
        return mixed.view(np.int64)


def _in_bytes(text: str) -> bytes:
    """The text in UTF-8 with blanks that are ASCII."""
    if not text.isascii():
        for blank in _OTHER_BLANKS:
            text = text.replace(blank, " ")
    return text.encode("utf-8", "surrogatepass")


def _bounds(signs: npt.NDArray[np.uint8]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Where pieces start and stop; the first sign and the last are blanks."""
    # Bytes have no sign: what is less than the number taken off is far beyond the range.
    blank = signs - 9 <= 4
    blank |= signs - 28 <= 4
    edges = (blank[1:] != blank[:-1]).nonzero()[0]
    edges += 1
    return edges[::2], edges[1::2]


def _keys(whole: bytes, starts: npt.NDArray[np.intp], stops: npt.NDArray[np.intp]) -> _Keys:
    sizes = np.minimum(stops - starts, _LONGEST + 1)
    words = np.ndarray((len(whole) - _HALF + 1,), "<u8", whole, strides=(1,))
    low, high = words[starts], words[starts + _HALF]
    low &= _LOW.take(sizes)
    high &= _HIGH.take(sizes)
    high |= _SIZE.take(sizes)
    return _Keys(low, high)
