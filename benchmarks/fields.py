"""How often is a field read exactly as short strings from elsewhere expect it? Positives and traps apart.

    python -m benchmarks.fields [FIELD] [--show]

The strings lie in `../shared/data/field_cases`; without that folder there is nothing to measure. Where the source
project's policy differs from the contract, the case is translated here: amounts by the hour are cents there, a
single figure has no upper end, periods are guessed, and permanent counts as full time.
"""

import argparse
import html
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bot.parsing.parse_posting import FIELDS, read_document
from tests.support.plain import plain

CASES = Path(__file__).parents[2] / "shared" / "data" / "field_cases"
_TAG = re.compile(r"<(?:br|/p|/li|/div)[^>]*>|<[^>]+>")
_PERIOD = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}


def main() -> None:
    """Print the rate of exact matches per field."""
    options = argparse.ArgumentParser()
    options.add_argument("field", nargs="?", default="")
    options.add_argument("--show", action="store_true")
    arguments = options.parse_args()
    if not CASES.exists():
        print("no field cases at hand")
        return
    for name, measure in _MEASURES.items():
        if arguments.field in ("", name):
            _report(name, measure, show=arguments.show)


def _report(name: str, measure: Callable[[dict[str, Any]], tuple[Any, Any]], *, show: bool) -> None:
    right, total = {True: 0, False: 0}, {True: 0, False: 0}
    for case in _cases(name):
        expected, got = measure(case)
        positive = bool(expected)
        total[positive] += 1
        right[positive] += expected == got
        if show and expected != got:
            print(f"  {_text(case['input'])[:150]!r}\n    expected {expected}\n    got      {got}")
    print(f"{name:18} read {right[True]:3} of {total[True]:3}   traps kept out {right[False]:3} of {total[False]:3}")


def _cases(name: str) -> Iterator[dict[str, Any]]:
    for line in (CASES / f"{name}.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        if not case.get("not_ours") and case["input"] is not None:
            yield case


def _text(value: str | list[str]) -> str:
    """The string without its markup, list items as lines."""
    if isinstance(value, list):
        return "\n".join(value)
    return html.unescape(
        _TAG.sub(lambda tag: "\n" if tag[0][:3] in ("<br", "</p", "</l", "</d") else "", value)
    ).strip()


def _values(field: str, text: str) -> list[Any]:
    value = plain(FIELDS[field](read_document(text)))
    return value if isinstance(value, list) else [] if value is None else [value]


def _salary(case: dict[str, Any]) -> tuple[Any, Any]:
    """Amounts alone: currency and period are stated in the page's words here and guessed there."""
    expected = case["expected"] if isinstance(case["expected"], list) else [case["expected"]] * bool(case["expected"])
    wanted = expected and _amounts(expected[0], cents=bool(case.get("source_test")))
    got = _values("salary", _text(case["input"]))
    read = got and sorted({int(each) for key in ("min", "max") if (each := got[0].get(key)) is not None})
    return wanted, read


def _amounts(expected: dict[str, Any], *, cents: bool) -> list[int]:
    scale = 100 if cents and expected["period"] == "hourly" else 1
    return sorted({int(expected[key] / scale) for key in ("min", "max") if expected[key] is not None})


def _experience(case: dict[str, Any]) -> tuple[Any, Any]:
    expected = case["expected"] and {key: value for key, value in case["expected"].items() if value is not None}
    got = _values("experience", _text(case["input"]))
    return expected, got[0] if got else None


def _employment_type(case: dict[str, Any]) -> tuple[Any, Any]:
    """Sets, for the source has one word: apprenticeships are internships there, temporary is contract work."""
    said = set(_values("employment_type", f"Employment type: {case['input']}"))
    alike = {
        "internship": {"internship", "apprenticeship"},
        "contract": {"contract", "temporary", "fixed_term"},
        "part_time": {"part_time", "casual"},
    }
    expected = case["expected"]
    if expected == "full_or_part":
        return True, {"full_time", "part_time"} <= said
    return bool(expected), bool(said & alike.get(expected, {expected}) if expected else said)


def _work_mode(case: dict[str, Any]) -> tuple[Any, Any]:
    got = _values("work_mode", f"Workplace type: {case['input']}")
    return case["expected"], got[0] if got else None


def _locations(case: dict[str, Any]) -> tuple[Any, Any]:
    """Whether any place is read: the contract quotes places as stated, the source looks them up."""
    text = "\n".join(f"Location: {each}" for each in case["input"])
    return any(each["name"] for each in case["expected"]), bool(_values("locations", text))


_MEASURES: dict[str, Callable[[dict[str, Any]], tuple[Any, Any]]] = {
    "salary": _salary,
    "salary_extra": _salary,
    "experience_years": _experience,
    "employment_type": _employment_type,
    "workplace_type": _work_mode,
    "location": _locations,
}

if __name__ == "__main__":
    main()
