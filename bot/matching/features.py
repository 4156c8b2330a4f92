"""What must a posting show so that a saved search is met? A query as features that are wanted and unwanted.

A feature is something that a posting has or lacks: a word in a field, a phrase, a beginning of a word, a stated value.
Whatever cannot be said with features (days, years, pay turned round) stays a constraint, judged as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NewType

from bot.model.constraints.base import Constraint
from bot.model.constraints.facts import Fact
from bot.model.constraints.figures import Pay
from bot.model.constraints.words import Phrase, Words
from bot.model.query import Query

SearchId = NewType("SearchId", int)


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that a posting has or lacks; `key` is the field as the query line names it, "" for any.

    `parts` are the stems of a phrase, or one word, or a stated value. A `strict` feature is absent where the posting
    is silent on the field; any other is present then. With no parts: the field is stated at all.
    """

    key: str
    parts: tuple[str, ...]
    prefix: bool = False
    strict: bool = True


@dataclass(frozen=True, slots=True)
class Conditions:
    """A query taken apart: of each group of `wanted` one feature is present, none of `unwanted` is.

    `pay` is the one figure that is compared with the top of the stated pay, not turned round; `rest` holds everything
    else that must admit the posting.
    """

    wanted: tuple[tuple[Feature, ...], ...] = ()
    unwanted: tuple[Feature, ...] = ()
    pay: Constraint | None = None
    rest: tuple[Constraint, ...] = ()


def conditions_of(query: Query) -> Conditions:
    """The conditions that admit exactly the postings which the query admits."""
    wanted: list[tuple[Feature, ...]] = []
    unwanted: list[Feature] = []
    pay: Constraint | None = None
    rest: list[Constraint] = []
    for constraint in query.constraints:
        features = tuple(_features(constraint))
        if isinstance(constraint.criterion, Pay) and not constraint.excluded and pay is None:
            pay = constraint
        elif not features:
            rest.append(constraint)
        elif constraint.excluded:
            unwanted += features
            if constraint.stated_only:
                wanted.append((Feature(constraint.criterion.key, ()),))
        else:
            wanted.append(features)
    return Conditions(tuple(wanted), tuple(unwanted), pay, tuple(rest))


def _features(constraint: Constraint) -> Iterator[Feature]:
    """The features of which one is wanted (or none, when excluded); none where features cannot say it."""
    criterion = constraint.criterion
    strict = constraint.excluded or not constraint.silence_passes
    if isinstance(criterion, Words):
        yield from (feature for phrase in criterion.phrases for feature in _phrase(criterion.key, phrase, strict))
    elif isinstance(criterion, Fact):
        yield from (Feature(criterion.key, (value,), strict=strict) for value in sorted(criterion.accepted))


def _phrase(key: str, phrase: Phrase, strict: bool) -> Iterator[Feature]:
    """The phrase and its other names, of which each is as good."""
    yield Feature(key, phrase.stems, prefix=phrase.prefix, strict=strict)
    if not phrase.prefix:
        yield from (Feature(key, name, strict=strict) for name in phrase.also)
