"""Which phrases of free text say what a key says? "over 60k" is pay>=60k, "in London" is in:london.

Each rule rewrites the words that it knows into the keyed form, which then is read like one that a person typed; quoted
phrases and keyed pieces stay as they are. Patterns match folded text unless they look at capitals. Five languages; a
word that could be part of a title stays a word.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from bot.model.languages import LANGUAGE_OF, language_named
from bot.search.reading.figures import amount
from bot.search.reading.pieces import UNIT
from bot.search.reading.terms import evened, place_names, spellings, word_set
from bot.text.tokens import fold

_KEPT = re.compile(
    r'[-+]?"[^"]*"?|(?<!\S)[-+]?[A-Za-z][A-Za-z_]{1,20}(?::(?!//|\s|$)|>=|<=|=>|=<|[<>=](?=\S))(?:"[^"]*"?|[^\s"])*'
    rf"(?:{UNIT})?|(?<!\S)[-+]\S+"
)
_LEAST = r"over|above|more than|at least|from|min(?:imum)?\.?|paying|starting at|ab|uber|ueber|mehr als|mindestens|plus de|au moins|a partir de|minstens|meer dan|vanaf|boven|mas de|al menos|desde|minimo"
_MOST = r"under|below|less than|at most|up to|max(?:imum)?\.?|fewer than|unter|weniger als|hochstens|moins de|au plus|jusqu.a|minder dan|onder|hoogstens|menos de|hasta|maximo"
_CURRENCY = r"£|€|\$|¥|₹|gbp|eur|euros?|usd|dollars?|pounds?|chf|sek|nok|dkk|pln|czk|cad|aud|nzd|sgd|inr|zar"
_FIGURE = r"\d{1,3}(?:[.,]\d{3})+|\d{1,7}(?:[.,]\d{1,2})?"
_PERIOD = r"hour|hr|h|day|week|month|year|yr|annum|stunde|tag|woche|monat|jahr|heure|jour|semaine|mois|an|uur|dag|maand|jaar|hora|dia|mes|ano"
_PAY = re.compile(
    rf"(?:\b(?P<least>{_LEAST})\s|\b(?P<most>{_MOST})\s|(?P<sign>[<>]=?)\s?)?(?:(?P<before>{_CURRENCY})\s?)?(?<![\w.,])(?P<low>{_FIGURE})\s?(?P<lowk>k\b|tsd\.?)?"
    rf"(?:\s?(?:-|–|to|bis|tot|a)\s?(?:{_CURRENCY})?(?P<high>{_FIGURE})\s?(?P<highk>k\b)?)?(?P<plus>\+)?(?:\s?(?P<after>{_CURRENCY})(?!\w))?"
    rf"(?:\s?(?:/|per\s|an?\s|pro\s|im\s|par\s|por\s|al\s)\s?(?P<period>{_PERIOD})\b|\s?(?P<yearly>p\.?a\.?(?!\w)|annually|yearly)|\s?(?P<hourly>hourly)\b)?"
    r"(?!\s?(?:people|employees|staff|users|customers|%|years|hours|days|weeks|months|miles|km)|[\w,.]*\w)",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"(?:\b(?P<least>{_LEAST})\s|\b(?P<most>{_MOST}|with)\s)?\b(?P<low>\d{{1,2}})(?:\s?(?:-|–|to)\s?(?P<high>\d{{1,2}}))?(?P<plus>\s?\+)?\s?"
    r"(?:years?|yrs?|jahren?|ans|jaar|anos)\b(?:\W{0,2}\s?(?:of |d.)?(?:work |professional )?(?:experience|exp|erfahrung|berufserfahrung|experience|ervaring|de experiencia)\b)?",
    re.IGNORECASE,
)
_NO_EXPERIENCE = re.compile(
    r"\b(?:no|without|ohne|keine|sans|geen|zonder|sin)\s(?:work )?(?:experience|erfahrung|berufserfahrung|experience|ervaring|experiencia)\b(?:\s(?:needed|required|necessary))?",
    re.IGNORECASE,
)
_NUMBER = r"(?P<number>\d{1,3}|a|one|two|three|four|six|zwei|drei|deux|trois|twee|drie|dos|tres)?"
_UNIT = r"(?P<unit>days?|weeks?|months?|tagen?|wochen?|monaten?|jours?|semaines?|mois|dagen|weken|maanden|dias?|semanas?|mes(?:es)?)"
_POSTED = re.compile(
    rf"\b(?:(?:posted|published|added|new|veroffentlicht|publiees?|geplaatst|publicad[oa]s?)\s)?(?:(?:in|within|over|during|from|since)\s)?(?:the\s|der\s|den\s|die\s|les\s|ces\s|de\s|los\s|las\s)?"
    rf"(?:(?:last|past|letzten?|vergangenen|afgelopen|laatste|ultim[oa]s?)\s{_NUMBER}\s?{_UNIT}|(?P<fr>\d{{1,3}})\s(?:derniers|dernieres)\s(?P<frunit>jours|semaines|mois)|(?P<week>this week)|(?P<today>posted today))\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    rf"\b(?:closing|closes|close|deadline|ending|ends|apply|applications? close)\s(?:is\s|are\s)?(?:(?:in|within)\s(?:the\snext\s)?{_NUMBER}\s?{_UNIT}|(?P<week>this week)|(?P<sense>before|by|after)\s(?P<date>\d{{4}}-\d\d-\d\d))\b",
    re.IGNORECASE,
)
_VISA = re.compile(
    r"\b(?:with\s|offering\s|offers\s)?(?:visa\s(?:and\s\w+\s)?sponsor\w*|sponsor(?:s|ing|ed|ship)?\s(?:of\s)?(?:a\s)?visas?|sponsorship|visumsponsoring)\b(?:\s(?:available|offered|provided))?",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:still open|not closed|noch offen|open(?=\s(?:jobs?|roles?|positions?|postings?|vacanc\w+)\b))\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(?:no|without a|without|kein|ohne|sans|geen|zonder|sin)\s(?:degree|university degree|studium|diplome|diploma|titulo)\b(?:\s(?:needed|required|necessary))?",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\b(entry|junior|mid|senior|associate|director|executive|c)[- ]level\b", re.IGNORECASE)
_AT = re.compile(
    r"\b(?:at|bei|chez|bij)\s(?P<name>[A-ZÄÖÜÉ0-9][\w&.'-]*(?:\s[A-ZÄÖÜÉ][\w&.'-]*){0,3}|[a-z][\w&.'-]{2,30}\b)"
)
_IN = re.compile(r"\b(?:based\s|located\s)?(?:in|near|around|within|bei|à|en|te|dans|rond)\s(?=\S)", re.IGNORECASE)
_AND_PLACE = re.compile(r"\s?(?:,|\bor\b|\boder\b|\bou\b|/|\|)\s?", re.IGNORECASE)
_PLACE_WORD = re.compile(r"[^\W\d_][\w'-]*")
_TALKED = r"(?:\s(?:is\s)?(?P<after>ok|okay|fine|possible|welcome|allowed|preferred|only|work|working|jobs?|roles?|positions?)\b)?"
_LONGEST_PLACE = 4
_CUE = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_DAYS_OF = {"d": 1, "t": 1, "j": 1, "w": 7, "s": 7, "m": 30}
_WORDS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "zwei": 2, "drei": 3, "deux": 2, "trois": 3}
_WORDS |= {"twee": 2, "drie": 3, "dos": 2, "tres": 3}


def _pay(match: re.Match[str]) -> str:
    """A figure is pay where a currency, a period or a "k" says so, or a comparison with four digits."""
    low, high = amount(match["low"], match["lowk"]), amount(match["high"], match["highk"] or match["lowk"])
    currency = spellings("currency").get(match["before"] or match["after"] or "")
    period = spellings("period").get(match["period"] or "") or (
        "year" if match["yearly"] else "hour" if match["hourly"] else ""
    )
    compared = match["least"] or match["most"] or match["sign"]
    if (
        match.group() == "401k"
        or low is None
        or not (currency or match["lowk"] or match["highk"] or period or (compared and low >= 1000))
    ):
        return ""
    if high is not None and match["highk"] and low < 1000:
        low *= 1000
    units = f"{f' {currency}' if currency else ''}{f'/{period}' if period else ''}"
    if high is not None:
        return f"pay>={low:.10g}{units} pay<={high:.10g}{units}"
    upper = match["most"] or (match["sign"] or "").startswith("<")
    return f"pay{'<=' if upper else '>='}{low:.10g}{units}"


def _years(match: re.Match[str]) -> str:
    if match["high"]:
        return f"exp>={match['low']} exp<={match['high']}"
    return f"exp{'>=' if match['least'] or match['plus'] else '<='}{match['low']}"


def _posted(match: re.Match[str]) -> str:
    if match["week"] or match["today"]:
        return "posted<7d" if match["week"] else "posted<1d"
    return f"posted<{_days(match['number'] or match['fr'], match['unit'] or match['frunit'])}d"


def _closing(match: re.Match[str]) -> str:
    if match["date"]:
        return f"deadline{ {'before': '<', 'by': '<=', 'after': '>'}[match['sense']] }{match['date']}"
    return "deadline<7d" if match["week"] else f"deadline<{_days(match['number'], match['unit'])}d"


def _days(number: str | None, unit: str) -> int:
    count = _WORDS.get(number or "one") or int(number or 1)
    return count * _DAYS_OF[unit[0]]


def _at(match: re.Match[str]) -> str:
    name = match["name"].strip(".'-")
    if fold(name).split()[0] in word_set("no_company"):
        return ""
    if fold(match.group()).startswith("bei") and fold(name) in place_names():
        return f'in:"{name}"'
    return f'company:"{name}"'


def _fact(key: str) -> Callable[[re.Match[str]], str]:
    def told(match: re.Match[str]) -> str:
        value = spellings(key)[evened(match["name"])]
        return f"{key}:{value}{'!' if match['after'] == 'only' else ''}"

    return told


@cache
def _naming(key: str, before: str = "", behind: str = "") -> re.Pattern[str]:
    """Any spelling of the key's values, the longest first; blanks also match hyphens."""
    names = sorted((name for name in spellings(key) if name), key=lambda name: (-len(name), name))
    listed = "|".join(re.escape(name).replace(r"\ ", r"[\s-]") for name in names)
    return re.compile(rf"{before}(?<![\w-])(?P<name>{listed})(?![\w*-]){behind}")


