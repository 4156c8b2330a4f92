"""Which occupations does a job title name? Titles in other words for the same work share occupations.

The table occupations.tsv holds, for words and pairs of words of titles, the occupations whose titles use them. A title
is the sum of its words and pairs, weighted by how telling they are: a direction in the space of occupations. What it
says of level and terms ("Senior", "m/w/d", "part-time") is left out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import sqrt

from bot.text.tokens import terms

# Counted up with every change of the table or of its use: an index made with another one is made again.
VERSION = 1
# How far apart two words of a pair may stand.
_REACH = 2
_MOST = 16
_LEVELS = 8
_LEAST_SHARE = 0.1
_LEVEL_WORDS = frozenset(
    "senior sr junior jr trainee intern graduate entry level mid experienced i ii iii iv 1 2 3 lead principal staff m w"
    " d f x h full part time permanent temporary contract remote hybrid and of the for in to a an or with at on de la"
    " le und".split()
)
# Words of a title that say level beside others, and work where they stand alone.
_KEPT_ALONE = frozenset({"staff", "lead", "principal", "intern", "trainee"})
# Below that share of its direction, a title says too little of an occupation for others to be like it.
_LEAST_LIKENESS = 0.15
_WEIGHT_OF_ONE = 99
_TELLING = 28


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation by its code ("o" and digits), and how much of a title it is: 1 (some) to 8 (most)."""

    code: str
    level: int


def features(title: str) -> tuple[str, ...]:
    """The stems of a title and its pairs of near stems, in order, each once.

    >>> features("Senior Rust Engineer (m/w/d)")
    ('rust', 'engineer', 'engineer rust')
    """
    stems = [stem for stem, _ in terms(title)]
    told = [stem for stem in stems if stem not in _LEVEL_WORDS] or [stem for stem in stems if stem in _KEPT_ALONE]
    pairs = (
        " ".join(sorted((first, second)))
        for place, first in enumerate(told)
        for second in told[place + 1 : place + 1 + _REACH]
    )
    return tuple(dict.fromkeys([*told, *pairs]))


class Occupations:
    """The table, by feature; a line is the feature, how telling it is, then codes with weights, tabs between them."""

    def __init__(self, lines: Iterable[str]) -> None:
        parts = (line.rstrip("\n").partition("\t") for line in lines if line[:1] != "#")
        self._lines: Mapping[str, str] = {feature: rest for feature, _, rest in parts}
        self.of = lru_cache(maxsize=65536)(self._of)
        self._weights = lru_cache(maxsize=4096)(self._weights_of)

    def __contains__(self, stem: str) -> bool:
        return stem in self._lines

    def _of(self, title: str) -> tuple[Occupation, ...]:
        """The occupations of a title, the likeliest first, then by code; () where no word is known.

        An occupation that few of the title's known words speak for counts less: by the square of their share.
        """
        known = [feature for feature in features(title) if feature in self._lines]
        support = self._support(known)
        sums: dict[str, float] = {}
        for feature in known:
            for code, weight in self._weights(feature):
                sums[code] = sums.get(code, 0.0) + weight
        size = sum(" " not in feature for feature in known)
        shared = ((code, weight * (support[code] / size) ** 2) for code, weight in sums.items())
        ranked = sorted(shared, key=lambda entry: (-entry[1], entry[0]))[:_MOST]
        most = ranked[0][1] if ranked else 0.0
        return tuple(
            Occupation(code, max(round(_LEVELS * weight / most), 1))
            for code, weight in ranked
            if weight and weight >= _LEAST_SHARE * most
        )

    def asked(self, words: str) -> tuple[Occupation, ...]:
        """The occupations that the words of a query ask for; () where they are no title, or a vague one.

        The likeliest occupation has to have more than half of the known words in its titles: "rust engineer" is no
        rust proofer.
        """
        found = self.of(words)
        known = [feature for feature in features(words) if feature in self._lines]
        if not found:
            return ()
        best, size = found[0].code, sum(" " not in feature for feature in known)
        length = sqrt(sum(self._telling(feature) ** 2 for feature in known)) * _WEIGHT_OF_ONE
        along = sum(weight for feature in known for code, weight in self._weights(feature) if code == best)
        supported = self._support(known)[best]
        return found if 2 * supported > size and along >= _LEAST_LIKENESS * length else ()

    def tells(self, stem: str) -> bool:
        """Whether few occupations use the word, so that it alone says something: "nurse" does, "manager" does not."""
        return stem in self._lines and self._telling(stem) >= _TELLING

    def _support(self, known: Iterable[str]) -> Counter[str]:
        """How many of the known words speak for each occupation."""
        single = (feature for feature in known if " " not in feature)
        return Counter(code for feature in single for code, _ in self._weights(feature))

    def _telling(self, feature: str) -> int:
        return int(self._lines[feature].partition("\t")[0])

    def _weights_of(self, feature: str) -> tuple[tuple[str, int], ...]:
        telling, *entries = self._lines[feature].split("\t")
        pairs = (entry.split(" ") for entry in entries)
        return tuple([(f"o{code}", int(weight) * int(telling)) for code, weight in pairs])


@cache
def occupations() -> Occupations:
    """The table that is shipped, read once."""
    with files("bot.search").joinpath("occupations.tsv").open(encoding="utf-8") as lines:
        return Occupations(lines)


@lru_cache(maxsize=65536)
def occupation_codes(title: str) -> str:
    """The codes of a title's occupations, each as often as its level: what the index keeps of them."""
    return " ".join(" ".join([found.code] * found.level) for found in occupations().of(title))
