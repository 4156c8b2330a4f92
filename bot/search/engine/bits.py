"""Which postings of a segment pass a test? A bit for each, so that many tests are joined and counted in no time."""

from functools import cached_property
from typing import Self

import numpy as np
import numpy.typing as npt

_WORD = 64
Docs = npt.NDArray[np.int32]


class Bits:
    """A truth value for each posting, by ordinal; `packed` are the first eight in a byte, the next in the next."""

    def __init__(self, packed: npt.NDArray[np.uint8]) -> None:
        self._packed = packed

    @classmethod
    def of(cls, truth: npt.NDArray[np.bool_]) -> Self:
        """The bits of truth values."""
        packed = np.zeros(-(-len(truth) // _WORD) * (_WORD // 8), np.uint8)
        packed[: -(-len(truth) // 8)] = np.packbits(truth, bitorder="little")
        return cls(packed)

    def __and__(self, other: "Bits") -> "Bits":
        return Bits(self._packed & other._packed)

    @cached_property
    def count(self) -> int:
        """How many are true."""
        return int(np.bitwise_count(self._packed.view(np.uint64)).sum(dtype=np.int64))

    @cached_property
    def docs(self) -> Docs:
        """The ordinals of those that are true, in order."""
        return np.unpackbits(self._packed, bitorder="little").view(np.bool_).nonzero()[0].astype(np.int32)

    def held(self, docs: Docs) -> npt.NDArray[np.bool_]:
        """Which of some postings are true."""
        return (self._packed.take(docs >> 3) >> (docs & 7) & 1).astype(np.bool_)
