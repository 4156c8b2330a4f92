"""Does a plain text hold several postings one below the other? A digest, a newsletter, a page with two openings, a thread.

Each must begin with a title of its own behind the same number, pictograph, heading mark or rule, set apart by an empty
line, and state something. What stands above the first one and below the last one belongs to all of them where their
titles name no employer of their own. Lists of duties, and other openings that a page only names, are no postings.
Leaves out data and HTML, which `bot.intake` takes apart.
"""

import re
from collections.abc import Iterator, Sequence

from bot.model.page import Form, Page
from bot.parsing.role.title import names_role
from bot.text.layers import Layer, Weaver
from bot.text.span import Span

_TITLE = r"(?P<title>[^\W\d_][^\n]{3,80})$"
_APART = r"(?:\A|(?<=\n\n)|(?<=\n\r\n))[ \t]*"
_NUMBERED = re.compile(
    rf"(?m){_APART}(?:\d{{1,2}}[.)]|(?:(?i:stelle|position|post|role|job|vacancy|opening|poste|vacature|functie|puesto))[ \t](?:\d{{1,2}}|[A-D])[ \t]?[:.)–-])[ \t]+{_TITLE}"
)
# What is called a vacancy with its number needs no known name of work.
_CALLED = re.compile(r"(?i)(?:stelle|vacancy|opening|vacature|functie|puesto|poste|job|role)[ \t]\d")
# German titles that say whom they are for: "Servicekraft (m/w/d) in Vollzeit".
_GENDERED = re.compile(
    rf"(?m){_APART}(?P<title>[^\W\d_][^\n(:]{{2,50}}\([mwfdxi](?:[ \t]?/[ \t]?[mwfdxi]){{1,2}}\)[^\n]{{0,40}})$"
)
_GENDER = re.compile(r"\([mwfdxi](?:[ \t]?/[ \t]?[mwfdxi]){1,2}\)")
_OFFERS = re.compile(r"[$£€]|\d[ \t]?(?:h\b|Stunden|Std)")
_OTHER_OPENINGS = re.compile(r"(?i)\b(?:similar|related|ähnliche|weitere (?:stellen|jobs)|andere jobs|also viewed)\b")
_HEADED = re.compile(rf"(?m){_APART}(?P<mark>#{{1,3}})[ \t]+{_TITLE}")
_PICTURED = re.compile(rf"(?m){_APART}(?P<mark>[\u25a0-\u25ff\u2600-\u27bf\U0001f300-\U0001faff])\ufe0f?[ \t]*{_TITLE}")
_RULED = re.compile(rf"(?m)^[ \t]*(?:-{{5,}}|={{5,}}|_{{5,}}|\*{{5,}})[ \t]*\r?\n[ \t]*{_TITLE}")
# A comment of a thread, and its first line: "Acme | Head of Data | Remote (US) | https://acme.example".
_COMMENT = re.compile(
    r"(?m)^[\w-]{2,20} (?:\d{1,2} (?:minutes?|hours?|days?) ago|on \w{3,9} \d{1,2}, \d{4})\b[^\n]*\n+(?P<first>[^\n]+)$"
)
_STATES = re.compile(r"\d{2}|@|https?://")
_OWN_EMPLOYER = re.compile(r"\s[—–|@-]\s|\sat\s")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n(?=[^\n])")
_MOST_WORDS = 9
_FEWEST_LINES = 2
_FEWEST_ENTRIES = 2
# A head longer than this is no greeting of a careers page.
_LONGEST_HEAD = 2_000


def split_postings(page: Page) -> tuple[Page, ...]:
    """The postings of a plain text, each as a page of its own; the page itself where it holds one."""
    if page.form is not Form.TEXT or page.declared:
        return (page,)
    text = page.layer.text
    comments = _comments(text)
    if len(comments) > 1:
        return tuple(_page(page, number, comment, ()) for number, comment in enumerate(comments))
    for titles in (_numbered(text), _ruled(text), _gendered(text), *_marked(text, _HEADED), *_marked(text, _PICTURED)):
        ends = [*(title.start() for title in titles[1:]), len(text)]
        parts = [Span(title.start("title"), end) for title, end in zip(titles, ends, strict=False)]
        if len(parts) > 1 and all(_states_something(part.of(text)) for part in parts):
            return tuple(_pages(page, titles[0].start(), parts))
    return (page,)


