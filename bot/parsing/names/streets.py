"""Where does the town begin in an address? Behind house and street; a full British postcode behind it is left off.

"505 Erie Street North, Massillon, Ohio" is in "Massillon, Ohio".
"""

import re

from bot.parsing.names.places import places

_STREET = re.compile(
    r"\b\d{1,5}[a-z]?,? (?:[A-ZÀ-Ý][\w'.-]* ){1,4}?(?:St|Street|Rd|Road|Lane|Ln|Ave|Avenue|Square|Sq|Row|Drive|Dr|Place|Quay|Parade|Terrace|Hill|Way|Blvd|Boulevard|Court|Close|Crescent|Highway|Hwy|Pike|Gardens|Park|Yard|Mews|Walk|Green|Wharf|Grove)\b\.?(?: (?:North|South|East|West|[NSEW]))?"
    r"|\b[A-ZÀ-Ý][\w'-]*(?: [A-Z][\w'-]+)?(?:straße|strasse|str\.|allee|gasse|platz|weg|laan|straat|plein|kade) \d{1,4}[a-z]?|\b[A-ZÀ-Ý][\w'-]+ Street \d{1,4}|\b\d{1,4}(?: bis)?,? (?:rue|avenue|boulevard|quai|place|route|chemin|allée) [^,\n]{2,40}|\b(?:Calle|C/|Avda\.?|Avenida|Plaza) [^,\n]{2,40}?,? \d{1,4}",
)
_POSTCODE = re.compile(r",?\s[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$")
_DUTCH = re.compile(r"\d{4} ?[A-Z]{2} (?=[A-Z])")


def without_street(text: str, start: int, stop: int) -> tuple[int, int]:
    """The part of an address behind its last street, when a place stands there; else the whole range.

    >>> address = "The Vinery Centre, 20 Vinery Terrace, Leeds LS9 9LU"
    >>> start, stop = without_street(address, 0, len(address))
    >>> address[start:stop]
    'Leeds'
    """
    streets = list(_STREET.finditer(text, start, stop))
    if not streets:
        return start, stop
    rest = text[streets[-1].end() : stop]
    begin = streets[-1].end() + len(rest) - len(rest.lstrip(" ,-"))
    dutch = _DUTCH.match(text, begin, stop)
    begin = dutch.end() if dutch else begin
    postcode = _POSTCODE.search(text[begin:stop])
    end = begin + postcode.start() if postcode else stop
    named = next(places(text, begin, end), None) is not None  # behind a street, a doubtful name is a town
    return (begin, end) if named or dutch else (start, stop)
