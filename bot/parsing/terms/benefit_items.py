"""Which benefits does one line or sentence enumerate? "Pension, private medical and a gym" are three.

A text is cut at its commas and joining words where the parts name benefits of their own; else it stays whole.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.model.vocabulary import BenefitKind
from bot.parsing.terms.benefit_refusals import reaches
from bot.parsing.terms.benefit_words import benefit_words, names_benefit
from bot.text.span import Span

# A comma inside a figure or inside brackets joins nothing; "or" leaves a choice that is one benefit.
_JOINT = re.compile(
    r"\s*(?:[,;](?!\d)|\s[|•+/]\s|(?<=[a-z])/(?=[a-z])|(?<=[a-z)%])(?=[A-Z][A-Za-z])|(?<=[a-z%])(?=\d))\s*(?:(?:and|und|et|en|y|plus|sowie|as well as|also)\s(?!also))?"
    r"|\s(?:and|und|et|en|y|&|plus|sowie|as well as|\+)\s|[.!]\s+"
)
# What only says more about the benefit before it.
_MODIFIER = re.compile(
    r"(?:(?:plus|including|incl\.?|inkl\.?)\s)?(?:all\s|the\s|\d+\s|eight\s|8\s)?(?:bank|public|statutory|national|uk)(?:[ /]public)? holidays?\b"
    r"|(?:rising|increasing|after|from|with(?! a)|which|who|where|when|should|if|depending|pro[- ]rata|premiums?|paid for|fully paid|for (?:you|employees|staff)|your (?:family|partner|children|dependa?nts)|family|even|ook|auch|même|también|based on|subject|up to|matched|matching(?! (?:401|403|pension|retirement|rrsp|gift|donation))|non[- ]contributory|incl\b|including|inclusive|such as|e\.g|from day|per (?:year|annum|month)|free of charge|zusätzlich zu|an? (?:year|month))\b"
    r"|feiertage|\(",
    re.IGNORECASE,
)
# "en" joins in Dutch and means "in" in French and Spanish.
_DUTCH = re.compile(
    r"\b(?:een|van|het|je|\w*dagen|\w*vergoeding|\w*regeling|pensioen\w*|vakantie\w*|korting\w*|thuis\w*)\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"(?:up to|bis zu|jusqu'à|tot|hasta) [\d.,]+ ?[%€£$]?\s?", re.IGNORECASE)
# Pay that is praised is no benefit.
_IS_PAY = re.compile(
    r"(?:an? )?(?:competitive|attractive|great|good|excellent|fair) (?:pay|salary|salaries|wages?|compensation|rates?|remuneration)\b(?! and)",
    re.IGNORECASE,
)
_NEXT_PART = re.compile(r"[,;]|\s(?:and|und|et|en|y)\s")
_BUT = re.compile(r"\s*,?\s(?:but|aber|mais|maar|pero)\s")
_CHOICE = re.compile(r"\s(?:or|nor|oder|noch|ou|ni)\s")
# A small letter before a capital, in a word that is long enough on both sides to be two.
_GLUE = re.compile(r"(?:(?<=[a-z]{3})|(?<=[a-z][)!]))(?=[A-Z][a-z]{3})")
_PAIR = re.compile(r"\s(?:and|&|und|et|y)\s")
_BRACKETS = re.compile(r"\([^()]*\)")
_TAIL = re.compile(r"\s*,\s+\S")
_LEAD = re.compile(
    r"(?:(?:(?:für |for )?(?:beiden?|both|all|alle)|we|you|adicional|arrangements|extras?|dazu|außerdem)\s?:\s+)?(?:(?:with|plus|also|and|among them|including|includes?|as well as|sowie|plus|such as|like|but|aber|dazu|et|und|en|y)\s+)*(?=\S)",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:is|are|will|can|must|have|has|we|you'll|you will|need|work)\b", re.IGNORECASE)
_LONGEST_PART = 90
_SHORT_PART = 45


def enumerated(text: str, span: Span, *, every: bool = False) -> list[Span]:
    """The benefits that the range enumerates, the range itself when it names just one thing.

    With `every`, the range is known to be a list of benefits, and parts without a known word are kept.

    >>> page = "pension, private medical, 27 days holiday and a gym"
    >>> [part.of(page) for part in enumerated(page, Span(0, len(page)))]
    ['pension', 'private medical', '27 days holiday', 'a gym']
    >>> page = "27 days annual leave plus bank holidays"
    >>> len(enumerated(page, Span(0, len(page))))
    1
    """
    parts = [piece for part in _parts(text, span) for piece in _around_but(text, part)]
    parts = [piece for part in parts for piece in _refused_choices(text, part)]
    if len(parts) < 2:
        return [span]
    named = [names_benefit(part.of(text), listed=True) for part in parts]
    short = [
        len(part.of(text)) <= (_LONGEST_PART if known else _SHORT_PART)
        for part, known in zip(parts, named, strict=True)
    ]
    if all(named) and all(short) and _apart(text, parts):
        return [_without_tail(text, part) for part in parts]
    if every and all(short) and any(named) and text.find(",", *span) > 0:
        return [_without_tail(text, part) for part in parts if not _IS_PAY.match(text, *part)]
    if len(parts) > 2 and all(short) and sum(named) >= 2 and sum(named) * 2 >= len(parts):
        unnamed = [part.of(text) for part, known in zip(parts, named, strict=True) if not known]
        if len(unnamed) == 1 or not any(_VERB.search(each) for each in unnamed):
            return [_without_tail(text, part) for part in parts]
    return [span]


def is_mere_pay(text: str) -> bool:
    """Whether the words praise the pay: "competitive salaries" are no benefit."""
    return _IS_PAY.fullmatch(text) is not None


def clauses(text: str, span: Span) -> list[Span]:
    """The parts of the range that name benefits, where others do not: "65k, 25 days of leave, hybrid".

    >>> page = "12.21 an hour, meals on shift"
    >>> [part.of(page) for part in clauses(page, Span(0, len(page)))]
    ['meals on shift']
    """
    parts = [piece for part in _parts(text, span) for piece in _around_but(text, part)]
    named = [names_benefit(part.of(text)) for part in parts]
    found = []
    for place, part in enumerate(parts):
        if named[place]:
            following = parts[place + 1] if place + 1 < len(parts) else None
            joined = following and not named[place + 1] and _PAIR.fullmatch(text, part.stop, following.start)
            found.append(Span(part.start, following.stop) if following and joined else part)
    return found


def unglued(text: str, span: Span) -> Iterator[Span]:
    """The range, or its parts where several entries were printed without a blank between them.

    >>> page = "Paid holidaysLife insuranceFree MacBook"
    >>> [part.of(page) for part in unglued(page, Span(0, len(page)))]
    ['Paid holidays', 'Life insurance', 'Free MacBook']
    """
    closed = [each.span for each in benefit_words(text, *span, listed=True)]
    borders = [
        border.start()
        for border in _GLUE.finditer(text, *span)
        if text[_word_start(text, border.start())].islower()
        or not any(each.start < border.start() < each.stop for each in closed)
        or _ends_a_name(text, span.start, border.start())
    ]
    if not borders:
        yield span
        return
    for begin, end in pairwise([span.start, *borders, span.stop]):
        yield from _trimmed(text, begin, end)


def _word_start(text: str, place: int) -> int:
    while place and text[place - 1].isalnum():
        place -= 1
    return place


def _ends_a_name(text: str, start: int, stop: int) -> bool:
    """Whether the letters before the border are the end of a benefit themselves: "Bonus SchemeMentoring", no "MacBook"."""
    return any(each.span.stop == stop for each in benefit_words(text, start, stop, listed=True))


def _around_but(text: str, part: Span) -> Iterator[Span]:
    border = _BUT.search(text, *part)
    if border:
        yield from _trimmed(text, part.start, border.start())
        yield from _trimmed(text, border.end(), part.stop)
    else:
        yield part


def _refused_choices(text: str, part: Span) -> Iterator[Span]:
    """The part, or both sides of its "or" where both are refused: "no claim to a pension or paid leave"."""
    choice = _CHOICE.search(text, *part)
    if choice and reaches(text, part):
        sides = [*_trimmed(text, part.start, choice.start()), *_trimmed(text, choice.end(), part.stop)]
        if len(sides) > 1 and all(names_benefit(side.of(text), listed=True) for side in sides):
            yield from sides
            return
    yield part


def _without_tail(text: str, part: Span) -> Span:
    """The part without an addition behind a comma ("vision, premiums paid in full"), or without an opening before it."""
    tail = _TAIL.search(text, *part)
    if tail is None:
        return part
    head = Span(part.start, tail.start())
    return head if names_benefit(head.of(text), listed=True) else next(_trimmed(text, tail.end() - 1, part.stop), part)


def _apart(text: str, parts: Sequence[Span]) -> bool:
    """Whether two parts are two benefits: "tea and coffee" is one, "25 days of leave and your birthday off" are two."""
    if len(parts) > 2 or "," in text[parts[0].stop : parts[1].start]:
        return True
    left, right = (benefit_words(part.of(text), listed=True) for part in parts)
    kinds = {left[0].label[1], right[0].label[1]}
    return len(kinds) == 2 or (kinds == {BenefitKind.ANNUAL_LEAVE} and left[0].label[2] and right[0].label[2])


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The range cut at its joints, except inside a known phrase, inside brackets, and before a mere addition."""
    closed = [each.span for each in benefit_words(text, *span, listed=True)] + _brackets(text, span)
    begin = span.start
    for joint in _JOINT.finditer(text, *span):
        inside = any(each.start < joint.start() and joint.end() < each.stop for each in closed)
        glued = joint.start() == joint.end() and any(each.start < joint.start() < each.stop for each in closed)
        dutch = joint.group().strip() != "en" or _DUTCH.search(text, *span) is not None
        shared = text[joint.start() - 1] == "-"
        added = joint.group().strip(" ,") == "plus" and _are_leave(
            text[begin : joint.start()], text[joint.end() : span.stop]
        )
        if (
            inside
            or glued
            or shared
            or added
            or not dutch
            or joint.start() <= begin
            or _is_modified(text, joint, span.stop)
        ):
            continue
        yield from _trimmed(text, begin, joint.start())
        begin = joint.end()
    yield from _trimmed(text, begin, span.stop)


def _are_leave(left: str, right: str) -> bool:
    """Whether free days are added to free days: "30 days of leave plus holidays" is one benefit."""
    sides = (benefit_words(left, listed=True)[-1:], benefit_words(_NEXT_PART.split(right)[0], listed=True)[:1])
    return all(side and side[0].label[1] is BenefitKind.ANNUAL_LEAVE for side in sides)


def _is_modified(text: str, joint: re.Match[str], stop: int) -> bool:
    """Whether what follows only says more about what stands before; "and up to 11 % pension" does not."""
    if _MODIFIER.match(text, joint.end(), stop) is None:
        return False
    amount = _UP_TO.match(text, joint.end(), stop)
    return amount is None or not names_benefit(text[amount.end() : stop].split(",")[0])


def _brackets(text: str, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in _BRACKETS.finditer(text, *span)] if "(" in span.of(text) else []


def _trimmed(text: str, start: int, stop: int) -> Iterator[Span]:
    lead = _LEAD.match(text, start, stop)
    start = lead.end() if lead else start
    stop = start + len(text[start:stop].rstrip(" .,;!\n\t"))
    if stop - start > 2:
        yield Span(start, stop)
