"""Is one kind of benefit offered, how much of it, and under which condition?

An item that names the very thing asked for ("gym") comes before others of its kind; a kind that the page offers
otherwise is named as a near miss.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.drafts import Draft, silent, stated
from bot.answers.one import sayings
from bot.answers.one.denial import had_already, refuses
from bot.answers.one.find import Passage, find_passages
from bot.answers.one.page import names, read_page
from bot.answers.one.passage import quoting
from bot.answers.one.spoken import can_be_spoken, speaking
from bot.answers.one.terms import place_of
from bot.answers.one.wants import holds
from bot.answers.question import Question, Term, Want
from bot.answers.reading.cues import has
from bot.answers.scope import proofs
from bot.model import wording
from bot.model.evidence import Evidence, Found
from bot.model.posting import Benefit
from bot.model.stored import StoredPosting
from bot.model.vocabulary import BenefitKind

# Kinds that answer for each other: a 401(k) is a pension to whoever asks for one.
_COUSINS = {
    BenefitKind.PENSION: (BenefitKind.RETIREMENT,),
    BenefitKind.RETIREMENT: (BenefitKind.PENSION,),
}
_LEAVES = frozenset({BenefitKind.ANNUAL_LEAVE, BenefitKind.PARENTAL_LEAVE, BenefitKind.SICK_PAY})
_NOUNS = {
    BenefitKind.PENSION: "a pension",
    BenefitKind.HEALTH: "health insurance",
    BenefitKind.DENTAL: "dental insurance",
    BenefitKind.VISION: "vision insurance",
    BenefitKind.BONUS: "a bonus",
    BenefitKind.LEARNING: "training or a learning budget",
    BenefitKind.REMOTE_BUDGET: "a home-office budget",
    BenefitKind.MEALS: "meals",
    BenefitKind.TRANSPORT: "help with transport",
    BenefitKind.WELLBEING: "anything for wellbeing",
    BenefitKind.FLEXIBLE_HOURS: "flexible hours",
    BenefitKind.VISA: "visa support",
    BenefitKind.RETIREMENT: "a retirement plan",
    BenefitKind.SICK_PAY: "sick pay",
}
# Leave is measured in time: a percentage beside it measures something else.
_TIME_OFF = re.compile(
    r"\b(?:days?|weeks?|hours?|months?|tage|wochen|monate|jours|semaines|mois|dagen|weken|maanden|dias|días|semanas|meses|unlimited|statutory|unbegrenzt)\b|\d\s?d\b|urlaubstage|vakantiedagen|^\D{0,25}\d+\D{0,25}$",
    re.IGNORECASE,
)
_TYPED = frozenset({Want.WHEN, Want.SPAN, Want.WHO, Want.OFTEN, Want.CLOCK})
_LONGEST = 200
# So short a line among the duties may be an offer that stands in the wrong place.
_SHORT_ITEM = 8
_REFUSING = re.compile(r"(?:sorry, )?(?:no|not|kein\w*|geen|pas de|sin|aucun\w*)\b", re.IGNORECASE)
# Free days of each week are no leave, unless somebody asks for days off.
_REST = re.compile(
    r"\bconsecutive (?:days|rest)|\bdays off in a row\b|\bd[ií]as libres seguidos\b|\brepos cons[ée]cutifs\b|\bdagen achter elkaar\b|\baltijd vrij\b|\bimmer frei\b|\balways (?:off|free)\b",
    re.IGNORECASE,
)
_OFF = re.compile(r"\b(?:off|libres?|repos|vrij\w*|frei\w*)\b")
# The name of a plan is no amount.
_PLAN = re.compile(r"\b40[13]\s?\(?[kb]\b\)?", re.IGNORECASE)
# A site's name for temporary work is no leave.
_SORT_OF_WORK = re.compile(r"\bcasual\s?/\s?vacation\b", re.IGNORECASE)
_NUMERIC = frozenset({Want.MUCH, Want.COUNT, Want.MONEY})


def answer_benefit(stored: StoredPosting, question: Question) -> Draft:
    """Whether the kind is offered, with its amount; silence, perhaps with a near miss, when the page names none."""
    kind = BenefitKind(question.topic)
    if kind is BenefitKind.VISA and stored.posting.sponsorship:
        return stated(stored, sayings.say(stored.posting, "sponsorship"), stored.posting.sponsorship.evidence[:1])
    kinds = {kind, *_COUSINS.get(kind, ())}
    found = [
        each for each in stored.posting.benefits if each.value.kind in kinds and not _is_rest(each.value.text, question)
    ]
    near = tuple(each for each in found if each.value.offered)
    named = _naming(found, question) or _naming(_of_other_kinds(stored, kind), question)
    if question.specific and not named:
        return _elsewhere(stored, question, near)
    found = named or found
    if question.want in _TYPED or _strong(question.rest):
        passages = [each for each in find_passages(stored, question.terms, question.want) if each.share >= 0.6]
        if passages and (question.want in _TYPED or passages[0].whole):
            return quoting(stored, question, passages)
    if not found:
        return _elsewhere(stored, question, near)
    return _said(stored, question, found, near)


def _is_rest(text: str, question: Question) -> bool:
    """Whether an item gives the free days of each week, where leave is asked for."""
    return question.topic == "annual_leave" and _REST.search(text) is not None and not _OFF.search(question.line)


def _of_other_kinds(stored: StoredPosting, kind: BenefitKind) -> list[Found[Benefit]]:
    """What may be the thing asked for under another kind: one sort of leave is never another."""
    return [each for each in stored.posting.benefits if kind not in _LEAVES or each.value.kind not in _LEAVES]


def _strong(terms: Sequence[Term]) -> bool:
    return any(term.weight >= 0.5 for term in terms)


def _naming(found: list[Found[Benefit]], question: Question) -> list[Found[Benefit]]:
    """The items that name the thing in the question's own words."""
    strong = [term for term in question.terms if term.weight >= 1 and term not in question.rest]
    return [each for each in found if names(f"{each.value.text} {each.words}", strong)]