def _pages(page: Page, begin: int, parts: Sequence[Span]) -> Iterator[Page]:
    """Each part, between what the page says of all of them; `begin` is where the first one's mark stands."""
    text = page.layer.text
    head, tail = Span(0, begin), _tail(text, parts)
    own = all(_OWN_EMPLOYER.search(_first_line(part.of(text))) for part in parts)
    common = not own and len(head.of(text).strip()) <= _LONGEST_HEAD
    for number, part in enumerate(parts):
        body = Span(part.start, min(part.stop, tail.start))
        yield _page(page, number, body, (head, tail) if common else (Span(0, 0), tail))


def _page(page: Page, number: int, body: Span, around: Sequence[Span]) -> Page:
    """The page of one part with the head before it and the tail behind it, where there are any."""
    place = page.layer.span(*body)
    stretches = (around[0], body, around[1]) if around else (body,)
    return Page(_joined(page.layer, stretches), page.form, number, place.start, place.stop)


def _joined(layer: Layer, stretches: Sequence[Span]) -> Layer:
    """The stretches of a layer with an empty line between them."""
    weaver = Weaver(layer.raw)
    for stretch in stretches:
        if not stretch.of(layer.text).strip():
            continue
        if weaver.length:
            place = layer.span(stretch.start, stretch.start).start
            weaver.put("\n\n", place, place)
        weaver.lay(layer, *stretch)
    return weaver.woven()


def _tail(text: str, parts: Sequence[Span]) -> Span:
    """The last paragraph of the text when the other parts are of one paragraph each, as it speaks of all of them."""
    *others, last = parts
    breaks = [last.start + match.start() for match in _PARAGRAPH.finditer(last.of(text).rstrip())]
    if not breaks or any(_PARAGRAPH.search(part.of(text).rstrip()) for part in others):
        return Span(len(text), len(text))
    return Span(breaks[0], len(text))


def _first_line(stretch: str) -> str:
    return stretch.split("\n", 1)[0]


def _comments(text: str) -> list[Span]:
    """The comments of a thread that begin as postings do: entries between bars, one of them a role."""
    found = list(_COMMENT.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [
        Span(match.start("first"), end)
        for match, end in zip(found, ends, strict=False)
        if match["first"].count(" | ") >= _FEWEST_ENTRIES and names_role(match["first"])
    ]


def _numbered(text: str) -> Sequence[re.Match[str]]:
    found = list(_NUMBERED.finditer(text))
    return found if all(_CALLED.match(match.group().lstrip()) for match in found) else _all_titles(iter(found))


def _gendered(text: str) -> Sequence[re.Match[str]]:
    """Titles with "(m/w/d)" at the head of paragraphs that each name a pay or hours; other openings name neither."""
    found = list(_GENDERED.finditer(text))
    if not found:
        return []
    ends = [*(match.start() for match in found[1:]), len(text)]
    offered = all(_OFFERS.search(text, match.end(), end) for match, end in zip(found, ends, strict=True))
    distinct = len({match["title"] for match in found}) == len(found)
    if not offered or not distinct or _OTHER_OPENINGS.search(text, 0, found[-1].start()):
        return []
    return [match for match in found if not match["title"].rstrip().endswith((".", ":", "?", ";"))]


def _ruled(text: str) -> Sequence[re.Match[str]]:
    return [match for match in _RULED.finditer(text) if _is_title(match["title"])]


def _marked(text: str, pattern: re.Pattern[str]) -> Iterator[Sequence[re.Match[str]]]:
    """For each mark the titles behind it."""
    found = list(pattern.finditer(text))
    for mark in dict.fromkeys(match["mark"] for match in found):
        yield _all_titles(match for match in found if match["mark"] == mark)


def _all_titles(found: Iterator[re.Match[str]]) -> Sequence[re.Match[str]]:
    """The matches when all of them are titles; nothing otherwise."""
    matches = list(found)
    return matches if all(_is_title(match["title"]) for match in matches) else []


def _is_title(words: str) -> bool:
    plain = not words.rstrip().endswith((".", ":", "?", ";")) and len(words.split()) <= _MOST_WORDS
    return plain and (names_role(words) or _GENDER.search(words) is not None)


def _states_something(stretch: str) -> bool:
    lines = [line for line in stretch.splitlines()[1:] if line.strip(" \t-=_*")]
    return len(lines) >= _FEWEST_LINES and _STATES.search(stretch) is not None
