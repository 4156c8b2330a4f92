"""What is the answer to a question? One responder per kind of question, over the postings that it means."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.answers.drafts import Draft
from bot.answers.many.compare import MOST, answer_compare
from bot.answers.many.corpus import answer_extreme, answer_median, answer_ranking, answer_which
from bot.answers.names import name_words
from bot.answers.one.field import answer_benefit, answer_field
from bot.answers.one.summary import answer_summary
from bot.answers.one.thing import answer_passage, answer_thing
from bot.answers.question import Kind, Question
from bot.answers.read_question import read_question
from bot.answers.scope import Scope
from bot.answers.subject import named_postings
from bot.model.answer import Answer, Status
from bot.model.stored import StoredPosting
from bot.text.tokens import stem

_ABOUT_ONE: dict[Kind, Callable[[StoredPosting, Question], Draft]] = {
    Kind.FIELD: answer_field,
    Kind.BENEFIT: answer_benefit,
    Kind.SUMMARY: answer_summary,
    Kind.THING: answer_thing,
    Kind.PASSAGE: answer_passage,
}
_ABOUT_MANY: dict[Kind, Callable[[tuple[StoredPosting, ...], Question], Draft]] = {
    Kind.WHICH: answer_which,
    Kind.COUNT: answer_which,
    Kind.EXTREME: answer_extreme,
    Kind.RANKING: answer_ranking,
    Kind.MEDIAN: answer_median,
}
_CHOICES = 5
_READ = 40
_TRY = "Try: “what are the benefits?”, “is it remote?”, “which postings state a salary?”."


def respond(typed: str, scope: Scope) -> Answer:
    """The answer; never raises. The question before, when there is one, gives a follow-up its topic and postings."""
    question = read_question(typed, scope.names.spells)
    scope, question = _followed(question, scope)
    draft = _draft(question, scope)
    return draft.answer(typed, question.reading)


def _followed(question: Question, scope: Scope) -> tuple[Scope, Question]:
    """The scope and the question in the light of the question before."""
    if scope.previous is None or not _may_follow(question, scope):
        return scope, question
    before = read_question(scope.previous, scope.names.spells)
    earlier = _draft(before, replace(scope, previous=None))
    results = scope.results or earlier.postings
    focus = scope.focus or (earlier.postings[0] if len(earlier.postings) == 1 else None)
    if (
        question.kind in (Kind.UNKNOWN, Kind.PASSAGE)
        and before.kind in _ABOUT_ONE
        and _names_only(question, replace(scope, results=results))
    ):
        question = replace(before, typed=question.typed, postings=question.postings)
    if question.kind is Kind.WHY:
        question = replace(before, note="why")
    return replace(scope, focus=focus, results=results), question


def _may_follow(question: Question, scope: Scope) -> bool:
    """Whether the answer may depend on the question before; finding that out saves answering it again."""
    if question.kind in (Kind.UNKNOWN, Kind.PASSAGE, Kind.WHY) or not (scope.results or scope.focus):
        return True
    return not scope.results and (question.kind is Kind.COMPARE or question.kind in _ABOUT_MANY)


def _names_only(question: Question, scope: Scope) -> bool:
    """Whether the words only point at another posting: "and the second one?", "and the Citi one?"."""
    return bool(named_postings(question, scope))


def _draft(question: Question, scope: Scope) -> Draft:
    if not len(scope.names):
        return Draft(Status.NOT_UNDERSTOOD, "There are no postings yet. Send one, or add a file.")
    if question.kind is Kind.COMPARE:
        return answer_compare(_compared(question, scope), question.topic)
    if question.kind in _ABOUT_MANY:
        return _ABOUT_MANY[question.kind](_subset(question, scope), question)
    if question.kind in _ABOUT_ONE:
        return _about_one(question, scope)
    return Draft(Status.NOT_UNDERSTOOD, f"I did not understand the question. {_TRY}")


def _about_one(question: Question, scope: Scope) -> Draft:
    named = () if _stays(question, scope) else named_postings(question, scope)
    if question.postings and not named:
        numbers = ", ".join(f"#{number}" for number in question.postings)
        return Draft(Status.NOT_UNDERSTOOD, f"There is no posting {numbers} here. /postings lists the ones I know.")
    if len(named) > 1 and scope.focus is not None and any(stored.id == scope.focus for stored in named):
        named = ()
    if len(named) == 1:
        return _ABOUT_ONE[question.kind](named[0], _without_names(question, named[0]))
    focus = scope.find(scope.focus) if scope.focus is not None else None
    if focus is not None and not named:
        return _ABOUT_ONE[question.kind](focus, question)
    only = scope.only()
    if only is not None:
        return _ABOUT_ONE[question.kind](only, question)
    return _unnamed(question, scope, named)


def _stays(question: Question, scope: Scope) -> bool:
    """Whether the posting in focus is meant without a look at the others' names."""
    return scope.focus is not None and not question.postings and not _points_elsewhere(question)


