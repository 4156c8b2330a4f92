"""What does a query line ask for? Words, "phrases", -exclusions and +exact words, read leniently.

Words that only make a sentence of the query ("jobs in London, please") are set aside and named as not used.
"""

import re

from bot.model.constraints.base import Constraint
from bot.model.constraints.words import Phrase, Words
from bot.model.query import Query
from bot.model.results import Correction
from bot.search.vocabulary import Vocabulary
from bot.text.tokens import fold, terms, words

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
    clauses: dict[Constraint, None] = {}
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
    ordered = sorted(clauses, key=lambda each: (each.excluded, each.written))
    return Query(line, tuple(ordered), tuple(unread), tuple(corrections))


def _read(
    said: str, sign: str, vocabulary: Vocabulary, *, negated: bool
) -> tuple[Constraint | None, Correction | None]:
    typed = [word.group() for word in words(said)]
    if not typed or (len(typed) == 1 and not sign and fold(typed[0]) in _TALK):
        return None, None
    stems = tuple(stem for stem, _ in terms(said))
    excluded = sign == "-" or negated
    if sign != "+" and len(stems) == 1 and (meant := vocabulary.nearest(stems[0])):
        return _constraint(Phrase(meant, (meant,)), excluded=excluded), Correction(written=typed[0], read=meant)
    text = fold(" ".join(said[start:stop] for _, (start, stop) in terms(said)))
    return _constraint(Phrase(text, stems, pinned=sign == "+"), excluded=excluded), None


def _constraint(phrase: Phrase, *, excluded: bool) -> Constraint:
    return Constraint(Words((phrase,)), excluded)
