"""Does a posting meet a search? Asked of its features by number, and of the posting where features cannot say it."""

from collections.abc import Set
from dataclasses import dataclass

from bot.model.constraints.base import Constraint, Subject


@dataclass(frozen=True, slots=True)
class Numbered:
    """The conditions of a search with numbers for its features; fields as in `Conditions`."""

    wanted: tuple[tuple[int, ...], ...] = ()
    unwanted: tuple[int, ...] = ()
    pay: Constraint | None = None
    rest: tuple[Constraint, ...] = ()

    def admits(self, features: Set[int], subject: Subject) -> bool:
        """Whether the posting, which has these features, meets the conditions."""
        return (
            not any(features.isdisjoint(group) for group in self.wanted)
            and features.isdisjoint(self.unwanted)
            and (self.pay is None or self.pay.admits(subject))
            and all(constraint.admits(subject) for constraint in self.rest)
        )
