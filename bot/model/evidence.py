"""Which words prove a value? Evidence, and the value that carries it.

Leaves out how a value was found: `rule` names the rule, `bot.parsing` holds it.
"""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from bot.text.span import Span


class Value(BaseModel):
    """A frozen value without room for keys that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Value):
    """The half-open range `start <= i < stop` of code points in the raw text, and the slice that stands there."""

    start: int
    stop: int
    quote: str

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
        """The first words that prove the value."""
        return self.evidence[0].quote
