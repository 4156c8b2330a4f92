"""Which structured data do the scripts of a page hold? JSON-LD, and the state from which a page is drawn.

Leaves out which of it is a posting (`bot.intake.facts.records`).
"""

import html
import re
from collections.abc import Iterator

from bot.intake.forms.json_nodes import read_json
from bot.intake.forms.markup import Element, Markup, unescape
from bot.intake.forms.nodes import Branch, Node
from bot.text.layers import Layer

_ESCAPED = re.compile(r"^\s*[\[{]\s*&(?:quot|#34);")
_OPENS = re.compile(r"[\[{]")
_ASSIGNED = re.compile(r"[=(]\s{0,5}(?=[\[{]\s{0,5}[\"\[{])")
_TELLING = re.compile(r'"(?:jobTitle|title|jobPostings?|jobs|postings|positionTitle)"', re.IGNORECASE)
_SMALLEST_STATE = 80
_MOST_TRIES = 20


def linked_data(markup: Markup) -> Branch:
    """A list of everything that the JSON-LD scripts of a page say; what is broken beyond reading is left out."""
    found = Branch(0, len(markup.source.text))
    for part in markup.parts:
        if isinstance(part, Element) and part.name == "script" and "ld+json" in markup.attribute(part, "type").lower():
            found.items += ((None, node) for node in _values(markup.source, part.inner, part.end))
    return found


def page_state(markup: Markup) -> Branch:
    """A list of the objects that other scripts assign, where they speak of jobs."""
    found = Branch(0, len(markup.source.text))
    text = markup.source.text
    for part in markup.parts:
        if not isinstance(part, Element) or part.name != "script" or part.end - part.inner < _SMALLEST_STATE:
            continue
        kind = markup.attribute(part, "type").lower()
        if "ld+json" in kind or _TELLING.search(text, part.inner, part.end) is None:
            continue
        if "json" in kind:
            found.items += ((None, node) for node in _values(markup.source, part.inner, part.end))
        else:
            found.items += ((None, node) for node in _assigned(markup.source, part.inner, part.end))
    return found


def _values(source: Layer, start: int, stop: int) -> Iterator[Node]:
    """The JSON values that stand one after the other in a script; escaped ones are decoded first."""
    if _ESCAPED.match(source.text[start : start + 200]):
        source = unescape(source, start, stop)
        start, stop = 0, len(source.text)
    at = start
    while (opening := _OPENS.search(source.text, at, stop)) is not None:
        read = read_json(source, opening.start(), stop)
        if read is None:
            return
        yield read[0]
        at = read[1]


def _assigned(source: Layer, start: int, stop: int) -> Iterator[Node]:
    at = start
    for _ in range(_MOST_TRIES):
        opening = _ASSIGNED.search(source.text, at, stop)
        if opening is None:
            return
        read = read_json(source, opening.end(), stop)
        if read is not None:
            yield read[0]
        at = read[1] if read is not None else opening.end() + 1


def title_of(markup: Markup) -> tuple[int, int] | None:
    """The place of the page's own title, None when it has none."""
    for part in markup.parts:
        if (
            isinstance(part, Element)
            and part.name == "title"
            and html.unescape(markup.source.text[part.inner : part.end]).strip()
        ):
            return part.inner, part.end
    return None
