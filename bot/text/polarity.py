"""Is what a sentence names insisted on, wished for, or waived? Cues in five languages.

Leaves out whether the sentence asks anything at all.
"""

import re
from functools import cache, lru_cache

from bot.text.sieve import Cues, Sieve

_NICE = re.compile(
    r"^(?:nice|plus|bonus|desirable|preferred|optional)\s?:|^prefers?\s(?=\w)|\b(?:(?:an?|considered|seen as|definite|distinct|added|big|huge|strong|real|nice) (?:(?:big|huge|strong|real|definite|distinct|added|nice|great) )?(?:plus|bonus|advantage|asset)\b(?! (?:scheme|plan|of \d|pay|structure|program|potential|based))"
    r"|(?:is|are|would be|highly|strongly|also)? ?(?:(?:highly|well|very well|favou?rably) (?:valued|regarded|viewed)|to your advantage|in your favou?r|an? (?:\w+ )?surprise\b|wonderful|desir(?:able|ed)|preferred|advantageous|beneficial)\b|nice[- ]to[- ]haves?|\bnice\b(?=,? but|[.!]?$)|(?:is|are|would be|wäre) (?:nice|lovely|cool|great|useful|handy|super|a help)\b|not (?:vital|critical|crucial|expected|a dealbreaker)\b|looked on favou?rably|viewed favou?rably|(?:can|could) live without|welcome extras?|would (?:delight|please|impress|help)\b|serait utile|seraient utiles|wäre hilfreich|zou helpen|sería útil|öffnet türen|ist kein muss|kein muss\b|good to have|(?:is|are|very|most|always|experience|knowledge|skills|speakers) welcome\b(?! to)|\bwelcome[.!]?$|not a must\b|(?:helps|(?<!without )(?<!your )(?<!to )(?<!for )help)\b(?=,? but|[,.]?$|: |;)|(?:is|be) (?:helpful|handy)\b|: helpful\b|would (?:delight|please) us\b|if you must\b|kein muss\b|(?:wäre|wären) (?:super|toll|schön|klasse|ideal)\b|not (?:strictly )?(?:required|essential|necessary|a must)(?:,)? but"
    r"|ideally\b|bonus points|preferably|not (?:a )?(?:requirement|required|essential|mandatory)|or (?:an? |the )?(?:strong |keen |firm |willing )?(?:wish|desire|willingness|interest|eagerness) to(?! (?:obtain|get|gain|acquire|sit|take|undergo|apply for|complete)\b)|would be (?:nice|great|ideal|helpful|useful|a benefit)"
    r"|helpful but|optional(?:ly)?\b|von vorteil|wünschenswert|idealerweise|gern gesehen|ein plus|(?:est|serait|sont|constitue(?:nt)?) un (?:plus|atout)|atout\b|souhaitée?s?|idéalement|apprécié\w*"
    r"|is een pr[eé]|(?:een |is )pluspunt|pr[eé]\b$|bij voorkeur|mooi meegenomen|se valorar\w*|valorable|deseable|será un plus|preferible\w*)",
    re.IGNORECASE,
)
# "preferably in trading" narrows a must; only a line that is a preference as a whole is a nice-to-have.
_INNER_PREFERENCE = re.compile(
    r"^(?!ideally|preferably|idealerweise|idéalement|bij voorkeur).{12,}?,?\s\(?(?:preferably|ideally|preferred in|idealerweise|vorzugsweise|möglichst|idéalement|bij voorkeur|idealmente|preferiblemente)\b",
    re.IGNORECASE | re.DOTALL,
)
_FIRM = re.compile(
    r"\b(?:must|required|essential|mandatory|requires?|necessary|imperative|minimum|at least|zwingend|erforderlich|exigée?s?|indispensable|vereist|imprescindible)\b",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\b(?:a must|needed|compulsory|obligatory|vital|pflicht|notwendig|nötig|obligatoire|requise?s?|nodig|verplicht|necesario|obligatorio|(?:is|are)$)",
    re.IGNORECASE,
)
_UNASKED = re.compile(
    r"\bno (?:\w+ ){0,4}(?:degree|experience|qualifications?|diploma|certificat\w+|background|licen[cs]e|german|english|french|knowledge|coding|education)\b(?: \w+){0,3}? ?(?:is |are )?(?:needed|required|necessary|essential)?"
    r"|\b(?:is|are|was)(?: not|n't| neither| never) (?:an? |the )?(?:\w+ )?(?:condition|compulsory|obligatory|asked|expected|wanted|prerequisite)\b|\bnot (?:compulsory|obligatory|a condition|asked for)\b|\bneither (?:required|needed|necessary|expected|asked)\b|\bno (?:se (?:exige|pide|requiere|necesita)|hace falta|(?:es|son) (?:imprescindible|obligatori|requisito))|\bkeine? (?:bedingung|voraussetzung|pflicht)\b|\bnicht bedingung\b|\bhoef(?:t|je|ft)? (?:je )?(?:niet|geen)\b|\bgeen (?:must|eis|vereiste|voorwaarde)\b|\bn'est pas (?:une condition|exigée?|requise?|obligatoire|nécessaire|demandée?|indispensable)|\bpas besoin\b"
    r"|\b(?:is|are) not (?:required|necessary|needed|essential|mandatory)(?! but)|\bnot required(?! but)(?!,? (?:but|though|however))|\b(?:don't|do not) (?:need|require|have to have)\b"
    r"|\bnot (?:needed|necessary|expected|a requirement)\b(?!,? but)|\b(?:isn't|aren't) (?:required|needed|necessary|essential|mandatory)|\bnon (?:obligatoire|exigée?|requise?)|^neither\b|\bdon'?t need\b|\bneed no\b|\b(?:brauchst|brauchen) (?:du|sie) (?:nicht|kein\w*)|\bnicht (?:nötig|notwendig|erforderlich|zwingend|vorausgesetzt)|\bniet (?:nodig|vereist|noodzakelijk)|\bpas (?:nécessaire|obligatoire|exigée?|requise?)|\bno (?:es )?necesari[oa]|débutante?s? acceptée?s?|débutant accepté|\baucun\w* [^.]{0,40}(?:exigée?|requise?|nécessaire|demandée?)|\baucune expérience|\bsin experiencia"
    r"|\bkeine? (?:\w+ ){0,3}(?:erforderlich|nötig|notwendig)|\bpas de diplôme(?: exigé| requis)?|\bgeen (?:\w+ ){0,2}(?:nodig|vereist)|\bno se requiere",
    re.IGNORECASE,
)
# A label whose value is "No": "Supervisory background needed: No".
_ANSWERED_NO = re.compile(
    r"[^:]{3,80}(?::|\?| -)\s?(?:no|none|nein|keine?|nee|geen|non|aucune?|ningun[oa]|n/a|not (?:required|needed|necessary|applicable))[.!]?",
    re.IGNORECASE,
)
# "Forklift card: welcome, no must".
_NO_MUST = r"\b(?:nice|welcome|good|helpful|handy|useful|lovely|great|a plus|a bonus),? (?:but )?(?:it is |it's )?(?:no must|no need|not (?:a must|needed|required|necessary|essential))|\bno must\b"
_STILL = re.compile(
    r"\bbut (?:is |are |would be |highly )?(?:desir|prefer|a plus|an? advantage|nice|welcome|helpful|beneficial|useful)",
    re.IGNORECASE,
)

