"""When does the work begin? A date, a month or words such as "as soon as possible"."""

import re
from collections.abc import Iterator
from functools import cache

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.header import header_lines, spoken_lines
from bot.parsing.lexicon.tables import one_of, table
from bot.parsing.rule import telling_spans
from bot.parsing.talk import starts as starts_talk
from bot.parsing.time.dates import DATE, MONTH
from bot.parsing.time.labelled import dated, labelled, when
from bot.text.pattern import Pattern
from bot.text.sieve import Cues

_YEAR = r"(?:19|20)\d\d"
_MONTHLY = (
    rf"(?:(?:{MONTH})\b(?: (?:or|and|oder|ou|of|o) |\s?/\s?)(?:{MONTH})\b(?: {_YEAR})?|(?:early |mid[- ]?|late |anfang |mitte |ende |début |fin |begin |eind )?(?:{MONTH})\b\.?,?\s?(?:de )?{_YEAR}"
    rf"|(?:early |mid[- ]?|late |anfang |mitte |ende |début |fin |the (?:middle|end|beginning|start) of )(?:{MONTH})\b|{_YEAR}\s?[-/]\s?(?:{_YEAR}|\d\d) (?:school|academic) year"
    rf"|(?:the )?(?:spring|summer|autumn|fall|winter|q[1-4]|frühjahr|sommer|herbst|term|semester)(?: term| semester)? {_YEAR})"
)
# Words of a start without any label.
_SOON = re.compile(
    r"(?P<said>\b(?:immediate(?= joiners?\b)|immediate start|(?<=embauche )immédiate|(?<=poste )immédiate|asap start|incorporación inmediata|available immediately|(?<=start )(?:immediately|asap)|(?<=needed )asap|(?<=required )asap|(?<=wanted )asap|(?<=starting )(?:immediately|asap|as soon as possible)"
    r"|ab sofort|per direct(?! \w*(?:report|line))|per omgaande|zum nächst ?möglichen (?:zeitpunkt|termin)|schnellstmöglich|zo spoedig mogelijk|dès que possible))\b",
    re.IGNORECASE,
)
_NOT_SOON = re.compile(
    r"\b(?:report|respond|notify|contact|melde|reply|answer|informer|signal\w+)\b[^.\n]{0,60}$", re.IGNORECASE
)
# "Teacher required for September 2027", "suchen wir zum 01.09.2027", "CDD à compter du 1er mars 2027".
_FROM = (
    Pattern(rf"\byou(?:'d|'ll| would| will| could| can) (?:start|begin|join)(?: us)?\s(?:on |in |from )?(?P<said>{DATE}|{_MONTHLY}|(?:{MONTH})\b)", re.IGNORECASE),
    Pattern(rf"\b(?:seeks?|seeking|needs?|looking for|hires?|hiring|recruit\w*|requires?)\b[^.\n]{{0,120}}?,?\s(?:starting|to start|beginning|from)\s(?:on |in )?(?P<said>{DATE}|{_MONTHLY})", re.IGNORECASE),
    Pattern(rf"\b(?:season|saison|temporada)\b[^.\n]{{0,20}}?\s(?:runs? |is |goes )?(?:from|ab|du|vom|del?)\s(?:dem )?(?P<said>{DATE}|{_MONTHLY})", re.IGNORECASE),
    Pattern(rf"\b(?:required|needed|wanted|sought|tenable|available|vacancy|vacancies|openings?|contract:? [^.\n]{{0,30}})\s(?:for|from)\s(?:a\s)?(?P<said>{DATE}|{_MONTHLY}|(?:{MONTH})\b(?=\s*(?:start|[.,;:\n]|$)))(?:\sstart)?", re.IGNORECASE),
    Pattern(rf"\b(?:such\w+|besetz\w+|stelle|einstell\w*|verstärkung|ausbildung|m/w/d\))[^.\n]{{0,60}}?\s(?:zum|per|ab(?: dem)?)\s(?P<said>{DATE}|{_MONTHLY})", re.IGNORECASE),
    Pattern(rf"\b(?:poste|contrat|cdd|cdi|stage|mission|recrut\w+|recherch\w+|alternance)\b[^.\n]{{0,60}}?\s(?:à compter du?|à partir du?|dès le|pour le)\s(?P<said>{DATE}|{_MONTHLY})", re.IGNORECASE),
    Pattern(rf"\b(?:period|term|contract|leave|cover|appointment)\b[^.\n]{{0,50}}?(?:months?|years?|weeks?),? from (?P<said>{DATE}|{_MONTHLY})", re.IGNORECASE),
    Pattern(rf"\b(?:contrat|saison|cdd|mission|stage)\b[^.\n]{{0,40}}?\s(?:du|dès le)\s(?P<said>{DATE})(?:\sau\b)?", re.IGNORECASE),
    Pattern(rf"(?<=, )(?:from|ab|vanaf|per|dès le|desde el|zum) (?P<said>{DATE}|{_MONTHLY})(?=\s*(?:$|[.;\n]))", re.IGNORECASE),
    Pattern(rf"\b(?:zoek\w*|gezocht|vacature|functie|contract)\b[^.\n]{{0,60}}?\s(?:per|vanaf|voor)\s(?P<said>{DATE}|{_MONTHLY})", re.IGNORECASE),
    Pattern(rf"(?<!building )(?<!construction )(?<!renovation )\b(?:positions?|roles?|jobs?|posts?|contract|appointment|employment|work|internships?|programme?)\b[^.\n]{{0,60}}?\s(?:starts?|starting|begins?|beginning|commences?)\s(?:on |in )?(?:the )?(?P<said>{DATE}|{_MONTHLY})", re.IGNORECASE),
    Pattern(rf"\b(?:contract|appointment|position|post|project|internship|placement|programme?)\b[^.\n]{{0,30}}?\s(?:runs )?from\s(?P<said>{DATE}|{_MONTHLY})\s?(?:to|until|-|through)\b", re.IGNORECASE),
    Pattern(rf"\b(?:first day|take[ns]? up|eintritt|antritt|prise de (?:poste|fonctions?)|in dienst|join us|beginn|dienstantritt|aufnahme der tätigkeit|comienzo|entrada)\b[^.\n]{{0,24}}?\s(?P<said>{DATE}|{_MONTHLY}|(?:{MONTH})\b)", re.IGNORECASE),
)  # fmt: skip
# Whole lines of a head: "ASAP", "Dès septembre 2027", "From June 1, 2027 to August 14, 2027".
_ALONE = Pattern(
    rf"(?:dès|from|ab|zum|per|vanaf|desde|à partir de|starting|starts) (?:le |the |dem |el )?(?P<said>{DATE}|{_MONTHLY})"
    rf"(?:\s(?:to|until|-|bis|au|tot|a|oder)\s.{{3,40}})?|(?:del|du|vom) (?P<first>{DATE}) (?:al|au|bis(?: zum)?) .{{3,30}}",
    re.IGNORECASE,
)
_ALONE_SOON = Pattern(
    r"asap|as soon as possible|immediate(?:ly)?|immediate start|ab sofort|dès que possible|per direct|inmediata",
    re.IGNORECASE,
)
_FROM_CUES, _SOON_CUES = CUES = Cues(*_FROM), Cues(_SOON)
_OTHER_START = re.compile(
    r"\b(?:interviews?|training|applications?|reviews?|sessions?|construction|our|company|registration|festival|season|since our|week)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


@cache
def _when() -> re.Pattern[str]:
    words = table("dates")
    soon, still_open = one_of(words["soon"]), one_of(words["open_start"])
    return when(
        rf"{DATE}|(?:{soon})\b(?: or (?:by|upon|on) (?:arrangement|agreement)| oder nach (?:vereinbarung|absprache))?|{_MONTHLY}|(?:{still_open})\b|(?<=:\s){_YEAR}\b|(?:{MONTH})\b(?=\s*$)|(?:mon|tues|wednes|thurs|fri)day\b(?=\s*(?:$|[,.;]))"
    )


def extract(doc: Document) -> Found[str] | None:
    """The start as an ISO date, or in the page's words, or None."""
    return next(iter(doc.once(statements_of)), None)


def statements_of(doc: Document) -> tuple[Found[str], ...]:
    """Every statement of the start: labels, then sentences, then words of a start without a date."""
    return tuple(_statements(doc)) or tuple(
        dated(doc, *span, "starts.sentence")
        for span in telling_spans(doc, spoken_lines(doc), starts_talk.CUES, starts_talk.said)
    )


def _statements(doc: Document) -> Iterator[Found[str]]:
    for line in doc.telling(spoken_lines(doc), ("incorporación inmediata",)):
        if match := _SOON.search(doc.text, line.start, line.stop):
            yield doc.quoted(*match.span("said"), "starts.soon")
    yield from labelled(doc, "starts", _when(), unless=_of_other_start)
    stated = list(spoken_lines(doc))
    for line in doc.telling(stated, _FROM_CUES):
        for pattern in _FROM:
            if match := next(doc.matches(pattern, line.start, line.stop), None):
                yield dated(doc, *match.span("said"), "starts.from")
    for line in header_lines(doc):
        if alone := _ALONE.fullmatch(doc.text, line.start, line.stop):
            yield dated(doc, *alone.span("said" if alone["said"] else "first"), "starts.alone")
        elif _ALONE_SOON.fullmatch(doc.text, line.start, line.stop):
            yield doc.quoted(line.start, line.stop, "starts.alone")
    for line in doc.telling(stated, _SOON_CUES):
        match = _SOON.search(doc.text, line.start, line.stop)
        if match and not _NOT_SOON.search(doc.text, line.start, match.start()):
            yield doc.quoted(*match.span("said"), "starts.soon")


def _of_other_start(before: str) -> bool:
    """Whether the words before a label name another thing that begins, such as the interviews."""
    return _OTHER_START.search(before) is not None
