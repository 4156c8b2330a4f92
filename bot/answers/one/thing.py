"""Is something asked for, offered or used? A requirement, a benefit or a duty that names it answers.

A thing that only the page's words about the employer name is called a mention, and one that the page denies is a "No".
"""

import re
from collections.abc import Callable, Sequence

from bot.answers.drafts import Draft, silent, stated
from bot.answers.one.denial import clause_with, denied, had_already, not_asked, refuses
from bot.answers.one.find import Passage, find_passages
from bot.answers.one.fit import asks_for, gives, is_of_firm, wished_beside
from bot.answers.one.page import names, read_page, roots_of
from bot.answers.one.passage import only_wished, quoting, unsaid, verdict
from bot.answers.one.terms import named_itself, place_of
from bot.answers.question import Question, Term, Want
from bot.model.evidence import Evidence, Found
from bot.model.posting import Benefit, Requirement
from bot.model.stored import StoredPosting
from bot.model.vocabulary import RequirementKind, Strength
from bot.text.polarity import is_preference, is_unasked

_NEEDING = re.compile(
    r"\b(?:need(?:ed|s)?|must|have to|required?|necessary|mandatory|essential|compulsory|obligatory)\b"
)
# Asks for what somebody would do or have in the job.
_MINE = re.compile(r"(?:and |so )?(?:do|will|would|must|should|am) i\b(?! (?:get|have access|receive|earn|be given))")
_OPEN_WORDS = ("what", "which", "how", "welche", "quel", "que ", "cual", "welk")
# Asks for what the employer gives; what the work needs is no answer.
_GIVING = re.compile(
    r"\b(?:give|gives|given|provide\w*|supply|supplies|supplied|offer\w*|free|included|paid for|pay for|(?:do|would|will|can) i get)\b(?! to)"
)
_REGARDED = re.compile(r"\b(?:highly|well) regarded\b|\bfavou?rably\b|\bnot expected\b", re.IGNORECASE)
_OPEN = re.compile(r"(?:what|which|how|welche\w*|quel\w*|que|cual\w*|welk\w*)\b")
_TO_DO = re.compile(r"\b(?:responsib\w*|dut(?:y|ies)|tasks|require\w*)\b", re.IGNORECASE)
_LICENCE = frozenset({"licence", "license", "licences", "licenses", "ticket"})
_LISTED = 4
_WISHES = re.compile(
    r"\b(?:help to have|good to have|nice|bonus|desirable|preferred|ideal\w*|plus|optional)\b", re.IGNORECASE
)


def answer_thing(stored: StoredPosting, question: Question) -> Draft:
    """What the posting makes of the thing, with the words that say so."""
    strong = [term for term in question.terms if term.weight >= 0.5 and not _GIVING.fullmatch(term.word)]
    strong = strong or list(question.terms)
    if not strong:
        return unsaid(stored, question)
    asked = [found for found in stored.posting.requirements if names(f"{found.value.text} {found.words}", strong)]
    offered = [
        found
        for found in stored.posting.benefits
        if names(f"{found.value.text} {found.words}", strong) and not had_already(found.value.text)
    ]
    if not asked and _LICENCE.isdisjoint(term.word for term in strong) is False and len(strong) == 1:
        asked = [found for found in stored.posting.requirements if found.value.kind is RequirementKind.LICENCE]
    if _GIVING.search(question.line) and not _OPEN.match(question.line):
        return _offered(stored, offered, strong) if offered else _given(stored, question)
    if not _OPEN.match(question.line):
        most = max((_held(each.value.text, question) for each in asked), default=0)
        asked = [each for each in asked if _held(each.value.text, question) == most]
    if asked and _OPEN.match(question.line) and len(asked) > 1:
        return _listed(stored, asked)
    if asked:
        return _asked(stored, asked, strong, lead="It" if _OPEN.match(question.line) else "Yes, it")
    if offered and not (_NEEDING.search(question.line) and find_passages(stored, question.terms, Want.ANY)):
        return _offered(stored, offered, strong)
    passages = find_passages(stored, question.terms, Want.ANY)
    if passages and _NEEDING.search(question.line):
        passages.sort(key=lambda each: not _NEEDING.search(each.sentence.text.lower()))
    if passages:
        return _placed(stored, question, passages)
    skill = next((found for found in stored.posting.skills if names(f"{found.value} {found.words}", strong)), None)
    if skill is not None:
        return _mentioned(stored, skill.value, skill.evidence[0])
    return unsaid(stored, question)


def _given(stored: StoredPosting, question: Question) -> Draft:
    """The sentences that say that it is given, or that it is not."""
    found = [
        each
        for each in find_passages(stored, question.terms, Want.ANY)
        if gives(each.sentence.text)
        or (gives(each.sentence.heading) and not _is_wanted(stored, each))
        or verdict(question, each) == "No. "
    ]
    return quoting(stored, question, found[:1]) if found else unsaid(stored, question)


def _is_wanted(stored: StoredPosting, passage: Passage) -> bool:
    """Whether a sentence stands among what is asked of whoever applies, or what there is to do."""
    span = passage.sentence.evidence.span
    wanted = (*stored.posting.requirements, *stored.posting.responsibilities)
    return _TO_DO.search(passage.sentence.heading) is not None or any(
        each.evidence[0].span.overlaps(span) for each in wanted
    )


def is_nice(heading: str) -> bool:
    """Whether a heading stands above what is wished for and not insisted on.

    >>> is_nice("It would help to have"), is_nice("You must have")
    (True, False)
    """
    return is_preference(heading) or _WISHES.search(heading) is not None


def _held(text: str, question: Question) -> int:
    """How many of the question's words a text holds, those as well that name nothing by themselves."""
    roots = roots_of(text)
    return sum(place_of(roots, word) is not None for word in question.line.split())


