"""Which team, which industry, and how many people? As the page states them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from bot.model.evidence import Found
from bot.parsing.document import Document, SectionKind
from bot.parsing.header import header_lines, spoken_lines
from bot.parsing.labels import is_label, labelled_values
from bot.parsing.lexicon.tables import one_of, table
from bot.parsing.names.places import is_place, is_place_line
from bot.parsing.role.company import extract as read_company
from bot.parsing.role.company_shapes import is_chip
from bot.parsing.role.title import extract as read_title
from bot.parsing.role.title import names_role
from bot.parsing.rule import telling_spans
from bot.parsing.talk import size as size_talk
from bot.parsing.time.numbers import COUNT
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sieve import Cues
from bot.text.span import Span

_UNIT = r"(?:product group|product team|team|department|division|unit|group|practice|squad|tribe|chapter|desk|directorate|ward|faculty|lab)"
_NAME = (
    r"[A-ZÀ-Ý][\w&/'-]*(?:,? (?:[A-ZÀ-Ý&][\w&/'-]*|and|of|for|electronic|trading|risk|data|engineering|platform)){0,5}"
)
_SORT = r"(?:(?:growing|dynamic|friendly|busy|small|global|new|talented|expanding|award-winning|central|wider|existing|international|local|fantastic|great|experienced) )?"
_SMALL = (
    r"(?:merchant|growth|platform|data|design|infrastructure|security|mobile|payments|marketing|sales|support|finance|legal|people|product|engineering|analytics"
    r"|research|operations|content|editorial|accounts|procurement|logistics|kitchen|maintenance|nursing|housekeeping|customer (?:success|service|support|care)|machine learning|web|app|backend|frontend|brand|events|warehouse|delivery|estates?|facilities|library|admissions|fundraising|hr|payroll|planning|pricing|search|cloud|network|trading|investment|lettings|conveyancing|litigation|tax|community|clinical|pharmacy|theatre|reception|production|quality|transport|fleet|grounds"
    r"|data science|human resources|business development|front[- ]?end|back[- ]?end|quality assurance|risk|compliance|treasury|tax|audit|policy|communications|partnerships|talent|recruitment|it)"
)
_INTO = r"(?:part of|join(?:ing)?|within|in|into|for|to|of|belong to|member of|strengthen|reinforce|leads?|support)"
_OURS = r"(?:our|the|their|its|[A-Z][\w&]+'s)"
_TEAM_SAID = (
    Pattern(rf"\b(?i:{_INTO}|growing|expanding|building|on) (?:\w+ in )?{_OURS} {_SORT}(?P<said>{_NAME} (?i:{_UNIT}))\b(?! of (?:\w+ )?(?:firms|companies|clients|customers|schools|hospitals)\b)"),
    Pattern(rf"(?:^|(?<=[.!?] )|(?<=\n))(?:Our|The) (?P<said>{_NAME} (?i:{_UNIT})),? (?:at|based|in|of the|of [A-Z][\w'-]+(?: [A-Z]\w+)?(?: of [A-Z]\w+)?,?|is|are|needs?|seeks?|has|wants?|builds?|owns|looks after|works|runs|[a-z]{{2,12}}s|of (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve))\b"),
    Pattern(rf"\b(?i:part of|join(?:ing)?|within|member of|strengthen|(?<!travel )(?<!bookings )(?<!reports )for) (?:our|their|the|its) {_SORT}(?P<said>{_SMALL} {_UNIT})\b"),
    Pattern(r"(?:(?m:^)(?:(?i:at|in) the |The (?=Institute|Faculty|School|Centre))?|(?<=[,|-] )|\b(?i:in|within|at|join|joining|for) (?:the|our) )(?P<said>(?:Department|Faculty|Division|Directorate|School|Institute|Centre|Center) (?:of|for) [A-Z]\w+(?:,? (?:and|&|of|for|[A-Z]\w+)){0,5}(?<! and)(?<! of)(?<! for))"),
    Pattern(r"\b(?i:au sein de|au sein du|rejoign\w+|intégr\w+) (?:notre |l'|l’|la |le |du )?(?P<said>(?:équipe|pôle|service|département|direction) [A-ZÀ-Ý][\w&'-]*(?: (?:[A-ZÀ-Ý&][\w&'-]*|et)){0,3}|[Dd]irection (?:des |du |de la |de l'|générale |juridique|financière|commerciale|technique)(?:[a-zà-ÿ'-]+ ?){0,4}(?=[,.]))"),
    Pattern(r"\b(?i:für (?:das|die|den|unser(?:e|en)?):?|beim|im|in (?:der|unserer|unserem)|unser(?:e|es)?|verstärkung (?:unseres|unserer|für) ?(?:das|die)?) (?P<said>(?:Team|Abteilung|Fachbereich|Bereich|Sachgebiet|Referat|Dezernat|Fachdienst|Amt für|Fachamt|Stabsstelle|Institut für|Klinik für) [A-ZÄÖÜ][\w&/-]*(?: (?:[A-ZÄÖÜ&][\w&/-]*|und)){0,3}|[A-ZÄÖÜ][a-zäöüß]+(?:amt|abteilung|team|referat))\b"),
    Pattern(r"\b(?i:ons|het|binnen|in) (?P<said>(?:team|de afdeling|afdeling) [A-Z][\w&-]*(?: (?:[A-Z&][\w&-]*|en)){0,3})"),
    Pattern(r"\b(?i:nuestro|el|del|al) (?P<said>(?:equipo|departamento|[áa]rea) de [A-ZÁÉÍÓÚ]?[\w&]+(?: (?:y|de) \w+)?)"),
)  # fmt: skip
# "Department of Labor" in a law or a licence is no team.
_NOT_TEAM = re.compile(
    r"\b(?:U\.?S\.?|State|federal|government|licensed by|approved by|regulat\w+|certif\w+|degree|accredited|graduate|re-?sellers?|affiliated|with|alongside) (?:the )?$|\bDepartment scale|\bfrom an? $",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"(?:full|part)[- ]time|permanent|contract|temporary|vollzeit|teilzeit|cd[id]|temps plein|voltijd|deeltijd|jornada completa",
    re.IGNORECASE,
)
# A line of an employer's card: "Retail Groceries · 201-500 employees"; "Vin, Agroalimentaire" above "320 collaborateurs".
_YEARS_CHIP = re.compile(r"\d{1,2}\+? years? of experience", re.IGNORECASE)
_MODE = re.compile(r"(?:in[- ]person|on[- ]?site|remote|hybrid|description)\b", re.IGNORECASE)
_CARD = re.compile(
    r"(?P<said>[A-ZÀ-Ý][^\d\n.:|·•]{2,60}?)\s?(?:[·•|-]\s)?(?=\d[\d.,]*(?:\+|\s?-\s?\d[\d.,]*\+?) (?:employees|salariés|mitarbeiter\w*|empleados|medewerkers|collaborateurs)\b)",
    re.IGNORECASE,
)
_CARD_SIZE = re.compile(
    r"\d[\d.,]*(?:\+|\s?(?:-|à|bis|to)\s?\d[\d.,]*\+?)? (?:employees|salariés|mitarbeiter\w*|empleados|medewerkers|collaborateurs)\b",
    re.IGNORECASE,
)
_FUNDING = re.compile(r"series [a-f]\b|(?:pre-)?seed\b|bootstrapped|publicly|privately|public company", re.IGNORECASE)
_TRADE_LINE = re.compile(r"[A-ZÀ-Ý][\w&'/-]*(?:(?:,| &| and| et| und| y| en| /)? [\w&'/-]+){0,5}")
# Names of a department and of an industry; alone in the head of a page they are the industry.
_BOTH = frozenset({"finance", "marketing", "legal", "security"})
_NOT_A_VALUE = re.compile(
    r"^(?:size|lead\w*|of|player|members?|n/?a|reports?|yes|no|is|are|competitive|excepted)\b|[.:]$|^\d", re.IGNORECASE
)
_STAFF = (
    r"(?:employees|kolleginnen und kollegen|staff(?: members)?|people|team members|colleagues|lawyers|engineers|consultants|solicitors|nurses|scientists|mitarbeiter(?:innen|n|:innen|\*innen|/innen)?(?: und mitarbeiter(?:innen)?)?|beschäftigten?"
    r"|mitarbeitenden?|menschen|leuten?|köpfe|hauptamtlichen?|angestellten?|kolleg\w+|salariés|collaborat(?:eurs|rices)\w*|personnes|employés|medewerkers|werknemers|mensen|collega's|empleados|trabajadores|personas|anställda|medarbetare|ansatte|medarbejdere|dipendenti|pracowników|colaboradores)"
)
_HEDGE = r"(?:(?:about|around|approximately|roughly|close to|over|more than|nearly|almost|some|rund|etwa|über|mehr als|knapp|ca\.|circa|environ|plus de|près de|ruim|ongeveer|zo'n|unos|unas|más de|casi) )"
_FIGURE = r"\d[\d.,' ]{0,7}"
_PLAIN = r"\d(?:[\d.,' ]{0,6}\d)?"
_WORDS = "|".join(word for word in COUNT.split("|")[1:])
_SIZE = (
    Pattern(rf"(?P<said>\b{_FIGURE}\s?(?:\+|(?:-|to|à|bis|a|tot|y)\s?{_FIGURE}\+?)\s?(?:\+ )?(?:{_STAFF})\b)", re.IGNORECASE),
    Pattern(rf"(?:(?m:^)|[,;:|]\s~?|\(~?|(?<=[.!?]\s)|\b(?:we are|we're|are|is|of|de|van|en|employ(?:s|ing)?|has|have|with|mit|met|wir sind|sind|beschäftigt|zählt|nous sommes|compte|telt|zijn|somos|plantilla de|emplea|team of|about|around|over|than|some|con|tiene|avec|arbeiten|travaillent|werken|trabajan|now|under|our|unsere|y|und|et|and|close to)\s)(?:(?:a |an )?(?:team|company|firm|family|group|staff|crew) of )?(?:a little over |just over |a little |just |now )?(?P<said>{_HEDGE}?(?:\b{_FIGURE}\+?|\b(?:{_WORDS}))\s?(?:{_STAFF})\b)", re.IGNORECASE),
    Pattern(rf"\bthere are (?P<said>(?:{_PLAIN}|\b(?:{_WORDS})) of us)\b", re.IGNORECASE),
    Pattern(rf"\b(?P<said>(?:company|firm|studio|charity|start-?up|business) of (?:about |around )?{_PLAIN})(?!\s?(?:years|%))(?=\s(?:with|that|in|and|people)|[.,;])", re.IGNORECASE),
    Pattern(rf"\b(?P<said>(?:{_PLAIN}|{_WORDS})[- ](?:person|people|strong|employee|köpfige[sn]?)[- ](?:team|company|firm|start-?up|business|agency|studio|practice|charity))\b", re.IGNORECASE),
    Pattern(rf"\b(?:we are|we're) (?:an? )?(?:\w+,? ){{0,2}}(?P<said>team of (?:{_PLAIN}|{_WORDS}))(?=\s*(?:[.,;(]|$|people|based|across|in\b|with|who|that|from))", re.IGNORECASE),
    Pattern(r"\b(?:employs?|employing) (?P<said>(?:around |about |over |more than |some |nearly )?\d{1,3}(?:[.,]\d{3})*)(?=[.,;](?!\d)|\s(?:in|across|worldwide|at)\b|$)", re.IGNORECASE),
    Pattern(rf"\b(?P<said>(?:staff|headcount|workforce) of (?:about |around )?{_PLAIN})(?=[.,;]|\s|$)", re.IGNORECASE),
    Pattern(rf"\b(?P<said>(?:une )?(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine) de (?:{_STAFF}))\b", re.IGNORECASE),
    Pattern(r"\b(?:nous sommes|wir sind(?: zu)?|we zijn met|somos) (?P<said>\d{1,4})(?=\s*(?:[.,;(]|$))", re.IGNORECASE),
    Pattern(rf"\bwe have [^.\n]{{0,50}}?\band a (?P<said>team of (?:{_PLAIN}|{_WORDS}))(?=[.,;]|$)", re.IGNORECASE),
    Pattern(r"\b(?:we are|we're|we zijn(?: met)?|wir sind|nous sommes|somos) (?:now |just )?(?P<said>\d{1,4} (?!years?|months?|weeks?|days?|minutes?|miles?|hours?|times|jahre|tage|minuten|jaar|años|kilomet)[a-zà-ÿ]{4,20}s)\b", re.IGNORECASE),
    Pattern(r"\band (?:over |some |about )?(?P<said>(?:\d{1,3}[.,]\d{3}|\d{3,5}) employees)\b", re.IGNORECASE),
)  # fmt: skip
_LONGEST_CARD = 90
_RANGE = re.compile(
    r"(?!(?:19|20)\d\d\s?-)(?:\d{1,3}(?:[,.]\d{3})?|[1-5]\d{3})\s?(?:-|to)\s?(?:\d{1,3}(?:[,.]\d{3})?|[1-9]\d{3}|10000)|\d{2,3}(?:[,.]\d{3})?\+"
)
_BRACKET_ENDS = frozenset(
    {
        size
        for top in (10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10000, 50000)
        for size in (top, top - 1)
    }
)
_NOT_SIZE = re.compile(
    r"\b(?:(?:village|town|city|population|community) of|(?:team|brigade|crew|squad|desk|department|kitchen|office) (?:is|are|has)|one of|seats?|lead|manage|managing|leading|supervis\w+|for|support\w*|serv\w+|train\w*|report|clients? (?:with|of)|companies with|discounts?|benefits for|you|line manag\w+|coach\w*|helped|help|used by|(?<!grown )to"
    r"|users?|customers?|patients?|interview|(?:we|you|they|i) met|feed|reach\w*|touch\w*|crews? of|(?<!now )(?<!are )(?<!is )(?<!and )(?<!with )a team of|your team of|teams of|experience of|management of|managed|führ\w+|betreu\w+|encadr\w+|aansturen)\s(?:\w+ ){0,3}$",
    re.IGNORECASE,
)
# "Two nurses" are colleagues; "45 lawyers" may be a firm.
_TRADE = re.compile(
    r"\s(?:lawyers|engineers|consultants|solicitors|nurses|scientists|colleagues|kolleg\w+|collega's)$", re.IGNORECASE
)
_NOT_STAFF = re.compile(
    r"\s?(?:who (?:live|need|use)|in (?:need|crisis)|a (?:day|year|week|month)|per|every|each|on our (?:platform|app)|with (?:disabilities|diabetes)|benefit from|see\b|clicked|ya se|(?:have|has) (?:already )?(?:applied|viewed)|hebben|haben sich|ont (?:déjà )?postulé|appl(?:y|ied)|visit|came|come|attend|live|swim|eat|shop|on (?:the|our) (?:waiting|mailing)|(?:have|are) wait|trust|wait|together)",
    re.IGNORECASE,
)


_LOOSE = re.compile(r"\b(?:and|de|en|van|y|und|et|con|avec)\s$", re.IGNORECASE)
_IN_WORDS = re.compile(rf"(?:{_WORDS})\b", re.IGNORECASE)


@cache
def _departments() -> Pattern:
    return Pattern(rf"(?<![\w&])(?:{one_of(table('organisations')['departments'])})(?![\w&]|\s?&|-\w)", re.IGNORECASE)


@cache
def _industries() -> re.Pattern[str]:
    known = one_of(table("organisations")["industries"])
    return re.compile(rf"(?:{known})(?:\s?[,/]\s(?:{known}))*", re.IGNORECASE)


@cache
def _trades() -> Pattern:
    before = r"(?:\b(?:is|are|for|joining|join)|,) (?:an?|the|one of the) (?:(?:[\w-]+,? ){0,2})"
    kinds = r"(?:company|firm|provider|group|business|organi[sz]ation|retailer|manufacturer|start-?up|scale-?up)\b"
    return Pattern(rf"{before}(?P<said>{one_of(table('organisations')['trades'])})\s{kinds}", re.IGNORECASE)


_TEAMS, _TRADES, _SIZES = Cues(*_TEAM_SAID), Cues(_trades), Cues(*_SIZE)
CUES = (_TEAMS, _TRADES, _SIZES)


def extract_team(doc: Document) -> Found[str] | None:
    """The team or department as named, or None."""
    return next(_teams(doc), None)


def _teams(doc: Document) -> Iterator[Found[str]]:
    yield from _labelled(doc, "team")
    lines = header_lines(doc)
    for number, line in enumerate(lines):
        for match in doc.matches(_departments(), line.start, line.stop):
            if _is_chip(doc.text, line, match) or (number > 1 and _is_beside_form(doc, line, match, lines[number - 1])):
                yield doc.quoted(match.start(), _with_part(doc.text, line, match), "team.chip")
            elif match.span() == (line.start, line.stop) and _names_team(doc, line):
                yield doc.quoted(line.start, line.stop, "team.row")
    for number, pattern in enumerate(_TEAM_SAID, start=1):
        for line in doc.telling(_telling_of_teams(doc), _TEAMS):
            for match in doc.matches(pattern, line.start, line.stop):
                group = "said" if "said" in match.re.groupindex else 0
                if not _NOT_TEAM.search(doc.text, line.start, match.start(group)):
                    start, stop = match.span(group)
                    said = doc.text[start:stop]
                    yield doc.quoted(start, start + len(said.removesuffix(" department")), f"team.said_{number}")


def _is_chip(text: str, line: Line, match: re.Match[str]) -> bool:
    """Whether a department is one of the entries that Lever and others put between strokes, or an "X & Y" of its own."""
    before, after = text[line.start : match.start()].rstrip(), text[match.end() : line.stop].strip()
    if not match.group()[0].isupper() or (before and before[-1] not in "/-") or (after and after[0] not in "/-"):
        return False
    return bool(before or after) or re.search(r" (?:&|and|und|et|y) ", match.group()) is not None


def _telling_of_teams(doc: Document) -> list[Line]:
    """The lines in which a team may be the candidate's: what is asked for speaks of other teams."""
    asked = set(doc.lines(SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.EDUCATION))
    return [line for line in spoken_lines(doc) if line not in asked]


