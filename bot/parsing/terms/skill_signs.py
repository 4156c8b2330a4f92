"""Does a name that is also an ordinary word mean a skill here? Signs beside it: words of use, neighbours, capitals.

The words stand in `lexicon/skills/ambiguous.toml`. Leaves out which names there are (`skill_names`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from bot.parsing.lexicon.tables import table
from bot.parsing.terms.skill_names import Name, Trust

_REACH = 40
# What joins two entries of a list of skills: "C, C++ and (ideally) modern Rust".
_JOINT = re.compile(
    r"\s*(?:[,/&+|•;:(–-]\s*(?:(?:and|or|und|oder|et|ou|en|of|y|o)\s)?|(?:and/or|and|or|und|oder|et|ou|en|y)\s)\s*"
    r"(?:(?:ideally|preferably|modern|some|e\.g\.|also|either|both|advanced|ms|microsoft|adobe|google|apache|core)\s){0,2}\(?",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"[a-z\d][,;:(/]?\s\(?$|[a-zà-ÿ],\s$")
_TITLE_CASE = re.compile(r"(?:\b[A-Z][\w'-]*\s(?:(?:and|of|to|the|in|for|a|&)\s)?){2,}$")
_ASKED_BEFORE = re.compile(
    r"\b(?:experienc\w*|years?|yrs|skills?|skilled|knowledge|expertise|proficien\w+|background|understanding|competen\w+|track record|training|trained|qualification|familiar\w*"
    r"|erfahrung\w*|kenntniss?e?n?|expérience|ervaring|kennis|experiencia|conocimientos?)\b[^.;:]{0,36}$",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"[\s-]?(?:experience|skills?|knowledge|expertise|proficiency|background|erfahrung|kenntnisse)\b", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\s?(?:-\s?)?(?:(?:and|&|or|,)\s\w+\s)?(?:teams?|departments?|managers?|directors?|leads?|executives?|assistants?|advis[eo]rs?|agenc\w+|compan\w+|industry|sector|functions?|colleagues|staff|officers?|coordinators?|professionals|consultants?|partners?|organisations?|organizations?|businesse?s?|events?|opportunit\w+|materials?|division)\b",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:committed to|commitment to|head of|director of|vp of|vp,|chief|manager,|department of)\s$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One name found in a text: `start <= i < stop` counts code points of the cleaned page."""

    name: Name
    start: int
    stop: int

    def as_written(self, text: str) -> bool:
        """Whether it stands there in the letters of the table."""
        return text[self.start : self.stop] == self.name.written


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where mentions stand: `start <= i < stop` is their line; a list of skills and a list of asks count as signs."""

    text: str
    start: int
    stop: int
    listed: bool
    asked: bool

    def before(self, mention: Mention) -> str:
        """What stands before the mention in its line, up to a reach."""
        return self.text[max(self.start, mention.start - _REACH) : mention.start]

    def after(self, mention: Mention) -> str:
        """What stands behind the mention in its line, up to a reach."""
        return self.text[mention.stop : min(self.stop, mention.stop + _REACH)]


def meant(mentions: Sequence[Mention], around: Surroundings) -> list[Mention]:
    """The mentions that mean a skill, in their order."""
    counted = {mention for mention in mentions if _counts_alone(mention, around)}
    doubtful = [mention for mention in mentions if mention not in counted and not _never(mention, around)]
    if doubtful:
        counted |= _office_rows(doubtful, around)
        # Vouching runs along a list in both directions.
        for _ in range(2):
            for mention in (*doubtful, *reversed(doubtful)):
                if mention not in counted and _vouched_for(mention, counted, around):
                    counted.add(mention)
    return [mention for mention in mentions if mention in counted]


def _counts_alone(mention: Mention, around: Surroundings) -> bool:
    trust = mention.name.trust
    if trust is Trust.SURE:
        return True
    if trust is Trust.ASKED:
        return _is_asked(mention, around)
    if not mention.as_written(around.text):
        return False
    if trust is Trust.WRITTEN:
        return True
    return not _never(mention, around) and (
        _is_chip(mention, around) or _opens_an_ask(mention, around) or _has_sign(mention, around)
    )


def _is_asked(mention: Mention, around: Surroundings) -> bool:
    """Whether a general ability is asked for here, and not the name of a team or a post."""
    before, after = around.before(mention), around.after(mention)
    if _OTHERS.match(after) or _LED.search(before):
        return False
    return around.listed or around.asked or bool(_ASKED_BEFORE.search(before) or _ASKED_AFTER.match(after))


def _is_chip(mention: Mention, around: Surroundings) -> bool:
    """Whether the name is a whole entry of a list of skills."""
    before = around.text[around.start : mention.start].rstrip()
    after = around.text[mention.stop : around.stop].lstrip()
    return around.listed and (not before or before[-1] in ",/•|;:(") and (not after or after[0] in ",/•|;.()-–")


def _opens_an_ask(mention: Mention, around: Surroundings) -> bool:
    """Whether a line of asks begins with the name alone: "SAS, if you must"."""
    after = around.text[mention.stop : around.stop].lstrip()
    alone = not after or after[0] in ",(:;/-–"
    return around.asked and mention.start == around.start and alone and not _kinds()[mention.name.kind].plain


def _has_sign(mention: Mention, around: Surroundings) -> bool:
    kind = _kinds()[mention.name.kind]
    if kind.plain:
        return False
    before, after = around.before(mention), around.after(mention)
    if kind.before.search(before) or kind.after.match(after):
        return True
    return kind.inside and bool(_INSIDE.search(before)) and not _TITLE_CASE.search(before)


def _never(mention: Mention, around: Surroundings) -> bool:
    before, after = _bans().get(mention.name.written, (None, None))
    return bool((before and before.search(around.before(mention))) or (after and after.match(around.after(mention))))


def _office_rows(doubtful: Sequence[Mention], around: Surroundings) -> set[Mention]:
    """Office programs that stand in a row: "Word, Outlook and Access"."""
    row = [each for each in doubtful if each.name.kind and _kinds()[each.name.kind].together]
    pairs = [pair for pair in pairwise(row) if _joined(*pair, around)]
    return {each for pair in pairs for each in pair if each.as_written(around.text)}


def _vouched_for(mention: Mention, counted: Iterable[Mention], around: Surroundings) -> bool:
    """Whether a skill stands beside the mention in a list; one in unusual letters needs the list to go on or end."""
    if mention.name.trust is Trust.ASKED:
        return False
    left = any(other.stop <= mention.start and _joined(other, mention, around) for other in counted)
    right = any(other.start >= mention.stop and _joined(mention, other, around) for other in counted)
    if mention.as_written(around.text):
        return left or right
    rest = around.text[mention.stop : around.stop].lstrip()
    return (left and right) or (left and (not rest or rest[0] in ",.;/)")) or (right and rest[:1] in ",/")


def _joined(left: Mention, right: Mention, around: Surroundings) -> bool:
    between = around.text[left.stop : right.start]
    return len(between) <= _REACH and _JOINT.fullmatch(between) is not None


@dataclass(frozen=True, slots=True)
class _Kind:
    before: re.Pattern[str]
    after: re.Pattern[str]
    plain: bool
    inside: bool
    together: bool


@cache
def _kinds() -> dict[str, _Kind]:
    source = table("skills/ambiguous")
    signs = source["signs"]
    return {
        kind: _Kind(
            _ends_with([*signs["before"], *entry.get("before", [])]),
            _starts_with(signs["after"]),
            entry.get("plain", False),
            entry.get("inside", False),
            entry.get("together", False),
        )
        for kind, entry in source.items()
        if kind not in ("signs", "never")
    }


@cache
def _bans() -> dict[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]]:
    never = table("skills/ambiguous")["never"]
    return {
        name: (
            _ends_with(never["before"][name]) if name in never["before"] else None,
            _starts_with(never["after"][name]) if name in never["after"] else None,
        )
        for name in {*never["before"], *never["after"]}
    }


def _ends_with(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern for text that ends in one of the phrases, as whole words, with an opening sign behind it or not."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})\s?[:(]?\s?[\"']?$", re.IGNORECASE)


def _starts_with(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"[\s-]?(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)