def _denied(text: str, terms: Sequence[Term]) -> bool:
    return any(denied(text, term.word) for term in terms)


def _listed(stored: StoredPosting, asked: list[Found[Requirement]]) -> Draft:
    """Everything asked for that names the thing, the musts first."""
    ordered = sorted(asked, key=lambda found: found.value.strength is not Strength.MUST)[:_LISTED]
    wish = {True: " (nice to have)", False: ""}
    texts = [f"{each.value.text.rstrip('.')}{wish[each.value.strength is Strength.NICE]}" for each in ordered]
    return stated(stored, f"It asks for: {'; '.join(texts)}.", tuple(each.evidence[0] for each in ordered))


def _asked(stored: StoredPosting, asked: list[Found[Requirement]], terms: Sequence[Term], *, lead: str) -> Draft:
    musts = [found for found in asked if found.value.strength is Strength.MUST]
    best = (musts or asked)[0]
    text = best.value.text
    before = stored.raw[stored.raw.rfind("\n", 0, best.evidence[0].start) + 1 : best.evidence[0].start]
    unasked = any(not_asked(each) for each in (text, before, _heading(stored, best.evidence[0])))
    if (unasked and not wished_beside(stored, best.evidence[0])) or (is_unasked(text) and not is_preference(text)):
        return stated(stored, f"No, it is not needed: “{text}”", best.evidence[:1])
    if (
        not musts
        or only_wished(text, terms)
        or is_preference(text)
        or _REGARDED.search(text)
        or is_nice(_heading(stored, best.evidence[0]))
        or wished_beside(stored, best.evidence[0])
    ):
        return stated(stored, f"It is nice to have, not a must: {text}", best.evidence[:1])
    if _denied(text, terms):
        return stated(stored, f"No. The posting says: “{text}”", best.evidence[:1])
    return stated(stored, f"{lead} is asked for: {text}", best.evidence[:1])


def _heading(stored: StoredPosting, evidence: Evidence) -> str:
    """The heading above the words; "" when there is none."""
    return next(
        (each.heading for each in read_page(stored).sentences if each.evidence.span.overlaps(evidence.span)), ""
    )


def _offered(stored: StoredPosting, offered: list[Found[Benefit]], terms: Sequence[Term]) -> Draft:
    refused = [found for found in offered if not found.value.offered or _denied(found.value.text, terms)]
    shown = refused or offered
    said = "; ".join(found.value.text.rstrip(".") for found in shown)
    return stated(stored, f"{'No' if refused else 'Yes'}: {said}.", tuple(found.evidence[0] for found in shown))


def _mentioned(stored: StoredPosting, name: str, evidence: Evidence) -> Draft:
    said = " ".join(evidence.words.split())
    return stored_mention(stored, name, said, evidence)


def stored_mention(stored: StoredPosting, name: str, said: str, evidence: Evidence) -> Draft:
    """A thing that the page names without asking for it or offering it."""
    return stated(stored, f"{name} is mentioned, but not listed as a requirement: “{said}”", (evidence,))


def _placed(stored: StoredPosting, question: Question, passages: list[Passage]) -> Draft:
    """The answer that the place of the best sentence on the page gives."""
    best = passages[0]
    sentence = best.sentence
    thing = " ".join(question.words)
    if verdict(question, best) == "No. ":
        return quoting(stored, question, passages[:1])
    strong = [term.word for term in question.terms if term.weight >= 1]
    if is_unasked(clause_with(sentence.text, strong)):
        return stated(stored, f"No, it is not needed: “{sentence.text}”", sentence.proofs)
    if is_preference(sentence.text) or is_nice(sentence.heading):
        return stated(stored, f"It is nice to have, not a must: “{sentence.text}”", sentence.proofs)
    if (_MINE.match(question.line) or _NEEDING.search(question.line)) and is_of_firm(stored, sentence):
        text = (
            f"The posting does not say anything about “{thing}” for the job. Of the employer it says: “{sentence.text}”"
        )
        return silent(stored, text, sentence.proofs)
    for evidence, say in _ROLES:
        if any(each.span.overlaps(sentence.evidence.span) for each in evidence(stored)):
            if say is _about_employer and not any(named_itself(sentence.roots, word) for word in question.words):
                return unsaid(stored, question)
            if say is _about_employer and _NEEDING.search(question.line):
                text = f"The posting does not ask for “{thing}”. Of the employer it says: “{sentence.text}”"
                return silent(stored, text, sentence.proofs)
            return say(stored, thing, sentence.text, sentence.evidence)
    if _NEEDING.search(question.line) and not question.line.startswith(_OPEN_WORDS) and not asks_for(sentence):
        text = f"The posting does not say that “{thing}” is needed. It does say: “{sentence.text}”"
        return silent(stored, text, sentence.proofs)
    return quoting(stored, question, passages)


def _part_of_work(stored: StoredPosting, thing: str, said: str, evidence: Evidence) -> Draft:
    if refuses(said):
        return stated(stored, f"The posting says: “{said}”", (evidence,))
    return stated(stored, f"Yes, it is part of the work: “{said}”", (evidence,))


def _about_employer(stored: StoredPosting, thing: str, said: str, evidence: Evidence) -> Draft:
    text = (
        f"“{thing}” is only mentioned where the page speaks of the employer, not as a requirement or an offer: “{said}”"
    )
    return stated(stored, text, (evidence,))


_ROLES: tuple[
    tuple[Callable[[StoredPosting], list[Evidence]], Callable[[StoredPosting, str, str, Evidence], Draft]], ...
] = (
    (lambda stored: [found.evidence[0] for found in stored.posting.responsibilities], _part_of_work),
    (lambda stored: [found.evidence[0] for found in stored.posting.about], _about_employer),
)
