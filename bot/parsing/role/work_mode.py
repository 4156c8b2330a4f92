"""Where is the work done: on site, hybrid or remote? What the page says about this job, perks and other senses apart.

Trust: a value behind a label, then chips of the head, then sentences; a choice ("on site or remote") tells nothing. "No home office possible" is on site; "work from anywhere four weeks a year"
is a perk; remote sensing and remote teams are no work mode.
"""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.model.vocabulary import DayKind, WorkMode
from bot.parsing.document import Document, SectionKind
from bot.parsing.header import header_lines
from bot.parsing.labels import labelled_values
from bot.parsing.lexicon.tables import turns
from bot.parsing.role.office_days import statements_of as office_days
from bot.parsing.rule import Rule
from bot.parsing.talk import mode as mode_talk
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sieve import Cues

_NO_REMOTE = Rule(
    "work_mode.no_remote",
    Pattern(turns("work_mode", "no_remote"), re.IGNORECASE),
    lambda match: WorkMode.ONSITE,
)
_HYBRID = Rule(
    "work_mode.hybrid",
    Pattern(turns("work_mode", "hybrid"), re.IGNORECASE),
    lambda match: WorkMode.HYBRID,
)
_REMOTE = Rule(
    "work_mode.remote",
    Pattern(turns("work_mode", "remote"), re.IGNORECASE),
    lambda match: WorkMode.REMOTE,
)
_ONSITE = Rule(
    "work_mode.onsite",
    Pattern(turns("work_mode", "onsite"), re.IGNORECASE),
    lambda match: WorkMode.ONSITE,
)
_OTHER_SENSE = Pattern(
    rf"{turns('work_mode', 'other_sense')}|remote(?:ly)? (?:{turns('work_mode', 'remote_things')})"
    rf"|(?:{turns('work_mode', 'doing_remote')})\s(?:\w+ ){{0,2}}remote",
    re.IGNORECASE,
)
# "the remote Northern Territory", "very remote communities": far away.
_FAR_AWAY = re.compile(r"\b(?:the|very|these|most|some|its|their|to|across)\s$", re.IGNORECASE)
# In a sentence the bare word means this job where no noun of another sort follows: "remote coordination".
_STANDS_FREE = re.compile(
    r"\s?(?:$|[.,;:)(|•/&!?+]|-\s|-[A-Z]{2}|(?:and|or|with|for|as|if|but|to|at|until|during|after|setup|set-up|schedule|policy|environment|model|arrangements?|eligib\w+|possible|available|allowed|\d)(?!\w))"
)
_PERK = Pattern(turns("work_mode", "perk"), re.IGNORECASE)
_BOUNDED = Pattern(turns("work_mode", "bounded"), re.IGNORECASE)
# The value behind a label of the table, whole: "Work mode: on site", "Work Location: In person".
_VALUE = re.compile(
    r"(?:(?:fully|100 ?%|mostly|currently)\s)?"
    r"(?:(?P<hybrid>hybrid\w*|híbrid\w*|ibrid\w*|part(?:ly|ially|ial)[- ]remote|teilweise remote|hybride?)"
    r"|(?P<remote>remote(?:ly)?|remoto|home[- ]?office|home[- ]based|(?:work )?from home|télétravail|thuiswerk\w*|teletrabajo|da remoto)"
    r"|(?P<onsite>on[- ]?site|on[- ]location|(?:in(?: the| our)? )?office(?:[- ]based)?|in[- ]person|vor ort|präsenz\w*|im büro"
    r"|(?:au )?bureau|(?:en )?présentiel|sur site|in[- ]house|(?:op )?kantoor|op locatie|presencial|en (?:la )?oficina|in sede|in presenza))"
    r"(?:\s(?:work(?:ing|er)?|role|position|job|only|working model))?(?=\s*(?:$|[\n,;.(|•/–-]))",
    re.IGNORECASE,
)
_WORDS = r"(?:fully )?(?:remote(?:ly)?|hybrid\w*|on[- ]?site|(?:in[- ])?office|in[- ]person)"
_CHOICE = re.compile(
    rf"\b{_WORDS}(?:(?:,|\s?/)\s?(?:field|{_WORDS}))*(?:\s?/\s?|,?\s(?:or|and|und|oder|et|ou|of|o|y)\s)(?:an? |in the )?{_WORDS}\b",
    re.IGNORECASE,
)
# Words of a label that are a mode themselves: "Remote type", "Remote Work Policy", "Home office".
_QUESTION = re.compile(
    r"(?:fully )?(?:remote|telework|hybrid|home[- ]?office|télétravail|thuiswerken)(?: (?:type|status|jobs?|work(?:ing)?|work policy|policy|eligible|options?|position|possible))?\s?[:?]?",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"(?:yes|no|ja|nein|nee|oui|non|sí)\b", re.IGNORECASE)
