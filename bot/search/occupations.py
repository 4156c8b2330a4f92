"""Which occupations does a job title name? Titles in other words for the same work share occupations.

The table occupations.tsv holds, for words and pairs of words of titles, the occupations whose titles use them. A title
is the sum of its words and pairs, weighted by how telling they are: a direction in the space of occupations. What it
says of level and terms ("Senior", "m/w/d", "part-time") is left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from bot.text.tokens import terms

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
# Words of a title of which one at least has to be there for the words of a query to be a title.
_KEPT_ALONE = frozenset({"staff", "lead", "principal", "intern", "trainee"})


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation by its code, and how much of a title it is: 1 (some) to 8 (most)."""

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

    def __contains__(self, stem: str) -> bool:
        return stem in self._lines

    def _of(self, title: str) -> tuple[Occupation, ...]:
        """The occupations of a title, the likeliest first, then by code; () where no word is known."""
        sums: dict[str, float] = {}
        for feature in features(title):
            for code, weight in self._weights(feature):
                sums[code] = sums.get(code, 0.0) + weight
        ranked = sorted(sums.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST]
        most = ranked[0][1] if ranked else 1.0
        return tuple(
            Occupation(code, max(round(_LEVELS * weight / most), 1))
            for code, weight in ranked
            if weight >= _LEAST_SHARE * most
        )

    def _weights(self, feature: str) -> Iterator[tuple[str, float]]:
        line = self._lines.get(feature)
        if line is None:
            return
        telling, *entries = line.split("\t")
        for entry in entries:
            code, weight = entry.split(" ")
            yield code, int(weight) * int(telling)


@cache
def occupations() -> Occupations:
    """The table that is shipped, read once."""
    with files("bot.search").joinpath("occupations.tsv").open(encoding="utf-8") as lines:
        return Occupations(lines)
