"""What does a query line ask for? Keys, phrases of free text and words, read leniently into one canonical Query.

The line is rewritten (`reading.phrases`), cut into pieces, and each piece read by its key or as words. What makes only
a sentence of it ("jobs", "please") is set aside and named; an unknown key or value is refused with a suggestion.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.model.constraints.base import Constraint
from bot.model.constraints.days import Open
from bot.model.constraints.facts import Fact
from bot.model.constraints.words import Words
from bot.model.query import Query
from bot.model.results import Correction
from bot.search.corrections import correct, doubt
from bot.search.reading.keys import ORDER, key_named, words_of
from bot.search.reading.phrases import rewrite
from bot.search.reading.pieces import Item, Piece, pieces
from bot.search.reading.refusal import Refusal
from bot.search.reading.terms import word_set
from bot.search.reading.wording import phrase_of
from bot.search.vocabulary import Vocabulary

# One value each: asking for two of them can only mean either.
_SINGLE = frozenset({"mode", "level", "visa"})
_MOST_CONSTRAINTS = 64


@dataclass(slots=True)
class _Draft:
    """What has been read so far."""

    vocabulary: Vocabulary
    constraints: dict[Constraint, None] = field(default_factory=dict)
    unread: dict[str, None] = field(default_factory=dict)
    corrections: dict[Correction, None] = field(default_factory=dict)
    refused: str = ""


def read_query(line: str, vocabulary: Vocabulary) -> Query:
    """The query that the line asks for; never raises. `refused` says why a line cannot be used."""
    draft = _Draft(vocabulary)
    for piece, negated in _with_negations(_with_alternatives(list(_with_values(list(pieces(rewrite(line))))))):
        if piece.key:
            _read_key(draft, piece, negated=negated)
        else:
            _read_word(draft, piece, negated=negated)
    constraints = _canonical(draft.constraints)
    if len(constraints) > _MOST_CONSTRAINTS:
        draft.refused = f"a query may hold {_MOST_CONSTRAINTS} words and conditions; this one holds {len(constraints)}"
    return Query(line, constraints, tuple(draft.unread), tuple(draft.corrections), draft.refused)


def read_again(query: Query, vocabulary: Vocabulary) -> Query | None:
    """A query that found nothing, with known words doubted as well (`corrections.doubt`); None where none is."""
    constraints: list[Constraint] = []
    corrections = dict.fromkeys(query.corrections)
    for constraint in query.constraints:
        criterion = constraint.criterion
        if isinstance(criterion, Words) and not constraint.excluded:
            read = doubt(criterion, vocabulary)
            corrections.update(dict.fromkeys(read.corrections))
            constraint = replace(constraint, criterion=read.words)
        constraints.append(constraint)
    if len(corrections) == len(query.corrections):
        return None
    return replace(query, constraints=_canonical(constraints), corrections=tuple(corrections))


def holds_key(line: str) -> bool:
    """Whether the line holds a key of the query language with a value, as typed: such a line is no question.

    >>> holds_key("mode:hybrid"), holds_key("salary: what is it?"), holds_key("is it remote?")
    (True, False, False)
    """
    return any(piece.items and not isinstance(key_named(piece.key), Refusal) for piece in pieces(line) if piece.key)


def _with_alternatives(line: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with "rust or go", "rust|go" and "mode:hybrid or mode:remote" joined into one each."""
    joints = word_set("or") | {"|"}
    held: Piece | None = None
    number = 0
    while number < len(line):
        piece = line[number]
        behind = line[number + 1] if number + 1 < len(line) else None
        if held and behind and (piece.plain in joints or piece.typed == "|") and _joinable(held, behind):
            held = replace(held, items=held.items + behind.items, typed=f"{held.typed} {piece.typed} {behind.typed}")
            number += 2
            continue
        if held:
            yield held
        held = piece
        number += 1
    if held:
        yield held


