"""Which sentences of a posting speak of some words? Ranked by the rare words they share with the question.

A sentence answers when its words carry at least 60 % of the question's weight; a word weighs the more, the fewer
sentences of the posting hold it. A site's advice and other openings do not count.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.evidence import Evidence
from bot.model.stored import StoredPosting
from bot.text.clean import clean
from bot.text.layout import split_lines
from bot.text.sentences import sentences
from bot.text.tokens import fold, stem, words

THRESHOLD = 0.6
_LONG_PREFIX = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the raw text with the share of the question's weight that it carries, from 0 to 1."""

    evidence: Evidence
    share: float


def all_sentences(stored: StoredPosting) -> list[Evidence]:
    """Every sentence of the posting in order; advice and other openings are left out."""
    source = clean(stored.page)
    aside = [found.evidence[0].span for found in (*stored.posting.advice, *stored.posting.related)]
    found = []
    for line in split_lines(source.text):
        for piece in sentences(source.text, line.start, line.stop):
            span = source.span(*piece)
            if not any(span.overlaps(other) for other in aside):
                words_read = source.words(*piece) if source.page.runs else span.of(stored.raw)
                found.append(Evidence.of(stored.raw, span, words_read))
    return found


def passages(stored: StoredPosting, asked: Sequence[str], *, most: int = 2) -> list[Passage]:
    """The best sentences at or above the threshold: by share, then the shorter, then the earlier."""
    stems = list(dict.fromkeys(stem(word) for word in asked))
    if not stems:
        return []
    held = [(evidence, _stems(evidence.words)) for evidence in all_sentences(stored)]
    counts = Counter(word for word in stems for _, own in held if _holds(own, word))
    weight = {word: math.log(1 + (len(held) + 1) / (counts[word] + 0.5)) for word in stems}
    total = sum(weight.values())
    ranked = []
    for evidence, own in held:
        share = sum(weight[word] for word in stems if _holds(own, word)) / total
        if share >= THRESHOLD:
            ranked.append(Passage(evidence, share))
    ranked.sort(key=lambda each: (-round(each.share, 6), len(each.evidence.words), each.evidence.start))
    best = ranked[0].share if ranked else 0
    return [each for each in ranked if each.share >= best - 0.15][:most]


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.group()) for word in words(text))


def _holds(own: frozenset[str], word: str) -> bool:
    """Whether one of the words is the asked one or grows from it: "calculate" and "calculations"."""
    if word in own:
        return True
    if len(word) < _LONG_PREFIX:
        return False
    root = word[: max(_LONG_PREFIX, len(word) - 3)]
    return any(other.startswith(root) and abs(len(other) - len(word)) <= 4 for other in own)


def folded_words(text: str) -> frozenset[str]:
    """The folded words of a text."""
    return frozenset(fold(word.group()) for word in words(text))
