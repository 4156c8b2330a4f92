"""What may an answer draw on? The postings in scope, the one in focus, the results shown last, the question before."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.evidence import Evidence, Found
from bot.model.posting import PostingId
from bot.model.stored import StoredPosting


@dataclass(frozen=True, slots=True)
class Scope:
    """The postings that a question may be about, in the order of their numbers; `focus` is one of them or None."""

    postings: Sequence[StoredPosting]
    focus: PostingId | None = None
    results: tuple[PostingId, ...] = ()
    previous: str | None = None

    def find(self, posting: PostingId) -> StoredPosting | None:
        """The posting with this number when it is in scope, else None."""
        return next((stored for stored in self.postings if stored.id == posting), None)


def proofs(found: Sequence[Found[object]]) -> tuple[Evidence, ...]:
    """The first words that prove each value."""
    return tuple(each.evidence[0] for each in found)
