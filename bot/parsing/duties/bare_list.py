"""What is each line of a page that is nothing but a head and a list, its headings lost?

Employers list duties, then what they insist on, then what they wish for. So two borders are sought that agree best with
what the lines say: verbs open duties; degrees, counted years and permissions are insisted on, a second degree or count of
years begins the wishes, praise of skills and traits belongs to them. Where anything else stands on the page, or the lines
do not divide clearly, this is no bare list, and wording alone decides (`bot.parsing.duties.requirements`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.parsing.document import Document, SectionKind
from bot.parsing.duties.items import is_furniture
from bot.parsing.line_kinds import LineKind, line_kind
from bot.text.layout import Line

_HEADED = frozenset(
    {SectionKind.DUTIES, SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.EDUCATION, SectionKind.BENEFITS}
)
_FEWEST = 6
_FEWEST_DUTIES = 2
_FEWEST_ASKS = 3
_LONGEST_HEAD = 8
_SHORTEST_FIRST = 25
_MOST_OTHERS = 2
_LONGEST_LABEL = 25
_DEGREE = re.compile(
    r"\b(?:ba|bs|b\.?sc|b\.?a\.?|bachelor\w*)\b|undergraduate|degree in|\bor equivalent", re.IGNORECASE
)
_HIGHER = re.compile(
    r"\bmba\b|master'?s|\bph\.?d|\bm\.?s\.?\b|(?:advanced|graduate|postgraduate) degree|\bjd\b|\bcpa\b|certifi",
    re.IGNORECASE,
)
_YEARS = re.compile(r"^\d+\+? years?|\b\d+\+? years? of", re.IGNORECASE)
_EXPERIENCE = re.compile(r"^(?:\w+ ){0,3}experience\b", re.IGNORECASE)
_FORMAL = re.compile(
    r"^must\b|authori[sz]|currently|enrolled|returning to|licen[cs]e|citizen|portfolio|available|graduat", re.IGNORECASE
)
_SPEAKING = re.compile(
    r"\b(?:speak|fluent|fluency|proficient|proficiency)\b.{0,60}(?-i:[A-Z])[a-z]+(?:ese|ish|an|ch|ic|ew)\b",
    re.IGNORECASE,
)
# How much each sign speaks for "insisted on"; signs below zero speak for "wished for".
_SIGNS = (
    (_DEGREE, 2.5),
    (_HIGHER, -1.3),
    (_YEARS, 1.5),
    (_SPEAKING, 1.5),
    (_FORMAL, 1.3),
    (_EXPERIENCE, 0.3),
    (
        re.compile(
            r"^(?:an? )?(?:excellent|demonstrat\w+|strong|proven|effective|outstanding|distinctive|deep|exceptional|great|superior|extensive|significant"
            r"|solid|expert|advanced|well|highly|good|track|record)\b",
            re.IGNORECASE,
        ),
        -3.0,
    ),
    (
        re.compile(
            r"team player|self-|motivat|passion|oriented|attention to detail|creativ|curious|interest|thriv|fast-paced|ambigu|influenc|communicat|interpersonal"
            r"|organi[sz]ation|leadership|problem.solving|analytical skills|multi-?task|independent|proactive|flexib|work well|prioriti",
            re.IGNORECASE,
        ),
        -1.5,
    ),
    (re.compile(r"^(?:ability|able|capacity|capable)\b", re.IGNORECASE), -0.4),
    (
        re.compile(
            r"^(?:\w+,? ){0,2}(?:knowledge|understanding|familiarity|expertise|background|comfort|fluency|proficiency|skills?)\b",
            re.IGNORECASE,
        ),
        -2.5,
    ),
    (re.compile(r"prefer|\bplus\b|ideal|desir|nice to|bonus|\basset", re.IGNORECASE), -3.0),
)  # fmt: skip
# A list of what is insisted on is short; beyond the last entry it is as unlikely as there.
_LENGTHS = (-9.0, -0.8, 0.6, 0.6, 0.0, -1.0, -2.0, -3.0)
_MORE_FORMAL, _HIGHER_DEGREE, _YEARS_AGAIN, _APART = 3.0, 4.0, 2.0, 8.0


@dataclass(frozen=True, slots=True)
class BareList:
    """The lines of a page without headings, divided; each part in page order."""

    duties: tuple[Line, ...]
    musts: tuple[Line, ...]
    wishes: tuple[Line, ...]


def read_bare_list(doc: Document) -> BareList | None:
    """The page as a bare list, or None when it is none."""
    if any(section.kind in _HEADED for section in doc.sections):
        return None
    lines = [line for line in doc.all_lines() if not is_furniture(line)]
    kinds = [line_kind(line.text) for line in lines]
    first = _first(lines, kinds)
    if first is None or len(lines) - first < _FEWEST:
        return None
    lines, kinds = lines[first:], kinds[first:]
    border = _border(kinds)
    if border < _FEWEST_DUTIES or len(lines) - border < _FEWEST_ASKS or not _is_clear(lines, kinds, border):
        return None
    asks = lines[border:]
    musts = _number_of_musts(asks)
    return BareList(tuple(lines[:border]), tuple(asks[:musts]), tuple(asks[musts:]))


def _first(lines: Sequence[Line], kinds: Sequence[LineKind | None]) -> int | None:
    """The place of the first line of the list: below the title, a duty of some length."""
    for number in range(1, min(len(lines), _LONGEST_HEAD)):
        if kinds[number] is LineKind.DUTY and len(lines[number].text) >= _SHORTEST_FIRST:
            return number
    return None


def _border(kinds: Sequence[LineKind | None]) -> int:
    """The number of duties that agrees best with what the lines say; the smallest one of equals."""
    best, most, score = 0, 0, 0
    for number, kind in enumerate(kinds, start=1):
        score += (kind is LineKind.DUTY) - (kind in (LineKind.MUST, LineKind.NICE))
        if score > most:
            best, most = number, score
    return best


def _is_clear(lines: Sequence[Line], kinds: Sequence[LineKind | None], border: int) -> bool:
    """Whether nearly every line is on its side of the border, and none belongs to another part of a page."""
    strays = sum(kind in (LineKind.MUST, LineKind.NICE) for kind in kinds[:border])
    strays += sum(kind is LineKind.DUTY for kind in kinds[border:])
    others = sum(kind is LineKind.OFFER or _is_label(line) for line, kind in zip(lines, kinds, strict=True))
    unknown = sum(kind is None for kind in kinds)
    return others <= _MOST_OTHERS and strays * 5 <= len(kinds) and (strays + unknown) * 3 <= len(kinds)


def _is_label(line: Line) -> bool:
    head, colon, _ = line.text.partition(":")
    return bool(colon) and len(head) <= _LONGEST_LABEL


def _number_of_musts(asks: Sequence[Line]) -> int:
    """How many of the asks are insisted on: the border that agrees best with the signs."""
    weights = [sum(weight for sign, weight in _SIGNS if sign.search(line.text)) for line in asks]
    ranks = [_rank(line.text) for line in asks]
    scores = [
        sum(weights[:border])
        - sum(weights[border:])
        + _begins(asks, ranks, border)
        + _LENGTHS[min(border, len(_LENGTHS) - 1)]
        for border in range(1, len(asks) + 1)
    ]
    return scores.index(max(scores)) + 1


def _rank(text: str) -> int:
    """How formal an ask is: a list falls from degrees over years and experience to the rest."""
    if _DEGREE.search(text) or _HIGHER.search(text):
        return 3
    if _YEARS.search(text):
        return 2
    return int(any(sign.search(text) for sign in (_EXPERIENCE, _FORMAL, _SPEAKING)))


def _begins(asks: Sequence[Line], ranks: Sequence[int], border: int) -> float:
    """How much the line behind the border looks like the first one of a second list."""
    if border == len(asks):
        return 0.0
    text, apart = asks[border].text, asks[border].gap > min(line.gap for line in asks[1:])
    higher = bool(_HIGHER.search(text)) and not _DEGREE.search(text)
    again = ranks[border] == 2 and 2 in ranks[:border]
    more_formal = ranks[border] > ranks[border - 1]
    return _MORE_FORMAL * more_formal + _HIGHER_DEGREE * higher + _YEARS_AGAIN * again + _APART * apart
