"""Is a line a heading because every word of it is one of which headings are made? "Your main duties in this role".

The words are a table (`lexicon/heading_words.toml`): light words, which tell nothing, and telling ones, the first of which
names the kind. Leaves out whole headings (`lexicon/headings.toml`) and turns of phrase (`lexicon/turns.toml`).
"""

import re
from functools import cache

from bot.parsing.document import SectionKind
from bot.parsing.lexicon.tables import table

_WORD = re.compile(r"[^\s,:;?!¿]+")
_MOST_WORDS = 9


def kind_by_words(phrase: str) -> SectionKind | None:
    """The kind that a folded heading's words tell, or None when one of them is no word of headings.

    >>> kind_by_words("your key duties and responsibilities"), kind_by_words("preferred skills & experience")
    (<SectionKind.DUTIES: 'duties'>, <SectionKind.NICE: 'nice'>)
    >>> kind_by_words("communication skills"), kind_by_words("the role")
    (None, None)
    """
    words = [word.strip("().") for word in _WORD.findall(phrase)]
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    kind = next((_telling()[word] for word in words if word in _telling()), None)
    if kind is None or not all(word in _known(kind) for word in words):
        return None
    wished = kind is SectionKind.REQUIREMENTS and not _wishes().isdisjoint(words)
    return SectionKind.NICE if wished else kind


@cache
def _telling() -> dict[str, SectionKind]:
    return {word: SectionKind(kind) for kind, words in table("heading_words")["kinds"].items() for word in words}


@cache
def _wishes() -> frozenset[str]:
    return frozenset(table("heading_words")["wishes"])


@cache
def _known(kind: SectionKind) -> frozenset[str]:
    """Every word that may stand in a heading of the kind; words that tell another kind may follow the first."""
    words = table("heading_words")
    return frozenset({*words["light"], *words["wishes"], *words["beside"][kind.value], *_telling()})
