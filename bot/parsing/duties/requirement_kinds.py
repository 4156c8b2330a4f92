"""What is a requirement about? Education, a language, a licence, a clearance, experience, a trait, a skill, or else."""

import re
from functools import cache

from bot.model.vocabulary import RequirementKind
from bot.parsing.terms import education, languages
from bot.parsing.terms.education import names_education
from bot.parsing.terms.languages import names_language
from bot.text.sieve import Cues, Sieve

_LICENCE = re.compile(
    r"\b(?:driv(?:ing|er'?s?) licen[cs]e|licen[cs]e[ds]?\b|licensure|certifi(?:ed|cations?|cates?)\b|registration\b|registered (?:nurse|with)|chartered|accredit\w+|nmc pin|rn\b|cdl\b|cscs|forklift (?:licen[cs]e|ticket)|sia\b|cpc\b|hgv|cpa\b|acca\b|cima\b|pmp\b|qts\b|qualified teacher status|food (?:safety|hygiene)|first aid|bls\b|acls"
    r"|führerschein|fahrerlaubnis|staplerschein|permis\b|caces|rijbewijs|vca\b|big-registratie|carn[eé]t de conducir|permiso de conducir)",
    re.IGNORECASE,
)
_CLEARANCE = re.compile(
    r"\b(?:security clearance|clearance\b|sc cleared|dv cleared|dbs\b|background (?:check|screening)|criminal record|vetting|bpss|police check|working with children|ts/sci|u\.?s\.? citizen\w*|führungszeugnis|sicherheitsüberprüfung|vog\b|habilitation|casier judiciaire)",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"\b(?:experienc\w*|years?\b(?! (?:old|of age))|yrs\b|track record|background in|history of|previously|worked (?:in|with|on|as)|exposure to|hands-on|berufserfahrung|erfahrung\w*|jahre|expérience|ans\b|ervaring|jaar|experiencia|años)",
    re.IGNORECASE,
)
_TRAIT = re.compile(
    r"\b(?:communicat\w+|interpersonal|team[- ]?(?:player|work\w*|spirit|oriented|fähig\w*|geist)|collaborat\w+|self-?(?:start\w*|motivat\w+|driven|disciplin\w+|manag\w+|directed|sufficient|awareness)|motivat\w+|passion\w*|enthusias\w+|proactive|pro-active|attention to detail|detail[- ]orient\w+|eye for detail|organi[sz](?:ed|ational|ation skills)|time[- ]management|flexib\w+|adaptab\w+|reliab\w+|punctual\w*"
    r"|problem[- ]?solv\w+|analytical|creativ\w+|curio\w+|empath\w+|patien(?:t|ce)\b|friendly|positive|energetic|hard-?working|work ethic|leadership|initiative|independen\w+|autonom\w+|resilien\w+|calm|pressure|multi-?task\w*|priorit\w+|eager|willing\w*|mindset|attitude|trustworth\w+|integrity|honest\w*|customer[- ](?:focus\w*|oriented|service mindset)|relationship[- ]building|presentation skills|influenc\w+|critical thinking|humou?r|ambiti\w+|kind\b"
    r"|teamfähigkeit|kommunikations\w+|selbstständig\w*|eigenverantwort\w+|zuverlässig\w*|belastbar\w*|flexibilität|engagement|rigueur|rigoureu\w+|autonomie|esprit d'équipe|relationnel|dynami\w+|curieu\w+|communicatief|zelfstandig\w*|flexibel|nauwkeurig|teamspeler|proactiv\w+|trabajo en equipo|comunicaci[oó]n|responsable)",
    re.IGNORECASE,
)
_SKILL = re.compile(
    r"\b(?:knowledge|understanding|proficien\w+|skills?\b|skilled|familiar\w*|expert\w*|command of|ability to (?:write|design|develop|build|code|use|read|operate|analy[sz]e|program|work with)|competen\w+|literate|literacy|fluen\w+ in|mastery|kenntnisse|umgang mit|know-how|maîtrise|connaissances?|compétences?|kennis|vaardig\w*|conocimientos?|dominio|manejo)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:right to work|work (?:permit|authori[sz]ation)|authori[sz]ed to work|eligib\w+ to work|years? (?:old|of age)|years of age|\b18\+?|relocat\w+|commut\w+|travel\w*|lift\w*|stand(?:ing)? for|physical\w*|own (?:car|transport|vehicle|tools|laptop)|located in|based in|reside|live (?:in|within)|available|availability|weekends?|shifts?|start (?:immediately|in)|portfolio|cover letter|vaccinat\w+|drug)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\d\+?\s?(?:-\s?\d+\s?)?(?:years?|yrs|jahre|ans|jaar|años)\b(?! (?:old|of age))", re.IGNORECASE)
_COUNTS = Cues(_COUNTED)
# Kinds that win wherever their words stand, then those of which the first in the line wins.
_FIRST = (
    (Cues(_CLEARANCE), _CLEARANCE, RequirementKind.CLEARANCE),
    (Cues(_LICENCE), _LICENCE, RequirementKind.LICENCE),
)
_NEXT = (
    (Cues(_EXPERIENCE), _EXPERIENCE, RequirementKind.EXPERIENCE),
    (Cues(_OTHER), _OTHER, RequirementKind.OTHER),
    (Cues(_TRAIT), _TRAIT, RequirementKind.TRAIT),
    (Cues(_SKILL), _SKILL, RequirementKind.SKILL),
)


def requirement_kind(text: str) -> RequirementKind:
    """What the requirement is about, by the most telling words in it.

    >>> requirement_kind("Bachelor's degree or equivalent experience").value
    'education'
    >>> requirement_kind("Strong communication skills").value, requirement_kind("Blue eyes").value
    ('trait', 'other')
    """
    shown = _sieve().shown(text)
    if _sieve().lets(shown, education.CUES) and names_education(text):
        return RequirementKind.EDUCATION
    if _sieve().lets(shown, languages.CUES) and names_language(text):
        return RequirementKind.LANGUAGE
    for cues, pattern, kind in _FIRST:
        if _sieve().lets(shown, cues) and pattern.search(text):
            return kind
    return _by_first_cue(text, shown)


def _by_first_cue(text: str, shown: int) -> RequirementKind:
    """The kind whose cue stands first, since a line leads with what it asks for; experience wins where it is counted."""
    if _sieve().lets(shown, _COUNTS) and _COUNTED.search(text):
        return RequirementKind.EXPERIENCE
    found = [
        (match.start(), order, kind)
        for order, (cues, pattern, kind) in enumerate(_NEXT)
        if _sieve().lets(shown, cues) and (match := pattern.search(text))
    ]
    return min(found)[2] if found else RequirementKind.OTHER


@cache
def _sieve() -> Sieve:
    return Sieve((_COUNTS, education.CUES, languages.CUES, *(cues for cues, _, _ in (*_FIRST, *_NEXT))))
