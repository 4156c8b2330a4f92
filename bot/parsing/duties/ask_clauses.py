"""Which asks does one line or sentence make? "Five years at sea, a clean licence and good English" are three.

A line is cut where both sides ask something on their own: where what is wished for follows what is insisted on, where
two languages each have a level of their own, at semicolons, and in prose at every joint behind which a new ask begins.
Bullets are cut no further. Leaves out whether the line asks anything at all.
"""

import re

from bot.model.languages import LANGUAGE_OF
from bot.model.vocabulary import RequirementKind
from bot.parsing.duties.requirement_kinds import requirement_kind, told_kind
from bot.parsing.terms.skills import names_skill
from bot.text.joints import joints, trimmed
from bot.text.polarity import is_firm, is_preference, is_unasked
from bot.text.span import Span
from bot.text.tokens import fold

_BUT = re.compile(r"\s?[,;]?\s(?:but|while|whereas|though|aber|mais|maar|pero)\s|\s?,\s(?:as|and so) (?:is|are)\s")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_LEVEL = re.compile(
    r"\b(?:[ABC][12]\b|fluen\w*|native|mother tongue|basic|conversational|good|very good|excellent|strong|working|business|professional|spoken|written|some|intermediate|advanced|proficien\w*|verhandlungssicher\w*|flie(?:ß|ss)end\w*|gute?s?|sehr gute?s?|grundkenntnisse|courant|bilingue|bon|notions|goed\w*|vloeiend|alto|medio|nativo|nivel)\b",
    re.IGNORECASE,
)
# What begins an ask of its own behind a joint in prose.
_OPENS = re.compile(
    r"(?:(?:ideally|preferably|also|either|at least|a minimum of|minimum|over|some) )*"
    r"(?:(?:someone|somebody|people|a person|candidates?) (?:who|with|that)\b|who (?:has|have|is|can|knows?|speaks?|holds?|likes?|enjoys?)\b"
    r"|\d+\+?(?:\s?-\s?\d+)?\+? (?:\w+ )?(?:years?|yrs|months|seasons|jahre|ans|jaar|años)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|several|ein|eine|einem|zwei|drei|fünf|un|une|deux|trois|cinq|één|twee|drie|vijf|dos|tres|cinco) (?:\w+ )?(?:years?|seasons?|months?|jahre?n?|monate|ans?|jaar|años?)\b"
    r"|be (?:over|at least|able|willing|available|comfortable|prepared|registered|eligible|authori[sz]ed|fluent|\d)\b|(?:an?|your|your own|own|the|full|valid|clean|current|active|good|very good|strong|excellent|fluent|fluency|native|proven|basic|solid|some|sound|calm|keen|gute?|sehr gute|ein|eine|einen|einem|un|une|bonne?|een|goede|una|buena?|have|hold|own|speak|live|know) (?=\w)"
    r"|(?:must|should|need to|have to|able to|ability to|willing|willingness|comfortable|confident|happy to|ready to|experience[d]?|knowledge|familiar\w*|understanding|proficien\w*|driving|driver|licen[cs]e|degree|diploma|bachelor|master|certificat\w*|patience|attention|reliab\w*|punctual\w*|team\w*|führerschein|deutsch\w*|english|erfahrung|berufserfahrung|bereitschaft|zuverlässig\w*|flexib\w*|belastbar\w*|teamfähig\w*|expérience|permis|maîtrise|connaissances?|anglais|ervaring|rijbewijs|kennis|beheersing|experiencia|conocimientos?|carn[eé]t?|permiso|inglés|disponibilidad|nivel|título|grado|curso|sólida|homologación)\b)",
    re.IGNORECASE,
)
# Behind these words an enumeration goes on that belongs to what stands before: "experience of till work and stock".
_GOVERNS = re.compile(
    r"\b(?:of|in|with|using|between|like|including|such as|e\.g\.|mit|in|von|de|en|avec|met|van|con)\s[^,;]*$",
    re.IGNORECASE,
)
_ONLY_MORE = re.compile(
    r"(?:with|including|such|non|(?:ideally|preferably|idealerweise|vorzugsweise|möglichst|idéalement|bij voorkeur|idealmente|preferiblemente) (?:with|in|im|from|at|within|on|partly|für|aus|mit|bei|dans|en|avec|met|van|con|de|bij)\b|of which|ideally (?:with|in|from|at|within|on)|preferably (?:with|in|from|at|within|on)|or\b|etc|especially|particularly|in particular|as well|not|no |if|when|where|which|that|so|because|since|kein|nicht|pas|niet|no)\b",
    re.IGNORECASE,
)
# What only says how firmly the thing before it is meant.
# What the firm says of an ask is no ask: "yacht or furniture, we don't mind".
_REMARK = re.compile(
    r"\b(?:we (?:don't|do not) (?:mind|care|fuss)|(?:it )?(?:doesn't|does not) matter|either (?:is|will be)? ?(?:fine|welcome|good)|no matter)\b",
    re.IGNORECASE,
)
_ONLY_A_WISH = re.compile(
    r"(?:(?:is|are|would be|strongly|highly|much|very|a|an|but) )*(?:preferred|desired|desirable|required|essential|plus|bonus|advantage(?:ous)?|asset|helpful|useful|beneficial|nice(?: to have)?|welcome|optional|not required|erforderlich|wünschenswert|von vorteil|souhaité\w*|apprécié\w*|gewenst|valorable|imprescindible)[.!)]?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s\((?P<inside>[^()]{4,60})\)")
