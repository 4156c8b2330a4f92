"""Which sentences of a posting answer a question in its own words? Ranked by the weight of the question's words they hold.

A word weighs the more, the fewer sentences of the page hold it; one that the page does not hold weighs as much as one
that it holds once, and counts against every sentence. A sentence answers from `THRESHOLD` of the weight on, from `TYPED` when it also holds
the sort of answer that was asked for (a number, a date, a name). A site's advice and other openings do not count.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.one.fit import place_as
from bot.answers.one.page import Page, Sentence, aside, outside, read_page
from bot.answers.one.terms import named_itself, place_of, ways
from bot.answers.one.wants import SELF_EVIDENT, counts, holds, numbered
from bot.answers.question import Term, Want
from bot.answers.reading.spelling import word_list
from bot.model.stored import StoredPosting
from bot.text.tokens import fold

THRESHOLD = 0.6
TYPED = 0.52
# What a word is worth that stands in the heading above, or in the sentence before.
_ABOVE = 0.75
_ALIKE = 0.15
# What a word is worth that stands there as another one of the same meaning.
_OTHERWISE = 0.92
# What is counted weighs more than the words beside it.
_BESIDE = 0.5
_SHORT_HEADING = 5
_PERCENT = re.compile(r"\d[\d.,]* ?%")
_COUNTED = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE)
_PEOPLE = frozenset({"people", "staff", "reports", "persons", "colleagues"})
_OF_PEOPLE = re.compile(
    r"\b(?:people|persons?|staff|colleagues|employees|reports|members|of us|(?:team|crew|group|staff) of)\b",
    re.IGNORECASE,
)
_TIMES = frozenset({Want.WHEN, Want.CLOCK})
# Questions for somebody or a place mean whoever they name, and not what is done.
_PARTS = frozenset({Want.WHO, Want.WHERE})
# A word below this weight changes nothing when it is missing.
_LOOSE = 0.2


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with the share of the question's weight that it carries, and whether it holds every word itself."""

    sentence: Sentence
    share: float
    whole: bool


def find_passages(
    stored: StoredPosting, terms: Sequence[Term], want: Want, *, most: int = 3, headed: bool = False
) -> list[Passage]:
    """The best sentences: by share, then the shorter, then the earlier; () when none answers.

    With `headed`, a sentence may hold the words in the heading above it alone, and the title may answer.
    """
    page = read_page(stored)
    posting = stored.posting
    sentences = [
        each
        for each in outside(page, aside(stored))
        if not each.opens or (want is Want.COUNT and _COUNTED.search(each.text))
    ]
    if terms and all(term.word in word_list("times") for term in terms):
        return []
    if not terms:
        fitting = [Passage(each, 1.0, whole=True) for each in sentences if holds(want, each.text)]
        return fitting[:most] if want in SELF_EVIDENT else []
    weights = _weights(page, terms, want)
    ranked = [
        passage for each in sentences if (passage := _judged(each, terms, weights, want, headed=headed)) is not None
    ]
    title = posting.title.evidence[0].span if posting.title else None
    beside = [each for each in ranked if title is None or not each.sentence.evidence.span.overlaps(title)]
    ranked = beside or (ranked if headed else [])
    if not headed and want is Want.ANY:
        ranked = [each for each in ranked if _names_all(each.sentence, terms)]
    ranked.sort(key=lambda each: (-round(each.share, 6), len(each.sentence.text), each.sentence.evidence.start))
    return [each for each in ranked if each.share >= ranked[0].share - _ALIKE][:most] if ranked else []


def _names_all(sentence: Sentence, terms: Sequence[Term]) -> bool:
    """Whether a sentence and its heading hold the words that name the thing: one or two of them all, of more most."""
    named = [term.word for term in terms if term.weight >= 1]
    held = [word for word in named if place_of(sentence.roots, word) is not None or ways(word) & sentence.heading_roots]
    return len(named) - len(held) <= max(0, (len(named) - 1) // 2)


def _weights(page: Page, terms: Sequence[Term], want: Want) -> list[float]:
    total = len(page.sentences)
    found: list[float] = []
    for term in terms:
        count = sum(page.counts[way] for way in ways(term.word))
        weight = term.weight * (_BESIDE if want is Want.COUNT and found else 1.0)
        found.append(weight * math.log(1 + (total + 1) / (max(count, 1) + 0.5)))
    return found


def _judged(
    sentence: Sentence, terms: Sequence[Term], weights: list[float], want: Want, *, headed: bool
) -> Passage | None:
    places = [place_of(sentence.roots, term.word) for term in terms]
    if want in _PARTS:
        places = [place_as(sentence.words, each, term.word) for each, term in zip(places, terms, strict=True)]
    carried = 0.0
    for term, weight, place in zip(terms, weights, places, strict=True):
        if place is not None:
            carried += weight if named_itself(sentence.roots, term.word) else weight * _OTHERWISE
        elif want not in _PARTS and ways(term.word) & (sentence.heading_roots | sentence.before):
            carried += weight * _ABOVE
    share = carried / sum(weights)
    strong = any(place is not None and term.weight >= 0.5 for term, place in zip(terms, places, strict=True))
    strong = strong or (headed and len(sentence.heading.split()) <= _SHORT_HEADING and share >= THRESHOLD)
    above = any(ways(term.word) & sentence.heading_roots for term in terms)
    if not strong and (
        want is Want.ANY or (all(place is None for place in places) and (share < THRESHOLD or not above))
    ):
        return None
    whole = all(place is not None for term, place in zip(terms, places, strict=True) if term.weight > _LOOSE) and any(
        place is not None for place in places
    )
    if want is Want.ANY:
        return Passage(sentence, share, whole) if share >= THRESHOLD else None
    if share < (THRESHOLD if want is Want.WHERE else TYPED) or not holds(want, _unechoed(sentence.text, terms, want)):
        return None
    if want is Want.COUNT and not _counts(sentence, places, terms):
        return None
    return Passage(sentence, share, whole)


def _unechoed(text: str, terms: Sequence[Term], want: Want) -> str:
    """The sentence without the times that the question names itself: "when do they stop on Fridays" asks for another."""
    if want not in _TIMES:
        return text
    echoed = [term.word for term in terms if term.word.isalpha() and holds(Want.WHEN, term.word)]
    return re.sub(rf"\b(?:{'|'.join(echoed)})s?\b", "", fold(text)) if echoed else text


def _counts(sentence: Sentence, places: Sequence[int | None], terms: Sequence[Term]) -> bool:
    """Whether the number in the sentence counts the thing asked for: the first word, or the next when it says little."""
    if _PERCENT.search(sentence.text) and not _COUNTED.search(_PERCENT.sub("", sentence.text)):
        return False
    if terms[0].word in _PEOPLE and not _OF_PEOPLE.search(sentence.text):
        return False
    held = [(term, place) for term, place in zip(terms, places, strict=True) if place is not None]
    if len(terms) > 1 and len(held) == len(terms):
        return any(counts(sentence.words, place) for _, place in held)
    first = places[0]
    if first is not None:
        missed = any(place is None and term.weight > terms[0].weight for term, place in zip(terms, places, strict=True))
        return not missed and counts(sentence.words, first)
    if terms[0].weight >= 0.5:
        return False
    return any((counts if term.weight >= 1 else numbered)(sentence.words, place) for term, place in held)
