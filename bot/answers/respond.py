"""What is the answer to a question? One responder per kind of question, over the postings that it means."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.answers.chosen import choose_one, compared, holding, speaking
from bot.answers.drafts import Draft
from bot.answers.follow import ONE, follow
from bot.answers.many.answer import MANY, answer_many
from bot.answers.many.compare import MOST_LISTED, answer_compare, answer_each
from bot.answers.many.conditions import conditions
from bot.answers.one.benefit import answer_benefit
from bot.answers.one.field import answer_field
from bot.answers.one.mistyped import respelt_for
from bot.answers.one.page import read_page
from bot.answers.one.passage import answer_passage
from bot.answers.one.summary import answer_summary
from bot.answers.one.thing import answer_thing
from bot.answers.one.told import is_told, tell
from bot.answers.question import Kind, Question, Term, Want
from bot.answers.reading.cues import has
from bot.answers.reading.read_question import PLACE_ALONE, read_question
from bot.answers.scope import Scope
from bot.answers.subject import MOST_NAMED, named_postings
from bot.answers.why import explained
from bot.model.answer import Answer, Status
from bot.model.stored import StoredPosting

_ABOUT_ONE: dict[Kind, Callable[[StoredPosting, Question], Draft]] = {
    Kind.FIELD: answer_field,
    Kind.BENEFIT: answer_benefit,
    Kind.SUMMARY: answer_summary,
    Kind.THING: answer_thing,
    Kind.PASSAGE: answer_passage,
}
_CHOICES = 5
_OTHERS = 3
# With nothing beside it this asks for the pay.
_HOW_MUCH = re.compile(
    r"(?:and |but )?(?:how much|wie ?viel|combien|cuanto|hoeveel)(?: (?:is it|is that|then|exactly))?$"
)
# Asks for employers, not for the value of each.
_WHO_GIVES = re.compile(r"(?:and |so )?who (?:gives?|offers?|provides?|has|pays? (?:for|a|an))\b")
_TRY_ONE = "Try: “what are the benefits?”, “is it remote?”, “when do they close?”."
_TRY_ALL = "Try: “which jobs are remote?”, “which pays the most?”, “what does #1 offer?”."


def respond(typed: str, scope: Scope) -> Answer:
    """The answer; never raises. The question before, when there is one, gives a follow-up its topic and postings."""
    turn = follow(read_question(typed, _speller(scope)), scope, _draft)
    if turn.question.kind is Kind.WHY and turn.before is not None:
        draft = _draft(turn.before, replace(turn.scope, previous=None))
        return explained(draft, turn.before, turn.scope).answer(typed, f"why: {turn.before.reading}")
    asked = turn.question
    # A recurring question is read by its words, whatever field they name besides.
    if asked.kind in (Kind.FIELD, Kind.BENEFIT) and is_told(asked.line):
        asked = replace(asked, kind=Kind.PASSAGE)
    return _draft(turn.question, turn.scope).answer(typed, asked.reading)


def _speller(scope: Scope) -> Callable[[str], bool]:
    """Tells words that are no typos: those of the postings' names, and of the page that is talked about."""
    focus = scope.find(scope.focus) if scope.focus is not None else scope.only()
    own = read_page(focus).words if focus is not None else frozenset()
    return lambda word: word in own or scope.names.spells(word)


def _draft(question: Question, scope: Scope) -> Draft:
    if not len(scope.names):
        return Draft(Status.NOT_UNDERSTOOD, "There are no postings yet. Send one, or add a file.")
    question = _in_focus(question) if scope.focus is not None else question
    if question.kind is Kind.COMPARE:
        return answer_compare(compared(question, scope), question.topic)
    if question.kind is Kind.WHY:
        return Draft(Status.NOT_UNDERSTOOD, f"There is no answer to explain yet: ask a question first. {_TRY_ALL}")
    if PLACE_ALONE.match(question.line):
        return _pointed_at(question, scope)
    if question.kind in MANY:
        return answer_many(question, scope)
    if question.kind in ONE:
        return _about_one(question, scope)
    return _not_understood(question, scope)


def _pointed_at(question: Question, scope: Scope) -> Draft:
    """The posting at a place of the results, in short: "the second one"."""
    named = named_postings(question, scope) if scope.results else ()
    if scope.results and not named:
        return Draft(Status.NOT_UNDERSTOOD, f"The list has {len(scope.results)} in all; /postings shows every posting.")
    if len(named) != 1:
        return Draft(
            Status.NOT_UNDERSTOOD,
            "There is no list with such a place. Ask for one first, such as: “which are remote?”.",
        )
    return answer_summary(named[0], replace(question, kind=Kind.SUMMARY, topic="posting"))


def _in_focus(question: Question) -> Question:
    """What a few words mean that say nothing of themselves, with a posting in focus."""
    if question.kind is Kind.COUNT and question.whole:
        terms = (Term("positions|vacancies|openings|posts|jobs", 1.0),)
        return replace(question, kind=Kind.PASSAGE, terms=terms, want=Want.COUNT)
    if question.kind is Kind.UNKNOWN and is_told(question.line):
        return replace(question, kind=Kind.PASSAGE)
    if question.kind is Kind.UNKNOWN and _HOW_MUCH.match(question.line):
        return replace(question, kind=Kind.FIELD, topic="salary")
    return question


