"""Which words of a posting show best why it was found? A short excerpt of its text with the proofs marked."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from bot.model.results import Snippet
from bot.text.span import Span

LONGEST = 160
_BEFORE = 48
_BLANKS = re.compile(r"\s+")


def make_snippet(text: str, marks: Iterable[Span], *, shown: str = "") -> Snippet:
    """The stretch of about 160 code points that holds most different marked words; the beginning without any.

    `shown` stands above the excerpt already, as a title does: marks in it count only when there are no others.

    >>> make_snippet("We use Rust daily.", [Span(7, 11)])
    Snippet(text='We use Rust daily.', highlights=(Span(start=7, stop=11),))
    """
    spans = _apart(marks)
    start = _best_start(text, _new(text, spans, shown) or spans)
    stop = min(len(text), start + LONGEST)
    if stop < len(text):
        stop = max(_last_blank(text, start, stop), start + LONGEST // 2)
    inside = [span for span in spans if start <= span.start and span.stop <= stop]
    return _folded(text, Span(start, stop), inside)


def _new(text: str, marks: Sequence[Span], shown: str) -> list[Span]:
    """The marks that stand outside of what is shown already."""
    places = [match.span() for match in re.finditer(re.escape(shown), text)] if shown and marks else []
    return [mark for mark in marks if not any(start <= mark.start < stop for start, stop in places)]


def _apart(marks: Iterable[Span]) -> list[Span]:
    """The marks in order; those that touch as one."""
    found: list[Span] = []
    for mark in sorted(marks):
        if found and mark.start <= found[-1].stop:
            found[-1] = Span(found[-1].start, max(found[-1].stop, mark.stop))
        else:
            found.append(mark)
    return found


def _best_start(text: str, marks: Sequence[Span]) -> int:
    if not marks:
        return 0

    words = [text[start:stop].lower() for start, stop in marks]
    stops = [stop for _, stop in marks]
    worth = [
        len(set(words[place : max(bisect_left(stops, mark.start + LONGEST - _BEFORE), place)]))
        for place, mark in enumerate(marks)
    ]
    best = marks[worth.index(max(worth))]
    if best.start <= _BEFORE:
        return 0
    line = text.rfind("\n", best.start - _BEFORE, best.start)
    if line >= 0:
        return line + 1
    blank = _BLANKS.search(text, best.start - _BEFORE, best.start)
    return blank.end() if blank else best.start


def _last_blank(text: str, start: int, stop: int) -> int:
    window = text[start:stop]
    full = window.rstrip()
    return start + len(full if len(full) < len(window) else window[: -len(window.rsplit(maxsplit=1)[-1])].rstrip())


def _folded(text: str, window: Span, marks: Sequence[Span]) -> Snippet:
    """The window with each run of blanks as one, and the marks where they stand then."""
    pieces: list[str] = ["…"] if window.start else []
    size = len(pieces)
    highlights, done = [], window.start
    for mark in marks:
        before = _one_line(text[done : mark.start], opening=done == window.start)
        words = _one_line(text[mark.start : mark.stop])
        pieces += [before, words]
        highlights.append(Span(size + len(before), size + len(before) + len(words)))
        size, done = size + len(before) + len(words), mark.stop
    rest = _one_line(text[done : window.stop], opening=done == window.start).rstrip()
    return Snippet(text="".join([*pieces, rest, "…" if window.stop < len(text) else ""]), highlights=tuple(highlights))


def _one_line(text: str, *, opening: bool = False) -> str:
    flat = _BLANKS.sub(" ", text)
    return flat.lstrip() if opening else flat
