"""Known words that look like an unknown one: the same as comparing it with every word."""

import random
from collections.abc import Sequence

import numpy as np
import pytest
from rapidfuzz.distance import OSA

from bot.search.engine.build import build_segment
from bot.search.engine.rows import RowReader
from bot.search.engine.segment import Changes, Segment
from bot.search.engine.strings import Strings, packed
from tests.search.engine.postings import all_of

LETTERS = "abcdeés"


def random_word(chance: random.Random, least: int, most: int) -> str:
    return "".join(chance.choices(LETTERS, k=chance.randint(least, most)))


def holding(words: Sequence[str]) -> Segment:
    """A segment of one posting that says these words and nothing else."""
    row = RowReader().read(next(all_of(random.Random(1), 1)))
    row.lexicon.piece(words)
    numbers = {word: number for number, word in enumerate(row.lexicon.words)}
    stems = np.array([numbers[word] for word in words], np.int32)
    counts = np.zeros_like(row.counts)
    counts[0] = len(words)
    return build_segment([row._replace(stems=stems, counts=counts)], Changes("", "", 0, 1))


@pytest.mark.parametrize("most", [1, 2])
def test_the_near_words_are_those_within_the_edits(most: int) -> None:
    chance = random.Random(most)
    words = sorted({random_word(chance, 2, 9) for _ in range(4000)})
    segment = holding(words)
    hits = 0
    for _ in range(300):
        typed = random_word(chance, 4 if most == 1 else 8, 9)
        expected = [
            (number, word, edits)
            for number, word in enumerate(words)
            if len(word) > 2 and (edits := OSA.distance(typed, word)) <= most
        ]
        assert list(segment.spellings.nearest(typed, most=most)) == expected
        hits += len(expected)
    assert hits


def test_words_with_other_signs_and_short_ones_are_not_offered() -> None:
    segment = holding(["ab", "c++11", "dockers"])
    assert list(segment.spellings.nearest("c+++11", most=2)) == []
    assert list(segment.spellings.nearest("abc", most=1)) == []
    assert list(segment.spellings.nearest("dokcers", most=1)) == [(2, "dockers", 1)]


def test_strings_are_found_by_binary_search() -> None:
    chance = random.Random(3)
    words = sorted({"", "a", "é", "𝔘x", "\udc80", *(random_word(chance, 1, 4) for _ in range(300))})
    strings = Strings(*packed(words))
    assert list(strings) == words
    assert [strings.find(word) for word in words] == list(range(len(words)))
    assert strings.find("zz") is None
    for prefix in ("a", "ab", "é", "zz", ""):
        assert [strings[number] for number in strings.beginning(prefix)] == [w for w in words if w.startswith(prefix)]