_HEADER = (SectionKind.HEADER, SectionKind.SUMMARY, SectionKind.DETAILS)
_PROSE = (
    SectionKind.ROLE,
    SectionKind.OTHER,
    SectionKind.BENEFITS,
    SectionKind.DUTIES,
    SectionKind.REQUIREMENTS,
    SectionKind.ABOUT,
    SectionKind.APPLY,
    SectionKind.PAY,
    SectionKind.NICE,
)
CUES = Cues(*(rule.pattern for rule in (_NO_REMOTE, _HYBRID, _REMOTE, _ONSITE)))
_PLAINLY = tuple(kind for kind in _PROSE if kind not in (SectionKind.BENEFITS, SectionKind.ABOUT))
_CHIP = 110
_SHORT = 24
_HALF = 55
_ROLE_BEHIND = re.compile(r"\s(?:role|position|job|work|only|five|5)\b", re.IGNORECASE)
_PLACES = r"(?:office|studio|lab|laboratory|campus|workshop|factory|plant|warehouse|clinic|school|shop|store|kitchen|(?:distribution |service |support |call )?cent(?:er|re)|depot|yard|bakery|hotel|restaurant|salon|nursery)"
# Weaker than any other statement: where one is based names a place of the employer.
_OUR_PLACE = re.compile(
    rf"\b(?:based|located|work(?:ing)?|(?:role|position|job|post) is)\s(?:\w+\s)?(?:in|at|from|out of) our (?:[A-ZÀ-Ý][\w'-]+ ){{0,3}}{_PLACES}\b"
    rf"|\b(?:in|at) our (?:[A-ZÀ-Ý][\w'-]+ ){{1,3}}{_PLACES}\b"
)


def statements_of(doc: Document) -> tuple[Found[WorkMode], ...]:
    """Every statement: values behind labels, chips of the header, then sentences, each in page order.

    Among chips a refusal of remote work tells more than the bare word beside it.
    """
    chips = sorted(_in_header(doc), key=lambda each: each.rule != _NO_REMOTE.name)
    found = (*_labelled(doc), *chips, *_in_prose(doc), *_from_days(doc))
    return found or tuple(_in_our_place(doc))[:1] or tuple(_talked_of(doc))


def extract(doc: Document) -> Found[WorkMode] | None:
    """The work mode that the page states, or None."""
    found = doc.once(statements_of)
    return found[0] if found else None


def _in_our_place(doc: Document) -> Iterator[Found[WorkMode]]:
    """Work at a place of the employer, on a page that speaks of no other mode."""
    for line in doc.telling(doc.stated_lines(), ("in our", "at our", "from our", "out of our")):
        if match := _OUR_PLACE.search(doc.text, line.start, line.stop):
            yield doc.found(WorkMode.ONSITE, *match.span(), "work_mode.our_place")


def _talked_of(doc: Document) -> Iterator[Found[WorkMode]]:
    """Sentences that tell by their words alone, on a page without any other statement; what is offered may be a perk."""
    yield from mode_talk.talk_of(doc, [*doc.lines(*_HEADER), *doc.lines(*_PLAINLY)])
    offered = mode_talk.talk_of(doc, list(doc.lines(SectionKind.BENEFITS)))
    yield from (each for each in offered if each.value is WorkMode.ONSITE)


def _labelled(doc: Document) -> Iterator[Found[WorkMode]]:
    for span, rule in labelled_values(doc, "work_mode"):
        match = _VALUE.match(doc.text, *span)
        if match and match.lastgroup and not _CHOICE.search(doc.text, *span):
            group = match.lastgroup
            yield doc.found(WorkMode(group), *match.span(), f"work_mode.{rule}")


def _in_header(doc: Document) -> Iterator[Found[WorkMode]]:
    chips = sorted({*doc.lines(*_HEADER), *header_lines(doc)})
    for line in doc.telling(chips, CUES):
        if len(line.text) <= _CHIP and not _is_question(doc, line):
            yield from _in_line(doc, line)


def _is_question(doc: Document, line: Line) -> bool:
    """Whether the line asks what the next line answers: "Remote job", "No"; "Remote type", "Hybrid"."""
    below = doc.line_below(line)
    if below is None or not _QUESTION.fullmatch(line.text):
        return False
    answered = _ANSWER.match(below.text) or _VALUE.match(below.text) or _CHOICE.match(below.text)
    return answered is not None


