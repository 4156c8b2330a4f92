"""Does a sentence that ends in a colon announce the list below it? "As our baker you will:", "We need someone who:".

How such sentences end is a table (`lexicon/leads.toml`). Leaves out short headings (`bot.parsing.sections`).
"""

import re
from functools import cache

from bot.parsing.document import SectionKind
from bot.parsing.lexicon.tables import table
from bot.text.layout import Line
from bot.text.tokens import fold

_SHORTEST, _LONGEST = 12, 260
_LAST_WORDS = 90


def lead_kind(line: Line) -> SectionKind | None:
    """What the sentence announces, or None when it announces nothing that is known.

    >>> lead_kind(Line(0, 0, "You join a team of six and will be responsible for:"))
    <SectionKind.DUTIES: 'duties'>
    >>> lead_kind(Line(0, 0, "Open on Sundays:")) is None
    True
    """
    if not line.text.endswith(":") or not _SHORTEST <= len(line.text) <= _LONGEST or line.mark[:1] in tuple("-•+o"):
        return None
    said = fold(line.text[-_LAST_WORDS:]).rstrip(": ")
    return next((kind for kind, ending in _endings() if ending.search(said)), None)


@cache
def _endings() -> tuple[tuple[SectionKind, re.Pattern[str]], ...]:
    return tuple(
        (SectionKind(kind), re.compile("|".join(rf"\b(?:{ending})$" for ending in endings)))
        for kind, endings in table("leads").items()
    )
