"""Does a stretch of text name a place? A table of countries, regions and cities, and the shapes they stand in.

Leaves out where a place means the job's own place: `bot.parsing.role.locations` decides that.
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.parsing.lexicon.tables import table
from bot.text.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:[.'-][^\W\d_]+)*\.?")
_MOST_WORDS = 5
_REGION_BEHIND = re.compile(
    r"(?: ?, ?,| ,|,)\s?(?P<plain>[^\W\d_][^\n,;()|/•]{1,28})|\s\((?P<paren>[^\W\d_][^\n,;()|/•]{1,28})\)"
)
# A town that no table knows is one all the same before the code of a state: "Moab, CO".
_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC"
    " SD TN TX UT VT VA WA WV WI WY ON QC BC AB MB SK NS NSW VIC QLD TAS"
)
_TOWN_OF_STATE = re.compile(
    rf"(?:[A-Z][a-z]+|St\.|Ft\.)(?:[ -][A-Z][a-z]+){{0,2}}, (?P<state>{'|'.join(_STATES.split())})\b"
)
_BEFORE_TOWN = re.compile(r"(?:^|[\n|•,(:;@/-]|\b(?:in|at|near|to|from))\s?$")
# "Saint-Priest (69)": a town with the number of its department.
_FRENCH = re.compile(r"[A-ZÀ-Ý][\w'-]+(?:[ -][A-ZÀ-Ý][\w'-]+){0,3} \(\d{2}(?:\d{3})?\)")
_LONGEST_TOWN = 40
_NEAR = 8
_CODE = re.compile(r"(?:,\s?|\s)([A-Z]{2,3})\b")
_PART = re.compile(r"(?:\d{1,5}[a-z]?\s)?[A-ZÀ-Ýa-zà-ÿ'’][\w.'’/-]*(?:\s[\w.'’/&-]+){0,4}\)?")
_POSTCODE = r"(?:,?\s\(?(?:\d{4,5}(?:-\d{4})?|[A-Z]{1,2}\d{1,2}[A-Z]?(?:\s?\d[A-Z]{2})?|\d{1,2}(?:e|er|ème)\b)\)?)?"


@cache
def _names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word in lower case → the words of each place that starts with it, longest first."""
    source = table("places")
    index: dict[str, list[tuple[str, ...]]] = {}
    for group in ("countries", "regions", "cities"):
        for name in source[group]:
            parts = tuple(name.lower().replace(",", "").rstrip(".").split())
            index.setdefault(parts[0].rstrip("."), []).append(parts)
    return {key: tuple(sorted(set(names), key=lambda name: (-len(name), name))) for key, names in index.items()}


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(table("places")["doubtful"])


@cache
def _codes() -> frozenset[str]:
    return frozenset(table("places")["codes"])


def places(text: str, start: int, stop: int) -> Iterator[tuple[Span, bool]]:
    """Each place named in `text[start:stop]`, with region and country behind it; the flag says that it is sure.

    >>> [text.of("Office in Austin, TX or Berlin") for text, sure in places("Office in Austin, TX or Berlin", 0, 30)]
    ['Austin, TX', 'Berlin']
    """
    words = list(_WORD.finditer(text, start, stop))
    number = 0
    while number < len(words):
        town = _town(text, words, number, stop)
        if town is not None:
            yield town, True
            while number < len(words) and words[number].start() < town.stop:
                number += 1
            continue
        size = _size(words, number)
        if not size:
            number += 1
            continue
        begin, end = words[number].start(), words[number + size - 1].end()
        end -= text[end - 1] == "."
        name = " ".join(word.group().lower() for word in words[number : number + size])
        longer = _with_regions(text, end, stop)
        yield Span(begin, longer), longer > end or name not in _doubtful()
        while number < len(words) and words[number].start() < longer:
            number += 1


