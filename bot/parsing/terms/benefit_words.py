"""Which kinds of benefit do words name? The table `lexicon/benefits.toml`, looked up.

`named` words tell a benefit anywhere; `listed` words only in a list of benefits. Leaves out whether a text offers it.
"""

from functools import cache, lru_cache

from bot.model.vocabulary import BenefitKind
from bot.parsing.lexicon.tables import table
from bot.parsing.terms.phrases import Phrase, Phrases, beginnings

_NONE = "none"
_Label = tuple[int, BenefitKind, bool]  # place in the table, kind, whether it tells a benefit anywhere


def benefit_words(text: str, start: int = 0, stop: int | None = None, *, listed: bool) -> list[Phrase[_Label]]:
    """The words of `text[start:stop]` that name a benefit, in order."""
    found = (each for each in _named_in(text[start:stop]) if listed or each.label[2])
    return [each.moved(start) for each in found] if start else list(found)


# A line is looked at as a whole, by its parts, and for the kind of each.
@lru_cache(maxsize=4096)
def _named_in(text: str) -> tuple[Phrase[_Label], ...]:
    return tuple(each for each in _phrases().find(text) if each.label[0] >= 0)


def kind_of(text: str, *, listed: bool = True) -> BenefitKind:
    """The kind of benefit that the words name; `OTHER` when the table knows none of them.

    >>> kind_of("Cycle to work scheme").value, kind_of("401k").value, kind_of("Nice people").value
    ('transport', 'retirement', 'other')
    >>> kind_of("Health and safety").value
    'other'
    """
    found = benefit_words(text, listed=listed)
    return (
        min((each.label for each in found), key=lambda label: (not label[2], label[0]))[1]
        if found
        else BenefitKind.OTHER
    )


def names_benefit(text: str, *, listed: bool = False) -> bool:
    """Whether the words name any benefit of the table.

    >>> names_benefit("a pension"), names_benefit("training"), names_benefit("training", listed=True)
    (True, False, True)
    """
    return bool(benefit_words(text, listed=listed))


def named_words() -> frozenset[str]:
    """The cue words of the phrases that tell a benefit anywhere."""
    kinds = (strengths for kind, strengths in table("benefits").items() if kind != _NONE)
    return beginnings(phrase for strengths in kinds for phrase in strengths["named"])


@cache
def _phrases() -> Phrases[_Label]:
    return Phrases(
        (_label(place, kind, strength), phrase)
        for place, (kind, strengths) in enumerate(table("benefits").items())
        for strength in ("named", "listed")
        for phrase in strengths.get(strength, [])
    )


def _label(place: int, kind: str, strength: str) -> _Label:
    if kind == _NONE:
        return (-1, BenefitKind.OTHER, False)
    return (place, BenefitKind(kind), strength == "named")
