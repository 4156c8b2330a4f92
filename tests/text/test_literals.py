"""A sieve of words never holds back a text that a pattern matches, and no opening hides one."""

import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.parsing.parse_posting  # noqa: F401  (so that every field is loaded)
from bot.text.literals import EDGE, needed
from bot.text.pattern import Pattern
from bot.text.tokens import in_one_form
from tests.support.corpus import corpus_fields, examples

TEXTS = [example.text for field in corpus_fields() for example in examples(field)]


def patterns() -> Iterator[Pattern]:
    """Every pattern that a module of the fields or of the text layer holds, single or in a row."""
    for name in sorted(module for module in sys.modules if module.startswith(("bot.parsing.", "bot.text."))):
        for value in vars(sys.modules[name]).values():
            for each in value if isinstance(value, tuple) else (value,):
                pattern = getattr(each, "pattern", each)
                if isinstance(pattern, re.Pattern):
                    yield Pattern(pattern.pattern, pattern.flags)
                elif isinstance(pattern, Pattern):
                    yield pattern


PATTERNS = sorted({each.source: each for each in patterns()}.values(), key=lambda each: each.source)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda each: each.source[:40])
def test_every_match_in_the_examples_holds_a_needed_word(pattern: Pattern) -> None:
    for text in TEXTS:
        for match in pattern.finditer(text):
            said = _with_neighbours(text, match)
            assert all(any(_stands_in(word, said) for word in words) for words in pattern.needs)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda each: each.source[:40])
def test_looking_where_a_match_may_begin_finds_every_match(pattern: Pattern) -> None:
    pattern.patience = 0
    for text in TEXTS:
        found = pattern.matches(text, in_one_form(text), 0, len(text))
        assert [each.span() for each in found] == [each.span() for each in pattern.finditer(text)]


def _with_neighbours(text: str, match: re.Match[str]) -> str:
    """What was matched with a character on either side, in lower case with blanks for white space."""
    return re.sub(r"\s", " ", f" {text} "[match.start() : match.end() + 2].lower())


def _stands_in(word: str, said: str) -> bool:
    before, after = (r"\b" if edge else "" for edge in (word.startswith(EDGE), word.endswith(EDGE)))
    return re.search(before + re.escape(word.strip(EDGE)) + after, said) is not None


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(?i)Full[- ]?time", [{"full time", "full-time", "fulltime"}]),
        ("no (?:degree|diploma) needed", [{"no degree needed", "no diploma needed"}]),
        ("(?:ab|b)+c{2,}", [{"bc"}]),
        (r"\d{1,2} ?(?:hours|hrs)\b", [{"hours\b", "hrs\b"}]),
        (r"\b(?:an?|the) \w+(?!\w)", [{"\ba ", "\ban ", "\bthe "}]),
        (r"(?<![\w-])(?:ot|overtime)\b", [{"\bot\b", "overtime"}]),
        (r"part\stime|on\s+call", [{"part time", " call"}, {"part time", "on "}]),
        ("(?:remote)?", []),
        ("[^x]+", []),
        ("(?<=not )required(?! but)", [{"required"}]),
        ("(?P<unit>week|month)ly", [{"weekly", "monthly"}]),
        (r"office\s+\d+\s+(?:days|tage)", [{"office "}, {" days", " tage"}]),
    ],
)
def test_the_needed_words_of_a_pattern(pattern: str, words: list[set[str]]) -> None:
    assert list(needed(pattern)) == words


@given(st.from_regex(r"\A(?:up to |about )?\d{1,3} (?:days|weeks)(?: a| per)? (?:week|month)\Z"))
def test_a_match_of_the_pattern_holds_a_needed_word(text: str) -> None:
    sets = needed(r"(?:up to |about )?\d{1,3} (?:days|weeks)(?: a| per)? (?:week|month)")
    assert sets
    assert all(any(word in text.lower() for word in words) for words in sets)
