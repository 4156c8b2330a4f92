"""How many days are worked in the office, or away from it? A count with its unit, as stated."""

import re
from collections.abc import Callable

from bot.model.evidence import Found
from bot.model.posting import OfficeDays
from bot.model.vocabulary import DayKind
from bot.parsing.document import Document
from bot.parsing.rule import Rule, statements
from bot.parsing.talk import office as office_talk
from bot.parsing.time.numbers import NUMBER, number
from bot.text.pattern import Pattern
from bot.text.span import Covered

_OFFICES = (
    r"in (?:the|our|your local|a)?\s?(?:[A-Z]\w+ ){0,2}(?:office|studio|hub|workplace|lab|hq)",
    r"in-office|in office|from the office|office[- ]based|office\b(?=\))|wfo\b|on-?site|on site|on campus|in[- ]person",
    r"(?:at|to|attend) (?:the|our) (?:[A-Z]\w+ ){0,2}(?:office|studio|hub|workplace|hq)",
    r"im büro|vor ort|au bureau|sur site|en présentiel|(?:op|vanuit) (?:het )?(?:kantoor|stadhuis|gemeentehuis|provinciehuis)|en (?:la )?oficina|presencial(?:es)?",
)
# Words that mean the office only beside a count of days a week.
_BEING_THERE = (r"be there", r"com(?:e|ing) in", r"together in the office", r"presence at", r"in\b(?=,|\.|\)|$)")
_HOMES = (
    r"remote(?:ly)?|telework(?:ing)?|(?:from|at) home|home[- ]?office|wfh|work(?:ing)? from home|homeworking|off-?site",
    r"mobil\w*|von zu hause|(?:de |en )?télétravail|thuis(?:werken)?|vanuit huis|teletrabajo|en remoto|desde casa",
)
_OFFICE, _REMOTE = f"(?:{'|'.join(_OFFICES)})", f"(?:{'|'.join(_HOMES)})"
_THERE = f"(?:{'|'.join((*_OFFICES, *_BEING_THERE))})"
_HEDGE = (
    r"(?:(?:up to|at least|minimum(?: of)?|min\.?|max(?:imum)?\.?|about|around|bis zu|mindestens|jusqu'à|minimaal|hasta"
    r"|al menos)\s)?"
)
_COUNT = rf"{_HEDGE}(?P<days>{NUMBER})(?:\s?(?:-|to|or|bis|à|of|a|oder)\s?{NUMBER})?"
_DAY = r"(?:(?:full |fixed |set |core |anchor )?days?|tag(?:en?)?|jours?|dagen?|días?)"
_PERIOD = r"week|month|wk|fortnight|woche|monat|semaine|mois|maand|semana|mes"
_PER = (
    r"(?:\s?(?:(?:per|a|each|every|/|pro|die|in der|par|à la|por|a la|al|of the)\s?(?:calendar )?"
    rf"(?P<per>{_PERIOD})|(?P<weekly>weekly)|(?P<monthly>monthly)))"
)
# "three days a week", "three days of five", "twice a week"
_RHYTHM = (
    rf"(?:{_COUNT}\s?{_DAY}(?:{_PER}|\s(?:out )?of (?:five|5|the week)\b)"
    r"|(?P<times>once|twice|three times) (?:a|per|each) (?P<each>week|month))"
)
_BETWEEN = r"[^.;:!?\n]{0,45}?"
_HYBRID_MARK = r"(?:\s?(?:of )?(?:work(?:ing)?|attendance|presence|is|are|required|expected|collaboration))?"
_UNITS = {
    "wk": "week",
    "woche": "week",
    "semaine": "week",
    "semana": "week",
    "monat": "month",
    "mois": "month",
    "maand": "month",
    "mes": "month",
}


_LEAVE = re.compile(
    r"\b(?:leave|holidays?|vacation|off|travel\w*|urlaub|congés?|vakantie\w*|vacaciones|shifts?)\b", re.IGNORECASE
)
_PERIODIC = re.compile(r"\byear\b|\bannum\b|\bjahr\b|\ban\b|\bjaar\b|\baño\b", re.IGNORECASE)
_NEAR = 14

_TIMES = {"once": 1, "twice": 2, "three times": 3}


def _days(kind: DayKind) -> Callable[[re.Match[str]], OfficeDays | None]:
    """The production for counts of one kind."""

    def produce(match: re.Match[str]) -> OfficeDays | None:
        said = match.groupdict()
        behind = match.string[match.end() : match.end() + _NEAR].lstrip(" a/per")
        if _PERIODIC.match(behind) or _LEAVE.search(match.group()):
            return None
        if said.get("times"):
            return OfficeDays(days=_TIMES[said["times"].lower()], per=said["each"].lower(), kind=kind)
        per = (
            said.get("per")
            or said.get("then")
            or said.get("luego")
            or ("month" if said.get("monthly") else "week" if said.get("weekly") else None)
        )
        count = number(match["days"])
        unit = _UNITS.get((per or "week").lower(), (per or "week").lower())
        if count > (5 if unit == "week" else 23):
            return None
        return OfficeDays(days=count, per=unit, kind=kind)

    return produce


