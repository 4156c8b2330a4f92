"""Which features of one field does a text show? Words, beginnings of words and phrases, by number.

A chunk is what stands between blanks. No word reaches over one, so what a chunk shows is found once and remembered: a
page that nobody saw before is mostly made of chunks that were seen before.
"""

from array import array
from collections.abc import Callable, Iterable
from sys import intern

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import Feature
from bot.matching.ranges import Numbers
from bot.text.tokens import stem, stems_in

# So many chunks and short texts a field remembers; then it starts again.
_CHUNKS, _TEXTS = 32_768, 4_096
# Stands for a word that is in no search, and between two texts: no phrase reaches over it. Every posting has it.
_UNKNOWN = 0
_BETWEEN_TEXTS = None
_NOTHING = array("i", [_UNKNOWN]).tobytes()
# Pairs of words are looked up only where a table of so many bits says that they may begin a phrase.
_HASH_BITS = 20
_GOLDEN, _LAST = -0x61C8864680B583EB, (1 << _HASH_BITS) - 1
_NO_PHRASES = np.zeros(1 << _HASH_BITS, "?")


class Shelf:
    """The numbers of the features of one field that treat silence alike; `reserve` gives new ones."""

    def __init__(self, reserve: Callable[[], int]) -> None:
        self._reserve = reserve
        self._words: dict[str, int] = {}
        self._starts: dict[str, int] = {}
        # A phrase by the number of what stands before its last word, and that of the word, in one figure.
        self._phrases: dict[int, int] = {}
        self._perhaps = _NO_PHRASES
        self._stated: int | None = None
        self._numbers = array("I")
        # The lengths of the beginnings.
        self._sizes: set[int] = set()
        self._chunks = _Chunks(self._words, self._starts, self._sizes)
        self._texts: dict[str, list[int]] = {}

    @property
    def all(self) -> Numbers:
        """The number of every feature on the shelf."""
        return np.array(self._numbers, "u4")

    def number(self, feature: Feature) -> int:
        """The number of a feature of this field."""
        if not feature.parts:
            self._stated = self._new() if self._stated is None else self._stated
            return self._stated
        if feature.prefix:
            self._sizes.add(len(feature.parts[0]))
            return self._looked_up(self._starts, feature.parts[0])
        number = self._looked_up(self._words, feature.parts[0])
        for part in feature.parts[1:]:
            key = number << 32 | self._looked_up(self._words, part)
            number = self._phrases[key] if key in self._phrases else self._new_phrase(key)
        return number

    def shown(self, texts: Iterable[str], values: Iterable[str] = ()) -> list[int]:
        """The numbers of what is shown by a few short texts and by stated values; the field is not silent."""
        numbers = [] if self._stated is None else [self._stated]
        numbers += (self._words.get(value, _UNKNOWN) for value in values)
        for text in texts:
            numbers += self._texts.get(text) or self._remembered(text)
        return numbers

    def shown_at_length(self, texts: Iterable[str]) -> Numbers:
        """The numbers of what is shown by the words of many texts or long ones, some of them more than once."""
        chunks: list[str | None] = []
        for text in texts:
            chunks += text.split()
            chunks.append(_BETWEEN_TEXTS)
        numbers = np.frombuffer(b"".join(map(self._chunks.__getitem__, chunks)), "i4")
        return np.concatenate([np.abs(numbers), np.array(self._phrases_in(numbers), "i4")]).view("u4")

    def _remembered(self, text: str) -> list[int]:
        joined = b"".join(map(self._chunks.__getitem__, text.split()))
        if len(self._texts) >= _TEXTS:
            self._texts.clear()
        shown = self._texts[text] = list(map(abs, memoryview(joined).cast("i")))
        if self._phrases:
            shown += self._phrases_in(np.frombuffer(joined, "i4"))
        return self._texts[text]

    def _phrases_in(self, numbers: NDArray[np.int32]) -> list[int]:
        """The numbers of the phrases among words and beginnings of words, and of what phrases begin with."""
        words = numbers.compress(numbers >= 0)
        pairs = words[:-1].astype("i8") << 32 | words[1:]
        places = np.flatnonzero(self._perhaps.take(_hashed(pairs)))
        phrases = []
        for place, pair in zip(places.tolist(), pairs.take(places).tolist(), strict=True):
            while (number := self._phrases.get(pair)) is not None:
                phrases.append(number)
                place += 1
                if place + 1 == len(words):
                    break
                pair = number << 32 | int(words[place + 1])
        return phrases

    def _new_phrase(self, key: int) -> int:
        if self._perhaps is _NO_PHRASES:
            self._perhaps = np.zeros(1 << _HASH_BITS, "?")
        self._perhaps[_hashed(np.array([key]))] = True
        self._phrases[key] = self._new()
        return self._phrases[key]

    def _looked_up(self, numbers: dict[str, int], word: str) -> int:
        if word not in numbers:
            numbers[intern(str(word))] = self._new()
            self._chunks.clear()
        return numbers[word]

    def _new(self) -> int:
        self._texts.clear()
        self._numbers.append(self._reserve())
        return self._numbers[-1]


class _Chunks(dict[str | None, bytes]):
    """What a chunk shows, found when it is first asked for: the numbers of its words in order, of 32 bits each.

    Behind a word stand the numbers of its beginnings, turned below zero.
    """

    def __init__(self, words: dict[str, int], starts: dict[str, int], sizes: set[int]) -> None:
        super().__init__()
        self._words, self._starts, self._sizes = words, starts, sizes

    def __missing__(self, chunk: str | None) -> bytes:
        if len(self) >= _CHUNKS:
            self.clear()
        shown = array("i", [_UNKNOWN] if chunk is None else self._shown_by(chunk)).tobytes()
        # One value for the many that show nothing.
        self[chunk] = shown = _NOTHING if shown == _NOTHING else shown
        return shown

    def _shown_by(self, chunk: str) -> list[int]:
        shown = []
        # Letters and figures alone are one word.
        for word in (stem(chunk),) if chunk.isalnum() else stems_in(chunk):
            shown.append(self._words.get(word, _UNKNOWN))
            for size in self._sizes:
                # What is shorter than a beginning stays whole, and then it begins with itself.
                number = self._starts.get(word[:size])
                if number is not None:
                    shown.append(-number)
        return shown


def _hashed(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Numbers of a few bits for the keys of phrases, spread by a multiple of the golden ratio's fraction."""
    return keys * _GOLDEN >> 40 & _LAST