def _points_elsewhere(question: Question) -> bool:
    """Whether a question asked with a posting in focus speaks of another one: "the nurse job", "at Acme"."""
    low = f" {question.typed.lower()} "
    return any(
        sign in low
        for sign in (
            " job",
            " one ",
            " one?",
            " posting",
            " role",
            " position",
            " at ",
            " second",
            " first",
            " third",
            " last",
        )
    )


def _without_names(question: Question, stored: StoredPosting) -> Question:
    """The question without the words that only named its posting."""
    names = name_words(stored)
    left = tuple(word for word in question.words if word not in names)
    return replace(question, words=left or question.words)


def _unnamed(question: Question, scope: Scope, named: tuple[StoredPosting, ...]) -> Draft:
    """No posting is in focus: words of the page may find theirs, else a short choice is offered."""
    if question.kind in (Kind.PASSAGE, Kind.THING):
        drafts = [
            (stored, _ABOUT_ONE[question.kind](stored, question)) for stored in named or _speaking(question, scope)
        ]
        found = [(stored, draft) for stored, draft in drafts if draft.status is Status.ANSWERED]
        if len(found) == 1:
            return replace(found[0][1], text=f"#{found[0][0].id} {found[0][0].name}: {found[0][1].text}")
        if found:
            said = [f"• #{stored.id} {stored.name}: {draft.text}" for stored, draft in found[:_CHOICES]]
            rest = f"\n+{len(found) - _CHOICES} more" if len(found) > _CHOICES else ""
            proof = tuple(quotation for _, draft in found for quotation in draft.proofs)
            ids = tuple(stored.id for stored, _ in found)
            return Draft(Status.ANSWERED, f"{len(found)} postings speak of it:\n" + "\n".join(said) + rest, proof, ids)
        return Draft(
            Status.NOT_STATED,
            f"None of {len(scope.names)} postings says anything about “{' '.join(question.words)}”.",
        )
    choices = named[:_CHOICES] or tuple(filter(None, map(scope.find, scope.names.ids()[:_CHOICES])))
    lines = "".join(f"\n• #{stored.id} {stored.name}" for stored in choices)
    more = (len(named) or len(scope.names)) - len(choices)
    return Draft(
        Status.NOT_UNDERSTOOD,
        "Which posting do you mean? Add its number:" + lines + (f"\n+{more} more" if more > 0 else ""),
    )


def _speaking(question: Question, scope: Scope) -> Iterator[StoredPosting]:
    """The postings that hold every word of the question, at most `_READ` of them, by number."""
    numbers = scope.holding([stem(word) for word in question.words])
    return (stored for number in numbers[:_READ] if (stored := scope.find(number)))


def _subset(question: Question, scope: Scope) -> tuple[StoredPosting, ...]:
    """The postings of a question over many: the results when it says "of those", else all in scope."""
    pointed = any(word in question.typed.lower().split() for word in ("those", "these", "them", "they"))
    if pointed and scope.results:
        return tuple(stored for number in scope.results if (stored := scope.find(number)))
    return scope.all()


def _compared(question: Question, scope: Scope) -> tuple[StoredPosting, ...]:
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
    low = typed.lower()
    for word in (" versus ", " vs. ", " vs ", " with ", " and ", " to ", " or "):
        low = low.replace(word, "|")
    return [part for part in low.split("|") if part.strip()]
