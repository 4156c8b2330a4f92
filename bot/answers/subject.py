"""Which posting does a question mean? Its number, its place in the results, its name, or the one in focus."""

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from bot.answers.question import Question
from bot.answers.scope import Scope
from bot.model.stored import StoredPosting
from bot.text.tokens import fold, stem, words

_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "last": -1,
    "erste": 1, "zweite": 2, "dritte": 3, "premier": 1, "premiere": 1, "deuxieme": 2, "eerste": 1, "tweede": 2, "derde": 3,
    "primero": 1, "primera": 1, "segundo": 2, "segunda": 2,
}  # fmt: skip
_ORDINAL = re.compile(r"\b(" + "|".join(_ORDINALS) + r")\b(?=$|\s(?:one|job|posting|role|position)\b|\W*$)")
_POINTER = re.compile(
    r"\b(?:it|its|this|that|there|they|them|the (?:job|posting|role|position|company|employer|pay|salary|deadline|benefits|requirements))\b"
)
_THE_JOB = re.compile(
    r"\b(?:the|at|for|of|about|from|with|by|in)\b (?P<name>(?:[\w&.+#'/-]+ ){0,4}?[\w&.+#'/-]+)(?:'s)?(?: (?:job|one|posting|role|position|advert|offer|ad))?\b"
)
_COMMON = 0.34


def named_postings(question: Question, scope: Scope) -> tuple[StoredPosting, ...]:
    """The postings that the question names by number, by place in the results, or by words of their names."""
    if question.postings:
        return tuple(stored for number in question.postings if (stored := scope.find(number)))
    line = fold(question.typed)
    ordinal = _ORDINAL.search(line)
    if ordinal and scope.results:
        place = _ORDINALS[ordinal[1]]
        number = place - 1 if place > 0 else len(scope.results) - 1
        if number < len(scope.results) and (stored := scope.find(scope.results[number])):
            return (stored,)
    return by_name(line, scope.postings)


def by_name(line: str, postings: Sequence[StoredPosting]) -> tuple[StoredPosting, ...]:
    """The postings whose title, company or place best fit the words of the line; all of them on a tie.

    A word counts the more, the fewer names hold it; a word that a third of many names share tells nothing.
    """
    held = {stored.id: name_stems(stored) for stored in postings}
    counts = Counter(word for own in held.values() for word in own)
    asked = [word for word in dict.fromkeys(stem(match.group()) for match in words(line)) if len(word) > 1]
    scores: dict[int, float] = {}
    for stored in postings:
        scores[stored.id] = sum(_worth(word, held[stored.id], counts, len(postings)) for word in asked)
    best = max(scores.values(), default=0.0)
    if best <= 0:
        return ()
    return tuple(stored for stored in postings if scores[stored.id] >= best - 1e-9)


def _worth(word: str, own: frozenset[str], counts: Counter[str], total: int) -> float:
    known = (
        word
        if word in own
        else next((other for other in sorted(own) if _near(word, other)), None)
        if word not in counts
        else None
    )
    if known is None or (total > 5 and counts[known] > total * _COMMON):
        return 0.0
    return 1.0 / counts[known] + 1.0


def _near(word: str, other: str) -> bool:
    return len(word) > 4 and word[0] == other[0] and OSA.distance(word, other, score_cutoff=1) <= 1


_DULL = frozenset(
    "a an and of the in for at to job role remote hybrid senior junior lead manager the or with time full part level m w d f x de la le der die und"
    " team work company pay office training language home contract student support public data service care"
    .split()
)  # fmt: skip


def name_stems(stored: StoredPosting) -> frozenset[str]:
    """The telling words of a posting's title, company and places, as stems."""
    posting = stored.posting
    parts = [posting.title.value if posting.title else "", posting.company.value if posting.company else ""]
    parts += [found.value for found in posting.locations]
    return frozenset(stem(word.group()) for word in words(" ".join(parts)) if fold(word.group()) not in _DULL)


def name_words(postings: Sequence[StoredPosting]) -> frozenset[str]:
    """Every folded word of the postings' names; these are no typos."""
    return frozenset(
        fold(word.group())
        for stored in postings
        for text in (stored.name, *(found.value for found in stored.posting.locations))
        for word in words(text)
    )