def _in_prose(doc: Document) -> Iterator[Found[WorkMode]]:
    for section in doc.sections:
        long_lines = section.kind in _HEADER
        if not long_lines and section.kind not in _PROSE:
            continue
        for line in doc.telling(section.lines, CUES):
            asked = line.text.endswith("?")
            if not asked and (not long_lines or len(line.text) > _CHIP):
                yield from _in_line(doc, line, perk=section.kind is SectionKind.BENEFITS)


def _in_line(doc: Document, line: Line, *, perk: bool = False) -> Iterator[Found[WorkMode]]:
    """The statements of one line; what a longer reading covers is not read again."""
    taken = [match.span() for match in _CHOICE.finditer(doc.text, line.start, line.stop)]
    for rule in (_NO_REMOTE, _HYBRID, _ONSITE, _REMOTE):
        for match in doc.matches(rule.pattern, line.start, line.stop):
            start, stop = match.span()
            if any(start < end and begin < stop for begin, end in taken):
                continue
            if rule is _REMOTE and not _is_remote(doc.text, line, match, perk=perk):
                continue
            taken.append((start, stop))
            if (
                rule is _REMOTE
                and any(other for other in taken[:-1])
                and _HYBRID.pattern.search(doc.text, line.start, line.stop)
            ):
                continue
            in_passing = (
                rule is _ONSITE and len(line.text) > _HALF and match.group().lower() in ("in person", "in-person")
            )
            if in_passing and not _ROLE_BEHIND.match(doc.text, match.end(), line.stop):
                continue
            mode = rule.production(match)
            if mode is not None:
                yield doc.found(mode, start, stop, rule.name)


def _is_remote(text: str, line: Line, match: re.Match[str], *, perk: bool) -> bool:
    around = text[max(line.start, match.start() - 60) : min(line.stop, match.end() + 60)]
    sense = text[max(line.start, match.start() - 40) : min(line.stop, match.end() + 24)]
    bare = match.group().lower() == "remote" and len(line.text) > _SHORT
    if len(line.text) > _SHORT and text.startswith("?", match.end()):
        return False
    if bare and not _STANDS_FREE.match(text, match.end(), line.stop):
        return False
    if _BOUNDED.search(_sentence_around(text, line, match)):
        return False
    if _OTHER_SENSE.search(sense) or (bare and _FAR_AWAY.search(text, line.start, match.start())):
        return False
    firm = re.search(
        r"100|full|entirely|completely|remote[- ](?:first|only|position|role|job)|permanently",
        match.group(),
        re.IGNORECASE,
    )
    if (perk or len(line.text) > _CHIP or _PERK.search(around)) and not firm and _PERK.search(around):
        return False
    return (
        not (perk and not firm)
        and re.search(
            r"(?<!/)(?<!per )\b(?:days?|tage?n?|jours?|dag(?:en)?|días?)\b[^.\n]{0,24}$",
            text[max(line.start, match.start() - 30) : match.start()],
        )
        is None
        and re.match(
            r"[^.\n]{0,24}\b(?:days?|tage?|jours?|dag(?:en)?|días?)\b|\s(?:\d|one|two|three|four|up to|once|twice)",
            text[match.end() : min(line.stop, match.end() + 34)],
        )
        is None
    )


def _sentence_around(text: str, line: Line, match: re.Match[str]) -> str:
    """The sentence of the line that holds the match."""
    start = max(text.rfind(sign, line.start, match.start()) for sign in (". ", "; ", "! ")) + 1
    ends = [end for sign in (". ", "; ", "! ") if (end := text.find(sign, match.end(), line.stop)) >= 0]
    return text[max(start, line.start) : min(ends, default=line.stop)]


def _from_days(doc: Document) -> Iterator[Found[WorkMode]]:
    """Some days of the week in the office and the others not is hybrid in other words."""
    for found in doc.once(office_days):
        days = found.value
        if days.per == "week" and 0 < days.days < 5:
            yield Found[WorkMode].model_construct(
                value=WorkMode.HYBRID, evidence=found.evidence, rule="work_mode.some_days"
            )
        elif days.per == "week" and days.days == 5 and days.kind is DayKind.OFFICE:
            yield Found[WorkMode].model_construct(
                value=WorkMode.ONSITE, evidence=found.evidence, rule="work_mode.all_days"
            )
