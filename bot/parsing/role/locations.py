"""Where is the job? Places behind a label, in the header, in the title, or behind "based in"; as stated.

Offices of the company, markets and clients elsewhere are no places of the job.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.model.evidence import Found
from bot.parsing.document import Document, SectionKind
from bot.parsing.role import company as company_field
from bot.parsing.role import title as title_field
from bot.parsing.role.places import places
from bot.parsing.rule import EDGE
from bot.text.layout import Line
from bot.text.span import Span
from bot.text.tokens import fold

_LABEL = re.compile(
    EDGE
    + r"(?:(?:job |work(?:ing)? |office |primary |posting |site |main )?locations?(?: of (?:work|job|role|post))?(?: name)?|based(?: in| at)?|workplace|place of (?:work|employment)|where|city|office|region|job location|arbeitsort|standorte?|einsatzort|dienstort|ort|lieu(?: de travail)?|localisation|locatie|standplaats|werklocatie|plaats|ubicación|lugar(?: de trabajo)?|localidad|duty station|📍)\s?:\s*",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^(?:(?:job |work |office |primary |additional )?locations?|place of work|workplace|city|arbeitsort|standorte?|einsatzort|lieu(?: de travail)?|localisation|locatie|standplaats|ubicación|where(?: you'll work)?|office)\s?:?$",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:;|\s\|\s|\s•\s|\s/\s|\bor\b|\bund\b|\bou\b|(?<!\bStates )\bof\b(?= [A-Z])|\boder\b|\band\b(?= [A-Z]))\s*"
)
_PARTED = re.compile(r"\W*(?:and|und|et|en|y|or)?\W*", re.IGNORECASE)
_REMOTE = re.compile(
    r"\b(?:fully |100% )?remote(?:ly)?(?:\s?(?:[-,:]|in|within|from|across)\s?(?P<where>[^\n.;|•()]{2,60})|\s?\((?P<paren>[^\n()]{2,60})\))?",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:(?:is|are|be|role|position|job|team|you'll be|candidates?) (?:\w+ )?based (?:in|at|out of)|based (?:in|out of)|located (?:in|at)|(?:office|site|clinic|school|hospital|branch|store|shop|campus|restaurant|warehouse|depot|lab|plant|studio|hotel|hq|headquarters) (?:in|at)|(?:client|company|firm|employer|practice|agency|hospital|start-?up) in|work(?:ing)? (?:in|from|at) (?:our|the)|join (?:us|our team|\w+) in|(?:role|job|position|opportunity|vacancy|post) in|for (?:their|our|the|its)|to join (?:\w+ ){1,4}in|(?:engineer|nurse|developer|driver|manager|teacher|technician|assistant|analyst|designer|chef|worker|consultant)s? in|am standort|in unserem (?:büro|team) in|(?:standort|büro|niederlassung|filiale|klinik|praxis) in|für unseren standort|poste (?:basé|situé) à|basée?s? à|situés? à|à pourvoir à|bureaux? (?:à|de)|gevestigd in|kantoor in|vestiging in|ubicad[oa] en|oficinas? (?:en|de)|con sede en)\s+(?:(?:our|the|beautiful|central|sunny|downtown|north|south|east|west|city of)\s+){0,3}",
    re.IGNORECASE,
)
_OFFICE_AFTER = re.compile(
    r"^\s?(?:['’]s)?\s?(?:office|site|hq|headquarters|clinic|branch|store|campus|location|team|depot|hub)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:offices|hubs|clients|customers|markets|founded|headquartered|headquarters|exchanges|financial hubs|presence|operations|locations (?:in|across)|countries|stores (?:in|across)|branches|global|other sites)\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"^(?:n/?a|tbc|tbd|various|flexible|hybrid|on-?site|full[- ]?time|part[- ]?time|not specified|see (?:below|description)|permanent|contract)$",
    re.IGNORECASE,
)
_HEADER = frozenset({SectionKind.HEADER, SectionKind.DETAILS})
_PROSE = (
    SectionKind.HEADER,
    SectionKind.ROLE,
    SectionKind.SUMMARY,
    SectionKind.OTHER,
    SectionKind.DUTIES,
    SectionKind.DETAILS,
    SectionKind.ABOUT,
    SectionKind.BENEFITS,
    SectionKind.APPLY,
    SectionKind.REQUIREMENTS,
)
_CHIP = 90


def extract(doc: Document) -> tuple[Found[str], ...]:
    """The places of the job, each once, in the page's words; the most trusted source that states any is taken."""
    for source in (_labelled, _in_header, _in_title, _in_prose, _after_company):
        found = _distinct(source(doc))
        if found:
            return found
    return ()


