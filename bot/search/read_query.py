"""What does a query line ask for? Words, "phrases", -exclusions and +exact words, read leniently.

Words that only make a sentence of the query ("jobs in London, please") are set aside and named as not used.
"""

import re

from bot.model.query import Clause, Query
from bot.model.results import Correction
from bot.search.vocabulary import Vocabulary
from bot.text.tokens import fold, stem, words

_LONGEST_QUERY = 4000
_PIECE = re.compile(r'(?P<sign>(?<!\S)[-+]|)(?:"(?P<phrase>[^"]{1,200})"|(?P<word>[^\s",;]{1,80}))')
# Words of talk, not of postings: they would only hide hits.
_TALK = frozenset(
    {"a", "an", "and", "any", "are", "at", "by", "can", "could", "do", "find", "for", "from", "get", "give", "have"}
    | {"i", "in", "is", "job", "jobs", "like", "list", "look", "looking", "me", "my", "near", "need", "of", "on", "or"}
    | {"please", "position", "positions", "posting", "postings", "role", "roles", "search", "show", "some", "than"}
    | {"that", "the", "there", "to", "vacancies", "vacancy", "want", "wanted", "what", "where", "which", "who", "with"}
    | {"work", "works", "working"}
)
_WITHOUT = frozenset({"no", "not", "without", "except"})


def read_query(line: str, vocabulary: Vocabulary) -> Query:
    """The query that the line asks for; never raises. Equal conditions are kept once."""
    clauses: dict[Clause, None] = {}
    unread: dict[str, None] = {}
    corrections: dict[Correction, None] = {}
    negated = False
    for piece in _PIECE.finditer(line[:_LONGEST_QUERY]):
        said = piece["phrase"] or piece["word"]
        if piece["word"] and fold(said) in _WITHOUT:
            negated = True
            continue
        clause, correction = _read(said, piece["sign"], vocabulary, negated=negated)
        negated = False
        if clause is None:
            unread[said] = None
        else:
            clauses[clause] = None
        if correction is not None:
            corrections[correction] = None
    ordered = sorted(clauses, key=lambda clause: (clause.excluded, clause.written))
    return Query(line, tuple(ordered), tuple(unread), tuple(corrections))


def _read(said: str, sign: str, vocabulary: Vocabulary, *, negated: bool) -> tuple[Clause | None, Correction | None]:
    typed = [word.group() for word in words(said)]
    if not typed or (len(typed) == 1 and not sign and fold(typed[0]) in _TALK):
        return None, None
    stems = tuple(stem(word) for word in typed)
    excluded = sign == "-" or negated
    if sign != "+" and len(stems) == 1 and (meant := vocabulary.nearest(stems[0])):
        written = meant
        return Clause(_written(written, excluded=excluded), (meant,), excluded), Correction(
            written=typed[0], read=meant
        )
    text = fold(" ".join(typed))
    return Clause(_written(f'"{text}"' if len(stems) > 1 else text, excluded=excluded), stems, excluded), None


def _written(text: str, *, excluded: bool) -> str:
    return f"-{text}" if excluded else text
