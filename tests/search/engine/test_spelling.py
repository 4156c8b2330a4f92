"""Known words that look like an unknown one: the same as comparing it with every word."""

import random

import pytest
from rapidfuzz.distance import OSA

from bot.search.engine.spelling import near_words, nearest
from bot.search.engine.strings import Strings, packed

LETTERS = "abcdeés"


def random_word(chance: random.Random, least: int, most: int) -> str:
    return "".join(chance.choices(LETTERS, k=chance.randint(least, most)))


@pytest.mark.parametrize("most", [1, 2])
def test_the_near_words_are_those_within_the_edits(most: int) -> None:
    chance = random.Random(most)
    words = sorted({random_word(chance, 2, 9) for _ in range(4000)})
    sections = dict(near_words(words))
    strings = Strings(*packed(words))
    hits = 0
    for _ in range(300):
        typed = random_word(chance, 4 if most == 1 else 8, 9)
        found = list(nearest(typed, strings, sections["near.keys"], sections["near.words"], most=most))
        expected = [
            (number, edits) for number, word in enumerate(words) if (edits := OSA.distance(typed, word)) <= most
        ]
        assert found == [each for each in expected if len(words[each[0]]) >= 3]
        hits += len(found)
    assert hits


def test_words_with_other_signs_and_short_ones_are_not_offered() -> None:
    words = ["ab", "c++11", "dockers"]
    sections = dict(near_words(words))
    strings = Strings(*packed(words))
    assert list(nearest("c+++11", strings, sections["near.keys"], sections["near.words"], most=2)) == []
    assert list(nearest("abc", strings, sections["near.keys"], sections["near.words"], most=1)) == []
    assert list(nearest("dokcers", strings, sections["near.keys"], sections["near.words"], most=1)) == [(2, 1)]


def test_strings_are_found_by_binary_search() -> None:
    words = sorted({"", "a", "ab", "abc", "b", "é", "𝔘x", "\udc80", "z"})
    strings = Strings(*packed(words))
    assert list(strings) == words
    assert [strings.find(word) for word in words] == list(range(len(words)))
    assert strings.find("aa") is None
    assert [strings[number] for number in strings.beginning("a")] == ["a", "ab", "abc"]
    assert list(strings.beginning("")) == list(range(len(words)))
    assert not strings.beginning("ba")
