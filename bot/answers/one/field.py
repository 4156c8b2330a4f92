"""What does one posting say about one field? Its value, both sides of a contradiction, or silence.

A question that names more than the field ("is the *test* paid?") is answered by a sentence that holds the rest as
well, before the field's own value.
"""

import re
from dataclasses import replace

from bot.answers.drafts import Draft, silent, stated
from bot.answers.nouns import NOUNS
from bot.answers.one import sayings
from bot.answers.one.applying import on_applying
from bot.answers.one.contradiction import answer_conflict
from bot.answers.one.experience import experience_of_sort
from bot.answers.one.find import Passage, find_passages
from bot.answers.one.fit import gives
from bot.answers.one.names_left import strong_rest
from bot.answers.one.often import how_often
from bot.answers.one.page import sentence_around
from bot.answers.one.passage import quoting, unsaid, verdict, with_next
from bot.answers.one.pay import how_sure, pay_in_own_words, pay_in_place
from bot.answers.one.silence import WAIVED, waiver
from bot.answers.one.sorts import SORTED, of_shifts, one_sort, sort_named
from bot.answers.one.terms import place_of
from bot.answers.one.unread import answer_unread, clocks
from bot.answers.one.values import answer_group, answer_value
from bot.answers.one.wants import has_name, holds
from bot.answers.question import Question, Term, Want
from bot.answers.reading.cues import has
from bot.answers.reading.spelling import word_list
from bot.answers.scope import proofs
from bot.model.evidence import Evidence
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Strength
from bot.text.polarity import is_preference

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
_TOPIC = 0.15
# Two words without a question's form ("зп? salary") ask for the field though nobody knows the other word: it is asked
# twice, or written in another script.
_TWICE = re.compile(r"\?\s*\w")
_PLAINLY = frozenset({"salary", "deadline", "hours", "starts"})
_TERSE = 2
# Fields whose sentence says more than their value.
_WHOLE = frozenset({"sponsorship"})
# Fields whose sentence may add a figure to the value.
_IN_FULL = frozenset({"office_days", "duration", "travel"})
_LONG_SENTENCE = 45
_PAYING = re.compile(r"\b(?:pays?|paid) (?:for|the|my|towards)\b")
_TELLING = 0.5
_QUALIFIED = re.compile(
    r"\b(?:need|required?|necessary)\b.*\bqualifications?\b|\bqualifications? (?:needed|required|necessary)\b"
)
# "After probation" weighs half and still asks for another amount.
_LOOSENED = {"salary": 0.5, "experience": 0.5}
# "Years in the field" are years of any experience.
_ANY_FIELD = frozenset(
    "field industry role sector business area similar related job position profession trade total".split()
)
# What somebody does: "do I travel to clients" is no question about clients.
_DONE = frozenset({"travel"})
# Fields of which something may be true that their value does not say: a loose word makes the question another one.
# Fields whose figure is no answer to a question that names another thing ("how many years of Python").
_COUNTED = frozenset(
    {"experience", "salary", "education", "hours", "duration", "starts", "company_size", "company", "apply"}
)
_LITERAL = frozenset(
    {"salary", "apply", "company", "closed", "deadline", "team", "industry", "experience", "education"}
)


# Fields whose value is a word or two: a question for a number, a person or a time asks for something beside it.
_NAMES = frozenset("team company industry title apply".split())
_THINGS = frozenset("experience education skills requirements".split())
_TIMED = (
    "salary",
    "other_pay",
    "shift",
    "hours",
    "starts",
    "education",
    "skills",
    "languages",
    "requirements",
)
_COUNTABLE = ("education", "seniority", "languages", "locations")
# Values that hold no time, length or frequency: without a sentence that tells it, they are a near miss.
_UNTIMED = frozenset("benefits requirements responsibilities skills languages salary other_pay".split())
_ASKED = {Want.WHEN: "when", Want.OFTEN: "how often", Want.CLOCK: "at what time", Want.SPAN: "how long"}
_LENGTHS = frozenset({Want.WHEN, Want.OFTEN, Want.CLOCK, Want.SPAN})
_TIMES = frozenset({Want.WHEN, Want.OFTEN, Want.CLOCK, Want.WHO})


