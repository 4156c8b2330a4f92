"""Which names of skills are known? The tables of `lexicon/skills`, turned into one dictionary over words.

An entry is "Name|alias|alias", or "Name = alias|alias" where the name itself is no spelling to look for. `any_case`
matches in any case, `as_written` in these letters (in others only inside a list of skills), `asked` holds general
abilities that count only where they are asked for, and `ambiguous.toml` holds the names that are ordinary words too.
Hyphens, plurals and the spellings -ise and -ize are made here, so the tables need not list them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.parsing.lexicon.tables import folder, table

# A word with the signs that names of techniques use, or one single sign.
WORD = re.compile(r"\.net\b|[^\W_]+(?:\+\+|#|\+(?!\w))?|[^\w\s]", re.IGNORECASE)
_AMBIGUOUS = "ambiguous"
_TABLES_OF_SIGNS = frozenset({"signs", "never"})
_ACRONYM = re.compile(r"[A-Z]{3,}")
_PLURAL = re.compile(r"[a-z]{2}$")


class Trust(StrEnum):
    """What a mention of a name needs before it counts."""

    SURE = "any_case"
    WRITTEN = "as_written"
    ASKED = "asked"
    SIGNS = "signs"


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a skill; `kind` is its kind in the table of ambiguous names, "" for the others."""

    canonical: str
    written: str
    trust: Trust
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Names by their words in lower case, joined by blanks; and how many words those with this first word have."""

    by_words: dict[str, tuple[Name, ...]]
    lengths: dict[str, tuple[int, ...]]


@cache
def names() -> Names:
    """Every known name; the same words may name two skills ("accounts payable and receivable")."""
    found: dict[str, list[Name]] = {}
    lengths: dict[str, set[int]] = {}
    for name in _listed():
        for words in _spellings(name):
            known = found.setdefault(" ".join(words), [])
            if all((other.trust, other.canonical) != (name.trust, name.canonical) for other in known):
                known.append(name)
            lengths.setdefault(words[0], set()).add(len(words))
    order = (Trust.SIGNS, Trust.WRITTEN, Trust.SURE, Trust.ASKED)
    return Names(
        {words: tuple(sorted(known, key=lambda name: order.index(name.trust))) for words, known in found.items()},
        {first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()},
    )


def _listed() -> Iterator[Name]:
    for file in folder("skills"):
        for area, groups in table(file).items():
            if file.endswith(_AMBIGUOUS):
                if area not in _TABLES_OF_SIGNS:
                    yield from _entries(groups["names"], Trust.SIGNS, area)
            else:
                for trust, entries in groups.items():
                    yield from _entries(entries, Trust(trust), "")


def _entries(entries: list[str], trust: Trust, kind: str) -> Iterator[Name]:
    for entry in entries:
        canonical, marked, aliases = entry.partition(" = ")
        spellings = (aliases if marked else entry).split("|")
        canonical = canonical if marked else spellings[0]
        for written in spellings:
            yield Name(canonical, written, trust, kind)
            if trust in (Trust.SURE, Trust.WRITTEN) and _ACRONYM.fullmatch(written):
                yield Name(canonical, written + "s", Trust.WRITTEN)


def _spellings(name: Name) -> Iterator[tuple[str, ...]]:
    """The words of a name, with and without hyphens, in the plural, and in both national spellings."""
    low = name.written.lower()
    forms = {low}
    if name.trust in (Trust.SURE, Trust.ASKED):
        forms |= {_american(form) for form in forms}
        if len(low) > 4 and _PLURAL.search(low) and not low.endswith("s"):
            forms |= {form + "s" for form in forms}
        forms |= {form.replace(" ", "-") for form in forms if form.count(" ") == 1}
    forms |= {form.replace("-", " ") for form in forms if re.search(r"\w-\w", form)}
    for form in sorted(forms):
        yield tuple(match.group() for match in WORD.finditer(form))


def _american(form: str) -> str:
    return form.replace("isation", "ization").replace("ising", "izing").replace("modelling", "modeling")
