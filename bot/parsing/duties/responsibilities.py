"""What is to be done in the job? One found text per duty.

Duties stand below a heading of duties; a page without one is read by what its bullets and sentences say. A sentence that
enumerates duties is cut, a bullet stays whole.
"""

import re
from collections.abc import Iterator, Sequence

from bot.model.evidence import Found
from bot.parsing.document import Document, Section, SectionKind
from bot.parsing.duties.bare_list import read_bare_list
from bot.parsing.duties.digest import TASKS, digest_values
from bot.parsing.duties.duty_clauses import duty_clauses, listed_duties
from bot.parsing.duties.items import Item, items, prose
from bot.parsing.line_kinds import LineKind, asks, line_kind
from bot.parsing.role.title import names_role
from bot.text.span import Span

_OPEN = frozenset({SectionKind.HEADER, SectionKind.ROLE, SectionKind.OTHER, SectionKind.DETAILS, SectionKind.APPLY})
_TO_APPLY = re.compile(
    r"@\w|https?://|\b(?:apply|send (?:us|your|an?)|contact|ring|call us|(?:call|phone|text|ask for) [A-Z]?\w+ (?:on|at)|your (?:cv|resume))\b|\d{3}[ -]\d{3}[ -]?\d",
    re.IGNORECASE,
)
# "Closing date: ..." states a fact, whatever its first word looks like.
_LABELLED = re.compile(r"[\w /&()-]{2,28}\s?:\s")
# "Start between two and five", "Pay is ...", "Interviews are expected ..." tell the terms.
_OF_TERMS = re.compile(
    r"(?:starts?|starting|pay|interviews?|salary|hours|shifts?|travel|prise de poste|closing|training)\b (?:tussen|in|on|at|is|are|ab|up|between|um|from|à|date|en|van|zwischen|by|will|may|\d)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"(?:you|du|sie|vous|tu|je|jij)\b", re.IGNORECASE)
_SHORTEST, _SHORTEST_SENTENCE = 4, 20
_LONGEST_TITLE = 70


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
            for item in _duties_among(doc.text, found[: _stop(doc.text, found)]):
                parts = _parts(doc, item)
                yield from parts
                if item.inline and len(parts) > 1:
                    break


def _parts(doc: Document, item: Item) -> list[Span]:
    if not item.told:
        return [item.span]
    return listed_duties(doc.text, item.span) if item.inline else duty_clauses(doc.text, item.span)


def _duties_among(text: str, found: Sequence[Item]) -> Iterator[Item]:
    """The items without the sentences around them, where some sentences are duties and others are not."""
    told = any(_is_sentence(text, item) and line_kind(item.span.of(text)) is LineKind.DUTY for item in found)
    for item in found:
        if _OF_TERMS.match(text, *item.span) and not item.marked:
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
        if section.kind in _OPEN:
            for block in _blocks(list(prose(doc, section.lines))):
                yield from _said_in(doc, section, block)


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


def _said_in(doc: Document, section: Section, block: Sequence[Item]) -> Iterator[Span]:
    kinds = [line_kind(item.span.of(doc.text)) for item in block]
    duties = kinds.count(LineKind.DUTY)
    is_list = duties > 1 and duties * 2 >= len(block) and duties + kinds.count(None) == len(block)
    for item, kind in zip(block, kinds, strict=True):
        text = item.span.of(doc.text)
        if is_list or (kind is LineKind.DUTY and _is_told(section, item, text)):
            yield from _parts(doc, item)


def _is_told(section: Section, item: Item, text: str) -> bool:
    """Whether a duty by its words is a sentence of its own: no label with its value, title, chip or call to apply."""
    if len(text) <= _SHORTEST_SENTENCE or _OF_TERMS.match(text) or _TO_APPLY.search(text) or _LABELLED.match(text):
        return False
    whole = text.endswith((".", "!", ";"))
    if section.kind is SectionKind.HEADER and not item.marked and not whole and not _ADDRESSED.match(text):
        return False
    return whole or item.marked or len(text) > _LONGEST_TITLE or not names_role(text)
