"""Which human languages are asked for, at which level, and how firmly?

A language counts where words of speaking or a level stand beside it; a nationality ("German company") does not.
"""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.model.languages import LANGUAGE_OF
from bot.model.posting import LanguageSkill
from bot.model.vocabulary import Strength
from bot.parsing.document import Document, SectionKind
from bot.text.layout import Line
from bot.text.polarity import is_preference, is_unasked
from bot.text.sentences import sentences
from bot.text.sieve import Cues
from bot.text.span import Span
from bot.text.tokens import fold

_ANY = re.compile(
    r"\b(?:" + "|".join(sorted(LANGUAGE_OF, key=lambda name: (-len(name), name))) + r")(?:kenntnisse\w*|sprachig\w*)?\b"
)
_SPEAKING = re.compile(
    r"\b(?:fluen\w+|speak\w*|spoken|native|languages?|bilingual|trilingual|mother tongue|proficien\w+|written|verbal|oral|conversational|business[- ]level|working knowledge|professional level|level\b|command of|read and write|literacy|[abc][12]\b\+?"
    r"|sprach\w*|fliessend\w*|verhandlungssicher\w*|muttersprach\w*|kenntnisse|in wort und schrift|niveau|courant|couramment|maitrise|langues?|lu,? ecrit|bilingue|vloeiend|beheersing|taal|talen|schrift|moedertaal|nivel|idiomas?|hablad\w|dominio|nativo|fluido)",
)
_LEVEL = re.compile(
    r"\b(?:[ABC][12](?:\+|\s?[/-]\s?[ABC][12])?|native(?:[- ](?:level|speaker|or bilingual))?|mother tongue|bilingual|fluent(?:ly)?|fluency|near[- ]native|proficien(?:t|cy)|conversational|business(?:[- ](?:level|fluent))?|professional(?: working)?(?: proficiency| level)?|full professional proficiency|intermediate|advanced|upper[- ]intermediate|basic|good|very good|excellent|strong|perfect|working knowledge"
    r"|verhandlungssicher\w*|fließend\w*|sehr gut\w*|gut\w*|muttersprach\w*|courante?|couramment|bilingue|natif|vloeiende?|uitstekende?|goede?|nativo|fluido|alto|avanzado|medio)(?!\w)",
    re.IGNORECASE,
)
# "Dutch is a plus" and "excellent English and French" ask without a word of speaking.
_WISHED = re.compile(
    r"(?: language)?(?: (?:and|or|und|et|en|y) \w+)?\s?(?:is|are|ist|est|es|would be|skills?|required|preferred|essential|desirable|-?speak\w+|: ?(?:must|required))\b(?: (?:an? |very |highly |also |not )?(?:plus|must|asset|advantage|bonus|required|preferred|essential|desirable|helpful|mandatory|needed|nice|welcome|von vorteil|un plus|atout))?(?=\W|$)(?! (?:company|market|customers?))"
)
_GRADED = re.compile(
    r"\b(?:excellent|good|very good|strong|perfect|basic|working|business|advanced|fluent|native|conversational|sehr gut\w*|gut\w*|bon(?:ne)?|goede?|buen)\s(?:\w+\s(?:and|or|&|und|et|en|y)\s|\w+,\s){0,2}$"
)
_BARE = re.compile(r"^(?:languages?|sprachen?|langues?|taal|talen|idiomas?)\s*:", re.IGNORECASE)
_KINDS = frozenset(
    {
        SectionKind.REQUIREMENTS,
        SectionKind.NICE,
        SectionKind.EDUCATION,
        SectionKind.SKILLS,
        SectionKind.HEADER,
        SectionKind.ROLE,
    }
    | {SectionKind.OTHER, SectionKind.DETAILS, SectionKind.SUMMARY, SectionKind.DUTIES}
)
_WINDOW = 48
CUES = Cues(_ANY)
_NATIONAL = re.compile(
    r"^\s?-?(?:speaking (?:market|countr|customer|client)|compan|market|customer|client|law\b|cuisine|food|restaurant|team|government|office|citizen|national|economy|tax\b|gaap|teacher|literature|bakery|subsidiar|employ)",
    re.IGNORECASE,
)


