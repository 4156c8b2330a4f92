"""Is a short line of the head a town that no table knows? By its place among title, employer and chips.

Leaves out towns that a table, a label or a state behind them tell: `bot.parsing.role.places`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.header import header_lines
from bot.parsing.lexicon.tables import table
from bot.parsing.role.company import extract as read_company
from bot.parsing.role.company_shapes import is_chip
from bot.parsing.role.title import extract as read_title
from bot.parsing.role.title import names_role

_NAME = re.compile(
    r"[A-ZÀ-Ý][\w'-]+(?:[ -](?:[A-ZÀ-Ý][\w'-]+|upon|am|an der|sur|le|la|de|del|aan)){0,3}(?:, [A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)?)?"
)
_FORM = re.compile(
    r"(?:full|part)[- ]?time|permanent|contract|casual|on-?site|hybrid|remote|vollzeit|teilzeit|(?:un)?befristet|cd[id]\b|temps (?:plein|partiel)"
    r"|jornada (?:completa|parcial)|voltijd|deeltijd|fulltime|parttime|ab (?:sofort|\d)|[£$€]\s?\d|\d{2}(?:[.,]\d)?\s?(?:-\s?\d{2}\s?)?(?:hours|stunden|uur|h\b)",
    re.IGNORECASE,
)
_MOST_WORDS = 3
_TOP_LINES = 8


def towns_of_head(doc: Document) -> Iterator[Found[str]]:
    """A name right below title and employer and right above the form of employment: "Bad Tölz", "Vollzeit"."""
    title, employer = doc.once(read_title), doc.once(read_company)
    if title is None or employer is None:
        return
    known = {title.value, employer.value}
    for line, below in pairwise(header_lines(doc)[: _TOP_LINES + 1]):
        after_names = all(
            doc.evidence(line.start, line.stop).start >= each.evidence[0].stop for each in (title, employer)
        )
        if after_names and _FORM.match(below.text) and is_town(line.text) and line.text not in known:
            yield doc.quoted(line.start, line.stop, "locations.town")
            return


def is_town(text: str) -> bool:
    """Whether a chip can be a town that no table knows: a name and nothing that chips say.

    >>> is_town("Bad Tölz"), is_town("Vollzeit"), is_town("Accounting")
    (True, False, False)
    """
    low, organisations = text.lower(), table("organisations")
    known = low in organisations["departments"] or low in organisations["industries"]
    fits = _NAME.fullmatch(text) is not None and len(text.split()) <= _MOST_WORDS
    return fits and not (known or names_role(text) or is_chip(text) or _FORM.match(text))
