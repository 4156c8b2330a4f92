"""Is one value of a field true of a posting: remote, part time, senior, German?"""

import re
from collections.abc import Callable

from bot.answers.drafts import Draft, silent, stated
from bot.answers.one import sayings
from bot.answers.one.denial import denied
from bot.answers.one.page import Sentence, read_page, sentence_around
from bot.answers.one.passage import with_next
from bot.answers.one.silence import not_stated, waiver
from bot.answers.one.spoken import speaking
from bot.answers.one.terms import place_of
from bot.answers.question import Question
from bot.answers.reading.values import named_values
from bot.answers.scope import proofs
from bot.model import wording
from bot.model.languages import LANGUAGE_OF, language_named
from bot.model.stored import StoredPosting
from bot.model.vocabulary import EmploymentType, Strength, WorkMode
from bot.text.polarity import is_preference
from bot.text.tokens import fold

_OF_A_COUNTRY = frozenset(
    "text version notice translation original law laws code codes market markets cuisine food kitchen history company companies customers clients tax labour labor employment standards railway"
    " government army team office style rules regulations economy side border subsidiary parent recht arbeitsrecht markt kuche".split()
)
_SHORTEST_NAME = 4
# A sentence about the type of contract names what is to be filled.
_ROLE = re.compile(
    r"\b(?:vacanc(?:y|ies)|positions?|posts?|roles?|contracts?|openings?|jobs?|employment|opportunit(?:y|ies)|basis|stellen?|vertrag|postes?|contrat|contract|vacature|puestos?|contrato)\b"
)
_EXCLUSIVE = (
    frozenset({EmploymentType.FULL_TIME, EmploymentType.PART_TIME}),
    frozenset(
        {EmploymentType.PERMANENT, EmploymentType.FIXED_TERM, EmploymentType.CONTRACT, EmploymentType.TEMPORARY}
        | {EmploymentType.CASUAL, EmploymentType.INTERNSHIP, EmploymentType.APPRENTICESHIP, EmploymentType.VOLUNTEER}
    ),
)


def answer_value(stored: StoredPosting, question: Question) -> Draft:
    """Yes, no or partly, with what the posting says; silence where it says nothing of the field."""
    return _VALUES[question.topic](stored, question)


def _work_mode(stored: StoredPosting, question: Question) -> Draft:
    found = stored.posting.work_mode
    days = stored.posting.office_days
    if found is None:
        return _mode_spoken(stored, question) if days is None else _by_days(stored)
    said = sayings.say(stored.posting, "work_mode")
    proof = (found.evidence[0], *(days.evidence[:1] if days else ()))
    asked = WorkMode(question.value)
    if found.value is asked:
        return stated(stored, f"Yes. {said}", proof)
    return stated(stored, f"{'Partly' if found.value is WorkMode.HYBRID else 'No'}. {said}", proof)


def _mode_spoken(stored: StoredPosting, question: Question) -> Draft:
    """What a sentence says that names a mode though none was read: those in the question's own words first."""
    found = list(speaking(stored, "work_mode"))
    if not found:
        return not_stated(stored, "work_mode")
    own = [term.word for term in question.terms]
    best = min(found, key=lambda each: not any(place_of(each.roots, word) is not None for word in own))
    refused = any(denied(best.text, word) for word in own)
    best = with_next(stored, best)
    return stated(stored, f"{'No. ' if refused else ''}The posting says: “{best.text}”", best.proofs)


def _by_days(stored: StoredPosting) -> Draft:
    days = stored.posting.office_days
    if days is None:
        return not_stated(stored, "work_mode")
    return stated(stored, f"Partly. {sayings.say(stored.posting, 'office_days')}", days.evidence[:1])


def _employment(stored: StoredPosting, question: Question) -> Draft:
    asked = EmploymentType(question.value)
    match = next((found for found in stored.posting.employment_type if found.value is asked), None)
    others = [found for found in stored.posting.employment_type if found.value is not asked]
    if match is not None:
        rivals = [found for found in others if any({found.value, asked} <= group for group in _EXCLUSIVE)]
        also = ", or " + ", ".join(wording.spaced(found.value) for found in rivals) if rivals else ""
        return stated(stored, f"Yes, it is {wording.spaced(asked.value)}{also}.", match.evidence[:1])
    rivals = [found for found in others if any({found.value, asked} <= group for group in _EXCLUSIVE)]
    if rivals:
        said = ", ".join(wording.spaced(found.value) for found in rivals)
        return stated(stored, f"No, the posting says {said}.", proofs(tuple(rivals)))
    if (spoken := _type_spoken(stored, question)) is not None:
        return spoken
    near = stored.posting.employment_type
    text = f"The posting does not say whether it is {wording.spaced(asked.value)}."
    if near:
        text += " It does say: " + ", ".join(wording.spaced(found.value) for found in near) + "."
    return silent(stored, text, proofs(near))


