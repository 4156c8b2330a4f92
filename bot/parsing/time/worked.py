"""How long does the contract run, how many hours, in which shifts, with how much travel? In the page's words."""

import re

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.time.dates import MONTH
from bot.parsing.time.numbers import NUMBER
from bot.text.sieve import Cues

_SPAN = rf"{NUMBER}\s?(?:-|to|bis|à|tot|a)?\s?(?:{NUMBER})?[ -]?(?:months?|weeks?|years?|days|mo\b|monaten?|wochen|jahren?|mois|semaines?|ans?\b|maanden|weken|jaar|meses|años?|semanas)"
_CONTRACT = (
    r"(?:fixed[- ]term|contract|ftc|temporary|temp|assignment|maternity cover|secondment|placement|internship|project|initial|befrist\w+|cdd|mission"
    r"|stage|tijdelijk\w*|contrato|temporal|appointment|term|apprenticeship|programme|residency|cover)"
)
_DURATION = (
    re.compile(
        rf"\b(?:contract (?:length|duration|term)|length of (?:contract|assignment|appointment)|duration|term|dauer|durée|duur|looptijd|duración)(?: of \w+)?\s?(?:is|:|-)\s?(?P<said>(?:up to |approx\.? |about |initially )?{_SPAN})",
        re.I,
    ),
    re.compile(
        rf"(?P<said>(?<!\w)(?:up to )?{_SPAN})[ ,-]{{0,2}}(?:\(?(?:initial|full[- ]time|part[- ]time|rolling|renewable|paid)\)?[ ,]){{0,2}}{_CONTRACT}\b",
        re.I,
    ),
    re.compile(
        rf"\b{_CONTRACT}(?: (?:contract|position|role|basis|post|appointment|vertrag|stelle))?,?\s?(?:\(|:|-|of|for|auf|für|de|pour|voor|por|is)?\s?(?:a (?:period|duration) of |an? initial |the duration of |initially |up to )?(?P<said>{_SPAN})(?!\s?(?:of )?(?:\w+ )?experience)",
        re.I,
    ),
    re.compile(rf"\bfor (?:a (?:period|term|duration) of |an? (?:initial )?)?(?P<said>{_SPAN})\b", re.I),
    re.compile(
        rf"\b(?:contract|cover|fixed[- ]term|temporary|befristet)\b[^.\n]{{0,40}}?(?P<said>\b(?:until|bis|jusqu'au|tot) (?:the end of )?(?:\d{{1,2}}\.? )?(?:{MONTH}) (?:19|20)\d\d)",
        re.I,
    ),
)
_NOT_DURATION = re.compile(
    r"\bexperience|\bnotice|\bprobation|\bleave\b|\bold\b|\bwarranty|\bpaid\b|\bprobezeit|\bparental|\bmaternity leave|\bwithin\b|\b(?:a|per|each) year\b",
    re.I,
)
_A_WEEK = r"(?:(?:per|a|/|each|pro|par|in der|por|a la|al?)\s?(?:week|wk|woche|semaine|semana)|weekly|p\.?\s?w\.?(?!\w)|/w(?:ee)?k|wöchentlich|wochenstunden|hebdo\w*|semanales)"
_HOURS = (
    re.compile(
        rf"(?P<said>\b\d{{1,2}}(?:[.,]\d{{1,2}})?\+?(?:\s?(?:-|to|bis|à|tot|a)\s?\d{{1,2}}(?:[.,]\d{{1,2}})?)?[ -]?(?:hours?|hrs?\.?|h|std\.?|stunden|heures|uur|uren|horas)\s?(?:\w+\s){{0,1}}{_A_WEEK})",
        re.I,
    ),
    re.compile(
        r"(?P<said>\b\d{1,2}(?:[.,]\d{1,2})?(?:\s?-\s?\d{1,2}(?:[.,]\d{1,2})?)?[ -](?:hours?|hour) (?:work ?week|week)|\b\d{1,2}(?:[.,]\d)?-?(?:stunden-woche|h/semaine)|\b\d{1,2}(?:[.,]\d)? ?wochenstunden)",
        re.I,
    ),
    re.compile(
        r"\b(?:(?:working |weekly |contracted |contract )?hours(?: (?:of work|per week))?|wochenstunden|arbeitszeit|horaires?|uren(?: per week)?|horas)\s?:\s?(?P<said>[^\n;|]{2,60}?)(?=\s*(?:$|\n|;|\||\. ))",
        re.I,
    ),
)
_DAYS = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?s?"
_SHIFT = (
    re.compile(
        r"(?P<said>\b(?:mon(?:day)?|montag|lundi|maandag|lunes)\s?(?:-|to|through|bis|au?|à|t/m)\s?(?:fri(?:day)?|sun(?:day)?|sat(?:urday)?|freitag|vendredi|vrijdag|viernes)\b,?\s?(?:from )?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:-|to|until)\s?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?)?)",
        re.I,
    ),
    re.compile(
        r"\b(?:shift(?: pattern| type)?s?|schedule|work schedule|rota|schicht|schichtmodell|horaires|turno|ploegendienst)\s?:\s?(?P<said>[^\n;|]{2,70}?)(?=\s*(?:$|\n|;|\||\. ))",
        re.I,
    ),
    re.compile(
        r"(?P<said>\b(?:(?:rotating|rotational|early|late|day|night|evening|weekend|split|swing|graveyard|back|twilight|afternoon|morning|alternating|continental|\d(?:st|nd|rd)|first|second|third|two|three|2|3|4 on 4 off|12[- ]hour|8[- ]hour|10[- ]hour)(?: and |, |/| or | )?){1,4}[- ]?shifts?\b(?: (?:pattern|work|basis|including \w+(?: and \w+)?))?)",
        re.I,
    ),
    re.compile(
        r"(?P<said>\b(?:night|day|evening|weekend) work\b|\b(?:including|some|every other|alternate|one in \w+) (?:evenings?|weekends?|nights?)(?: and (?:weekends?|evenings?|bank holidays|nights?))?|\bweekends? (?:included|and holidays)\b|\bnights\b(?= (?:only|and|role|position))|\b(?:früh|spät|nacht)-?(?:,| und|/)? ?(?:(?:früh|spät|nacht)-? ?(?:und|,|/)? ?){0,2}(?:schicht|dienst)\w*|\b(?:schichtdienst|wechselschicht|nachtschicht|\d-schicht-?\w*|drei?schicht\w*)\b|\b(?:travail de nuit|2x8|3x8|turnos? rotativos?|turno de (?:noche|mañana|tarde)|ploegendienst|nachtdienst)\b|\bon[- ]call (?:rota|rotation|shifts?|1 in \d)\b)",
        re.I,
    ),
    re.compile(r"(?P<said>\b(?:shifts? (?:are|run|from|between|will be) [^.\n;]{4,60}))", re.I),
)
_TRAVEL = (
    re.compile(
        r"\b(?:travel(?: required| requirements?| percentage)?|reisetätigkeit|reisebereitschaft|déplacements?|reizen|viajes)\s?:\s?(?P<said>[^\n;|]{2,60}?)(?=\s*(?:$|\n|;|\||\. ))",
        re.I,
    ),
    re.compile(
        r"(?P<said>(?:\b(?:up to|approximately|approx\.?|around|about|ca\.?|bis zu|jusqu'à|tot|hasta|less than|at least|minimum) )?\d{1,3}\s?(?:-\s?\d{1,3}\s?)?%\s?(?:of (?:the |your )?time )?(?:(?:domestic|international|business|overnight|regional|national) ){0,2}(?:travel\b|reisetätigkeit|reiseanteil|de déplacements?))",
        re.I,
    ),
    re.compile(
        r"\b(?:travel(?:ling)?|reise\w*)\b[^.\n;]{0,40}?(?P<said>(?:(?:up to|approximately|approx\.?|around|about|ca\.?|bis zu|less than) )?\d{1,3}\s?(?:-\s?\d{1,3}\s?)?%(?: of the time)?)",
        re.I,
    ),
    re.compile(
        r"(?P<said>\b(?:no|some|occasional|frequent|regular|extensive|limited|minimal|international|domestic|willing(?:ness)? to|must be (?:able|willing) to|ability to|able to|travel to)\s(?:(?:business|international|national|domestic|overnight|some|and|up to) ){0,3}travel\b(?: (?:is |may be |will be )?(?:required|expected|necessary))?(?: (?:to|within|across|throughout|between) [^.,;\n]{3,50})?|\btravel (?:is |may be |will be )?(?:sometimes |occasionally )?(?:required|expected)[^.,;\n]{0,40}|\b(?:gelegentliche|regelmäßige) (?:dienst)?reisen\b|\bdéplacements (?:occasionnels|fréquents|réguliers)\b|\bdisponibilidad para viajar\b)",
        re.I,
    ),
)
_NOT_TRAVEL = re.compile(
    r"travel (?:industry|agency|company|card|insurance|expenses|allowance|platform|discount|brand|tech|app|pass|sector|to work scheme|business|management|booking|time|costs)|business of travel",
    re.I,
)