@cache
def _mode_pattern() -> re.Pattern[str]:
    return _naming("mode", behind=rf"(?!\s(?:{'|'.join(sorted(word_set('not_a_mode_before')))})\b){_TALKED}")


@cache
def _type_pattern() -> re.Pattern[str]:
    return _naming("type", behind=_TALKED)


@cache
def _benefit_pattern() -> re.Pattern[str]:
    cue = r"\b(?:with|offering|offers?|including|mit|avec|con|met)\s(?:an?\s|good\s|great\s|une?\s|einer?\s|een\s|una?\s)*"
    return _naming("benefit", before=cue, behind="(?P<after>)")


@cache
def _speaking() -> re.Pattern[str]:
    names = "|".join(sorted(LANGUAGE_OF))
    return re.compile(
        rf"\b(?:(?P<first>{names})[\s-](?:speaking|speakers?)|(?:speak(?:s|ing)?|fluent(?: in)?)\s(?P<last>{names})|(?P<german>{names})(?:sprachige?[rns]?))\b"
    )


def _language(match: re.Match[str]) -> str:
    return f"lang:{(language_named(match['first'] or match['last'] or match['german']) or '').lower()}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it is rewritten to; "" where the words turn out to mean something else.

    The pattern is only tried on a line that holds one of the `cues`, which are whole words, or # for a digit.
    """

    name: str
    cues: Callable[[], frozenset[str]]
    pattern: Callable[[], re.Pattern[str]]
    to: Callable[[re.Match[str]], str]
    cased: bool = False


def _cues(words: str) -> Callable[[], frozenset[str]]:
    found = frozenset(words.split())
    return lambda: found


@cache
def _first_words(key: str) -> frozenset[str]:
    return frozenset(word for name in spellings(key) for word in _CUE.findall(name)[:1])


@cache
def _languages() -> frozenset[str]:
    return frozenset({"speaking", "speaker", "speakers", "speak", "speaks", "fluent", "sprachig"})


# Order matters where two rules know one word: no degree before degrees, years before pay, companies before places.
RULES = (
    Rule("no degree", _cues("degree studium diplome diploma titulo"), lambda: _DEGREE, lambda match: "-edu:degree"),
    Rule("no experience", _cues("experience erfahrung berufserfahrung ervaring experiencia"), lambda: _NO_EXPERIENCE, lambda match: "exp<=0"),
    Rule("posted", _cues("last past this today letzten letzte vergangenen afgelopen laatste ultimo ultimos ultimas ultima derniers dernieres"), lambda: _POSTED, _posted),
    Rule("closing", _cues("closing closes close deadline ending ends apply"), lambda: _CLOSING, _closing),
    Rule("years", _cues("#"), lambda: _YEARS, _years),
    Rule("pay", _cues("#"), lambda: _PAY, _pay),
    Rule("sponsorship", _cues("visa sponsor sponsors sponsoring sponsored sponsorship visumsponsoring"), lambda: _VISA, lambda match: "visa:yes"),
    Rule("language", _languages, _speaking, _language),
    Rule("level", _cues("level"), lambda: _LEVEL, lambda match: f"level:{spellings('level')[match[1] + ' level' if match[1] == 'c' else match[1]]}"),
    Rule("open", _cues("open closed offen"), lambda: _OPEN, lambda match: "open:yes"),
    Rule("benefit", _cues("with offering offer offers including mit avec con met"), _benefit_pattern, _fact("benefit")),
    Rule("type", lambda: _first_words("type"), _type_pattern, _fact("type")),
    Rule("mode", lambda: _first_words("mode"), _mode_pattern, _fact("mode")),
    Rule("company", _cues("at bei chez bij"), lambda: _AT, _at, cased=True),
)  # fmt: skip
_PLACE_CUES = frozenset("in near around within bei a en te dans rond".split())


class Stretch(NamedTuple):
    """A part of the line; `free` text may still be rewritten."""

    text: str
    free: bool


def rewrite(line: str) -> str:
    """The line with its phrases as keyed pieces.

    >>> rewrite("rust jobs in London over 60k, hybrid ok, no java").split()
    ['rust', 'jobs', 'in:"London"', 'pay>=60000', ',', 'mode:hybrid', ',', 'no', 'java']
    """
    stretches = list(_stretches(line))
    said = _said(" ".join([stretch.text for stretch in stretches if stretch.free]))
    for rule in RULES:
        if not said.isdisjoint(rule.cues()):
            stretches = [
                piece for stretch in stretches for piece in (_applied(rule, stretch) if stretch.free else (stretch,))
            ]
    if said.isdisjoint(_PLACE_CUES):
        return "".join(stretch.text for stretch in stretches)
    return "".join(_places(stretch.text) if stretch.free else stretch.text for stretch in stretches)


def _said(text: str) -> set[str]:
    """The folded words of free text, # when it holds a digit: what rules are chosen by."""
    folded = fold(text)
    said = set(_CUE.findall(folded))
    if _DIGIT.search(folded):
        said.add("#")
    if "sprachig" in folded:
        said.add("sprachig")
    return said


