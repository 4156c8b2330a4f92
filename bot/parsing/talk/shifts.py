"""Which stretch of a sentence is made of words of shifts alone, and tells when one works? Whatever its wording.

Days, parts of the day, times and shifts, with the small words between them (`lexicon/shifts.toml`). Opening times, calls,
interviews and planning the shifts of others tell nothing; a stretch needs words of work beside it, or be most of its
sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from bot.parsing.lexicon.tables import table
from bot.parsing.time.numbers import WORD
from bot.text.literals import EDGE
from bot.text.sieve import Cues
from bot.text.span import Span
from bot.text.tokens import fold


class _Kind(StrEnum):
    DAY = "day"
    PART = "part"  # of the day
    WEEKEND = "weekend"
    FEAST = "feast"
    SHIFT = "shift"
    CLOCK = "clock"
    BESIDE = "beside"
    UNIT = "unit"  # no stretch begins with one: "37 hours a week in late shifts"
    NUMBER = "number"
    JOINT = "joint"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class _Word:
    kind: _Kind
    start: int
    stop: int


_TOKEN = re.compile(
    r"(?P<clock>\d{1,2}(?:[:.h]\d\d\b|(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?|(?:uhr|uur)\b)|\s?h\b(?!\s?/))|\b[0-2]\d[0-5]0(?=\s?(?:-|to|until|till)\s?[0-2]\d[0-5]0)|(?<=\d\d[0-5]0-)[0-2]\d[0-5]0\b)"
    r"|(?P<cross>\b\d\s?x\s?(?:[78]|10|12)\b|\b(?:8|10|12)s\b)|(?P<figure>\d{1,2})(?![\d%]|[.,]\d)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)",
    re.IGNORECASE,
)
_GAP = re.compile(r"[\s,/&()+:\-]{0,4}")
_TELLING = frozenset({_Kind.DAY, _Kind.PART, _Kind.WEEKEND, _Kind.FEAST, _Kind.SHIFT, _Kind.CLOCK})
_LATEST = 24
_COUNTED = re.compile(
    r"[\s-]*(?:hours?|hrs?|stunden|std|uur|uren|heures?|horas?|h)\b(?! (?:days?|nights?|shifts?))", re.IGNORECASE
)
_OF_WORK = re.compile(
    r"\b(?:work\w*|you|your|shifts?|hours?|schedule|pattern|rota|roster|required|must|availab\w+|willing\w*|flexib\w+|able|job|role|post|position|duty|night role|includ\w+|part of the|we (?:bake|start|run|cook|clean|deliver)"
    r"|arbeit\w*|dienst\w*|bereitschaft|einsatz|du|sie|travail\w*|horaires?|poste|vous|werk\w*|je|rooster|trabaj\w*|horario|jornada|turno)\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"\b(?:some|occasional|every|each|alternate|alternating|one|two|three|1|2|3|other|including|jede\w*|zweite\w*|un|une|chaque|elke|om de|cada)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:must|availab\w+|required|requires?|willing\w*|able to|need(?:ed)? to|work(?:ing)?|included|essential|bereit\w*|erforderlich|bereid\w*|disponib\w+)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\?|@|\b(?:opens?|opening|open (?:to|for|from|until)|closes?|closed|call us|ring|phones?|answered|reach us|telephone|telefon\w*|erreichbar|öffnungszeiten|interviews?|visit|deadlines?|appl(?:y|ications?|icants?)|events?|part(?:y|ies)|drinks|lunch|lunches|breakfast|meetings?|handovers?"
    r"|lines|leave|vacation|entitlement|paid|pay|premium|allowance|bonus|pto|urlaub\w*|congés|vakantie\w*|vacaciones|gym|yoga|deliver(?:y|ies)|prepare|plan(?:s|ning)?|write|organi[sz]e|manag\w+|lead|leads|leading|supervis\w+|coordinat\w+|trial|posted|founded|born|since"
    r"|night ?club|overnight (?:stays?|travel)|away|nights? away|hotel nights|after(?:noon)? tea|good (?:morning|evening)|day[- ]to[- ]day|day by day|every ?day|each day|one day|all day long|day (?:one|1)|weekend away|on time|your first|stay\w*|at a time|come in|cities|drop-in|résumés?|resumes?|first day|next day|same day|full[- ]time|remote|office|home)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|never|without|nor|kein\w*|nicht|ohne|pas de|sans|geen|sin)\s+(?:\w+\s+){0,2}$|n't\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_NO = re.compile(r"(?:no|keine?|pas de|geen|sin)\s", re.IGNORECASE)
_ON_AND_OFF = re.compile(r"\bon\b.{1,20}\boff\b", re.IGNORECASE)
_OFF = re.compile(r"\b(?:off|frei|vrij|repos|free)\b", re.IGNORECASE)
_ON = re.compile(r"on", re.IGNORECASE)
_FREE = re.compile(r"(?:off|on|frei|vrij)\b", re.IGNORECASE)
_MOST = 0.6
_FEWEST_CLOCKS = 2
_COUPLE = 2
_NEAR = 45
_SHORT_DAYS = ("sun", "sat")
_SHORTEST_CUE = 3


@cache
def _kinds() -> dict[str, _Kind]:
    words = table("shifts")
    telling = words["telling"]
    by_kind = (
        (_Kind.JOINT, words["joints"]["words"]),
        (_Kind.NUMBER, [word for word in WORD.split("|") if len(word) > _SHORTEST_CUE - 1]),
        (_Kind.BESIDE, words["beside"]["words"]),
        (_Kind.UNIT, words["units"]["words"]),
        (_Kind.PART, telling["parts"]),
        (_Kind.WEEKEND, telling["weekends"]),
        (_Kind.FEAST, telling["feasts"]),
        (_Kind.SHIFT, telling["shifts"]),
        (_Kind.DAY, [each for day in table("dates")["weekdays"] for each in (day, f"{day}s")]),
    )
    return {fold(word): kind for kind, some in by_kind for word in some}


def _cue_words() -> frozenset[str]:
    whole = (word for word, kind in _kinds().items() if kind in _TELLING and len(word) > _SHORTEST_CUE)
    return frozenset((*(f"{EDGE}{word}{EDGE}" for word in whole), *_endings()))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(map(fold, table("shifts")["endings"]["words"]))


CUES = Cues(_cue_words)


def said(sentence: str) -> Span | None:
    """Where a sentence tells of shifts: its first telling stretch; None where it tells of none.

    >>> text = "Our bakers work from 3am until 10am, five mornings out of seven, in white."
    >>> said(text).of(text)
    '3am until 10am, five mornings out of seven'
    >>> said("The shop is open on Saturdays and Sundays") is None
    True
    """
    if _OTHER.search(sentence):
        return None
    return next((span for span, words in _runs(sentence) if _tells(sentence, span, words)), None)


def run_around(text: str, start: int, stop: int, found: Span) -> Span:
    """The found words grown over the stretch of words of shifts in `text[start:stop]` that overlaps them."""
    for span, _ in _runs(text, start, stop):
        if span.overlaps(found):
            first, last = min(span.start, found.start), max(span.stop, found.stop)
            closes = "(" in text[first:last] and text.startswith(")", last)
            return Span(first, last + closes)
    return found


def _runs(text: str, start: int = 0, stop: int | None = None) -> Iterator[tuple[Span, tuple[_Word, ...]]]:
    """Each stretch of words of shifts that holds a telling one, in order, without the joints at its ends."""
    run: list[_Word] = []
    for word in (*_words(text, start, len(text) if stop is None else stop), None):
        if word is not None and (not run or _GAP.fullmatch(text, run[-1].stop, word.start)):
            run.append(word)
            continue
        yield from _whole(text, run)
        run = [word] if word is not None else []


def _whole(text: str, run: list[_Word]) -> Iterator[tuple[Span, tuple[_Word, ...]]]:
    while run and (run[0].kind in (_Kind.JOINT, _Kind.UNIT) or _ON.fullmatch(text, run[0].start, run[0].stop)):
        run = run[1:]
    while run and (
        run[-1].kind is _Kind.JOINT or (run[-1].kind is _Kind.FIGURE and _COUNTED.match(text, run[-1].stop))
    ):
        run = run[:-1]
    run = _between_commas(text, run)
    if run:
        yield Span(run[0].start, run[-1].stop), tuple(run)


def _between_commas(text: str, run: list[_Word]) -> list[_Word]:
    """The run without the clauses at its ends that tell nothing: "(45 hours a) week, Monday to Friday"."""
    parts: list[list[_Word]] = [run[:1]]
    for before, word in pairwise(run):
        if "," in text[before.stop : word.start]:
            parts.append([])
        parts[-1].append(word)
    while parts and not any(word.kind in _TELLING for word in parts[0]):
        parts = parts[1:]
    while parts and not any(word.kind in _TELLING or _FREE.match(text, word.start) for word in parts[-1]):
        parts = parts[:-1]
    return [word for part in parts for word in part]


def _words(text: str, start: int, stop: int) -> Iterator[_Word]:
    """The words of shifts in the range; any other word leaves a gap between them."""
    last: _Word | None = None
    for match in _TOKEN.finditer(text, start, stop):
        kind = _kind(match)
        # "sun" and "sat" are days behind another day, or with a capital.
        lone = match.group() in _SHORT_DAYS and (last is None or last.kind is not _Kind.DAY)
        if kind is not None and not lone:
            last = _Word(kind, *match.span())
            yield last


def _kind(match: re.Match[str]) -> _Kind | None:
    if match["clock"]:
        return _Kind.CLOCK if int(re.split(r"\D", match["clock"])[0][:2]) <= _LATEST else None
    if match["cross"]:
        return _Kind.SHIFT
    if match["figure"]:
        return _Kind.FIGURE if int(match["figure"]) <= _LATEST else None
    word = fold(match["word"])
    return _kinds().get(word) or (_Kind.SHIFT if word.endswith(_endings()) else None)


def _tells(sentence: str, span: Span, words: tuple[_Word, ...]) -> bool:
    text = span.of(sentence)
    kinds = [word.kind for word in words]
    lone = kinds.count(_Kind.CLOCK) + kinds.count(_Kind.FIGURE) < _FEWEST_CLOCKS
    telling = [kind for kind in kinds if kind in _TELLING and not (kind is _Kind.CLOCK and lone)]
    some = frozenset(telling)
    clocks = kinds.count(_Kind.CLOCK) + kinds.count(_Kind.FIGURE) >= _FEWEST_CLOCKS and _Kind.CLOCK in some
    if (
        _DENIED.search(sentence[: span.start])
        or _NO.match(text)
        or (_OFF.search(text) and not clocks and " on" not in text)
    ):
        return False
    most = len(text) >= _MOST * len(sentence.rstrip(" .!"))
    if (not most and not _OF_WORK.search(sentence)) or some <= {_Kind.FEAST, _Kind.CLOCK}:
        return False
    bound = _BOUND.search(sentence, max(0, span.start - _NEAR), span.stop + _NEAR) is not None
    if _ON_AND_OFF.search(text):
        return True
    if some == {_Kind.DAY}:
        return (bound or len(telling) > _COUPLE) and (len(telling) > 1 or text.endswith("s"))
    often = _OFTEN.search(text) is not None
    return (
        clocks
        or (most and len(words) > 1 and bool(some & {_Kind.PART, _Kind.WEEKEND, _Kind.SHIFT}))
        or (len(some) > 1 and (bound or most or often or len(telling) > _COUPLE))
        or (
            _Kind.SHIFT in some
            and (len(telling) > 1 or not {_Kind.BESIDE, _Kind.UNIT}.isdisjoint(kinds[: kinds.index(_Kind.SHIFT)]))
        )
        or ((bound or most) and (often or text.endswith("s")) and some <= {_Kind.WEEKEND, _Kind.PART})
    )
