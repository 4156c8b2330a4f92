"""Which words somebody may have meant: the nearest, those that begin alike before others, frequent ones first."""

import pytest
from rapidfuzz.distance import OSA

from bot.search.engine.words import Near
from bot.search.vocabulary import Vocabulary


class Known:
    """Words by how many postings hold them."""

    def __init__(self, **counts: int) -> None:
        self._counts = counts

    def count(self, word: str) -> int:
        return self._counts.get(word, 0)

    def near(self, word: str, *, most: int) -> tuple[Near, ...]:
        near = (Near(known, OSA.distance(word, known), count) for known, count in self._counts.items())
        return tuple(each for each in near if each.edits <= most)


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("kuberntes", Known(kubernetes=3), ("kubernetes",)),
        ("nures", Known(nurse=9, nurseries=4), ("nurse",)),
        # As near as each other: like endings first, then the more frequent.
        ("electrican", Known(electrical=50, electrician=3), ("electrician", "electrical")),
        ("enginee", Known(engineer=90, engine=4), ("engine", "engineer")),
        # A nearer word leaves the others out, and so does one that begins alike.
        ("plumbers", Known(plumber=2, lumber=700), ("plumber",)),
        ("weldre", Known(welder=5, selder=9), ("welder",)),
        ("jubernetes", Known(kubernetes=3), ("kubernetes",)),
        # What hardly any posting holds is a typo itself.
        ("technican", Known(technician=4000, technicans=1), ("technician",)),
        (
            "brist",
            Known(brista=1, bristol=1, brisk=2, bris=3, brit=4, burst=1, briss=5),
            ("brit", "briss", "bris", "brisk", "brista"),
        ),
        # Short words, known words and words with other signs stay.
        ("rus", Known(rust=9), ()),
        ("rust", Known(rust=1, rusty=900), ()),
        ("c++2", Known(c=4), ()),
        ("blockchain", Known(nurse=9), ()),
    ],
)
def test_an_unknown_word_may_mean_the_nearest_known_ones(typed: str, known: Known, meant: tuple[str, ...]) -> None:
    assert Vocabulary(known).meant(typed) == meant


@pytest.mark.parametrize(
    ("typed", "known", "others"),
    [
        ("enginer", Known(enginer=1, engineer=90), ("engineer",)),
        ("engineer", Known(enginer=1, engineer=90), ()),
        ("rust", Known(rust=1, trust=90), ()),
        ("blockchain", Known(), ()),
    ],
)
def test_a_known_word_may_be_a_typo_of_a_more_frequent_one(typed: str, known: Known, others: tuple[str, ...]) -> None:
    assert Vocabulary(known).doubted(typed) == others
