"""How are many strings kept without an object for each? Sorted, in one text, with the place of each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

_STRIDE = 8
_MOST_ASKED = 4096


class Strings:
    """Sorted strings; the number of a string is its place. Order is that of code points, which UTF-8 keeps."""

    def __init__(self, text: npt.NDArray[Any], starts: npt.NDArray[Any]) -> None:
        self._text = text.data
        self._starts = starts.data
        self._size = len(starts) - 1
        # People ask for the same words again and again.
        self._asked: dict[str, int | None] = {}
        # Every so many strings one is at hand, so that most of a binary search needs no look into the text.
        self._marks: list[bytes] | None = None

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, number: int) -> str:
        return self._bytes(number).decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return (self[number] for number in range(len(self)))

    def find(self, string: str) -> int | None:
        """The number of a string, None when it is not here."""
        try:
            return self._asked[string]
        except KeyError:
            number = self._look_for(string)
        if len(self._asked) >= _MOST_ASKED:
            self._asked.clear()
        self._asked[string] = number
        return number

    def _look_for(self, string: str) -> int | None:
        """The number by a look at the few strings between two marks, all in one piece."""
        key = string.encode("utf-8", "surrogatepass")
        low = (bisect_right(self._at_hand(), key) - 1) * _STRIDE
        if low < 0:
            return None
        bounds = self._starts[low : low + _STRIDE + 1].tolist()
        start, *stops = bounds
        some = bytes(self._text[start : stops[-1]])
        at = some.find(key)
        while at >= 0:
            stop = start + at + len(key)
            if stop in stops and bounds[place := stops.index(stop)] == start + at:
                return int(low + place)
            at = some.find(key, at + 1)
        return None

    def beginning(self, prefix: str) -> range:
        """The numbers of the strings that begin so."""
        key = prefix.encode("utf-8", "surrogatepass")
        # No UTF-8 text holds the byte 255.
        return range(self._place(key), self._place(key + b"\xff"))

    def _bytes(self, number: int) -> bytes:
        return bytes(self._text[self._starts[number] : self._starts[number + 1]])

    def _place(self, key: bytes) -> int:
        text, starts = self._text, self._starts
        high = bisect_left(self._at_hand(), key) * _STRIDE
        low, high = max(high - _STRIDE + 1, 0), min(high, self._size)
        while low < high:
            middle = (low + high) // 2
            if bytes(text[starts[middle] : starts[middle + 1]]) < key:
                low = middle + 1
            else:
                high = middle
        return low

    def _at_hand(self) -> list[bytes]:
        if self._marks is None:
            self._marks = [self._bytes(number) for number in range(0, len(self), _STRIDE)]
        return self._marks


def packed(strings: Iterable[str]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """The text and the starts of strings that are sorted already."""
    encoded = [string.encode("utf-8", "surrogatepass") for string in strings]
    starts = np.zeros(len(encoded) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)), out=starts[1:])
    return np.frombuffer(b"".join(encoded), np.uint8), starts
