"""When was the posting published, and when was it changed? Dates or words behind their labels."""

import re
from collections.abc import Iterator
from functools import cache

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.header import header_lines
from bot.parsing.lexicon.tables import one_of, table
from bot.parsing.time.dates import DATE, RELATIVE
from bot.parsing.time.deadline import period
from bot.parsing.time.labelled import dated, labelled, when

_AGO = rf"(?:(?:about|over|almost|more than) )?(?:{RELATIVE})|\d{{1,3}}\+? days ago"
_BARE = re.compile(rf"(?P<said>{_AGO}|\d{{1,2}} ?[hdw])", re.IGNORECASE)
_CHIP = re.compile(
    r"(?:^|[•|\n]\s?|\s-\s)(?:(?:re)?posted )?(?P<said>(?:\d{1,3}\+?|an?) (?:minute|hour|day|week|month)s? ago)(?=\s*(?:[•|\n]|$|\sBe among|\s\d+ applicants|\sOver \d))",
    re.IGNORECASE,
)
_BY = re.compile(rf"\bposted by:? [^\n]{{2,60}}? on (?P<said>{DATE})", re.IGNORECASE)
_DATED = re.compile(
    r"date|dat[eu]m|fecha|clos|deadline|limit|frist|expir|period|until|bis\b|beginn|start|début|inicio|apply|bewerb|postul|sollicit|\ble$|\bam$|\bon$|\bup$|interview|sluit|cierre|ends?\b",
    re.IGNORECASE,
)
# A day and its year alone on a line at the top is the day of the advert.
_DAY_ALONE = re.compile(rf"(?:{one_of(table('dates')['weekdays'])})?,?\s?(?P<said>(?:{DATE}))", re.IGNORECASE)
# "Our journal was published on ..." speaks of something else; "this job was posted on ..." does not.
_OTHER_THING = re.compile(
    r"\b(?:was|were|been|have|has|had|which|that|papers?|books?|articles?|reports?|results?|first)\s*$", re.IGNORECASE
)
_THIS_JOB = re.compile(
    r"\b(?:job|posting|advert|listing|vacancy|position|role|offer|ad)\s(?:was|has been|is)\s*$", re.IGNORECASE
)


_TOP = 8


@cache
def _when() -> re.Pattern[str]:
    return when(rf"{DATE}|{_AGO}")


def extract_posted(doc: Document) -> Found[str] | None:
    """The day of publication as an ISO date, or in the page's words, or None."""
    for found in _labelled(doc, "posted"):
        return found
    for match in period(doc):
        return dated(doc, *match.span("from"), "posted.period")
    for line in doc.telling(header_lines(doc), ("posted by",)):
        if by := _BY.search(doc.text, line.start, line.stop):
            return dated(doc, *by.span("said"), "posted.by")
    for line in header_lines(doc):
        words = doc.text[line.start : line.stop]
        if chip := _CHIP.search(words) or _BARE.fullmatch(words):
            start, stop = chip.span("said")
            return doc.quoted(line.start + start, line.start + stop, "posted.chip")
    top = header_lines(doc)[:_TOP]
    for above, line in zip((None, *top), top, strict=False):
        alone = _DAY_ALONE.fullmatch(doc.text, line.start, line.stop)
        if alone and re.search(r"(?:19|20)\d\d", alone["said"]) and (above is None or not _asks(above.text)):
            return dated(doc, *alone.span("said"), "posted.day_alone")
    return None


def _asks(text: str) -> bool:
    """Whether a line asks for a date below it: "Closing date", "Date limite", "Start", or any label with a colon."""
    return text.endswith(":") or _DATED.search(text) is not None


def extract_updated(doc: Document) -> Found[str] | None:
    """The day of the last change as an ISO date, or in the page's words, or None."""
    return next(_labelled(doc, "updated"), None)


def _labelled(doc: Document, field: str) -> Iterator[Found[str]]:
    return labelled(doc, field, _when(), unless=_is_of_something_else)


def _is_of_something_else(before: str) -> bool:
    """Whether the words before the label speak of something else that was published."""
    return _OTHER_THING.search(before) is not None and _THIS_JOB.search(before) is None