def _said(
    stored: StoredPosting, question: Question, found: list[Found[Benefit]], near: tuple[Found[Benefit], ...]
) -> Draft:
    found = [each for each in found if not had_already(each.value.text)]
    if not found:
        return _elsewhere(stored, question, near)
    offered = [each for each in found if each.value.offered and not _REFUSING.match(each.value.text)]
    if not offered:
        text = f"No, the posting says: “{_flat(found[0].words)}”"
        if near and near[0] not in found:
            text += f" It does offer: {'; '.join(each.value.text.rstrip('.') for each in near)}."
        return stated(stored, text, found[0].evidence[:1])
    much = question.want in _NUMERIC or question.want in _TYPED or _asks_amount(question, offered)
    sort = question.want if question.want in _TYPED else Want.MUCH
    kind = BenefitKind(question.topic)
    amounts = [
        each
        for each in offered
        if (each.value.amount and sort is Want.MUCH)
        or (holds(sort, _PLAN.sub("", each.value.text)) and (kind not in _LEAVES or _TIME_OFF.search(each.value.text)))
    ]
    if much and not amounts:
        return _unmeasured(stored, question, offered)
    shown = amounts if much else offered
    texts = "; ".join(each.value.text.rstrip(".") for each in shown)
    texts, evidence = _in_full(stored, texts, shown)
    loose = [term for term in question.rest if term.weight >= 1 and not names(texts, [term])]
    if question.yes_no:
        lead = "The posting says" if loose or any(refuses(each.words) for each in evidence) else "Yes"
        return stated(stored, f"{lead}: {texts}.", evidence)
    amount = next((each.value.amount for each in shown if each.value.amount), None)
    lead = f"{wording.amount(amount)}: " if amount and much else f"On {_noun(question)} the posting says: "
    return stated(stored, lead[:1].upper() + lead[1:] + texts + ".", evidence)


