"""Where do given words stand in a text? The same places that cutting the whole text into terms would give, without it.

A term begins with the letters of its stem, but for a plural in -ies. So the letters are looked for, which is one pass
in C, and only the run of characters around each place is cut into terms.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from bot.text.span import Span
from bot.text.tokens import fold_keeping_places, terms


def find_words(
    text: str, names: Iterable[tuple[str, ...]], beginnings: Iterable[str] = (), *, most: int | None = None
) -> list[Span]:
    """Where the stems of any of the names stand one after another, and words whose stem begins as given.

    In the order of the text within each name, the first `most` of each (None: all); the empty name stands nowhere.

    >>> [text[start:stop] for text in ["Two companies, a company's pay"]
    ...  for start, stop in find_words(text, [("company",)])]
    ['companies', "company's"]
    """
    folded = fold_keeping_places(text)
    found: list[Span] = []
    for beginning in beginnings:
        spans = (span for term, span in _candidates(text, folded, beginning) if term.startswith(beginning))
        found += islice(spans, most)
    for name in dict.fromkeys(names):
        if name and (folded is None or all(_letters(part) in folded for part in name)):
            found += islice(_standing(text, folded, name), most)
    return found


def _standing(text: str, folded: str | None, name: tuple[str, ...]) -> Iterator[Span]:
    for term, span in _candidates(text, folded, name[0]):
        if term != name[0]:
            continue
        if len(name) == 1:
            yield span
            continue
        together = list(islice(terms(text, span.start), len(name)))
        if tuple(each for each, _ in together) == name:
            yield Span(span.start, together[-1][1].stop)


def _candidates(text: str, folded: str | None, stem: str) -> Iterator[tuple[str, Span]]:
    """The terms that may have this stem; all of them where letters do not keep their places."""
    if folded is None:
        yield from terms(text)
        return
    letters = _letters(stem)
    place = folded.find(letters)
    while place >= 0:
        found = next(terms(text, place), None) if not place or text[place - 1].isspace() else _around(text, place)
        if found and found[1].start == place:
            yield found
        place = folded.find(letters, max(place + 1, found[1].stop if found else 0))


def _around(text: str, place: int) -> tuple[str, Span] | None:
    """The term that `place` lies in, None between terms: cutting begins behind a blank, which no term goes across."""
    start = place
    while start and not text[start - 1].isspace():
        start -= 1
    through = (found for found in terms(text, start) if found[1].stop > place)
    found = next(through, None)
    return found if found and found[1].start <= place else None


def _letters(stem: str) -> str:
    """What every term with this stem begins with, folded."""
    return stem[:-1] if stem.endswith("y") and len(stem) > 2 else stem