def _is_beside_form(doc: Document, line: Line, match: re.Match[str], above: Line) -> bool:
    # "Full-time, IT", "Product · Full-time": the other entry of the line is the form of employment.
    if line.mark == "|" or doc.text[line.stop : line.stop + 3].strip()[:1] in ("|", "·", "•"):
        below = doc.line_below(line)
        beside = [above.text] if line.mark == "|" else []
        beside += [below.text] if below is not None and below.mark == "|" else []
        return match.span() == (line.start, line.stop) and any(_FORM.fullmatch(text) for text in beside)
    rest = doc.text[line.start : match.start()] + doc.text[match.end() : line.stop]
    return match.group()[0].isupper() and _FORM.fullmatch(rest.strip(" ,-")) is not None


def _with_part(text: str, line: Line, match: re.Match[str]) -> int:
    """The end of a department with the part of it that stands behind a dash: "Sales - Pre-Sales /"."""
    part = re.compile(r"\s-\s[A-Z][\w&/ -]{1,30}?(?=\s?/(?:\s|$))").match(text, match.end(), line.stop)
    return part.end() if part else match.end()


def extract_industry(doc: Document) -> Found[str] | None:
    """The industry as named, or None."""
    return next(_industry(doc), None)


def _industry(doc: Document) -> Iterator[Found[str]]:
    yield from _labelled(doc, "industry")
    yield from _on_card(doc)
    title = doc.once(read_title)
    below = title.evidence[0].stop if title is not None else 0
    for line in header_lines(doc):
        known = line.text[:1].isupper() and _industries().fullmatch(doc.text, line.start, line.stop)
        # What stands above the title is the menu of the site.
        menu = doc.evidence(line.start, line.stop).start < below
        if (
            known
            and not menu
            and not line.mark.strip("|")
            and not _names_team(doc, line)
            and (line.text.lower() in _BOTH or not _departments().fullmatch(line.text))
        ):
            yield doc.quoted(line.start, line.stop, "industry.chip")
    for line in doc.telling(spoken_lines(doc), _TRADES):
        if match := next(doc.matches(_trades(), line.start, line.stop), None):
            yield doc.quoted(*match.span("said"), "industry.said")


