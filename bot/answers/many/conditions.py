"""Which conditions does a question over many postings name? Each reader takes its words; what is left must be named.

The order is the order of trust: closed sets, figures, benefits and languages, stated or silent fields, places, words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.answers.many import on_fields, on_words
from bot.answers.many.amounts import figures
from bot.answers.many.condition import Condition, Holding, Text, either
from bot.answers.nouns import NOUNS
from bot.answers.question import Question
from bot.answers.reading.abroad import in_english
from bot.answers.reading.cues import has
from bot.answers.reading.phrases import Naming, is_specific, namings
from bot.answers.reading.spelling import word_list
from bot.answers.reading.terms import is_content
from bot.answers.reading.values import named_values
from bot.model.languages import language_named

_NOT = re.compile(r"\b(?:not|isn't|aren't|without|no|don't|doesn't|do not|does not|never|non)\b")
_NEGATED = re.compile(r"\b(?:not|isn't|aren't|without|no|don't|doesn't|non)\s(?:\w+\s){0,2}$")
_SILENCE = re.compile(
    r"\b(?:don't|doesn't|not|never|without|no|fail to|forget to)\b[^?]{0,24}\b(?:state|say|mention|show|give|list|name|disclose|tell|stating|stated|publish|reveal)\b"
    r"|\b(?:state|say|mention|show|give|list|name|disclose|tell)s? nothing\b|\bnothing (?:is )?(?:said |stated )?(?:about|on)\b|\b(?:hides?|hiding|conceals?|omits?|leaves? out)\b|\b(?:state|say|name|give|mention)s? no\b"
)
_STATING = re.compile(
    r"\b(?:states?|says?|mentions?|shows?|gives?|lists?|names?|discloses?|tells?|have|has|stating|with|offers?|includes?|involves?|needs?|requires?|publish\w*)\b"
)
_ANYWHERE = re.compile(r"\b(?:mention\w*|speak of|say anything|talk about|name)\b")
_PLACE = re.compile(r"\b(?:in|near|around|based in|located in|within)\s(?:the\s)?((?:[\w'-]+\s?){1,3})$")
_PAID_BY = re.compile(
    r"\b(?:by the (hour|day|week|month|year)|hourly|weekly|monthly)\b(?= ?(?:paid|pay|wage|salary|$))|(?<=pay )(?:hourly|weekly|monthly)\b"
)
_PAID_IN = re.compile(
    r"\b(?:in|with) (?P<money>euros?|eur|pounds?|gbp|sterling|us dollars|dollars?|usd|francs?|chf|zloty|pln|kroner|nok|sek|dkk|rupees|inr)\b"
)
_CURRENCIES = {
    "euro": "EUR", "eur": "EUR", "pound": "GBP", "gbp": "GBP", "sterling": "GBP", "us dollar": "USD", "dollar": "USD", "usd": "USD", "franc": "CHF", "chf": "CHF",
    "zloty": "PLN", "pln": "PLN", "kroner": "NOK", "nok": "NOK", "sek": "SEK", "dkk": "DKK", "rupee": "INR", "inr": "INR",
}  # fmt: skip
_AT_ONCE = re.compile(r"\b(?:immediately|right away|straight away|at once|asap|as soon as possible|now)\b")
_LICENCE = re.compile(r"\b(?:(?:clean|full|valid|car|driving|driver|drivers|driver's)\s)*licen[cs]es?\b")
_DRIVING = re.compile(r"\b(?:clean|full|car|driv\w+)\b")
_PERIODS = {"hourly": "hour", "weekly": "week", "monthly": "month"}
_LEVEL = re.compile(r"\b(phds?|doctorates?|masters?|bachelors?)(?:'s)?(?: degrees?)?\b")
_MAYBE = re.compile(r"\b(?:maybe|perhaps|possibly|probably|might|may)\b")
_SAID = frozenset({"shift"})
# Words of a field's name that mean all of it.
_WHOLE = frozenset("shift shifts work working travel schedule".split())
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
    line = _Line(in_english(question.line.split()), Text(holding))
    readers = (_values, _closed_sets, _figures, _named, _languages)
    apart = re.search(r"\bor\b", line.text) is not None
    found: list[Condition] = []
    for reader in readers:
        several = tuple(reader(line))
        found += [either(several)] if apart and len(several) > 1 else several
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
    if match := _LEVEL.search(line.text):
        line.take(*match.span())
        yield on_words.names([match[1].rstrip("s")], anywhere=False, text=line.holder, negated=negated)
    elif match := re.search(r"\b(?:college |university )?(?:degrees?|diploma|education)\b", line.text):
        line.take(*match.span())
        yield on_fields.asks_degree(line.holder, negated=negated)
    if match := _PAID_BY.search(line.text):
        line.take(*match.span())
        yield on_fields.paid_by(_PERIODS.get(match.group(), match[1]))
    if match := _PAID_IN.search(line.text):
        line.take(*match.span())
        yield on_fields.paid_in(_CURRENCIES[match["money"].rstrip("s")])
    if (match := _AT_ONCE.search(line.text)) and re.search(r"\b(?:start|begin)", line.text):
        line.take(*match.span())
        yield on_fields.starts_now()
    if _MAYBE.search(line.text) and (match := re.search(r"\bclosed\b|\bfilled\b|\bexpired\b", line.text)):
        line.take(*match.span())
        yield on_fields.is_maybe_closed()
    elif match := re.search(r"\bclosed\b|\bstill open\b|\bopen\b|\bno longer open\b", line.text):
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
        if condition is not None or naming.table == "fields":
            seen |= span
            line.taken |= span
        if condition is not None:
            yield condition


def _condition(naming: Naming, line: _Line, left: tuple[str, ...], *, silence: bool, negated: bool) -> Condition | None:
    phrase = left[naming.start : naming.stop]
    if not silence and not any(is_content(word) for word in phrase):
        return None
    if naming.table == "fields" and silence:
        return on_fields.states(naming.name, NOUNS[naming.name], silent=True)
    if naming.table == "benefits" and naming.name not in ("bonus", "equity"):
        specific = phrase if is_specific(" ".join(phrase)) else ()
        return on_words.offers(naming.name, phrase, line.holder, negated=negated, naming=specific)
    if naming.name in (_PAY, "bonus", "equity"):
        words = [word for word in phrase if is_content(word)]
        return on_words.names_pay([part for word in words for part in word.split("-") if part not in ("on",)])
    if naming.name in _SAID and (words := [word for word in phrase if is_content(word) and word not in _WHOLE]):
        return on_words.says_of(naming.name, words, line.holder)
    if naming.table == "fields" and _STATING.search(line.text) and not line.taken:
        return on_fields.states(naming.name, NOUNS[naming.name], silent=False)
    return None


def _languages(line: _Line) -> Iterator[Condition]:
    negated = _NOT.search(line.text) is not None
    for number, word in enumerate(line.words):
        if number not in line.taken and (language := language_named(word)):
            line.taken.add(number)
            yield on_fields.asks_language(language, negated=negated, firmly=has("need", line.text))


def _words(line: _Line) -> Iterator[Condition]:
    """A licence, a place behind "in", and every other telling word."""
    licence = _LICENCE.search(line.text)
    if licence:
        line.take(*licence.span())
        driving = _DRIVING.search(licence.group()) is not None
        yield on_words.names(
            ["driving", "licence"] if driving else ["licence"],
            anywhere=False,
            text=line.holder,
            negated=_negates(line.text),
            firmly=has("need", line.text),
        )
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
        anywhere = _ANYWHERE.search(line.text) is not None
        yield on_words.names(left, anywhere=anywhere, text=line.holder, negated=_negates(line.text))


def _negates(line: str) -> bool:
    return _NOT.search(line) is not None
