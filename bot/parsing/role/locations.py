"""Where is the job? Places behind a label, in the header, in the title, or behind "based in"; as stated.

Offices of the company, markets and clients elsewhere are no places of the job.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.header import header_lines, spoken_lines
from bot.parsing.labels import is_value, labelled_values
from bot.parsing.names.places import is_major, is_place, is_place_line, places
from bot.parsing.names.streets import without_street
from bot.parsing.role import company as company_field
from bot.parsing.role import title as title_field
from bot.parsing.role.sites import CUES as SITE_CUES
from bot.parsing.role.sites import in_names
from bot.parsing.role.title import names_role
from bot.parsing.role.towns import is_town, towns_of_head
from bot.text.layout import Line
from bot.text.sieve import Cues
from bot.text.span import Span
from bot.text.tokens import fold

_SPLIT = re.compile(
    r"\s*(?:;|\s\|\s|\s•\s|\s/\s|\bor\b|\bund\b|\bou\b|(?<!\bStates )\bof\b(?= [A-Z])|\boder\b|\band\b(?= [A-Z]))\s*"
)
_PARTED = re.compile(r"\W*(?:and|und|et|en|y|or)?\W*", re.IGNORECASE)
_JOINT = re.compile(r"\s(?:&|and|or|und|oder|et|ou|en|of|y|o)\s")
_REMOTE = re.compile(
    r"\b(?:fully |100% )?remote(?:ly)?(?:\s?(?:[-,:]|in|within|from|across)\s?(?P<where>[^\n.;|•()]{2,60})|\s?\((?P<paren>[^\n()]{2,60})\))?",
    re.IGNORECASE,
)
_CODES = re.compile(r"[A-Z]{2,4}(?:(?:, ?|/| & | and )[A-Z]{2,4})*")
_ANYWHERE = re.compile(r"(?:(?m:^)|(?<=[.|•] ))anywhere in the world(?=\s*(?:$|[.|•,]))", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:(?:is|are|be|role|position|job|team|you'll be|candidates?) (?:\w+ )?based (?:in|at|out of)|based (?:in|out of)|located (?:in|at)|(?:office|site|clinic|school|hospital|branch|store|shop|campus|restaurant|warehouse|depot|lab|plant|studio|hotel|hq|headquarters) (?:in|at)|(?:client|company|firm|employer|practice|agency|hospital|start-?up|theatre|pub|bakery|café|gallery|museum|nursery|surgery|farm|garage|brewery|salon|gym|council|charity|plant|team|group|market) in|work(?:ing)? (?:in|from|at) (?:our|the)|find us (?:in|at)|visit us (?:in|at)|producing \w+ in|join (?:us|our team|\w+) in|(?:role|job|position|opportunity|vacancy|post) in|for (?:their|our|the|its)|to join (?:\w+ ){1,4}in|(?:engineer|nurse|developer|driver|manager|teacher|technician|assistant|analyst|designer|chef|worker|consultant)s? in|remote(?:ly)? (?:within|from|across)|am standort|im raum|im großraum|in der region|dienstort ist|in unserem (?:büro|team) in|(?:standort|büro|niederlassung|filiale|klinik|praxis) in|(?:für|an|in|am) (?:den|unseren|dem|unserem|unsere) (?:\w+ )?standort|poste (?:basé|situé) à|basée?s? à|situés? à|à pourvoir à|bureaux? (?:à|de)|gevestigd in|standplaats|kantoor in|vestiging in|ubicad[oa] en|oficinas? (?:en|de)|con sede en)\s+(?:(?:our|the|beautiful|central|sunny|downtown|north|south|east|west|city of)\s+){0,3}",
    re.IGNORECASE,
)
# A permission to work somewhere names no place of the job.
_PERMISSION = re.compile(
    r"\b(?:right|eligib\w+|permi\w+|authori[sz]\w+|entitled?|legal\w*|visas?|allowed|able)\b[^.;]{0,40}$", re.IGNORECASE
)
_OFFICE_AFTER = re.compile(
    r"\s?(?:['’]s)?\s?(?:office|site|hq|headquarters|clinic|branch|store|campus|location|team|depot|hub)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:offices|hubs|clients|customers|markets|founded|headquartered|headquarters|exchanges|financial hubs|presence|operations|locations (?:in|across)|countries|stores (?:in|across)|branches|global|other sites)\b",
    re.IGNORECASE,
)
_VACANCIES = re.compile(r"\d+ (?:vacanc(?:y|ies)|positions?|openings?) in the following locations?:", re.IGNORECASE)
# Where a sentence or an address of a short note names a place: ". Copenhagen or Aarhus, 2 days", "11 Market St, Otley".
_OPENS_SENTENCE = re.compile(r"(?:(?m:^)|[.!?)]\s)(?=[A-ZÀ-Ý])")
_STREET = re.compile(
    r"\b\d{1,4} (?:[A-Z][\w'-]+ ){1,3}(?:St|Street|Road|Rd|Lane|Ln|Avenue|Ave|Square|Place|Row|Terrace),? "
)
# "Crumb & Crust in Ludlow needs a baker"
_SEEKS = re.compile(
    r",?\s(?:needs?|is (?:after|looking|seeking|hiring)|seeks|wants|sucht|suchen|zoekt|zoeken|busca|cherche|recherche|recrute)\b"
)
_IN = (" in ", " à ", " en ", " te ", " at ")
_AFTER_PLACE = re.compile(r"\s?(?:[,;/|]|\.\s|$)")
_OR_REMOTE = re.compile(r"\s(?:or|/)\s(?:fully )?remote\b", re.IGNORECASE)
_EMPTY = re.compile(
    r"^(?:n/?a|tbc|tbd|various(?: locations| sites)?|multiple locations|other locations|flexible|hybrid|remote|distributed|on-?site|in[- ]?person|in[- ]office|home|full[- ]?time|part[- ]?time"
    r"|not specified|see (?:below|description)|permanent|contract|yes|no|description|about (?:the job|us|the role)|details|home[- ]?office|télétravail|remoto|presencial|work from home|fully remote|anywhere|\d+|view map|map)$",
    re.IGNORECASE,
)
# What may follow a place in its value: other chips, the work mode, a remark.
_BEHIND_PLACE = re.compile(
    r"\s?[\u2600-\u27bf\U0001f300-\U0001faff]|\s?[-,(]\s?(?:no remote|not remote|office\b|with\b|plus\b|but\b|including\b|within\b|where\b|which\b|prefer\w*\b|local\b|home[- ]based|full[- ]time|part[- ]time|vollzeit|teilzeit|cdi\b|cdd\b|\d+ days|up to)",
    re.IGNORECASE,
)
_MODE = re.compile(
    r"\s?[-(,/]\s?(?:fully |partly )?(?:hybrid|on-?site|in[- ]person|in[- ]office|flexible|office|vor ort|présentiel|presencial|híbrido|hybride?)\b[^)\n]{0,40}\)?$",
    re.IGNORECASE,
)
# "On-site in Copenhagen", "Híbrido, São Paulo"
_MODE_BEFORE = re.compile(
    r"(?:on-?site|in[- ]person|in[- ]office|hybrid(?: work| remote)?|híbrido|presencial|présentiel|hybride|vor ort|op locatie)(?:\s(?:in|at|en|à)\s|,\s|:\s)(?=[A-ZÀ-Ý])",
    re.IGNORECASE,
)
_PROSE_WORDS = re.compile(
    r"\b(?:is|are|was|will|you|your|we|our|can|must|has|have|du|sie|wir|vous|nous|je|wij|tu)\b|[!?]|\.\s[A-Z]|@|https?:",
    re.IGNORECASE,
)
_PART = re.compile(r"(?:\d{1,5}[a-z]?\s)?[A-ZÀ-Ýa-zà-ÿ'’][\w.'’/-]*(?:\s[\w.'’/&-]+){0,4}\)?")
_COMPANY = re.compile(
    r"\b(?:Ltd|Limited|Inc|GmbH|LLC|plc|B\.?V|S\.?A|S\.?L|AG|SE|KG|AS|Group|University|College|School|Hospital|Trust|Bank|Clinic|Council|Institute|Services?|Solutions|Jobs?|Team)\b\.?"
)
_FIRM = re.compile(r"\b(?:GmbH|Ltd|Limited|Inc|LLC|plc|B\.V|S\.L|Co\. KG)\b")
_NOT_HERE = re.compile(
    r"\b(?:headquarter\w*|founded|jobs? in|get notified|similar|alert|offices in|clients|people also|browse|search|posted|closing|deadline|start|phone|tel|https?|www)\b|@",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[$£€]\s?\d")
_POSTCODE_BEFORE = re.compile(r", (?P<said>\d{4,5} )$")
_QUARTER = re.compile(r"(?: [A-ZÀ-Ý][\w'-]+){1,2}(?=\s*(?:$|[,|(•)]))")
# Phrases behind which a name that no table knows is a place all the same.
_FIRMLY = re.compile(
    r"based (?:in|out of)|located in|am standort|dienstort ist|situés? à|basée?s? à|gevestigd in|con sede en|ubicad[oa] en|arbeitsort|standplaats",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"[A-ZÀ-Ý][\w'-]+(?:[ -](?:[A-ZÀ-Ý][\w'-]+|upon|am|an der|sur|le|la|de|del|aan)){0,3}(?:, [A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)?)?(?=[\s.,;)]|$)"
)
CUES = Cues(_SAID), Cues(_OFFICE_AFTER), SITE_CUES
_MOST_PLACES = 6
_TITLE_LINES = 14
_NOTE_LINES = 12
_CHIP = 90


def extract(doc: Document) -> tuple[Found[str], ...]:
    """The places of the job, each once, in the page's words; the most trusted source that states any is taken."""
    for source in (_labelled, _in_header, _in_title, _in_prose, _after_company, _in_note, towns_of_head, in_names):
        found = _distinct(source(doc))
        if found:
            return found
    return ()


