"""Which postings is a question answered from: one that it names, the one in focus, a subset, the ones to compare?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.answers.many.compare import MOST
from bot.answers.names import name_words
from bot.answers.question import Question
from bot.answers.scope import Scope
from bot.answers.subject import ORDINALS, named_postings
from bot.model.posting import PostingId
from bot.model.stored import StoredPosting
from bot.text.tokens import stem

# A question asked with a posting in focus that speaks of another one: "the nurse job", "at Acme", "the second one".
_ELSEWHERE = re.compile(
    r"\b(?:the|that|this|at|for|of|about)\b[^?]{1,40}\b(?:job|one|posting|role|position|advert)\b|\bat\b|\bsecond\b|\bfirst one\b|\bthird\b|\blast one\b|\bfor the\b"
)
_SIDES = (" versus ", " vs. ", " vs ", " with ", " and ", " to ", " or ", ",")
_READ = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """The posting meant, or the ones that it may be; `question` is without the words that only named it."""

    question: Question
    posting: StoredPosting | None
    candidates: tuple[StoredPosting, ...] = ()


def choose_one(question: Question, scope: Scope) -> Choice:
    """The posting that a question about one is about."""
    named = () if _stays(question, scope) else named_postings(question, scope)
    focus = scope.find(scope.focus) if scope.focus is not None else None
    if len(named) > 1 and focus is not None and focus in named:
        named = (focus,)
    if not named and not question.postings:
        named = _by_text(question, scope) if focus is None or _ELSEWHERE.search(question.line) else ()
    if len(named) == 1:
        return Choice(_without_names(question, named[0], placed=bool(scope.results)), named[0])
    # "#300" means that one and no other, even while another is talked about.
    if focus is not None and not named and not (question.postings and "#" in question.typed):
        return Choice(question, focus)
    only = scope.only()
    if only is not None and not question.postings:
        return Choice(question, only)
    return Choice(question, None, named)


def _stays(question: Question, scope: Scope) -> bool:
    """Whether the posting in focus is meant without a look at the others' names."""
    return scope.focus is not None and not question.postings and not _ELSEWHERE.search(question.line)


def _by_text(question: Question, scope: Scope) -> tuple[StoredPosting, ...]:
    """The only posting whose text holds every telling word that the topic leaves over ("the climbing company")."""
    rest = [stem(term.word) for term in question.rest if term.weight >= 1 and "|" not in term.word]
    found = scope.holding(rest) if rest else ()
    chosen = tuple(stored for number in found[:2] if (stored := scope.find(number)))
    return chosen if len(chosen) == 1 else ()


def _without_names(question: Question, stored: StoredPosting, *, placed: bool) -> Question:
    """The question without the words that only named its posting."""
    names = name_words(stored) | (ORDINALS.keys() if placed else frozenset())
    left = tuple(word for word in question.words if word not in names)
    terms = tuple(term for term in question.terms if term.word not in names)
    rest = tuple(term for term in question.rest if term.word not in names)
    return replace(question, words=left or question.words, terms=terms or question.terms, rest=rest)


def speaking(question: Question, scope: Scope) -> Iterator[StoredPosting]:
    """The postings that hold every telling word of the question, at most `_READ` of them, by number."""
    numbers = holding(question, scope) or scope.holding([stem(word) for word in question.words])
    return (stored for number in numbers[:_READ] if (stored := scope.find(number)))


def holding(question: Question, scope: Scope) -> tuple[PostingId, ...]:
    """The numbers of the postings that hold every telling word of the question; () when it has none."""
    strong = [stem(term.word) for term in question.terms if term.weight >= 1 and "|" not in term.word]
    return tuple(scope.holding(strong)) if strong else ()


def compared(question: Question, scope: Scope) -> tuple[StoredPosting, ...]:
    """The postings to compare: named by number, else by name, else the results shown last."""
    if question.postings:
        named = [stored for number in question.postings if (stored := scope.find(number))]
        focus = scope.find(scope.focus) if scope.focus is not None else None
        return tuple(named) if len(named) > 1 or focus is None else (focus, *named)
    parts = [named_postings(replace(question, typed=part), scope) for part in _sides(question.typed)]
    chosen = tuple(dict.fromkeys(stored.id for part in parts if len(part) == 1 for stored in part))
    if len(chosen) > 1:
        return tuple(stored for number in chosen if (stored := scope.find(number)))
    results = tuple(stored for number in scope.results if (stored := scope.find(number)))
    return results if len(results) > 1 else scope.all() if len(scope.names) <= MOST else ()


def _sides(typed: str) -> list[str]:
    low = f" {typed.lower()} "
    for word in _SIDES:
        low = low.replace(word, "|")
    return [part for part in low.split("|") if part.strip()]
