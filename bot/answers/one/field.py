"""What does one posting say about one field, one kind of benefit, or a value that the question names?"""

from collections.abc import Callable

from bot.answers.drafts import Draft, quoted, silent, stated
from bot.answers.nouns import NOUNS
from bot.answers.one import sayings
from bot.answers.one.sentences import all_sentences
from bot.answers.question import Question
from bot.answers.scope import proofs
from bot.model import wording
from bot.model.answer import Status
from bot.model.evidence import Evidence
from bot.model.stored import StoredPosting
from bot.model.vocabulary import BenefitKind, Closed, EmploymentType, Strength, WorkMode
from bot.text.polarity import is_unasked

# What is worth naming beside a silence: a field that is close, and how it is introduced.
_NEAR = {
    "salary": ("other_pay", "It does name other pay: {}."),
    "deadline": ("posted", "It does say when it was posted: {}."),
    "work_mode": ("office_days", "It does say: {}."),
    "office_days": ("work_mode", "It does say that the work is {}."),
    "hours": ("employment_type", "It does say: {}."),
    "experience": ("seniority", "It does name a level: {}."),
    "education": ("experience", "It does ask for experience: {}."),
    "other_pay": ("salary", "It does state the pay: {}."),
    "closed": ("deadline", "It does state a deadline: {}."),
    "posted": ("updated", "It does say that it was last updated {}."),
    "duration": ("employment_type", "It does say: {}."),
}
_EXCLUSIVE = (
    frozenset({EmploymentType.FULL_TIME, EmploymentType.PART_TIME}),
    frozenset(
        {EmploymentType.PERMANENT, EmploymentType.FIXED_TERM, EmploymentType.CONTRACT, EmploymentType.TEMPORARY}
        | {EmploymentType.CASUAL, EmploymentType.INTERNSHIP, EmploymentType.APPRENTICESHIP, EmploymentType.VOLUNTEER}
    ),
)
_WAIVED = {
    "education": ("degree", "diploma", "education", "qualification", "abschluss", "diplom", "studium"),
    "experience": ("experience", "erfahrung", "ervaring", "experiencia"),
    "languages": ("german", "english", "french", "dutch", "spanish", "language"),
}


def answer_field(stored: StoredPosting, question: Question) -> Draft:
    """What the posting says about the field, with both sides where it contradicts itself."""
    field = question.topic
    conflict = stored.posting.conflict(field)
    if conflict is not None:
        return _conflict(stored, field)
    if question.value:
        return _VALUES[field](stored, question)
    found = stored.posting.found(field)
    if field == "closed" and not found:
        return _not_closed(stored)
    if field in _WAIVED and question.yes_no and not found:
        waived = _waiver(stored, field)
        if waived is not None:
            return stated(stored, f"No, the posting says that it is not needed: “{_flat(waived.words)}”", (waived,))
    if not found:
        return not_stated(stored, field)
    prefix = _yes(stored, question)
    return stated(stored, prefix + sayings.say(stored.posting, field), proofs(found))


def not_stated(stored: StoredPosting, field: str) -> Draft:
    """The posting is silent on the field; a near miss is named as one."""
    text = (
        f"The posting does not say {NOUNS[field]}."
        if _is_clause(field)
        else f"The posting does not state {NOUNS[field]}."
    )
    near, words = _NEAR.get(field, ("", ""))
    found = stored.posting.found(near) if near else ()
    if not found:
        return silent(stored, text)
    said = "; ".join(_flat(each.words) for each in found[:2])
    return silent(stored, f"{text} {words.format(said)}", proofs(found[:2]))


def _is_clause(field: str) -> bool:
    return NOUNS[field].startswith(("whether", "how", "when", "where", "which"))


def _conflict(stored: StoredPosting, field: str) -> Draft:
    conflict = stored.posting.conflict(field)
    values = conflict.values if conflict else ()
    said = " and ".join(f"“{_flat(value.words)}”" for value in values[:3])
    text = f"The posting contradicts itself on {wording.spaced(field)}: it says {said}."
    return Draft(Status.CONFLICT, text, quoted(stored, proofs(values)), (stored.id,))


def _yes(stored: StoredPosting, question: Question) -> str:
    """The "Yes" of a yes/no question whose field is stated and speaks for itself."""
    if not question.yes_no or question.topic in (
        "sponsorship",
        "closed",
        "experience",
        "travel",
        "skills",
        "requirements",
    ):
        return ""
    if question.topic == "education":
        firm = [
            each.value.strength
            for each in stored.posting.requirements
            if each.value.text in {e.value for e in stored.posting.education}
        ]
        return "It is nice to have, not a must. " if firm and all(each is Strength.NICE for each in firm) else "Yes. "
    return "" if question.topic in ("work_mode", "employment_type", "seniority", "languages") else "Yes. "


def _not_closed(stored: StoredPosting) -> Draft:
    return not_stated(stored, "closed")


