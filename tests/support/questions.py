"""Tables of questions with what must come of them, asked of a library and judged.

A table is `tests/answers/questions*.toml`: `library` is "seeds", "pages" (`tests/answers/pages`) or "gold" (those of
`tests/gold/pages` that the table names under `pages`); each question has
`ask`, and as needed `posting`, `within`, `previous`; `status` is "answered" unless given. `says` are words that the
text or a quote must hold (a list within it: one of them), `lacks` words that the text must not, `quotes` words of the
evidence, `about` the postings of the answer.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.model.answer import Answer, Status
from bot.model.posting import PostingId
from bot.services.ask_question import ask
from bot.services.library import Library
from tests.support.library import library_of, seeded_library

FOLDER = Path(__file__).parents[1] / "answers"
_OPEN = (Status.NOT_STATED, Status.NOT_UNDERSTOOD)
GOLD = FOLDER.parent / "gold" / "pages"
PAGES = sorted((FOLDER / "pages").glob("*.txt"))


@dataclass(frozen=True, slots=True)
class Case:
    """One question of a table; `library` names the postings it is asked of."""

    table: str
    library: str
    entry: dict[str, Any]

    @property
    def kind(self) -> str:
        """The group that the report counts it in."""
        return str(self.entry.get("kind", "field"))

    @property
    def status(self) -> str:
        """What must come of it."""
        return str(self.entry.get("status", "answered"))

    def __str__(self) -> str:
        place = self.entry.get("posting") or self.entry.get("within") or "all"
        return f"{self.entry['ask']} ({self.library} {place})"


def cases() -> Iterator[Case]:
    """Every question of every table, in the order of the files."""
    for path in sorted(FOLDER.glob("questions*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        for entry in table["question"]:
            yield Case(path.stem, table.get("library", "seeds"), entry)


@cache
def library(name: str) -> Library:
    """The postings that a table asks about; the page at place NN has the number NN."""
    if name == "seeds":
        return seeded_library()
    return library_of(*(page.read_text("utf-8") for page in (PAGES if name == "pages" else gold_pages())))


def gold_pages() -> list[Path]:
    """The gold pages that the table over them names, in its order."""
    table = tomllib.loads((FOLDER / "questions_gold.toml").read_text("utf-8"))
    return [GOLD / f"{name}.txt" for name in table["pages"]]


def answered(case: Case) -> Answer:
    """What the library answers."""
    entry = case.entry
    posting, within = entry.get("posting"), entry.get("within")
    return ask(
        library(case.library),
        entry["ask"],
        posting=None if posting is None else PostingId(posting),
        within=None if within is None else [PostingId(number) for number in within],
        previous=entry.get("previous"),
    )


def faults(case: Case, answer: Answer) -> list[str]:
    """What is wrong with the answer; empty when it is right."""
    entry = case.entry
    said = "\n".join([answer.text, *(quotation.quote for quotation in answer.evidence)])
    found = [] if answer.status.value == case.status else [f"status {answer.status.value}, not {case.status}"]
    for words in entry.get("says", []):
        ways = [words] if isinstance(words, str) else words
        if not any(way in said for way in ways):
            found.append(f"does not say {' or '.join(ways)}")
    found += [f"says {words}" for words in entry.get("lacks", []) if words in answer.text]
    for words in entry.get("quotes", []):
        if not any(words in quotation.quote for quotation in answer.evidence):
            found.append(f"does not quote {words}")
    if "about" in entry and list(answer.postings) != entry["about"]:
        found.append(f"is about {list(answer.postings)}, not {entry['about']}")
    return found + list(misquoted(case, answer))


def misquoted(case: Case, answer: Answer) -> Iterator[str]:
    """Quotes that do not stand in their page, and claims without any."""
    for quotation in answer.evidence:
        raw = library(case.library).postings.get(quotation.posting).raw
        if raw[quotation.start : quotation.stop] != quotation.quote:
            yield f"misquotes {quotation.quote}"


def verdicts(case: Case, answer: Answer, wrong: list[str]) -> list[str]:
    """The columns that a question counts in."""
    found = ["asked", "wrong" if wrong else "right"]
    claims = answer.status not in _OPEN and case.status in _OPEN
    if wrong and (claims or any(fault.startswith("says ") for fault in wrong)):
        found.append("false claim")
    elif wrong and answer.status in _OPEN and case.status not in _OPEN:
        found.append("abstained")
    return found
