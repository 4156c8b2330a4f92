"""How much of what pages state is read, and how much is invented? Precision and recall per field over gold pages.

    python -m benchmarks.quality [FOLDER ...] [--show FIELD]

A gold page is NAME.json with the plain values of the contract beside NAME.txt, or beside the page of that name in
`seeds/postings`. Texts match when they are nearly the same words; other values match when they are equal.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from bot.model.posting import Posting
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
    counts: Counter[tuple[str, str]] = Counter()
    pages = 0
    for page, gold in gold_pages(arguments.folders):
        if arguments.page and arguments.page not in page.stem:
            continue
        pages += 1
        tally(page, gold, counts, show=arguments.show)
    print_table(counts, pages)


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
    if "postings" in gold:
        return
    reading = parse_posting(page.read_text("utf-8"))
    verdict = "hit" if (reading.posting is not None) == gold["is_posting"] else "miss"
    counts["is_posting", verdict] += 1
    if verdict == "miss":
        print(f"{page.stem}: is_posting should be {gold['is_posting']} ({reading.reason})")
    expected = gold.get("posting", {}) if gold["is_posting"] else {}
    read = reading.posting or Posting()
    for field in Posting.model_fields:
        compare(page.stem, field, expected.get(field), plain(getattr(read, field)), counts, show=show)


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


def print_table(counts: Counter[tuple[str, str]], pages: int) -> None:
    """One row per field, then the means over the fields that occur."""
    print(f"{'field':18} {'prec':>6} {'recall':>6} {'F1':>6} {'hit':>5} {'miss':>5} {'extra':>5} {'invented':>8}")
    scores = []
    for field in ("is_posting", *Posting.model_fields):
        hit, miss, extra = (counts[field, verdict] for verdict in ("hit", "miss", "extra"))
        if not hit + miss + extra:
            continue
        precision, recall = hit / max(hit + extra, 1), hit / max(hit + miss, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        if field != "is_posting":
            scores.append(f1)
        invented = counts[field, "invented"]
        print(f"{field:18} {precision:6.2f} {recall:6.2f} {f1:6.2f} {hit:5} {miss:5} {extra:5} {invented:8}")
    invented = sum(number for (_, verdict), number in counts.items() if verdict == "invented")
    print(f"macro F1 {sum(scores) / max(len(scores), 1):.3f} over {pages} pages; fields invented: {invented}")


if __name__ == "__main__":
    main()