def _distinct(found: Iterator[Found[str]]) -> tuple[Found[str], ...]:
    """The places without repetitions; "London" and "London, UK" are the same place, the first is kept."""
    kept: dict[str, Found[str]] = {}
    for each in found:
        key = fold(re.split(r"[,(]", each.value)[0]).strip()
        if "remote" in key:
            key = fold(each.value)
        kept.setdefault(key, each)
    return tuple(kept.values())


def _labelled(doc: Document) -> Iterator[Found[str]]:
    lines = list(doc.all_lines())
    for number, line in enumerate(lines):
        for label in _LABEL.finditer(doc.text, line.start, line.stop):
            stop = _value_stop(doc.text, label.end(), line.stop)
            yield from _values(doc, label.end(), stop, "locations.labelled")
        if _ALONE.match(line.text) and number + 1 < len(lines) and len(lines[number + 1].text) <= 80:
            value = lines[number + 1]
            if not value.text.endswith((":", ".")):
                yield from _values(doc, value.start, value.stop, "locations.below_label")
    for line in lines[:30]:
        if line.mark.startswith("📍"):
            yield from _values(doc, line.start, _value_stop(doc.text, line.start, line.stop), "locations.pin")


def _value_stop(text: str, start: int, stop: int) -> int:
    """Where a label's value ends: at a bar, a full stop before a new sentence, or the next label."""
    end = re.compile(
        r"\s?\||(?<!\bSt)(?<!\bFt)(?<!\bMt)(?<!\.[A-Z])\.(?:\s|$)|\s{3,}|,?\s(?=[A-Z][a-z]+(?: [a-z]+)?:\s)"
    ).search(text, start, stop)
    return end.start() if end else stop


def _values(doc: Document, start: int, stop: int, rule: str) -> Iterator[Found[str]]:
    """The places in a value; a value that no table knows is one place as stated when it is short."""
    begin = start
    for border in (*_SPLIT.finditer(doc.text, start, stop), None):
        end = border.start() if border else stop
        text = doc.text[begin:end].strip()
        if text and _is_value(text):
            first = begin + len(doc.text[begin:end]) - len(doc.text[begin:end].lstrip())
            yield from _split_cities(doc, first, first + len(text), rule)
        begin = border.end() if border else stop


def _is_value(text: str) -> bool:
    return (
        1 < len(text) <= 90
        and not _EMPTY.match(text)
        and any(letter.isupper() or ord(letter) > 0x2E80 for letter in text)
        and len(text.split()) <= 10
    )


def _split_cities(doc: Document, start: int, stop: int, rule: str) -> Iterator[Found[str]]:
    """A list of cities ("Berlin, Hamburg, Munich") apart; one place with its region whole, a work mode in brackets off."""
    text = doc.text
    mode = re.compile(r"\s?[-(,]\s?(?:hybrid|on-?site|in[- ]person|flexible|office)\b[^)]*\)?$", re.IGNORECASE).search(
        text, start, stop
    )
    stop = mode.start() if mode else stop
    known = [span for span, _ in places(text, start, stop)]
    if (
        len(known) > 1
        and known[0].start == start
        and "(" not in text[start:stop]
        and "remote" not in text[start:stop].lower()
        and all(_PARTED.fullmatch(text, left.stop, right.start) for left, right in pairwise(known))
    ):
        yield from (doc.quoted(*span, rule) for span in known)
    elif stop > start:
        yield doc.quoted(start, stop, rule)