def names_language(text: str) -> bool:
    """Whether the words ask for a human language.

    >>> names_language("Fluent German (C1)"), names_language("a German company")
    (True, False)
    """
    return next(_mentions(text), None) is not None


def extract(doc: Document) -> tuple[Found[LanguageSkill], ...]:
    """The languages asked for, each once, in page order."""
    found: dict[str, Found[LanguageSkill]] = {}
    for section in doc.sections:
        if section.kind not in _KINDS:
            continue
        for line in doc.telling(section.lines, CUES):
            for each in _in_line(doc, line, nice=section.kind is SectionKind.NICE):
                found.setdefault(each.value.language, each)
    return tuple(found.values())


def _in_line(doc: Document, line: Line, *, nice: bool) -> Iterator[Found[LanguageSkill]]:
    for piece in sentences(doc.text, line.start, line.stop):
        text = doc.text[piece.start : piece.stop]
        if is_unasked(text):
            continue
        for language, span in _mentions(text):
            clause = _clause(text, span)
            strength = Strength.NICE if nice or is_preference(clause) else Strength.MUST
            level = _level(text, span)
            skill = LanguageSkill(language=language, level=level, strength=strength)
            yield doc.found(skill, *_quoted(piece, text, span, level), "languages.asked")


def _mentions(text: str) -> Iterator[tuple[str, Span]]:
    """Each language asked for with its place in the text."""
    folded = fold(text)
    # Folding keeps lengths for all but a few letters; where it does not, places in the text would be wrong.
    plain = folded if len(folded) == len(text) else text.lower()
    telling = [match.span() for match in _SPEAKING.finditer(plain)]
    listed = _BARE.match(text) is not None
    for match in _ANY.finditer(plain):
        near = any(start - match.end() <= _WINDOW and match.start() - stop <= _WINDOW for start, stop in telling)
        direct = _WISHED.match(plain, match.end()) or _GRADED.search(plain, max(0, match.start() - 40), match.start())
        capital = direct or text[match.start()].isupper() or LANGUAGE_OF.get(match.group(), "").lower() != match.group()
        if (near or listed or direct) and capital and not _NATIONAL.match(text[match.end() :]):
            name = re.sub(r"(?:kenntnisse\w*|sprachig\w*)$", "", match.group())
            yield LANGUAGE_OF.get(name, LANGUAGE_OF.get(match.group(), name.capitalize())), Span(*match.span())


def _clause(text: str, span: Span) -> str:
    """The clause that says how firmly the language is asked for: up to a comma where it is a sentence of its own."""
    wished = _WISHED.match(fold(text), span.stop) is not None
    border = r"[;.,]" if wished else r"[;.]"
    start = max((match.end() for match in re.finditer(border + r"|\bbut\b", text[: span.start])), default=0)
    stop = re.search(border, text[span.stop :])
    return text[start : span.stop + stop.start() if stop else len(text)]


def _level(text: str, span: Span) -> str | None:
    """The level nearest to the language, before or behind it, within the clause."""
    after = re.match(
        r"[\s:(,-]{0,3}(?:at |to |level |language |skills |niveau |auf |mindestens |\(?(?:min(?:imum|\.)?|at least) )?(?:a |an )?",
        text[span.stop :],
    )
    behind = _LEVEL.match(text, span.stop + (after.end() if after else 0))
    if behind:
        return behind.group()
    ahead = None
    for match in _LEVEL.finditer(text, max(0, span.start - 40), span.start):
        ahead = match
    if ahead is not None:
        return ahead.group()
    later = _LEVEL.search(text, span.stop, min(len(text), span.stop + 30))
    return later.group() if later else None


def _quoted(piece: Span, text: str, span: Span, level: str | None) -> tuple[int, int]:
    """The range from the level to the language, whichever stands first."""
    start, stop = span
    if level is not None:
        places = [match.start() for match in re.finditer(re.escape(level), text)]
        nearest = min(places, key=lambda place: abs(place - span.start))
        start, stop = min(start, nearest), max(stop, nearest + len(level))
    return piece.start + start, piece.start + stop
