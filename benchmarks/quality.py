"""How much of what pages state is read, and how much is invented? Precision and recall per field over gold pages.

    python -m benchmarks.quality [FOLDER ...] [--show FIELD]

A gold page is NAME.json with the plain values of the contract beside NAME.txt, or beside the page of that name in
`seeds/postings`; `posting` holds the one posting, `postings` the several of a page that has several.
Texts match when they are nearly the same words; other values match when they are equal.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from bot.intake.files import read_source
from bot.model.posting import Posting
from bot.parsing.page.several import split_postings
from bot.parsing.parse_posting import parse_posting
from tests.support.plain import plain, same

ROOT = Path(__file__).parents[1]
GOLD = (ROOT / "tests" / "gold" / "seeds", ROOT / "tests" / "gold" / "pages")
_ALIKE = 82.0


def main() -> None:
    """Print the table, and the differences of one field when asked."""
    options = argparse.ArgumentParser()
    options.add_argument("folders", nargs="*", type=Path, default=GOLD)
    options.add_argument("--show", default="")
    options.add_argument("--page", default="")
    arguments = options.parse_args()
    pages = [(page, gold) for page, gold in gold_pages(arguments.folders) if arguments.page in page.stem]
    print_table(measure(pages, show=arguments.show), len(pages))


def measure(pages: Iterable[tuple[Path, dict[str, Any]]], *, show: str = "") -> Counter[tuple[str, str]]:
    """Hits, misses, extra and invented values per field over the pages."""
    counts: Counter[tuple[str, str]] = Counter()
    for page, gold in pages:
        tally(page, gold, counts, show=show)
    return counts


def gold_pages(folders: Any) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every page with its gold reading, sorted by name."""
    for folder in folders:
        for path in sorted(Path(folder).glob("*.json")):
            page = path.with_suffix(".txt")
            yield (
                (page if page.exists() else ROOT / "seeds" / "postings" / page.name),
                json.loads(path.read_text("utf-8")),
            )


def tally(page: Path, gold: dict[str, Any], counts: Counter[tuple[str, str]], *, show: str) -> None:
    """Add one page's hits, misses and inventions to the counts."""
    readings = [parse_posting(part) for whole in read_source(str(page)) for part in split_postings(whole)]
    read = [reading.posting for reading in readings if reading.posting is not None]
    verdict = "hit" if bool(read) == gold["is_posting"] else "miss"
    counts["is_posting", verdict] += 1
    if verdict == "miss":
        print(f"{page.stem}: is_posting should be {gold['is_posting']} ({readings[0].reason})")
    expected = gold.get("postings") or [gold.get("posting") or {}]
    for wanted, got in zip_longest(expected, read):
        for field in Posting.model_fields:
            values = plain(getattr(got or Posting(), field))
            compare(page.stem, field, (wanted or {}).get(field), values, counts, show=show)


def compare(page: str, field: str, expected: Any, got: Any, counts: Counter[tuple[str, str]], *, show: str) -> None:
    """Match the expected with the read values of one field, each at most once."""
    wanted = _listed(expected)
    extra = []
    for value in _listed(got):
        twin = next((each for each in wanted if alike(field, each, value)), None)
        if twin is None:
            extra.append(value)
        else:
            wanted.remove(twin)
            counts[field, "hit"] += 1
    counts[field, "miss"] += len(wanted)
    counts[field, "extra"] += len(extra)
    if not _listed(expected) and extra:
        counts[field, "invented"] += 1
    if show in (field, "all") and (wanted or extra):
        print(f"{page}\n  missed {field}: {wanted}\n  extra  {field}: {extra}")


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def alike(field: str, expected: Any, got: Any) -> bool:
    """Whether two plain values say the same; texts may differ by a few characters."""
    if isinstance(expected, dict) and isinstance(got, dict):
        if field == "conflicts":
            return expected.get("field") == got.get("field")
        keys = set(expected) | set(got)
        texts = keys & {"text"}
        rest = keys - texts - {"amount", "years"}
        return all(alike(field, expected.get(key, ""), got.get(key, "")) for key in texts) and same(
            {key: expected.get(key) for key in rest}, {key: got.get(key) for key in rest}
        )
    if isinstance(expected, str) and isinstance(got, str):
        left, right = " ".join(expected.casefold().split()), " ".join(got.casefold().split())
        return left == right or ratio(left, right) >= _ALIKE
    return same(expected, got)


def score(counts: Counter[tuple[str, str]], field: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of one field."""
    hit, miss, extra = (counts[field, verdict] for verdict in ("hit", "miss", "extra"))
    precision, recall = hit / max(hit + extra, 1), hit / max(hit + miss, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def occurring(counts: Counter[tuple[str, str]]) -> list[str]:
    """The fields that the pages state or the reader claims."""
    return [field for field in Posting.model_fields if any(counts[field, each] for each in ("hit", "miss", "extra"))]


def macro_f1(counts: Counter[tuple[str, str]]) -> float:
    """The mean F1 over the fields that occur."""
    scores = [score(counts, field)[2] for field in occurring(counts)]
    return sum(scores) / max(len(scores), 1)


def invented(counts: Counter[tuple[str, str]]) -> int:
    """How often a page that states nothing of a field got a value of it."""
    return sum(number for (_, verdict), number in counts.items() if verdict == "invented")


def print_table(counts: Counter[tuple[str, str]], pages: int) -> None:
    """One row per field, then the means over the fields that occur."""
    print(f"{'field':18} {'prec':>6} {'recall':>6} {'F1':>6} {'hit':>5} {'miss':>5} {'extra':>5} {'invented':>8}")
    for field in ("is_posting", *occurring(counts)):
        precision, recall, f1 = score(counts, field)
        hit, miss, extra, made_up = (counts[field, verdict] for verdict in ("hit", "miss", "extra", "invented"))
        print(f"{field:18} {precision:6.2f} {recall:6.2f} {f1:6.2f} {hit:5} {miss:5} {extra:5} {made_up:8}")
    print(f"macro F1 {macro_f1(counts):.3f} over {pages} pages; fields invented: {invented(counts)}")


if __name__ == "__main__":
    main()
