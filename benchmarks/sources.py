"""How well are job boards' own data read? Precision and recall per field against what the JSON says, read independently.

python -m benchmarks.sources [FOLDER]   (default: ../shared/data/ats_samples; says so and stops where that is absent)

What a board states is looked up here by its own key names, one line for each board; nothing of the intake is used for that.
A field is compared only where the data states it: what the prose of an advert adds is not judged here.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.intake.pages import read_pages
from bot.model.posting import Posting
from bot.parsing.parse_posting import parse_posting

SAMPLES = Path(__file__).parents[2] / "shared" / "data" / "ats_samples"
Row = dict[str, Any]
_TYPES = {"fulltime": "full_time", "parttime": "part_time", "contract": "contract", "intern": "internship", "internship": "internship",
          "permanent": "permanent", "temporary": "temporary"}  # fmt: skip


def _day(value: object) -> str | None:
    if isinstance(value, int | float) and value > 1e9:
        return datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC).date().isoformat()
    match = re.match(r"\d{4}-\d\d-\d\d", str(value or ""))
    return match[0] if match else None


def _types(*values: object) -> list[str]:
    flat = [re.sub(r"[^a-z]", "", str(value).lower()) for value in values if value]
    return sorted(
        {kind for value in flat for word, kind in _TYPES.items() if value.startswith(word) or value.endswith(word)}
    )


def _mode(value: object) -> str | None:
    return {"remote": "remote", "hybrid": "hybrid", "onsite": "onsite"}.get(
        re.sub(r"[^a-z]", "", str(value or "").lower())
    )


def _pay(low: object, high: object, currency: object, period: object) -> tuple[float, float, object, str] | None:
    if not low or not high:
        return None
    unit = next((unit for unit in ("hour", "month", "year") if unit in str(period).lower()), "year")
    return float(str(low)), float(str(high)), currency, unit


def _ashby_pay(row: Row) -> tuple[float, float, object, str] | None:
    for part in (row.get("compensation") or {}).get("summaryComponents") or []:
        if part["compensationType"] == "Salary":
            return _pay(part["minValue"], part["maxValue"], part["currencyCode"], part["interval"])
    return None


# For each board: the key that only its postings have, and what their keys say.
BOARDS: dict[str, tuple[str, Callable[[Row], Row]]] = {
    "ashby": ("jobUrl", lambda r: {
        "title": r["title"].strip(), "locations": [r["location"], *(each["location"] for each in r.get("secondaryLocations") or [])],
        "work_mode": _mode(r.get("workplaceType")), "employment_type": _types(r.get("employmentType")),
        "posted": _day(r.get("publishedAt")), "salary": _ashby_pay(r), "team": r.get("department")}),
    "greenhouse": ("absolute_url", lambda r: {
        "title": r["title"].strip(), "company": (r.get("company_name") or "").strip(), "locations": [r["location"]["name"]],
        "posted": _day(r.get("first_published")), "updated": _day(r.get("updated_at"))}),
    "lever": ("hostedUrl", lambda r: {
        "title": r["text"], "locations": r["categories"].get("allLocations") or [r["categories"]["location"]],
        "work_mode": _mode(r.get("workplaceType")), "employment_type": _types(r["categories"].get("commitment")),
        "posted": _day(r.get("createdAt")), "salary": _pay(*(r.get("salaryRange", {}).get(key) for key in ("min", "max", "currency", "interval")))}),
    "recruitee": ("careers_url", lambda r: {
        "title": r["title"], "company": r["company_name"], "locations": [r["location"]], "posted": _day(r["published_at"]),
        "work_mode": "hybrid" if r.get("hybrid") else "remote" if r.get("remote") else None,
        "employment_type": _types(*str(r.get("employment_type_code")).split("_")),
        "salary": _pay(*(r["salary"].get(key) for key in ("min", "max", "currency", "period")))}),
    "arbeitnow": ("job_types", lambda r: {
        "title": r["title"], "company": r["company_name"], "locations": [r["location"]], "posted": _day(r["created_at"]),
        "employment_type": _types(*r["job_types"])}),
    "remotive": ("candidate_required_location", lambda r: {
        "title": r["title"], "company": r["company_name"], "locations": [r["candidate_required_location"]],
        "posted": _day(r["publication_date"]), "employment_type": _types(r["job_type"])}),
    "remoteok": ("epoch", lambda r: {"title": r["position"], "company": r["company"], "posted": _day(r["date"])}),
    "jobicy": ("jobTitle", lambda r: {
        "title": r["jobTitle"], "company": r["companyName"], "locations": [r["jobGeo"]], "posted": _day(r["pubDate"]),
        "employment_type": _types(*r["jobType"]),
        "salary": _pay(r.get("salaryMin"), r.get("salaryMax"), r.get("salaryCurrency"), r.get("salaryPeriod"))}),
    "workable": ("shortcode", lambda r: {
        "title": r["title"], "posted": _day(r.get("published_on")), "employment_type": _types(r.get("employment_type")),
        "work_mode": "remote" if r.get("telecommuting") else None}),
    "smartrecruiters": ("refNumber", lambda r: {
        "title": " ".join(r["name"].split()), "company": r["company"]["name"], "posted": _day(r["releasedDate"]),
        "employment_type": _types(r["typeOfEmployment"]["label"])}),
    "teamtailor": ("date_published", lambda r: {"title": r["title"], "posted": _day(r["date_published"])}),
    "pinpoint": ("compensation_minimum", lambda r: {
        "title": r["title"], "locations": [r["location"]["name"]], "work_mode": _mode(r["workplace_type"]), "deadline": _day(r.get("deadline_at")),
        "salary": _pay(*(r[f"compensation_{key}"] for key in ("minimum", "maximum", "currency", "frequency")))}),
    "eightfold": ("canonicalPositionUrl", lambda r: {"title": r["name"], "locations": r["locations"], "team": r["department"], "posted": _day(r["t_create"])}),
    "bamboohr": ("jobOpeningName", lambda r: {
        "title": r["jobOpeningName"], "team": r["departmentLabel"].strip(), "employment_type": _types(r["employmentStatusLabel"]),
        "locations": [f"{r['location']['city']}, {r['location']['state']}"] if r["location"]["city"] else []}),
    "rippling": ("workLocation", lambda r: {"title": r["name"], "team": r["department"]["label"], "locations": [r["workLocation"]["label"]]}),
    "freehire": ("public_slug", lambda r: {
        "title": r["title"], "company": r["company"], "locations": [r["location"]], "work_mode": _mode(r.get("work_mode")), "posted": _day(r["posted_at"])}),
}  # fmt: skip


def expected(file: Path) -> Iterator[Row]:
    """What the postings of a board's file state by its own keys; nothing where the board has no line above."""
    board = next((name for name in BOARDS if name in file.name), None)
    if board is not None:
        sign, read = BOARDS[board]
        yield from (read(row) for row in _rows(json.loads(file.read_text("utf-8"))) if sign in row)