def answer_field(stored: StoredPosting, question: Question) -> Draft:
    """What the posting says about the field, with both sides where it contradicts itself."""
    field = question.topic
    special = (
        pay_in_own_words(stored, question)
        or pay_in_place(stored, question)
        or _special(stored, question)
        or _beside_the_point(stored, question)
    )
    if special is not None:
        return special
    if (
        field == "requirements"
        and _QUALIFIED.search(question.line)
        and (waived := waiver(stored, WAIVED["education"])) is not None
    ):
        said = " ".join(waived.words.split())
        return stated(stored, f"No, the posting says that it is not needed: “{said}”", (waived,))
    if stored.posting.conflict(field) is not None:
        return answer_conflict(stored, field)
    if field == "employment_type" and (chosen := answer_group(stored, question)):
        return chosen
    if question.value:
        return answer_value(stored, question)
    if field in SORTED and (sort := sort_named(question)):
        beside = [each for each in strong_rest(stored, question) if each.weight >= 1] if field == "other_pay" else []
        return one_sort(stored, question, [*sort, *beside])
    if field == "locations" and (elsewhere := _of_another(stored, question)):
        return elsewhere
    return _by_value(stored, question)


def _by_value(stored: StoredPosting, question: Question) -> Draft:
    """The value that was read, unless the question names something beside it; what sentences say where none was read."""
    field = question.topic
    found = stored.posting.found(field)
    if found and field == "salary" and (surely := how_sure(stored, question)):
        return surely
    if field == "apply" and (question.yes_no or question.want is Want.WHO) and (told := on_applying(stored, question)):
        return told
    if not found:
        return answer_unread(stored, question)
    terse = field in _PLAINLY and len(question.words) <= _TERSE and not has("opening", question.line)
    terse = terse and (
        _TWICE.search(question.typed) is not None
        or not any(term.word.isascii() for term in strong_rest(stored, question))
    )
    if (
        not terse
        and field in (_LITERAL if question.yes_no else _COUNTED)
        and any(
            each.weight >= _LOOSENED.get(field, 1) and each.word not in _ANY_FIELD
            for each in strong_rest(stored, question)
        )
    ):
        return _beside(stored, question)
    if field == "apply" and re.search(r"\be-?mails?\b", question.line) and not any("@" in each.words for each in found):
        return silent(
            stored, f"The posting names no e-mail address. {sayings.say(stored.posting, field)}", proofs(found)
        )
    shown = proofs(found)
    if field in _WHOLE:
        shown = tuple(sentence_around(stored, each) for each in shown)
    text = _yes(stored, question) + sayings.say(stored.posting, field)
    if field in _IN_FULL and (around := _fuller(stored, shown[0])):
        return stated(stored, f"{text}\nThe posting says: “{' '.join(around.words.split())}”", (*shown, around))
    return stated(stored, text, shown)


def _fuller(stored: StoredPosting, evidence: Evidence) -> Evidence | None:
    """The sentence around a value when it holds further figures ("3 months to 1 year"), and is no long one."""
    around = sentence_around(stored, evidence)
    beside = around.words.replace(evidence.words, "", 1)
    return around if len(around.words.split()) <= _LONG_SENTENCE and holds(Want.MUCH, beside) else None


def _timed(stored: StoredPosting, question: Question) -> Draft | None:
    """The sentence that tells when, how often or how long; the value alone is a near miss. None where nothing was read."""
    passages = find_passages(stored, question.terms, question.want, most=1)
    if passages:
        return quoting(stored, question, passages)
    found = stored.posting.found(question.topic)
    if not found or has("amount", question.line):
        return None
    said = "; ".join(" ".join(each.words.split()) for each in found[:2])
    text = f"The posting does not say {_ASKED[question.want]}. On {NOUNS[question.topic].removeprefix('any ')} it says: {said}."
    return silent(stored, text, proofs(found[:2]))


def _of_another(stored: StoredPosting, question: Question) -> Draft | None:
    """Silence about the place of somebody else than the job: "where is the recruiter based"; None when the job is meant."""
    others = [term for term in question.terms if term.word in word_list("elsewhere")]
    if not others:
        return None
    draft = unsaid(stored, replace(question, words=tuple(term.word for term in others)))
    found = stored.posting.locations
    if not found:
        return draft
    return silent(stored, f"{draft.text} Of the job it says: {'; '.join(each.value for each in found)}.", proofs(found))


