"""Which skills does a posting name? Canonical names from a table, each with every mention.

One pass over the words, longest name first. A skill that is not needed, a field of study, an address, the employer's
own description and a site's advice are no mentions.
"""

import re
from collections.abc import Iterator, Sequence

from bot.model.evidence import Found
from bot.parsing.document import Document, Section, SectionKind
from bot.parsing.terms.skill_names import WORD, Name, Trust, names
from bot.parsing.terms.skill_signs import Mention, Surroundings, meant
from bot.text.pattern import Pattern
from bot.text.sieve import Cues
from bot.text.span import Span

_NOT_HERE = frozenset(
    {
        SectionKind.ADVICE, SectionKind.LEGAL, SectionKind.RELATED, SectionKind.SITE,
        SectionKind.BENEFITS, SectionKind.PAY, SectionKind.APPLY,
    }
)  # fmt: skip
_ASKED = frozenset({SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.SKILLS, SectionKind.EDUCATION})
# What the employer says of itself names a skill of the post only in such words.
_OF_THE_POST = re.compile(
    r"\b(?:stack|experience|you(?:'ll| will)?|we(?:'re| are)? (?:use|using|work|build|run|code|write)|written in|built (?:with|on|in)|proficien\w+|knowledge|skills)\b",
    re.IGNORECASE,
)
# What every address holds; only then its borders are looked for.
_SIGN_OF_ADDRESS = re.compile(r"@|https?://|www\.|\.(?:com|org|io|net|co|ai|dev|de|fr|nl|es|eu|uk)\b")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+\.(?:com|org|io|net|co|ai|dev|de|fr|nl|es|eu|uk)\b\S*")
# "a degree in statistics or finance": fields of study, up to where experience or skills are named.
_STUDIED = re.compile(
    r"\b(?:degrees?|bachelor\S*|master'?s?|b\.?sc|m\.?sc|b\.?eng|ph\.?d|diploma|doctorate|studium|studies|graduates?|a-levels?|gcses?|hochschulabschluss|licence|opleiding|titulación|grado)\b"
    r"[^.;:]{0,40}?\s(?:in|of|der|en|des|für)\s(?P<fields>(?:(?!\b(?:experience|knowledge|skills|proficien\w+|with|plus|familiar\w*|fluen\w+|(?:strong|solid|good|excellent|working|proven|hands-on|practical|confident|some|advanced) (?!in\b)\w+|you (?:know|use|write|have)|years?)\b|(?-i:(?<=[a-z])[A-Z]))[^.;]){0,120})",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|without|instead of|rather than|never|don't|doesn't|do not|moving away from|replacing|kein\w*|ohne|sans|geen|sin)\s(?:(?!\b(?:but|just|only|to)\b)[^.;,]){0,24}$",
    re.IGNORECASE,
)
_DENIES_NOTHING = re.compile(r"\bnot? (?:only|just|limited|necessarily|matter|more than)\b[^.;,]{0,28}$", re.IGNORECASE)
_WAIVED = re.compile(
    r"[^.;,]{0,24}\b(?:is|are) not (?:required|needed|necessary|used|essential)\b(?!,? but)|\s(?:nicht (?:nötig|erforderlich))",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:no|not|without|instead|rather|never|don't|doesn't|away|replacing|kein\w*|ohne|sans|geen|sin|nicht)\b",
    re.IGNORECASE,
)
# What the site says of its own form and maker.
_SITE = Pattern(
    r"\b(?:powered by|jobs? by|upload|attach|drop your|dropbox\s.{0,20}google drive|cookies?)\b", re.IGNORECASE
)
_SITES = Cues(_SITE)
CUES = (_SITES,)
_REACH = 60
_BARE_LINES = 2


def extract(doc: Document) -> tuple[Found[str], ...]:
    """The skills in the order of their first mention; the evidence of each is every mention."""
    mentions: dict[str, list[Span]] = {}
    for section in doc.sections:
        if section.kind not in _NOT_HERE:
            for mention in _in_section(doc, section):
                mentions.setdefault(mention.name.canonical, []).append(Span(mention.start, mention.stop))
    return tuple(doc.found_in(name, spans, "skills.named") for name, spans in mentions.items())


