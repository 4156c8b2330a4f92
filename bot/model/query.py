"""What is searched for? Words that must occur, words that must not, and how each was read."""

from dataclasses import dataclass

from bot.model.results import Correction


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition: the stems must stand next to each other in a posting, or nowhere in it when `excluded`.

    `written` is the canonical spelling in the query line. A single word is a phrase of one.
    """

    written: str
    stems: tuple[str, ...]
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A search request in canonical order: wanted clauses, then excluded ones, each kind in alphabetical order."""

    typed: str
    clauses: tuple[Clause, ...] = ()
    unread: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def wanted(self) -> tuple[Clause, ...]:
        """The clauses that must hold."""
        return tuple(clause for clause in self.clauses if not clause.excluded)

    @property
    def unwanted(self) -> tuple[Clause, ...]:
        """The clauses that must not hold."""
        return tuple(clause for clause in self.clauses if clause.excluded)

    @property
    def reading(self) -> str:
        """The canonical query line: reading it again gives the same clauses."""
        return " ".join(clause.written for clause in self.clauses)
