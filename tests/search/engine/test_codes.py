"""Columns as codes: numbers come back as they were, and runs of codes accept what they say."""

import random

import numpy as np
import pytest

from bot.search.engine.codes import Run, coded_numbers, decoded_numbers, inside


@pytest.mark.parametrize("different", [0, 1, 200, 300])
def test_numbers_come_back_from_their_codes(different: int) -> None:
    chance = random.Random(different)
    numbers = np.array([chance.choice([np.nan, *range(different)]) - 0.5 for _ in range(2000)])
    arrays = dict(coded_numbers("pay", numbers))
    np.testing.assert_array_equal(decoded_numbers(arrays, "pay"), numbers)
    assert arrays["number.pay"].dtype == (np.uint16 if different == 300 else np.uint8)
    assert sorted(arrays["pay.numbers"]) == list(arrays["pay.numbers"])


@pytest.mark.parametrize("last", [1, 9, 255])
def test_runs_accept_the_codes_between_their_ends(last: int) -> None:
    chance = random.Random(last)
    codes = np.array([chance.randint(0, last) for _ in range(500)], np.uint8)
    for _ in range(200):
        runs = [Run(chance.randint(0, last), chance.randint(0, last)) for _ in range(chance.randint(0, 3))]
        expected = [any(first <= code <= stop for first, stop in runs) for code in codes.tolist()]
        assert inside(codes, runs, last=last).tolist() == expected, runs
