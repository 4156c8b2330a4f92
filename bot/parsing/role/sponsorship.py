"""Does the employer sponsor a permission to work? Only what the page says; a right to work asked for is no refusal.

Refusals come before conditions, conditions before offers, except where a sentence refuses one thing "but" offers another.
"""

import re
from collections.abc import Callable, Iterator

from bot.model.evidence import Found
from bot.model.vocabulary import Sponsorship
from bot.parsing.document import Document, SectionKind
from bot.parsing.rule import Rule, statements
from bot.parsing.talk import sponsorship as sponsorship_talk
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.span import Covered

_KINDS = r"(?:work|employment|h-?1-?b|skilled worker|highly skilled migrant|immigration|tier 2|uk|us|eu|any|new|your)"
_THING = (
    rf"(?:(?:{_KINDS} )*(?:visas?|sponsorship|work permits?|blue cards?|employment pass(?:es)?|immigration support)"
    r"(?: (?:sponsorship|support|sponsor|assistance|application)s?)?)"
)
_REFUSING = (
    r"(?:(?:un(?:able|willing)|not (?:able|in a position|willing|going)) to"
    r"|cannot|can ?not|can't|do not|don't|does not|doesn't|will not|won't|are not|is not|isn't|aren't)"
)
_ABLE = r"(?:be able to|currently|able to|available|offering|offer|provide|support|eligible|considering|at this time|in a position to)"
_GIVING = r"(?:can|will|do|are able to|are happy to|happy to|offers?|provides?|supports?|gladly|also|arranges?|helps? with|cover)"
_FOREIGN_NO = (
    r"visum-?sponsoring (?:ist )?nicht|kein visum\w*|pas de (?:parrainage|sponsoring|visa)|geen (?:visum|sponsoring)\w*"
    r"|no (?:se )?(?:ofrece|patrocina|tramita)\w* (?:visa|visado|permisos? de trabajo)\w*"
)
_FOREIGN_YES = r"wir unterstützen (?:\w+ ){0,3}visum\w*|visum-?(?:unterstützung|sponsoring)"
_OBJECT = rf"(?:sponsor(?:s|ing|ed)?(?: (?:\w+ ){{0,3}}?{_THING}|(?= ?(?:$|[.,;:)\n-]|for\b|at\b|any(?:body|one)|candidates|applicants|people|workers|from (?:abroad|overseas)|overseas|foreign)))|{_THING})"
# What lies out of reach, in other words than "not".
_BEYOND = (
    r"(?:beyond (?:our|the|what) \w+|beyond us|outside (?:our|the|what)|out of (?:the question|our|reach)|off the table|impossible|ruled out"
    r"|not on the table|not on offer|more than (?:we|a \w+ (?:\w+ )?(?:like ours )?can)|too (?:costly|expensive|complex|complicated|much)|no option|not (?:something|a thing|a road|a route))"
)
_CITIZENS = r"(?:citizens?|nationals?|residents?|(?:work |\w+ )?permit holders?|holders of an? (?:\w+ ){0,2}permit)"


def _rule(name: str, value: Sponsorship, *patterns: str) -> Rule[Sponsorship]:
    joined = "|".join(rf"\b(?:{pattern})" for pattern in patterns)
    return Rule(f"sponsorship.{name}", Pattern(joined, re.IGNORECASE), _production(value))


def _production(value: Sponsorship) -> Callable[[re.Match[str]], Sponsorship | None]:
    """The production of one value: an offer in a sentence that denies it is none."""

    def produce(match: re.Match[str]) -> Sponsorship | None:
        offer = value is Sponsorship.YES and not match.group().lower().startswith("but")
        denied = offer and _DENIED.search(_sentence_before(match))
        return None if denied or _is_duty(match) else value

    return produce


def _sentence_before(match: re.Match[str]) -> str:
    """The words of the sentence before the match; a "but" begins anew."""
    words = match.string[max(0, match.start() - _REACH) : match.start()].rsplit("\n", 1)[-1]
    return re.split(r"[.;!?]\s|\bbut\b", words)[-1]


