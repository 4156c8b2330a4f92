"""What does the page say about words that no field holds? Its best sentences, quoted; silence when none answers."""

import re
from collections.abc import Sequence

from bot.answers.drafts import Draft, silent, stated
from bot.answers.one.denial import denied
from bot.answers.one.find import Passage, find_passages
from bot.answers.question import Question, Term, Want
from bot.model.stored import StoredPosting
from bot.text.polarity import is_preference, is_unasked

# A sentence that says yes under a condition, and a question that asks the other way round, get no "Yes".
_HEDGED = re.compile(r"\b(?:only|unless|except|if|but|may|might|except)\b")
_TURNED = re.compile(r"\b(?:non|not|without|no|never)\b")


def answer_passage(stored: StoredPosting, question: Question) -> Draft:
    """The sentences that answer, quoted, with "No" in front where they deny what was asked."""
    found = find_passages(stored, question.terms, question.want, headed=not question.yes_no)
    return quoting(stored, question, found) if found else unsaid(stored, question)


def unsaid(stored: StoredPosting, question: Question) -> Draft:
    """The page holds no sentence that answers."""
    about = " ".join(question.words) or question.typed
    return silent(stored, f"The posting does not say anything about “{about}”.")


def quoting(stored: StoredPosting, question: Question, found: Sequence[Passage]) -> Draft:
    """An answer made of sentences of the page; it claims no more than they say."""
    shown = found[:1] if question.want is not Want.ANY else found
    said = " … ".join(each.sentence.text for each in shown)
    lead = verdict(question, found[0])
    return stated(
        stored, f"{lead}The posting says: “{said}”", tuple(proof for each in shown for proof in each.sentence.proofs)
    )


def verdict(question: Question, passage: Passage) -> str:
    """ "No. ", "Yes. " or "": what the sentence makes of a yes/no question."""
    if not question.yes_no:
        return ""
    if deniable(passage, question.terms):
        return "No. "
    sentence = passage.sentence.text
    plain = not is_preference(sentence) and not is_unasked(sentence) and not _HEDGED.search(sentence.lower())
    turned = _TURNED.search(question.line) is not None
    return "Yes. " if passage.whole and plain and not turned and question.want is Want.ANY else ""


def deniable(passage: Passage, terms: Sequence[Term]) -> bool:
    """Whether the sentence denies one of the words that name what was asked for."""
    strong = [term.word for term in terms if term.weight >= 1] or [term.word for term in terms]
    return any(denied(passage.sentence.text, word) for word in strong)