# Words by which a sentence asks for what follows.
_LEAD = re.compile(
    r"(?:(?:we(?:'re| are)?|they(?:'re| are)?) (?:looking for|need|want|seek(?:ing)?|after|ask for|expect|require)(?: (?:someone|somebody|a person|people|candidates|a candidate|you))?(?: (?:who|with|that|to))?(?: (?:is|are|has|have|be))?"
    r"|(?:(?:ultimately|ideally|additionally|also|furthermore|in addition),? )?(?:you|they|candidates?|applicants?|(?:the |our )?(?:successful|ideal|right|chosen|perfect) (?:candidates?|applicants?|persons?|individuals?)|the post ?holder)(?:'ll| will| would)?(?: also)?"
    r" (?:(?:must|need|should|bring|hold|have to|be expected to|be required to)(?: also)?(?: (?:to )?(?:have|be|hold|bring|possess|demonstrate|show))?|(?<=ll )(?:have|be|possess|demonstrate))"
    r"|success in this (?:role|position|job|post) requires(?: a combination of)?|who(?: (?:is|are|has|have))?) (?=\w)(?!(?:to|been|run|led|built|had|done|made|held|taught|written|sold|kept|won|\w{2,}ed)\b)",
    re.IGNORECASE,
)
# "and four (4) years of ...": experience on top of a paper.
_COUNTS_YEARS = re.compile(
    r"(?:(?:a minimum of|at least|minimum|over|more than) )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|ten)\+?(?: \(\d+\))?\+?(?:\s?-\s?\d+)? (?:\w+ )?(?:years?|yrs)\b(?! (?:old|of age))",
    re.IGNORECASE,
)
# Who is to have what follows, where a sentence names the person sought: "The ideal candidate should have ...".
_OF_WHOM = re.compile(
    r"(?:the |our |your )?(?:ideal|successful|right|perfect|best|preferred) (?:candidates?|applicants?|persons?|individuals?)(?:'ll| will| would| must| should)?(?: also)? (?:need to |have to )?(?:have|has|be|possess(?:es)?|hold|holds|bring|brings|demonstrate)(?: able to)? (?=\w)",
    re.IGNORECASE,
)
_HEAD_END = re.compile(r"[,;]")
# What stands in brackets at the end is said of the whole: "knowledge of looms, warps and dyes (preferred)".
_NO_THING = re.compile(r"(?:no|kein\w*|geen|sin|pas de) (?!need|must)\w{3}", re.IGNORECASE)
_TRAIT_END = re.compile(r"[,;]|\s(?:with|who|and)\s")
_WISH_OF_ALL = re.compile(
    r"\s\((?:strongly |highly )?(?:preferred|desired|desirable|optional|a plus|nice to have)\)[.;]?$", re.IGNORECASE
)
_CHOICE = re.compile(r"\b(?:or|oder|ou|of|o)\s")
# A full stop before a small letter, as in chats: "no experience needed. dutch is a plus".
_SMALL_STOP = re.compile(r"(?<=[a-z]{4})[.!]\s+(?=[a-z])")


def ask_clauses(text: str, span: Span, *, told: bool, listed: bool = False) -> list[Span]:
    """The asks in the range, in order; the range itself when it makes just one.

    `told` when it is a sentence of prose, `listed` when it enumerates behind a label.

    >>> page = "Baking experience, sugar craft would be a plus"
    >>> [part.of(page) for part in ask_clauses(page, Span(0, len(page)), told=False)]
    ['Baking experience', 'sugar craft would be a plus']
    >>> page = "Experience with React, Vue and Svelte"
    >>> len(ask_clauses(page, Span(0, len(page)), told=True))
    1
    """
    if listed and _is_of_skills(text, span):
        return trimmed(text, *span)
    begin, parts = span.start, list[Span]()
    for start, stop, mark in _places(text, span, prose=told or listed):
        if start > begin and _parts_asks(text[begin:start], text[stop : span.stop], mark, told=told, listed=listed):
            parts += trimmed(text, begin, start)
            begin = stop
    stop = span.stop - (text[span.stop - 1] == ";")
    if not parts:
        whole = Span(span.start, stop)
        named = _OF_WHOM.match(text, *whole) if told else None
        return [Span(named.end(), stop)] if named else [_without_lead(text, whole) if told else whole]
    parts += trimmed(text, begin, stop)
    return [_without_lead(text, part) for part in parts]


