"""Is experience or a degree of one sort asked for: "do I need sales experience", "cooking degree needed?"

Work of the sort among the duties asks for neither: it is named as a near miss.
"""

import re
from dataclasses import replace

from bot.answers.drafts import Draft
from bot.answers.one.find import find_passages
from bot.answers.one.passage import deniable, quoting
from bot.answers.one.thing import answer_thing
from bot.answers.question import Question, Term, Want
from bot.model.answer import Status
from bot.model.stored import StoredPosting
from bot.model.vocabulary import RequirementKind
from bot.text.span import Span
from bot.text.tokens import fold

# A sentence about experience or education says so.
_HEAD = {"experience": "experience", "education": "degree"}
_HEADS = {
    "experience": re.compile(
        r"\b(?:experience\w*|background|years?|track record|worked|skilled|proven|familiar\w*|knowledge|expertise|erfahr\w+|ervar\w+|experiencia|kenntnis\w*)\b"
    ),
    "education": re.compile(
        r"\b(?:degree|diploma|certif\w*|bachelor\w*|master\w*|phd|b\.?sc?|m\.?sc?|mba|ba|bs|beng|meng|hnd|nvq|qualif\w*|gcses?|a-levels?|graduat\w*|educat\w*|school|college|university|studium|ausbildung|abschluss|diplom\w*|formation|titul\w*|opleiding|trained|training|course\w*)\b"
    ),
}


def experience_of_sort(stored: StoredPosting, question: Question, rest: list[Term]) -> Draft | None:
    """Whether experience or education of one sort is asked for; work of the sort alone asks for neither."""
    heads = _HEADS.get(question.topic)
    if heads is not None and (labels := find_passages(stored, [*rest, Term(_HEAD[question.topic], 1.0)], Want.ANY)):
        denying = [each for each in labels if each.whole and deniable(each, rest)]
        if denying:
            return quoting(stored, replace(question, terms=tuple(rest), yes_no=True), denying[:1])
        if question.topic == "education" and any(each.whole for each in labels):
            rest = [*rest, Term(_HEAD["education"], 1.0)]
    thing = answer_thing(stored, replace(question, terms=tuple(rest)))
    if thing.status is not Status.ANSWERED or heads is None:
        return thing if thing.status is Status.ANSWERED else None
    asked = [
        found.evidence[0].span
        for found in stored.posting.requirements
        if question.topic != "education" or found.value.kind is RequirementKind.EDUCATION
    ]
    spans = [Span(each.start, each.stop) for each in thing.proofs]
    about_firm = [found.evidence[0].span for found in stored.posting.about]
    told = any(heads.search(fold(each.words)) for each in thing.proofs)
    told = told and not any(span.overlaps(own) for span in spans for own in about_firm)
    if told or any(span.overlaps(own) for span in spans for own in asked):
        return thing
    near = " ".join(thing.proofs[0].words.split()) if thing.proofs else ""
    about = " ".join(term.word for term in rest)
    text = f"The posting does not ask for {question.topic} of “{about}”. It does say: “{near}”"
    return replace(thing, status=Status.NOT_STATED, text=text)