def _special(stored: StoredPosting, question: Question) -> Draft | None:
    """The answer of a sentence that holds what the question names beside the field; None without one."""
    rest = strong_rest(stored, question)
    if not rest or (question.value and question.topic != "work_mode"):
        return None
    if question.topic in _THINGS and (question.yes_no or not question.line.startswith(("what", "which", "how"))):
        return experience_of_sort(stored, question, rest)
    names = [Term(term.word, _TOPIC) for term in question.terms if term not in question.rest]
    found = find_passages(stored, [*rest, *names], _sort(question))
    for passage in (
        of_shifts(stored, found, loose=sum(term.weight >= _TELLING for term in question.terms) > 1)
        if question.topic == "shift"
        else found
    ):
        roots = passage.sentence.roots
        if (
            question.yes_no
            and question.topic in _DONE
            and not any(place_of(roots, each.word) is not None for each in names)
        ):
            continue
        if question.yes_no and _PAYING.search(question.line) and not _tells_of_pay(passage):
            continue
        if any(place_of(roots, term.word) is not None for term in rest):
            if question.value and not passage.whole:
                return None
            return _joined(stored, replace(question, terms=tuple(rest)), passage)
    return None


def _tells_of_pay(passage: Passage) -> bool:
    """Whether a sentence speaks of paying: "do they pay for the course" is answered by no other."""
    return gives(passage.sentence.text) or holds(Want.MONEY, passage.sentence.text)


def _beside_the_point(stored: StoredPosting, question: Question) -> Draft | None:
    """The answer to "when is overtime paid", "who do I report to", "how big is the team": no value of the field is one."""
    sized = question.want in (Want.COUNT, Want.MUCH) and question.topic in (*_NAMES, *_COUNTABLE)
    timed = question.want in _TIMES and question.topic in (*_NAMES, *_TIMED)
    if question.topic == "travel" and question.want is Want.OFTEN and stored.posting.travel is not None:
        return how_often(stored, stored.posting.travel.evidence[0])
    if question.topic == "starts" and question.want is not Want.CLOCK:
        return None
    if question.want in _LENGTHS and question.topic in _UNTIMED:
        return _timed(stored, question)
    if not (sized or timed) or (question.topic == "company" and question.want is Want.WHO):
        return None
    want = Want.COUNT if sized else question.want
    passages = find_passages(stored, question.terms, want, most=1)
    if question.topic == "apply" and want is Want.WHO:
        passages = [each for each in passages if has_name(with_next(stored, each.sentence).text)]
    if not passages and want is Want.CLOCK:
        passages = clocks(stored)
    if not passages and question.topic in ("team", "company", "industry") and question.want is not Want.WHO:
        return unsaid(stored, question)
    return quoting(stored, replace(question, want=want), passages) if passages else None


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


def _beside(stored: StoredPosting, question: Question) -> Draft:
    """The question names something the page does not hold beside a field that it states: a near miss, named as one."""
    found = stored.posting.found(question.topic)
    about = " ".join(term.word for term in strong_rest(stored, question))
    text = f"The posting does not say anything about “{about}”. On {NOUNS[question.topic]} it says: "
    return silent(stored, text + "; ".join(" ".join(each.words.split()) for each in found[:2]), proofs(found[:2]))


_PLAIN = frozenset(
    "sponsorship closed experience travel skills requirements work_mode employment_type seniority languages".split()
)


def _yes(stored: StoredPosting, question: Question) -> str:
    """The "Yes" of a yes/no question whose field is stated and speaks for itself."""
    if not question.yes_no or question.topic in _PLAIN:
        return ""
    if question.topic == "education":
        return _asked_firmly(stored)
    return "Yes. " if question.explicit and question.topic != "apply" else ""


def _asked_firmly(stored: StoredPosting) -> str:
    texts = {each.value for each in stored.posting.education}
    wished = [is_preference(each.value) for each in stored.posting.education]
    if wished and all(wished):
        return "It is nice to have, not a must. "
    firm = [each.value.strength for each in stored.posting.requirements if each.value.text in texts]
    return "It is nice to have, not a must. " if firm and all(each is Strength.NICE for each in firm) else "Yes. "
