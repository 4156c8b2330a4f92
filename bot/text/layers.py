"""Which place of a file does each character of a decoded text stand for?

Sources are decoded in layers (string escapes, then tags and entities, then spelling made uniform); each layer is a text
with a table of runs into the text below it, and tables compose, so that every range of the topmost text leads back to
the file. Leaves out how anything is decoded.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bot.text.span import Span

# Pieces of one value that stand further apart than this in the file prove it one by one, not by all that is between.
_APART = 200
_NEAR = 20


class Run(NamedTuple):
    """Text from `at` to the next run stands for `start <= i < stop` below: letter for letter when lengths are equal."""

    at: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Layer:
    """A text with its places in `raw`; without runs the text *is* `raw`. Runs are in the order of the text.

    >>> page = Weaver("<b>R&amp;D</b> lead")
    >>> page.copy(3, 4); page.put("&", 4, 9); page.copy(9, 10); page.copy(14, 19)
    >>> layer = page.woven()
    >>> layer.text, layer.span(0, 3).of(layer.raw)
    ('R&D lead', 'R&amp;D')
    """

    raw: str
    text: str
    runs: tuple[Run, ...] = ()

    def pieces(self, start: int, stop: int) -> Iterator[tuple[int, int, Span]]:
        """The text range run by run, each with the range of `raw` behind it; nothing when it is empty."""
        if start >= stop:
            return
        if not self.runs:
            yield start, stop, Span(start, stop)
            return
        for number in range(max(bisect_right(self.runs, start, key=_at) - 1, 0), len(self.runs)):
            run = self.runs[number]
            if run.at >= stop:
                return
            end = self.runs[number + 1].at if number + 1 < len(self.runs) else len(self.text)
            first, last = max(start, run.at), min(stop, end)
            if end - run.at == run.stop - run.start:
                yield first, last, Span(run.start + first - run.at, run.start + last - run.at)
            else:
                yield first, last, Span(run.start, run.stop)

    def spans(self, start: int, stop: int) -> tuple[Span, ...]:
        """The ranges of `raw` that prove the text range, in text order; pieces close to each other are one range."""
        found: list[Span] = []
        for _, _, piece in self.pieces(start, stop):
            last = found[-1] if found else None
            if last is not None and piece.start - last.stop <= _APART and last.start - piece.stop <= _APART:
                found[-1] = Span(min(last.start, piece.start), max(last.stop, piece.stop))
            else:
                found.append(piece)
        return tuple(found) or (self._anchor(start),)

    def span(self, start: int, stop: int) -> Span:
        """The one range of `raw` that holds all of the text range."""
        found = self.spans(start, stop)
        return Span(min(span.start for span in found), max(span.stop for span in found))

    def _anchor(self, at: int) -> Span:
        """The empty range of `raw` that an empty range of the text stands at."""
        if not self.runs:
            place = min(at, len(self.raw))
        else:
            after = next(self.pieces(at, at + 1), None) if at < len(self.text) else None
            place = after[2].start if after else self.runs[-1].stop
        return Span(place, place)

    def over(self, below: "Layer") -> "Layer":
        """This layer, whose raw text is the text of `below`, as a layer over the raw text of `below`."""
        if not below.runs:
            return Layer(below.raw, self.text, self.runs)
        weaver = Weaver(below.raw)
        for start, stop, piece in self.pieces(0, len(self.text)):
            if self.text[start:stop] == below.text[piece.start : piece.stop]:
                weaver.lay(below, piece.start, piece.stop)
            else:
                place = below.span(piece.start, piece.stop)
                weaver.put(self.text[start:stop], place.start, place.stop)
        return weaver.woven()

    def cut(self, start: int, stop: int) -> "Layer":
        """The layer of `start <= i < stop` of the text alone."""
        weaver = Weaver(self.raw)
        weaver.lay(self, start, stop)
        return weaver.woven()

    def within(self, part: Span) -> "Layer":
        """The same text over `part` of the raw text, with whatever else it stands for on lines of its own behind it."""
        outside = [Span(run.start, run.stop) for run in self.runs if not part.covers(Span(run.start, run.stop))]
        parts = [part, *_merged(outside)]
        shifts, length = [], 0
        for each in parts:
            shifts.append(length - each.start)
            length += each.stop - each.start + 1
        raw = "\n".join(each.of(self.raw) for each in parts)

        def moved(run: Run) -> Run:
            place = Span(run.start, run.stop)
            shift = next(shift for each, shift in zip(parts, shifts, strict=True) if each.covers(place))
            return Run(run.at, run.start + shift, run.stop + shift)

        return Layer(raw, self.text, tuple(moved(run) for run in self.runs))


def _merged(spans: list[Span]) -> list[Span]:
    """The ranges in order, those that overlap or nearly touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start - found[-1].stop <= _NEAR:
            found[-1] = Span(found[-1].start, max(found[-1].stop, span.stop))
        else:
            found.append(span)
    return found


def _at(run: Run) -> int:
    return run.at


def plain(raw: str) -> Layer:
    """The layer of a text that needs no decoding."""
    return Layer(raw, raw)


class Weaver:
    """Builds a layer over `raw` from left to right."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self.length = 0

    def copy(self, start: int, stop: int) -> None:
        """Adds `raw[start:stop]` as it stands."""
        self.put(self._raw[start:stop], start, stop)

    def put(self, text: str, start: int, stop: int) -> None:
        """Adds `text`, which stands for `start <= i < stop` of the raw text."""
        if not text:
            return
        last = self._runs[-1] if self._runs else None
        even = len(text) == stop - start
        if last and even and last.stop == start and self.length - last.at == last.stop - last.start:
            self._runs[-1] = Run(last.at, last.start, stop)
        else:
            self._runs.append(Run(self.length, start, stop))
        self._pieces.append(text)
        self.length += len(text)

    def lay(self, layer: Layer, start: int = 0, stop: int | None = None) -> None:
        """Adds `start <= i < stop` of a layer over the same raw text."""
        for first, last, piece in layer.pieces(start, len(layer.text) if stop is None else stop):
            self.put(layer.text[first:last], piece.start, piece.stop)

    def woven(self) -> Layer:
        """The layer built so far."""
        return Layer(self._raw, "".join(self._pieces), tuple(self._runs) or (Run(0, 0, 0),))


def with_note(page: Layer, note: str) -> tuple[Layer, Layer]:
    """The page with a line below it, and that line alone, both over the same raw text.

    >>> page, note = with_note(plain("Baker"), "Salary: 20")
    >>> page.text, note.text, note.span(0, 6).of(note.raw)
    ('Baker\\n\\nSalary: 20', 'Salary: 20', 'Salary')
    """
    gap = "\n\n"
    raw = page.raw + gap + note
    start = len(page.raw) + len(gap)
    alone = Layer(raw, note, (Run(0, start, len(raw)),))
    if not page.runs:
        return plain(raw), alone
    runs = (*page.runs, Run(len(page.text), len(page.raw), len(raw)))
    return Layer(raw, page.text + gap + note, runs), alone
