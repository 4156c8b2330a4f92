"""Of which sentences is a page made, and which words does each hold? What free questions are searched in.

A sentence knows the line above a list it stands in (its heading) and the sentence before it in the same paragraph,
because pages say "It was rebuilt" of the unit named just before. Leaves out what the sentences mean.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from bot.answers.one.terms import parts_of, place_of, root
from bot.answers.question import Term
from bot.model.evidence import Evidence
from bot.model.stored import StoredPosting
from bot.text.clean import clean
from bot.text.layers import Layer, plain
from bot.text.layout import Line, split_lines
from bot.text.sentences import sentences
from bot.text.span import Span
from bot.text.tokens import fold, words

_LONGEST_HEADING = 60
_MOST_HEADING_WORDS = 7
_LONGEST_LABEL = 4
# A page of which more than this share is advice has no advice.
_MOST_ADVICE = 0.35
_LONGEST_VALUE = 8
# A small letter that ends a word in small letters, a bracket or a colon, with a capitalised word right behind it.
_GLUE = re.compile(
    r"(?:(?<![^\W\d_])[a-z\u00df-\u00ff]{2,}|[a-z\u00df-\u00ff][):;])(?=[A-Z\u00c0-\u00dc][a-z\u00df-\u00ff])"
    # Behind a capitalised word only what opens an item: names have capitals inside as well ("PowerPoint").
    r"|(?<![^\W\d_])[A-Z][a-z]{2,}(?=(?:All|Must|Have|Able|Ability|Excellent|Strong|Good|Experienced?|Knowledge|Proven|Minimum|Preferred|Required?"
    r"|Requirements|Responsibilities|Benefits|Qualifications|You|Your|We|Our|The|This|Please|Comfortable|Familiar\w*|Willing\w*|Available|Fluent"
    r"|Bachelor\w*|Degree|Previous|Manage|Maintain|Provide|Develop|Assist|Ensure|Support|Prepare|Perform|Create)\b)"
)
# What stands below a label when it is no label itself.
_ANSWER = re.compile(r"(?:yes|no|not|none|required|ja|nein|oui|non|nee)\b|\W?\d|[£$€]", re.IGNORECASE)


# Nouns that share their form with a verb, behind the words that make them one: "the drive for more" has no driving in it.
_DETERMINERS = frozenset(
    "the a an our your their its own inner and with strong personal real energy ambition passion motivation initiative".split()
)
_NOUNS = {
    "drive": _DETERMINERS,
    "park": frozenset("business theme national science retail industrial technology holiday caravan water".split()),
    "parks": frozenset(
        "business theme national science retail industrial technology holiday caravan water and".split()
    ),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the raw text, or a short label with its value: its folded words and their roots in order, the roots of its heading and of the one before."""

    evidence: Evidence
    words: tuple[str, ...]
    roots: tuple[str, ...]
    heading: str
    heading_roots: frozenset[str]
    before: frozenset[str]
    value: Evidence | None = None
    opens: bool = False

    @property
    def text(self) -> str:
        """The sentence with its blanks folded; a label with the line below it, which is its value."""
        said = " ".join(self.evidence.words.split())
        return said if self.value is None else f"{said.rstrip(':')}: {' '.join(self.value.words.split())}"

    @property
    def proofs(self) -> tuple[Evidence, ...]:
        """The words as evidence: the sentence, and the value below a label."""
        return (self.evidence,) if self.value is None else (self.evidence, self.value)


@dataclass(frozen=True, slots=True)
class Page:
    """The sentences of one raw text in order, in how many of them each root stands, and every folded word."""

    sentences: tuple[Sentence, ...]
    counts: Counter[str]
    words: frozenset[str]


def read_page(stored: StoredPosting) -> Page:
    """The page behind a stored posting; the most recent ones are kept."""
    return _read(stored.raw, stored.layer)


@lru_cache(maxsize=1024)
def _read(raw: str, layer: Layer | None) -> Page:
    source = clean(layer or plain(raw))
    lines = split_lines(source.text)
    found: list[Sentence] = []
    heading = ""
    for number, line in enumerate(lines):
        if _is_heading(line, lines[number + 1] if number + 1 < len(lines) else None):
            heading = line.text
        before: frozenset[str] = frozenset()
        for piece in _pieces(source.text, line):
            if _opens_list(source.text, piece, line):
                heading = " ".join(piece.of(source.text).split())
            span = source.span(*piece)
            said = source.words(*piece) if layer is not None else span.of(raw)
            spoken = words_of(said)
            roots = tuple(root(word) for word in spoken)
            above = heading if heading not in (line.text, " ".join(said.split())) else ""
            found.append(
                Sentence(
                    Evidence.of(raw, span, said),
                    spoken,
                    roots,
                    above,
                    frozenset(root(word) for word in words_of(above)),
                    before,
                )
            )
            before = frozenset(roots)
    found = [
        _with_value(each, following, after)
        for each, following, after in zip(found, [*found[1:], None], [*found[2:], None, None], strict=False)
    ]
    counts = Counter(each for sentence in found for each in set(sentence.roots))
    return Page(tuple(found), counts, frozenset(word for sentence in found for word in sentence.words))


