"""Is a word of the question a mistyped word of the page? Then the page may answer after all, and the answer says so.

Only a long word is read as another, one slip away and with the same first letter, and only when no posting in scope
holds it: a word that somebody writes is no slip. One that lost a letter on the way may be a letter shorter, where
another word of the question stands on the page.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answers.one.page import read_page
from bot.answers.one.terms import place_of, root
from bot.answers.question import Question, Term
from bot.model.stored import StoredPosting

# Shorter words are one slip away from too many others: "spring" and "string".
_SHORTEST = 7


@dataclass(frozen=True, slots=True)
class Respelt:
    """The question with the page's words in place of mistyped ones, and what was read as what."""

    question: Question
    pairs: tuple[tuple[str, str], ...]

    @property
    def said(self) -> str:
        """What was read as what, in words: Read “yachtmster” as “yachtmaster”."""
        return "Read " + ", ".join(f"“{written}” as “{meant}”" for written, meant in self.pairs) + "."


def respelt_for(stored: StoredPosting, question: Question, known: Callable[[str], bool]) -> Respelt | None:
    """The question in the page's spelling; None where no word is mistyped. `known` tells words of other postings."""
    meant = {term.word: near for term in question.terms if (near := _near(stored, term.word, question, known))}
    if not meant:
        return None
    respelt = replace(
        question,
        terms=tuple(Term(meant.get(term.word, term.word), term.weight) for term in question.terms),
        rest=tuple(Term(meant.get(term.word, term.word), term.weight) for term in question.rest),
        words=tuple(meant.get(word, word) for word in question.words),
        line=" ".join(meant.get(word, word) for word in question.line.split()),
    )
    return Respelt(respelt, tuple(meant.items()))


def _near(stored: StoredPosting, word: str, question: Question, known: Callable[[str], bool]) -> str | None:
    """The page's word that a mistyped one means; ties go to the first in the alphabet."""
    page = read_page(stored)
    on_page = tuple(page.counts)
    if len(word) < _SHORTEST - 1 or not word.isalpha() or place_of(on_page, word) is not None or known(word):
        return None
    short = len(word) < _SHORTEST
    if short and not any(place_of(on_page, term.word) is not None for term in question.terms):
        return None
    same_first = sorted(other for other in page.words if other[:1] == word[0] and root(other) != root(word))
    lost = [other for other in same_first if len(other) == _SHORTEST and _lost_a_letter(word, other)]
    hit = process.extractOne(word, lost if short else same_first, scorer=OSA.distance, score_cutoff=1)
    return hit[0] if hit else None


def _lost_a_letter(word: str, other: str) -> bool:
    """Whether the word is the other without a letter: one inside, as "manage" is no slip for "manager", or a final "g"."""
    return not other.startswith(word) or other == f"{word}g"
