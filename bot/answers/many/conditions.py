"""Which conditions does a question over many postings name? Each reader takes its words; what is left must be named.

The order is the order of trust: closed sets, figures, benefits and languages, stated or silent fields, places, words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.answers.many import on_fields, on_words
from bot.answers.many.amounts import figures
from bot.answers.many.condition import Condition, Holding, Text
from bot.answers.nouns import NOUNS
from bot.answers.question import Question
from bot.answers.reading.phrases import Naming, is_specific, namings
from bot.answers.reading.spelling import word_list
from bot.answers.reading.terms import is_content
from bot.answers.reading.values import named_values
from bot.model.languages import language_named

_NOT = re.compile(r"\b(?:not|isn't|aren't|without|no|don't|doesn't|do not|does not|never|non)\b")
_NEGATED = re.compile(r"\b(?:not|isn't|aren't|without|no|don't|doesn't|non)\s(?:\w+\s){0,2}$")
_SILENCE = re.compile(
    r"\b(?:don't|doesn't|not|never|without|no|fail to)\b[^?]{0,24}\b(?:state|say|mention|show|give|list|name|disclose|tell|stating|stated)\b"
)
_STATING = re.compile(
    r"\b(?:state|says?|mention|shows?|gives?|lists?|names?|disclose|tells?|have|has|stating|with|offer|include)\b"
)
_ANYWHERE = re.compile(r"\b(?:mention\w*|speak of|say anything|talk about|name)\b")
_PLACE = re.compile(r"\b(?:in|near|around|based in|located in|within)\s(?:the\s)?((?:[\w'-]+\s?){1,3})$")
_PAID_BY = re.compile(
    r"\b(?:by the (hour|day|week|month|year)|hourly|weekly|monthly)\b(?= ?(?:paid|pay|wage|salary|$))|(?<=pay )(?:hourly|weekly|monthly)\b"
)
_PERIODS = {"hourly": "hour", "weekly": "week", "monthly": "month"}
_FIELDS = frozenset("salary deadline benefits experience languages education hours travel starts".split())
_PAY = "other_pay"


@dataclass(slots=True)
class _Line:
    """A question's words, and which of them a condition has taken."""

    words: tuple[str, ...]
    holder: Text
    taken: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        return " ".join(self.words)

    def take(self, start: int, stop: int) -> None:
        """Marks the words of a range of characters of the text."""
        position = 0
        for number, word in enumerate(self.words):
            if position < stop and start < position + len(word):
                self.taken.add(number)
            position += len(word) + 1


def conditions(question: Question, holding: Holding | None = None) -> tuple[Condition, ...]:
    """The conditions of a question, in the order of their kinds; empty when it names none.

    `holding` gives the postings that hold a stem, to spare a look at the others.
    """
    line = _Line(tuple(question.line.split()), Text(holding))
    readers = (_values, _closed_sets, _figures, _named, _languages)
    found = [condition for reader in readers for condition in reader(line)]
    return (*found, *_words(line))


def _values(line: _Line) -> Iterator[Condition]:
    for named in named_values(line.text):
        line.take(named.start, named.stop)
        yield on_fields.has_value(
            named.field, named.value, negated=_NEGATED.search(line.text[: named.start]) is not None
        )


def _closed_sets(line: _Line) -> Iterator[Condition]:
    negated = _NOT.search(line.text) is not None
    if match := re.search(r"\bvisas?\b|\bsponsor\w*|\bwork permits?\b", line.text):
        for again in re.finditer(r"\bvisas?\b|\bsponsor\w*|\bwork permits?\b", line.text):
            line.take(*again.span())
        yield on_fields.sponsors(negated=_NEGATED.search(line.text[: match.start()]) is not None)
    if match := re.search(r"\b(?:college |university )?(?:degrees?|diploma|education)\b", line.text):
        line.take(*match.span())
        yield on_fields.asks_degree(line.holder, negated=negated)
    if match := _PAID_BY.search(line.text):
        line.take(*match.span())
        yield on_fields.paid_by(_PERIODS.get(match.group(), match[1]))
    if match := re.search(r"\bclosed\b|\bstill open\b|\bopen\b|\bno longer open\b", line.text):
        line.take(*match.span())
        yield on_fields.is_open(closed="closed" in match.group() or "no longer" in match.group())


def _figures(line: _Line) -> Iterator[Condition]:
    for figure in figures(line.text, line.holder):
        line.take(figure.start, figure.stop)
        yield figure.condition


def _named(line: _Line) -> Iterator[Condition]:
    """Benefits, stated or silent fields, and other pay that phrases name."""
    negated = _NOT.search(line.text) is not None
    silence = _SILENCE.search(line.text) is not None
    left = tuple(word if number not in line.taken else "" for number, word in enumerate(line.words))
    seen: set[int] = set()
    for naming in sorted(namings(left), key=lambda each: (each.start, each.table != "benefits")):
        span = set(range(naming.start, naming.stop))
        if span & seen:
            continue
        condition = _condition(naming, line, left, silence=silence, negated=negated)
        if condition is not None or naming.name in _FIELDS:
            seen |= span
            line.taken |= span
        if condition is not None:
            yield condition


def _condition(naming: Naming, line: _Line, left: tuple[str, ...], *, silence: bool, negated: bool) -> Condition | None:
    phrase = left[naming.start : naming.stop]
    if naming.table == "benefits" and naming.name not in ("bonus", "equity"):
        specific = phrase if is_specific(" ".join(phrase)) else ()
        return on_words.offers(naming.name, phrase, line.holder, negated=negated, naming=specific)
    if naming.name in (_PAY, "bonus", "equity"):
        words = [word for word in phrase if is_content(word)]
        return on_words.names_pay([part for word in words for part in word.split("-") if part not in ("on",)])
    if naming.name in _FIELDS and (silence or (_STATING.search(line.text) and not line.taken)):
        return on_fields.states(naming.name, NOUNS[naming.name], silent=silence)
    return None


def _languages(line: _Line) -> Iterator[Condition]:
    negated = _NOT.search(line.text) is not None
    for number, word in enumerate(line.words):
        if number not in line.taken and (language := language_named(word)):
            line.taken.add(number)
            yield on_fields.asks_language(language, negated=negated)


def _words(line: _Line) -> Iterator[Condition]:
    """A place behind "in", and every other telling word."""
    text = " ".join(word for number, word in enumerate(line.words) if number not in line.taken or word == "in")
    place = _PLACE.search(text)
    if place:
        words = [word for word in place[1].split() if is_content(word) and word not in word_list("filler")]
        if words:
            line.taken |= {number for number, word in enumerate(line.words) if word in words}
            yield on_words.is_in(words)
    left = [
        word
        for number, word in enumerate(line.words)
        if number not in line.taken and is_content(word) and word not in word_list("filler") and not word.isdigit()
    ]
    if left:
        yield on_words.names(left, anywhere=_ANYWHERE.search(line.text) is not None, text=line.holder)
