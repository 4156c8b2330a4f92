"""Where does a line hold two entries without a blank between them? "in EnglishHTML skills", "weaving3+ years".

A place is sure glue where a word ends and one begins that opens entries, headings or chips. In a line that has sure glue,
what merely looks like it counts too, and a capital behind a blank where an entry surely opens. Names ("JavaScript",
"LinkedIn") are no glue: a table knows them, or they begin with a capital.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from bot.model.languages import LANGUAGE_OF
from bot.parsing.lexicon.tables import table
from bot.parsing.terms.skill_names import names
from bot.text.layout import Line
from bot.text.tokens import fold

_INSIDE = re.compile(
    r"(?<=[a-zß-ÿ)\]!?;:%\d])[A-Z](?=[a-z]| [a-z])|(?<=[A-Z])[A-Z](?=[a-z])|(?<=[a-z):])[A-Z](?=[A-Z])"
    r"|(?<=[a-z)]\.)[A-Z](?=[a-z]|[A-Z]{2})|(?<=[a-z]:)\d"
    r"|(?<=[a-z)])\d{1,2}(?=\+? ?(?:- ?\d{1,2} ?)?(?:\+ ?)?(?:years?|yrs)\b)"
)
_LEFT = re.compile(r"[^\W\d_]{0,30}$")
_RIGHT = re.compile(r"[^\W\d_]+")
_REACH = 31
_LONG = 3
_NAMING = 4  # letters that a word has at least which is no beginning of a name: "macOS", "iPhone"
# Entries that are parted by a blank alone: "eager to learn Willingness to travel".
_BEHIND_BLANK = re.compile(r"(?<=[ (])(?P<left>[a-z]{4,})(?P<blank> +)(?P<right>[A-Z][a-z]+)(?= [a-z(])")
_GOES_ON = frozenset(
    "with from into that your this their over under than such like using based also both either including between within across about these those some each every other more most very well when where while will what which".split()
)
_FEWEST_OF_MANY = 5


def borders(text: str, line: Line) -> list[int]:
    """The offsets at which the entries of the line begin, but for the first; empty when nothing was glued."""
    places = list(_INSIDE.finditer(text, line.start, line.stop))
    if not places:
        return []
    seams = [_Seam(text, line.start, place) for place in places]
    many = _are_many(text, line, seams)
    if not many and not any(seam.is_sure() for seam in seams):
        return []
    found: list[int] = []
    for seam in seams:
        behind = bool(found) and seam.begins_at(found[-1]) and seam.opens
        if behind or seam.is_sure() or seam.is_likely() or (many and seam.is_long()):
            found.append(seam.place)
    return sorted({*found, *_behind_blanks(text, line)})


class _Seam:
    """A capital or a figure inside a word, with the letters on both sides of it."""

    def __init__(self, text: str, start: int, place: re.Match[str]) -> None:
        self.place = place.start()
        left = _LEFT.search(text, max(start, self.place - _REACH), self.place)
        right = _RIGHT.match(text, self.place)
        word = left.group() if left else ""
        self.whole = word + (right.group() if right else "")
        inner = max((spot for spot, sign in enumerate(word) if spot and sign.isupper()), default=0)
        self.left = word if word.isupper() else word[inner:]
        self.before = text[self.place - 1]
        self.right = _cased(right.group()) if right else ""
        self.opens = self.right.lower() in _openers()
        self.figure = right is not None and text[right.end() : right.end() + 1].isdigit()
        self.counts = text[self.place].isdigit()

    def begins_at(self, border: int) -> bool:
        return border == self.place - len(self.left)

    def is_sure(self) -> bool:
        if self.counts:
            return self.before != ":"
        if self.figure:
            return False
        if len(self.right) > 1 and self.right.isupper() and fold(self.left) in LANGUAGE_OF:
            return True
        if not self.left:
            return (
                self.before.isalpha() is False and self.before not in ".%" and not self.before.isdigit() and self.opens
            )
        if self.left.isupper():
            return len(self.left) > 1 and len(self.right) > _LONG and self.opens
        ends = self.left[0].islower() or self.left.lower() in _enders()
        return ends and len(self.left) > 1 and self.opens and len(self.right) > 1 and not self._is_name()

    def is_likely(self) -> bool:
        if self.before == ".":
            return (self.opens and len(self.right) > _LONG) or self.right.isupper()
        if not self.left:
            return not self.before.isdigit() or (self.opens and len(self.right) > _LONG)
        if self.right.isupper() or len(self.right) == 1:
            enough = (
                not self.figure
                and len(self.left) >= _NAMING
                and (self.left[0].islower() or fold(self.left) in LANGUAGE_OF)
            )
            return enough and not self._is_name()
        if self.left.isupper():
            return False
        return (len(self.left) >= _LONG and self.left[0].islower()) or (self.opens and not self._is_name())

    def is_long(self) -> bool:
        return len(self.left) > _NAMING and len(self.right) > _NAMING and not self._is_name()

    def _is_name(self) -> bool:
        return self.whole.lower() in names().by_words


def _cased(word: str) -> str:
    """The first of the words that capitals part: "Java" of "JavaDemonstrated"; a run of capitals is one."""
    for spot, (left, right) in enumerate(pairwise(word), start=1):
        if left.islower() and right.isupper():
            return word[:spot]
    return word


def _are_many(text: str, line: Line, seams: Sequence[_Seam]) -> bool:
    """Whether a line is little but words run together: "CardiologistNeurologistUrologist"."""
    long = sum(1 for seam in seams if seam.is_long())
    return long >= _FEWEST_OF_MANY and long * 2 > text.count(" ", line.start, line.stop)


def _behind_blanks(text: str, line: Line) -> Iterator[int]:
    for match in _BEHIND_BLANK.finditer(text, line.start, line.stop):
        if match["left"] not in _GOES_ON and match["right"].lower() in _openings_of_asks():
            yield match.start("right")


@cache
def _openers() -> frozenset[str]:
    """Words that open a list item, a heading or a chip, in lower case."""
    words = table("lines")
    openers = {*words["verbs"], *words["qualities"], *words["nouns"], *words["openers"]} - set(words["doubtful"])
    headings = (
        phrase for languages in table("headings").values() for phrases in languages.values() for phrase in phrases
    )
    return frozenset(openers | {phrase.split()[0].rstrip("%") for phrase in headings if len(phrase.split()[0]) > 3})


@cache
def _enders() -> frozenset[str]:
    """Words in which entries and headings end, whatever their first letter: "Basic Computer SkillsAbility to ..."."""
    words = table("lines")
    return frozenset({*words["nouns"], *words["enders"], *LANGUAGE_OF})


@cache
def _openings_of_asks() -> frozenset[str]:
    words = table("lines")
    return frozenset(
        {
            *words["qualities"],
            *words["nouns"],
            "must",
            "candidates",
            "candidate",
            "applicants",
            "you",
            "willingness",
            "readiness",
        }
    ) - set(words["doubtful"])