def _distinct(found: Iterator[Found[str]]) -> tuple[Found[str], ...]:
    """The places without repetitions; "London" and "London, UK" are the same place, the fuller is kept."""
    kept: dict[str, Found[str]] = {}
    for each in found:
        key = fold(re.split(r"[,(]", each.value)[0]).strip()
        if "remote" in key:
            key = fold(each.value)
        fuller = key in kept and each.value.startswith(f"{kept[key].value}, ")
        if fuller or key not in kept:
            kept[key] = each
    return tuple(kept.values())


def _labelled(doc: Document) -> Iterator[Found[str]]:
    for span, rule in labelled_values(doc, "locations"):
        yield from _values(doc, span.start, span.stop, f"locations.{rule}")
        if rule == "below_label":
            for line in _further(doc, span.start):
                yield from _values(doc, line.start, line.stop, "locations.below_label")
    for line in doc.all_lines():
        below = doc.line_below(line) if line.text.endswith(":") and _VACANCIES.fullmatch(line.text) else None
        if below is not None:
            yield from _values(doc, below.start, below.stop, "locations.below_label")
    for line in header_lines(doc):
        if line.mark.startswith("📍"):
            yield from _values(doc, line.start, line.stop, "locations.pin")


def _further(doc: Document, start: int) -> Iterator[Line]:
    """The lines below the first value of a label that name places too: a label may have one value a line."""
    lines = doc.all_lines()
    first = bisect_right(lines, start, key=lambda line: line.start)
    for line in lines[first : first + _MOST_PLACES]:
        if not is_value(line) or not _is_place_line(doc.text[line.start : line.stop]):
            return
        yield line