def names_skill(text: str) -> bool:
    """Whether the words name a skill of the table.

    >>> names_skill("QuickBooks Online and Excel"), names_skill("Kind words")
    (True, False)
    """
    around = Surroundings(text, 0, len(text), listed=False, asked=True)
    return bool(_mentions(text, text.lower(), around)) if len(text) == len(text.lower()) else False


def _in_section(doc: Document, section: Section) -> Iterator[Mention]:
    asked = section.kind in _ASKED
    listed = section.kind is SectionKind.SKILLS or _is_row_of_tags(doc, section)
    of_site = {line.start for line in doc.telling(section.lines, _SITES) if _SITE.search(line.text)}
    for line in section.lines:
        if len(line.text) < 2 or line.start in of_site:
            continue
        if section.kind is SectionKind.ABOUT and not _OF_THE_POST.search(line.text):
            continue
        yield from _mentions(doc.text, doc.low, Surroundings(doc.text, line.start, line.stop, listed, asked))


def _is_row_of_tags(doc: Document, section: Section) -> bool:
    """Whether several lines of the section are nothing but names of skills."""
    known = names().by_words
    bare = sum(
        1
        for line in section.lines
        if len(line.text) <= 24
        and any(
            name.trust is Trust.SURE for name in known.get(" ".join(WORD.findall(doc.low, line.start, line.stop)), ())
        )
    )
    return bare >= _BARE_LINES


def _mentions(text: str, low: str, around: Surroundings) -> list[Mention]:
    found = list(_candidates(text, low, around))
    if not found:
        return []
    line = text[around.start : around.stop]
    closed = [match.span() for match in _ADDRESS.finditer(line)] if _SIGN_OF_ADDRESS.search(line) else []
    closed += [match.span("fields") for match in _STUDIED.finditer(line)]
    kept = meant(found, around)
    if closed:
        shift = around.start
        kept = [each for each in kept if not any(_inside(each, shift + a, shift + b) for a, b in closed)]
    if kept and _DENIAL.search(line):
        kept = [each for each in kept if not _is_denied(text, around, each)]
    return kept


def _inside(mention: Mention, start: int, stop: int) -> bool:
    """Whether the mention is a part of an address or of a list of studies; "Salesforce.com" is no part, but the whole."""
    return start <= mention.start < stop and not (mention.start == start and mention.stop == stop)


def _is_denied(text: str, around: Surroundings, mention: Mention) -> bool:
    before = text[max(around.start, mention.start - _REACH) : mention.start]
    after = text[mention.stop : min(around.stop, mention.stop + _REACH)]
    return bool(_DENIED.search(before) and not _DENIES_NOTHING.search(before)) or bool(_WAIVED.match(after))


def _candidates(text: str, low: str, around: Surroundings) -> Iterator[Mention]:
    """Every known name in the line, longest first, without overlaps."""
    table = names()
    lengths, by_words = table.lengths, table.by_words
    words = WORD.findall(low, around.start, around.stop)
    if lengths.keys().isdisjoint(words):
        return
    found = list(_places(words, low, around.start))
    place, count = 0, len(words)
    while place < count:
        step = 1
        for length in lengths.get(words[place], ()):
            known = by_words.get(" ".join(words[place : place + length])) if place + length <= count else None
            if known is not None:
                start, stop = found[place][0], found[place + length - 1][1]
                if text[start - 1 : start] not in ("@", "_") and text[stop : stop + 1] not in ("@", "_"):
                    for name in _spelled(known, text[start:stop]):
                        yield Mention(name, start, stop)
                    step = length
                break
        place += step


def _places(words: Sequence[str], low: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the words stand, one after another: only blanks part them."""
    for word in words:
        place = low.index(word, start)
        start = place + len(word)
        yield place, start


def _spelled(known: tuple[Name, ...], written: str) -> tuple[Name, ...]:
    """The entries in these very letters, else those that ask least of them."""
    exact = tuple(name for name in known if name.written == written)
    return exact or tuple(name for name in known if name.trust is known[-1].trust)