def _is_duty(match: re.Match[str]) -> bool:
    """Whether the words around speak of sponsoring as a trade, or of visas as somebody's work."""
    before = match.string[max(0, match.start() - 30) : match.start()].rsplit("\n", 1)[-1]
    behind = match.string[match.end() : match.end() + 20].split("\n", 1)[0]
    return _DUTY.search(f"{before}{match.group()}{behind}") is not None


_RULES = (
    _rule("but_yes", Sponsorship.YES, rf"but (?:we )?(?:do|can|will|also)(?: \w+)? (?:sponsor\b|offer {_THING})"),
    _rule(
        "no",
        Sponsorship.NO,
        rf"(?:no|without)(?: current or future| the need for| needing| requiring| any| employer| company)* {_THING}",
        rf"{_REFUSING} (?!promise|guarantee|(?:yet )?(?:have|hold|need) an? )(?:\w+ ){{0,2}}?(?:{_ABLE} )*(?:to )?(?:sponsor(?!ed by)\w*|{_THING})(?:[^.;,\n]{{0,30}}(?:visas?|permits?))?",
        rf"{_THING}(?: is| are)? (?:not|un)\s?(?:be )?(?:currently )?(?:available|offered|provided|possible|supported|an option|considered)",
        rf"{_THING} (?:cannot|can't|will not|won't) be (?:offered|provided|considered|supported)",
        rf"(?:not|in)\s?eligible for (?:an? |any |the )?(?:\w+ ){{0,3}}?(?:{_THING}|certificates? of sponsorship)",
        rf"(?:not|n't) (?:qualify|meet (?:\w+ ){{1,6}}?)(?: ?for)? (?:an? |any |the )?(?:\w+ ){{0,3}}?(?:{_THING}|certificates? of sponsorship)",
        r"(?:no|without(?: an?)?) certificates? of sponsorship",
        rf"{_OBJECT}(?! of\b)(?: [\w']+){{0,5}}? (?:is|are|lies?|remains?|stays?|falls?|would be)(?: (?:sadly|unfortunately|simply|well|currently|at present|regrettably|still))* {_BEYOND}",
        rf"too (?:small|new|few|young|little|busy|poor)(?: \w+){{0,3}}? (?:to (?:be able to )?|for )(?:\w+ )?{_OBJECT}",
        rf"(?:no longer|never|not yet|(?:stopped|ceased|given up)|decline to|refrain from|lack(?:s|ing)? (?:the )?\w+ to)(?: (?:be )?(?:able to|in a position to|offer|provide|do))* {_OBJECT}",
        rf"(?:lack|lacks|have no|has no|hold no|holds no|without an?|not (?:an?|hold an?|have an?)) (?:licen[cs]e to {_OBJECT}|sponsor(?:ship)? licen[cs]e|licen[cs]ed sponsor)",
        rf"(?:not|n't) (?:something|a thing) (?:that )?we (?:can )?(?:\w+ )?{_OBJECT}",
        r"(?:visa )?sponsorship\s?:\s?(?:no\b|not (?:available|offered)|none)",
        rf"(?:{_CITIZENS}(?: (?:and|or) {_CITIZENS})?|[A-Z]{{2,4}}(?:/[A-Z]{{2,4}})? {_CITIZENS}) only",
        _FOREIGN_NO,
    ),
    _rule(
        "case_by_case",
        Sponsorship.CASE_BY_CASE,
        rf"{_THING}[^.\n]{{0,40}}\b(?:case[- ]by[- ]case|(?:may|might) be (?:available|considered|possible|offered|provided))",
        rf"{_THING}[^.\n]{{0,40}}\b(?:can be (?:considered|discussed)|in (?:exceptional|certain|some) \w+|considered)",
        rf"(?:may|might) (?:be able to |consider )?(?:offer |provide )?(?:sponsor\w*|{_THING})",
        rf"(?:can|could|happy to|let's) (?:talk|speak) about {_THING}",
        r"case[- ]by[- ]case[^.\n]{0,50}(?:sponsor|visa)\w*",
        rf"{_THING}[^.\n]{{0,110}}\bconsidered alongside",
    ),
    _rule(
        "yes",
        Sponsorship.YES,
        rf"(?:{_GIVING} )+(?:sponsor\b|{_THING})(?:[^.\n]{{0,20}}visas?)?",
        rf"{_THING}(?: as an?(?: \w+){{1,4}})?(?: is| are| can be| will be)? (?:available|offered|provided|possible|supported|included)",
        rf"{_THING}(?:, [^,.\n]{{3,40}},)? (?:is|are|will be) sponsored",
        r"(?:card|permit|visa) sponsorship(?=,)",
        r"(?:visa )?sponsorship\s?:\s?(?:yes|available|offered)",
        rf"we sponsor (?:\w+ ){{0,3}}{_THING}",
        rf"(?:offering|with|including|plus|help with|assistance with|support with) (?:your |the )?{_THING}",
        r"visa sponsorship(?: and relocation)?(?= ?(?:$|\n|[,|•]))",
        r"certificates? of sponsorship (?:(?:is|are|can be|will be) )?(?:available|offered|provided|possible)",
        r"(?:offer(?:ing)?|provide|issue) (?:an? )?certificates? of sponsorship",
        r"(?:hold|holds|have|has|are|is) an? (?:\w+ ){0,3}(?:sponsor licen[cs]e|licen[cs]ed sponsor)",
        _FOREIGN_YES,
    ),
)
_REACH = 90
# An offer behind one of these in its sentence is none.
_DENIED = re.compile(r"\b(?:not|cannot|unable|never|nor|neither|without|no)\b|n't\b|\bif\b", re.IGNORECASE)
CUES = (*(rule.cues for rule in _RULES), sponsorship_talk.CUES)
# Sponsoring as a trade, and visas as a duty.
_DUTY = re.compile(
    r"\b(?:process\w*|prepar\w+|manag\w+|handl\w+|law|executive|corporate|event|sports?"
    r"|sponsorship (?:deals|team|opportunit|sales|packages)|visa (?:card|inc|payments))\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:visa )?sponsorship(?: available)?\s?[:?]?", re.IGNORECASE)
