"""What is the reply to a question about postings, and which words prove it?"""

from enum import StrEnum

from pydantic import Field

from bot.model.evidence import Evidence, Value, is_none
from bot.model.posting import PostingId


class Status(StrEnum):
    """Whether the postings hold an answer."""

    ANSWERED = "answered"
    NOT_STATED = "not_stated"
    CONFLICT = "conflict"
    NOT_UNDERSTOOD = "not_understood"


class Quotation(Value):
    """Words of one stored posting: a range of its raw text and the slice, as in `Evidence`."""

    posting: PostingId
    start: int
    stop: int
    quote: str
    read: str | None = Field(default=None, exclude_if=is_none)

    @property
    def words(self) -> str:
        """The quote as a person reads it."""
        return self.quote if self.read is None else self.read

    @classmethod
    def of(cls, posting: PostingId, evidence: Evidence) -> "Quotation":
        """The same words, with the posting they stand in."""
        return cls(posting=posting, start=evidence.start, stop=evidence.stop, quote=evidence.quote, read=evidence.read)


class Answer(Value):
    """The reply to one question; `text` is plain, `evidence` is empty unless something is claimed.

    `reading` says how the question was understood; `postings` are the postings that the answer is about.
    """

    question: str
    reading: str
    status: Status
    text: str
    evidence: tuple[Quotation, ...] = ()
    postings: tuple[PostingId, ...] = ()
