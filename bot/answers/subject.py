"""Which posting does a question mean? Its number, its place in the results, its name, or the one in focus."""

import re

from bot.answers.question import Question
from bot.answers.reading.spelling import plain_words, vocabulary
from bot.answers.scope import Scope
from bot.model.stored import StoredPosting
from bot.text.tokens import fold

# More postings of a name are not told apart by it; these are offered to choose from.
MOST_NAMED = 12
# Places in a list, as people name them.
ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "last": -1,
    "erste": 1, "zweite": 2, "dritte": 3, "premier": 1, "premiere": 1, "deuxieme": 2, "eerste": 1, "tweede": 2, "derde": 3,
    "primero": 1, "primera": 1, "segundo": 2, "segunda": 2,
}  # fmt: skip
_ORDINAL = re.compile(r"\b(" + "|".join(ORDINALS) + r")\b(?=$|\s(?:one|job|posting|role|position)\b|\W*$)")
_POINTER = re.compile(
    r"\b(?:it|its|this|that|there|they|them|the (?:job|posting|role|position|company|employer|pay|salary|deadline|benefits|requirements))\b"
)
_THE_JOB = re.compile(
    r"\b(?:the|at|for|of|about|from|with|by|in)\b (?P<name>(?:[\w&.+#'/-]+ ){0,4}?[\w&.+#'/-]+)(?:'s)?(?: (?:job|one|posting|role|position|advert|offer|ad))?\b"
)


def names_place(question: Question) -> bool:
    """Whether the question points at a place in the results: "the second one"."""
    return _ORDINAL.search(fold(question.typed)) is not None


def named_postings(question: Question, scope: Scope) -> tuple[StoredPosting, ...]:
    """The postings that the question names by number, by place in the results, or by words of their names: the first few."""
    if question.postings:
        return tuple(stored for number in question.postings if (stored := scope.find(number)))
    line = fold(question.typed)
    ordinal = _ORDINAL.search(line)
    if ordinal and scope.results:
        place = ORDINALS[ordinal[1]]
        number = place - 1 if place > 0 else len(scope.results) - 1
        if number >= len(scope.results):
            return ()
        if stored := scope.find(scope.results[number]):
            return (stored,)
    named = scope.names.named(_naming(line, scope))[:MOST_NAMED]
    return tuple(stored for number in named if (stored := scope.find(number)))


def _naming(line: str, scope: Scope) -> str:
    """The words that may name a posting: those of names, and those that questions are not made of."""
    known = vocabulary()
    return " ".join(word for word in plain_words(line) if scope.names.spells(word) or word not in known)
