"""How many questions are answered rightly, claimed falsely, or left open? Counted per kind over the tables.

    python -m benchmarks.answers [--show KIND] [--table NAME]

A false claim is an answer where the page is silent, or one that says what it must not; an abstention is silence, or a
question not understood, where the page answers.
"""

import argparse
from collections import Counter

from tests.support.questions import answered, cases, faults, verdicts


def main() -> None:
    """Print one row per kind, and the wrong answers of one kind (or of all) when asked."""
    options = argparse.ArgumentParser()
    options.add_argument("--show", default="")
    options.add_argument("--table", default="")
    arguments = options.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for case in cases():
        if arguments.table not in case.table:
            continue
        answer = answered(case)
        wrong = faults(case, answer)
        for verdict in verdicts(case, answer, wrong):
            counts[case.kind, verdict] += 1
            counts["all", verdict] += 1
        if wrong and arguments.show in (case.kind, "all"):
            print(f"{case}\n  {'; '.join(wrong)}\n  [{answer.reading}] {answer.text[:300]!r}")
    print_table(counts)


def print_table(counts: Counter[tuple[str, str]]) -> None:
    """One row per kind, the sum last."""
    print(f"{'kind':12} {'asked':>6} {'right':>6} {'share':>7} {'false claims':>13} {'abstained':>10}")
    kinds = sorted({kind for kind, _ in counts} - {"all"})
    for kind in [*kinds, "all"]:
        asked, right, false, silent = (counts[kind, name] for name in ("asked", "right", "false claim", "abstained"))
        print(f"{kind:12} {asked:6} {right:6} {100 * right / max(asked, 1):6.1f}% {false:13} {silent:10}")


if __name__ == "__main__":
    main()
