"""Saved searches in any number: the same ones every time, in the shapes that people save."""

import random
from collections.abc import Iterator, Sequence

from bot.matching.features import SearchId
from bot.model.constraints.base import Constraint
from bot.model.constraints.days import Day, Open
from bot.model.constraints.facts import Fact
from bot.model.constraints.figures import Pay, Years
from bot.model.constraints.words import Phrase, Words
from bot.model.query import Query
from bot.model.vocabulary import Period

_PAY = (
    (30_000, "GBP", Period.YEAR),
    (60_000, "EUR", Period.YEAR),
    (90_000, "USD", Period.YEAR),
    (25, "USD", Period.HOUR),
)
_FACTS = (
    ("mode", ("remote",)), ("mode", ("hybrid", "remote")), ("type", ("full_time",)), ("level", ("senior",)),
    ("type", ("part_time", "permanent")), ("benefit", ("pension",)), ("benefit", ("annual_leave", "health")),
    ("lang", ("german",)), ("visa", ("yes",)),
)  # fmt: skip
_REST = (
    Years(at_least=False, years=5), Day("posted", before=True, days=30), Day("deadline", before=True, days=60),
    Open(closed=False),
)  # fmt: skip
_FIELDS = ("", "title", "company")


def searches(
    number: int, words: Sequence[str], places: Sequence[str], *, seed: int, wordless: float = 0.03
) -> Iterator[tuple[SearchId, Query]]:
    """`number` searches over these words and places, the first of each the most frequent.

    `wordless` is the share of searches without a word, which a posting meets most easily.
    """
    chance = random.Random(seed)
    pick = _Zipf(words, chance), _Zipf(places, chance)
    for place in range(1, number + 1):
        yield SearchId(place), _query(*pick, chance, wordless)


class _Zipf:
    """Draws from a list, the n-th entry in proportion to 1 / (n + 20): nothing is wanted by more than a few percent."""

    def __init__(self, entries: Sequence[str], chance: random.Random) -> None:
        self._entries, self._chance = entries, chance
        total, self._sums = 0.0, []
        for place in range(len(entries)):
            total += 1 / (place + 20)
            self._sums.append(total)

    def draw(self) -> str:
        """One entry."""
        return self._chance.choices(self._entries, cum_weights=self._sums)[0]


def _query(word: _Zipf, place: _Zipf, chance: random.Random, wordless: float) -> Query:
    odds = chance.random
    constraints = [_words((word.draw(),)) for _ in range(chance.choices((0, 1, 2, 3), (wordless, 0.4, 0.45, 0.12))[0])]
    if odds() < 0.1:
        constraints.append(_words((word.draw(), word.draw())))
    if odds() < 0.05:
        constraints.append(Constraint(Words((Phrase("two words", (word.draw(), word.draw())),))))
    if odds() < 0.05:
        also = ((word.draw(),), (word.draw(), word.draw()))
        constraints.append(Constraint(Words((_phrase(word.draw(), also),)), excluded=odds() < 0.2))
    if odds() < 0.03:
        constraints.append(Constraint(Words((Phrase("begins", (word.draw()[:4],), prefix=True),))))
    if odds() < 0.7:
        place_wanted = Words((_phrase(place.draw()),), "in")
        constraints.append(Constraint(place_wanted, stated_only=odds() < 0.1, excluded=odds() < 0.05))
    if odds() < 0.3:
        usual, currency, period = chance.choice(_PAY)
        amount = round(usual * chance.uniform(0.7, 1.6), 2 if usual < 100 else -2)
        pay = Pay(odds() < 0.95, amount, currency if odds() < 0.9 else None, period if odds() < 0.9 else None)
        constraints.append(Constraint(pay, stated_only=odds() < 0.05))
    if odds() < 0.35:
        constraints.append(Constraint(Fact(*chance.choice(_FACTS)), excluded=odds() < 0.1, stated_only=odds() < 0.1))
    if odds() < 0.2:
        constraints.append(Constraint(Words((_phrase(word.draw()),), chance.choice(_FIELDS)), excluded=True))
    if odds() < 0.1:
        constraints.append(Constraint(chance.choice(_REST)))
    return Query("", tuple(dict.fromkeys(constraints)))


def _words(words: Sequence[str]) -> Constraint:
    return Constraint(Words(tuple(map(_phrase, dict.fromkeys(words)))))


def _phrase(word: str, also: tuple[tuple[str, ...], ...] = ()) -> Phrase:
    return Phrase(word, (word,), also=also)