def _waiver(stored: StoredPosting, field: str) -> Evidence | None:
    """The sentence that says the thing is not needed, or None."""
    for evidence in all_sentences(stored):
        low = evidence.words.lower()
        if any(word in low for word in _WAIVED[field]) and is_unasked(evidence.words):
            return evidence
    return None


def _work_mode(stored: StoredPosting, question: Question) -> Draft:
    found = stored.posting.work_mode
    if found is None:
        return not_stated(stored, "work_mode")
    said = sayings.say(stored.posting, "work_mode")
    proof = (found.evidence[0], *(stored.posting.office_days.evidence[:1] if stored.posting.office_days else ()))
    asked = WorkMode(question.value)
    if found.value is asked:
        return stated(stored, f"Yes. {said}", proof)
    if {found.value, asked} == {WorkMode.HYBRID, WorkMode.REMOTE} or {found.value, asked} == {
        WorkMode.HYBRID,
        WorkMode.ONSITE,
    }:
        return stated(stored, f"Partly. {said}" if found.value is WorkMode.HYBRID else f"No. {said}", proof)
    return stated(stored, f"No. {said}", proof)


def _employment(stored: StoredPosting, question: Question) -> Draft:
    asked = EmploymentType(question.value)
    match = next((found for found in stored.posting.employment_type if found.value is asked), None)
    if match is not None:
        return stated(stored, f"Yes, it is {wording.spaced(asked.value)}.", match.evidence[:1])
    rivals = [
        found for found in stored.posting.employment_type if any({found.value, asked} <= group for group in _EXCLUSIVE)
    ]
    if rivals:
        said = ", ".join(wording.spaced(found.value) for found in rivals)
        return stated(stored, f"No, the posting says {said}.", proofs(tuple(rivals)))
    near = stored.posting.employment_type
    text = f"The posting does not say whether it is {wording.spaced(asked.value)}."
    if near:
        text += " It does say: " + ", ".join(wording.spaced(found.value) for found in near) + "."
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
        if found.value.strength is Strength.NICE:
            return stated(stored, f"{question.value}{level} is nice to have, not required.", found.evidence[:1])
        return stated(stored, f"Yes, {question.value}{level} is asked for.", found.evidence[:1])
    waived = _waiver(stored, "languages")
    if waived is not None and question.value.lower() in waived.words.lower():
        return stated(stored, f"No, the posting says that it is not needed: “{_flat(waived.words)}”", (waived,))
    others = stored.posting.languages
    text = f"The posting does not say that {question.value} is needed."
    if others:
        text += " It does name: " + ", ".join(each.value.language for each in others) + "."
    return silent(stored, text, proofs(others))


_VALUES: dict[str, Callable[[StoredPosting, Question], Draft]] = {
    "work_mode": _work_mode,
    "employment_type": _employment,
    "seniority": _seniority,
    "languages": _language,
}


def answer_benefit(stored: StoredPosting, question: Question) -> Draft:
    """Whether one kind of benefit is offered, and how much of it."""
    kind = BenefitKind(question.topic)
    kinds = {kind, *_COUSINS.get(kind, ())}
    found = [each for each in stored.posting.benefits if each.value.kind in kinds]
    noun = _BENEFIT_NOUNS.get(kind, wording.spaced(kind.value))
    if kind is BenefitKind.VISA and stored.posting.sponsorship:
        return stated(stored, sayings.say(stored.posting, "sponsorship"), stored.posting.sponsorship.evidence[:1])
    if not found:
        return silent(stored, f"The posting does not mention {noun}.")
    offered = [each for each in found if each.value.offered]
    if not offered:
        return stated(stored, f"No, the posting says: “{_flat(found[0].value.text)}”", found[0].evidence[:1])
    amounts = [each for each in offered if each.value.amount]
    if question.yes_no or not amounts:
        text = (
            ("Yes: " if question.yes_no else f"On {noun} the posting says: ")
            + "; ".join(each.value.text for each in offered)
            + "."
        )
        return stated(stored, text.replace("..", "."), proofs(tuple(offered)))
    first = amounts[0].value
    much = wording.amount(first.amount) if first.amount else ""
    return stated(stored, f"{much[:1].upper()}{much[1:]}: {first.text}.".replace("..", "."), amounts[0].evidence[:1])


# Kinds that answer for each other: a 401(k) is a pension to whoever asks for one.
_COUSINS = {
    BenefitKind.PENSION: (BenefitKind.RETIREMENT,),
    BenefitKind.RETIREMENT: (BenefitKind.PENSION,),
}
_BENEFIT_NOUNS = {
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
}


def _flat(text: str) -> str:
    return " ".join(text.split())


def is_open(stored: StoredPosting) -> bool:
    """Whether the page does not say that applications are closed."""
    return stored.posting.closed is None or stored.posting.closed.value is not Closed.YES