def _in_header(doc: Document) -> Iterator[Found[str]]:
    """Lines of the header that start with a place, and chips that are one."""
    lines = [line for section in doc.sections if section.kind in _HEADER for line in section.lines][:24]
    for line in lines:
        remote = tuple(_remote_with_place(doc, line))
        if remote:
            yield from remote
            continue
        if len(line.text) > _CHIP or line.text.endswith("."):
            continue
        for span, sure in places(doc.text, line.start, line.stop):
            if (
                sure
                and (
                    _own_chip(doc.text, line, span)
                    or (span.start == line.start and _chips_follow(doc.text, span.stop, line.stop))
                )
            ) or (not sure and (span.start, span.stop) == (line.start, line.stop)):
                yield doc.quoted(*span, "locations.chip")


def _own_chip(text: str, line: Line, span: Span) -> bool:
    """Whether the place stands between marks that part chips: bars, bullets, brackets, dashes, line ends."""
    before = text[line.start : span.start].rstrip()
    after = text[span.stop : line.stop].lstrip()
    return (
        (not before or before[-1] in "|•,-(/@:;")
        and (not after or after[0] in "|•-()/;,")
        and not title_like(text[line.start : line.stop])
    )


def title_like(text: str) -> bool:
    """Whether a line is a title rather than a row of chips."""
    return title_field.names_role(text) and "|" not in text and "•" not in text


def _chips_follow(text: str, start: int, stop: int) -> bool:
    return (
        re.compile(
            r"\s(?:full|part|permanent|contract|hybrid|remote|on-?site|temporary|\d|[$£€])", re.IGNORECASE
        ).match(text, start, stop)
        is not None
    )


def _remote_with_place(doc: Document, line: Line) -> Iterator[Found[str]]:
    """ "Remote (Norway, Sweden)" and "Remote, EU" name where one may live."""
    if len(line.text) > _CHIP:
        return
    match = _REMOTE.search(doc.text, line.start, line.stop)
    if match and (match["where"] or match["paren"]):
        group = "where" if match["where"] else "paren"
        inside = list(places(doc.text, *match.span(group)))
        if inside:
            stop = match.end() if match["paren"] else inside[-1][0].stop
            yield doc.quoted(match.start(), stop, "locations.remote_in")


def _in_title(doc: Document) -> Iterator[Found[str]]:
    """A place at the end of the title line: "Nurse – Leeds", "Engineer (Berlin)"."""
    for line in list(doc.all_lines())[:12]:
        if not title_like(doc.text[line.start : line.stop]) or len(line.text) > 120:
            continue
        for span, sure in places(doc.text, line.start, line.stop):
            before = doc.text[line.start : span.start].rstrip()
            if sure and (
                before.endswith(("-", "(", ",", "|", "/", "@", ":")) or re.search(r"\b(?:in|at|à|en)$", before)
            ):
                yield doc.quoted(*span, "locations.title")


def _in_prose(doc: Document) -> Iterator[Found[str]]:
    for line in doc.lines(*_PROSE):
        for match in _SAID.finditer(doc.text, line.start, line.stop):
            sentence = doc.text[max(line.start, match.start() - 60) : match.end()]
            for span, sure in places(doc.text, match.end(), min(line.stop, match.end() + 60)):
                if span.start == match.end() and sure and not _OURS.search(sentence.rsplit(". ", 1)[-1]):
                    yield doc.quoted(*span, "locations.said")
                break
        for span, sure in places(doc.text, line.start, line.stop):
            if sure and _OFFICE_AFTER.match(doc.text[span.stop : min(line.stop, span.stop + 24)]):
                yield doc.quoted(*span, "locations.office")


def _after_company(doc: Document) -> Iterator[Found[str]]:
    """A place right behind the employer's name: "at Stonebridge Fabrications, Wrexham"."""
    named = doc.once(company_field.extract)
    if named is None:
        return
    for line in doc.stated_lines():
        for match in re.compile(re.escape(named.value) + r"(?:,| in| -)\s").finditer(doc.text, line.start, line.stop):
            for span, sure in places(doc.text, match.end(), min(line.stop, match.end() + 50)):
                if sure and span.start == match.end():
                    yield doc.quoted(*span, "locations.after_company")