def _type_spoken(stored: StoredPosting, question: Question) -> Draft | None:
    """What a sentence says that names the type of contract though none was read: "two permanent vacancies"."""
    value = next((each for each in named_values(question.line) if each.value == question.value), None)
    if value is None:
        return None
    own = question.line[value.start : value.stop].split()
    for sentence in speaking(stored, "employment_type"):
        if _ROLE.search(fold(sentence.text)) and all(place_of(sentence.roots, word) is not None for word in own):
            refused = any(denied(sentence.text, word) for word in own)
            lead = "No. " if refused else ""
            return stated(stored, f"{lead}The posting says: “{sentence.text}”", sentence.proofs)
    return None


def answer_group(stored: StoredPosting, question: Question) -> Draft | None:
    """Which of the values of one kind that the question names it is ("permanent or contract"); None for other questions."""
    named = {each.value for each in named_values(question.line) if each.field == "employment_type"}
    apart = len(named) > 1 or " or " in question.line
    group = next((group for group in _EXCLUSIVE if apart and named & group), None)
    found = [each for each in stored.posting.employment_type if group is not None and each.value in group]
    if group is None or found:
        return None
    near = stored.posting.employment_type
    text = f"The posting does not say whether it is {' or '.join(sorted(map(wording.spaced, named)))}."
    if near:
        text += " It does say: " + ", ".join(wording.spaced(each.value) for each in near) + "."
    return silent(stored, text, proofs(near))


def _seniority(stored: StoredPosting, question: Question) -> Draft:
    found = stored.posting.seniority
    if found is None:
        return not_stated(stored, "seniority")
    level = wording.spaced(found.value)
    yes = found.value.value == question.value
    return stated(stored, f"{'Yes' if yes else 'No'}, the level is {level}.", found.evidence[:1])


def _language(stored: StoredPosting, question: Question) -> Draft:
    found = next((each for each in stored.posting.languages if each.value.language == question.value), None)
    if found is not None:
        level = f" ({found.value.level})" if found.value.level else ""
        said = (sentence_around(stored, found.evidence[0]),)
        if found.value.strength is Strength.NICE:
            return stated(stored, f"{question.value}{level} is nice to have, not required.", said)
        return stated(stored, f"{'Yes, ' if question.yes_no else ''}{question.value}{level} is asked for.", said)
    waived = waiver(stored, _names_of(question.value))
    if waived is not None:
        told = " ".join(waived.words.split())
        return stated(stored, f"No, the posting says that it is not needed: “{told}”", (waived,))
    named = _language_named(stored, question.value)
    if named is not None:
        return named
    others = stored.posting.languages
    text = f"The posting does not say that {question.value} is needed."
    if others:
        text += " It does name: " + ", ".join(each.value.language for each in others) + "."
    return silent(stored, text, proofs(others))


def _language_named(stored: StoredPosting, language: str) -> Draft | None:
    """What a requirement says that names the language though it was not read as one."""
    asked = [found.evidence[0].span for found in stored.posting.requirements]
    for sentence in read_page(stored).sentences:
        spoken = _speaks(sentence, language)
        if spoken and any(span.overlaps(sentence.evidence.span) for span in asked):
            lead = "is nice to have" if is_preference(sentence.text) else "is asked for"
            yes = "" if is_preference(sentence.text) else "Yes, "
            return stated(stored, f"{yes}{language} {lead}: “{sentence.text}”", (sentence.evidence,))
        if spoken and is_preference(sentence.text):
            return stated(stored, f"{language} is nice to have: “{sentence.text}”", (sentence.evidence,))
    return None


def _names_of(language: str) -> tuple[str, ...]:
    """What a language is called in any language, but for short names that stand in other words."""
    return tuple(name for name, meant in LANGUAGE_OF.items() if meant == language and len(name) > _SHORTEST_NAME)


def _speaks(sentence: Sentence, language: str) -> bool:
    """Whether a sentence names the language as one: no law, market or kitchen of a country."""
    following = (*sentence.words[1:], "")
    return any(
        language_named(word) == language and after not in _OF_A_COUNTRY
        for word, after in zip(sentence.words, following, strict=True)
    )


_VALUES: dict[str, Callable[[StoredPosting, Question], Draft]] = {
    "work_mode": _work_mode,
    "employment_type": _employment,
    "seniority": _seniority,
    "languages": _language,
}