def _values(doc: Document, start: int, stop: int, rule: str) -> Iterator[Found[str]]:
    """The places in a value; a value that no table knows is one place as stated when it is short."""
    if _FIRM.search(doc.text, start, stop):
        # An address that begins with the firm: its place stands last.
        yield from (doc.quoted(*span, rule) for span, sure in list(places(doc.text, start, stop))[-1:] if sure)
        return
    cut = _BEHIND_PLACE.search(doc.text, start, stop)
    stop = cut.start() if cut else stop
    begin = start
    for border in (*_SPLIT.finditer(doc.text, start, stop), None):
        end = border.start() if border else stop
        text = doc.text[begin:end].strip(" ,-")
        if text and _is_value(text):
            first = begin + doc.text[begin:end].index(text[0])
            yield from _split_cities(doc, first, first + len(text), rule)
        begin = border.end() if border else stop


def _is_value(text: str) -> bool:
    first = next((letter for letter in text if letter.isalpha()), "")
    if not 1 < len(text) <= 90 or _EMPTY.match(text) or _PROSE_WORDS.search(text):
        return False
    known = any(sure for _, sure in places(text, 0, len(text)))
    return known or (first.isupper() and len(text.split()) <= 7) or ord(first or " ") > 0x2E80


def _split_cities(doc: Document, start: int, stop: int, rule: str) -> Iterator[Found[str]]:
    """A list of cities ("Berlin, Hamburg, Munich") apart; one place with its region whole, a work mode in brackets off."""
    text = doc.text
    mode = _MODE.search(text, start, stop)
    start, stop = without_street(text, start, mode.start() if mode else stop)
    lead = _MODE_BEFORE.match(text, start, stop)
    start = lead.end() if lead else start
    known = [span for span, _ in places(text, start, stop)]
    if (
        len(known) > 1
        and known[0].start == start
        and not (is_major(text[known[1].start : known[1].stop]) and not is_major(text[start : known[0].stop]))
        and "(" not in text[start:stop]
        and "remote" not in text[start:stop].lower()
        and all(_PARTED.fullmatch(text, left.stop, right.start) for left, right in pairwise(known))
    ):
        yield from (doc.quoted(*span, rule) for span in known)
    elif stop > start:
        yield doc.quoted(start, stop, rule)


