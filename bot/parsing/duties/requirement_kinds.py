"""What is a requirement about? Education, a language, a licence, a clearance, experience, a trait, a skill, or else."""

import re
from functools import cache, lru_cache

from bot.model.languages import LANGUAGE_OF
from bot.model.vocabulary import RequirementKind
from bot.parsing.lexicon.tables import turns
from bot.parsing.terms import education, languages
from bot.parsing.terms.education import names_education
from bot.parsing.terms.languages import names_language
from bot.parsing.terms.skills import names_skill
from bot.text.pattern import Pattern
from bot.text.sieve import Cues, Sieve
from bot.text.tokens import fold


def _words(kind: str) -> Pattern:
    return Pattern(rf"\b(?:{turns('requirement_kinds', kind)})", re.IGNORECASE)


_LICENCE, _CLEARANCE, _EXPERIENCE = _words("licence"), _words("clearance"), _words("experience")
_TRAIT, _SKILL, _OTHER = _words("trait"), _words("skill"), _words("other")
_COUNTED = Pattern(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several|eine?[mnr]?|zwei|drei|fünf|un(?= an\b)|deux|trois|cinq|twee|drie|vijf|dos|tres|cinco))\+?\s?(?:-\s?\d+\s?)?(?:years?|yrs|seasons?|months|jahre?n?|ans|(?<=un )an|jaar|años)\b(?!'? (?:old|of age))",
    re.IGNORECASE,
)
# Of these kinds the one whose words stand first in the line wins.
_NEXT = (
    (_EXPERIENCE, RequirementKind.EXPERIENCE),
    (_OTHER, RequirementKind.OTHER),
    (_TRAIT, RequirementKind.TRAIT),
    (_SKILL, RequirementKind.SKILL),
)
_CUES = {pattern: Cues(pattern) for pattern in (_COUNTED, _CLEARANCE, _LICENCE, *(pattern for pattern, _ in _NEXT))}
# What somebody has done, told without the word experience; and how somebody is.
_DONE = re.compile(
    r"(?:(?:ideally|preferably|at least (?:one|two|three)|minimum (?:one|two|three)),? )?(?:(?:you(?:'ve| have)|has|have) (?:\w+ )?)?(?:shipped|built|led|managed|run|sold|worked|written|designed|delivered|launched|taught|held|served"
    r"|owned|grown|scaled|maintained|operated|handled|supervised|trained|published|created|developed|implemented|used|done|been)\b|(?:must have|having|someone who has|(?:we want )?somebody who has) (?:\w+ed|run|kept|sold|built|led|taught|done)\b|(?:field|shift|site|ward|shop|office|bench|\w+legal) work\b|work(?:ing)? (?:with|in|on|at|as) (?!a team|others|people from)|time spent\b|(?:previous|prior|past|earlier) \w+"
    r"|(?:an?|two|three|\d+) (?:or more )?(?:seasons?|months?|years?)\b|(?:a )?(?:record|history) of\b|you(?:'ve| have) (?:sold|worked|been|done|run|led|built|seen)\b",
    re.IGNORECASE,
)
_IS = re.compile(
    r"(?:the |an? )?(?:ability|able|capable|capacity|willing\w*|happy|comfortable|keen|confident|calm|patient|kind|good with|sense of|eye for|love of|joy|pride|respect|care for|interest|delivering|communicating"
    r"|working together|read|know|think|stay|keep|like|enjoy|freude|spaß|lust|gespür|sinn|bereitschaft|avoir|être|sens|goût|envie|plezier|zin|affiniteit|ganas|people who|writes|answers|listens|stays|keeps|holds (?:her|his|their) own|you|du|sie|vous|tu|je|jij|u)\b",
    re.IGNORECASE,
)
# "Minimum age 21", "you are at least 18": years that count the person.
_AGE = re.compile(
    r"\b(?:mindestalter|(?:minimum|legal) age|edad|âge|leeftijd)\b[^.;]{0,20}\d\d\b|(?:\w+ )?\bentre \d\d (?:y|et) \d\d (?:años|ans)\b"
    r"|^(?:(?:you|je|du|vous|sie|applicants?|candidates?) )?(?:must )?(?:be|are|bent|bist|sind|avez|aged|at least|minimum|mindestens|minimaal|minstens)(?: (?:at least|over|aged|minimaal|mindestens|minstens|minimum|au moins))? (?:1[4-9]|2[0125]) (?:years?|jahre?|jaar|ans|años)\b(?!'? (?:of|in|with|experience|erfahrung|ervaring|d'|de ))",
    re.IGNORECASE,
)
# A paper that has been held for some years, or is due within some months, is the paper all the same.
_HELD = re.compile(
    r"\blicen[cs]e\b[^.;]{0,15}\bheld for\b|\b(?:licen[cs]e|certificat\w+|card|registration)\s(?:within|in under)\s",
    re.IGNORECASE,
)
_TWO_DIGITS = re.compile(r"\d\d")
# A grade tells a subject of school, a line that opens with experience is about that, a bare short name is a paper.
_GRADED = re.compile(
    r"\b(?i:grade) [\dA-C]\b|\b(?:GCSEs?|NVQ|HNC|HND|HBO|MBO|VMBO|MAVO|WO|CAP|BEP|BTS|DUT|FP|ACA|ACCA)\b|\b(?i:bac ?\+|bachillerato|grado en)"
)
_OPENS_WITH_EXPERIENCE = re.compile(
    r"(?:[^\W\d_]+\*?,? ){0,3}experience\*? (?:in|of|with|as|working|using)\b", re.IGNORECASE
)
_AFTER_A_PAPER = re.compile(
    r"\bpost-? ?(?:graduate|graduation|qualification|registration|qualified)\b.{0,20}\bexperience", re.IGNORECASE
)
_LANGUAGES = re.compile(
    r"\b(?:other|second|further|additional|foreign|another|third|weitere|fremd|autres|tweede|otros|segundo) ?(?:languages?|sprachen?|langues?|ta(?:al|len)|idiomas?)\b(?! experience)|\bidiomas\b|\bfremdsprach\w+|\b(?i:euskera|gaelic|cymraeg|plattdeutsch)\b",
    re.IGNORECASE,
)
_BARE_NAME = re.compile(r"[A-Z]{3,6}\d?")
_FIRST_WORDS = re.compile(r"[^\W\d_]+")
_LEAD, _LEADING = 40, 3
_NATIONAL = re.compile(
    r"\s?-?(?:(?:building|labou?r|penal|civil|tax|electrical) (?:code|law)|regulations?|legislation|standards?\b|norms?\b|curriculum|accounting|work(?:ing)? (?:permit|visa)|residen|compan|market|customer|client|law\b|cuisine|food|restaurant|team|government|office|citizen|national|economy|tax\b|gaap|literature|passport|nationality)",
    re.IGNORECASE,
)


