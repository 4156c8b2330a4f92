"""Bits say what truth values say, whatever their number."""

import random

import numpy as np
import pytest

from bot.search.engine.bits import Bits


@pytest.mark.parametrize("number", [0, 1, 7, 8, 63, 64, 65, 1000])
@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_bits_are_truth_values(number: int, share: float) -> None:
    chance = random.Random(number)
    one, other = (np.array([chance.random() < share for _ in range(number)], np.bool_) for _ in range(2))
    bits = Bits.of(one) & Bits.of(other)
    assert bits.docs.tolist() == (one & other).nonzero()[0].tolist()
    assert bits.count == len(bits.docs)
    docs = np.arange(0, number, 3, dtype=np.int32)
    assert bits.held(docs).tolist() == (one & other)[docs].tolist()
