"""How much travel is there? In the page's words; the travel trade, travel money and booking travel are none."""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.header import spoken_lines
from bot.parsing.labels import labelled_values
from bot.parsing.rule import telling_spans
from bot.parsing.talk import travel as travel_talk
from bot.parsing.time.numbers import COUNT
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sieve import Cues

_ABOUT = r"(?:(?:up to|approximately|approx\.?|around|about|roughly|ca\.?|bis zu|jusqu'à|tot|hasta|less than|at least|minimum|min\.?|max\.?) )"
_SHARE = rf"{_ABOUT}?\d{{1,3}}\s?%?\s?(?:(?:-|to|bis|à)\s?\d{{1,3}}\s?)?%"
_SORT = r"(?:(?:domestic(?:ally)?|international(?:ly)?|business|overnight|regional|national|global|local|foreign|air|some|and|or|&|/|travel)\s){0,4}"
_WHERE = r"(?: (?:to|within|across|throughout|between|in|around|for|outside) [^.,;:\n()]{3,60})?"
_OFTEN = r"(?:occasional|frequent|regular|extensive|limited|minimal|light|moderate|significant|some|no|little|periodic|international|domestic|overnight|global|nationwide|national|regional|heavy)"
_PATTERNS = tuple(
    Pattern(pattern, re.IGNORECASE)
    for pattern in (
        # shares of the time
        rf"(?P<said>\b(?:expect to travel|you(?:'ll| will) travel|travel is) {_SHARE}[^.\n]{{0,70}})",
        rf"(?P<said>\b{_SHARE}\s?(?:of (?:the |your |working )?time,? )?(?:of )?{_SORT}(?:travel\b(?:ling|ing)?|reisetätigkeit|reiseanteil|reisebereitschaft|de déplacements?|de viajes?|reizen){_WHERE})",
        rf"(?P<said>\btravel(?:l?ing)? {_SHARE}(?: of (?:the |your |working )?time)?)",
        rf"(?P<said>\b(?:mission |business )?(?:travel(?:l?ing)?|reise\w*|dienstreisen|déplacements?|viajar|reizen)\b[^.\n;%()]{{0,45}}?\b{_SHARE}(?: of (?:the |your |working )?time| der (?:arbeits)?zeit| du temps)?)",
        rf"\b(?:travel(?:l?ing)?|reise\w*|dienstreisen|déplacements?|viajar|reizen)\b[^.\n;%]{{0,45}}?(?P<said>\b{_SHARE}(?: of (?:the |your |working )?time| der (?:arbeits)?zeit| du temps)?)",
        # how often
        r"(?P<said>\b(?:mission |business |international )?travel(?:l?ing)?\b[^.\n;]{0,25}?\b(?:about |approximately |around |up to )?(?:once|twice|\d{1,2}(?:\s?-\s?\d{1,2})?(?: days| nights| times| weeks)?) (?:a|per|each|every) (?:week|month|quarter|year))",
        rf"(?P<said>\b{_OFTEN}(?: (?:and|or|to) {_OFTEN})? {_SORT}travel(?:l?ing)?\b(?! (?:agency|company|industry|insurance|card|expenses|allowance))(?: (?:is |may be |will be )?(?:required|expected|necessary|involved))?{_WHERE})",
        r"(?P<said>\b(?:overnight stays|nights away)\b[^.,;\n]{0,40})",
        r"(?P<said>\bovernight (?:stays? )?(?:\w+ ){1,3}nights? (?:a|per) (?:week|month|year))",
        r"(?P<said>\b(?:(?:one|two|three|four|[1-4]) )?(?:company |team |all-hands )?(?:gatherings|offsites|off-sites|retreats|meet-?ups) (?:(?:once|twice|three times|four times) )?(?:a|per|each|every) (?:year|quarter))",
        r"(?P<said>\btravel between (?:sites|clinics|schools|offices|branches|locations) (?:\w+ ){0,2}(?:rarely|required|expected|necessary|occasionally|daily|weekly))",
        r"(?P<said>\b(?:weekly|monthly|quarterly|occasional|regular|frequent|annual|yearly) (?:trips|site visits|visits) to [^.,;\n]{3,40})",
        rf"(?P<said>\b(?:on the road|away from home|out of the office|auf reisen|unterwegs) (?:for )?{_SHARE}(?: of (?:the |your )?time)?)",
        rf"(?P<said>\b(?:(?:supplier|customer|client|site|factory|plant|store|trade[- ]fair) visits|trade fairs|conferences abroad|business trips|trips) (?:about |around |up to )?(?:once|twice|(?:{COUNT}) times|\d{{1,2}} times) (?:a|per|each|every) (?:week|month|quarter|year)(?:, (?:mostly|mainly|chiefly) [^.,;\n]{{3,40}})?)",
        # willing or obliged to
        rf"(?P<said>\b(?:willing(?:ness)?|ready|readiness|able|ability|availability|available|prepared|flexibility|freedom|happy|must be (?:able|willing|prepared)) to travel\b(?: (?:domestically|internationally|nationally|extensively|frequently|regularly|occasionally|overnight|overseas|abroad|independently|(?:and|or)))*{_WHERE}(?: as (?:needed|required))?)",
        rf"(?P<said>\btravel (?:is |may be |will be |is also )?(?:sometimes |occasionally |frequently |often )?(?:required|expected|necessary|involved)\b{_WHERE})",
        rf"(?P<said>\btravel{_WHERE} (?:is|may be|will be) (?:sometimes |occasionally |frequently )?(?:required|expected|necessary)\b)",
        r"\b(?:you(?:'ll| will)|(?:role|position|job) (?:involves|requires|includes)|expect to|required to|expected to)\s(?:also |then )?(?P<said>(?:travell?ing|travel) (?:to|across|throughout|within|between|around) [^.,;:\n()]{3,60})",
        # other languages
        r"(?P<said>\b(?:bereitschaft (?:zu|für|zur) (?:\w+ ){0,3}(?:dienst)?reise(?:n|tätigkeit)|(?:gelegentliche|regelmäßige|häufige|bundesweite|weltweite|internationale) (?:dienst)?reise(?:n|tätigkeit|bereitschaft)|reisebereitschaft(?: \([^)\n]{2,40}\))?|reisetätigkeit))",
        r"(?P<said>\bdéplacements (?:(?:dans|sur|en|à travers) [^.,;\n]{3,40}?(?=[.,;\n]| avec\b|$)|occasionnels|hebdomadaires|mensuels|fréquents|réguliers|ponctuels|à prévoir|nationaux|internationaux|quotidiens|en (?:france|région|europe|île-de-france))|\bmobilité (?:nationale|internationale|géographique)|\bdisponibilidad (?:para|de) viajar|\bviajes (?:frecuentes|ocasionales|puntuales|internacionales)|\bbereid(?:heid)? om te reizen|\breisbereid\w*)",
    )
)
_TELLING = re.compile(
    r"\d|%|\b(?:no|none|not|yes|nein|ja|non|oui|nee|sí|keine?|occasional\w*|frequent\w*|some|minimal|limited|little|required|quarterly|monthly|weekly|annual\w*|international\w*|domestic\w*"
    r"|national\w*|regional\w*|rare\w*|negligible|light|moderate|heavy|extensive|regular\w*|gelegentlich\w*|regelmäßig\w*|häufig\w*|ponctuel\w*|fréquent\w*|régulier\w*|ocasional\w*|frecuente\w*|possible|may be|up to|within|across)\b",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"\btravel (?:industry|agenc\w+|agents?|company|companies|card|insurance|expenses|allowance|platform|discounts?|brand|tech\w*|app|pass|sector|to work scheme|business|management"
    r"|booking|bookings|costs|arrangements|plans|perks|benefits|reimburs\w*|experts?|consultants?|concessions?|loan|and hotels|nurse\w*|assignments?|retail|distribution|stipend|credits?|programme)\b"
    r"|(?:book\w*|arrang\w+|manag\w+|coordinat\w+|organis\w+|organiz\w+|plan\w*|passion for|love of|discount\w*|free|business of|world of|reimburs\w*|help\w*|interview|corporate|online|luxury|reserv\w+) (?:\w+ ){0,3}travel|frais de déplacement|travel (?:sustainably|better)|love (?:to )?travel|opportunit\w+ (?:for|to) (?:\w+ )?travel|travel opportunit\w+",
    re.IGNORECASE,
)
CUES = Cues(*_PATTERNS)


def extract(doc: Document) -> Found[str] | None:
    """How much travel there is, as stated, or None."""
    for span, rule in labelled_values(doc, "travel"):
        if _TELLING.search(doc.text, *span) and not _TRADE.search(doc.text, max(0, span.start - 40), span.stop):
            return doc.quoted(*span, f"travel.{rule}")
    lines = spoken_lines(doc)
    worded = telling_spans(doc, lines, travel_talk.CUES, travel_talk.said)
    return next(_said(doc, list(doc.telling(lines, CUES))), None) or next(
        (doc.quoted(*span, "travel.sentence") for span in worded), None
    )


def _said(doc: Document, lines: list[Line]) -> Iterator[Found[str]]:
    for number, pattern in enumerate(_PATTERNS, start=1):
        for line in lines:
            for match in doc.matches(pattern, line.start, line.stop):
                around = doc.text[max(line.start, match.start() - 30) : min(line.stop, match.end() + 24)]
                if not _TRADE.search(around):
                    said = match["said"].rstrip()
                    yield doc.quoted(match.start("said"), match.start("said") + len(said), f"travel.said_{number}")
