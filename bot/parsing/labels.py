"""What stands behind a label? "Hours: 40 a week", "Hours   40 a week", or the label alone and its value on the line below.

The labels of each field are a table (`lexicon/labels.toml`). Leaves out whether the value makes sense for its field.
"""

import re
from collections.abc import Iterator
from functools import cache, partial

from bot.parsing.document import Document
from bot.parsing.header import own_lines
from bot.parsing.lexicon.tables import one_of, table
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sieve import Cues
from bot.text.span import Span

_EDGE = r"(?:(?m:^)|(?<=[^\w\s,]\s)|(?<=\s\s))"
_BETWEEN = r"(?:\(s\)|s)?\s?(?::|\s-(?=\s)|\t|\s{3,})\s*"
# At the start of a line two blanks part a label from its value too: "Department  Accounts".
_TWO_BLANKS = r"\s\s(?=(?-i:[A-ZÀ-Ý\d$£€]))"
# A value ends at a mark that parts chips, at the end of its sentence, or before the next label.
_STOP = re.compile(
    r"\s?[|•;]|\s-\s(?=You\b|Yes\b|No\b)|(?<!\b[Cc]a)(?<!\bCo)(?<!pprox)(?<!\b[Mm]in)(?<!\b[Mm]ax)(?<!Std)(?<!\bSt)(?<!\bFt)(?<!\bMt)(?<!\.[A-Z])\.(?=\s+[A-ZÀ-Ö]|\s*$)|\s{3,}|,?\s(?=[A-Z][a-z]+(?:\s[a-z]+){0,2}:\s)"
)
# Several places may stand behind one label: "Berlin; Hamburg".
_LIST_STOP = re.compile(_STOP.pattern.replace("[|•;]", "[|•]", 1))
_LONGEST = 90


@cache
def _pattern(field: str) -> Pattern:
    names = one_of(table("labels")[field])
    return Pattern(rf"(?:{_EDGE}(?:{names}){_BETWEEN}|(?m:^)(?:{names}){_TWO_BLANKS})(?P<said>\S[^\n]*)", re.IGNORECASE)


@cache
def _alone(field: str) -> Pattern:
    return Pattern(rf"(?:{one_of(table('labels')[field])})\s?[:?]?", re.IGNORECASE)


@cache
def _any_label() -> re.Pattern[str]:
    labels = table("labels")
    everything = {term for terms in labels.values() for term in terms} - {
        "remote",
        "employment",
        "engagement",
        "contract",
        "status",
    }
    return re.compile(rf"(?:{one_of(everything)})\s?:?", re.IGNORECASE)


_FIELDS = (
    "duration",
    "hours",
    "shift",
    "travel",
    "team",
    "industry",
    "company_size",
    "locations",
    "company",
    "employer_kind",
    "experience",
    "employment_type",
    "work_mode",
)
# By field: what any line with one of its labels shows.
CUES = {field: Cues(partial(_pattern, field), partial(_alone, field)) for field in _FIELDS}


def labelled_values(doc: Document, field: str) -> Iterator[tuple[Span, str]]:
    """Each value behind a label of the field, in page order, with "labelled" or "below_label" for its rule."""
    ends = _LIST_STOP if field == "locations" else _STOP
    for line in doc.telling(own_lines(doc), CUES[field]):
        following = doc.line_below(line)
        for match in doc.matches(_pattern(field), line.start, line.stop):
            stop = ends.search(doc.text, match.start("said"), match.end("said"))
            end = stop.start() if stop else match.end("said")
            if 0 < end - match.start("said") <= _LONGEST:
                yield Span(match.start("said"), end), "labelled"
        if following is not None and _alone(field).fullmatch(line.text) and is_value(following):
            stop = ends.search(doc.text, following.start, following.stop)
            yield Span(following.start, stop.start() if stop else following.stop), "below_label"


def is_label(text: str) -> bool:
    """Whether the text is a label of some field, with or without its colon."""
    return _any_label().fullmatch(text) is not None


def is_value(line: Line) -> bool:
    """Whether a line can be the value of a label above it: short, no sentence, no label itself."""
    return len(line.text) <= _LONGEST and not line.text.endswith((":", "?")) and not is_label(line.text)
