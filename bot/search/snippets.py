"""Which words of a posting show best why it was found? A short excerpt with the matches marked."""

from collections.abc import Iterable

from bot.model.results import Snippet
from bot.text.span import Span
from bot.text.tokens import stem, terms

LONGEST = 160
_BEFORE = 40


def make_snippet(raw: str, stems: frozenset[str]) -> Snippet:
    """The stretch of at most 160 code points that holds most different matches; the beginning when nothing matches.

    >>> make_snippet("We use Rust daily.", frozenset({"rust"}))
    Snippet(text='We use Rust daily.', highlights=(Span(start=7, stop=11),))
    """
    text = " ".join(raw.split())
    matches = [span for word, span in terms(text) if word in stems] if stems else []
    start = _best_start(text, matches)
    stop = min(len(text), start + LONGEST)
    if stop < len(text):
        stop = max(text.rfind(" ", start, stop), start + LONGEST // 2)
    shown = (match for match in matches if start <= match.start and match.stop <= stop)
    return _cut(text, start, stop, shown)


def _best_start(text: str, matches: list[Span]) -> int:
    if not matches:
        return 0

    def worth(match: Span) -> tuple[int, int]:
        inside = {
            stem(text[other.start : other.stop])
            for other in matches
            if match.start <= other.start < match.start + LONGEST - _BEFORE
        }
        return (-len(inside), match.start)

    best = min(matches, key=worth)
    if best.start <= _BEFORE:
        return 0
    return text.find(" ", best.start - _BEFORE) + 1


def _cut(text: str, start: int, stop: int, shown: Iterable[Span]) -> Snippet:
    head = "…" if start else ""
    tail = "…" if stop < len(text) else ""
    shift = len(head) - start
    highlights = tuple(Span(match.start + shift, match.stop + shift) for match in shown)
    return Snippet(text=f"{head}{text[start:stop]}{tail}", highlights=highlights)
