"""What is a requirement about? Education, a language, a licence, a clearance, experience, a trait, a skill, or else."""

import re
from functools import cache, lru_cache

from bot.model.languages import LANGUAGE_OF
from bot.model.vocabulary import RequirementKind
from bot.parsing.terms import education, languages
from bot.parsing.terms.education import names_education
from bot.parsing.terms.languages import names_language
from bot.parsing.terms.skills import names_skill
from bot.text.pattern import Pattern
from bot.text.sieve import Cues, Sieve
from bot.text.tokens import fold

_LICENCE = Pattern(
    r"\b(?:driv(?:ing|er'?s?) licen[cs]e|licen[cs]e[ds]?\b|licensure|certifi(?:ed|cations?|cates?)\b|registration\b|registered (?:nurse|with)|chartered|accredit\w+|nmc pin|rn\b|\w+ permit\b|permits? for|(?:spraying|welding|abseil|diving|rigging|dogging|slinging) (?:certificates?|ticket)|cdl\b|cpr\b|ccrn\b|pals\b|ipaf\b|sssts\b|smsts\b|tacho\w*|\w*certificaat|\w*zertifikat|certificado de|handler'?s? card|\bcard\b|membership\b|carte professionnelle|homologaci[oó]n|qualified to practi[sc]e|staatliche anerkennung|zulassung als|ssiap\b|\bsst\b|colegiaci[oó]n|licencia\b|prescriber\b|cscs|forklift (?:licen[cs]e|ticket)|\w+ ticket\b|admission (?:in|to)\b|admitted (?:in|to)\b|sia\b|cpc\b|hgv|cpa\b|acca\b|cima\b|pmp\b|qts\b|qualified teacher status|food (?:safety|hygiene)|first aid|bls\b|acls"
    r"|führerschein|fahrerlaubnis|staplerschein|permis\b(?! de travail)|caces|rijbewijs|vca\b|\w*bestuurderskaart\w*|big-registratie|carn[eé]t de conducir|permiso de conducir)",
    re.IGNORECASE,
)
_CLEARANCE = Pattern(
    r"\b(?:security clearance|clearance\b|sc cleared|dv cleared|dbs\b|pvg\b|security standard|garda|checks? on (?:identity|credit|criminal)|police certificate|references? (?:are|and)|background (?:check|screening)|criminal record|vetting|bpss|police check|working with children|ts/sci|fingerprint\w*|background investigation|reliability status|criminal (?:history|convictions?)|rehabilitation of offenders|disclosure and barring|verklaring omtrent|certificado de (?:antecedentes|delitos)|extrait de casier|führungszeugnis|sicherheitsüberprüfung|vog\b|habilitation|casier judiciaire)",
    re.IGNORECASE,
)
_EXPERIENCE = Pattern(
    r"\b(?:experienc\w*|years?\b(?! (?:old|of age))|yrs\b|seasons?\b|months\b|in production\b|worked under|track record|background\b(?! (?:check|screening|investigation))|history of|previously|worked (?:in|with|on|as)|exposure to|hands-on|berufserfahrung|erfahrung\w*|jahre|expérience|ans\b|(?<=un )an\b|ervaring|jaar|experiencia|años)",
    re.IGNORECASE,
)
_TRAIT = Pattern(
    r"\b(?:communicat\w+|interpersonal|team[- ]?(?:player|work\w*|spirit|oriented|fähig\w*|geist)|collaborat\w+|self-?(?:start\w*|motivat\w+|driven|disciplin\w+|manag\w+|directed|sufficient|awareness)|motivat\w+|passion\w*|enthusias\w+|proactive|pro-active|attention to detail|detail[- ]orient\w+|eye for detail|organi[sz](?:ed|ational|ation skills)|time[- ]management|flexib\w+|adaptab\w+|reliab\w+|punctual\w*"
    r"|problem[- ]?solv\w+|analytical|creativ\w+|curio\w+|empath\w+|patien(?:t|ce)\b|friendly|positive|energetic|hard-?working|work ethic|leadership|initiative|independen\w+|autonom\w+|resilien\w+|calm|pressure|multi-?task\w*|priorit\w+|eager|willing\w*|mindset|attitude|trustworth\w+|integrity|honest\w*|customer[- ](?:focus\w*|oriented|service mindset)|relationship[- ]building|presentation skills|influenc\w+|critical thinking|humou?r|grit\b|a bias for|communicator\b|interact\w* well|follow instructions|judgement|judgment|ramp-up|thrives?\b|outgoing|talkative|thick skin|good ear|(?:steady|clear) hand|handwriting|humility|kindness|tact\b|discretion|stamina|common sense|ambiti\w+|kind\b"
    r"|teamfähigkeit|kommunikations\w+|selbstständig\w*|eigenverantwort\w+|zuverlässig\w*|belastbar\w*|flexibilität|engagement|rigueur|rigoureu\w+|autonomie|esprit d'équipe|relationnel|dynami\w+|curieu\w+|communicatief|zelfstandig\w*|flexibel|nauwkeurig|teamspeler|proactiv\w+|trabajo en equipo|comunicaci[oó]n|responsable)",
    re.IGNORECASE,
)
_SKILL = Pattern(
    r"\b(?:knowledge|understanding|proficien\w+|skills?\b|skilled|familiar\w*|expert\w*|command of|ability to (?:write|design|develop|build|code|use|read|operate|analy[sz]e|program|work with)|competen\w+|literate|literacy|fluen\w+ in|(?:confident|safe|routine) (?:use|handling) of|techniques?\b|gestes\b|mastery|kenntnisse|umgang mit|know-how|maîtrise|connaissances?|compétences?|kennis|vaardig\w*|conocimientos?|dominio|manejo)",
    re.IGNORECASE,
)
_OTHER = Pattern(
    r"\b(?:right to work|work (?:permit|authori[sz]ation)|citizen\w*|staatsangehörig\w*|willing(?:ness)? to (?:work|live|stay|travel|relocate|commute|drive|be on|sleep|move|start)|bereitschaft (?:zu|zum|zur) (?:schicht|wochenend|nacht|reise|dreh|ruf|drei)\w*|come in\b|heights?\b|ladders?\b|references?\b|unregelmäßig|authori[sz]ed to work|eligib\w+ to work|years? (?:old|of age)|years of age|\b18\+?|relocat\w+|commut\w+|travel\w*|lift\w*|stand(?:ing)? for|physical\w*|own (?:car|transport|vehicle|tools|laptop)|located in|based in|reside|live (?:in|within)|available|availability|weekends?|shifts?|start (?:immediately|in)|portfolio|cover letter|vaccinat\w+|drug|medical (?:exam|check)|pass a medical|passport|internet connection|gesundheitszeugnis|transcripts|over (?:18|21))",
    re.IGNORECASE,
)
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
    r"(?:(?:ideally|preferably|at least (?:one|two|three)|minimum (?:one|two|three)),? )?(?:you(?:'ve| have) (?:\w+ )?)?(?:shipped|built|led|managed|run|sold|worked|written|designed|delivered|launched|taught|held|served"
    r"|owned|grown|scaled|maintained|operated|handled|supervised|trained|published|created|developed|implemented|used|done|been)\b|time spent\b|(?:previous|prior|past|earlier) \w+"
    r"|(?:an?|two|three|\d+) (?:or more )?(?:seasons?|months?|years?)\b|(?:a )?(?:record|history) of\b|you(?:'ve| have) (?:sold|worked|been|done|run|led|built|seen)\b",
    re.IGNORECASE,
)
_IS = re.compile(
    r"(?:the |an? )?(?:ability|able|capable|capacity|willing\w*|happy|comfortable|keen|confident|calm|patient|kind|good with|sense of|eye for|love of|joy|pride|respect|care for|interest|delivering|communicating"
    r"|working together|read|know|think|stay|keep|like|enjoy|freude|spaß|lust|gespür|sinn|bereitschaft|avoir|être|sens|goût|envie|plezier|zin|affiniteit|ganas|people who|writes|answers|listens|stays|keeps|holds (?:her|his|their) own|you|du|sie|vous|tu|je|jij|u)\b",
    re.IGNORECASE,
)
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
_BARE_NAME = re.compile(r"[A-Z]{3,6}\d?")
_FIRST_WORDS = re.compile(r"[^\W\d_]+")
_LEAD, _LEADING = 40, 3
_NATIONAL = re.compile(
    r"\s?-?(?:compan|market|customer|client|law\b|cuisine|food|restaurant|team|government|office|citizen|national|economy|tax\b|gaap|literature|passport|nationality)",
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
    if _GRADED.search(text) or (_sieve().lets(shown, education.CUES) and names_education(text)):
        return RequirementKind.EDUCATION
    if _shows(text, shown, _CLEARANCE):
        return RequirementKind.CLEARANCE
    if _shows(text, shown, _COUNTED) and _shows(text, shown, _EXPERIENCE):
        return RequirementKind.EXPERIENCE
    if _leads_with_language(text) or (_sieve().lets(shown, languages.CUES) and names_language(text)):
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
