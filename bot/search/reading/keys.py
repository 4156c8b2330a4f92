"""Which keys does the query language have, and what may stand behind each? One row a key; README shows the table.

A value that no key takes is refused with the ones that it does take: nothing is ignored silently.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.model.constraints.base import Criterion
from bot.model.constraints.facts import Fact
from bot.model.constraints.words import Phrase, Words
from bot.model.languages import language_named
from bot.search.reading import figures
from bot.search.reading.pieces import Item, Piece
from bot.search.reading.refusal import Refusal
from bot.search.reading.terms import evened, same_places, spellings
from bot.search.reading.wording import phrase_of
from bot.text.tokens import fold

_FARTHEST = 2


@dataclass(frozen=True, slots=True)
class Key:
    """A key with its other names, and how its values are read; `example` and `summary` stand in README."""

    name: str
    others: str
    example: str
    summary: str
    read: Callable[[Piece], tuple[Criterion, ...] | Refusal]
    excludable: bool = True


def _words(key: str) -> Callable[[Piece], tuple[Criterion, ...] | Refusal]:
    def read(piece: Piece) -> tuple[Criterion, ...] | Refusal:
        phrases = tuple(found for item in piece.items if (found := phrase_behind(key, item)))
        if piece.sense != ":" or not phrases:
            return Refusal(f"`{key}:` needs words behind it, such as {key}:{_SAMPLES[key]}")
        return (words_of(phrases, key),)

    return read


_SAMPLES = {"title": "nurse", "company": "acme", "in": "london", "skill": "rust", "edu": "bachelor", "source": "seeds"}


def phrase_behind(key: str, item: Item) -> Phrase | None:
    """The phrase that an item names behind a key of words ("" for none); a place with its other names."""
    phrase = phrase_of(item)
    if phrase is None or key != "in" or phrase.pinned:
        return phrase
    return phrase_of(item, also=same_places().get(phrase.written, ()))


def words_of(phrases: tuple[Phrase, ...], key: str = "") -> Words:
    """The phrases in canonical order, each once."""
    if len(phrases) == 1:
        return Words(phrases, key)
    return Words(tuple(sorted(dict.fromkeys(phrases), key=lambda phrase: phrase.canonical)), key)


def _fact(key: str, *more: str) -> Callable[[Piece], tuple[Criterion, ...] | Refusal]:
    def read(piece: Piece) -> tuple[Criterion, ...] | Refusal:
        known = _known(key, *more)
        values = {known.get(evened(fold(item.text))) for item in piece.items if item.text}
        if piece.sense != ":" or not values or None in values:
            return _no_value(key, piece, known)
        return (Fact(key, tuple(sorted(value for value in values if value))),)

    return read


@cache
def _known(*tables: str) -> Mapping[str, str]:
    """The values by every spelling of some tables."""
    return {name: value for table in tables for name, value in spellings(table).items()}


def _no_value(key: str, piece: Piece, known: Mapping[str, str]) -> Refusal:
    wrong = next((item.text for item in piece.items if item.text and evened(fold(item.text)) not in known), "")
    values = list(dict.fromkeys(known.values()))
    if not wrong:
        return Refusal(f"`{key}:` needs one of {', '.join(values)}")
    near = process.extractOne(evened(fold(wrong)), list(known), scorer=OSA.distance, score_cutoff=_FARTHEST)
    hint = f"did you mean `{key}:{known[near[0]]}`?" if near else f"it takes {', '.join(values)}"
    return Refusal(f"`{key}:` does not know “{wrong[:40]}”; {hint}")


def _language(piece: Piece) -> tuple[Criterion, ...] | Refusal:
    named = {item.text: language_named(item.text) for item in piece.items if item.text}
    wrong = next((text for text, language in named.items() if language is None), None)
    if piece.sense != ":" or not named or wrong is not None:
        return Refusal(f"`lang:` does not know “{(wrong or '')[:40]}”; it takes languages such as german or dutch")
    return (Fact("lang", tuple(sorted({language.lower() for language in named.values() if language}))),)


KEYS = (
    Key("title", "role position job", "title:nurse", "words of the title", _words("title")),
    Key("company", "employer firm org organisation at", 'company:"deutsche bank"', "the employer", _words("company")),
    Key("in", "place location loc city country near where", "in:london,paris", "a place; known names of one place find each other", _words("in")),
    Key("mode", "work work_mode workmode", "mode:hybrid,remote", "onsite, hybrid or remote", _fact("mode")),
    Key("type", "employment contract employment_type", "type:full_time", "full_time, part_time, permanent, fixed_term, contract, temporary, casual, internship, apprenticeship or volunteer", _fact("type", "type_values")),
    Key("level", "seniority grade", "level:senior,lead", "intern to executive", _fact("level")),
    Key("exp", "experience years", "exp<=5", "years of experience asked for, the lower end", figures.read_years, excludable=False),
    Key("pay", "salary wage compensation gehalt salaire salaris salario", "pay>=60k GBP/year", "the top of the stated pay; currency and period as printed, nothing converted", figures.read_pay, excludable=False),
    Key("skill", "skills tech stack", "skill:rust", "a skill the page names", _words("skill")),
    Key("benefit", "benefits perk perks offers", "benefit:pension", "something offered: pension, health, annual_leave, bonus, …", _fact("benefit")),
    Key("edu", "education degree", "edu:bachelor", "words of the education asked for", _words("edu")),
    Key("lang", "language languages speaks", "lang:german", "a language asked for", _language),
    Key("visa", "sponsorship sponsor", "visa:yes", "sponsorship: yes, no or case_by_case", _fact("visa")),
    Key("posted", "date published age since", "posted<30d", "posted within days (weeks, months), or before or after a date", figures.read_day("posted"), excludable=False),
    Key("deadline", "closes closing apply_by until", "deadline<14d", "closes within days, or before or after a date", figures.read_day("deadline"), excludable=False),
    Key("open", "is", "open:yes", "not closed, deadline not past", figures.read_open(closed=False), excludable=False),
    Key("closed", "", "closed:yes", "the page says that it is closed", figures.read_open(closed=True), excludable=False),
    Key("source", "site url file", "source:seeds", "words of the file or address it came from", _words("source")),
)  # fmt: skip
_BY_NAME = {name: key for key in KEYS for name in (key.name, *key.others.split())}
ORDER = {key.name: number for number, key in enumerate(KEYS, start=1)}


def key_named(name: str) -> Key | Refusal:
    """The key with this name or other name, or the refusal that suggests the nearest one."""
    low = fold(name)
    if low in _BY_NAME:
        return _BY_NAME[low]
    near = process.extractOne(low, list(_BY_NAME), scorer=OSA.distance, score_cutoff=_FARTHEST)
    if near:
        return Refusal(f"unknown key `{name}:`; did you mean `{_BY_NAME[near[0]].name}`?")
    return Refusal(f"unknown key `{name}:`; the keys are {', '.join(key.name for key in KEYS)}")
