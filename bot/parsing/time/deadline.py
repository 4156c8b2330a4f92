"""Until when can one apply? A date or words behind a label that says so; a date without such a label is none."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.model.evidence import Evidence, Found
from bot.parsing.document import Document
from bot.parsing.header import spoken_lines
from bot.parsing.lexicon.tables import one_of, table
from bot.parsing.time.dates import DATE, MONTH
from bot.parsing.time.labelled import dated, labelled, when
from bot.text.pattern import Pattern
from bot.text.sieve import Cues

# "Send your CV to us by ...", "Bewerbung ... bis spätestens ...": the call and its date with words between them.
_CALL = Pattern(
    r"\b(?:(?:please )?(?:apply|applications?|submit|submissions|respond|e-?mail|write to|reply|register|contact us|letters? to|cvs? to|send (?:us )?(?:your|a|an)|send your)\b[^\n;]{0,90}?\s(?:by|before|until|no later than)"
    r"|(?:(?:we |will )?(?:stop|close) (?:reading|taking|accepting|to)|hear from you|want(?:s)? to hear|send (?:it|everything|them|this|that)|in your (?:letter|application)|get your \w+)\b[^\n;]{0,60}?\s(?:by|before|on|until|no later than)"
    r"|(?:bewerb\w*|bewirb\w*|unterlagen|lebenslauf)\b(?:[^\n;.]|\.(?=\w)){0,80}?\sbis"
    r"|(?:candidatures?|postul\w+|cv|dossier)\b(?:[^\n;.]|\.(?=\w)){0,80}?\s(?:avant|jusqu'au|au plus tard)"
    r"|(?:sollicit\w+|reage\w+|reactie|cv)\b(?:[^\n;.]|\.(?=\w)){0,80}?\s(?:t/m|tot|voor|vóór|uiterlijk)"
    r"|(?:solicitud\w*|inscri\w+|candidaturas?|cv|envía\w*)\b(?:[^\n;.]|\.(?=\w)){0,80}?\s(?:hasta|antes del))\b\s?",
    re.IGNORECASE,
)
CUES = Cues(_CALL)
_ROLLING = re.compile(
    r"\b(?:on a |on an )?(?P<said>rolling basis|ongoing basis|open until filled|until (?:the |this )?(?:position|role|post|vacancy) is filled)\b",
    re.IGNORECASE,
)
# "Train colleagues on an ongoing basis" is no word about applications.
_HIRING = re.compile(
    r"\b(?:appl\w+|review\w*|hir\w+|recruit\w*|interview\w*|deadline|clos\w+|vacanc\w+)\b", re.IGNORECASE
)
_PERIOD = Pattern(
    rf"\b(?:open(?:ing)? (?:&|and) clos(?:ing|e) dates?|posting period|application (?:period|window)|advert(?:ised)? dates?|bewerbungszeitraum)\s*:?\s*"
    rf"(?P<from>{DATE})\s?(?:-|to|until|bis|through)\s?(?P<said>{DATE})",
    re.IGNORECASE,
)
_FROM_DAY = Pattern(
    rf"\b(?:plazo|inscripci\w+|candidatures?|bewerbungszeitraum)\b[^.\n]{{0,25}}?\s(?:del|du|vom) \d{{1,2}}\.? (?:al|au|bis(?: zum)?) (?P<said>{DATE})",
    re.IGNORECASE,
)
_SPANS = ("plazo", "inscripci", "candidature", "bewerbungszeitraum")
# Workday prints the end of a posting with the days that are left: "End Date: May 28, 2027 (45 days left to apply)".
_END = Pattern(rf"\bend date:?\s(?P<said>{DATE})(?=\s?\(\d+ (?:days?|hours?|weeks?) left)", re.IGNORECASE)
_IN_DAYS = Pattern(
    rf"\b(?:closes|closing|ends|expires|apply) (?:in|within) \d{{1,3}} (?:days?|weeks?)\s?\((?:\w+,? )?(?P<said>{DATE})\)",
    re.IGNORECASE,
)
_DAYS_LEFT = re.compile(
    r"(?P<said>\b\d{1,2} (?:days|weeks|hours) left(?: to apply)?|\bcloses in \d{1,2} (?:days|hours|weeks)|\bsluit over \d{1,2} (?:dagen|weken)|\bendet in \d{1,2} (?:tagen|wochen)|\bexpire dans \d{1,2} (?:jours|semaines)|\b(?:quedan|cierra en) \d{1,2} (?:días|semanas))\b",
    re.IGNORECASE,
)
# "Later applications by 15 June are considered where possible" is no deadline, nor is the end of what starts.
_LATE = re.compile(
    r"\bstart\w*\b[^.\n]{1,40}$|\b(?:später eingehende|verspätete|nachträgliche|late|later)\W+$", re.IGNORECASE
)
_ABOUT_ELSE = re.compile(
    rf"{_LATE.pattern}|\b(?:training|contract|visa|licen[cs]e|project|interview\w*)\W+(?:\w+\W+)?$", re.IGNORECASE
)


@cache
def _when() -> re.Pattern[str]:
    return when(
        rf"{DATE}|(?:the )?(?:end|last day) of (?:{MONTH})\b(?:\s(?:19|20)\d\d)?|{one_of(table('dates')['open_end'])}|in \d{{1,2}} (?:days|weeks)|\d{{1,2}} (?:days|weeks)(?: left)?"
    )


@cache
def _date() -> re.Pattern[str]:
    return when(
        rf"{DATE}|(?:the )?(?:end|last day) of (?:{MONTH})\b(?:\s(?:19|20)\d\d)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?=\s*(?:$|[.,;!)]))"
    )


def statements_of(doc: Document) -> tuple[Found[str], ...]:
    """Every labelled deadline in page order, then dates in calls to apply, then words such as "rolling basis"."""
    said = [
        dated(doc, *match.span("said"), "deadline.in_days")
        for match in _matches(doc, _IN_DAYS, ("closes", "closing", "ends", "expires", "apply "))
    ]
    said += [*labelled(doc, "deadline", _when(), unless=_are_late)]
    said += [dated(doc, *match.span("said"), "deadline.end") for match in doc.matches(_END, 0, len(doc.text))]
    said += _in_period(doc)
    said += [dated(doc, *match.span("said"), "deadline.from_day") for match in _matches(doc, _FROM_DAY, _SPANS)]
    said += _called(doc)
    said += _undated(doc)
    if said and said[0].rule == "deadline.in_days":
        said = [each for each in said if each.value[:1].isdigit() and "day" not in each.value]
    first: dict[tuple[Evidence, ...], Found[str]] = {}
    for each in said:
        first.setdefault(each.evidence, each)
    return tuple(first.values())


def extract(doc: Document) -> Found[str] | None:
    """The deadline as an ISO date, or in the page's words, or None."""
    found = statements_of(doc)
    return found[0] if found else None


