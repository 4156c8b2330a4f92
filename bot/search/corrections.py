"""Which words of a query are read as others? Unknown ones at once, known ones only where the query finds nothing.

An unknown word becomes the known words that it may mean, with "or" between them: `kuberntes` is read as `kubernetes`,
and the line says so. A word of a table (other names, occupations) is never read as another, neither is a pinned one
(`+kuberntes`), a beginning (`kube*`) or a source.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, product

from bot.model.constraints.words import Phrase, Words
from bot.model.results import Correction
from bot.search.aliases import alias_words
from bot.search.occupations import occupations
from bot.search.reading.keys import phrase_behind, words_of
from bot.search.reading.pieces import Item
from bot.search.vocabulary import MOST_MEANT, Vocabulary
from bot.text.tokens import terms

# The stems that a stem may mean, the likeliest first; () where it means itself.
Meanings = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reread:
    """The words as they are searched for, and what was typed otherwise."""

    words: Words
    corrections: tuple[Correction, ...] = ()


def correct(words: Words, vocabulary: Vocabulary, *, excluded: bool = False) -> Reread:
    """The words with unknown ones read as known ones; what is `excluded` hides as little as possible, the likeliest."""
    return _reread(words, vocabulary.meant, most=1 if excluded else MOST_MEANT)


def doubt(words: Words, vocabulary: Vocabulary) -> Reread:
    """The words, each known one with the more frequent ones that it may be a typo of beside it."""

    def also(stem: str) -> tuple[str, ...]:
        return (stem, *others) if (others := vocabulary.doubted(stem)) else ()

    return _reread(words, also, most=MOST_MEANT + 1)


def _reread(words: Words, meanings: Meanings, *, most: int) -> Reread:
    if words.key == "source":
        return Reread(words)
    phrases: list[Phrase] = []
    corrections: dict[Correction, None] = {}
    for phrase in words.phrases:
        itself = phrase.pinned or phrase.prefix or phrase.also
        meant = [() if itself else _meant(stem, meanings) for stem in phrase.stems]
        if not any(meant):
            phrases.append(phrase)
            continue
        typed = [phrase.written[start:stop] for _, (start, stop) in terms(phrase.written)]
        choices = [
            tuple(word if read == stem else read for read in stems or (stem,))
            for word, stem, stems in zip(typed, phrase.stems, meant, strict=True)
        ]
        phrases += _phrases(words.key, islice(product(*choices), most))
        for word, stem, stems in zip(typed, phrase.stems, meant, strict=True):
            corrections |= {Correction(written=word, read=read): None for read in stems[:most] if read != stem}
    return Reread(words_of(tuple(phrases), words.key), tuple(corrections))


def _phrases(key: str, spellings: Iterator[tuple[str, ...]]) -> Iterator[Phrase]:
    for spelling in spellings:
        phrase = phrase_behind(key, Item(" ".join(spelling), quoted=True))
        if phrase is not None:
            yield phrase


def _meant(stem: str, meanings: Meanings) -> tuple[str, ...]:
    return () if stem in alias_words() or stem in occupations() else meanings(stem)
