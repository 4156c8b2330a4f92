"""What is the role called? The line that names it, as the page prints it.

A title is a short line with a head noun of job titles: behind a label, near the top, or repeated in later headings.
Prose names it behind "looking for a" and the like.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from bot.model.evidence import Found
from bot.parsing.document import Document, SectionKind
from bot.parsing.header import header_lines
from bot.parsing.lexicon.tables import table, turns
from bot.parsing.names.addresses import owns_address
from bot.parsing.names.places import is_place_line, places
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.span import Span

_LABEL = re.compile(
    r"^(?:job title(?:, grade code)?|title|position(?: title)?|role(?: title)?|job|post(?: title)?|vacancy|stelle|stellenbezeichnung|stellentitel|position|intitulé(?: (?:du poste|de l'offre))?|poste|functie(?:titel)?|vacature|puesto|cargo|oferta|we(?:'re| are) hiring|now hiring|hiring|wanted|vacancy)(?:\s\d{1,2})?\s?:\s*",
    re.IGNORECASE,
)
_PROSE = (
    re.compile(
        r"\b(?:sucht|suchen|zoekt|zoeken|zoek|cherch(?:e|ons)|recherch(?:e|ons)|recrut(?:e|ons)|busca|buscamos|necesita|precisa)\s(?:[^\s.,;:!?]{1,14}\s){0,5}?(?:eine?[nr]?|een|une?|una)\s(?:(?-i:[a-zäöüß-]{2,20}e[nr]?\s)){0,2}(?P<said>[^\n.,;:!?()|]{4,80})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:{turns('titles', 'calls')})\s+(?:(?:{turns('titles', 'between')})\s+){{0,5}}"
        r"(?P<said>[^\n.,;:!?()|]{4,80})",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<said>[^\n.,;:!?|]{4,70}?)\s+(?:wanted|needed|required|gesucht|recherché\w*|gezocht|se busca)\b",
        re.IGNORECASE | re.MULTILINE,
    ),
)
# A recruiter announces a role in a sentence, with its name behind a colon.
_ANNOUNCED = re.compile(
    r"\b(?:role|position|vacancy|opening|opportunity)\b[^.:;\n]{0,60}:\s(?P<said>[A-Z][^\n.,;:!?()|]{3,60})"
)
# A sentence that begins with a role and goes on with its pay.
_PRICED = re.compile(
    r"(?:^|(?<=[.?!] ))(?P<said>[A-Z][^.?!:,\n]{3,50}),\s(?=(?:up to |from )?[£€$]\s?\d)", re.MULTILINE
)
_PROSE_END = re.compile(
    r"\s+(?:to|who|with|for|in|at|on|based|as|that|and (?:we|you)|from|within|join\w*|für|auf|in|bei|mit|zur|pour|chez|à|voor|bij|met|para|con|en|im|zum|ab|of our|\()(?:\s.*)?$",
    re.IGNORECASE,
)
_NOT_A_TITLE = Pattern(rf"\b(?:{turns('titles', 'not_titles')})\b", re.IGNORECASE)
_GENDER = re.compile(
    r"\((?:[mwfdxhi]|gn|all genders)(?:\s?[/|*,]\s?(?:[mwfdxhi]|gn))*\)|\b[mwfdxh]/[mwfdxh](?:/[mwfdxh])?\b",
    re.IGNORECASE,
)
# A name of work in both its forms: "Soigneur animalier / Soigneuse animalière", "Pescador / Pescadora".
_BOTH_FORMS = re.compile(
    r"(?P<stem>[^\W\d_]{4,20}?)(?:eur|teur|ier|ien|er|o|or|e)?(?: [^\W\d_]+){0,2} ?/ ?(?P=stem)(?:euse|trice|rice|ière|ienne|ère|erin|in|a|ora)\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_BORDER = re.compile(r"\s[|•]\s|\s?\|\s?|\t|\]\s?(?=\[)")
# A call before a title, that a small letter may follow: "Vacature verpleegkundige".
_NOTICE = re.compile(r"(?:vacature|vacante|stellenangebot|vacancy|offre d'emploi)\W+$", re.IGNORECASE)
_ADVERTISED = re.compile(
    r"\s-\s(?:job )?(?:opportunit|vacanc|opening|posting|advert)\w*$|\s(?:-\s)?(?:job|position|vacancy|opportunity)s? (?:is |are |now )?(?:available|open)\b.*$|\s(?:full|part)[- ]time(?: job| position)?$|\s\(#[^()]*\)$|\s\[[^\[\]]*\]?$",
    re.IGNORECASE,
)
# "As a Senior Buyer on the fabrics team, you will ..."
_AS = re.compile(
    r"(?:As|In your role as|Als) (?:an? |our |the |eine? )?(?P<said>[A-Z][^\n.,;:!?()|]{3,60}),?\s(?:(?i:on|in|at|for|with|within|you)\b)"
)
# "(Senior) Accountant" begins with its bracket.
_LEVEL_BEFORE = re.compile(r"\((?:[^\W\d_]+\.?)\)\s?\w")
_DASH = re.compile(r"\s-\s")
_AT = re.compile(r"\s(?:at|@|bei|chez|bij)\s(?=(?:the |The )?[A-Z0-9])")
_WANTED = re.compile(
    r"\s+(?:urgently |immediately )?(?:wanted|needed|required|gesucht|recherchée?|gezocht)\W*$", re.IGNORECASE
)
# What stands before a title on its line: a call, a mail's subject, a stamp.
_CALL = re.compile(
    r"(?:(?:subject|betreff|objet|onderwerp|asunto|fwd?|re|wg|confidential|urgent(?:ly)?(?: required)?|closed|expired|vacancy|vacante|vacature|stellenangebot|offre d'emploi|oferta(?: de empleo)?"
    r"|job(?: ad| opening| alert)?|position|now hiring|hiring|we(?:'re| are) hiring|wanted|cherche|recherche|on recherche|nous recherchons|suche|wir suchen|gesucht|gezocht|zoekt|wij zoeken|se buscan?|buscamos|busco)(?: \d{1,2}(?=\s?[:-]))?"
    r"\s?(?:[:!-]|(?=\s))\s*(?:(?:an?|eine?n?|une?|een|una?)\s)?|\[[^\]\n]{2,20}\]\s*|[\W_]+)+",
    re.IGNORECASE,
)
# Entries behind a title that are no part of it: pay, form, place of work, a reference.
_CHIP = Pattern(turns("titles", "chips"), re.IGNORECASE)
_SENTENCE = re.compile(r"(?:ab|an?|eine?n?|une?|una?|een|the|for|your|our)\s")
_NAME_BEFORE = re.compile(r"[A-ZÀ-Ý][\w&'-]{0,40}(?:\s[A-ZÀ-Ý][\w&'-]{0,40}){0,3}\s?:\s+")
# Terms of employment in brackets behind a title are no part of it; "(Nights)" and "(Maternity Cover)" are.
_TERMS = re.compile(
    r"\s\((?:[^()\n]*\b(?:contract|\d+ mo(?:nths)?|ir35|ftc|hours|£|\$|€|posted|(?:full|part)[- ]time|permanent|temporary|seasonal|casual|freelance|vollzeit|teilzeit|fully remote|remote|hybrid|bijbaan|\d+ uur|\d+ stunden|\d+ heures|middle\+?|middle\+?/senior)(?![^\W_])[^()\n]*)\)$",
    re.IGNORECASE,
)
# "Java Developer - Tramvaj Tech" on a page with an address of that name.
_EMPLOYER_BEHIND = re.compile(r"\s[-|,]\s(?P<name>[A-ZÀ-Ý][^\n,|()]{2,40})$")
# "Bus Driver - Safely transports students to and from school."
_EXPLAINED = re.compile(r"\s-\s(?=[A-Z][^\n]{30,}[.,]\s?)")
_PRAISE = re.compile(r"(?P<said>[a-z][a-z-]+)(?:,| and)?\s")
_ACTING = re.compile(
    r"(?:The |Our |An? |El |La |Le |Der |Die |De )?(?P<said>[A-Z][\w&/'À-ÿ-]+(?: (?:de|of|en|du|und|[A-Z(][\w&/()'À-ÿ-]*)){0,6}) "
    r"(?:provides?|supports?|assists?|performs?|leads?|manages?|plays|serves?|reports?|works?|ensures?|oversees?|coordinates?|develops?|delivers?|maintains?|operates?|helps?|is (?:responsible|accountable|part|a key|a member)|are responsible|will (?:be|have|support|provide|work|lead|manage)|contribuye|apoya|realiza|es responsable|brinda|unterstützt|betreut|assure|garantit|ondersteunt|begeleidt)\b"
)
_NEW_SENTENCE = re.compile(
    r"(?<!\bJr)(?<!\bSr)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bIng)(?<!\bDipl)(?<!\bstellv)(?<!\bstv)\.\s"
)
_PICTURE = re.compile("\\s?[\\u2600-\\u27bf\\U0001f300-\\U0001faff]")
_PURPOSE = re.compile(r"\s(?:for|with|by)\s")
_ABBREVIATED = re.compile(r"\b(?:Sr|Jr|Dipl|Ing|St)\.$")
_ELSEWHERE = frozenset({SectionKind.RELATED, SectionKind.ADVICE, SectionKind.SITE, SectionKind.LEGAL})
_ORGANISATION = re.compile(
    r" is an? (?:[\w-]+ ){0,5}(?:company|firm|agency|provider|business|organi[sz]ation|charity|non-?profit|school|church)\b"
)
_PATH = re.compile(r"\s[>»›]\s.*\s[>»›]\s")  # of a menu: "Home > Jobs > Chef"
_ADDRESS = re.compile(r"\S@\S|^\S+\.(?:com|org|net|io|co|ie|uk|de|at|ch|fr|nl|be|es|eu|ca|in|au|za)\b")
_LONGEST = 110
_LONG_LINE = 70
_TOP_LINES = 30


def extract(doc: Document) -> Found[str] | None:
    """The title as printed, or None when no line names a role."""
    return doc.once(_read)


def _read(doc: Document) -> Found[str] | None:
    return next((doc.quoted(*span, rule) for span, rule in _candidates(doc)), None)


def _candidates(doc: Document) -> Iterator[tuple[Span, str]]:
    lines = list(doc.all_lines())
    yield from ((span, "title.labelled") for line in lines[:40] for span in _labelled(doc, line))
    yield from ((span, "title.labelled") for span in _below_label(doc, lines[:40]))
    top = [line for line in header_lines(doc)[:_TOP_LINES] if not _is_organisation(doc, line)]
    yield from ((span, "title.top_line") for line in top for span in _in_top_line(doc, line))
    for line in lines[:60]:
        yield from ((span, "title.said") for span in _in_prose(doc, line))
    body = [line for section in doc.sections if section.kind not in _ELSEWHERE for line in section.lines][:40]
    yield from ((span, "title.line") for line in body if not line.mark for span in _in_top_line(doc, line))
    yield from ((span, "title.subject") for line in body[:12] for span in _of_subject(doc, line))
    yield from ((span, "title.as") for line in body for span in _as_role(doc, line))


def _is_organisation(doc: Document, line: Line) -> bool:
    """Whether the page says that the line is the name of an organisation: "Friends of the Wye is a charity"."""
    place = doc.text.find(f"{doc.text[line.start : line.stop]} is a", line.stop)
    return place >= 0 and _ORGANISATION.match(doc.text, place + line.stop - line.start) is not None


def _labelled(doc: Document, line: Line) -> Iterator[Span]:
    match = _LABEL.match(doc.text[line.start : line.stop])
    said = line.text[len(match.group()) :] if match else ""
    plainly = match is not None and match.group().lower().startswith("job title") and 1 < len(said) <= _LONGEST
    likely = names_role(said[:_LONGEST]) and said[:1].isupper() and ". " not in said[:_LONGEST]
    if match and plainly and doc.source.page.runs:
        # Written from data: the value is the title and nothing else.
        yield Span(line.start + match.end(), line.stop)
    elif match and (plainly or likely):
        yield _shortened(doc, Span(line.start + match.end(), line.stop))


def _below_label(doc: Document, lines: list[Line]) -> Iterator[Span]:
    for label, value in pairwise(lines):
        if (
            _LABEL.fullmatch(f"{label.text.rstrip(':')}:")
            and label.text[:1].isupper()
            and not value.text[:1].islower()
            and _looks_like_title(value.text)
        ):
            yield Span(value.start, value.stop)


def _in_top_line(doc: Document, line: Line) -> Iterator[Span]:
    """The entry of the line that names a role; a whole line where nothing parts it."""
    if line.mark and line.mark[0] not in "#*|" and not _pictograph(line.mark):
        return
    for entry in _entries(doc.text, line):
        call = _CALL.match(doc.text, *entry)
        start = call.end() if call and call.end() < entry.stop else entry.start
        start -= _LEVEL_BEFORE.match(doc.text, start - 1, entry.stop) is not None if start else 0
        spoken = call is not None and any(letter.isalpha() for letter in call.group())
        noticed = call is not None and _NOTICE.search(call.group()) is not None
        if (
            not noticed
            and doc.text[start : start + 1].islower()
            and (spoken or _SENTENCE.match(doc.text, start, entry.stop))
        ):
            continue
        end = _PROSE_END.search(doc.text[start : entry.stop]) if spoken else None
        cut = start + end.start() if end and names_role(doc.text[start : start + end.start()]) else entry.stop
        span = _shortened(doc, Span(start, cut))
        if _is_of_chips(doc, entry):
            continue
        if _looks_like_title(doc.text[span.start : span.stop]):
            yield span


def _is_of_chips(doc: Document, entry: Span) -> bool:
    """Whether a line is of place, form and level, and none of it a title: "Baltimore, MD - Full-time - Associate"."""
    dash = _DASH.search(doc.text, *entry)
    return (
        dash is not None
        and _starts_with_place(doc.text, *entry)
        and _CHIP.search(doc.text[dash.end() : entry.stop]) is not None
    )


def _entries(text: str, line: Line) -> Iterator[Span]:
    """The parts of a line between bars; in a long line with several dashes, between dashes too."""
    long = len(line.text) > _LONG_LINE and len(_DASH.findall(line.text)) > 1
    mail = re.match(r"(?:subject|betreff|objet|onderwerp|asunto|fwd?|re)\s?:", line.text, re.IGNORECASE)
    borders = re.compile(rf"{_BORDER.pattern}|{_DASH.pattern}") if long or mail else _BORDER
    begin = line.start
    for border in borders.finditer(text, line.start, line.stop):
        yield Span(begin, border.start())
        begin = border.end()
    yield Span(begin, line.stop)


def _pictograph(mark: str) -> bool:
    return ord(mark[0]) > 0x2600


def _looks_like_title(text: str) -> bool:
    if not 2 < len(text) <= _LONGEST or _NOT_A_TITLE.search(text) or text.count("#") > 1 or _PATH.search(text):
        return False
    if _ADDRESS.search(text):
        return False
    if not text[:1].isalnum() and not _LEVEL_BEFORE.match(text):
        return False
    if text.endswith((".", "!", "?", ":", ",", ";")) and not _ABBREVIATED.search(text):
        return False
    if len(text.split()) > 14 or _NEW_SENTENCE.search(text) or sum(letter.isdigit() for letter in text) > len(text) / 3:
        return False
    # "Software for paramedics" is no role, "Teacher for special needs" is one.
    head = _PURPOSE.split(text, maxsplit=1)[0]
    return names_role(head) or _GENDER.search(text) is not None or _BOTH_FORMS.match(text) is not None


@lru_cache(maxsize=2048)
def names_role(text: str) -> bool:
    """Whether the words hold a head noun of job titles.

    >>> names_role("Senior Data Engineer"), names_role("Softwareentwickler (m/w/d)"), names_role("Blue sky")
    (True, True, False)
    """
    words, pairs, endings = _nouns()
    low = [word.lower() for word in _WORD.findall(text)]
    low += [word.rpartition("-")[2] for word in low if "-" in word]
    if not words.isdisjoint(low) or any(word.endswith(endings) or _feminine(word) in words for word in low):
        return True
    joined = f" {' '.join(low)} "
    return any(pair in joined for pair in pairs)


def _feminine(word: str) -> str:
    """The word without the ending of an inclusive form: "développeur·se", "Mitarbeiterinnen"."""
    if word.endswith("ores"):
        return word.removesuffix("es")
    return word.removesuffix("innen").removesuffix("in").removesuffix("s")


@cache
def _nouns() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    source = table("roles")
    words = frozenset(word for word in source["words"] if " " not in word)
    return words, tuple(f" {word} " for word in source["words"] if " " in word), tuple(source["endings"])


def _shortened(doc: Document, span: Span) -> Span:
    """The title without marks around it, "at Company" behind it, and entries that are no part of it."""
    text = doc.text
    said = text[span.start : span.stop]
    start = span.start + len(said) - len(said.lstrip(" *#_"))
    company = _NAME_BEFORE.match(text, start, span.stop)
    if company and names_role(text[company.end() : span.stop]) and not names_role(company.group()):
        start = company.end()
    at = _AT.search(text, start, span.stop)
    stop = at.start() if at and names_role(text[start : at.start()]) else span.stop
    advertised = _ADVERTISED.search(text[start:stop])
    stop = start + advertised.start() if advertised else stop
    picture = _PICTURE.search(text, start, stop)
    stop = picture.start() if picture and names_role(text[start : picture.start()]) else stop
    wanted = _WANTED.search(text, start, stop)
    stop = wanted.start() if wanted else stop
    stop = _without_terms(text, start, stop)
    stop = _without_terms(text, start, _without_tail(doc, start, stop))
    employer = _EMPLOYER_BEHIND.search(text, start, stop)
    if employer and names_role(text[start : employer.start()]) and owns_address(text, employer["name"]):
        stop = employer.start()
    sentence = _EXPLAINED.search(text, start, stop)
    stop = sentence.start() if sentence and names_role(text[start : sentence.start()]) else stop
    return Span(start, start + len(text[start:stop].rstrip(" *#_-,/[]")))


def _without_terms(text: str, start: int, stop: int) -> int:
    terms = _TERMS.search(text[start:stop].rstrip())
    return start + terms.start() if terms else stop


def _without_tail(doc: Document, start: int, stop: int) -> int:
    """The end of a title before ", Leeds", " in Leeds" or " - Full-time"; a place that belongs to the repeated name stays."""
    for border in re.compile(r",\s|\sin\s|\sà\s|\s[-/]\s|\s(?=[$£€]\d)").finditer(doc.text, start, stop):
        tail = doc.text[border.end() : stop]
        if not names_role(doc.text[start : border.start()]):
            continue
        placed = _starts_with_place(doc.text, border.end(), stop) or ("," in tail and is_place_line(tail))
        if _CHIP.search(tail) or (placed and not _repeated(doc, start, stop)):
            return border.start()
    return stop


def _starts_with_place(text: str, start: int, stop: int) -> bool:
    return any(sure and span.start == start for span, sure in places(text, start, stop))


def _repeated(doc: Document, start: int, stop: int) -> bool:
    return doc.text.count(doc.text[start:stop]) > 1


def _as_role(doc: Document, line: Line) -> Iterator[Span]:
    """What the reader will be at the start of a sentence that says so: "As a Senior Buyer on the fabrics team, you ..."."""
    match = _AS.match(doc.text, line.start, line.stop)
    if match:
        end = _PROSE_END.search(match["said"])
        said = match["said"][: end.start()] if end else match["said"]
        if names_role(said):
            yield Span(match.start("said"), match.start("said") + len(said.rstrip(" -,'\"")))


def _without_praise(text: str, start: int, stop: int) -> int:
    """Where the role begins behind small words of praise: "detail-oriented Finance Manager"."""
    while (word := _PRAISE.match(text, start, stop)) and (
        word["said"] in _qualities() or word["said"] == "and" or word["said"].endswith("-oriented")
    ):
        start = word.end()
    return start


@cache
def _qualities() -> frozenset[str]:
    return frozenset(table("lines")["qualities"])


def _of_subject(doc: Document, line: Line) -> Iterator[Span]:
    """The subject of a sentence that says what whoever has the job does: "The Support Specialist assists customers"."""
    match = _ACTING.match(doc.text, line.start, line.stop)
    if match and names_role(match["said"]) and _looks_like_title(match["said"]):
        yield Span(*match.span("said"))


def _in_prose(doc: Document, line: Line) -> Iterator[Span]:
    for pattern in (*_PROSE, _ANNOUNCED, _PRICED):
        for match in pattern.finditer(doc.text, line.start, line.stop):
            start, stop = match.span("said")
            end = _PROSE_END.search(doc.text[start:stop])
            stop = start + end.start() if end else stop
            start = _without_praise(doc.text, start, stop)
            words = doc.text[start:stop].split()
            if names_role(doc.text[start:stop]) and len(words) <= 9:
                yield Span(start, start + len(doc.text[start:stop].rstrip(" -,'\"")))
