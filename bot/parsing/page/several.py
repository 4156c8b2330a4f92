"""Does a plain text hold several postings one below the other? A digest, a newsletter, a page with two openings.

Each must begin with a title of its own behind the same number, pictograph or rule, set apart by an empty line, and state
something. Lists of duties, and other openings that a page only names, are no postings. Leaves out data and HTML, which
`bot.intake` takes apart.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.model.page import Form, Page
from bot.parsing.role.title import names_role

_TITLE = r"(?P<title>[^\W\d_][^\n]{3,80})$"
_NUMBERED = re.compile(rf"(?m)(?:\A|(?<=\n\n)|(?<=\n\r\n))[ \t]*\d{{1,2}}[.)][ \t]+{_TITLE}")
_PICTURED = re.compile(
    rf"(?m)(?:\A|(?<=\n\n)|(?<=\n\r\n))[ \t]*(?P<mark>[\u25a0-\u25ff\u2600-\u27bf\U0001f300-\U0001faff])\ufe0f?[ \t]*{_TITLE}"
)
_RULED = re.compile(rf"(?m)^[ \t]*(?:-{{5,}}|={{5,}}|_{{5,}}|\*{{5,}})[ \t]*\r?\n[ \t]*{_TITLE}")
_STATES = re.compile(r"\d{2}|@|https?://")
_MOST_WORDS = 9
_FEWEST_LINES = 2


def split_postings(page: Page) -> tuple[Page, ...]:
    """The postings of a plain text, each as a page of its own; the page itself where it holds one."""
    if page.form is not Form.TEXT or page.declared:
        return (page,)
    text = page.layer.text
    for starts in (_numbered(text), _ruled(text), *_pictured(text)):
        stretches = list(pairwise((*starts, len(text))))
        if len(starts) > 1 and all(_states_something(text[start:stop]) for start, stop in stretches):
            return tuple(_cut(page, number, start, stop) for number, (start, stop) in enumerate(stretches))
    return (page,)


def _cut(page: Page, part: int, start: int, stop: int) -> Page:
    place = page.layer.span(start, stop)
    return Page(page.layer.cut(start, stop), page.form, part, place.start, place.stop)


def _numbered(text: str) -> Sequence[int]:
    return _starts(_NUMBERED.finditer(text))


def _ruled(text: str) -> Sequence[int]:
    return [match.start("title") for match in _RULED.finditer(text) if _is_title(match["title"])]


def _pictured(text: str) -> Iterator[Sequence[int]]:
    """For each pictograph the places of the titles behind it."""
    found = list(_PICTURED.finditer(text))
    for mark in dict.fromkeys(match["mark"] for match in found):
        yield _starts(match for match in found if match["mark"] == mark)


def _starts(found: Iterator[re.Match[str]]) -> Sequence[int]:
    """Where the lines begin when all of them are titles; nothing otherwise."""
    matches = list(found)
    return [match.start("title") for match in matches] if all(_is_title(match["title"]) for match in matches) else []


def _is_title(words: str) -> bool:
    return not words.rstrip().endswith((".", ":", "?", ";")) and len(words.split()) <= _MOST_WORDS and names_role(words)


def _states_something(stretch: str) -> bool:
    lines = [line for line in stretch.splitlines()[1:] if line.strip(" \t-=_*")]
    return len(lines) >= _FEWEST_LINES and _STATES.search(stretch) is not None
