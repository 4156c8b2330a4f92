"""Example tables per field: texts that must yield a value, texts that must not, and known gaps.

A table is `tests/corpus/<field>.toml` with `[[accept]]`, `[[reject]]` and `[[gap]]` entries. `text` is a small page,
`⟦…⟧` in it marks the words that prove the value, `value` is the value as the command line prints it (keys left
out are null; without it the marked words are the value), `source` says where the example came from, when it is
not our own, and `reason` why a gap is one.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "corpus"
_MARKED = re.compile("⟦([^⟧]*)⟧")


@dataclass(frozen=True, slots=True)
class Example:
    """One text with the value expected of it; `quotes` are the marked words, in order."""

    field: str
    verdict: str
    text: str
    quotes: tuple[str, ...]
    value: Any
    reason: str

    def __str__(self) -> str:
        return f"{self.field}-{self.verdict}-{' '.join(self.text.split())[:60]}"


def examples(field: str) -> Iterator[Example]:
    """Every example of one field's table, in the order of the file."""
    tables = tomllib.loads((CORPUS / f"{field}.toml").read_text("utf-8"))
    for verdict in ("accept", "reject", "gap"):
        for entry in tables.get(verdict, []):
            text = entry["text"]
            marked = tuple(_MARKED.findall(text))
            yield Example(
                field,
                verdict,
                _MARKED.sub(r"\1", text),
                marked,
                entry.get("value", list(marked)),
                entry.get("reason", ""),
            )


def corpus_fields() -> tuple[str, ...]:
    """The fields that have a table, sorted."""
    return tuple(sorted(path.stem for path in CORPUS.glob("*.toml")))
