"""Which searches is an engine asked? Words that lead to one posting, words as people type them, typos, filters.

All are drawn from postings of the market by a seed; an engine never sees which posting was meant.
"""

import random
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from bot.model.stored import StoredPosting
from bot.text.tokens import terms

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_TYPO = 5
# What more of the postings say is no word by which somebody remembers one ("requirements").
_TELLING = 0.5
_MODES = ("remote", "hybrid", "onsite")


@dataclass(frozen=True, slots=True)
class Filters:
    """Values that a posting must state; None and 0 for any."""

    mode: str | None = None
    pay: int = 0


@dataclass(frozen=True, slots=True)
class Search:
    """Stems that must occur, what must be stated, and the posting that was meant; `phrase` if one behind the other."""

    stems: tuple[str, ...]
    meant: int
    filters: Filters = Filters()
    phrase: bool = False


def known_items(postings: Sequence[StoredPosting], number: int, *, seed: int) -> list[Search]:
    """What somebody types who has seen the posting: words of its title, its firm, and telling words of its text."""
    chance = random.Random(seed)
    held = Counter(stem for stored in postings for stem in set(_stems(stored.raw)))
    telling = {stem for stem, number in held.items() if number <= _TELLING * len(postings)}
    return [_known(chance, stored, telling) for stored in chance.choices(postings, k=number)]


def casual(postings: Sequence[StoredPosting], number: int, *, seed: int) -> list[Search]:
    """What most people type: the role, perhaps a skill, perhaps a place."""
    chance = random.Random(seed)
    return [_casual(chance, stored) for stored in chance.choices(postings, k=number)]


def filtered(searches: Sequence[Search], *, seed: int) -> list[Search]:
    """The same with a work mode, a least pay in GBP a year, or both."""
    chance = random.Random(seed)
    found = []
    for search in searches:
        kind = chance.randint(1, 3)
        mode = chance.choice(_MODES) if kind & 1 else None
        found.append(replace(search, filters=Filters(mode, chance.randrange(20, 80) * 1000 if kind & 2 else 0)))
    return found


def phrases(postings: Sequence[StoredPosting], number: int, *, seed: int) -> list[Search]:
    """Two words that stand together: the end of a title, of a firm's name, of a skill or of the text."""
    chance = random.Random(seed)
    found: list[Search] = []
    while len(found) < number:
        stored = chance.choice(postings)
        posting = stored.posting
        told = [found.value for found in (posting.title, posting.company, *posting.skills) if found]
        stems = tuple(_stems(chance.choice([*told, stored.raw]))[-2:])
        if len(stems) == 2:
            found.append(Search(stems, stored.id, phrase=True))
    return found


def mistyped(searches: Sequence[Search], *, seed: int) -> list[Search]:
    """The same with one or two words mistyped: a letter lost, added, replaced, or swapped with the next."""
    chance = random.Random(seed)
    return [replace(search, stems=_mistyped(chance, search.stems)) for search in searches]


def _known(chance: random.Random, stored: StoredPosting, telling: Container[str]) -> Search:
    posting = stored.posting
    title = _stems(posting.title.value if posting.title else "")
    firm = _stems(posting.company.value if posting.company else "")[:1]
    text = [stem for stem in _stems(stored.raw)[len(title) + 3 :] if len(stem) > 7 and stem in telling]
    stems = (*title[-2:], *firm, *chance.sample(text, min(2, len(text))))
    return Search(tuple(dict.fromkeys(stems)), stored.id)


def _casual(chance: random.Random, stored: StoredPosting) -> Search:
    posting = stored.posting
    stems = _stems(posting.title.value if posting.title else "")[-1:]
    if posting.skills and chance.random() < 0.5:
        stems += _stems(chance.choice(posting.skills).value)[:1]
    if posting.locations and chance.random() < 0.7:
        stems += _stems(posting.locations[0].value)[:1]
    return Search(tuple(dict.fromkeys(stems)), stored.id)


def _mistyped(chance: random.Random, stems: tuple[str, ...]) -> tuple[str, ...]:
    places = [place for place, stem in enumerate(stems) if len(stem) >= _SHORTEST_TYPO and stem.isalpha()]
    wrong = set(chance.sample(places, min(len(places), chance.randint(1, 2))))
    return tuple(_typo(chance, stem) if place in wrong else stem for place, stem in enumerate(stems))


def _typo(chance: random.Random, word: str) -> str:
    place = chance.randint(1, len(word) - 2)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[:place] + chance.choice(_LETTERS) + word[place:]
    if kind == 2:
        return word[:place] + chance.choice(_LETTERS) + word[place + 1 :]
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _stems(text: str) -> list[str]:
    return [stem for stem, _ in terms(text)]
