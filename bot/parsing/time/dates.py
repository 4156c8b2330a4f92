"""Which date do words mean? Absolute dates to ISO; what a page leaves open (no year, unclear order) keeps its words.

Orders: year first, spelled month either way round, day first with dots. "03/04/2027" could be two days and stays as
it is, unless one part cannot be a month or the page settles the order (`bot.parsing.time.date_order`).
"""

import re
from datetime import date

from bot.parsing.lexicon.tables import one_of, table

_NUMBER_OF = {name: number for number, names in enumerate(table("dates")["months"], start=1) for name in names.split()}
MONTH = one_of(_NUMBER_OF)
_YEAR = r"(?:19|20)\d\d"
DATE = (
    rf"(?:{_YEAR}-\d{{1,2}}-\d{{1,2}}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|{_YEAR}/\d{{1,2}}/\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.|er|º|:a)?\s?(?:of |de |-|/)?\s?(?:{MONTH})\b\.?,?(?:\s?(?:of |de |del |-|/)?\s?{_YEAR})?"
    rf"|\b(?:{MONTH})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s{_YEAR})?"
    rf"|\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:{_YEAR}|\d\d\b)|\d{{1,2}}[/-]\d{{1,2}}[/-](?:{_YEAR}|\d\d\b))"
)
_ISO = re.compile(rf"({_YEAR})[-/](\d{{1,2}})[-/](\d{{1,2}})")
_DAY_NAME = re.compile(rf"(\d{{1,2}})\D{{0,6}}?\b({MONTH})\b\.?\D{{0,6}}({_YEAR})", re.IGNORECASE)
_NAME_DAY = re.compile(rf"\b({MONTH})\b\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s({_YEAR})", re.IGNORECASE)
_DOTS = re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?({_YEAR}|\d\d\b)")
SLASHES = re.compile(rf"(?<![\d/-])(\d{{1,2}})[/-](\d{{1,2}})[/-]({_YEAR}|\d\d)(?![\d/-])")
_AGO = (
    r"(?:\d{1,3}\+?|an?|one|two|three|four|several|einem|einer|een|en)\s(?:second|minute|min|hour|day|week|month|year)s?\sago"
    r"|\d{1,3}\s?(?:d\+?|h|hrs?|w|wks?|mo|m|y)\sago"
)
RELATIVE = (
    rf"(?:{_AGO}|(?:today|yesterday|just now|just posted|last (?:week|month)|heute|gestern|aujourd'hui|hier\b|vandaag|gisteren|hoy|ayer)"
    r"|vor\s(?:mehr als\s|über\s)?(?:\d{1,3}\+?|einem|einer)\s(?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?)"
    r"|il y a\s(?:plus de\s)?(?:\d{1,3}\+?|une?)\s(?:minutes?|heures?|jours?|semaines?|mois)"
    r"|(?:\d{1,3}\+?|een)\s(?:minuten|uur|uren|dag(?:en)?|weken|week|maand(?:en)?)\sgeleden"
    r"|hace\s(?:más de\s)?(?:\d{1,3}|una?)\s(?:minutos?|horas?|días?|semanas?|mes(?:es)?)"
    r"|(?:för\s)?\d{1,3}\s(?:dagar|timmar|veckor|dage|dager|uker)\s(?:sedan|siden))"
)


def iso(words: str, *, day_first: bool | None = None) -> str | None:
    """The ISO form of a date, or None when the words leave day, month or year open.

    >>> iso("15 Oct 2027"), iso("October 15th, 2027"), iso("15.10.2027"), iso("25/12/2026")
    ('2027-10-15', '2027-10-15', '2027-10-15', '2026-12-25')
    >>> iso("03/04/2027") is None and iso("15 October") is None
    True
    >>> iso("03/04/2027", day_first=True)
    '2027-04-03'
    """
    if match := _ISO.search(words):
        return _valid(match[1], match[2], match[3])
    if match := _DAY_NAME.search(words):
        return _valid(match[3], str(_NUMBER_OF[match[2].lower()]), match[1])
    if match := _NAME_DAY.search(words):
        return _valid(match[3], str(_NUMBER_OF[match[1].lower()]), match[2])
    if match := _DOTS.search(words):
        return _valid(match[3], match[2], match[1])
    if match := SLASHES.search(words):
        return _unordered(match[1], match[2], match[3], day_first)
    return None


def _unordered(first: str, second: str, year: str, day_first: bool | None) -> str | None:
    if int(first) > 12 or first == second or (day_first and int(second) <= 12):
        return _valid(year, second, first)
    if int(second) > 12 or day_first is False:
        return _valid(year, first, second)
    return None


def _valid(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year if len(year) == 4 else f"20{year}"), int(month), int(day)).isoformat()
    except ValueError:
        return None
