"""Which human languages are asked for, at which level, and how firmly?

A language counts where words of speaking or a level stand beside it, or where it stands alone in a list of asks; a
nationality ("German company") does not. The words stand in `lexicon/languages.toml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.model.evidence import Found
from bot.model.languages import LANGUAGE_OF
from bot.model.posting import LanguageSkill
from bot.model.vocabulary import Strength
from bot.parsing.document import Document, Section, SectionKind
from bot.parsing.duties.columns import read_columns
from bot.parsing.lexicon.tables import one_of, table
from bot.text.layout import Line
from bot.text.polarity import is_preference, is_unasked
from bot.text.sentences import sentences
from bot.text.sieve import Cues
from bot.text.span import Span
from bot.text.tokens import fold_in_place

_NAMES = "|".join(sorted(LANGUAGE_OF, key=lambda name: (-len(name), name)))
_ANY = re.compile(rf"\b(?P<name>{_NAMES})(?P<form>-?kenntnis\w*|-?sprach\w*|-?muttersprach\w*)?\b")
CUES = Cues(_ANY)
_CEFR = r"[abc][12](?![\w.])(?:\+|\s?[/-]\s?[abc][12]\b)?"
# What joins languages of one list: "German, French or (ideally) Dutch".
_JOINT = re.compile(
    r"\s*-?\s*(?:,|/|&|\+|\||\band\b|\bor\b|\band/or\b|\bund\b|\boder\b|\bet\b|\bou\b|\ben\b|\bof\b|\by\b|\bo\b|\be\b|,\s*(?:and|or|und|oder|et|ou|en|of|y|o))\s*"
    r"(?:(?:either|ideally|preferably|also|in|het|het nederlands|another|any)\s+)?\(?\s*"
)
# Where one statement ends and another begins.
_BORDER = re.compile(r"[;.:•|]\s|\bwhile\b")
_COMMA = re.compile(
    r"(?:,\s|\s)(?:but|aber|mais|maar|pero)\s|,\s|\s-\s|\s(?:and|und|et|en|y)\s(?=(?:ideally|preferably|idealerweise|idealement|idealmente)\s)"
)
# "any second language helps": a wish for none by name.
_ANOTHER = re.compile(
    r"(?:any|an?|another|other|eine|weitere|toute|une|elke|cualquier)\s(?:\w+\s)?(?:languages?|sprachen?|langues?|taal|talen|idiomas?)\b"
)
_PREDICATE = re.compile(
    r"\b(?:is|are|ist|sind|est|sont|es|son|would|will|plus|must|required|essential|advantage|asset|bonus|preferred|desirable|ideally|idealerweise|welcome|nice|helpful|helps|counts|pre|vorteil|valorable|atout|optional|imprescindible)\b"
)
_HEAD = re.compile(r"\w[^;.:]{0,24}:\s$")
_WISH_FIRST = re.compile(r"\s*(?:ideally|idealerweise|preferably|nice|bonus|plus)\b")
_WISHED = re.compile(
    r"\b(?:very welcome|welcome|would (?:delight|help|be)|nice(?: to have)?|bonus|helpful|helps|useful|willkommen|bienvenu\w*|welkom|optional|handy|opens doors|in your favour|atout)\b"
)
_ONLY_NAMES = re.compile(
    rf"\s*(?:(?:and|or|and/or|either|ideally|und|oder|et|ou|en|of|y|o|/|,|&|\(|\)|plus|another|language|eu|european|\b(?:{_NAMES})\b)\s*)+(?:for\b.*)?[.);]?\s*"
)
_LABEL = re.compile(
    r"^\s*(?:required |desired |working |other |foreign )?(?:languages?(?: skills| requirements| required)?|sprachen|sprachkenntnisse|fremdsprachen|langues?(?: requises?)?|taal|talen|idiomas?|must|nice|need|needed|required|requirements|plus|bonus)\b[^:]{0,12}:"
)
_SPOKEN = re.compile(r"\b(?:fluent|speak\w*|basic|good|native|some)\s(?:\w+\s(?:and|or|&)\s)?$")
# "de Nederlandse taal", "la langue anglaise": adjectives, languages only beside the word for it.
_ADJECTIVE = re.compile(
    r"(?:nederlands|engels|duits|frans|spaans|italiaans|deutsch|englisch|franzosisch)e[nr]?|anglaise|francaise|allemande|espagnole|inglesa|neerlandaise"
)
_OF_SPEECH = re.compile(r"\s(?:en \w+ |und \w+ |et \w+ )?(?:sprache|taal)\b")
_IN_SPEECH = re.compile(r"\b(?:langue|lengua)\s$")
_PICKER = re.compile(rf"\s*\S+\s*\(\s*(?:{_NAMES})\s*\)\s*$")
_LINKS_BEHIND = r"[\s:(,–-]{0,3}(?:\s?(?:at|to|on|level|language|languages|skills?|niveau|auf|mindestens|mind\.|nivel|op|un|in|of|proficiency|is|must be|should be|speaker|speaking|a|an|minimum|min\.?|at least|ideally|preferably|idealerweise|möglichst|moglichst|or|kenntnisse|als|de|reading and writing)\s+){0,4}[(:]?\s?"
_LINKS_BEFORE = re.compile(
    r"\s?(?:[(:-]\s?)?(?:(?:level|levels|in|of|written|spoken|oral|verbal|and|speaking|knowledge|skills|command|de|d'|en|del|het|the|both|business|communication|communicative|or|&|/|language|kenntnisse|kenntnissen|uso|beheersing|van|reading|wort|schrift|to|speak|a|zu|im|speakers?)\s?(?:,\s)?){0,6}"
)
# What somebody else is to learn is not asked: "for two girls who are meant to become fluent in Polish".
_OTHERS = re.compile(
    r"\b(?:child|children|kids?|girls?|boys?|sons?|daughters?|twins|toddlers?|babies|baby|pupils?|students?|learners?|guests?|kinder\w*|tochter|sohn|schuler\w*|enfants?|filles?|eleves?|kinderen|leerlingen|ninos?|ninas?|hijos?|hijas?|alumnos?)\b"
    r"(?=[^.;]{0,80}\b(?:become|becomes|becoming|grow|grows|growing|raised|learn|learns|learning|meant to|supposed to|sollen|soll|aufwachs\w*|lernen|lernt|deviennent|apprennent|grandi\w*|leren|opgroeien|aprend\w*|crezcan)\b)"
)
_HERE = frozenset(
    {
        SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.HEADER,
        SectionKind.ROLE, SectionKind.OTHER, SectionKind.DETAILS, SectionKind.SUMMARY, SectionKind.DUTIES,
    }
)  # fmt: skip
_ASKED = frozenset({SectionKind.REQUIREMENTS, SectionKind.NICE, SectionKind.SKILLS, SectionKind.EDUCATION})
_WINDOW = 48


@dataclass(frozen=True, slots=True)
class _Mention:
    language: str
    span: Span
    form: str  # "kenntnisse" in "Deutschkenntnisse", else ""


@dataclass(frozen=True, slots=True)
class _Patterns:
    speaking: re.Pattern[str]
    national: re.Pattern[str]
    behind: re.Pattern[str]
    level: re.Pattern[str]
    level_behind: re.Pattern[str]


def names_language(text: str) -> bool:
    """Whether the words ask for a human language.

    >>> names_language("Fluent German (C1)"), names_language("a German company")
    (True, False)
    """
    return bool(_asked(text, fold_in_place(text), listed=True))


def extract(doc: Document) -> tuple[Found[LanguageSkill], ...]:
    """The languages asked for, each once, in page order; where a page says one twice, with its level."""
    found: dict[str, Found[LanguageSkill]] = {}
    for section in doc.sections:
        if section.kind in _HERE:
            for line in doc.telling(section.lines, CUES):
                for each in _in_line(doc, section, line):
                    known = found.setdefault(each.value.language, each)
                    if known.value.level is None and each.value.level is not None:
                        found[each.value.language] = each
    return tuple(sorted(found.values(), key=lambda each: each.evidence[0].start))


def _in_line(doc: Document, section: Section, line: Line) -> Iterator[Found[LanguageSkill]]:
    if _PICKER.match(doc.folded, line.start, line.stop):
        return
    for piece in sentences(doc.text, line.start, line.stop):
        text, low = piece.of(doc.text), piece.of(doc.folded)
        mentions = _asked(text, low, listed=section.kind in _ASKED)
        for mention in mentions:
            clause = _clause(low, mention.span)
            if is_unasked(clause.of(text)) or _OTHERS.search(low, 0, mention.span.start):
                continue
            level = _level(low, clause, mention, mentions)
            wished = (
                section.kind is SectionKind.NICE or is_preference(clause.of(text)) or _WISHED.search(clause.of(low))
            )
            marked = doc.once(read_columns).strength_at(piece.start + mention.span.start)
            skill = LanguageSkill(
                language=mention.language,
                level=level.of(text) if level else None,
                strength=marked or (Strength.NICE if wished else Strength.MUST),
            )
            start, stop = (
                mention.span
                if level is None
                else (min(mention.span.start, level.start), max(mention.span.stop, level.stop))
            )
            yield doc.found(skill, piece.start + start, piece.start + stop, "languages.asked")


def _asked(text: str, low: str, *, listed: bool) -> list[_Mention]:
    """The languages that the sentence asks for; `listed` where it stands among asks."""
    mentions = [
        _Mention(LANGUAGE_OF[match["name"]], Span(*match.span()), match["form"] or "")
        for match in _ANY.finditer(low)
        if _may_be_one(text, low, match)
    ]
    if not mentions:
        return []
    patterns = _patterns()
    telling = [match.span() for match in patterns.speaking.finditer(low)]
    alone = _LABEL.match(low) is not None or (listed and _ONLY_NAMES.fullmatch(low) is not None)
    sure = [each for each in mentions if alone or each.form or _has_sign(low, each, telling, listed=listed)]
    for each in mentions:
        if each not in sure and any(_joined(low, each, other) for other in sure):
            sure.append(each)
    return sorted(sure, key=lambda each: each.span)


def _may_be_one(text: str, low: str, match: re.Match[str]) -> bool:
    """Whether the word can be a language at all: its letters are right, and no thing of a nation follows."""
    name = match["name"]
    capital = text[match.start()].isupper()
    english = LANGUAGE_OF[name].lower() == name == text[slice(*match.span("name"))].lower()
    if not capital and english and not _SPOKEN.search(low, 0, match.start()) and not text.islower():
        return False
    if _ADJECTIVE.fullmatch(name) and not (
        _OF_SPEECH.match(low, match.end()) or _IN_SPEECH.search(low, 0, match.start())
    ):
        return False
    return match["form"] is not None or not _patterns().national.match(low, match.end())


def _has_sign(low: str, mention: _Mention, telling: Sequence[tuple[int, int]], *, listed: bool) -> bool:
    patterns = _patterns()
    start, stop = mention.span
    if patterns.behind.match(low, stop) or patterns.level_behind.match(low, stop):
        return True
    before = _level_before(low, 0, start)
    if before is not None and (listed or before.stop + 1 >= start):
        return True
    return any(left - stop <= _WINDOW and start - right <= _WINDOW for left, right in telling)


def _joined(low: str, left: _Mention, right: _Mention) -> bool:
    first, second = sorted((left.span, right.span))
    level = _patterns().level_behind.match(low, first.stop, second.start)
    return any(_JOINT.fullmatch(low, start, second.start) for start in (first.stop, *([level.end()] if level else [])))


def _clause(low: str, span: Span) -> Span:
    """The statement around a language: up to a full border, and up to a comma where both sides are statements."""
    start = max((match.end() for match in _BORDER.finditer(low, 0, span.start)), default=0)
    border = _BORDER.search(low, span.stop)
    stop = border.start() if border else len(low)
    if border and border.group().startswith(":"):
        stop = len(low)
    label = _HEAD.search(low, 0, start)
    start = label.start() if label and _PREDICATE.search(label.group()) else start
    for comma in _COMMA.finditer(low, start, stop):
        left, right = low[start : comma.start()], low[comma.end() : stop]
        other = _ANY.search(right) or _ANOTHER.match(right)
        if not (_ANY.search(left) and other and (_PREDICATE.search(left) or _PREDICATE.search(right))):
            continue
        if _ONLY_NAMES.fullmatch(right) or (
            _JOINT.fullmatch(comma.group() + re.split(r"\w", right)[0]) and _leads(left)
        ):
            continue
        if comma.end() <= span.start:
            start = comma.end()
        else:
            stop = comma.start()
            break
    return Span(start, stop)


def _leads(left: str) -> bool:
    """Whether a statement opens with its wish: "ideally German, French or Dutch"."""
    return _WISH_FIRST.match(left) is not None


def _level(low: str, clause: Span, mention: _Mention, mentions: Sequence[_Mention]) -> Span | None:
    """The level of the language: its own, behind it or before it, else that of the list it stands in."""
    row = _row(low, mention, mentions)
    behind = _level_behind(low, mention.span.stop, clause.stop)
    if behind and _is_of_next(low, mention, behind, mentions):
        behind = None
    own = behind or _level_before(low, clause.start, mention.span.start)
    if own:
        return own
    last, first = row[-1].span, row[0].span
    shared = _level_behind(low, last.stop, clause.stop) or _level_before(low, clause.start, first.start)
    if shared or len(row) > 1:
        return shared
    later = _patterns().level.search(low, mention.span.stop, min(clause.stop, mention.span.stop + 30))
    if later is None or _ANY.search(low, mention.span.stop, later.start()):
        return None
    return None if _leads_to_next(low, mention, Span(*later.span()), mentions) else Span(*later.span())


def _is_of_next(low: str, mention: _Mention, level: Span, mentions: Sequence[_Mention]) -> bool:
    """Whether the level behind a comma belongs to the language that follows: "fluent in Danish, basic English"."""
    return "," in low[mention.span.stop : level.start] and _leads_to_next(low, mention, level, mentions)


def _leads_to_next(low: str, mention: _Mention, level: Span, mentions: Sequence[_Mention]) -> bool:
    """Whether the next language stands right behind the level, with nothing but words of language between."""
    following = next((each for each in mentions if each.span.start >= level.stop and each != mention), None)
    return following is not None and _LINKS_BEFORE.fullmatch(low, level.stop, following.span.start) is not None


def _row(low: str, mention: _Mention, mentions: Sequence[_Mention]) -> list[_Mention]:
    """The languages of the list in which the mention stands, itself included."""
    row: list[_Mention] = []
    for each in mentions:
        if row and not _joined(low, row[-1], each):
            if mention in row:
                break
            row = []
        row.append(each)
    return row


def _level_behind(low: str, start: int, stop: int) -> Span | None:
    match = _patterns().level_behind.match(low, start, stop)
    return Span(*match.span("level")) if match else None


def _level_before(low: str, start: int, stop: int) -> Span | None:
    """The level that stands before a language, with nothing but words of language between."""
    for match in _patterns().level.finditer(low, max(start, stop - _WINDOW - 12), stop):
        if _LINKS_BEFORE.fullmatch(low, match.end(), stop):
            return Span(*match.span())
    return None


@cache
def _patterns() -> _Patterns:
    words = table("languages")
    level = rf"\b(?:{_CEFR}|(?:{one_of(words['levels'])})(?!\w))"
    return _Patterns(
        speaking=re.compile(rf"\b(?:{one_of(words['speaking'])}|{_CEFR})(?!\w)"),
        national=re.compile(
            rf"[\s-]\s?(?:[a-z]+\s)?(?:{one_of(words['national'])})(?!\w)(?! (?:support|service|success|care|advis|account|rep|agent))"
        ),
        behind=re.compile(rf"[\s(,-]{{0,3}}(?:language )?(?:{one_of(words['behind'])})(?!\w)"),
        level=re.compile(level),
        level_behind=re.compile(rf"{_LINKS_BEHIND}(?P<level>{level})"),
    )
