"""How long does the contract run? In the page's words; probation, notice, degrees and experience are other stretches of time."""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.header import header_lines, spoken_lines
from bot.parsing.labels import labelled_values
from bot.parsing.rule import telling_spans
from bot.parsing.talk import duration as duration_talk
from bot.parsing.time.dates import DATE, MONTH
from bot.parsing.time.numbers import COUNT
from bot.parsing.time.stretches import SPAN
from bot.text.pattern import Pattern
from bot.text.sieve import Cues

_UNTIL = rf"\b(?:until|till|to|through|bis(?: zum)?|jusqu'(?:au|à|en)|tot(?: en met)?|hasta(?: el)?)\s(?:the end of |ende |fin |eind )?(?:{DATE}|(?:{MONTH})\b\.?\s(?:de )?(?:19|20)\d\d)"
_CONTRACT = (
    r"(?:fixed[- ]term|contract|ftc|temporary|temp|assignment|(?:maternity|paternity|parental|sickness)(?: leave)? cover|secondment|placement"
    r"|internship|traineeship|fellowship|residency|apprenticeship|seasonal|freelance|project role|appointment type: term|term appointment|loan|project length"
    r"|befrist\w+|praktikum|ausbildung|elternzeitvertretung|contrat à durée déterminée|cdd(?: saisonnier)?|mission|stage|alternance|intérim|remplacement"
    r"|tijdelijk\w*|stageplek|interinidad|contrato|temporal|prácticas|becas?)"
)
_KINDS = (
    r"(?:(?:initial|initially|full[- ]time|part[- ]time|rolling|renewable|paid|unpaid|remote|summer|research|postdoctoral|graduate|clinical|industrial"
    r"|maternity|paternity|parental|fixed)\b[ ,-]{1,2}){0,3}"
)
_JOINT = (
    r"(?: (?:contract|position|role|job|basis|post|appointment|employment|promotion|length|vertrag|stelle|work))?[ ,.]{0,2}(?:\([^)\d\n]{2,30}\),? ?)?(?:\(|:|-|/)?\s?"
    r"(?:(?:of|for|lasting|auf|für|von|over|de|d'|pour|voor|por|van|is|will be|a period of|a duration of|an initial|the duration of|initially|zunächst|paid|full[- ]time|part[- ]time|outside ir35|inside ir35|renewable)[ ,]{0,2}){0,3}"
)
_HELD = r"(?:contract|position|post|role|appointment|job|vacancy|funding|cover|internship|placement|assignment|fellowship|stelle|vertrag|poste|contrat|functie|aanstelling|dienstverband|it is|this is)"
_COVER = re.compile(rf"\bcover[^.;\n]{{0,30}}? (?:leave|cover|absence) for (?P<said>{SPAN})", re.IGNORECASE)
# In the order of trust; the group "said" is the value.
_PATTERNS = (
    Pattern(rf"\b(?:end date of (?:the )?contract|contract end(?: date)?|end of (?:the )?contract|vertragsende|fin de(?: la| du)? (?:contrat|mission)|fin del contrato|einddatum contract)\s?:?\s+(?P<said>{DATE}|(?:{MONTH}) (?:19|20)\d\d)", re.IGNORECASE),
    Pattern(rf"(?<![\w.])(?P<said>{SPAN})[ ,-]{{0,3}}\(?{_KINDS}{_CONTRACT}\b(?!\s(?:management|manager|value|law|experience))", re.IGNORECASE),
    Pattern(rf"\b{_CONTRACT}{_JOINT}(?P<said>{SPAN})", re.IGNORECASE),
    Pattern(rf"\b{_HELD}\b[^.;\n]{{0,40}}?\b(?:for|lasts?|auf|für|läuft|pour|voor|of)\s(?:(?:a|an) (?:\w+ )?(?:period|term|duration) of |an? initial |initially |zunächst )?(?P<said>{SPAN})(?!\s(?:of|as)\b|\sin\b(?! the first))", re.IGNORECASE),
    Pattern(rf"\b(?:contrat|contrato|temporada|saison|mission|cdd|contract|season|seasonal|fixed[- ]term|temporary|term|stelle|vertrag|befristet|post|position|aanstelling|puesto|poste)\b[^.\n]{{0,30}}?(?P<said>\b(?:du|from|vom|van|del) (?:{DATE}|\d{{1,2}}\.? (?:{MONTH})) (?:au|to|until|bis|tot|al) (?:{DATE}))", re.IGNORECASE),
    Pattern(rf"\b(?:{_CONTRACT}|position|post|stelle|poste|funded|funding)\b[^.\n]{{0,80}}?(?P<said>{_UNTIL})", re.IGNORECASE),
    Pattern(rf"(?<![\w.])(?P<said>{SPAN})[ ,-]{{0,3}}(?:work\b(?=[,.;]|$)|turnaround|shutdown|outage|(?:\w+ )?programme?\b(?! (?:discount|management|manager|of work)))", re.IGNORECASE),
    Pattern(rf"\baanstelling voor (?P<said>een jaar|{SPAN})", re.IGNORECASE),
    Pattern(r"(?P<said>\b(?:een |ein )?(?:half)?(?:jaarcontract|jahresvertrag)\b)", re.IGNORECASE),
    Pattern(rf"\bfor a (?:fixed )?(?:period|term|duration) of (?P<said>{SPAN})", re.IGNORECASE),
    Pattern(rf"\b(?:seasonal|season|saison\w*|summer job)\b[^.\n]{{0,30}}?(?P<said>\b(?:from )?(?:{MONTH})\b (?:to|until|-|through|bis|à) (?:{MONTH})\b(?: (?:19|20)\d\d)?)", re.IGNORECASE),
)  # fmt: skip
CUES = (Cues(_COVER), *map(Cues, _PATTERNS))
# An entry of the head that is a stretch of months or weeks and nothing else: "Azure Engineer - 6 months - Outside IR35".
_ENTRY = re.compile(
    rf"(?:^|\s-\s|[|•,]\s|\bgross\s)(?P<said>(?:{COUNT})(?:\s?-\s?(?:{COUNT}))?[ -](?:months?|mths?|weeks?|wks?|mo|monate?n?|wochen|mois|semaines|maanden|weken|meses|semanas)\b)(?=\s*(?:$|\s-\s|[|•,]))",
    re.IGNORECASE,
)
_MONTHS_ONLY = re.compile(
    rf"(?:^|[,|•]\s)(?P<said>(?:{MONTH}) (?:to|until|through|-|bis|à|tot|a) (?:{MONTH})(?: (?:19|20)\d\d)?)(?=\s*(?:$|[,|•.]))",
    re.IGNORECASE,
)
_OTHER_BEFORE = re.compile(
    r"\b(?:experience|notice|probation\w*|leave|previous|prior|after|nach|après|na|within|warranty|holiday|vacation|training|every|degree"
    r"|minimum contract value|probezeit|permanent contract|sick pay|sabbatical|lived|worked|business|history|or higher\)|last|past|over the)\b[^.;\n]{0,25}$",
    re.IGNORECASE,
)
_OTHER_BEHIND = re.compile(
    r"^[- ']{0,2}(?:s )?(?:old|olds|of (?:\w+ ){0,3}experience|(?:\w+ ){0,2}experience|erfahrung|berufserfahrung|d'expérience|ervaring|de experiencia|probation|notice"
    r"|over (?:seven|7|six|6)\b|out of|a week|per week|each week|leave|degree|warranty|a year|per year|each year|paid (?:parental|maternity)|post[- ]qual\w+|pqe|in (?:a|the) (?:\w+ )?(?:role|position))\b",
    re.IGNORECASE,
)
_SHORT = 60
_LONGEST_ENTRY = 110
_SPAN = re.compile(rf"{SPAN}|{_UNTIL}", re.IGNORECASE)