def _names_team(doc: Document, line: Line) -> bool:
    """Whether a chip is a department: behind such a label, or first in a row with its place: "Finance · Berlin"."""
    above, below = next(iter(doc.lines_above(line.start, 1)), None), doc.line_below(line)
    labelled = above is not None and above.text.lower().rstrip(":") in table("labels")["team"]
    row = below is not None and below.mark == "|" and is_place_line(below.text)
    return labelled or (row and line.text.lower() in _BOTH)


def _on_card(doc: Document) -> Iterator[Found[str]]:
    """The trade on the card of an employer, beside or above its size."""
    lines = doc.all_lines()
    for above, line in pairwise(header_lines(doc)):
        if _YEARS_CHIP.fullmatch(above.text) and _is_trade_name(doc, line.text):
            yield doc.quoted(line.start, line.stop, "industry.card")
    for above, line in pairwise(lines):
        if line.mark == "|" and _CARD_SIZE.fullmatch(above.text) and _is_trade_name(doc, line.text):
            yield doc.quoted(line.start, line.stop, "industry.card")
        if len(line.text) > _LONGEST_CARD or not any(letter.isdigit() for letter in line.text):
            continue
        match = _CARD.match(doc.text, line.start, line.stop)
        if match and _is_trade_name(doc, match["said"].rstrip(" ,-")):
            yield doc.quoted(match.start(), match.start() + len(match["said"].rstrip(" ,-")), "industry.card")
        elif _CARD_SIZE.fullmatch(line.text) and _is_trade_name(doc, above.text) and not above.mark.strip("|"):
            yield doc.quoted(above.start, above.stop, "industry.card")


