"""How many years of experience are asked for overall? A figure for one skill counts only where no general one stands.

Not experience: a company's age, the applicant's age, the length of a degree or of a contract, warranties.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.evidence import Found
from bot.model.posting import Experience
from bot.parsing.document import Document
from bot.parsing.time.numbers import NUMBER, number
from bot.text.layout import Line
from bot.text.sieve import Cues

_YEARS = r"(?:years?|yrs?\.?|yoe|jahren?|ans?|années?|jaar|jaren|años?)(?:'|\b)"
_MONTHS = r"(?:months?|monaten?|mois|maanden|meses)\b"
_FIGURE = re.compile(
    rf"(?P<least>(?:at least|minimum(?: of)?|min\.?|over|more than|mindestens|au moins|minimum de|minimaal|ten minste|al menos"
    rf"|mínimo(?: de)?|mehr als|plus de)\s)?"
    rf"(?P<most>(?:up to|max(?:imum)?\.?(?: of)?|less than|bis zu|jusqu'à|tot|hasta)\s)?"
    rf"(?P<low>{NUMBER})\s?(?P<plus>\+|or more|plus)?(?:\s?\(\d{{1,2}}\))?"
    rf"(?:\s?(?:-|to|bis|à|tot|a|or|/)\s?(?P<high>{NUMBER})\s?(?P<plus2>\+)?)?\s?-?\s?(?P<paren>\(?\+\)?)?"
    rf"\s?(?:full )?(?:(?P<year>{_YEARS})|(?P<month>{_MONTHS}))(?P<more>\s?\+| or more| minimum| mindestens)?",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"experien\w*|expérience|erfahrung|ervaring|experiencia|werkervaring|background|track record|practice\b|practi[sc]ing|yoe\b"
    r"|post[- ]?qualifi\w+|pqe\b|worked|working (?:as|in|with)|in (?:a|an) (?:\w+ ){0,3}(?:role|position|capacity|environment)"
    r"|developing|programming|in software|hands-on|as an? \w+|\bin (?:\w+ ){0,2}(?:management|design|sales|engineering|development|marketing|finance|nursing|teaching|accounting|payments|operations|research|security|analytics|data|recruitment|retail|hospitality|construction|logistics)\b|\bof (?:\w+ ){0,4}(?:development|engineering|programming|python|java|teaching|nursing|management)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\bwarranty|\bwe have been\b|\bour (?:company|firm|history)|\bfounded|\bestablished|\bheritage|\bin business|\bfor (?:over|more than|the"
    r" (?:last|past))\b|\bcompany (?:with|has)|\bteam (?:with|has|brings)|\bcombined\b|\byears? (?:old|of age)|\byear[- ]olds?|\bage[ds]?\b"
    r"|\bdegree program|\bcontract\b|\bfixed[- ]term|\bduration\b|\bmarket leader|\bseit (?:über )?|\bdepuis\b|\bsinds\b|\bdesde hace"
    r"|\bwe(?:'ve| have) (?:over|more)|\bwith (?:over|more than) \d+ years of (?:history|excellence|service|success|combined)|\bvisa\b"
    r"|\bevery\b|\bwithin (?:the )?(?:first|last|past|next)|\bin the (?:last|past|next)|\bresiden\w+|\bpension\b|\bservice\b|\bannually"
    r"|\bfunding|\bwe bring|\bour (?:\w+ ){0,2}experience",
    re.IGNORECASE,
)
_NONE_NEEDED = re.compile(
    r"\bno (?:previous |prior |work |professional )?experience (?:is )?(?:required|necessary|needed)"
    r"|\bexperience (?:is )?not (?:required|necessary|needed|essential)|\bkeine (?:\w+ )?erfahrung (?:erforderlich|nötig)"
    r"|\bsans expérience\b|\bdébutants? acceptés?|\bgeen ervaring (?:nodig|vereist)|\bsin experiencia\b|\bno se requiere experiencia",
    re.IGNORECASE,
)
_FIGURES, _FREE, _NAMED = Cues(_FIGURE), Cues(_NONE_NEEDED), Cues(_EXPERIENCE)
CUES = (_FIGURES, _FREE, _NAMED)
_MOST_YEARS = 40


@dataclass(frozen=True, slots=True)
class _Statement:
    found: Found[Experience]
    general: bool


def statements_of(doc: Document) -> tuple[Found[Experience], ...]:
    """Every statement of experience: general ones first, higher before lower, then those for one skill."""
    lines = doc.telling(doc.stated_lines(), _NAMED)
    read = [each for line in doc.telling(lines, _FREE) for each in _none_needed(doc, line)]
    read += [each for line in doc.telling(lines, _FIGURES) for each in _counted(doc, line)]
    read.sort(key=lambda each: (not each.general, -(each.found.value.min_years or 0)))
    return tuple(each.found for each in read)


def extract(doc: Document) -> Found[Experience] | None:
    """The years asked for overall, or None; `min_years` is 0 where the page says that none are needed."""
    found = statements_of(doc)
    return found[0] if found else None


def _none_needed(doc: Document, line: Line) -> Iterator[_Statement]:
    for match in _NONE_NEEDED.finditer(doc.text, line.start, line.stop):
        yield _Statement(doc.found(Experience(min_years=0), *match.span(), "experience.none_needed"), general=True)


def _counted(doc: Document, line: Line) -> Iterator[_Statement]:
    for match in _FIGURE.finditer(doc.text, line.start, line.stop):
        if _is_asked(doc.text, line, match):
            years = _years(match)
            if years is not None:
                general = bool(_general(doc.text, line, match))
                yield _Statement(doc.found(years, *_span(match), "experience.years"), general)


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.start() + len(match.group()) - len(match.group().lstrip()), match.end()


def _is_asked(text: str, line: Line, match: re.Match[str]) -> bool:
    before, after = (
        text[max(line.start, match.start() - 90) : match.start()],
        text[match.end() : min(line.stop, match.end() + 90)],
    )
    around = _same_sentence(before, after)
    if _OTHER.search(around) and not re.search(r"required|requir|must have|you have|at least|minimum", around, re.I):
        return False
    if re.match(r"\s?(?:old|of age|warranty)", after, re.I) or re.match(
        r"'?\s?(?:contract|degree|diploma|course|fixed)", after, re.I
    ):
        return False
    return bool(_EXPERIENCE.search(around))


def _same_sentence(before: str, after: str) -> str:
    head = re.split(r"[.!?]\s+(?=[A-Z])", before)[-1]
    return head + " # " + re.split(r"[.!?](?:\s|$)", after)[0]


def _years(match: re.Match[str]) -> Experience | None:
    low = number(match["low"])
    high = number(match["high"]) if match["high"] else None
    if match["month"]:
        low, high = round(low / 12, 1), None if high is None else round(high / 12, 1)
    if low > _MOST_YEARS or (high is not None and (high > _MOST_YEARS or high < low)):
        return None
    if match["most"]:
        return Experience(max_years=low)
    return Experience(min_years=low, max_years=None if match["plus2"] else high)


def _general(text: str, line: Line, match: re.Match[str]) -> bool:
    """Whether the years are of experience at large: no "with <skill>" alone, unless work itself is named."""
    after = text[match.end() : min(line.stop, match.end() + 70)]
    if re.match(
        r"\W{0,3}(?:of )?(?:\w+[- ]){0,4}(?:experience|erfahrung|expérience|ervaring|experiencia)\W*$", after, re.I
    ):
        return True
    return bool(
        re.match(
            r"\W{0,3}(?:of )?(?:\w+[- ]){0,2}(?:professional|work|working|relevant|industry|commercial|overall|total)",
            after,
            re.I,
        )
    )
