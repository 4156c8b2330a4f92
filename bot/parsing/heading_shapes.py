"""Is a line that no table of headings knows a heading all the same, by its shape, and by what stands below it?

A heading stands apart: an empty line above and none below, a mark, a colon, capitals. What it announces is told by turns of
phrase ("What we ask of you") and else by the lines below it. Leaves out headings that the table knows.
"""

import re
from collections.abc import Sequence
from functools import cache

from bot.parsing.document import SectionKind
from bot.parsing.lexicon.tables import table
from bot.parsing.line_kinds import LineKind, line_kind
from bot.text.layout import Line
from bot.text.tokens import fold

_LONGEST = 50
_LONGEST_LEAD = 200
_MOST_WORDS = 8
_MOST_READ = 8
_NO_HEADING = re.compile(r"[.;!@|•]|\d|\s-\s|https?:|:\s*\S")
_NAMES_STAND_APART = frozenset(
    {SectionKind.HEADER, SectionKind.RELATED, SectionKind.ADVICE, SectionKind.SITE, SectionKind.SKILLS}
)
_CLOSED = (":", "?", "...", "…")
_KIND_OF = {
    LineKind.DUTY: SectionKind.DUTIES,
    LineKind.MUST: SectionKind.REQUIREMENTS,
    LineKind.NICE: SectionKind.NICE,
    LineKind.OFFER: SectionKind.BENEFITS,
}


def shaped_heading(lines: Sequence[Line], place: int, *, within: SectionKind | None) -> SectionKind | None:
    """What the line at `place` announces when it is a heading by its shape, else None.

    `within` is the section so far: in a header a line that stands apart may be the title, among other openings one of them.
    It is None right below another heading, where a line that stands apart is the first of the section.
    """
    line = lines[place]
    below = lines[place + 1] if place + 1 < len(lines) else None
    text = line.text.strip("*_#=¿¡ ")
    if below is None or not _may_be_heading(line, text):
        return None
    apart = _stands_apart(line, below)
    said = announced(text)
    if said is not None and (apart or text.endswith(_CLOSED) or not line.mark):
        return said
    if not apart or "," in text or within is None or within in _NAMES_STAND_APART:
        return None
    return _by_content(lines[place + 1 :]) or SectionKind.OTHER


def led_list(lines: Sequence[Line], place: int) -> SectionKind | None:
    """What a sentence before a colon announces by the bullets below it, where its own words do not tell."""
    line = lines[place]
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None or not below.mark or line.mark or not line.text.endswith(":") or len(line.text) > _LONGEST_LEAD:
        return None
    return _by_content(lines[place + 1 :])


def _may_be_heading(line: Line, text: str) -> bool:
    if not 2 <= len(text) <= _LONGEST or text.count(" ") >= _MOST_WORDS or _NO_HEADING.search(text.rstrip(":?.… ")):
        return False
    return text[0].isupper() and not text.endswith(".") and _is_mark(line.mark)


def _is_mark(mark: str) -> bool:
    """Whether a mark may stand before a heading: none, "#", asterisks or a pictograph; list marks may not."""
    return not mark or mark[0] in "#*" or ord(mark[0]) > 0x2600


def _stands_apart(line: Line, below: Line) -> bool:
    block = line.gap > 0 and (below.gap == 0 or bool(below.mark))
    return (
        block or line.mark[:1] == "#" or line.text.isupper() or (bool(line.mark) and below.gap == 0 and not below.mark)
    )


def announced(text: str) -> SectionKind | None:
    """The kind that a turn of phrase announces: "What we ask", "Good things", "Das müssen Sie mitbringen"."""
    phrase = fold(text).strip(" :?.…!")
    return next((kind for kind, pattern in _turns() if pattern.fullmatch(phrase)), None)


@cache
def _turns() -> tuple[tuple[SectionKind, re.Pattern[str]], ...]:
    return tuple(
        (SectionKind(kind), re.compile("|".join(f"(?:{turn})" for turn in turns)))
        for kind, turns in table("turns").items()
    )


def _by_content(lines: Sequence[Line]) -> SectionKind | None:
    """The kind that most of the lines of the block below are of; None when they do not agree."""
    block = [lines[0]]
    for line in lines[1:_MOST_READ]:
        if line.gap:
            break
        block.append(line)
    kinds = [_KIND_OF[kind] for line in block if (kind := line_kind(line.text)) is not None]
    if len(kinds) < 2 or len(block) < 2:
        return None
    best = max(sorted(set(kinds)), key=kinds.count)
    return best if kinds.count(best) * 3 >= len(kinds) * 2 and kinds.count(best) * 2 >= len(block) else None
