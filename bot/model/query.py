"""What is searched for? Constraints in canonical order, and what was corrected or left unread on the way."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.model.constraints.base import Constraint, Subject
from bot.model.constraints.words import Phrase, Words
from bot.model.results import Correction


@dataclass(frozen=True, slots=True)
class Query:
    """A search request: all constraints must hold; in canonical order, without repeats.

    `refused` says in one line why the typed line cannot be used; "" when it can.
    """

    typed: str
    constraints: tuple[Constraint, ...] = ()
    unread: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    refused: str = ""

    @property
    def reading(self) -> str:
        """The canonical query line: reading it again gives the same constraints."""
        return " ".join(constraint.written for constraint in self.constraints)

    @property
    def described(self) -> tuple[str, ...]:
        """Each constraint in words, in order."""
        return tuple(constraint.described for constraint in self.constraints)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every phrase that is wanted, in any field: what snippets mark."""
        return tuple(
            phrase
            for constraint in self.constraints
            if not constraint.excluded and isinstance(constraint.criterion, Words)
            for phrase in constraint.criterion.phrases
        )

    def without(self, constraints: Collection[Constraint]) -> "Query":
        """The query with these constraints taken out."""
        return replace(self, constraints=tuple(each for each in self.constraints if each not in constraints))

    def admits(self, subject: Subject) -> bool:
        """Whether the posting is a hit on that day: the plain definition that every index must agree with."""
        return all(constraint.admits(subject) for constraint in self.constraints)
