"""What does one posting say about one field? Its value, both sides of a contradiction, or silence.

A question that names more than the field ("is the *test* paid?") is answered by a sentence that holds the rest as
well, before the field's own value.
"""

import re

from bot.answers.drafts import Draft, quoted, silent, stated
from bot.answers.nouns import NOUNS
from bot.answers.one import sayings
from bot.answers.one.find import Passage, find_passages
from bot.answers.one.names_left import strong_rest
from bot.answers.one.page import read_page
from bot.answers.one.passage import quoting, verdict
from bot.answers.one.silence import WAIVED, not_stated, waiver
from bot.answers.one.terms import place_of
from bot.answers.one.values import answer_value
from bot.answers.one.wants import holds
from bot.answers.question import Question, Want
from bot.answers.scope import proofs
from bot.model import wording
from bot.model.answer import Status
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Strength

# What a sentence must hold to answer for a field, and words of which it must hold one when it answers for a silent field.
_SORTS = {
    "salary": Want.MONEY,
    "deadline": Want.WHEN,
    "starts": Want.WHEN,
    "duration": Want.SPAN,
    "hours": Want.MUCH,
    "experience": Want.MUCH,
    "company_size": Want.MUCH,
    "travel": Want.ANY,
    "apply": Want.REACH,
}
_SPEAKS = {
    "deadline": r"\b(?:appl\w*|candidat\w*|bewerb\w*|sollicit\w*|write|send|submit|envia\w*|deadline|closing|reviewed)\b.*\b(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|rolling)",
    "starts": r"\bstart\w*\b(?!-up)|\bbegin\w*\b|\bab sofort\b|\bcommence\w*\b|\bimmediate\w*\b|\bas soon as possible\b|\bdebut\b|\bincorporacion\b",
    "hours": r"\d.{0,24}\b(?:hours?|stunden|heures|uur|horas|hrs?)\b",
    "experience": r"\bexperien\w*|\berfahrung|\bervaring|\b(?:years?|months?)\b.*\b(?:in|on|as|of|with)\b",
    "company_size": r"\b(?:people|employees|staff|colleagues|of us|mitarbeiter|personnes|salaries|medewerkers|mensen|personas|empleados)\b",
    "shift": r"\b(?:shifts?|nights?|weekends?|week-ends?|saturdays?|sundays?|evenings?|rota|roster|fines de semana|wochenend\w*|mornings?)\b",
    "travel": r"\b(?:travel\w*|trips?|out of town|on the road|away from home|reis\w*|deplacement\w*|viaj\w*)\b",
    "duration": r"\b(?:month|year|week|mois|monat\w*|jahr\w*|maand\w*|mes|renew\w*)",
    "sponsorship": r"\b(?:visas?|sponsor\w*|permits?|citizens?\w*|right to work|authori[sz]ed to work)\b",
    "apply": r"[\w.+-]+@[\w-]+\.\w|https?://|\b(?:call|ring|text|whatsapp|telephone|write to|drop in|come by|visit|apply (?:at|on|via|through|online|with)|bel)\b",
    "team": r"\bteams?\b",
    "office_days": r"\b(?:office|home ?office|homeoffice|remote\w*|from home)\b.*\b(?:days?|mon|tues|wednes|thurs|fri)\w*|\b(?:days?|tage|dias|dagen|jours)\b.*\b(?:office|home|remote|teletravail|thuis)",
    "other_pay": r"\b(?:bonus\w*|equity|options|shares|commission|overtime|allowance|ote|tips|premium|differential|ot|propinas|zuschlag\w*)\b",
    "education": r"\b(?:degree|diploma|bachelor\w*|master\w*|phd|university|college|graduat\w*|2:1|gcse\w*|hbo|mbo|studium|ausbildung|titul\w*)\b",
    "languages": r"\b(?:language|english|german|french|dutch|spanish|italian|nederlands|engels|deutsch|anglais|ingles)\b",
    "employment_type": r"\b(?:contractor|employee|permanent|freelance|temporary|casual|internship|full[- ]time|part[- ]time)\b",
    "closed": r"\b(?:no longer|closed|still open|positions? filled)\b",
}  # fmt: skip
# Fields of which something may be true that their value does not say: a loose word makes the question another one.
_LITERAL = frozenset({"salary", "apply", "company", "closed", "deadline", "team", "industry"})


def answer_field(stored: StoredPosting, question: Question) -> Draft:
    """What the posting says about the field, with both sides where it contradicts itself."""
    field = question.topic
    special = _special(stored, question)
    if special is not None:
        return special
    if stored.posting.conflict(field) is not None:
        return _conflict(stored, field)
    if question.value:
        return answer_value(stored, question)
    found = stored.posting.found(field)
    if not found:
        return _silent(stored, question)
    if question.yes_no and field in _LITERAL and any(term.weight >= 1 for term in strong_rest(stored, question)):
        return _beside(stored, question)
    return stated(stored, _yes(stored, question) + sayings.say(stored.posting, field), proofs(found))


