"""How well do searches for a title find other titles of the same work? Mean average precision over the hits in order.

`python -m benchmarks.titles [FOLDER]`: the rows of titles.tsv, the first title of each as the query and the others to
be found. With a folder of O*NET's text files also among titles of chance; and 105 occupations of which 26 titles each
were kept out of the table: one asks, 25 are to be found, and those of the other occupations stand in the way.
"""

import math
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from unittest.mock import patch

from benchmarks.occupations import derive, read_titles
from bot.model.evidence import Evidence, Found
from bot.model.posting import Posting, PostingId
from bot.model.stored import StoredPosting
from bot.search.engine.engine import Engine
from bot.search.index import Index, Look
from bot.search.occupations import Occupations
from bot.search.read_query import read_query
from bot.text.tokens import terms

ROWS = Path(__file__).parent / "titles.tsv"
_TITLES = 2619
_KEPT_OUT = 26
_OCCUPATIONS = 105
_TODAY = date(2027, 1, 4)


@dataclass(frozen=True, slots=True)
class Trial:
    """Queries and titles, each with the work that it belongs to; "" is nobody's."""

    queries: tuple[tuple[str, str], ...]
    titles: tuple[tuple[str, str], ...]


def everyday(others: Sequence[str]) -> Trial:
    """The rows of the table among other titles, which count as wrong whatever they are."""
    rows = [row.split("\t") for row in ROWS.read_text("utf-8").splitlines() if row[:1] != "#"]
    titles = [(title, row[0]) for row in rows for title in row[1:]]
    strangers = random.Random(3).sample(sorted(others), _TITLES - len(titles)) if others else []
    return Trial(tuple((row[0], row[0]) for row in rows), (*titles, *((title, "") for title in strangers)))


def kept_out(titles: dict[str, list[str]]) -> tuple[Trial, dict[str, list[str]]]:
    """A trial of titles that the table does not know, and the titles that are left for the table."""
    chance = random.Random(5)
    large = sorted(code for code in titles if len(titles[code]) >= 2 * _KEPT_OUT)
    queries, wanted, left = [], [], dict(titles)
    for code in sorted(chance.sample(large, _OCCUPATIONS)):
        mixed = list(titles[code])
        chance.shuffle(mixed)
        queries.append((mixed[0], code))
        wanted += [(title, code) for title in mixed[1:_KEPT_OUT]]
        left[code] = mixed[_KEPT_OUT:]
    return Trial(tuple(queries), tuple(wanted)), left


def mean_precision(trial: Trial, rank: Callable[[str], Iterable[int]]) -> float:
    """The mean over the queries of the average precision of the ranked places."""
    total = 0.0
    for query, work in trial.queries:
        hits, sum_ = 0, 0.0
        for number, place in enumerate(rank(query), 1):
            if trial.titles[place][1] == work:
                hits += 1
                sum_ += hits / number
        total += sum_ / sum(owner == work for _, owner in trial.titles)
    return total / len(trial.queries)


def searching(trial: Trial) -> Callable[[str], Iterable[int]]:
    """The search of rolecall over postings of a title alone."""
    postings = {number: _posting(number, title) for number, (title, _) in enumerate(trial.titles)}
    engine = Engine()
    for stored in postings.values():
        engine.add(stored)
    index = Index(engine, postings.__getitem__)
    look = Look(_TODAY, len(postings), columns=())
    return lambda query: (hit.posting for hit in index.search(read_query(query, index.vocabulary()), look).hits)


def plain_bm25(trial: Trial) -> Callable[[str], Iterable[int]]:
    """BM25 over the words of the titles, for comparison."""
    texts = [Counter(stem for stem, _ in terms(title)) for title, _ in trial.titles]
    held = Counter(stem for text in texts for stem in text)
    usual = sum(map(Counter.total, texts)) / len(texts)

    def score(stems: Sequence[str], text: Counter[str]) -> float:
        norm = 1.2 * (0.25 + 0.75 * text.total() / usual)
        return sum(
            math.log(1 + (len(texts) - held[stem] + 0.5) / (held[stem] + 0.5)) * text[stem] * 2.2 / (text[stem] + norm)
            for stem in stems
        )

    def rank(query: str) -> Iterable[int]:
        stems = [stem for stem, _ in terms(query)]
        scores = [score(stems, text) for text in texts]
        return (
            place for place in sorted(range(len(texts)), key=lambda place: (-scores[place], place)) if scores[place]
        )

    return rank


def _posting(number: int, title: str) -> StoredPosting:
    found = Found(value=title, evidence=(Evidence(start=0, stop=len(title), quote=title),), rule="title")
    received = datetime(2027, 1, 4, tzinfo=UTC)
    return StoredPosting(PostingId(number), "titles", received, "en", title, Posting(title=found))


def _report(name: str, trial: Trial) -> None:
    ours, plain = mean_precision(trial, searching(trial)), mean_precision(trial, plain_bm25(trial))
    print(f"{name}: {len(trial.queries)} queries, {len(trial.titles)} titles: MAP {ours:.3f} (BM25 {plain:.3f})")


def main() -> None:
    """Print the figures."""
    if len(sys.argv) < 2:
        _report("everyday titles alone", everyday([]))
        return
    titles = read_titles(Path(sys.argv[1]))
    everything = sorted({title for listed in titles.values() for title in listed})
    _report("everyday titles among O*NET's", everyday(everything))
    trial, left = kept_out(titles)
    with ExitStack() as patches:
        table = Occupations(derive(left))
        for module in ("bot.search.occupations", "bot.search.related", "bot.search.corrections"):
            patches.enter_context(patch(f"{module}.occupations", lambda: table))
        _report("titles kept out of the table", trial)


if __name__ == "__main__":
    main()
