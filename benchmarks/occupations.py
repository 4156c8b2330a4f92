"""How is the table of occupations made? `python -m benchmarks.occupations FOLDER` writes it from O*NET's text files.

For every word and pair of near words, the occupations whose titles use it: the square root of the share of their
titles, scaled to length 1, the weightiest kept. How telling a feature is, is the logarithm of how few use it.
"""

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.search.occupations import features

TABLE = Path(__file__).parents[1] / "bot" / "search" / "occupations.tsv"
_HEAD = """\
# Occupations by the words of their titles. Derived from the O*NET database (alternate titles and occupation data), U.S.
# Department of Labor, Employment and Training Administration (USDOL/ETA), licence CC BY 4.0; changed: counted by word.
# A line: a word or a pair of words, how telling it is, occupations with weights. Made by benchmarks/occupations.py.
"""
_MOST_OF_WORD = 60
_MOST_OF_PAIR = 8
_FEWEST_PAIRS = 2


def read_titles(folder: Path) -> dict[str, list[str]]:
    """Every title by the code of its occupation, notes in brackets left out."""
    titles: dict[str, set[str]] = defaultdict(set)
    for name in ("alternate_titles.txt", "occupation_data.txt"):
        for line in (folder / name).read_text("utf-8").splitlines()[1:]:
            code, title, *_ = line.split("\t")
            titles[_short(code)].add(re.sub(r"\([^)]*\)", " ", title).strip())
    return {code: sorted(found) for code, found in sorted(titles.items())}


def _short(code: str) -> str:
    """The digits of a code, the two behind the dot only where they say something: 15-1252.00 is 151252."""
    return code.replace("-", "").replace(".", "").removesuffix("00")


def derive(titles: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The lines of the table, sorted by feature."""
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    seen: Counter[str] = Counter()
    for code, listed in titles.items():
        counts = Counter(feature for title in listed for feature in features(title))
        seen += counts
        for feature, count in counts.items():
            shares[feature][code] = math.sqrt(count / len(listed))
    for feature in sorted(shares):
        is_pair = " " in feature
        if not is_pair or seen[feature] >= _FEWEST_PAIRS:
            yield _line(feature, shares[feature], len(titles), _MOST_OF_PAIR if is_pair else _MOST_OF_WORD)


def _line(feature: str, share: Mapping[str, float], occupations: int, most: int) -> str:
    telling = round(10 * math.log(1 + occupations / len(share)))
    length = math.sqrt(sum(value * value for value in share.values()))
    ranked = sorted(share.items(), key=lambda entry: (-entry[1], entry[0]))[:most]
    weights = ((code, round(99 * value / length)) for code, value in ranked)
    return "\t".join([feature, str(telling), *(f"{code} {weight}" for code, weight in weights if weight)])


def main() -> None:
    """Write the table."""
    lines = list(derive(read_titles(Path(sys.argv[1]))))
    TABLE.write_text(_HEAD + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} features, {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
