"""Which level is the role? Words of the title first, then explicit level labels and chips; never derived from years.

"Manager" in a title is as often a trade as a rank, so a label tells better. Supervisors, trainees and working students
are kinds of work, no levels.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.model.evidence import Found
from bot.model.vocabulary import Seniority
from bot.parsing.document import Document, SectionKind
from bot.parsing.header import header_lines
from bot.parsing.lexicon.tables import table
from bot.parsing.page.language import language_of
from bot.parsing.role import title
from bot.parsing.role.title import names_role
from bot.parsing.rule import EDGE
from bot.text.pattern import Pattern
from bot.text.sieve import Cues

# In the order of trust inside one title: the leading adjective tells the level of "Senior Engineer (VP)".
_WORDS = {level: "|".join(words) for level, words in table("seniority")["levels"].items()}
_ANY = re.compile(
    "|".join(f"(?P<{level}>(?<!\\w)(?:{words})(?!\\w))" for level, words in _WORDS.items()), re.IGNORECASE
)
# Functions in which "manager", "executive" or "associate" is the trade and no rank.
# "Assistant to the CEO" is no CEO, "Graduate Office" no graduate.
_OF_OTHERS = re.compile(r"\b(?:to|for|of|reports? to)\s(?:the |our |an? )?$", re.IGNORECASE)
_STAGE = re.compile(r"stage(?= ?(?:[-–:(]|en\b|de\b|bij\b|$)|\s[A-ZÀ-Ý])", re.IGNORECASE)
_TRADES = table("seniority")["trades"]
_TRADE = Pattern(
    rf"\b(?:{'|'.join(_TRADES['managers'])})\s?-?manager\b|\b(?:{'|'.join(_TRADES['executives'])}) executive\b"
    r"|\bsales associate\b|\bretail associate\b|\bwarehouse associate\b|\bstore associate\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    EDGE
    + r"(?:seniority(?: level)?|level|(?:minimum |required )?experience(?: level)?|career level|job level|karrierestufe|niveau|erfahrungslevel|berufserfahrung|ervaringsniveau|nivel(?: de experiencia)?)(?:\s?:\s*|\s{2,})(?P<said>[^\n|•]{2,40})",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^(?:seniority(?: level)?|(?:minimum |required )?experience(?: level)?|career level|job level|karrierestufe|erfahrungslevel)\s?:?$",
    re.IGNORECASE,
)
_LEVELS = re.compile(
    r"^(?:(?P<intern>internship)|(?P<entry>entry[- ]level|entry|graduate|junior)|(?P<associate>associate)|(?P<mid>mid[- ]senior(?: level)?|mid[- ]?(?:level)?|intermediate|medior|professional)|(?P<senior>senior(?: level)?)|(?P<staff>staff)|(?P<principal>principal)|(?P<lead>lead)|(?P<manager>manager|management)|(?P<director>director)|(?P<vice_president>vice president|vp)|(?P<executive>executive))\b(?=(?:\s?(?:level|niveau|role|position))?\s*(?:$|[,/(|;.·•-]))",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:this is (?:an?|our) |as an? |seeking an? |looking for an? |hiring an? |(?:at|for) (?:the |an? )?)(?P<said>entry[- ]level|junior|mid[- ]level|senior(?:[- ]level)?|graduate)\b(?= (?:\w+ ){0,3}(?:role|position|job|level\b|engineer|developer|nurse|manager|opportunity|designer|analyst|scientist|accountant|consultant|specialist))",
    re.IGNORECASE,
)
# A line that names a superior, a tool or a label is no role of this posting.
_OF_ANOTHER = re.compile(r"\breport|:|#|\bplus\b|and/or|\.$|\bhiring manager\b|\bcontact\b", re.IGNORECASE)
_TAG = re.compile(r"#(?P<said>junior|senior|lead|principal|staff|entry-?level|intern)\b(?!-)", re.IGNORECASE)
_LABELS, _SAYINGS = Cues(_LABEL, _ALONE), Cues(_SAID)
CUES = (_LABELS, _SAYINGS)


def statements_of(doc: Document) -> tuple[Found[Seniority], ...]:
    """Every statement of the level: the title, labels, role chips of the header, then sentences.

    A title that says no more than "manager" comes behind the labels.
    """
    titled, labelled = tuple(_in_title(doc)), tuple(_labelled(doc))
    if titled and titled[0].value is Seniority.MANAGER:
        titled, labelled = labelled, titled
    return (*titled, *labelled, *_tags(doc), *_chips(doc), *_said(doc))


def extract(doc: Document) -> Found[Seniority] | None:
    """The level that the page states, or None."""
    found = statements_of(doc)
    return found[0] if found else None


def _in_title(doc: Document) -> Iterator[Found[Seniority]]:
    named = doc.once(title.extract)
    if named is None:
        return
    start = _clean_start(doc, named)
    if start is None:
        return
    stage = _STAGE.match(doc.text, start) if doc.once(language_of) in ("fr", "nl", "it") else None
    if stage:
        yield doc.found(Seniority.INTERN, *stage.span(), "seniority.title")
    else:
        yield from _levels(doc, start, start + len(named.value) + 8, "seniority.title")


def _clean_start(doc: Document, named: Found[str]) -> int | None:
    """Where the title stands in the cleaned page."""
    for line in doc.all_lines():
        evidence = doc.evidence(line.start, line.stop)
        if evidence.start <= named.evidence[0].start < evidence.stop:
            return line.start + max(0, named.evidence[0].start - evidence.start)
    return None


def _levels(doc: Document, start: int, stop: int, rule: str) -> Iterator[Found[Seniority]]:
    """The first level word; a rank of leading ("Manager", "Director") only where no adjective stands before it."""
    trade = {match.span() for match in _TRADE.finditer(doc.text, start, stop)}
    for match in _ANY.finditer(doc.text, start, min(stop, len(doc.text))):
        inside = any(begin <= match.start() < end for begin, end in trade)
        before = doc.text[start : match.start()]
        if match.lastgroup and not inside and "\n" not in before and not _OF_OTHERS.search(before):
            yield doc.found(Seniority(match.lastgroup), *match.span(), rule)
            return


def _labelled(doc: Document) -> Iterator[Found[Seniority]]:
    for line in doc.telling(doc.all_lines(), _LABELS):
        following = doc.line_below(line)
        if match := _LABEL.search(doc.text, line.start, line.stop):
            yield from _level_at(doc, *match.span("said"))
        elif following is not None and _ALONE.match(line.text):
            yield from _level_at(doc, following.start, following.stop)


def _level_at(doc: Document, start: int, stop: int) -> Iterator[Found[Seniority]]:
    match = _LEVELS.match(doc.text[start:stop])
    if match and match.lastgroup:
        yield doc.found(Seniority(match.lastgroup), start, start + match.end(), "seniority.labelled")


def _tags(doc: Document) -> Iterator[Found[Seniority]]:
    """A tag of its own among others in the head: "#rust #senior"."""
    for line in header_lines(doc):
        tag = _TAG.search(doc.text, line.start, line.stop) if line.text.count("#") > 1 else None
        level = _LEVELS.match(tag["said"]) if tag else None
        if tag and level and level.lastgroup:
            yield doc.found(Seniority(level.lastgroup), *tag.span("said"), "seniority.tag")


# Labels of whom one works for, above that person's rank; and words that a page has for its own parts.
_SUPERIOR = re.compile(
    r"(?:report(?:s|ing) to|supervisor|line manager|manager|berichtet an|responsable)\s?:?$", re.IGNORECASE
)


def _chips(doc: Document) -> Iterator[Found[Seniority]]:
    """A second role line of the header ("Staff Software Engineer") or a bare level chip ("Senior")."""
    named = doc.once(title.extract)
    for section in doc.sections[:1]:
        superiors = {line.start for above, line in pairwise(section.lines) if _SUPERIOR.match(above.text)}
        for line in section.lines:
            if (
                line.start in superiors
                or len(line.text) > 60
                or _OF_ANOTHER.search(line.text)
                or (named and line.text in named.value)
            ):
                continue
            if _LEVELS.fullmatch(line.text) or (
                names_role(line.text) and named and named.value not in line.text and len(line.text.split()) <= 5
            ):
                yield from _levels(doc, line.start, line.stop, "seniority.chip")


def _said(doc: Document) -> Iterator[Found[Seniority]]:
    for line in doc.telling(doc.lines(SectionKind.HEADER, SectionKind.ROLE, SectionKind.OTHER), _SAYINGS):
        for match in _SAID.finditer(doc.text, line.start, line.stop):
            level = _ANY.search(match["said"])
            if level and level.lastgroup:
                yield doc.found(Seniority(level.lastgroup), *match.span("said"), "seniority.said")
