"""Is a short line of the head a town that no table knows? By its place among title, employer and chips.

Leaves out towns that a table, a label or a state behind them tell: `bot.parsing.names.places`.
"""

import re
from collections.abc import Iterator
from itertools import islice

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.header import header_lines
from bot.parsing.lexicon.tables import table
from bot.parsing.role.company import extract as read_company
from bot.parsing.role.company_shapes import is_chip
from bot.parsing.role.title import extract as read_title
from bot.parsing.role.title import names_role
from bot.parsing.terms.skills import names_skill
from bot.text.layout import Line

_NAME = re.compile(
    r"[A-ZÀ-Ý][\w'-]+(?:[ -](?:[A-ZÀ-Ý][\w'-]+|upon|am|an der|sur|le|la|de|del|aan)){0,3}(?:, [A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)?)?"
)
_FORM = re.compile(
    r"(?:full|part)[- ]?time|permanent|contract|casual|on-?site|hybrid|remote|vollzeit|teilzeit|(?:un)?befristet|cd[id]\b|temps (?:plein|partiel)"
    r"|jornada (?:completa|parcial)|voltijd|deeltijd|fulltime|parttime|ab (?:sofort|\d)|[£$€]\s?\d|\d{2}(?:[.,]\d)?\s?(?:-\s?\d{2}\s?)?(?:hours|stunden|uur|h\b)",
    re.IGNORECASE,
)
_NO_TOWN = re.compile(
    r"\b(?:employer|recruiter|agency|provider|client|councils?|hospital|school|college|trust|campus|ward|team|group|department|office|region|international|europe|worldwide|nationwide|immediate\w*|urgent\w*|confidential|category|apply|english|german|french|dutch|spanish|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
_MOST_WORDS, _MOST_PARTS = 3, 3
_TOP_LINES = 8


def towns_of_head(doc: Document) -> Iterator[Found[str]]:
    """The first name in the head that stands where towns stand: below or behind the employer, or behind the title."""
    title, employer = doc.once(read_title), doc.once(read_company)
    if title is None:
        return
    lines = header_lines(doc)[: _TOP_LINES + 1]
    if employer is not None:
        yield from islice(_below_names(doc, lines, title, employer), 1)
        yield from islice(_behind_employer(doc, lines, employer), 1)
    yield from islice(_behind_title(doc, lines, title), 1)


def _below_names(
    doc: Document, lines: tuple[Line, ...], title: Found[str], employer: Found[str]
) -> Iterator[Found[str]]:
    """A line below title and employer: "Bad Tölz" above the form of employment, "Stromness, Orkney" above anything."""
    known = {title.value, employer.value}
    for above, line, below in zip(lines, lines[1:], (*lines[2:], None), strict=False):
        after_names = all(
            doc.evidence(line.start, line.stop).start >= each.evidence[0].stop for each in (title, employer)
        )
        formed = below is not None and _FORM.match(below.text) is not None and is_town(line.text)
        placed = above.text in known and "," in line.text and _is_town_with_region(line.text)
        if after_names and (formed or placed) and line.text not in known:
            yield doc.quoted(line.start, line.stop, "locations.town")


def _behind_employer(doc: Document, lines: tuple[Line, ...], employer: Found[str]) -> Iterator[Found[str]]:
    """ "Kirkwall Ferries - Stromness, Orkney", "Sous Chef at The Anchor (Kinsale)"."""
    behind = re.compile(
        rf"{re.escape(employer.value)}(?:\s[-·|]\s|,\s|\s\(|\sin\s|\sà\s|\ste\s)(?P<said>[A-ZÀ-Ý][^\n()|·;:.!]{{2,40}}?)(?=\s*(?:$|[)|·;:!]|\s-\s|\.\s|\.$|,\s(?:full|part)[- ]))"
    )
    for line in lines:
        match = behind.search(doc.text, line.start, line.stop)
        if match and _is_town_with_region(match["said"]):
            yield doc.quoted(*match.span("said"), "locations.behind_employer")


def _behind_title(doc: Document, lines: tuple[Line, ...], title: Found[str]) -> Iterator[Found[str]]:
    """ "The Anchor is hiring a Sous Chef in Kinsale!"; "Welder (Nampa)" where a board of small ads prints towns so."""
    ads = bool(lines) and lines[0].text.lower().startswith("craigslist")
    shape = (
        r"\s\((?P<said>[A-ZÀ-Ý][^()\n]{2,40})\)\s*$"
        if ads
        else r"\s(?:in|à|en|te)\s(?P<said>[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)?)(?=\s*(?:$|[!,;|]|\.\s|\.$))"
    )
    behind = re.compile(rf"{re.escape(title.value)}{shape}")
    for line in lines:
        match = behind.search(doc.text, line.start, line.stop)
        if match and is_town(match["said"]) and not names_skill(match["said"]):
            yield doc.quoted(*match.span("said"), "locations.behind_title")


def _is_town_with_region(text: str) -> bool:
    """Whether a name can be a town with its region: "Cangas de Onís, Asturias"."""
    parts = text.split(", ")
    return len(parts) <= _MOST_PARTS and all(is_town(part) for part in parts)


def is_town(text: str) -> bool:
    """Whether a chip can be a town that no table knows: a name and nothing that chips say.

    >>> is_town("Bad Tölz"), is_town("Vollzeit"), is_town("Accounting")
    (True, False, False)
    """
    low, organisations = text.lower(), table("organisations")
    known = low in organisations["departments"] or low in organisations["industries"]
    known = known or _NO_TOWN.search(text) is not None
    fits = _NAME.fullmatch(text) is not None and len(text.split()) <= _MOST_WORDS
    return fits and not (known or names_role(text) or is_chip(text) or _FORM.match(text))