def _stretches(line: str) -> Iterator[Stretch]:
    done = 0
    for kept in _KEPT.finditer(line):
        yield Stretch(line[done : kept.start()], True)
        yield Stretch(kept.group(), False)
        done = kept.end()
    yield Stretch(line[done:], True)


def _applied(rule: Rule, stretch: Stretch) -> Iterator[Stretch]:
    if not stretch.text.strip():
        yield stretch
        return
    folded = fold(stretch.text)
    text = stretch.text if len(folded) == len(stretch.text) else folded
    done = 0
    for match in rule.pattern().finditer(text if rule.cased else folded):
        if told := rule.to(match):
            yield Stretch(text[done : match.start()], True)
            yield Stretch(f" {told} ", False)
            done = match.end()
    yield Stretch(text[done:], True)


def _places(text: str) -> str:
    """The text with "in London or Paris" as in:"London","Paris"."""
    parts, done = [], 0
    for cue in _IN.finditer(text):
        names, stop = _named_places(text, cue.end())
        if names and cue.start() >= done:
            parts += [text[done : cue.start()], " in:", ",".join(f'"{name}"' for name in names), " "]
            done = stop
    return "".join([*parts, text[done:]])


def _named_places(text: str, start: int) -> tuple[list[str], int]:
    """The places from `start` on, "," or "or" between them, and where they end."""
    names: list[str] = []
    stop = start
    while size := _place_size(text, start):
        names.append(text[start : start + size])
        stop = start + size
        joint = _AND_PLACE.match(text, stop)
        if joint is None:
            break
        start = joint.end()
    return names, stop


def _place_size(text: str, start: int) -> int:
    """How long the name of a place at `start` is: the longest in the table, else a word with a capital; 0 for none."""
    words = list(islice(_PLACE_WORD.finditer(text, start), _LONGEST_PLACE))
    if not words or words[0].start() != start:
        return 0
    for count in range(len(words), 0, -1):
        stop = words[count - 1].end()
        if evened(fold(text[start:stop])) in place_names() and (
            count > 1 or fold(words[0].group()) not in word_set("no_place")
        ):
            return stop - start
    first = words[0].group()
    return words[0].end() - start if first[0].isupper() and fold(first) not in word_set("no_place") else 0