_BELOW = (
    (re.compile(r"(?:no|none|not (?:available|offered|provided))\b.{0,20}", re.IGNORECASE), Sponsorship.NO),
    (re.compile(r"(?:yes|available|offered|provided)\b.{0,20}", re.IGNORECASE), Sponsorship.YES),
)
_ELSEWHERE = frozenset({SectionKind.ADVICE, SectionKind.RELATED, SectionKind.SITE})


def statements_of(doc: Document) -> tuple[Found[Sponsorship], ...]:
    """Every statement, the most trusted first; words that one of them covers are no other."""
    kept: list[Found[Sponsorship]] = [*_below_labels(doc)]
    covered = Covered(each.evidence[0].span for each in kept)
    lines = [line for section in doc.sections if section.kind not in _ELSEWHERE for line in section.lines]
    for rule in _RULES:
        for found in statements(doc, (rule,), lines):
            evidence = found.evidence[0]
            if not covered.meets(evidence.span):
                covered.add(evidence.span)
                kept.append(found)
    if any(each.rule == "sponsorship.but_yes" for each in kept):
        return tuple(each for each in kept if each.value is Sponsorship.YES)
    return tuple(kept) or tuple(sponsorship_talk.talk_of(doc, _spoken(doc, lines)))


def _spoken(doc: Document, lines: list[Line]) -> list[Line]:
    """The lines without those that tell duties: visas may be the work there."""
    duties = {line.start for line in doc.lines(SectionKind.DUTIES)}
    return [line for line in lines if line.start not in duties]


def _below_labels(doc: Document) -> Iterator[Found[Sponsorship]]:
    """ "Visa sponsorship" on one line, "Not available" on the next."""
    for line in doc.all_lines():
        if len(line.text) < 40 and _LABEL.fullmatch(line.text):
            below: Line | None = doc.line_below(line)
            for pattern, value in _BELOW:
                if below is not None and pattern.fullmatch(below.text):
                    yield doc.found(value, below.start, below.stop, "sponsorship.below_label")


def extract(doc: Document) -> Found[Sponsorship] | None:
    """What the page says about sponsorship, or None."""
    found = statements_of(doc)
    return found[0] if found else None