def _in_header(doc: Document) -> Iterator[Found[str]]:
    """Lines of the head that are a place as a whole, start with one, or hold one as a chip."""
    for line in header_lines(doc):
        remote = tuple(found for piece in _pieces(doc, line) for found in _remote_with_place(doc, piece))
        if remote:
            border = _OR_REMOTE.search(doc.text, line.start, line.stop)
            if border and _is_place_line(doc.text[line.start : border.start()]):
                yield from _split_cities(doc, line.start, border.start(), "locations.line")
            yield from remote
            continue
        if anywhere := _ANYWHERE.search(doc.text, line.start, line.stop):
            yield doc.quoted(*anywhere.span(), "locations.anywhere")
        if len(line.text) > _CHIP or line.text.endswith((".", "?", "!")) or _NOT_HERE.search(line.text):
            continue
        mode = _MODE.search(doc.text, line.start, line.stop)
        start, stop = _behind_name(doc, line), mode.start() if mode else line.stop
        if _is_place_line(doc.text[start:stop]) or _are_places(doc.text, start, stop):
            yield from _split_cities(doc, start, stop, "locations.line")
            continue
        for span, sure in places(doc.text, line.start, line.stop):
            starts = span.start == line.start and _chips_follow(doc.text, span.stop, line.stop)
            postcode = _POSTCODE_BEFORE.search(doc.text, line.start, span.start)
            span = Span(postcode.start("said"), span.stop) if postcode else span
            if sure and (starts or (_own_chip(doc.text, line, span) and not _MONEY.search(line.text))):
                yield doc.quoted(*span, "locations.chip")


def _behind_name(doc: Document, line: Line) -> int:
    """Where the place begins in "Acme Edinburgh, Scotland", when "Acme" is a line of the head too; else the line's start."""
    names = [other.text for other in header_lines(doc) if 2 < len(other.text) < len(line.text)]
    employer = doc.once(company_field.extract)
    names += [employer.value] if employer is not None else []
    behind = (line.start + len(name) + 1 for name in names if line.text.startswith(f"{name} "))
    start = next(behind, line.start)
    return start + len("in ") if doc.text.startswith("in ", start) else start


def _pieces(doc: Document, line: Line) -> Iterator[Line]:
    """The parts of a line between semicolons."""
    begin = line.start
    for border in (*re.compile(r";\s").finditer(doc.text, line.start, line.stop), None):
        stop = border.start() if border else line.stop
        yield Line(begin, stop, doc.text[begin:stop])
        begin = border.end() if border else stop


def _is_place_line(text: str) -> bool:
    """Whether a line is one place, its work mode aside, and neither a title nor a firm."""
    plain = _MODE.sub("", text).strip()
    return (
        bool(plain)
        and is_place_line(plain)
        and (
            is_place(plain)
            or re.search(r"\(\d{2,5}\)$", plain) is not None
            or not (names_role(plain) or _COMPANY.search(plain))
        )
    )


def _are_places(text: str, start: int, stop: int) -> bool:
    """Whether a line is a list of known places: "Edinburgh and Glasgow"."""
    known = [span for span, _ in places(text, start, stop)]
    joined = all(_PARTED.fullmatch(text, left.stop, right.start) for left, right in pairwise(known))
    return len(known) > 1 and (known[0].start, known[-1].stop) == (start, stop) and joined


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
        if match["paren"] and _CODES.fullmatch(match["paren"]):
            yield doc.quoted(*match.span(), "locations.remote_in")
        elif inside:
            stop = match.end() if match["paren"] else inside[-1][0].stop
            yield doc.quoted(match.start(), stop, "locations.remote_in")