def _rules(name: str, patterns: Callable[[str], tuple[str, ...]], *, office: str) -> tuple[Rule[OfficeDays], ...]:
    """A rule for each pattern of a place, in the office and away from it."""
    places = ((DayKind.OFFICE, office), (DayKind.REMOTE, _REMOTE))
    return tuple(
        Rule(f"office_days.{name}{kind.value}", Pattern(pattern, re.IGNORECASE), _days(kind))
        for kind, place in places
        for pattern in patterns(place)
    )


def _side_by_side(place: str) -> tuple[str, ...]:
    """The count beside the place: "3 days in the office", "office: 2 days a week"."""
    link = (
        r"(?:(?:is|are|to be|will be|spent|working|work(?:ed)?|you'?ll be|can be|may be|of it|of|de|van|im|en|à) ){0,3}"
    )
    lead = r"[ ,:(-]{1,3}(?:for |on |is |required |attendance |working |work ){0,2}"
    return (
        rf"\b{_COUNT}\s?{_DAY}{_HYBRID_MARK}\s?\(?{place}{_PER}?",
        rf"\b{_COUNT}\s?{_DAY}{_PER}?{_HYBRID_MARK},?\s?\(?{link}{place}(?:\s(?:per|a|pro|par|al) (?P<then>{_PERIOD})\b|\sa la (?P<luego>semana))?",
        rf"\b{_COUNT}\s{place}[\s-]{_DAY}{_PER}",
        rf"\b{_COUNT}\s(?:fixed |set )?{place}[\s-]days\b",
        rf"\b{place}{lead}{_COUNT}\s?{_DAY}{_PER}?",
    )


def _in_one_clause(place: str) -> tuple[str, ...]:
    """A rhythm and the place in one clause: "you will be there four days a week"."""
    return (rf"\b{place}{_BETWEEN}\b{_RHYTHM}", rf"\b{_RHYTHM}{_BETWEEN}\b{place}")


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
_WEEKDAY = r"(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:nesdays?)?|thu(?:rs(?:days?)?)?|fri(?:days?)?)\b"
_COME = r"(?:come in|be in|come to (?:the|our) office(?: in \w+)?|expected in|meet in (?:the|our) (?:\w+ )?office)"
_LISTED = rf"{_WEEKDAY}(?:(?:, and |, | and | & | \+ |/){_WEEKDAY})+"
_THEN_OFFICE = Pattern(rf"\b(?P<listed>{_LISTED})(?: (?:are|is))? {_OFFICE}", re.IGNORECASE)
_ON_WEEKDAYS = Pattern(
    rf"\b(?:{_OFFICE}|{_COME}),?\s(?:on |every )?(?:(?P<first>{_WEEKDAY})\s?(?:to|through|thru|-)\s?(?P<last>{_WEEKDAY})|(?P<listed>{_LISTED}|{_WEEKDAY} only))",
    re.IGNORECASE,
)


def _weekdays(match: re.Match[str]) -> OfficeDays | None:
    """The days that are named: "in the Porto office on Tuesdays and Thursdays", "Monday through Wednesday"."""
    if match.groupdict()["listed"]:
        days = len(re.findall(_WEEKDAY, match["listed"], re.IGNORECASE))
    else:
        first, last = (_WEEKDAYS.index(match[name][:3].lower()) for name in ("first", "last"))
        days = last - first + 1
    return (
        OfficeDays(days=days, per="week", kind=DayKind.OFFICE) if days > 1 or "only" in match.group().lower() else None
    )


# "Telework is offered on one day; the other four are at the office" counts the days that are worked there.
_OTHERS = Pattern(
    rf"\b(?:the|die|les|de|los) (?:other|remaining|übrigen|anderen|autres|overige|andere|otros|demás) (?P<days>{NUMBER})(?: {_DAY})?[^.;\n]{{0,24}}?\b(?:{_OFFICE}|in the \w+house|on campus|with us)",
    re.IGNORECASE,
)
_RULES = (
    Rule("office_days.others", _OTHERS, _days(DayKind.OFFICE)),
    *_rules("", _side_by_side, office=_OFFICE),
    *_rules("clause_", _in_one_clause, office=_THERE),
    *(Rule("office_days.weekdays", pattern, _weekdays) for pattern in (_ON_WEEKDAYS, _THEN_OFFICE)),
)
CUES = (*(rule.cues for rule in _RULES), office_talk.CUES)


def statements_of(doc: Document) -> tuple[Found[OfficeDays], ...]:
    """Every count of days, in page order of its line; days a year are a perk, not a rhythm."""
    found: list[Found[OfficeDays]] = []
    covered = Covered()
    for each in statements(doc, _RULES, doc.stated_lines()):
        span = each.evidence[0].span
        if not covered.meets(span):
            covered.add(span)
            found.append(each)
    return tuple(found) or tuple(office_talk.talk_of(doc))


def extract(doc: Document) -> Found[OfficeDays] | None:
    """The days in the office or away from it, or None."""
    found = doc.once(statements_of)
    return found[0] if found else None