def _in_period(doc: Document) -> Iterator[Found[str]]:
    """ "Open & closing dates: 01/02/2027 to 01/16/2027", the label perhaps on the line above."""
    for match in period(doc):
        yield dated(doc, *match.span("said"), "deadline.period")


def period(doc: Document) -> Iterator[re.Match[str]]:
    """Each stretch of days in which one can apply, with the groups "from" and "said"."""
    if "dates" in doc.low or "posting period" in doc.low or "application" in doc.low or "bewerbungszeit" in doc.low:
        yield from doc.matches(_PERIOD, 0, len(doc.text))


def _matches(doc: Document, pattern: Pattern, words: Sequence[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the lines that hold one of the words."""
    for line in doc.telling(spoken_lines(doc), words):
        yield from doc.matches(pattern, line.start, line.stop)


def _called(doc: Document) -> Iterator[Found[str]]:
    for line in doc.telling(spoken_lines(doc), CUES):
        for match in doc.matches(_CALL, line.start, line.stop):
            found = _date().match(doc.text, match.end(), line.stop)
            if found and not _ABOUT_ELSE.search(doc.text, line.start, match.start()):
                yield dated(doc, *found.span("said"), "deadline.called")


def _are_late(before: str) -> bool:
    return _LATE.search(before) is not None


def _undated(doc: Document) -> Iterator[Found[str]]:
    for line in doc.telling(
        spoken_lines(doc),
        (
            "rolling",
            "ongoing basis",
            "until",
            "left",
            "closes in",
            "sluit over",
            "endet in",
            "expire dans",
            "quedan",
            "cierra en",
        ),
    ):
        for pattern in (_ROLLING, _DAYS_LEFT):
            for match in pattern.finditer(doc.text, line.start, line.stop):
                lasting = match["said"].lower() == "ongoing basis" and not _HIRING.search(line.text)
                if not lasting:
                    yield doc.quoted(*match.span("said"), "deadline.rolling")