def _in_title(doc: Document) -> Iterator[Found[str]]:
    """A place at the end of the title line: "Nurse – Leeds", "Engineer (Berlin)", "Supervisor, Dundee Overgate"."""
    for line in header_lines(doc)[:_TITLE_LINES]:
        if not title_like(doc.text[line.start : line.stop]) or len(line.text) > 120:
            continue
        for span, sure in places(doc.text, line.start, line.stop):
            before = doc.text[line.start : span.start].rstrip()
            if sure and (
                before.endswith(("-", "(", ",", "|", "/", "@", ":")) or re.search(r"\b(?:in|at|à|en)$", before)
            ):
                quarter = _QUARTER.match(doc.text, span.stop, line.stop)
                yield doc.quoted(span.start, quarter.end() if quarter else span.stop, "locations.title")
                yield from _joined_places(doc, span.stop, line.stop)


def _joined_places(doc: Document, start: int, stop: int) -> Iterator[Found[str]]:
    """The places that stand behind one with "and", "or" or "&" between them."""
    joint = _JOINT.match(doc.text, start, stop)
    following = next(places(doc.text, joint.end(), stop), None) if joint else None
    if joint and following is not None and following[0].start == joint.end():
        yield doc.quoted(*following[0], "locations.joined")


def _in_prose(doc: Document) -> Iterator[Found[str]]:
    lines = spoken_lines(doc)
    for line in doc.telling(lines, CUES[0]):
        for match in _SAID.finditer(doc.text, line.start, line.stop):
            sentence = doc.text[max(line.start, match.start() - 60) : match.end()]
            if _PERMISSION.search(sentence):
                continue
            if _OURS.search(sentence.rsplit(". ", 1)[-1]):
                continue
            first = next(places(doc.text, match.end(), min(line.stop, match.end() + 60)), None)
            if first is not None and first[0].start == match.end() and first[1]:
                yield doc.quoted(*first[0], "locations.said")
            elif _FIRMLY.search(match.group()) and (name := _UNKNOWN.match(doc.text, match.end(), line.stop)):
                yield doc.quoted(*name.span(), "locations.said_unknown")
    for line in doc.telling(lines, CUES[1]):
        for span, sure in places(doc.text, line.start, line.stop):
            if sure and _OFFICE_AFTER.match(doc.text, span.stop, line.stop):
                yield doc.quoted(*span, "locations.office")


def _after_company(doc: Document) -> Iterator[Found[str]]:
    """A place right behind the employer's name: "at Stonebridge Fabrications, Wrexham", "Tidewell Port · Fleetwood"."""
    named = doc.once(company_field.extract)
    if named is None:
        return
    for above, line in pairwise(header_lines(doc)):
        beside = "\n" not in doc.text[above.start : line.start] and line.mark == "|"
        if beside and above.text == named.value and is_town(line.text):
            yield doc.quoted(line.start, line.stop, "locations.beside_company")
    for line in doc.stated_lines():
        for match in re.compile(re.escape(named.value) + r"(?:,| in| -)\s").finditer(doc.text, line.start, line.stop):
            for span, sure in places(doc.text, match.end(), min(line.stop, match.end() + 50)):
                if sure and span.start == match.end():
                    yield doc.quoted(*span, "locations.after_company")


def _in_note(doc: Document) -> Iterator[Found[str]]:
    """Places that open a sentence, or stand behind a street, in the first lines of a page that names none otherwise."""
    for line in doc.stated_lines()[:_NOTE_LINES]:
        for span, sure in places(doc.text, line.start, line.stop):
            seeking = _SEEKS.match(doc.text, span.stop, line.stop)
            if sure and seeking and doc.text.endswith(_IN, 0, span.start):
                yield doc.quoted(*span, "locations.seeker")
        for pattern in (_STREET, _OPENS_SENTENCE):
            for match in pattern.finditer(doc.text, line.start, line.stop):
                found = next(places(doc.text, match.end(), line.stop), None)
                if found is None or found[0].start != match.end() or not found[1]:
                    continue
                others = tuple(_joined_places(doc, found[0].stop, line.stop))
                if others or _AFTER_PLACE.match(doc.text, found[0].stop, line.stop):
                    yield doc.quoted(*found[0], "locations.note")
                    yield from others
