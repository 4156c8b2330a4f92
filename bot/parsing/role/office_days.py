"""How many days are worked in the office, or away from it? A count with its unit, as stated."""

import re
from collections.abc import Callable

from bot.model.evidence import Found
from bot.model.posting import OfficeDays
from bot.model.vocabulary import DayKind
from bot.parsing.document import Document
from bot.parsing.rule import Rule, statements
from bot.parsing.time.numbers import NUMBER, number

_COUNT = rf"(?:(?:up to|at least|minimum(?: of)?|min\.?|max(?:imum)?\.?|about|around|bis zu|mindestens|jusqu'à|minimaal|hasta|al menos)\s)?(?P<days>{NUMBER})(?:\s?(?:-|to|or|bis|à|of|a|oder)\s?{NUMBER})?"
_DAY = r"(?:(?:full |fixed |set |core |anchor )?days?|tagen?|jours?|dagen?|días?)"
_PER = r"(?:\s?(?:(?:per|a|each|every|/|pro|die|in der|par|à la|por|a la|al|of the)\s?(?:calendar )?(?P<per>week|month|wk|fortnight|woche|monat|semaine|mois|maand|semana|mes)|(?P<weekly>weekly)|(?P<monthly>monthly)))"
_OFFICE = r"(?:in (?:the|our|your local|a)?\s?(?:[A-Z]\w+ )?(?:office|studio|hub|workplace|lab|hq)|in-office|in office|on-?site|on site|at (?:the|our) (?:[A-Z]\w+ )?office|office[- ]based|from the office|in[- ]person|im büro|vor ort|au bureau|sur site|en présentiel|op (?:het )?kantoor|en (?:la )?oficina|presencial(?:es)?)"
_REMOTE = r"(?:remote(?:ly)?|telework(?:ing)?|from home|at home|home[- ]?office|wfh|working from home|work from home|homeworking|off-?site|mobil\w*|von zu hause|(?:de |en )?télétravail|thuis(?:werken)?|vanuit huis|teletrabajo|en remoto|desde casa)"
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


def _days(kind: DayKind) -> Callable[[re.Match[str]], OfficeDays | None]:
    """The production for counts of one kind."""

    def produce(match: re.Match[str]) -> OfficeDays | None:
        per = match["per"] or ("month" if match["monthly"] else "week" if match["weekly"] else None)
        count = number(match["days"])
        unit = _UNITS.get((per or "week").lower(), (per or "week").lower())
        if count > (7 if unit == "week" else 23):
            return None
        return OfficeDays(days=count, per=unit, kind=kind)

    return produce


_RULES: tuple[Rule[OfficeDays], ...] = tuple(
    Rule(f"office_days.{kind.value}", re.compile(pattern, re.IGNORECASE), _days(kind))
    for kind, place in ((DayKind.OFFICE, _OFFICE), (DayKind.REMOTE, _REMOTE))
    for pattern in (
        rf"\b{_COUNT}\s?{_DAY}{_HYBRID_MARK}\s?\(?{place}{_PER}?",
        rf"\b{_COUNT}\s?{_DAY}{_PER}?{_HYBRID_MARK},?\s?\(?(?:(?:is|are|to be|will be|spent|working|work(?:ed)?|you'?ll be|can be|may be|of it|of) ){{0,3}}{place}",
        rf"\b{place}[ ,:(-]{{1,3}}(?:for |on |is |required |attendance |working |work ){{0,2}}{_COUNT}\s?{_DAY}{_PER}?",
    )
)
CUES = tuple(rule.cues for rule in _RULES)
_PERIODIC = re.compile(r"\byear\b|\bannum\b|\bjahr\b|\ban\b|\bjaar\b|\baño\b", re.IGNORECASE)


def statements_of(doc: Document) -> tuple[Found[OfficeDays], ...]:
    """Every count of days, in page order of its line; days a year are a perk, not a rhythm."""
    found: list[Found[OfficeDays]] = []
    for each in statements(doc, _RULES, doc.stated_lines()):
        evidence = each.evidence[0]
        behind = doc.source.raw[evidence.stop : evidence.stop + 14]
        if not _PERIODIC.match(behind.lstrip(" a/per")) and not any(
            evidence.span.overlaps(other.evidence[0].span) for other in found
        ):
            found.append(each)
    return tuple(found)


def extract(doc: Document) -> Found[OfficeDays] | None:
    """The days in the office or away from it, or None."""
    found = doc.once(statements_of)
    return found[0] if found else None
