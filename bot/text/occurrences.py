"""Where do given words stand in a text? The same places that cutting the whole text into terms would give, without it.

A term begins with the letters of its stem, but for a plural in -ies. So the letters are looked for, which is one pass
in C, and only the run of characters around each place is cut into terms.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from bot.text.span import Span
from bot.text.tokens import fold, keeps_places, terms


def find_words(text: str, names: Iterable[tuple[str, ...]], beginnings: Iterable[str] = ()) -> list[Span]:
    """Where the stems of any of the names stand one after another, and words whose stem begins as given.

    In the order of the text within each name; the empty name stands nowhere.

    >>> [text[start:stop] for text in ["Two companies, a company's pay"]
    ...  for start, stop in find_words(text, [("company",)])]
    ['companies', "company's"]
    """
    folded = fold(text) if keeps_places(text) else None
    found: list[Span] = []
    for beginning in beginnings:
        found += (span for term, span in _candidates(text, folded, beginning) if term.startswith(beginning))
    for name in dict.fromkeys(names):
        if name and (folded is None or all(_letters(part) in folded for part in name)):
            found += _standing(text, folded, name)
    return found


def _standing(text: str, folded: str | None, name: tuple[str, ...]) -> Iterator[Span]:
    for term, span in _candidates(text, folded, name[0]):
        if term != name[0]:
            continue
        together = [(term, span)]
        if len(name) > 1:
            together = list(islice(terms(text, span.start), len(name)))
        if tuple(each for each, _ in together) == name:
            yield Span(span.start, together[-1][1].stop)


def _candidates(text: str, folded: str | None, stem: str) -> Iterator[tuple[str, Span]]:
    """The terms that may have this stem; all of them where letters do not keep their places."""
    if folded is None:
        yield from terms(text)
        return
    letters = _letters(stem)
    done, place = 0, folded.find(letters)
    while place >= 0:
        for term, span in terms(text, _run_start(text, place, done)):
            if span.start > place:
                break
            done = span.stop
            if span.start == place:
                yield term, span
            if span.stop > place:
                break
        place = folded.find(letters, max(place + 1, done))


def _letters(stem: str) -> str:
    """What every term with this stem begins with, folded."""
    return stem[:-1] if stem.endswith("y") else stem


def _run_start(text: str, place: int, floor: int) -> int:
    """Where the characters without a blank begin in which `place` lies: no term goes across a blank."""
    while place > floor and not text[place - 1].isspace():
        place -= 1
    return place
