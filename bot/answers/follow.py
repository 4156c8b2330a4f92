"""What does a follow-up mean in the light of the question before? "and the deadline?", "how much?", "which of those?", "why?"

A follow-up takes over what it leaves out: the posting, the results, the topic, or the form of the question.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answers.drafts import Draft
from bot.answers.names import name_words
from bot.answers.question import Kind, Question, Want
from bot.answers.reading.cues import has
from bot.answers.reading.read_question import read_question
from bot.answers.scope import Scope
from bot.answers.subject import named_postings, names_place
from bot.model.posting import PostingId

_COUNTS = re.compile(r"^(?:and |so )?how many(?: (?:is|are|of) (?:that|those|these|they|them|it|there))*$")
_OTHER = re.compile(r"^(?:and |what about |how about )?(?:the )?other(?: one| job| posting)?$")
# The pay under another condition: "and on bank holidays", "and after probation".
_PAID = frozenset({"salary", "other_pay"})
_UNDER = re.compile(r"^and (?:on|in|after|during|for|at) ")
# "Who do I call?" leaves nothing out.
_WHOLE = frozenset({Want.PHONE, Want.AGE, Want.CODE, Want.MAIL})
_PAIR = ("this one", "the other")
# The postings that a superlative compared are what "those" means while they are few.
_ALL = 50
ONE = frozenset({Kind.FIELD, Kind.BENEFIT, Kind.SUMMARY, Kind.THING, Kind.PASSAGE})
MANY = frozenset({Kind.WHICH, Kind.COUNT, Kind.EXTREME, Kind.RANKING, Kind.MEDIAN})


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with the scope it is asked in, once the question before has given what it leaves out."""

    question: Question
    scope: Scope
    before: Question | None = None


def follow(question: Question, scope: Scope, answer: Callable[[Question, Scope], Draft]) -> Turn:
    """The turn that the question makes; `answer` gives the draft of the question before when it is needed."""
    if scope.previous is None or not _leans(question, scope):
        return Turn(question, scope)
    before = read_question(scope.previous, scope.names.spells)
    earlier = None if scope.results else answer(before, replace(scope, previous=None))
    if earlier is not None and earlier.many:
        before = replace(before, kind=Kind.WHICH)
    wider = scope if earlier is None else _widened(scope, before, earlier)
    if (other := _the_other(question, wider)) is not None:
        names = name_words(here) if wider.focus and (here := wider.find(wider.focus)) is not None else frozenset[str]()
        terms = tuple(term for term in before.terms if term.word not in names)
        rest = tuple(term for term in before.rest if term.word not in names)
        asked = replace(before, typed=question.typed, line=question.line, postings=(other,), terms=terms, rest=rest)
        return Turn(asked, replace(wider, focus=None), before)
    if question.kind is Kind.WHY:
        return Turn(question, wider, before)
    elsewhere = before.kind in ONE and _only_names(question, wider) and scope.focus is None
    narrowed = _narrowed(question, before, wider, scope)
    completed = _completed(question, before, wider)
    return Turn(completed, replace(narrowed, focus=None) if elsewhere else narrowed, before)


def _widened(scope: Scope, before: Question, earlier: Draft) -> Scope:
    """The scope with what the question before was answered by, where no results are known from then."""
    one = len(earlier.postings) == 1
    focus = scope.focus or (earlier.postings[0] if one else None)
    many = before.kind in (Kind.EXTREME, Kind.MEDIAN) and len(scope.names) <= _ALL
    return replace(scope, focus=focus, results=scope.names.ids() if many else earlier.postings)


def _the_other(question: Question, scope: Scope) -> PostingId | None:
    """The one of two postings that is not in focus, when "the other one" is asked for."""
    two = scope.results if len(scope.results) == len(_PAIR) else scope.names.ids()
    if scope.focus is None or len(two) != len(_PAIR) or not _OTHER.search(question.line):
        return None
    return next((number for number in two if number != scope.focus), None)