def extract(doc: Document) -> Found[str] | None:
    """How long the contract runs, as stated, or None."""
    for span, rule in labelled_values(doc, "duration"):
        match = _SPAN.search(doc.text, *span)
        if match and not _is_other(doc, match.start(), match.end(), span.start, span.stop):
            whole = match.start() == span.start and span.stop - span.start <= _SHORT
            return doc.quoted(*(span if whole else match.span()), f"duration.{rule}")
    for span, _ in labelled_values(doc, "employment_type"):
        match = _SPAN.search(doc.text, *span)
        if match and not _is_other(doc, match.start(), match.end(), span.start, span.stop):
            return doc.quoted(*match.span(), "duration.of_contract")
    return next(_said(doc), None) or next(_in_head(doc), None) or next(_worded(doc), None)


def _worded(doc: Document) -> Iterator[Found[str]]:
    for span in telling_spans(doc, spoken_lines(doc), duration_talk.CUES, duration_talk.said):
        yield doc.quoted(*span, "duration.sentence")


def _in_head(doc: Document) -> Iterator[Found[str]]:
    """Entries of the head that say nothing but a stretch of time."""
    for line in header_lines(doc):
        for pattern in (_ENTRY, _MONTHS_ONLY) if len(line.text) <= _LONGEST_ENTRY else ():
            entry = pattern.search(doc.text[line.start : line.stop])
            if entry:
                start, stop = line.start + entry.start("said"), line.start + entry.end("said")
                if not _is_other(doc, start, stop, line.start, line.stop):
                    yield doc.quoted(start, stop, "duration.entry")


def _said(doc: Document) -> Iterator[Found[str]]:
    for line in doc.telling(spoken_lines(doc), CUES[0]):
        if match := _COVER.search(doc.text, line.start, line.stop):
            yield doc.quoted(*match.span("said"), "duration.cover")
    for number, (pattern, cues) in enumerate(zip(_PATTERNS, CUES[1:], strict=True), start=1):
        for line in doc.telling(spoken_lines(doc), cues):
            for match in doc.matches(pattern, line.start, line.stop):
                start, stop = match.span("said")
                if not _is_other(doc, start, stop, line.start, line.stop):
                    yield doc.quoted(start, stop, f"duration.said_{number}")


def _is_other(doc: Document, start: int, stop: int, begin: int, end: int) -> bool:
    """Whether the words around speak of another stretch of time."""
    return bool(
        _OTHER_BEFORE.search(doc.text[max(begin, start - 50) : start])
        or _OTHER_BEHIND.match(doc.text[stop : min(end, stop + 60)])
    )
