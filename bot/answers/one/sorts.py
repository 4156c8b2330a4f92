"""What does a posting say of one sort of a field: weekends among the shifts, equity among other pay?

A value that names another sort is no answer; it is named as a near miss.
"""

import re
from dataclasses import replace

from bot.answers.drafts import Draft, silent, stated
from bot.answers.nouns import NOUNS
from bot.answers.one.denial import denied, refuses
from bot.answers.one.find import Passage, find_passages
from bot.answers.one.page import names, sentence_around
from bot.answers.one.passage import quoting
from bot.answers.one.silence import not_stated
from bot.answers.one.spoken import speaking
from bot.answers.one.wants import holds
from bot.answers.question import Question, Term, Want
from bot.answers.scope import proofs
from bot.model.evidence import Found
from bot.model.stored import StoredPosting

# Words of a field's name that mean all of it; any other one means one sort ("weekends", "equity"), and must be named.
_GENERIC = frozenset(
    "shift shifts schichtarbeit schichtdienst schichtbetrieb rate schedule rota roster pattern planning dienstplan rooster turnos schicht ploegen turno other extra pay duration contract job internship placement apprenticeship months last long length until run"
    " befristet befristung befristete laufzeit vertrag until when contrato hasta duree contrat jusqu'a quand comp fee fees compensation component package end what are is the it does how when for dauer duree duur duracion of would from and do you".split()
)
# A value of so few words is told in its sentence.
_FEW = 2
SORTED = frozenset({"shift", "other_pay", "duration"})


def sort_named(question: Question) -> list[Term]:
    """The words that name one sort of the field; none when all of it is meant."""
    return [term for term in question.terms if term.word not in _GENERIC and term not in question.rest]


def one_sort(stored: StoredPosting, question: Question, sort: list[Term]) -> Draft:
    """The values that name the sort asked for, else a sentence that does, else silence."""
    values = stored.posting.found(question.topic)
    enough = any if re.search(r"\b(?:or|oder|ou|of|o)\b", question.line) else all
    found = [
        each
        for each in values
        if enough(names(f"{getattr(each.value, 'text', each.value)} {each.words}", [term]) for term in sort)
    ]
    if found:
        return _said_of_sort(stored, question, found, sort)
    passages = _sort_spoken(stored, question, sort)
    if passages:
        return quoting(stored, replace(question, terms=tuple(sort)), passages)
    if not values:
        return not_stated(stored, question.topic)
    said = "; ".join(" ".join(each.words.split()) for each in values[:2])
    text = f"The posting does not say anything about “{' '.join(term.word for term in sort)}”."
    return silent(stored, f"{text} On {NOUNS[question.topic]} it says: {said}.", proofs(values[:2]))


def _sort_spoken(stored: StoredPosting, question: Question, sort: list[Term]) -> list[Passage]:
    """The sentences that name the sort; of shifts, only those that speak of working hours."""
    passages = find_passages(stored, tuple(sort), Want.ANY)
    if question.topic == "other_pay":
        spoken = {sentence.evidence.start for sentence in speaking(stored, "other_pay")}
        return [
            each for each in passages if each.sentence.evidence.start in spoken or holds(Want.MONEY, each.sentence.text)
        ]
    if question.topic == "duration":
        return [each for each in passages if holds(Want.SPAN, each.sentence.text)]
    return of_shifts(stored, passages) if question.topic == "shift" else passages


def of_shifts(stored: StoredPosting, passages: list[Passage], *, loose: bool = False) -> list[Passage]:
    """The passages that speak of working hours; `loose` lets those pass that hold every word."""
    spoken = {sentence.evidence.start for sentence in speaking(stored, "shift")}
    return [each for each in passages if each.sentence.evidence.start in spoken or (loose and each.whole)]


def _said_of_sort(stored: StoredPosting, question: Question, found: list[Found[object]], sort: list[Term]) -> Draft:
    texts = "; ".join(str(getattr(each.value, "text", each.value)).rstrip(".") for each in found)
    if question.want in (Want.MUCH, Want.COUNT, Want.MONEY) and not any(holds(Want.MUCH, each.words) for each in found):
        return silent(stored, f"The posting does not say how much. It does say: {texts}.", proofs(tuple(found)))
    if len(found) == 1 and len(texts.split()) <= _FEW:
        around = sentence_around(stored, found[0].evidence[0])
        texts = " ".join(around.words.split())
    refused = any(denied(each.words, term.word) for each in found for term in sort)
    open_still = not refused and any(refuses(each.words) for each in found)
    lead = "" if not question.yes_no or open_still else "No. " if refused else "Yes. "
    return stated(stored, f"{lead}The posting says: {texts}.", proofs(tuple(found)))
