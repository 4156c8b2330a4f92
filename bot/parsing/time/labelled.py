"""Which date or stretch of words stands behind a label? On the same line, or alone on the line below it."""

import re
from collections.abc import Iterator, Sequence

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.time.dates import iso


def labelled(
    doc: Document, label: re.Pattern[str], value: re.Pattern[str], *, cues: Sequence[str], rule: str
) -> Iterator[Found[str]]:
    """Each value behind the label: an absolute date as ISO, anything else in the page's words.

    `cues` are parts of the label in lower case, one of which any line with the label holds.
    """
    waiting = False
    for line in doc.all_lines():
        if not waiting and not any(cue in doc.low[line.start : line.stop] for cue in cues):
            continue
        taken = False
        for match in label.finditer(doc.text, line.start, line.stop):
            found = value.match(doc.text, match.end(), line.stop)
            if found:
                yield _found(doc, found, rule)
                taken = True
        if waiting and not taken and (alone := value.match(doc.text, line.start, line.stop)):
            yield _found(doc, alone, f"{rule}_above")
        last = _last(label, doc.text, line.start, line.stop)
        waiting = last is not None and not taken and doc.text[last : line.stop].strip(" :*-?") == ""


def _last(label: re.Pattern[str], text: str, start: int, stop: int) -> int | None:
    ends = [match.end() for match in label.finditer(text, start, stop)]
    return ends[-1] if ends else None


def _found(doc: Document, match: re.Match[str], rule: str) -> Found[str]:
    start, stop = match.span("said")
    words = doc.words(start, stop)
    return doc.found(iso(doc.text[start:stop]) or words, start, stop, rule)