def _pieces(text: str, line: Line) -> Iterator[Span]:
    """The sentences of a line, cut as well where a border was lost between two: "clean roomsReport faults", "Duties:Clean"."""
    for piece in sentences(text, line.start, line.stop):
        borders = [match.end() for match in _GLUE.finditer(text, piece.start, piece.stop)]
        for start, stop in pairwise((piece.start, *borders, piece.stop)):
            left = start + len(text[start:stop]) - len(text[start:stop].lstrip())
            right = left + len(text[left:stop].rstrip())
            if left < right:
                yield Span(left, right)


def _opens_list(text: str, piece: Span, line: Line) -> bool:
    """Whether a piece is a heading that was glued to what it stands above: "Must have:You drive"."""
    said = piece.of(text)
    glued = piece.stop < line.stop and not text[piece.stop].isspace()
    return glued and said.endswith(":") and len(said.split()) <= _MOST_HEADING_WORDS


def _with_value(sentence: Sentence, following: Sentence | None, after: Sentence | None) -> Sentence:
    """A label ("Security clearance") with the short line below it ("Not required"); a heading is marked as one."""
    if _stands_above(sentence, following):
        return replace(sentence, opens=True)
    if (
        following is None
        or _stands_above(following, after)
        or not _is_label(sentence)
        or len(following.words) > _LONGEST_VALUE
    ):
        return sentence
    if not sentence.evidence.words.rstrip().endswith(":") and not _ANSWER.match(following.evidence.words):
        return sentence
    return replace(sentence, value=following.evidence)


def _stands_above(sentence: Sentence, following: Sentence | None) -> bool:
    """Whether a sentence is the heading of the next one."""
    if following is None or not following.heading:
        return False
    return following.heading == " ".join(sentence.evidence.words.split())


def _is_label(sentence: Sentence) -> bool:
    said = sentence.evidence.words
    return len(said.split()) <= _LONGEST_LABEL and not re.search(r"[\d.!?,;€$£]", said) and "\n" not in said


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order; the parts of a hyphened compound follow it, and what a German one ends in.

    >>> words_of("14-week courses")
    ('14-week', '14', 'week', 'courses')
    >>> words_of("the drive to grow"), words_of("you drive")
    (('the', 'drive-noun', 'to', 'grow'), ('you', 'drive'))
    >>> words_of("Firmenfahrzeug")
    ('firmenfahrzeug', 'fahrzeug')
    """
    found: list[str] = []
    for match in words(text):
        word = fold(match.group())
        found.append(f"{word}-noun" if word in _NOUNS and found and found[-1] in _NOUNS[word] else word)
        parts = [part for part in re.split("[-/']", word) if part]
        found += parts if len(parts) > 1 else parts_of(word)[1:]
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def roots_of(text: str) -> tuple[str, ...]:
    """The roots of the words of a text, in order; the texts of fields are asked for their words again and again."""
    return tuple(root(word) for word in words_of(text))


def names(text: str, terms: Sequence[Term]) -> bool:
    """Whether a text holds every one of the terms, or words that mean the same."""
    roots = roots_of(text)
    return bool(terms) and all(place_of(roots, term.word) is not None for term in terms)


def _is_heading(line: Line, following: Line | None) -> bool:
    if line.mark or following is None or len(line.text) > _LONGEST_HEADING or line.text.endswith((".", "!", ",", ";")):
        return False
    opens = bool(following.mark) or line.text.endswith((":", "?")) or line.gap > 0
    return opens and len(line.text.split()) <= _MOST_HEADING_WORDS


def sentence_around(stored: StoredPosting, evidence: Evidence) -> Evidence:
    """The whole sentence around some words, which tells how far and for what; the words themselves without one."""
    around = (each.evidence for each in read_page(stored).sentences if each.evidence.span.covers(evidence.span))
    return next(around, evidence)


def aside(stored: StoredPosting) -> list[Evidence]:
    """What no answer is taken from: a site's advice, other openings. Advice that fills the page was misread and counts."""
    posting = stored.posting
    advice = [found.evidence[0] for found in posting.advice]
    size = sum(each.stop - each.start for each in advice)
    others = [found.evidence[0] for found in posting.related]
    return others if size > _MOST_ADVICE * len(stored.raw) else [*others, *advice]


def outside(page: Page, aside: Sequence[Evidence]) -> list[Sentence]:
    """The sentences that overlap none of some ranges (a site's advice, other openings)."""
    spans = [each.span for each in aside]
    return [sentence for sentence in page.sentences if not any(sentence.evidence.span.overlaps(span) for span in spans)]