def _town(text: str, words: list[re.Match[str]], number: int, stop: int) -> Span | None:
    """A town before the code of its state that no table knows, or knows in part: "Moab, CO", "Dallas-Fort Worth, TX"."""
    start = words[number].start()
    town = _TOWN_OF_STATE.match(text, start, stop) if "," in text[start : start + _LONGEST_TOWN] else None
    if town is None or not _BEFORE_TOWN.search(text[max(0, start - _NEAR) : start]):
        return None
    inside = [place for place, word in enumerate(words) if start < word.start() < town.start("state")]
    size = _size(words, number)
    if (size and "-" not in words[number].group()) or (not size and any(_size(words, place) for place in inside)):
        return None
    return Span(start, _with_postcode(text, town.end(), stop))


def _size(words: list[re.Match[str]], number: int) -> int:
    """How many words from this one on name a place; 0 when none does."""
    first = words[number].group()
    if not first[0].isupper() and first not in {"den", "the", "'s-Hertogenbosch"}:
        return 0
    low = first.lower().rstrip(".")
    if known := _names().get(low, ()):
        following = tuple(word.group().lower().rstrip(".") for word in words[number : number + _MOST_WORDS])
        for name in known:
            if following[: len(name)] == tuple(part.rstrip(".") for part in name):
                return len(name)
    # "Dortmund-Hörde", "Annecy-le-Vieux": a quarter behind its city.
    city = low.split("-")[0]
    return int(city != low and (city,) in _names().get(city, ()) and city not in _doubtful())


def _with_regions(text: str, end: int, stop: int) -> int:
    """The end of the place with ", Region" and ", Country" behind it."""
    for _ in range(2):
        code = _CODE.match(text, end, stop)
        if code and code[1].lower() in _codes():
            end = code.end()
            continue
        region = _REGION_BEHIND.match(text, end, stop)
        if not region:
            break
        group = "plain" if region["plain"] else "paren"
        words = list(_WORD.finditer(text, *region.span(group)))
        size = _size(words, 0) if words else 0
        if not size or not _is_region(text, words[0].start(), words[size - 1].end(), end):
            break
        whole = words[size - 1].end() == region.end("paren")
        if group == "paren" and not whole:
            break
        end = region.end() if whole else words[size - 1].end()
    return _with_postcode(text, end, stop)


def _with_postcode(text: str, end: int, stop: int) -> int:
    postcode = re.compile(_POSTCODE).match(text, end, stop)
    return postcode.end() if postcode else end


def _is_region(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the name is a country or region, or the city before it once more ("Zaragoza, Zaragoza")."""
    name = text[start:stop].lower().rstrip(".")
    return name in _regions() or text[:end].lower().endswith(name)


@cache
def _regions() -> frozenset[str]:
    source = table("places")
    return frozenset((*source["countries"], *source["regions"])) - frozenset(source["major"])


def is_major(text: str) -> bool:
    """Whether the text is the name of a city that has parts and suburbs with names of their own."""
    return text.lower().strip() in _major()


@cache
def _major() -> frozenset[str]:
    return frozenset(table("places")["major"])


def is_place(text: str) -> bool:
    """Whether the whole text is the name of one place.

    >>> is_place("Berlin, Germany"), is_place("Reading list")
    (True, False)
    """
    return any(span == (0, len(text)) for span, _ in places(text, 0, len(text)))


def is_place_line(text: str) -> bool:
    """Whether a line is one place with its quarter, street, region or country.

    >>> is_place_line("Morningside, Edinburgh"), is_place_line("29 - Quimper"), is_place_line("Clyde & Sons, Glasgow")
    (True, True, False)
    """
    if is_place(re.sub(r"^\d{4,6}\s(?=[A-ZÀ-Ý'])", "", text)) or _FRENCH.fullmatch(text):
        return True
    number = re.match(r"\d{2,3} - ", text)
    parts = [part.strip() for part in re.split(r",|\s\(", text[number.end() if number else 0 :])]
    unknown = not is_place(parts[0]) and not re.search(r"\d", parts[0])
    if unknown and (parts[0].count(" ") > 1 or "&" in parts[0]):
        return False
    if len(parts) > 4 or not (number or len(parts) > 1) or not all(_PART.fullmatch(part) for part in parts):
        return False
    return any(is_place(re.sub(r"^\d{4,5}\s|\)$", "", part)) for part in parts)