def requirement_kind(text: str) -> RequirementKind:
    """What the requirement is about, by the most telling words in it; `OTHER` when none tells.

    >>> requirement_kind("Bachelor's degree or equivalent experience").value
    'education'
    >>> requirement_kind("Strong communication skills").value, requirement_kind("Blue eyes").value
    ('trait', 'other')
    """
    return told_kind(text) or RequirementKind.OTHER


@lru_cache(maxsize=4096)
def told_kind(text: str) -> RequirementKind | None:
    """The kind of requirement that words of the text tell; None when none does.

    >>> told_kind("Right to work in Chile").value, told_kind("Blue eyes")
    ('other', None)
    """
    shown = _sieve().shown(text)
    if _AFTER_A_PAPER.search(text):
        return RequirementKind.EXPERIENCE
    if _TWO_DIGITS.search(text) and _AGE.search(text):
        return RequirementKind.OTHER
    if _GRADED.search(text) or (_sieve().lets(shown, education.CUES) and names_education(text)):
        return RequirementKind.EDUCATION
    if _shows(text, shown, _CLEARANCE):
        return RequirementKind.CLEARANCE
    if _HELD.search(text):
        return RequirementKind.LICENCE
    if _shows(text, shown, _COUNTED) and _shows(text, shown, _EXPERIENCE):
        return RequirementKind.EXPERIENCE
    if (
        _LANGUAGES.search(text)
        or _leads_with_language(text)
        or (_sieve().lets(shown, languages.CUES) and names_language(text))
    ):
        return RequirementKind.LANGUAGE
    if _OPENS_WITH_EXPERIENCE.match(text):
        return RequirementKind.EXPERIENCE
    if _shows(text, shown, _LICENCE) or (_BARE_NAME.fullmatch(text) and not names_skill(text)):
        return RequirementKind.LICENCE
    return _by_first_cue(text, shown)


def _shows(text: str, shown: int, pattern: Pattern) -> bool:
    return _sieve().lets(shown, _CUES[pattern]) and pattern.search(text) is not None


def _by_first_cue(text: str, shown: int) -> RequirementKind | None:
    """The kind whose cue stands first, since a line leads with what it asks for; experience wins where it is counted."""
    if _shows(text, shown, _COUNTED):
        return RequirementKind.EXPERIENCE
    found = [
        (match.start(), order, kind)
        for order, (pattern, kind) in enumerate(_NEXT)
        if _sieve().lets(shown, _CUES[pattern]) and (match := pattern.search(text))
    ]
    if found:
        return min(found)[2]
    if _DONE.match(text):
        return RequirementKind.EXPERIENCE
    if names_skill(text):
        return RequirementKind.SKILL
    return RequirementKind.TRAIT if _IS.match(text) else None


def _leads_with_language(text: str) -> bool:
    """Whether one of the first words is the name of a human language, as in "Some Gaelic" or "German or Dutch"."""
    words = _FIRST_WORDS.findall(text[:_LEAD])
    named = [number for number, word in enumerate(words[:_LEADING]) if word[0].isupper() and fold(word) in LANGUAGE_OF]
    return bool(named) and not _NATIONAL.match(text, text.index(words[named[0]]) + len(words[named[0]]))


@cache
def _sieve() -> Sieve:
    return Sieve((education.CUES, languages.CUES, *_CUES.values()))