def _rows(value: object) -> Iterator[Row]:
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _rows(child)


def read_file(file: Path) -> list[Posting]:
    """The postings that the intake and the rules read in a file."""
    raw = file.read_text("utf-8")
    readings = [parse_posting(page) for page in read_pages(raw, name=file.name)]
    return [reading.posting for reading in readings if reading.posting is not None]


def said(posting: Posting, field: str) -> object:
    """A field as it is compared: plain text, sorted lists, pay as four values."""
    found = posting.found(field)
    if field == "locations":
        return [each.value for each in found]
    if field == "employment_type":
        return sorted(str(each.value) for each in found)
    if field == "salary" and posting.salary is not None:
        pay = posting.salary.value
        return pay.min, pay.max, pay.currency, str(pay.period)
    return str(found[0].value) if found else None


def judge(file: Path, counts: dict[str, Counter[str]]) -> Iterator[str]:
    """Adds right, wrong and missed values of a file to the counts; a line for each that is not right."""
    rows, read = list(expected(file)), read_file(file)
    by_title = {said(posting, "title"): posting for posting in reversed(read)}
    for number, row in enumerate(rows):
        posting = read[number] if len(read) == len(rows) else by_title.get(row["title"])
        for field, value in row.items():
            if not value or value == ["Remote"]:  # a mode of work, which is a field of its own
                continue
            got = said(posting, field) if posting else None
            right = _alike(got, value)
            counts[field]["right" if right else "wrong" if got else "missed"] += 1
            if not right:
                yield f"{file.name}: {field}: {got!r} for {value!r}"


def _alike(got: object, value: object) -> bool:
    if isinstance(got, list) and isinstance(value, list) and value and not isinstance(value[0], str):
        return got == value
    if isinstance(got, list) and isinstance(value, list):
        return _parts(got) == _parts(value) or set(value) <= set(got)
    return got == value


def _parts(places: list[str]) -> set[str]:
    return {part.strip() for place in places for part in re.split(r"[;|]| / ", place)}


def main() -> None:
    """Print precision and recall per field, and what was not right."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    files = sorted(folder.glob("*.json"))
    if not files:
        print(f"no samples in {folder}; name the folder of a checkout that has them")
        return
    counts: dict[str, Counter[str]] = {}
    for field in (
        "title",
        "company",
        "team",
        "locations",
        "work_mode",
        "employment_type",
        "salary",
        "posted",
        "updated",
        "deadline",
    ):
        counts[field] = Counter()
    lines = [line for file in files for line in judge(file, counts)]
    print(f"{'field':16} {'stated':>7} {'precision':>10} {'recall':>7}")
    for field, seen in counts.items():
        read, stated = seen["right"] + seen["wrong"], sum(seen.values())
        print(f"{field:16} {stated:7} {seen['right'] / max(read, 1):10.3f} {seen['right'] / max(stated, 1):7.3f}")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
