"""What may an answer draw on? The postings in scope, the one in focus, the results shown last, the question before.

A posting is fetched when an answer needs it, so that a question about one costs the same among many.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answers.many.corpus import Corpus
from bot.answers.names import Names, SeenNames
from bot.model.evidence import Evidence, Found
from bot.model.posting import PostingId
from bot.model.stored import StoredPosting


@dataclass(frozen=True, slots=True)
class Scope:
    """The postings that a question may be about, by their names; `focus` is one of them or None.

    `fetch` gives one posting, or None for a number that is not stored; `holding` the numbers of the postings that hold
    every one of some stems. `corpus` answers for very many postings at once, None where there are few.
    """

    names: Names | SeenNames
    fetch: Callable[[PostingId], StoredPosting | None]
    holding: Callable[[Sequence[str]], Sequence[PostingId]]
    focus: PostingId | None = None
    results: tuple[PostingId, ...] = ()
    previous: str | None = None
    corpus: Corpus | None = None

    def find(self, posting: PostingId) -> StoredPosting | None:
        """The posting with this number when it is in scope, else None."""
        return self.fetch(posting) if posting in self.names else None

    def all(self) -> tuple[StoredPosting, ...]:
        """Every posting in scope, in the order of their numbers."""
        return tuple(stored for number in self.names.ids() if (stored := self.fetch(number)))

    def only(self) -> StoredPosting | None:
        """The posting in scope when there is no other, else None."""
        return self.fetch(self.names.ids()[0]) if len(self.names) == 1 else None


def proofs(found: Sequence[Found[object]]) -> tuple[Evidence, ...]:
    """The first words that prove each value."""
    return tuple(each.evidence[0] for each in found)