def _asks_amount(question: Question, offered: list[Found[Benefit]]) -> bool:
    """Whether a word asks how much of it ("match", "contribution", "percentage") that no item holds."""
    asked = [term for term in question.terms if has("amount", term.word)]
    return bool(asked) and not any(names(each.value.text, [term]) for each in offered for term in asked)


def _in_full(stored: StoredPosting, texts: str, shown: list[Found[Benefit]]) -> tuple[str, tuple[Evidence, ...]]:
    """The items; one that is a word or two, in its whole sentence."""
    if len(shown) > 1 or len(texts.split()) > 2:
        return texts, proofs(tuple(shown))
    span = shown[0].evidence[0].span
    sentence = next((each for each in read_page(stored).sentences if each.evidence.span.covers(span)), None)
    if sentence is None or len(sentence.text) > _LONGEST:
        return texts, proofs(tuple(shown))
    return sentence.text.rstrip("."), (sentence.evidence,)


def _unmeasured(stored: StoredPosting, question: Question, offered: list[Found[Benefit]]) -> Draft:
    """It is offered, but the page does not say how much: sentences beside may."""
    passages = [each for each in find_passages(stored, question.terms, question.want) if each.whole]
    if passages:
        return quoting(stored, question, passages)
    texts = "; ".join(each.value.text.rstrip(".") for each in offered)
    return silent(stored, f"The posting does not say how much. It does say: {texts}.", proofs(tuple(offered)))


def _elsewhere(stored: StoredPosting, question: Question, near: tuple[Found[Benefit], ...]) -> Draft:
    """What other sentences say about it, else silence."""
    passages = _spoken(stored, question)
    if passages:
        return quoting(stored, question, passages[:1])
    noun = f"“{' '.join(question.words)}”" if question.specific else _noun(question)
    text = f"The posting does not mention {noun}."
    if near:
        text += f" It does offer: {'; '.join(each.value.text.rstrip('.') for each in near[:2])}."
    return silent(stored, text, proofs(near[:2]))


def _spoken(stored: StoredPosting, question: Question) -> list[Passage]:
    """The sentences that speak of the kind beyond doubt; of one sort of it, those that hold every word of its name."""
    if question.specific or not can_be_spoken(question.topic):
        named = [Term(term.word, 1.0) for term in question.terms if term not in question.rest and term.weight >= 0.25]
        duties = [each.evidence[0].span for each in stored.posting.responsibilities]
        found = [
            each
            for each in find_passages(stored, named or question.terms, question.want)
            if each.whole
            and not _SORT_OF_WORK.search(each.sentence.text)
            and (
                len(each.sentence.words) <= _SHORT_ITEM
                or not any(each.sentence.evidence.span.overlaps(span) for span in duties)
            )
        ]
        return [replace(each, whole=_holds_all(each, question)) for each in found]
    found = [Passage(each, 1.0, whole=not question.rest) for each in speaking(stored, question.topic)]
    named = [term for term in question.terms if term not in question.rest]
    if len(named) > 1:
        found += [
            each
            for each in find_passages(stored, named, question.want)
            if each.whole and not _SORT_OF_WORK.search(each.sentence.text)
        ]
    return [each for each in found if holds(question.want, each.sentence.text)]


def _holds_all(passage: Passage, question: Question) -> bool:
    """Whether the sentence holds every telling word of the question, and not only the name of the benefit."""
    return all(place_of(passage.sentence.roots, term.word) is not None for term in question.terms if term.weight >= 0.5)


def _noun(question: Question) -> str:
    kind = BenefitKind(question.topic)
    return _NOUNS.get(kind, wording.spaced(kind.value))


def _flat(text: str) -> str:
    return " ".join(text.split())
