"""Which lines ask something, and which ones only look like it? Cues of asking, of other fields, of talk.

Leaves out which asks a line makes (`ask_clauses`) and of which kind they are (`requirement_kinds`).
"""

import re

from bot.model.vocabulary import RequirementKind
from bot.parsing.document import Section, SectionKind
from bot.parsing.duties.items import Item
from bot.parsing.duties.requirement_kinds import told_kind
from bot.parsing.line_kinds import LineKind, duty_of_hire, is_question, line_kind
from bot.parsing.role.title import names_role
from bot.text.pattern import Pattern
from bot.text.polarity import is_preference, is_unasked

# What any part of a page may ask for: "Applicants must ...", "... is required", "... would be a plus".
FIRMLY = Pattern(
    r"\b(?:dbs|background|criminal record|criminal history|police|vetting|pvg|credit) (?:check|screening|disclosure|certificate|scheme)\w*\b"
    r"|\b(?:exigée?s?|indispensables?|obligatoires?|souhaitée?s?|imprescindibles?|requerid[oa]s?|valorable|erforderlich|vorausgesetzt|zwingend|vereist|not negotiable|non-negotiable)\b|\bau minimum\b|\b(?:security clearance|sc clearance|dv clearance|garda vetting|verklaring omtrent|führungszeugnis|rehabilitation of offenders)\b"
    r"|\b(?:you|applicants?|candidates?|employees|staff|everyone|the (?:post ?holder|successful (?:candidate|applicant)|person)|we)(?:'ll| will| would)? (?:must|need(?:s)? to|should|have to|(?:are|is) required to|need|must also|be required to|be expected to|want|ask for|expect|require|are looking for|are after) (?:also )?(?:\w+ )?(?:be|have|hold|obtain|pass|undergo|possess|speak|know|join|bring|show|own|register|complete|live|provide evidence|somebody|someone|people|candidates|a (?:person|candidate|colleague)|two|three|\d)\b"
    r"|^(?:must|should) (?:be|have|hold|pass|speak|own|live|know)\b|\b(?:is|are) (?:also )?(?:required|essential|necessary|mandatory|indispensable|needed|compulsory|a must|imprescindible|exigée?|obligatoire|vereist|erforderlich|zwingend)\b|(?<!as )(?<!when )(?<!where )(?<!if )\b(?:required|needed|essential)\.?$"
    r"|\b(?:would be|is|are|sind|ist|serait|est) (?:also )?(?:an? (?:\w+ )?(?:plus|advantage|asset|bonus)|desirable|preferred|advantageous|von vorteil|un plus|een pr[eé]|valorable|very welcome|nice to have)\b|\b(?:an? )?(?:plus|bonus|nice)\.?$",
    re.IGNORECASE,
)
# "The role requires ...", ", requiring ...": what follows is asked when its words tell a kind of ask.
REQUIRING = Pattern(
    r"\b(?:role|position|job|post|seat|internship|placement|traineeship)(?: also)? (?:requires|calls for|demands) (?:a combination of |both )?(?=\w)"
    r"|\b(?:need|want|seek|seeking|looking for|recruiting|hiring|appoint|after) (?:an?|two|three|another|\d+) (?:[\w'/-]+ ){1,5}?(?:with|who has|who have|having|holding) (?=\w)"
    r"|,\s(?:(?:and|but) )?(?:so it )?(?:requiring|requires|which requires|that requires) (?:both )?(?=\w)",
    re.IGNORECASE,
)
# The procedure, the terms and the place ask for other things.
_NO_ASK = re.compile(
    r"\b(?:appl(?:y|ications?|ying)|submit|send|upload|attach\w*|cover(?:ing)? letter|cv|résumé|resume|forms?|deadline|received|interviews?|shortlist\w*|closing|presence|attendance|in (?:the|our) office|on-?site|travel|cookies?|javascript|account|log ?in|privacy|receipts|agenc\w+|notice|consent|equal|bewerb\w+|anschreiben|candidature|postul\w+|sollicit\w+|advert|vacancy|offer(?: of employment)?|the role is|salary|pay|bonus|benefit\w*|holiday|leave|pension|we offer)\b",
    re.IGNORECASE,
)
# A line that begins so, or holds an address, money or a date, states another field when it asks nothing.
_OTHER_FIELD = re.compile(
    r"(?:(?:fax|tel|telephone|phone|mobile|e-?mail|web|website)\s?[:.]|(?:a |your |current )?(?:resume|résumé|cv|cover letter|transcripts?|writing samples?|references)\.?$|job types?|source\b|sources? job|requisition|req\b|research area|supplemental|schedule|work setting|security deposit|application|postée?|publiée?|gepostet|veröffentlicht|geplaatst|publicad[oa]|seite|merken|teilen|drucken|speichern|melden|imprimer|partager|delen|bewaren|guardar|compartir|if you (?:require|need) (?:an? |any )?(?:alternative|assistance|accommodations?|adjustments?|reasonable)|bank or payment|for information on how to stay safe|this (?:position|role|post|job) (?:is|does) not|\d{1,2}(?:[.,]\d{1,2})? hours (?:a|per) week|call (?:me|us)|[$£€]\s?\d|> ?\d+ (?:ans|jahre|years)|closing|deadline|apply|application|send|letters? to|cvs? to|please|salary|rate|pay|contact|interview\w*|starts?|starting|location|hours|contract|ref(?:erence)?|posted|job type|no agencies|agencies|full[- ]?time|part[- ]?time|permanent|temporary|fixed[- ]term|scale|grade|band|vollzeit|teilzeit|yes|no|note|help|select|submit|powered|read|beware|best regards|kind regards|similar|about|view|report|questions?|for (?:more|further)|informal|placement|about the employment|employment|place of work|workplace|entry level|industry|level|extent|scope|jobs? powered|reed)\b[^.]{0,60}\.?$"
    r"|.*(?:@\w|https?:|www\.|[£€$]\s?\d|\d\s?[£€$]|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:19|20)\d\d\b|\b\d{1,2}\.? (?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|oct|okt|nov|de[cz])|equal opportunit|privacy (?:policy|notice|statement)|datenschutzerklärung|politique de confidentialité|privacyverklaring|política de privacidad|committed to|\?$)",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"(?:(?:full|part)[- ]?time|permanent|temporary|casual|fixed[- ]term|on-?site|hybrid|remote|contract|vollzeit|teilzeit|unbefristet|befristet|cdi|cdd|temps plein|fulltime|parttime|and|or|/|,|\s)+\.?",
    re.IGNORECASE,
)
_PAY_TALK = re.compile(
    r"\b(?:pay|salary|compensation|wage|benefits)\b[^.]{0,60}\b(?:adjusted|based on|depend\w*|subject to|range|vary|varies|determined|eligib\w+|may (?:also )?include)\b|\bpay range\b",
    re.IGNORECASE,
)
# What the firm has done or has is no ask: "With 40 years of experience, Acme ...".
_OF_THE_FIRM = re.compile(
    r"(?:with (?:more than |over |almost |nearly )?\d+ years|our \w+ (?:has|have|is)|we(?:'ve| have| are(?! (?:looking|seeking|after))| were| started)\b|founded|established|since \d|fort de|desde hace|seit \d)",
    re.IGNORECASE,
)
_TO_APPLY = re.compile(
    r"\b(?:must|should|need to|please|to) (?:apply|submit|send|attach|include|complete the|register (?:online|at|on))\b|\bcover(?:ing)? letter\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3
# Names, signatures and headings of other things: few words, each with a capital.
_NAME = re.compile(r"(?:[A-Z][\w'.-]*|&|of|and)(?: (?:[A-Z][\w'.-]*|&|of|and|for)){1,4}")
_REQUIRES = re.compile(
    r"\b(?:experience\w*|required|must|need\w*|qualified|licen[cs]ed?|skills?|knowledge|years?)\b", re.IGNORECASE
)
_LONGEST_FIRM = 220
_LONGEST_REQUIRING = 300
_SHORTEST = 6
_BARE_TAG = re.compile(r"^[\w+#./-]{1,20}$")


def insists(text: str) -> bool:
    """Whether a sentence of any part of a page insists on something or wishes for it.

    >>> insists("An enhanced DBS check is required."), insists("A cover letter is required.")
    (True, False)
    """
    if len(text) > _LONGEST_FIRM or FIRMLY.search(text) is None or duty_of_hire(text) is not None:
        return False
    return _NO_ASK.search(text) is None and is_said(text)


def required_in(text: str) -> int | None:
    """Where in a sentence begins what the job requires, when that is an ask of a known kind; else None.

    >>> required_in("The post requires a clean driving licence."), required_in("The job requires travel.")
    (18, None)
    """
    match = REQUIRING.search(text) if len(text) <= _LONGEST_REQUIRING else None
    if match is None or not is_said(text) or _NO_ASK.match(text, match.end()):
        return None
    return match.end() if told_kind(text[match.end() :]) not in (None, RequirementKind.OTHER) else None


def asks_by_words(text: str) -> bool:
    """Whether the words of a line ask or wish for something."""
    return line_kind(text) in (LineKind.MUST, LineKind.NICE)


def is_other_field(text: str) -> bool:
    """Whether an item states a date, pay, an address or a type of contract, and asks nothing."""
    if _PAY_TALK.search(text) or _TERMS.fullmatch(text) or is_question(text):
        return True
    if asks_by_words(text) or told_kind(text) is not None:
        return False
    return _OTHER_FIELD.match(text) is not None


def is_talk(text: str, item: Item) -> bool:
    """Whether a line that is no bullet is a name or a sentence that asks nothing."""
    if item.marked or asks_by_words(text) or is_preference(text) or told_kind(text) is not None:
        return False
    return bool(_NAME.fullmatch(text)) or (text.endswith((".", "!")) and (item.told or item.apart))


def is_tag(text: str) -> bool:
    """Whether a bare word is a site's tag rather than an ask, as "MBA" and "Patience" are."""
    bare = len(text) < _SHORTEST or _BARE_TAG.match(text) is not None
    return bare and told_kind(text) in (None, RequirementKind.SKILL)


def is_title(section: Section, item: Item, text: str) -> bool:
    """Whether a line of the head is the name of a role: "Senior Firmware Engineer"."""
    if section.kind is not SectionKind.HEADER or item.marked or text.endswith((".", "!")):
        return False
    return names_role(text) and not _REQUIRES.search(text)


def is_said(text: str) -> bool:
    """Whether a sentence can ask: it waives nothing, is about no firm, and is more than a label."""
    if _TO_APPLY.search(text) or is_question(text):
        return False
    return not is_unasked(text) and not _OF_THE_FIRM.match(text) and text.count(" ") + 1 >= _FEWEST_WORDS
