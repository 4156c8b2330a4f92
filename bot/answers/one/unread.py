"""What answers for a field that was read nowhere? A waiver, a sentence that speaks of it beyond doubt, else silence."""

import re

from bot.answers.drafts import Draft, silent, stated
from bot.answers.one import sayings
from bot.answers.one.find import Passage
from bot.answers.one.names_left import strong_rest
from bot.answers.one.often import how_often
from bot.answers.one.page import names, read_page
from bot.answers.one.passage import quoting
from bot.answers.one.silence import WAIVED, not_stated, waiver
from bot.answers.one.spoken import speaking
from bot.answers.one.terms import place_of
from bot.answers.one.wants import holds
from bot.answers.question import Question, Term, Want
from bot.answers.scope import proofs
from bot.model.evidence import Found
from bot.model.posting import Requirement
from bot.model.stored import StoredPosting
from bot.model.vocabulary import RequirementKind, Strength

# What waives experience of any sort.
_OF_ALL = re.compile(
    r"\b(?:no|any|previous|prior|without|formal|kein\w*|sans|pas d['e]|aucune?|geen|sin|se requiere)\s+(?:(?:previous|prior|formal|work|professional) )?(?:experience|erfahrung|vorkenntnisse|exp[ée]rience|ervaring|experiencia)",
    re.IGNORECASE,
)
_FEW_CLOCKS = 2
_FEW_ASKED = 3
# "Certificate of Sponsorship" stands above what is said of it.
_LABEL = 3
# Silent fields for which only a sentence in the question's own words is an answer, any other a near miss.
_OWN_WORDS = frozenset({"sponsorship"})


def answer_unread(stored: StoredPosting, question: Question) -> Draft:
    """No value was read: a sentence that speaks of the field in the question's words may answer, else silence."""
    field = question.topic
    if field in WAIVED:
        waived = waiver(stored, WAIVED[field])
        if waived is not None and (field != "experience" or _waives(waived.words, strong_rest(stored, question))):
            said = " ".join(waived.words.split())
            return stated(stored, f"No, the posting says that it is not needed: “{said}”", (waived,))
    asked = _experience_asked(stored) if field == "experience" and question.want is Want.ANY else ()
    if asked and (sort := strong_rest(stored, question)):
        return _of_other_sort(stored, sort, asked)
    if asked:
        wished = all(each.value.strength is Strength.NICE for each in asked)
        texts = "; ".join(each.value.text.rstrip(".") for each in asked)
        lead = "It is nice to have, not a must" if wished else "It asks for"
        return stated(stored, f"{lead}: {texts}.", proofs(asked))
    spoken = _spoken(stored, question)
    if spoken and field == "travel" and question.want is Want.OFTEN:
        return how_often(stored, spoken[0].sentence.evidence)
    if not spoken and field == "hours" and (timed := _by_clock(stored, question)):
        return timed
    if not spoken:
        return not_stated(stored, field)
    if field in _OWN_WORDS and not spoken[0].whole:
        return _near_miss(stored, field, spoken[0])
    return quoting(stored, question, spoken[:1])


def _waives(text: str, sort: list[Term]) -> bool:
    """Whether a waiver of experience speaks of the sort that a question names, or of all of them ("no experience needed")."""
    return not sort or any(names(text, [term]) for term in sort) or _OF_ALL.search(text) is not None


def _of_other_sort(stored: StoredPosting, sort: list[Term], asked: tuple[Found[Requirement], ...]) -> Draft:
    """Experience of another sort than the one that the question names: a near miss."""
    about = " ".join(term.word for term in sort)
    texts = "; ".join(each.value.text.rstrip(".") for each in asked)
    return silent(
        stored, f"The posting does not ask for experience of “{about}”. It does ask for: {texts}.", proofs(asked)
    )


def _by_clock(stored: StoredPosting, question: Question) -> Draft | None:
    """The shifts or the times of the day, where no hours a week are stated and none are asked for."""
    if re.search(r"\b(?:week|woche|semaine|semana)\b|\bhow many\b", question.line) or strong_rest(stored, question):
        return None
    if stored.posting.shift:
        return stated(stored, sayings.say(stored.posting, "shift"), proofs(stored.posting.found("shift")))
    told = [each for each in clocks(stored) if holds(Want.MUCH, each.sentence.text)]
    return quoting(stored, question, told) if told else None


def _experience_asked(stored: StoredPosting) -> tuple[Found[Requirement], ...]:
    """The requirements that ask for experience without counting years."""
    asked = (each for each in stored.posting.requirements if each.value.kind is RequirementKind.EXPERIENCE)
    return tuple(asked)[:_FEW_ASKED]


def _near_miss(stored: StoredPosting, field: str, passage: Passage) -> Draft:
    text = not_stated(stored, field).text
    evidence = passage.sentence.evidence
    return silent(stored, f"{text} It does say: “{passage.sentence.text}”", (evidence,))


def _spoken(stored: StoredPosting, question: Question) -> list[Passage]:
    """The sentences that speak of a silent field, those in the question's own words first."""
    own = [term for term in question.terms if term.weight >= 0.5]
    found = []
    for sentence in speaking(stored, question.topic):
        if question.topic in _OWN_WORDS and sentence.value is None and len(sentence.words) <= _LABEL:
            continue
        held = [term for term in question.terms if place_of(sentence.roots, term.word) is not None]
        found.append(Passage(sentence, float(len(held)), any(term in held for term in own)))
    return sorted(found, key=lambda each: -each.share)


def clocks(stored: StoredPosting) -> list[Passage]:
    """The sentences that tell times of the day, when they are few and speak of no deadline."""
    found = [
        Passage(sentence, 1.0, whole=False)
        for sentence in read_page(stored).sentences
        if holds(Want.CLOCK, sentence.text) and not re.search(r"appl|clos|call|ring|phone", sentence.text.lower())
    ]
    return found if len(found) <= _FEW_CLOCKS else []