def _about_one(question: Question, scope: Scope) -> Draft:
    choice = choose_one(question, scope)
    if (
        len(choice.candidates) > 1
        and has("asks_any", question.line)
        and (over := _over_all(question, scope)) is not None
    ):
        return over
    if choice.posting is not None:
        return _of_posting(choice.posting, choice.question, scope)
    if question.postings and not choice.candidates:
        numbers = ", ".join(f"#{number}" for number in question.postings)
        return Draft(Status.NOT_UNDERSTOOD, f"There is no posting {numbers} here. /postings lists the ones I know.")
    if not choice.candidates and (over := _over_all(question, scope)) is not None:
        return over
    if question.kind in (Kind.PASSAGE, Kind.THING) and not choice.candidates:
        return _wherever(question, scope)
    return _which_posting(choice.candidates, scope)


def _of_posting(stored: StoredPosting, question: Question, scope: Scope) -> Draft:
    """The answer of one posting; a word that it does not hold is read as the one of its page that was meant."""
    draft = tell(stored, question) or _ABOUT_ONE[question.kind](stored, question)
    if draft.status is not Status.NOT_STATED or question.kind not in (Kind.THING, Kind.PASSAGE):
        return draft
    respelt = respelt_for(stored, question, lambda word: bool(scope.holding((word,))))
    again = _ABOUT_ONE[question.kind](stored, respelt.question) if respelt else draft
    if respelt is None or again.status is Status.NOT_STATED:
        return _with_others(draft, stored, question, scope)
    return replace(again, text=f"{again.text}\n{respelt.said}")


def _with_others(draft: Draft, stored: StoredPosting, question: Question, scope: Scope) -> Draft:
    """The silence of one posting, and the few others that hold the words of the question."""
    others = () if question.postings else tuple(number for number in holding(question, scope) if number != stored.id)
    if not 0 < len(others) <= _OTHERS:
        return draft
    said = " and ".join(f"#{number}" for number in others)
    return replace(draft, text=f"{draft.text} {said} {'mentions' if len(others) == 1 else 'mention'} it.")


def _over_all(question: Question, scope: Scope) -> Draft | None:
    """No posting is meant: the question is one over all of them ("any remote?", "salaries?"), or None."""
    if _WHO_GIVES.match(question.line) and conditions(question):
        return replace(answer_many(replace(question, kind=Kind.WHICH), scope), many=True)
    if question.kind in (Kind.FIELD, Kind.BENEFIT) and len(scope.names) <= MOST_LISTED and _asks_each(question):
        return answer_each(scope.all(), question)
    open_form = has("asks_any", question.line) or (question.yes_no and question.kind is not Kind.THING)
    if open_form and question.kind is not Kind.SUMMARY and conditions(question):
        return replace(answer_many(replace(question, kind=Kind.WHICH), scope), many=True)
    return None


def _asks_each(question: Question) -> bool:
    """Whether the value of each posting is wanted: not "any pension?", not "is it remote"."""
    return not question.explicit and not has("asks_any", question.line) and not question.value and not question.rest


def _wherever(question: Question, scope: Scope) -> Draft:
    """No posting is meant: those that hold the question's words may answer."""
    drafts = [(stored, _ABOUT_ONE[question.kind](stored, question)) for stored in speaking(question, scope)]
    found = [(stored, draft) for stored, draft in drafts if draft.status is Status.ANSWERED]
    if len(found) == 1:
        return replace(found[0][1], text=f"#{found[0][0].id} {found[0][0].name}: {found[0][1].text}")
    if not found:
        text = f"None of {len(scope.names)} postings says anything about “{' '.join(question.words)}”."
        return Draft(Status.NOT_STATED, text)
    said = [f"• #{stored.id} {stored.name}: {draft.text}" for stored, draft in found[:_CHOICES]]
    rest = f"\n+{len(found) - _CHOICES} more" if len(found) > _CHOICES else ""
    proof = tuple(quotation for _, draft in found for quotation in draft.proofs)
    ids = tuple(stored.id for stored, _ in found)
    return Draft(Status.ANSWERED, f"{len(found)} postings speak of it:\n" + "\n".join(said) + rest, proof, ids)


def _which_posting(candidates: tuple[StoredPosting, ...], scope: Scope) -> Draft:
    choices = candidates[:_CHOICES] or tuple(filter(None, map(scope.find, scope.names.ids()[:_CHOICES])))
    lines = "".join(f"\n• #{stored.id} {stored.name}" for stored in choices)
    more = (len(candidates) or len(scope.names)) - len(choices)
    last = "" if more <= 0 else "\nand more" if len(candidates) == MOST_NAMED else f"\n+{more:,} more"
    return Draft(Status.NOT_UNDERSTOOD, "Which posting do you mean? Add its number:" + lines + last)


def _not_understood(question: Question, scope: Scope) -> Draft:
    one = scope.focus is not None or len(scope.names) == 1
    heard = f" I read “{question.line}”, which names nothing that a posting states." if question.line else ""
    return Draft(Status.NOT_UNDERSTOOD, f"I did not understand the question.{heard} {_TRY_ONE if one else _TRY_ALL}")
