"""What does a responder hand back? A sentence with its proofs, before it becomes an answer to a given question."""

from dataclasses import dataclass

from bot.model.answer import Answer, Quotation, Status
from bot.model.evidence import Evidence
from bot.model.posting import PostingId
from bot.model.stored import StoredPosting


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement with the words that prove it and the postings it is about; `many` when all were looked through."""

    status: Status
    text: str
    proofs: tuple[Quotation, ...] = ()
    postings: tuple[PostingId, ...] = ()
    many: bool = False

    def answer(self, question: str, reading: str) -> Answer:
        """The answer to a question that was understood as `reading`."""
        return Answer(
            question=question,
            reading=reading,
            status=self.status,
            text=self.text,
            evidence=self.proofs,
            postings=self.postings,
        )


def stated(stored: StoredPosting, text: str, evidence: tuple[Evidence, ...]) -> Draft:
    """An answer about one posting, with its proofs."""
    return Draft(Status.ANSWERED, text, quoted(stored, evidence), (stored.id,))


def silent(stored: StoredPosting, text: str, near: tuple[Evidence, ...] = ()) -> Draft:
    """The posting says nothing; `near` are the words of a near miss that the text names as one."""
    return Draft(Status.NOT_STATED, text, quoted(stored, near), (stored.id,))


def quoted(stored: StoredPosting, evidence: tuple[Evidence, ...]) -> tuple[Quotation, ...]:
    """The evidence with the posting it stands in, each range once, in the order given."""
    unique = dict.fromkeys((each.start, each.stop) for each in evidence)
    by_span = {(each.start, each.stop): each for each in evidence}
    return tuple(Quotation.of(stored.id, by_span[span]) for span in unique)