def _special(stored: StoredPosting, question: Question) -> Draft | None:
    """The answer of a sentence that holds what the question names beside the field; None without one."""
    rest = strong_rest(stored, question)
    if not rest or (question.value and question.topic != "work_mode"):
        return None
    want = _sort(question)
    for passage in find_passages(stored, question.terms, want):
        roots = passage.sentence.roots
        if any(place_of(roots, term.word) is not None for term in rest):
            if question.value and not passage.whole:
                return None
            return _joined(stored, question, passage)
    return None


def _joined(stored: StoredPosting, question: Question, passage: Passage) -> Draft:
    """The sentence, behind the field's own saying when it is the one that states the field."""
    evidence = passage.sentence.evidence
    found = stored.posting.found(question.topic)
    own = [each for each in found if any(proof.span.overlaps(evidence.span) for proof in each.evidence)]
    lead = verdict(question, passage)
    if own and not question.value and not lead.startswith("No") and stored.posting.conflict(question.topic) is None:
        said = sayings.say(stored.posting, question.topic)
        return stated(stored, f"{said}\nThe posting says: “{passage.sentence.text}”", (evidence,))
    return quoting(stored, question, [passage])


def _sort(question: Question) -> Want:
    """The sort of answer: what the question asks for, else what the field holds."""
    if question.want in (Want.ANY, Want.MUCH) and not question.yes_no:
        return _SORTS.get(question.topic, question.want)
    return question.want


def _silent(stored: StoredPosting, question: Question) -> Draft:
    """No value was read: a sentence that speaks of the field in the question's words may answer, else silence."""
    field = question.topic
    if field in WAIVED:
        waived = waiver(stored, WAIVED[field])
        if waived is not None:
            said = " ".join(waived.words.split())
            return stated(stored, f"No, the posting says that it is not needed: “{said}”", (waived,))
    pattern = _SPEAKS.get(field)
    if pattern is None:
        return not_stated(stored, field)
    sentence = _speaking(stored, question, pattern)
    if sentence is None:
        return not_stated(stored, field)
    return quoting(stored, question, [sentence])


def _speaking(stored: StoredPosting, question: Question, pattern: str) -> Passage | None:
    """The first sentence that speaks of a silent field with the sort of answer that it holds."""
    want = _SORTS.get(question.topic, Want.ANY)
    aside = [
        found.evidence[0].span for found in (*stored.posting.advice, *stored.posting.related, *stored.posting.about)
    ]
    own = [term for term in question.terms if term.weight >= 0.5]
    for sentence in read_page(stored).sentences:
        text = sentence.evidence.words
        line = " ".join(sentence.words)
        if any(sentence.evidence.span.overlaps(span) for span in aside) and question.topic != "company_size":
            continue
        if re.search(pattern, text.lower() if question.topic == "apply" else line) and holds(want, text):
            whole = bool(own) and all(place_of(sentence.roots, term.word) is not None for term in own)
            return Passage(sentence, 1.0, whole)
    return None


def _beside(stored: StoredPosting, question: Question) -> Draft:
    """The question names something the page does not hold beside a field that it states: a near miss, named as one."""
    found = stored.posting.found(question.topic)
    about = " ".join(term.word for term in strong_rest(stored, question))
    text = f"The posting does not say anything about “{about}”. On {NOUNS[question.topic]} it says: "
    return silent(stored, text + "; ".join(" ".join(each.words.split()) for each in found[:2]), proofs(found[:2]))


def _conflict(stored: StoredPosting, field: str) -> Draft:
    conflict = stored.posting.conflict(field)
    values = conflict.values if conflict else ()
    said = " and ".join(f"“{' '.join(value.words.split())}”" for value in values[:3])
    text = f"The posting contradicts itself on {wording.spaced(field)}: it says {said}."
    return Draft(Status.CONFLICT, text, quoted(stored, proofs(values)), (stored.id,))


_PLAIN = frozenset(
    "sponsorship closed experience travel skills requirements work_mode employment_type seniority languages".split()
)


def _yes(stored: StoredPosting, question: Question) -> str:
    """The "Yes" of a yes/no question whose field is stated and speaks for itself."""
    if not question.yes_no or question.topic in _PLAIN:
        return ""
    if question.topic == "education":
        return _asked_firmly(stored)
    return "Yes. "


def _asked_firmly(stored: StoredPosting) -> str:
    texts = {each.value for each in stored.posting.education}
    firm = [each.value.strength for each in stored.posting.requirements if each.value.text in texts]
    return "It is nice to have, not a must. " if firm and all(each is Strength.NICE for each in firm) else "Yes. "
