"""Until when can one apply? A date or words behind a label that says so; a date without such a label is none."""

import re

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.time.dates import DATE, RELATIVE
from bot.parsing.time.labelled import labelled

_LABEL = re.compile(
    r"\b(?:application(?:s)?(?: submission)? (?:deadline|close[sd]?|closing date|due(?: date)?|end(?:s)?|must be (?:received|submitted) by|until)"
    r"|(?:closing|close|expir(?:y|ation|es)|end) ?(?:date)?(?: for applications)?(?=\s*[:\n-])|closing (?:date|on)|close[sd]? (?:on|at)|deadline(?: (?:to apply|for applications?|date))?"
    r"|(?:please )?(?:apply|applications?|submit \w+ \w+|send (?:us )?your (?:\w+ ){1,4}|respond)[^\n;]{0,70}?\s(?:by|before|until|no later than|latest)(?: the)?"
    r"|last (?:date|day) (?:to apply|for applications?)|apply (?:by|before|until)|open until|valid (?:through|until)|(?:advert|posting|vacancy|job) (?:closes|expires|ends)(?: on)?"
    r"|bewerbungsfrist(?: endet am)?|bewerbungsschluss|bewerbung bis(?: zum)?|bewerben sie sich bis(?: zum)?|frist"
    r"|date limite(?: de (?:candidature|dépôt))?|candidatures? (?:avant|jusqu'au)|postule[rz]? avant(?: le)?"
    r"|sluitingsdatum|solliciteer (?:voor|uiterlijk|vóór)(?: op)?|reageer (?:voor|vóór|uiterlijk)|reageren kan tot(?: en met)?|deadline"
    r"|fecha límite|plazo(?: de (?:solicitud|inscripción))?(?: hasta(?: el)?)?|hasta el|cierre)\b"
    r"(?:\s+(?:is|on|at|ist|est|op|es)\b)?\s?[:\-]?\s{0,3}",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"\W{{0,3}}(?:(?:on|the|le|am|der|den|zum|el|op|by|is|at|midnight|noon|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|\d{{1,2}}(?:[:.]\d\d)? ?(?:[ap]m|uhr|h)"
    rf"|\d{{1,2}}:\d\d)\b[ ,]{{0,2}}){{0,4}}(?P<said>{DATE}|rolling(?: basis)?|ongoing|open until filled|until filled|asap|as soon as possible|laufend|{RELATIVE}"
    r"|in \d{1,2} (?:days|weeks)|\d{1,2} (?:days|weeks)(?: left)?)",
    re.IGNORECASE,
)
_CUES = tuple(
    (
        "appl|clos|expir|end|deadline|submit|send|respond|last|open until|valid|bewerb|frist|date limite|"
        "candidature|postule|sluiting|sollicit|reageer|reageren|fecha|plazo|hasta|cierre"
    ).split("|")
)
_ROLLING = re.compile(
    r"(?P<said>\brolling basis|open until filled|until the (?:position|role|post) is filled)",
    re.IGNORECASE,
)


def statements_of(doc: Document) -> tuple[Found[str], ...]:
    """Every labelled deadline in page order, then words such as "rolling basis"."""
    dates = tuple(labelled(doc, _LABEL, _WHEN, cues=_CUES, rule="deadline.labelled"))
    return dates + tuple(
        doc.quoted(*match.span("said"), "deadline.rolling")
        for line in doc.telling(doc.stated_lines(), ("rolling", "until"))
        for match in _ROLLING.finditer(doc.text, line.start, line.stop)
    )


def extract(doc: Document) -> Found[str] | None:
    """The deadline as an ISO date, or in the page's words, or None."""
    found = statements_of(doc)
    return found[0] if found else None
