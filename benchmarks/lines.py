"""How well are duties, what is required and what is wished for told apart, line by line, with and without headings?

    python -m benchmarks.lines [FILE] [--half 0|1] [--show N]

The lines are those of real adverts that their employer divided (`google_job_skills`, which is no part of the project:
without it nothing is measured). A page is the title and place with the lines in the employer's order. A line counts as
what most of its characters were read as. `--half` measures one half of the rows only: rules are drawn up on the other.
"""

import argparse
import csv
import random
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.model.posting import Posting
from bot.model.vocabulary import Strength
from bot.parsing.parse_posting import parse_posting

ROWS = Path(__file__).parents[2] / "shared" / "data" / "google_job_skills" / "job_skills_dev.csv"
_COLUMNS = {"duty": "Responsibilities", "must": "Minimum Qualifications", "nice": "Preferred Qualifications"}


@dataclass(frozen=True, slots=True)
class Advert:
    """One advert: its head, and its lines with what the employer says they are, in order."""

    head: str
    lines: tuple[tuple[str, str], ...]

    def page(self, *, headings: bool) -> str:
        """The advert as a page, with the employer's headings or with none."""
        parts, last = [self.head, ""], ""
        for kind, line in self.lines:
            if headings and kind != last:
                parts += ["", _COLUMNS[kind], ""]
            parts.append(line)
            last = kind
        return "\n".join(parts)


def adverts(path: Path, half: int | None = None) -> Iterator[Advert]:
    """The adverts of the file, or those of one half, which the checksum of the title tells."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            lines = tuple(
                (kind, " ".join(line.split()))
                for kind, column in _COLUMNS.items()
                for line in (row[column] or "").splitlines()
                if line.strip()
            )
            if lines and half in (None, zlib.crc32(row["Title"].encode()) % 2):
                yield Advert(f"{row['Title']}\n{row['Company']}\n{row['Location']}", lines)


def read_kinds(page: str, advert: Advert) -> list[str]:
    """What each line was read as: duty, must, nice or nothing."""
    posting = parse_posting(page).posting or Posting()
    taken = [(each.evidence[0].start, each.evidence[0].stop, "duty") for each in posting.responsibilities]
    for each in posting.requirements:
        kind = "must" if each.value.strength is Strength.MUST else "nice"
        taken.append((each.evidence[0].start, each.evidence[0].stop, kind))
    kinds, place = [], len(advert.head)
    for _, line in advert.lines:
        start = page.index(line, place)
        place = start + len(line)
        covered: Counter[str] = Counter()
        for begin, end, kind in taken:
            covered[kind] += max(0, min(end, place) - max(begin, start))
        best = max(covered, key=lambda kind: (covered[kind], kind), default="nothing")
        kinds.append(best if covered[best] * 2 >= len(line) else "nothing")
    return kinds


def main() -> None:
    """Print precision, recall and F1 per kind, with and without headings."""
    options = argparse.ArgumentParser()
    options.add_argument("file", nargs="?", type=Path, default=ROWS)
    options.add_argument("--half", type=int, choices=(0, 1))
    options.add_argument("--show", type=int, default=0, help="adverts to print that were read wrongly without headings")
    arguments = options.parse_args()
    if not arguments.file.exists():
        print("no divided adverts at hand")
        return
    rows = list(adverts(arguments.file, arguments.half))
    for headings in (True, False):
        counts = Counter[tuple[str, str]]()
        wrong = []
        for advert in rows:
            read = read_kinds(advert.page(headings=headings), advert)
            counts.update(zip((kind for kind, _ in advert.lines), read, strict=True))
            if read != [kind for kind, _ in advert.lines]:
                wrong.append((advert, read))
        print_table(counts, f"{len(rows)} adverts, {'with' if headings else 'without'} headings")
    for advert, read in random.Random(5).sample(wrong, min(arguments.show, len(wrong))):
        print(f"\n{advert.head}")
        for (kind, line), got in zip(advert.lines, read, strict=True):
            print(f"  {kind:5}{'' if kind == got else got:8} {line[:150]}")


def print_table(counts: Counter[tuple[str, str]], name: str) -> None:
    """One row per kind, and the mean of their F1."""
    scores = []
    print(name)
    for kind in _COLUMNS:
        hit = counts[kind, kind]
        read = sum(number for (_, got), number in counts.items() if got == kind)
        there = sum(number for (said, _), number in counts.items() if said == kind)
        scores.append(2 * hit / max(read + there, 1))
        confused = {got: counts[kind, got] for got in (*_COLUMNS, "nothing") if got != kind and counts[kind, got]}
        precision, recall = hit / max(read, 1), hit / max(there, 1)
        print(f"  {kind:6} precision {precision:.3f} recall {recall:.3f} F1 {scores[-1]:.3f} {confused}")
    print(f"  macro F1 {sum(scores) / len(scores):.4f}")


if __name__ == "__main__":
    main()
