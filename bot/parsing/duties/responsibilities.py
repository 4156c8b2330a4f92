"""What is to be done in the job? One found text per duty.

Duties stand below a heading of duties; a page without one is read by what its bullets and sentences say. A sentence that
enumerates duties is cut, a bullet stays whole.
"""

import re
from collections.abc import Iterator, Sequence

from bot.model.evidence import Found
from bot.parsing.document import Document, Section, SectionKind
from bot.parsing.duties.ask_signs import is_other_field
from bot.parsing.duties.bare_list import read_bare_list
from bot.parsing.duties.digest import TASKS, digest_values
from bot.parsing.duties.duty_clauses import duty_clauses, listed_duties
from bot.parsing.duties.items import Item, is_furniture, items, prose
from bot.parsing.line_kinds import LineKind, asks, is_question, line_kind
from bot.parsing.role.title import names_role
from bot.text.layout import Line
from bot.text.span import Span

_OPEN = frozenset({SectionKind.HEADER, SectionKind.ROLE, SectionKind.OTHER, SectionKind.DETAILS, SectionKind.APPLY})
_TO_APPLY = re.compile(
    r"@\w|https?://|\b(?:apply|(?:write|talk|speak|reach out) to us|get in touch|message us|drop (?:us|by|in)|(?:come|pop) (?:and |by|in\b|round)|visit us|meet us|let us know|tell us|email us|join us|send (?:us|your|an?)|contact|ring|call us|(?:call|phone|text|ask for) [A-Z]?\w+ (?:on|at)|your (?:cv|resume))\b|\d{3}[ -]\d{3}[ -]?\d",
    re.IGNORECASE,
)
# "Closing date: ..." states a fact, whatever its first word looks like.
_LABELLED = re.compile(r"[\w /&()-]{2,28}\s?:\s")
# "Start between two and five", "Pay is ...", "Interviews are expected ..." tell the terms.
_OF_TERMS = re.compile(
    r"(?:pay|salary|rate|wages?) (?:starts?|begins?|rises?|ranges?)\b|\d{1,2}(?:[.,]\d+)? ?(?:hours|h|hrs|stunden|heures|uur|horas)\b|déplacements?\b|temporary contract|(?:temporary|permanent|fixed[- ]term|full[- ]time|part[- ]time)\b(?! \w+ing)|text \W?[A-Z]+\W? to\b|(?:for|see) (?:a|the) full (?:list|description)|please (?:see|read|refer)"
    r"|(?:starts?|starting|pay|interviews?|salary|hours|shifts?|travel|prise de poste|closing|training)\b (?:tussen|in|on|as soon|at|is|are|ab|up|between|um|from|à|date|en|van|zwischen|by|will|may|\d)",
    re.IGNORECASE,
)
# What a site says besides: where an advert was found, what to report, where the next ones go.
_OF_SITE = re.compile(
    r".*#\d{4}|report (?:potential|this|an?|any) (?:misuse|job|advert|ad|posting|listing|abuse)\b|get (?:future|more|similar|new) (?:opportunities|jobs)\b|.*\b(?:straight|sent) to your (?:e-?mail|inbox)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"(?:you|du|sie|vous|tu|je|jij)\b", re.IGNORECASE)
_SHORTEST, _SHORTEST_SENTENCE = 4, 20
_LONGEST_TITLE = 70
_FEWEST_LINES, _FEWEST_ENTRIES, _LONGEST_LINE = 3, 2, 110


def extract(doc: Document) -> tuple[Found[str], ...]:
    """The duties in page order, in the page's words."""
    bare = doc.once(read_bare_list)
    if bare is not None:
        return tuple(doc.quoted(line.start, line.stop, "responsibilities.bare_list") for line in bare.duties)
    headed = [(span, "responsibilities.headed") for span in _headed(doc)]
    chosen = [(span, "responsibilities.digest") for span in digest_values(doc, TASKS)]
    chosen += headed or [(span, "responsibilities.said") for span in _said(doc)]
    return tuple(doc.quoted(*span, rule) for span, rule in chosen)


def _headed(doc: Document) -> Iterator[Span]:
    for section in doc.sections:
        if section.kind is SectionKind.DUTIES:
            found = [item for item in items(doc, section) if item.span.stop - item.span.start >= _SHORTEST]
            duties = list(_duties_among(doc.text, found[: _stop(doc.text, found)]))
            for item in duties:
                parts = _parts(doc, item, alone=len(duties) == 1)
                yield from parts
                if item.inline and len(parts) > 1:
                    break


def _parts(doc: Document, item: Item, *, alone: bool) -> list[Span]:
    """The duties of an item; `alone` when no other sentence tells any, so that it may hold a mere pair of them."""
    if not item.told:
        return [item.span]
    if item.inline:
        return listed_duties(doc.text, item.span)
    return duty_clauses(doc.text, item.span, pairs=alone)


def _duties_among(text: str, found: Sequence[Item]) -> Iterator[Item]:
    """The items without the sentences around them, where some sentences are duties and others are not."""
    told = any(_is_sentence(text, item) and line_kind(item.span.of(text)) is LineKind.DUTY for item in found)
    for item in found:
        words = item.span.of(text)
        if not item.marked and (
            _OF_TERMS.match(words) or is_question(words) or (line_kind(words) is None and is_other_field(words))
        ):
            continue
        if not told or not _is_sentence(text, item) or line_kind(item.span.of(text)) is LineKind.DUTY:
            yield item


def _is_sentence(text: str, item: Item) -> bool:
    return item.told and item.span.of(text).endswith((".", "!"))


def _stop(text: str, found: Sequence[Item]) -> int:
    """How many of the items are duties: a list runs on into what is asked and offered when the next heading was lost."""
    stop = len(found)
    for place in range(len(found) - 1, -1, -1):
        words = found[place].span.of(text)
        if _belongs_elsewhere(words):
            stop = place
        elif line_kind(words) is LineKind.DUTY:
            break
    return stop


def _belongs_elsewhere(text: str) -> bool:
    kind = line_kind(text)
    return kind is LineKind.OFFER or (kind is not LineKind.DUTY and asks(text))


def _said(doc: Document) -> Iterator[Span]:
    for section in doc.sections:
        if listed := _listed_duties(section):
            yield from (Span(line.start, line.stop) for line in listed)
        elif section.kind in _OPEN:
            said = [
                item
                for block in _blocks(list(prose(doc, section.lines)))
                for item in _said_in(doc.text, section, block)
            ]
            for item in said:
                yield from _parts(doc, item, alone=len(said) == 1)


def _listed_duties(section: Section) -> list[Line]:
    """The lines of a section about the role when they list duties: without marks or full stops, some duties, none else."""
    if section.kind is not SectionKind.ROLE or len(section.lines) < _FEWEST_LINES:
        return []
    lines = [line for line in section.lines if not is_furniture(line) and not line.text.endswith((".", "!", ":", "?"))]
    if len(lines) < _FEWEST_ENTRIES or any(line.mark or len(line.text) > _LONGEST_LINE for line in lines):
        return []
    kinds = {line_kind(line.text) for line in lines}
    duties = LineKind.DUTY in kinds and kinds <= {LineKind.DUTY, None}
    strange = any(
        is_other_field(line.text) or _LABELLED.match(line.text) or _OF_SITE.match(line.text) for line in lines
    )
    return lines if duties and not strange else []


def _blocks(found: Sequence[Item]) -> Iterator[list[Item]]:
    """Bullets in a row together, other items one by one."""
    block: list[Item] = []
    for item in found:
        if block and not (item.marked and block[-1].marked):
            yield block
            block = []
        block.append(item)
    if block:
        yield block


def _said_in(page: str, section: Section, block: Sequence[Item]) -> Iterator[Item]:
    kinds = [line_kind(item.span.of(page)) for item in block]
    duties = kinds.count(LineKind.DUTY)
    is_list = duties > 1 and duties * 2 >= len(block) and duties + kinds.count(None) == len(block)
    for item, kind in zip(block, kinds, strict=True):
        text = item.span.of(page)
        if _OF_TERMS.match(text) or _OF_SITE.match(text):
            continue
        if is_list or (kind is LineKind.DUTY and _is_told(section, item, text)):
            yield item


def _is_told(section: Section, item: Item, text: str) -> bool:
    """Whether a duty by its words is a sentence of its own: no label with its value, title, chip or call to apply."""
    if len(text) <= _SHORTEST_SENTENCE or _OF_TERMS.match(text) or _TO_APPLY.search(text) or _LABELLED.match(text):
        return False
    whole = text.endswith((".", "!", ";"))
    if section.kind is SectionKind.HEADER and not item.marked and not whole and not _ADDRESSED.match(text):
        return False
    return whole or item.marked or len(text) > _LONGEST_TITLE or not names_role(text)