def _without_lead(text: str, part: Span) -> Span:
    """The part without the words that ask for it ("Candidates need ..."), and without the bracket or the full stop behind it."""
    lead = _LEAD.match(text, *part)
    start = lead.end() if lead else part.start
    clings = (lead is not None and text[part.stop - 1] == ".") or (
        text[part.stop - 1] == ")" and "(" not in text[start : part.stop]
    )
    stop = part.stop - clings
    return Span(start, stop)


def _places(text: str, span: Span, *, prose: bool) -> list[tuple[int, int, str]]:
    """Where the range may be cut: start, stop and mark of each joint, of "but", and in prose of full stops."""
    found = [(joint.start, joint.stop, joint.mark) for joint in joints(text, span)]
    found += [(but.start(), but.end(), "but") for but in _BUT.finditer(text, *span)]
    found += [
        (bracket.start(), bracket.start("inside"), "(")
        for bracket in _BRACKET.finditer(text, *span)
        if is_preference(bracket["inside"]) and told_kind(bracket["inside"])
    ]
    if prose:
        found += [(stop.start(), stop.end(), ".") for stop in _SMALL_STOP.finditer(text, *span)]
    return sorted(found)


def _is_of_skills(text: str, span: Span) -> bool:
    """Whether every entry of an enumeration is the bare name of a skill: "React, GCP"."""
    places = [(joint.start, joint.stop) for joint in joints(text, span)]
    borders = [span.start, *(place for joint in places for place in joint), span.stop]
    entries = [text[start:stop].strip() for start, stop in zip(borders[::2], borders[1::2], strict=True)]
    return len(entries) > 1 and all(len(entry.split()) < 3 and names_skill(entry) for entry in entries)


def _parts_asks(left: str, right: str, mark: str, *, told: bool, listed: bool) -> bool:
    """Whether a joint stands between two asks."""
    if mark and is_unasked(right) and not is_unasked(left) and told_kind(left) and _waives_else(right):
        return True
    if _ONLY_MORE.match(right) or _ONLY_A_WISH.fullmatch(right) or len(left) < 3 or len(right) < 3:
        return False
    if _REMARK.search(right):
        return False
    if mark in (".", "(") or _languages_apart(left, right):
        return True
    head = _HEAD_END.split(right, maxsplit=1)[0]
    if _COUNTS_YEARS.match(right) and told_kind(left) in (RequirementKind.EDUCATION, RequirementKind.LICENCE):
        return True
    if mark and is_unasked(left) and _asks_something(head):
        return True
    if mark and len(left.split()) > 1 and _strengths_differ(left, head):
        return True
    if mark == ";":
        return told or listed
    goes_on = _GOVERNS.search(left) is not None
    if listed and mark:
        return not goes_on or _OPENS.match(right) is not None or _counts(head)
    if listed and _OPENS.match(right) and told_kind(right) not in (None, told_kind(left)):
        return True
    if not told or not _asks_something(left) or not _OPENS.match(right) or not _asks_something(right):
        return False
    if told_kind(left) is told_kind(_TRAIT_END.split(right, maxsplit=1)[0]) is RequirementKind.TRAIT:
        return False
    return bool(mark) or not goes_on or _counts(right)


def _waives_else(right: str) -> bool:
    """Whether a waiver names a thing of its own: "no degree", but not "not a requirement"."""
    return told_kind(right) is not None or _NO_THING.match(right) is not None


def _strengths_differ(left: str, right: str) -> bool:
    """Whether one side is wished for and the other insisted on: "a licence, German is a plus"."""
    if _WISH_OF_ALL.search(right) or _CHOICE.search(right) or not _asks_something(left) or not _asks_something(right):
        return False
    wished = is_preference(right)
    return wished != is_preference(left) and (wished or is_firm(right))


def _counts(right: str) -> bool:
    return right[:1].isdigit() or requirement_kind(right.split(",")[0]) in (
        RequirementKind.LICENCE, RequirementKind.LANGUAGE, RequirementKind.EXPERIENCE, RequirementKind.EDUCATION,
    )  # fmt: skip


def _asks_something(text: str) -> bool:
    """Whether words name something that can be asked for, and do not waive it."""
    if is_unasked(text):
        return False
    told = is_preference(text) or is_firm(text) or _OPENS.match(text) is not None
    return told or told_kind(text) is not None


def _languages_apart(left: str, right: str) -> bool:
    """Whether both sides name a language with a level of its own: "fluent Greek and basic English"."""
    near = re.split(r"[,;]|\s(?:and|und|et|y|en)\s", left)[-1]
    head = re.split(r"[,;]", right, maxsplit=1)[0]
    return all(
        _names_language(side) and (_LEVEL.search(side) or is_preference(side) or is_firm(side)) for side in (near, head)
    )


def _names_language(text: str) -> bool:
    return any(word[0].isupper() and fold(word) in LANGUAGE_OF for word in _WORD.findall(text))
