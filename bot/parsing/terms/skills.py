"""Which skills does a posting name? Canonical names from a table, each with every mention.

One pass over the words, longest name first. Names that are also ordinary words ("Go", "Excel", "Spring") count only
with signs of a skill beside them. A skill that is not needed, or a site's advice, is no mention.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.model.evidence import Found
from bot.parsing.document import Document, SectionKind
from bot.parsing.lexicon.tables import table
from bot.text.layout import Line
from bot.text.polarity import is_unasked
from bot.text.span import Span

_TOKEN = re.compile(r"\.[nN][eE][tT]\b|[^\W_]+(?:\+\+|#|\+(?=[\s,.;)/]|$))?|[&/.+-]")
_LONGEST_NAME = 9
_NOT_HERE = frozenset({SectionKind.ADVICE, SectionKind.LEGAL, SectionKind.RELATED, SectionKind.SITE})
_SIGN_BEFORE = re.compile(
    r"(?:\b(?:in|with|using|like|as|know|learn|including|e\.g\.,?|microsoft|ms|google|languages?:|language|of|know|experience|and|or|expert|stack:?|written in)\s|[,(/•|:]\s?|^)$",
    re.IGNORECASE,
)
_SIGN_AFTER = re.compile(
    r"\s?(?:[,/)|•;]|$|\.(?:\s|$)|\b(?:programming|developer|engineer|development|language|code|framework|scripting|skills|proficiency|experience|knowledge|and|or|kenntnisse|boot|services?|formulas?|spreadsheets?|macros|services|modules?|backend|microservices|proficient|packages?|tidyverse|library|libraries|shiny)\b)",
    re.IGNORECASE,
)
_TALK_AFTER = re.compile(
    r"\s?(?:-?to\b|-?to-market|through|above|beyond|for\b|the\b|at\b|on\b|ahead|further|in (?:a|this|your|the)\b|\d{4}|20\d\d|&\s?[A-Z]\b|of mouth|response|action|control|key|up\b|with (?:a|us|the|our)\b)",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(r"\b(?:to|will|you|we|can|and|who|you'll|must|they)\s$", re.IGNORECASE)
_WRITTEN_IN = re.compile(
    r"\b(?:firmware|code|coding|software|drivers?|programs?|programming|program|written|services?|develop\w*|scripts?) in\s$",
    re.IGNORECASE,
)
_NEAR = 48
_NOT_USED = re.compile(
    r"\b(?:no|not|without|instead of|rather than|never|don't|doesn't|moving away from|replacing)\b[^.;]{0,24}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Name:
    canonical: str
    written: tuple[str, ...]
    cased: bool
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class _Mention:
    name: _Name
    start: int
    stop: int


def extract(doc: Document) -> tuple[Found[str], ...]:
    """The skills in the order of their first mention; the evidence of each is every mention."""
    mentions: dict[str, list[Span]] = {}
    for section in doc.sections:
        if section.kind in _NOT_HERE:
            continue
        for line in section.lines:
            if len(line.text) == 1:
                continue
            for mention in _in_line(doc.text, line, listed=section.kind is SectionKind.SKILLS):
                mentions.setdefault(mention.name.canonical, []).append(Span(mention.start, mention.stop))
    return tuple(doc.found_in(name, spans, "skills.named") for name, spans in mentions.items())


def names_skill(text: str) -> bool:
    """Whether the words name a skill of the table.

    >>> names_skill("QuickBooks Online and Excel"), names_skill("Kind words")
    (True, False)
    """
    return next(_in_line(text, Line(0, len(text), text), listed=False), None) is not None


def _in_line(text: str, line: Line, *, listed: bool) -> Iterator[_Mention]:
    words = _TOKEN.findall(text, line.start, line.stop)
    if _names().keys().isdisjoint(map(str.lower, words)):
        return
    found = list(_candidates(text, line))
    unasked = bool(found) and is_unasked(line.text)
    sure = [mention for mention in found if not mention.name.ambiguous]
    for mention in found:
        if mention.name.ambiguous and not (listed or _is_skill(text, line, mention, sure)):
            continue
        if unasked and _NOT_USED.search(text, max(line.start, mention.start - 60), mention.start):
            continue
        if _NOT_USED.search(text, max(line.start, mention.start - 26), mention.start) and not _only(
            text, line, mention
        ):
            continue
        yield mention


def _only(text: str, line: Line, mention: _Mention) -> bool:
    """Whether "not" stands in "not only" or "not limited to", which denies nothing."""
    return (
        re.search(r"\bnot (?:only|just|limited)\b", text[max(line.start, mention.start - 40) : mention.start])
        is not None
    )


def _candidates(text: str, line: Line) -> Iterator[_Mention]:
    tokens = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text, line.start, line.stop)]
    names = _names()
    place = 0
    while place < len(tokens):
        step = 1
        for name in names.get(tokens[place][0].lower(), ()):
            length = len(name.written)
            if _matches(text, tokens[place : place + length], name):
                stop = tokens[place + length - 1][2]
                yield _Mention(name, tokens[place][1], stop)
                step = length
                break
        place += step


def _matches(text: str, tokens: list[tuple[str, int, int]], name: _Name) -> bool:
    if len(tokens) < len(name.written):
        return False
    for (token, _, _), part in zip(tokens, name.written, strict=True):
        if token != part and (name.cased or token.lower() != part.lower()):
            return False
    start, stop = tokens[0][1], tokens[-1][2]
    before, after = text[start - 1 : start], text[stop : stop + 1]
    glued = before in {"@", "#", "_", "-"} and len(name.written) == 1 and before != "-"
    return not glued and after not in {"@", "_"} and not (after in {"+", "#"} and len(name.written) == 1)


def _is_skill(text: str, line: Line, mention: _Mention, sure: list[_Mention]) -> bool:
    before = text[max(line.start, mention.start - 24) : mention.start]
    after = text[mention.stop : min(line.stop, mention.stop + 24)]
    if _WRITTEN_IN.search(before):
        return True
    if _TALK_AFTER.match(after) or after[:1] == "&" or before[-1:] == "&":
        return False
    if re.search(r"\b(?:microsoft|ms|google|adobe|apache|aws)\s$", before, re.IGNORECASE):
        return True
    near = any(abs(other.start - mention.stop) <= _NEAR or abs(mention.start - other.stop) <= _NEAR for other in sure)
    if re.match(
        r"\s?(?:programming|developer|engineer|language|scripting|code|skills|proficiency)\b", after, re.IGNORECASE
    ):
        return True
    if _VERB_BEFORE.search(before) and not near:
        return False
    surrounded = bool(_SIGN_BEFORE.search(before)) and bool(_SIGN_AFTER.match(after))
    return surrounded and (
        near
        or re.search(
            r"\b(?:experience|knowledge|proficien\w+|skills|using|written) (?:in|with|of|using)?\s?$", before, re.I
        )
        is not None
        or (len(line.text) <= 20)
    )


@cache
def _names() -> dict[str, tuple[_Name, ...]]:
    """First token in lower case → names that start with it, longest first."""
    source = table("skills")
    canonical: dict[str, str] = source["canonical"]
    index: dict[str, list[_Name]] = {}
    for group in ("plain", "cased", "ambiguous"):
        for entry in source[group]:
            first, *aliases = entry.split("|")
            for written in (first, *aliases):
                parts = tuple(match.group() for match in _TOKEN.finditer(written))
                name = _Name(canonical.get(first, first), parts, group != "plain", group == "ambiguous")
                index.setdefault(parts[0].lower(), []).append(name)
    return {
        key: tuple(sorted(names, key=lambda name: (-len(name.written), name.written))) for key, names in index.items()
    }