_WISHED = re.compile(
    r"\b(?:would be|is|are) (?:nice|an? (?:advantage|plus|asset|bonus)|desirable|helpful|useful|preferred|welcome|great)\b",
    re.IGNORECASE,
)
# What is said in brackets besides: "(matric is not necessary)"; "(not needed)" is of the thing itself.
_ASIDE = re.compile(r"\s?\((?!not\b|no\b|non\b|nicht\b|niet\b)\w+ [^()]{6,60}\)")
_UNFORCED = re.compile(_NO_MUST, re.IGNORECASE)
_WISHES, _WAIVERS = Cues(_NICE, _UNFORCED), Cues(_UNASKED)


@cache
def _sieve() -> Sieve:
    return Sieve((_WISHES, _WAIVERS))


@lru_cache(maxsize=4096)
def is_preference(text: str) -> bool:
    """Whether the line as a whole is wished for, not insisted on.

    >>> is_preference("Knowledge of Go would be a plus"), is_preference("Expert in C, preferably in trading")
    (True, False)
    """
    sieve = _sieve()
    wished = sieve.lets(sieve.shown(text), _WISHES) and (_NICE.search(text) or _UNFORCED.search(text))
    return bool(wished) and not _INNER_PREFERENCE.search(text)


def is_firm(text: str) -> bool:
    """Whether words of insisting stand in the text.

    >>> is_firm("English is a must"), is_firm("English helps")
    (True, False)
    """
    return _FIRM.search(text) is not None or _NEEDED.search(text) is not None


@lru_cache(maxsize=4096)
def is_unasked(text: str) -> bool:
    """Whether the line says that something is not needed, and does not wish for it either.

    >>> is_unasked("Overtime required: No"), is_unasked("Forklift card: welcome, no must")
    (True, False)
    >>> is_unasked("No degree needed"), is_unasked("A degree is not required but desired")
    (True, False)
    """
    if _ANSWERED_NO.fullmatch(text):
        return True
    if _UNFORCED.search(text):
        return False
    sieve = _sieve()
    waiver = _UNASKED.search(text) if sieve.lets(sieve.shown(text), _WAIVERS) else None
    # "Start-up experience preferred but not required": a wish, though the waiver has the last word.
    return (
        waiver is not None
        and not _NICE.search(text, 0, waiver.start())
        and not _WISHED.search(text)
        and not _STILL.search(text)
        and not _FIRM.search(_UNASKED.sub("", text))
    )


def is_waived(text: str) -> bool:
    """Whether an ask is waived as a whole; a waiver of something else in brackets counts for nothing.

    >>> is_waived("Grade 10 (matric is not needed)"), is_waived("A degree (not needed)")
    (False, True)
    """
    if not is_unasked(text):
        return False
    rest = _ASIDE.sub("", text).strip()
    return not rest or rest == text or is_unasked(rest)