def _leans(question: Question, scope: Scope) -> bool:
    """Whether the answer may depend on the question before; to find out costs answering that one again."""
    if question.kind in (Kind.UNKNOWN, Kind.PASSAGE, Kind.WHY) or has("follow", question.line):
        return True
    if has("pointing", question.line) or names_place(question) or has("bare", question.line):
        return True
    # "Which postings offer a pension?" leaves nothing out.
    complete = question.kind is Kind.WHICH and bool(question.words) and not _COUNTS.search(question.line)
    return scope.focus is None and not complete


def _narrowed(question: Question, before: Question, wider: Scope, scope: Scope) -> Scope:
    """The scope of the follow-up: a new condition ("and hybrid?") is asked of all postings again, not of one."""
    again = before.kind in MANY and has("follow", question.line) and not has("pointing", question.line)
    return replace(wider, focus=scope.focus) if again and question.kind in ONE else wider


def _completed(question: Question, before: Question, scope: Scope) -> Question:
    """The question with what it leaves out taken from the one before."""
    if before.kind in ONE:
        return _after_one(question, before, scope)
    opened = has("follow", question.line)
    if before.kind in (Kind.WHICH, Kind.COUNT) and _COUNTS.search(question.line):
        return replace(before, typed=question.typed, kind=Kind.COUNT)
    if before.kind is Kind.COMPARE and opened and question.kind in ONE:
        return replace(question, kind=Kind.COMPARE, postings=question.postings or before.postings)
    if before.kind is Kind.EXTREME and (question.kind is not Kind.EXTREME) and _turns(question):
        return replace(before, typed=question.typed, direction="low" if has("low", question.line) else "high")
    if before.kind in (Kind.WHICH, Kind.COUNT) and opened and question.kind in ONE and not question.postings:
        return replace(question, kind=before.kind)
    return question


def _turns(question: Question) -> bool:
    return (has("low", question.line) or has("high", question.line)) and len(question.words) <= 2


def _after_one(question: Question, before: Question, scope: Scope) -> Question:
    if question.kind is Kind.WHICH and has("bare", question.line):
        return replace(before, typed=question.typed, yes_no=False)
    if before.topic in _PAID and _UNDER.search(question.line) and question.kind is not Kind.UNKNOWN and question.terms:
        return replace(
            before, typed=question.typed, yes_no=False, terms=question.terms, rest=question.terms, want=Want.ANY
        )
    if question.kind not in (Kind.UNKNOWN, Kind.PASSAGE, Kind.THING) or question.want in _WHOLE:
        return question
    if question.postings and not question.words:
        return replace(before, typed=question.typed, postings=question.postings, line=question.line)
    if not any(term.weight >= 0.5 for term in question.terms):
        return _asked_on(question, before)
    if (has("follow", question.line) or names_place(question)) and _only_names(question, scope):
        return replace(before, typed=question.typed, postings=question.postings, line=question.line)
    if before.kind is Kind.THING and has("follow", question.line) and question.kind is Kind.PASSAGE:
        return replace(question, kind=Kind.THING, yes_no=before.yes_no)
    return question


def _asked_on(question: Question, before: Question) -> Question:
    """The question before, asked for another sort of answer: "how much?", "since when?", "how many days?"."""
    if question.want is Want.ANY and question.kind is Kind.UNKNOWN:
        return question
    topic = before.topic
    if topic == "work_mode" and has("days", question.line):
        return replace(before, typed=question.typed, topic="office_days", value="", yes_no=False, want=question.want)
    return replace(
        before, typed=question.typed, yes_no=False, want=question.want, value="", terms=(*before.terms, *question.terms)
    )


def _only_names(question: Question, scope: Scope) -> bool:
    """Whether the words only point at another posting: "and the second one?", "and the Citi one?"."""
    return bool(named_postings(question, scope))
