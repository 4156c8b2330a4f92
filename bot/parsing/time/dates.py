"""Which date do words mean? Absolute dates to ISO; what a page leaves open (no year, unclear order) keeps its words.

Orders: year first, spelled month either way round, day first with dots. "03/04/2027" could be two days and stays
as it is, unless one part cannot be a month. Month names in English, German, French, Dutch and Spanish.
"""

import re
from datetime import date

_MONTHS = (
    "jan januar january janvier januari enero ene",
    "feb februar february février fevrier fév februari febrero",
    "mar mär märz march mars maart mrt marzo",
    "apr april avril avr abril abr",
    "may mai mei mayo",
    "jun juni june juin junio",
    "jul juli july juillet juil julio",
    "aug august août aout augustus agosto ago",
    "sep sept september septembre septiembre",
    "oct okt oktober october octobre octubre",
    "nov november novembre noviembre",
    "dec dez dezember december décembre decembre déc diciembre dic",
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
MONTH = "|".join(sorted(_NUMBER_OF, key=lambda name: (-len(name), name)))
_YEAR = r"(?:19|20)\d\d"
DATE = (
    rf"(?:{_YEAR}-\d{{1,2}}-\d{{1,2}}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|{_YEAR}/\d{{1,2}}/\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.|er|º)?\s?(?:of |de |-|/)?\s?(?:{MONTH})\b\.?,?(?:\s?(?:of |de |del |-|/)?\s?{_YEAR})?"
    rf"|\b(?:{MONTH})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s{_YEAR})?"
    rf"|\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:{_YEAR}|\d\d\b)|\d{{1,2}}[/-]\d{{1,2}}[/-](?:{_YEAR}|\d\d\b))"
)
_ISO = re.compile(rf"({_YEAR})[-/](\d{{1,2}})[-/](\d{{1,2}})")
_DAY_NAME = re.compile(rf"(\d{{1,2}})\D{{0,6}}?\b({MONTH})\b\.?\D{{0,6}}({_YEAR})", re.IGNORECASE)
_NAME_DAY = re.compile(rf"\b({MONTH})\b\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s({_YEAR})", re.IGNORECASE)
_DOTS = re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?({_YEAR})")
_SLASHES = re.compile(rf"(\d{{1,2}})[/-](\d{{1,2}})[/-]({_YEAR})")
RELATIVE = (
    r"(?:\d{1,3}\+?|an?|one|two|three|einem|einer|un|une|een|un[ao]?)\s(?:second|minute|hour|day|week|month|year)s?\sago"
    r"|(?:today|yesterday|just now|just posted|heute|gestern|aujourd'hui|hier\b|vandaag|gisteren|hoy|ayer)"
    r"|vor\s(?:\d{1,3}|einem|einer)\s(?:stunden?|tag(?:en)?|wochen?|monat(?:en)?)|il y a\s(?:\d{1,3}|une?)\s(?:heures?|jours?|semaines?|mois)"
    r"|(?:\d{1,3}|een)\s(?:uur|dag(?:en)?|weken|week|maand(?:en)?)\sgeleden|hace\s(?:\d{1,3}|una?)\s(?:horas?|días?|semanas?|meses|mes)"
    r"|\d{1,3}[dhw] ago|\d{1,2}mo ago"
)


def iso(words: str) -> str | None:
    """The ISO form of a date, or None when the words leave day, month or year open.

    >>> iso("15 Oct 2027"), iso("October 15th, 2027"), iso("15.10.2027"), iso("25/12/2026")
    ('2027-10-15', '2027-10-15', '2027-10-15', '2026-12-25')
    >>> iso("03/04/2027") is None and iso("15 October") is None
    True
    """
    if match := _ISO.search(words):
        return _valid(match[1], match[2], match[3])
    if match := _DAY_NAME.search(words):
        return _valid(match[3], str(_NUMBER_OF[match[2].lower()]), match[1])
    if match := _NAME_DAY.search(words):
        return _valid(match[3], str(_NUMBER_OF[match[1].lower()]), match[2])
    if match := _DOTS.search(words):
        return _valid(match[3], match[2], match[1])
    if match := _SLASHES.search(words):
        return _unordered(match[1], match[2], match[3])
    return None


def _unordered(first: str, second: str, year: str) -> str | None:
    if int(first) > 12 or first == second:
        return _valid(year, second, first)
    if int(second) > 12:
        return _valid(year, first, second)
    return None


def _valid(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
