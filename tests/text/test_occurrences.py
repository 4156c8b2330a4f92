"""Are words found exactly where cutting the whole text into terms finds them?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.occurrences import find_words
from bot.text.span import Span
from bot.text.tokens import terms

# Pieces that meet in awkward ways: names within names, joiners, plurals, letters that grow when folded.
_WORDS = (
    "java javascript company companies Straße node.js c++ c# .NET a.net R&D event Events class classes Σας y Y".split()
)
PIECES = st.sampled_from([*_WORDS, *"-,.+_éßİ& \n", "'s"])
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def walked(text: str, name: tuple[str, ...]) -> list[Span]:
    """The same by cutting the whole text."""
    found = list(terms(text))
    return [
        Span(found[place][1].start, found[place + len(name) - 1][1].stop)
        for place in range(len(found) - len(name) + 1)
        if tuple(stem for stem, _ in found[place : place + len(name)]) == name
    ]


@given(text=TEXTS, other=TEXTS, size=st.integers(1, 3))
def test_a_name_is_found_wherever_a_walk_over_all_terms_finds_it(text: str, other: str, size: int) -> None:
    for source in (text, other):
        stems = [stem for stem, _ in terms(source)]
        for place in range(len(stems)):
            name = tuple(stems[place : place + size])
            assert find_words(text, [name]) == walked(text, name)


@given(text=TEXTS, beginning=st.sampled_from(["j", "java", "compan", "company", "strass", "c", "é", "σ", ".n"]))
def test_a_beginning_is_found_wherever_a_walk_over_all_terms_finds_it(text: str, beginning: str) -> None:
    assert find_words(text, [], [beginning]) == [span for stem, span in terms(text) if stem.startswith(beginning)]


@pytest.mark.parametrize(
    ("text", "name"), [("", ("java",)), ("java", ()), ("javascript", ("java",)), ("a.net", (".net",))]
)
def test_what_only_looks_like_the_word_is_not_found(text: str, name: tuple[str, ...]) -> None:
    assert find_words(text, [name]) == []
