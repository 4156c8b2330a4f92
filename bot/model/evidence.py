"""Which words prove a value? Evidence, and the value that carries it.

Leaves out how a value was found: `rule` names the rule, `bot.parsing` holds it.
"""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from bot.text.span import Span


class Value(BaseModel):
    """A frozen value without room for keys that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def is_none(value: object) -> bool:
    """Whether a key is left out of what is printed and stored."""
    return value is None


class Evidence(Value):
    """The half-open range `start <= i < stop` of code points in the raw text, and the slice that stands there.

    `read` is what the slice says once markup and escapes are decoded; None where that is the quote itself.
    """

    start: int
    stop: int
    quote: str
    read: str | None = Field(default=None, exclude_if=is_none)

    @classmethod
    def of(cls, raw: str, span: Span, words: str) -> "Evidence":
        """The slice of `raw` at `span`, which reads as `words`."""
        quote = span.of(raw)
        return cls(start=span.start, stop=span.stop, quote=quote, read=None if words == quote else words)

    @property
    def words(self) -> str:
        """The quote as a person reads it."""
        return self.quote if self.read is None else self.read

    @property
    def span(self) -> Span:
        """The range without the words."""
        return Span(self.start, self.stop)


T = TypeVar("T", covariant=True)


class Found(Value, Generic[T]):
    """A value that a posting states, with the words that prove it; `evidence` is never empty."""

    value: T
    evidence: tuple[Evidence, ...]
    rule: str

    @property
    def quote(self) -> str:
        """The first slice that proves the value."""
        return self.evidence[0].quote

    @property
    def words(self) -> str:
        """The words that prove the value, as a person reads them: the first, or all of one value that stands apart."""
        return self.evidence[0].words
