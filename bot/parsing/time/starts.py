"""When does the work begin? A date, a month or words such as "as soon as possible"."""

import re

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.time.dates import DATE, MONTH
from bot.parsing.time.labelled import labelled

_LABEL = re.compile(
    r"\b(?:(?:anticipated |expected |ideal |proposed |planned )?(?:start(?:ing)?|commencement|joining) date|start(?:ing|s)?(?: (?:on|in|from|date|at))?(?=\s?[:\s])|commenc(?:es|ing)(?: (?:on|in))?"
    r"|available from|to start|eintritt(?:sdatum|stermin)?|startdatum|start(?=:)|beginn|zum|ab(?= (?:sofort|\d))|date de (?:début|démarrage|prise de poste)|début|prise de poste|démarrage|poste à pourvoir"
    r"|ingangsdatum|indiensttreding|per(?= (?:direct|\d))|fecha de (?:inicio|incorporación)|incorporación|inicio)\b\s?:?\s?",
    re.IGNORECASE,
)
_ASAP = (
    r"as soon as possible|asap\b|immediate(?:ly)?(?: start)?|ab sofort|sofort|(?:zum )?nächstmöglichen? (?:termin|zeitpunkt)|dès que possible|immédiate?(?:ment)?"
    r"|zo (?:snel|spoedig) mogelijk|per direct|lo antes posible|inmediata"
)
_WHEN = re.compile(
    rf"\W{{0,2}}(?:(?:on|in|from|the|le|am|den|zum|el|op|of|per|ab)\b ?){{0,2}}(?P<said>{DATE}|{_ASAP}|(?:early |mid[- ]?|late )?(?:{MONTH})\b\.?,? ?(?:19|20)\d\d"
    rf"|(?:early |mid[- ]?|late )(?:{MONTH})\b|(?:spring|summer|autumn|fall|winter|q[1-4]) (?:19|20)\d\d|(?:19|20)\d\d\b|negotiable|flexible|to be (?:agreed|confirmed)|tbc|(?:{MONTH})\b(?=\s*$))",
    re.IGNORECASE,
)
_CUES = tuple(
    (
        "start|commenc|available from|eintritt|beginn|zum|ab |date de|début|prise de poste|démarrage|pourvoir|"
        "ingang|indienst|per |incorporación|inicio|joining date"
    ).split("|")
)
_SOON = tuple("immediate|asap|as soon as|ab sofort|per direct|nächstm|dès que".split("|"))
_IMMEDIATE = re.compile(
    r"(?P<said>\b(?:immediate start|start(?:ing)? (?:immediately|asap|as soon as possible)|ab sofort|per direct|zum nächstmöglichen zeitpunkt|dès que possible))\b",
    re.IGNORECASE,
)


def extract(doc: Document) -> Found[str] | None:
    """The start as an ISO date, or in the page's words, or None."""
    for found in labelled(doc, _LABEL, _WHEN, cues=_CUES, rule="starts.labelled"):
        return found
    for line in doc.telling(doc.stated_lines(), _SOON):
        if match := _IMMEDIATE.search(doc.text, line.start, line.stop):
            return doc.quoted(*match.span("said"), "starts.immediate")
    return None
