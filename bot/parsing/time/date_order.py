"""Does a page write the day or the month first in "03/04/2027"? Another date of the page tells, or its language and country.

Leaves out what the date is for. Where two signs disagree, the order stays open.
"""

import re

from bot.parsing.document import Document
from bot.parsing.page.language import language_of
from bot.parsing.time.dates import SLASHES

_DAY_FIRST = re.compile(
    r"£|\bp\.a\.|\b(?:GBP|AUD|NZD|INR|United Kingdom|England|Scotland|Wales|Ireland|Australia|New Zealand|India|NHS|DBS|A[EW]ST|gov\.uk|Co\. [A-Z][a-z]+|Eircode"
    r"|co\.uk|ac\.uk|super(?:annuation)?|lakhs?|LPA|annual leave|CV)\b"
)
_MONTH_FIRST = re.compile(
    r"\b(?:USD|United States|USA|U\.S\.|US citizen\w*|401\(?k\)?|EEOC?|PTO|[A-Z][a-z]+, (?:A[LKZR]|C[AOT]|DE|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]"
    r"|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|DC)\b|GS-?\s?\d{1,2}|W-?2|resume)"
)


def day_first(doc: Document) -> bool | None:
    """True for day first, False for month first, None where the page does not tell."""
    clear = {_clear(match[1], match[2]) for match in SLASHES.finditer(doc.text)} - {None}
    if clear:
        return clear.pop() if len(clear) == 1 else None
    if doc.once(language_of) != "en":
        return True
    signs = bool(_DAY_FIRST.search(doc.text)), bool(_MONTH_FIRST.search(doc.text))
    return signs[0] if signs[0] != signs[1] else None


def _clear(first: str, second: str) -> bool | None:
    if int(first) > 12:
        return True
    return False if int(second) > 12 else None
