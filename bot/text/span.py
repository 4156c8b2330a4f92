"""Where is it? A half-open range of code points in one text.

Leaves out what the range means and which text it belongs to: the holder knows both.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
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


class Covered:
    """The stretches of a text that some spans cover; asking and adding look at no more than their neighbours.

    >>> covered = Covered([Span(4, 9), Span(20, 30)])
    >>> covered.meets(Span(9, 20)), covered.meets(Span(0, 5)), covered.meets(Span(22, 23))
    (False, True, True)
    """

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts: list[int] = []
        self._stops: list[int] = []
        for span in spans:
            self.add(span)

    def meets(self, span: Span) -> bool:
        """Whether the span shares a code point with one of those added."""
        place = bisect_left(self._starts, span.stop)
        return place > 0 and self._stops[place - 1] > span.start

    def add(self, span: Span) -> None:
        """Cover the span as well."""
        first, behind = bisect_right(self._stops, span.start), bisect_left(self._starts, span.stop)
        start = min((span.start, *self._starts[first:behind]))
        stop = max((span.stop, *self._stops[first:behind]))
        self._starts[first:behind], self._stops[first:behind] = [start], [stop]