def _joinable(first: Piece, second: Piece) -> bool:
    if first.typed in ",;|" or second.typed in ",;|" or second.sign == "-":
        return False
    if first.key or second.key:
        return (first.key, first.sense, first.strict) == (
            second.key,
            second.sense,
            second.strict,
        ) and first.sense == ":"
    return not {first.plain, second.plain} & word_set("talk")


def _with_negations(line: Iterator[Piece]) -> Iterator[tuple[Piece, bool]]:
    """Each piece and whether "no", "without", "ohne" stands before it; commas and the words themselves left out."""
    negated = False
    for piece in line:
        if piece.plain in word_set("no"):
            negated = True
            continue
        if piece.typed in ",;|":
            negated = negated and piece.typed == "|"
            continue
        if negated and piece.plain in word_set("talk"):
            continue
        yield piece, negated or piece.sign == "-"
        negated = False


def _with_values(line: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with "salary: 60k" joined; a colon behind a word that is no key is a colon."""
    number = 0
    while number < len(line):
        piece, behind = line[number], line[number + 1] if number + 1 < len(line) else None
        number += 1
        if not piece.key or piece.items:
            yield piece
        elif isinstance(key_named(piece.key), Refusal):
            yield replace(piece, items=(Item(piece.key),), key="", sense="")
        elif behind and not behind.key and behind.typed not in ",;|":
            yield replace(piece, items=behind.items, typed=f"{piece.typed} {behind.typed}")
            number += 1
        elif behind is None or key_named(piece.key) != key_named(behind.key or "-"):
            yield piece


def _read_key(draft: _Draft, piece: Piece, *, negated: bool) -> None:
    key = key_named(piece.key)
    if isinstance(key, Refusal):
        draft.refused = draft.refused or key.reason
        return
    read = key.read(piece)
    if isinstance(read, Refusal):
        draft.refused = draft.refused or read.reason
    elif negated and not key.excludable:
        draft.refused = draft.refused or f"`{key.name}` cannot be excluded; turn its comparison round instead"
    else:
        for criterion in read:
            if isinstance(criterion, Words):
                _add_words(draft, criterion, negated=negated, strict=piece.strict)
            else:
                strict = piece.strict and not isinstance(criterion, Open)
                draft.constraints[Constraint(criterion, negated, strict)] = None


def _read_word(draft: _Draft, piece: Piece, *, negated: bool) -> None:
    phrases = tuple(phrase for item in piece.items if (phrase := phrase_of(item)))
    if not phrases or (piece.plain in word_set("talk") and len(piece.items) == 1):
        draft.unread[piece.typed] = None
        return
    _add_words(draft, words_of(phrases), negated=negated)


def _add_words(draft: _Draft, words: Words, *, negated: bool, strict: bool = False) -> None:
    read = correct(words, draft.vocabulary, excluded=negated)
    draft.corrections.update(dict.fromkeys(read.corrections))
    draft.constraints[Constraint(read.words, negated, strict)] = None


def _canonical(constraints: Iterable[Constraint]) -> tuple[Constraint, ...]:
    """Each constraint once: words, phrases, then keys in the order of their table; exclusions last."""
    return tuple(sorted(_merged(constraints), key=_place))


def _place(constraint: Constraint) -> tuple[bool, int, bool, str]:
    quoted = constraint.written.lstrip("-+").startswith('"')
    return constraint.excluded, ORDER.get(constraint.criterion.key, 0), quoted, constraint.written


def _merged(constraints: Iterable[Constraint]) -> Iterator[Constraint]:
    """The constraints, several of one single-valued fact as one that accepts either."""
    either: dict[tuple[str, bool], set[str]] = {}
    for constraint in constraints:
        criterion = constraint.criterion
        if isinstance(criterion, Fact) and criterion.key in _SINGLE and not constraint.excluded:
            either.setdefault((criterion.key, constraint.stated_only), set()).update(criterion.values)
        else:
            yield constraint
    for (key, strict), values in either.items():
        yield Constraint(Fact(key, tuple(sorted(values))), stated_only=strict)
