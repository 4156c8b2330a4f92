"""Which date or stretch of words stands behind a label? On the same line, or alone on the line below it.

The labels are tables (`lexicon/dates.toml`); some count anywhere, the ambiguous ones only where a label may begin.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.lexicon.tables import one_of, table
from bot.parsing.time.date_order import day_first
from bot.parsing.time.dates import DATE, iso
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sieve import Cues

_EDGE = r"(?:(?m:^)|(?<=[^\w\s,]\s)|(?<=\s\s))(?:(?:the|our|die|la|le|de|el)\s)?"
# Whose date it is: "closing date for this post is".
_WHOSE = (
    r"(?:\s(?:for|of|to|de|du|für|der|des|del|pour|voor)\s(?:(?:this|the|these|all|our|your|diese?|cette?|deze|esta|la|le)\s)?\w+"
    r"(?:\s\w+)?(?=\s(?:is|are|ist|est|es|on|has|will)\b|\s?:))?"
)


@cache
def label(field: str) -> Pattern:
    """The pattern of a field's labels with the colon or dash behind them, or a date before one in brackets."""
    labels = table("dates")["labels"][field]
    anywhere, everything = one_of(labels["anywhere"]), one_of((*labels["anywhere"], *labels["alone"]))
    return Pattern(
        rf"(?P<before>{DATE})\s?\((?:\w+\s){{0,2}}(?:{anywhere})\)"
        rf"|(?:\b(?:{anywhere})|{_EDGE}(?:{everything}))\b(?:\(s\))?{_WHOSE}\s?[:\-]?\s{{0,40}}",
        re.IGNORECASE,
    )


# By field: what any line with one of its labels shows.
LABEL_CUES = {field: Cues(partial(label, field)) for field in ("deadline", "posted", "updated", "starts")}


@cache
def when(said: str) -> re.Pattern[str]:
    """A pattern for `said` behind weekdays, times of day, zones and the small words between a label and its date."""
    words = table("dates")
    clock = r"\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?m\.?(?!\w)|uhr\b|h\b|hrs\b)|\d{1,2}[:.h]\d\d(?!\d|[.:/-]\d)"
    filler = f"(?:{one_of((*words['fillers'], *words['weekdays'], *words['zones']))})\\b"
    return re.compile(
        rf"\W{{0,3}}(?:(?:{filler}|{clock})[.,:)]?\s{{0,2}}[(,-]?\s?){{0,6}}(?P<said>{said})", re.IGNORECASE
    )


def labelled(
    doc: Document, field: str, value: re.Pattern[str], *, unless: Callable[[str], bool] = lambda before: False
) -> Iterator[Found[str]]:
    """Each value behind a label of the field: an absolute date as ISO, anything else in the page's words.

    `unless` judges the words of the line before a label: true where the label speaks of something else.
    """
    name, rule = label(field), f"{field}.labelled"
    shown = doc.telling_starts(LABEL_CUES[field])
    waiting = False
    for line in doc.all_lines() if shown else ():
        if not waiting and line.start not in shown:
            continue
        taken, last = False, None
        for match in doc.matches(name, line.start, line.stop):
            if unless(doc.text[line.start : match.start()]):
                continue
            last = match.end()
            if match["before"]:
                yield dated(doc, *match.span("before"), rule)
                taken = True
            elif found := value.match(doc.text, last, line.stop):
                yield dated(doc, *found.span("said"), rule)
                taken = True
        if waiting and not taken and (alone := value.match(doc.text, _start(doc, line), line.stop)):
            yield dated(doc, *alone.span("said"), f"{rule}_above")
            taken = True
        waiting = last is not None and not taken and doc.text[last : line.stop].strip(" :*-?") == ""


def _start(doc: Document, line: Line) -> int:
    """Where a line's words begin; the day of "31. März" looks like a list mark and is none."""
    return doc.text.rfind(line.mark, 0, line.start) if line.mark[:1].isdigit() else line.start


def dated(doc: Document, start: int, stop: int, rule: str) -> Found[str]:
    """The words as an ISO date where they are one, else as they stand."""
    said = doc.text[start:stop]
    date = iso(said) or iso(said, day_first=doc.once(day_first))
    return doc.found(date or doc.words(start, stop), start, stop, rule)
