"""Does a posting meet a search? Asked of its features by number, and of the posting where features cannot say it."""

from dataclasses import dataclass

from bot.matching.shown import Shown
from bot.model.constraints.base import Constraint, Subject


@dataclass(frozen=True, slots=True)
class Numbered:
    """The conditions of a search with numbers for its features; fields as in `Conditions`."""

    wanted: tuple[tuple[int, ...], ...] = ()
    unwanted: tuple[int, ...] = ()
    pay: Constraint | None = None
    rest: tuple[Constraint, ...] = ()

    def admits(self, shown: Shown, subject: Subject) -> bool:
        """Whether the posting, which shows these features, meets the conditions."""
        return (
            not any(shown.features.isdisjoint(group) for group in self.wanted)
            and (not self.unwanted or shown.features.isdisjoint(self.unwanted))
            and (self.pay is None or self.pay.admits(subject))
            and all(constraint.admits(subject) for constraint in self.rest)
        )
