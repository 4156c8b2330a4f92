"""What is said where a posting is silent on a field? Silence, and at most a near miss that is named as one."""

import re
from collections.abc import Sequence

from bot.answers.drafts import Draft, silent
from bot.answers.nouns import NOUNS
from bot.answers.one.page import read_page
from bot.answers.scope import proofs
from bot.model.evidence import Evidence
from bot.model.stored import StoredPosting
from bot.text.polarity import is_unasked
from bot.text.tokens import fold

# What is worth naming beside a silence: a field that is close, and how it is introduced.
_NEAR = {
    "salary": ("other_pay", "It does name other pay: {}."),
    "deadline": ("posted", "It does say when it was posted: {}."),
    "work_mode": ("office_days", "It does say: {}."),
    "office_days": ("work_mode", "On the mode of work it says: {}."),
    "hours": ("employment_type", "It does say: {}."),
    "experience": ("seniority", "It does name a level: {}."),
    "education": ("experience", "It does ask for experience: {}."),
    "other_pay": ("salary", "It does state the pay: {}."),
    "closed": ("deadline", "It does state a deadline: {}."),
    "posted": ("updated", "It does say that it was last updated {}."),
    "duration": ("employment_type", "It does say: {}."),
}
# A degree or experience that is not asked for, in so many words.
_WAIVING = re.compile(
    r"\bno (?:formal )?(?:diploma|degree|qualifications?|experience)\b|\b(?:brauchst|brauchen|benötig\w+) (?:du |sie )?kein\w*\b|\bpas de (?:diplôme|expérience)\b"
    r"|\b(?:sans|aucun\w*) (?:diplôme|expérience)\b|\bno (?:se )?(?:necesit\w+|hace falta|piden?|exig\w+)\b|\bgeen (?:\w+ )?(?:nodig|vereist)\b"
    r"|\bnon (?:obligatoire|requis\w*|exigée?)\b|\bno (?:es|son) (?:necesari\w+|obligatori\w+)\b|\bkein muss\b|\bnicht (?:notwendig|nötig|erforderlich|zwingend)\b|\bniet (?:nodig|vereist|verplicht)\b"
    r"|\b(?:don't|do not) (?:need|have to have|require) (?:any |a )?(?:formal )?(?:qualifications?|degree|diploma|experience)\b"
)
WAIVED = {
    "education": (
        "degree",
        "college",
        "diploma",
        "education",
        "qualification",
        "abschluss",
        "diplom",
        "studium",
        "título",
        "abitur",
        "diplôme",
        "opleiding",
    ),
    "experience": ("experience", "erfahrung", "ervaring", "experiencia", "expérience"),
}


def not_stated(stored: StoredPosting, field: str) -> Draft:
    """The posting is silent on the field; a near miss is named as one."""
    verb = "say" if NOUNS[field].startswith(("whether", "how", "when", "where", "which")) else "state"
    text = f"The posting does not {verb} {NOUNS[field]}."
    near, words = _NEAR.get(field, ("", ""))
    found = stored.posting.found(near) if near else ()
    if not found:
        return silent(stored, text)
    said = "; ".join(" ".join(each.words.split()) for each in found[:2])
    return silent(stored, f"{text} {words.format(said)}", proofs(found[:2]))


def waiver(stored: StoredPosting, words: Sequence[str]) -> Evidence | None:
    """The sentence that says that what the words name is not needed, or None."""
    for sentence in read_page(stored).sentences:
        low = sentence.evidence.words.lower()
        if any(word in low or word in fold(low) for word in words) and (
            is_unasked(sentence.evidence.words) or _WAIVING.search(low)
        ):
            return sentence.evidence
    return None
