"""Where is it? A half-open range of code points in one text.

Leaves out what the range means and which text it belongs to: the holder knows both.
"""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range `start <= offset < stop`, in Unicode code points.

    >>> Span(2, 5).of("a quick test")
    'qui'
    >>> Span(0, 4).overlaps(Span(4, 6))
    False
    >>> Span(0, 4).covers(Span(1, 4))
    True
    """

    start: int
    stop: int

    def of(self, text: str) -> str:
        """The substring of `text` that the span names."""
        return text[self.start : self.stop]

    def overlaps(self, other: "Span") -> bool:
        """Whether both ranges share at least one code point."""
        return self.start < other.stop and other.start < self.stop

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.stop <= self.stop
