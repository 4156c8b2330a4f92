"""What does the page say about words that no field holds? Its best sentences, quoted; silence when none answers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.drafts import Draft, silent, stated
from bot.answers.one.denial import clause_with, denied, not_asked, refuses
from bot.answers.one.find import Passage, find_passages
from bot.answers.one.page import Sentence, names, read_page
from bot.answers.one.spoken import speaking
from bot.answers.one.terms import place_of
from bot.answers.question import Question, Term, Want
from bot.answers.reading.of_one import WHY_OPEN
from bot.model.stored import StoredPosting
from bot.text.polarity import is_preference, is_unasked
from bot.text.tokens import fold

# A sentence that says yes under a condition, one that refuses anything, and a question that asks the other way round, get no "Yes".
_HEDGED = re.compile(r"\b(?:only|unless|except|if|but|may|might|except)\b")
_WHAT_IS = re.compile(r"^what (?:is|are) (?:a |an |the )?([\w-]+)$")
_EARLY = 3
_TELLING = 0.5
# A line of so few words that ends in nothing may be a label, and the value below it is short.
_LABEL, _VALUE = 3, 10
_PREFERABLY = re.compile(
    r"\b(?:preferably|ideally|vorzugsweise|idealerweise|de préférence|idéalement|bij voorkeur|preferiblemente)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(r"\b(?:non|not|without|no|never)\b")


def answer_passage(stored: StoredPosting, question: Question) -> Draft:
    """The sentences that answer, quoted, with "No" in front where they deny what was asked."""
    if WHY_OPEN.search(question.line):
        reasons = [Passage(each, 1.0, whole=True) for each in speaking(stored, "vacancy")]
        return quoting(stored, question, reasons[:1]) if reasons else unsaid(stored, question)
    found = find_passages(stored, question.terms, question.want, headed=not question.yes_no)
    if (asked := _WHAT_IS.search(question.line)) and len(question.terms) == 1:
        found = [each for each in found if _defines(each.sentence, asked[1])]
    return quoting(stored, question, found) if found else unsaid(stored, question)


def _defines(sentence: Sentence, word: str) -> bool:
    """Whether a sentence says what something is, and does not only name it on the way."""
    place = place_of(sentence.roots, word)
    if place is None:
        return False
    line = " ".join(sentence.words)
    # "Ambrosia, a framework", "Ambrosia, Citi's own framework"
    behind = rf"{re.escape(word)},? ?[(–-]? ?(?:(?:an?|the|our|its|their|eine?|unsere?|une?|notre|een|ons|onze|una?)\b|[\w.&-]+(?: [\w.&-]+){{0,2}}['’]s )"
    if re.search(behind, fold(sentence.text)):
        return True
    return (
        place <= _EARLY
        or re.search(
            rf"\b{re.escape(word)}\w* (?:is|are|means|was|ist|sind|est|es)\b|\b(?:called|named|our|is) {re.escape(word)}",
            line,
        )
        is not None
    )


def unsaid(stored: StoredPosting, question: Question) -> Draft:
    """The page holds no sentence that answers."""
    about = " ".join(question.words) or question.typed
    return silent(stored, f"The posting does not say anything about “{about}”.")


def quoting(stored: StoredPosting, question: Question, found: Sequence[Passage]) -> Draft:
    """An answer made of sentences of the page; it claims no more than they say."""
    shown = [with_next(stored, each.sentence) for each in (found[:1] if question.want is not Want.ANY else found)]
    said = " … ".join(each.text for each in shown)
    lead = verdict(question, found[0])
    return stated(stored, f"{lead}The posting says: “{said}”", tuple(proof for each in shown for proof in each.proofs))


def with_next(stored: StoredPosting, sentence: Sentence) -> Sentence:
    """A label without a value of its own, together with the line below it."""
    if (
        sentence.value is not None
        or len(sentence.words) > _LABEL
        or not sentence.words
        or sentence.evidence.words[-1] in ".!?"
    ):
        return sentence
    page = read_page(stored).sentences
    below = next((each for each in page if each.evidence.start >= sentence.evidence.stop), None)
    if (
        below is None
        or len(below.words) > _VALUE
        or ":" in below.evidence.words
        or not stored.raw[sentence.evidence.stop : below.evidence.start].isspace()
    ):
        return sentence
    return replace(sentence, value=below.evidence)


def verdict(question: Question, passage: Passage) -> str:
    """ "No. ", "Yes. " or "": what the sentence makes of a yes/no question."""
    if not question.yes_no:
        return ""
    strong = [term.word for term in question.terms if term.weight >= _TELLING]
    if deniable(passage, question.terms) or not_asked(clause_with(passage.sentence.text, strong)):
        return "No. "
    sentence = passage.sentence.text
    plain = not is_preference(sentence) and not is_unasked(sentence) and not _HEDGED.search(sentence.lower())
    plain = plain and not refuses(sentence) and not only_wished(sentence, question.terms)
    turned = _TURNED.search(question.line) is not None
    return "Yes. " if passage.whole and plain and not turned and question.want is Want.ANY else ""


def deniable(passage: Passage, terms: Sequence[Term]) -> bool:
    """Whether the sentence denies one of the words that name what was asked for."""
    strong = [term.word for term in terms if term.weight >= 1] or [term.word for term in terms]
    return any(denied(passage.sentence.text, word) for word in strong)


def only_wished(text: str, terms: Sequence[Term]) -> bool:
    """Whether a word of the thing stands behind the "preferably" of an item alone: "a degree, preferably in law"."""
    wish = _PREFERABLY.search(text)
    if wish is None:
        return False
    before, behind = text[: wish.start()], text[wish.end() :]
    return any(names(behind, [term]) and not names(before, [term]) for term in terms)