_SPANS, _HOURLY, _SHIFTS, _TRAVELS = Cues(*_DURATION), Cues(*_HOURS), Cues(*_SHIFT), Cues(*_TRAVEL)
CUES = (_SPANS, _HOURLY, _SHIFTS, _TRAVELS)


def extract_duration(doc: Document) -> Found[str] | None:
    """How long the contract runs, as stated, or None."""
    return _first(doc, _DURATION, "duration", _SPANS, unless=_NOT_DURATION)


def extract_hours(doc: Document) -> Found[str] | None:
    """The working hours, as stated, or None."""
    return _first(doc, _HOURS, "hours", _HOURLY)


def extract_shift(doc: Document) -> Found[str] | None:
    """The shifts, as stated, or None."""
    return _first(doc, _SHIFT, "shift", _SHIFTS)


def extract_travel(doc: Document) -> Found[str] | None:
    """How much travel there is, as stated, or None."""
    return _first(doc, _TRAVEL, "travel", _TRAVELS, unless=_NOT_TRAVEL)


def _first(
    doc: Document,
    patterns: tuple[re.Pattern[str], ...],
    rule: str,
    cues: Cues,
    *,
    unless: re.Pattern[str] | None = None,
) -> Found[str] | None:
    """The first match of the most telling pattern; a line that `unless` describes is passed over."""
    lines = doc.telling(doc.stated_lines(), cues)
    for pattern in patterns:
        for line in lines:
            match = pattern.search(doc.text, line.start, line.stop)
            if match and not (
                unless
                and unless.search(doc.text, max(line.start, match.start() - 30), min(line.stop, match.end() + 24))
            ):
                return doc.quoted(*match.span("said"), f"{rule}.{patterns.index(pattern) + 1}")
    return None
