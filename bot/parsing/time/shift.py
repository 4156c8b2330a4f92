"""In which shifts, on which days is the work done? In the page's words; opening times and shift pay are no shifts."""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.header import spoken_lines
from bot.parsing.labels import labelled_values
from bot.parsing.lexicon.tables import one_of, table
from bot.parsing.rule import telling_spans
from bot.parsing.talk import shifts as shift_talk
from bot.parsing.time.hours import extract as read_hours
from bot.parsing.time.numbers import COUNT
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sieve import Cues
from bot.text.span import Span

_DAY = rf"(?:{one_of(table('dates')['weekdays'])})s?"
_CLOCK = r"\d{1,2}(?:[:.h]\d{0,2})?\s?(?:[ap]\.?m\b\.?|uhr\b|h\b)?"
_TO = r"\s?(?:-|to|until|till|through|thru|bis|au?|à|a|t/m|tot|en)\s?"
_TIMES = rf"{_CLOCK}{_TO}{_CLOCK}(?:\s?(?:[ap]\.?m\b\.?|uhr\b|h\b))?"
_KIND = (
    r"(?:(?:fixed|permanent|rotating|rotational|early|late|day|night|evening|weekend|split|swing|graveyard|back|twilight|overnight|afternoon|morning|alternating|continental"
    r"|sleep-in|waking|long|short|\d(?:st|nd|rd|th)|first|second|third|two|three|[23]|12[- ]hour|8[- ]hour|10[- ]hour|12 hr|8 hr|10 hr|weekday)(?:\s?(?:,|/|&|and|or)\s?|\s)?)"
)
_REST = r"(?: (?:pattern|work|basis|rota|rotation|system|including [\w ,]{3,40}?(?=[.,;\n]|$)))?"
_PLAIN_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PATTERNS = tuple(
    Pattern(rf"(?P<said>{pattern})", re.IGNORECASE)
    for pattern in (
        # days with times, shifts by name, on and off days
        rf"\b(?:{_DAY}\s?(?:-|to|through|thru|bis|au?|à|t/m|tot|a)\s?{_DAY}|m-f|m - f|m to f)\b,?\s?(?:eves |evenings |nights |days |mornings |afternoons )?(?:from |between |von |de |van |\()?{_TIMES}\)?",
        rf"\b(?:{COUNT}) (?:days?|nights?|weeks?) on\s?[,/]?\s?(?:and )?(?:{COUNT})(?: days?| nights?| weeks?)? off\b",
        r"\b\d on[,/ &]{1,3}(?:and )?\d off\b(?:,? \d{1,2}[- ]hour shifts?)?|\b\d-on[,/ ]\s?\d-off\b(?: rotation)?",
        rf"\b{_KIND}{{1,4}}[- ]?shifts?\b(?! (?:allowance|premium|differential|pay|bonus|supplement|leader|manager|supervisor|lead|change|engineer)){_REST}",
        r"\b(?:shift work|shifts? including [\w ,]{3,40}?(?=[.,;\n]|$)|working shifts|shift[- ]based)\b",
        rf"\b(?:{COUNT}) (?:earlies|lates|nights|long days)(?:,? (?:and )?(?:{COUNT}) (?:earlies|lates|nights|off))+\b",
        rf"\b(?:{COUNT}) (?:long|short|twelve-hour|ten-hour|eight-hour|\d{{1,2}}[- ]hour) (?:days|nights)\b(?: (?:a week|between {_CLOCK} and {_CLOCK}))?",
        rf"\b(?:weekday )?(?:nights?|evenings?|mornings?|afternoons?|days),? (?:from |between )?{_TIMES}",
        r"\b\d{1,2}(?::\d\d)?\s?[ap]\s?-\s?\d{1,2}(?::\d\d)?\s?[ap]\b",
        rf"\b(?:diensten?|schichten?|horaires?|vacations) (?:van|von|de) {_TIMES}(?:\s?uur\b)?|\bvacations de \d{{1,2}}\s?h\b",
        rf"\b(?:{_PLAIN_DAY}s?)(?: to | - |-| bis | au | a )(?:{_PLAIN_DAY}s?),? (?:straight|split|early|late|day|night|evening) shifts\b",
        rf"\b(?:{COUNT}) (?:evenings?|nights?|weekends?|saturdays?|sundays?) (?:a|per) (?:week|month)\b(?: and [^.,;\n]{{3,40}})?",
        rf"\b(?:{_PLAIN_DAY}) to (?:{_PLAIN_DAY}) from \d{{1,2}}(?::\d\d)?\s?[ap]m\b",
        r"\bbetween \d{1,2}(?::\d\d)?\s?[ap]m and \d{1,2}(?::\d\d)?\s?[ap]m\b",
        # nights, evenings, weekends
        r"\b(?:night|evening|weekend) work(?:ing)?\b|\b(?:including|some|every other|every second|alternate|occasional|one in \w+) (?:evenings?|weekends?|nights?|saturdays?|sundays?)(?: (?:and|or|&|/) (?:weekends?|evenings?|bank holidays|public holidays|holidays|nights?|sundays?))*",
        r"\bweekends? (?:included|essential|only|and (?:bank |public )?holidays|required|availability(?: required)?)\b|\b(?:evenings|nights) (?:and|&|or) weekends\b|\b1 in \d weekends?\b|\b(?:one|two|three|[1-3]) weekends? (?:in|out of|per|a) \w+\b",
        r"\bnights\b(?= (?:only|and|role|position|-)|\))|(?<=[(-] )nights\b|(?<=\()(?:nights|days|earlies|lates|weekends)\b",
        rf"\bon[- ]call (?:shifts?|1 in \d)\b|\bon[- ]call[^.;\n]{{0,30}}\b(?:one|a|1) (?:day|night|week|weekend) in (?:{COUNT})\b|\bon[- ]call (?:every|each) (?:{COUNT})(?:rd|th)? (?:day|week|weekend)s?\b",
        r"\b(?:any )?\w+ days (?:out of|over) (?:seven|7)\b|\b\d out of 7 days\b",
        # other languages
        r"\b(?:früh|spät|nacht|tag|wochenend)-?(?:,| und|/)? ?(?:(?:früh|spät|nacht|tag|wochenend)-? ?(?:und|,|/)? ?){0,2}(?:schicht|dienst)(?:en?|s|e)?\b",
        r"\b(?:schichtdienst|schichtarbeit|schichtbetrieb|wechselschicht\w*|nachtarbeit|wochenendarbeit|wochenenddienst\w*|rufbereitschaft (?:alle|jede\w*|etwa alle) \w+ \w+|(?:\d|zwei|drei)-?schicht-?\w*|vollkontischicht|dreischicht\w*|zweischicht\w*)\b",
        r"\b(?:travail (?:de nuit|le week-?ends?|en équipe|posté|du dimanche)|horaires? (?:décalés?|coupés?|de nuit|postés?)|(?:en )?[2345]x[78]|équipe (?:de nuit|du matin)|astreintes?,? (?:un[e]? \w+ sur \w+|toutes les \w+ semaines)|week-?ends? travaillés?)\b",
        r"\b(?:turnos? (?:rotativos?(?: de \w+(?: y (?:de )?\w+)?)?|rotatorios?(?: [\w/]+)?|partidos?|de (?:noche|mañana|tarde)|de fin de semana)|jornada (?:intensiva|partida)|fines de semana(?: y festivos)?|(?:\d-)?ploegendienst|nachtdienst(?:en)?|weekenddienst(?:en)?|dagdienst|avonddienst(?:en)?|(?:2|3|5)-ploegen\w*|wisselende diensten|skiftarbete|skiftarbeid|turnuszmiany|praca zmianowa)\b",
        # starts of the day, and single days
        rf"(?<![\d.:])(?:\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\.?|\bearly) starts?\b(?! in\b)|\b(?:prise de poste à|start tussen|starts? at(?= \d{{1,2}}(?::\d\d|\s?[ap]\.?m))|arbeitsbeginn um) {_CLOCK}(?:\s?(?:and|or|en|et|und|-) {_CLOCK}(?:\s?uur\b)?(?: 's (?:ochtends|morgens|middags|avonds|nachts)\b)?)?",
        r"\b(?:rotating |fixed )?(?:earlies|lates)(?:(?: and |/| or )(?:earlies|lates|nights))?\b|\b(?:duty|shift) rota\b|\bday work\b",
        rf"\b(?:un week-?end sur (?:{COUNT})(?: travaillé)?|(?:samedi|dimanche|week-?end)s? travaillés?|travail le (?:samedi|dimanche)|(?:zaterdag|zondag|weekend) om de week|(?:{COUNT}) weekend[es]* (?:im monat|pro monat|per maand|par mois|al mes))\b",
        r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s(?: (?:vor|nach)mittags| abends| nachts)?(?:(?: und |, | oder )(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s(?: (?:vor|nach)mittags| abends| nachts)?)*\b",
        r"\b[3-6]-tage-woche, [^.\n;]{3,30}(?:frei|ruhetage?)\b|(?<=[,;] )(?:vormittags|nachmittags|abends|nachts)(?=\s*(?:$|[,.;]))",
        rf"(?<=[,;(] )(?:{_PLAIN_DAY}s)(?:(?:, | and | & )(?:{_PLAIN_DAY}s))+(?=\s*(?:$|[,.;)]))",
        rf"\b(?:{_PLAIN_DAY}) (?:to|through|-) (?:{_PLAIN_DAY})\b(?=\s*(?:$|[,.;)]))",
        rf"\bonce in (?:{COUNT}) weekends?\b[^.\n]{{0,70}}",
        rf"\bshifts? (?:are|run|runs|from|between|will be|is) (?:[^.\n;]{{0,20}}?)(?:{_TIMES}|{_CLOCK} or {_CLOCK})",
        r"\b(?:mon(?:day)?|montag|lundi|maandag|lunes)s?\s?(?:-|to|through|thru|bis|au|à|t/m|tot|a)\s?(?:thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|freitag|samstag|sonntag|vendredi|samedi|dimanche|vrijdag|zaterdag|viernes|sábado|domingo)s?\b",
    )
)
# Words of time that say more than the name of a shift.
_TELLING = re.compile(
    rf"\d|\d{{1,2}}[ap]-\d|\bon\b.{{1,12}}\boff\b|(?:{_PLAIN_DAY})|\b(?:{COUNT}) (?:long|short|twelve|ten|earlies|lates|nights|evenings)|out of|über",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:]\s|\.\s+(?=[A-Z0-9])|\s/\s")
_REST_OF_CLAUSE = re.compile(
    r"(?: (?:as|in|on|only|required|every|from|between|per|including|plus|and|or|until|travaillée?s?)\b[^,.;:\n()]{0,30})?(?=[,.;:\n()]|$)"
)
_CLOCKS_ALONE = re.compile(rf"(?:from |de |von |van )?{_TIMES}", re.IGNORECASE)
_CLOCKS = re.compile(
    r"\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?m\.?|uhr|h)?\s?(?:-|to|until|bis|à|tot|a)\s?\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m|\s?uhr|\s?h\b)",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\d\s?(?:hours?|hrs?|h|stunden|uur|heures|horas)\b(?!-)", re.IGNORECASE)
_FORM = re.compile(r"(?:full|part)[- ]?time|vollzeit|teilzeit|temps (?:plein|partiel)|\w{2,12}", re.IGNORECASE)
_TELLS_TIME = re.compile(rf"{_TIMES}|{_DAY}|shift", re.IGNORECASE)
_LONGEST_CLAUSE = 45
_CLINGS = re.compile(r"(?:[ ,/;]|(?<!\b[ap]\.m)\.)+$", re.IGNORECASE)
# What a labelled value must show to be a shift: "Schedule: Full time" is none.
_SHIFTY = re.compile(
    rf"\bshift|\bnight|\bevening|\bweekend|\bearl|\blate\b|\brota|\broster|{_TIMES}|\b(?:{one_of(day for day in table('dates')['weekdays'] if len(day) > 4)})s?\b|\bmon\b|\bm-f\b|schicht|\bnacht|\bdienst|\bnuit|week-end"
    r"|\dx\d|\bturno|fin de semana|\bon[,/ ]+\d off|days? (?:out of|over|a week|per week)|\bday\b|\bdays\b|on[- ]call|4x10|ploegen|gleitzeit|semaine sur|jours de repos|om de week",
    re.IGNORECASE,
)
_NOT_SHIFT = re.compile(
    r"\b(?:office|studio|on-?site|come in|meet|overnight|stay\w*|away|no|not|never|without|keine?|sans|geen|sin|call|ring|phones?|contact\w*|open|closes?|closed|opening (?:hours|times)|lines|reach us|telefon\w*|erreichbar|support hours|available to answer|training"
    r"|interviews?|visit|walk[- ]?in|disponibilidad|öffnungszeiten)\b[^.;\n]{0,45}$",
    re.IGNORECASE,
)
_CUES = tuple(map(Cues, _PATTERNS))
CUES = (*_CUES, shift_talk.CUES)


def extract(doc: Document) -> Found[str] | None:
    """The shifts, as stated, or None; days and times tell more than the name of a shift, so they come first."""
    found = [*_labelled(doc), *_said(doc)] or list(_worded(doc))
    plain = found[:1] and (
        found[0].rule == "shift.labelled"
        or (found[0].rule == "shift.below_label" and "night" in found[0].value.lower())
    )
    return next((each for each in found if plain or _TELLING.search(each.value)), found[0] if found else None)


def _labelled(doc: Document) -> Iterator[Found[str]]:
    of_hours = ((span, rule) for span, rule in labelled_values(doc, "hours") if _CLOCKS.search(doc.text, *span))
    for span, rule in (*labelled_values(doc, "shift"), *of_hours):
        if _SHIFTY.search(doc.text, *span) and not re.match(
            r"(?:full|part)[- ]?time\W*$|flexib", doc.text[span.start : span.stop], re.IGNORECASE
        ):
            yield doc.quoted(_past_hours(doc.text, *span), span.stop, f"shift.{rule}")


def _worded(doc: Document) -> Iterator[Found[str]]:
    """Stretches of words of shifts in sentences that no pattern takes; hours are a field of their own."""
    hours = doc.once(read_hours)
    for span in telling_spans(doc, spoken_lines(doc), shift_talk.CUES, shift_talk.said):
        found = doc.quoted(*span, "shift.worded")
        if hours is None or not found.evidence[0].span.overlaps(hours.evidence[0].span):
            yield found


def _past_hours(text: str, start: int, stop: int) -> int:
    """Where the shifts of a labelled value begin: behind its hours and its form, as in "Full-time, 23:00 - 07:30"."""
    first = text.find(", ", start, stop)
    before, rest = text[start:first], text[first + 2 : stop]
    other = first > 0 and (_HOURS.search(before) or _FORM.fullmatch(before)) and not _TELLS_TIME.search(before)
    return first + 2 if other and _SHIFTY.search(rest) else start


def _said(doc: Document) -> Iterator[Found[str]]:
    hours = doc.once(read_hours)
    taken = hours.evidence[0].span if hours is not None else None
    for number, (pattern, cues) in enumerate(zip(_PATTERNS, _CUES, strict=True), start=1):
        for line in doc.telling(spoken_lines(doc), cues):
            for match in doc.matches(pattern, line.start, line.stop):
                if _NOT_SHIFT.search(doc.text, max(line.start, match.start() - 60), match.start()):
                    continue
                grown = shift_talk.run_around(doc.text, line.start, line.stop, Span(*match.span("said")))
                start, stop = _run(doc.text, line, *grown)
                found = doc.quoted(start, start + len(_CLINGS.sub("", doc.text[start:stop])), f"shift.said_{number}")
                if taken is None or not found.evidence[0].span.overlaps(taken):
                    yield found


def _run(text: str, line: Line, start: int, stop: int) -> tuple[int, int]:
    """The words about shifts grown over the clauses beside them that speak of shifts too, inside their sentence.

    "Rotating earlies and lates, 06:00-14:00, 40 hours a week" is two clauses of shifts and one of hours.
    """
    borders = [line.start, *(match.end() for match in _CLAUSE.finditer(text, line.start, line.stop)), line.stop]
    inner = [place for place in borders if place <= start]
    while len(inner) > 1 and _grows(text[inner[-2] : inner[-1]]) and text[inner[-1] - 2 : inner[-1] - 1] != ".":
        inner.pop()
        start = inner[-1]
    dash = text.rfind(" - ", inner[-1], start if start > inner[-1] else stop)
    if start == inner[-1] and dash > start and not _SHIFTY.search(text, start, dash):
        start = dash + len(" - ")
    rest = _REST_OF_CLAUSE.match(text, stop, line.stop)
    stop = rest.end() if rest else stop
    for end in [place for place in borders if place > stop]:
        clause = text[stop:end].strip(" ,;:/")
        if clause and (not _grows(clause) or text[stop : stop + 1] == "."):
            break
        stop = end if clause else stop
    return start, stop


def _grows(clause: str) -> bool:
    return (
        len(clause) <= _LONGEST_CLAUSE
        and bool(_SHIFTY.search(clause))
        and (not _HOURS.search(clause) or _CLOCKS_ALONE.fullmatch(clause) is not None)
    )
