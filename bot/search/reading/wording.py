"""Which phrase does a word or a quoted text of the line mean? Folded, cut into stems, with what means the same."""

import re
from functools import cache, lru_cache

from bot.model.constraints.words import Phrase
from bot.search.aliases import names_of
from bot.search.reading.pieces import Item
from bot.search.reading.terms import spellings, word_set
from bot.text.tokens import fold, terms

_SHORTEST_PREFIX = 2
_PARTS = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=4096)
def phrase_of(item: Item, *, also: tuple[str, ...] = ()) -> Phrase | None:
    """The phrase that the item names, or None when it holds no word; `also` are other names beside those known.

    >>> phrase_of(Item("Kube*")), phrase_of(Item("…"))
    (Phrase(written='kube', stems=('kube',), prefix=True, pinned=False, also=(), quoted=False), None)
    """
    found = list(terms(item.text))
    if not found:
        return None
    written = fold(" ".join(item.text[start:stop] for _, (start, stop) in found))
    stems = stems_of(written)
    prefix = not item.quoted and item.text.endswith("*") and len(stems) == 1 and len(written) >= _SHORTEST_PREFIX
    if prefix:
        return Phrase(written, (written,), prefix=True)
    quoted = len(stems) == 1 and not is_plain(written)
    if item.pinned:
        return Phrase(written, stems, pinned=True, quoted=quoted)
    others = tuple(other for name in also if (other := stems_of(name)) != stems)
    return Phrase(written, stems, also=others + names_of(stems), quoted=quoted)


@cache
def _telling() -> frozenset[str]:
    """Words that mean more than themselves: of talk, and those without which a phrase of free text is none."""
    named = {name.split()[0] for table in ("mode", "type") for name in spellings(table)}
    return frozenset(named).union(*(word_set(name) for name in ("talk", "no", "or", "telling")))


def is_plain(word: str) -> bool:
    """Whether a folded word can stand in the line without quotes and be read as itself, whatever stands beside it.

    >>> is_plain("rust"), is_plain("remote"), is_plain("60k")
    (True, False, False)
    """
    if not word[0].isalpha() or not word.isascii() or "sprachig" in word:
        return False
    return _telling().isdisjoint([word, *_PARTS.findall(word)])


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of a text, in order.

    >>> stems_of("Site reliability engineers")
    ('site', 'reliability', 'engineer')
    """
    return tuple(stem for stem, _ in terms(text))