def _is_trade_name(doc: Document, text: str) -> bool:
    named = doc.once(read_company)
    short = (
        _TRADE_LINE.fullmatch(text) is not None
        and not _MODE.match(text)
        and not _FUNDING.match(text)
        and not is_label(text)
        and not is_place_line(text)
    )
    return short and not names_role(text) and not is_chip(text) and (named is None or named.value not in text)


def _labelled(doc: Document, field: str) -> Iterator[Found[str]]:
    for span, rule in labelled_values(doc, field):
        said = doc.text[span.start : span.stop]
        if len(said.split()) <= 8 and not _NOT_A_VALUE.search(said) and not is_place(said):
            yield doc.quoted(span.start, span.start + len(said.rstrip(" -")), f"{field}.{rule}")


def extract_company_size(doc: Document) -> Found[str] | None:
    """How many people the employer has, as stated, or None."""
    worded = telling_spans(doc, spoken_lines(doc), size_talk.CUES, size_talk.said)
    return next(_sizes(doc), None) or next((doc.quoted(*span, "company_size.sentence") for span in worded), None)


def _sizes(doc: Document) -> Iterator[Found[str]]:
    for span, rule in labelled_values(doc, "company_size"):
        if re.match(r"\d|[<>]|" + _WORDS, doc.text[span.start : span.stop], re.IGNORECASE) and not _is_team_size(
            doc, span
        ):
            yield doc.quoted(*span, f"company_size.{rule}")
    for above, line in pairwise(doc.all_lines()):
        if _RANGE.fullmatch(line.text) and _is_bracket(line.text) and above.text[:1].isupper() and len(above.text) < 40:
            yield doc.quoted(line.start, line.stop, "company_size.card")
    lines = doc.telling(spoken_lines(doc), _SIZES)
    for line in lines:
        for match in (match for pattern in _SIZE if (match := pattern.fullmatch(doc.text, line.start, line.stop))):
            yield doc.quoted(*match.span("said"), "company_size.chip")
    for line in lines:
        for match in (match for pattern in _SIZE for match in doc.matches(pattern, line.start, line.stop)):
            before = doc.text[max(line.start, match.start("said") - 45) : match.start("said")]
            if _IN_WORDS.match(match["said"]) and _TRADE.search(match["said"]):
                continue
            if _IN_WORDS.match(match["said"]) and _LOOSE.search(before):
                continue
            if not _NOT_SIZE.search(before) and not _NOT_STAFF.match(doc.text, match.end("said"), line.stop):
                yield doc.quoted(*match.span("said"), "company_size.said")


def _is_bracket(text: str) -> bool:
    """Whether a bare range is one of those that cards of employers have: "11-50", "501-1000"; pay without a sign is none."""
    low, *high = (int(re.sub(r"\D", "", part)) for part in re.split(r"-|to", text))
    return not high or (high[0] in _BRACKET_ENDS and 0 < low < high[0])


def _is_team_size(doc: Document, span: Span) -> bool:
    return re.search(r"team size\W*$", doc.text[max(0, span.start - 20) : span.start], re.IGNORECASE) is not None
