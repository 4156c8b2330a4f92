"""Is something asked for, offered or used? And what does the page say about words that no field holds?

A requirement or a benefit that names the thing answers; a mere mention is called a mention.
"""

from bot.answers.drafts import Draft, silent, stated
from bot.answers.one.sentences import passages
from bot.answers.question import Question
from bot.answers.scope import proofs
from bot.model.evidence import Evidence, Found
from bot.model.posting import Requirement
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Strength
from bot.text.tokens import stem, words


def answer_thing(stored: StoredPosting, question: Question) -> Draft:
    """Whether the posting asks for, offers or names the thing, with the words that say so."""
    wanted = frozenset(stem(word) for word in question.words)
    thing = " ".join(question.words)
    asked = [found for found in stored.posting.requirements if _names(found.value.text, wanted)]
    offered = [found for found in stored.posting.benefits if _names(found.value.text, wanted)]
    skills = [found for found in stored.posting.skills if _names(f"{found.value} {found.words}", wanted)]
    if asked:
        return _asked(stored, asked, thing)
    if offered:
        word = "Yes: " if any(found.value.offered for found in offered) else "No: "
        return stated(stored, word + "; ".join(found.value.text for found in offered) + ".", proofs(tuple(offered)))
    if skills:
        return _mentioned(stored, skills[0].value, skills[0].evidence)
    return answer_passage(stored, question)


def _names(text: str, wanted: frozenset[str]) -> bool:
    return bool(wanted) and wanted <= {stem(word.group()) for word in words(text)}


def _asked(stored: StoredPosting, asked: list[Found[Requirement]], thing: str) -> Draft:
    musts = [found for found in asked if found.value.strength is Strength.MUST]
    if musts:
        return stated(stored, f"Yes, it is asked for: {musts[0].value.text}", proofs(tuple(musts)))
    return stated(stored, f"It is nice to have, not a must: {asked[0].value.text}", proofs(tuple(asked)))


def _mentioned(stored: StoredPosting, name: str, evidence: tuple[Evidence, ...]) -> Draft:
    return stated(stored, f"{name} is mentioned, but not listed as a requirement.", evidence[:1])


def answer_passage(stored: StoredPosting, question: Question) -> Draft:
    """The sentences that speak of the question's words, quoted; silence when none carries enough of them."""
    found = passages(stored, question.words)
    if not found:
        return silent(stored, f"The posting does not say anything about “{' '.join(question.words)}”.")
    said = " … ".join(" ".join(each.evidence.words.split()) for each in found)
    return stated(stored, f"The posting says: “{said}”", tuple(each.evidence for each in found))
