"""How long does the work run, by the words of a sentence in any order? For sentences that no turn of phrase takes.

A sentence tells it where a stretch of time stands beside work that ends: a contract, a season, a placement, a gap to fill.
Experience, probation, notice, training and a firm's age are other stretches of time.
"""

import re

from bot.parsing.time.dates import DATE, MONTH
from bot.parsing.time.stretches import SPAN
from bot.text.pattern import Pattern
from bot.text.sieve import Cues
from bot.text.span import Span

_YEAR = r"(?:19|20)\d\d"
_MONTH = rf"(?:(?:early |mid[- ]?|late |end of |the end of |start of |anfang |mitte |ende |début |fin |begin |eind )?(?:{MONTH})\b(?: {_YEAR})?)"
_DAY = rf"(?:{DATE}|{_MONTH}|easter|christmas|ostern|weihnachten|pâques|noël|pasen|kerst|navidad)"
_STRETCH = re.compile(
    rf"(?P<span>{SPAN})|(?P<range>\b(?:from |between |von |vom |du |de |van |del? )?{_DAY}(?:\s?-\s?|\s(?:to|until|till|through|thru|and|bis(?: zum)?|au|à|tot(?: en met)?|t/m|al?|hasta)\s){_DAY})"
    rf"|(?P<until>\b(?:until|till|ends?(?: on| in)?|ending(?: on| in)?|bis(?: zum)?|jusqu'(?:au|à)|tot(?: en met)?|hasta(?: el)?)\s(?:{DATE}|{_MONTH}))"
    r"|(?P<season>\bfor the (?:summer|winter|season|school year|academic year|spring|autumn|duration of the project)\b|\b(?:the )?whole (?:summer|season|winter)\b)",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\b(?:contract|fixed[- ]term|temporary|temp|(?:leave|maternity|holiday|sick(?:ness)?|parental) cover|cover (?:for|till|until|runs|lasts|ends)|vertretung dauert|season(?:al)?|assignment|placement|internship|traineeship|apprenticeship|fellowship|secondment|residency|programme|project|campaign|funded|funding|interim|initially|renewable|appointment|term of|duration|duur|dauer|durée|guaranteed|stand in|standing in|gap|locum|harvest"
    r"|befrist\w*|praktikum|ausbildung|vertretung|saison\w*|projekt\w*|cdd|stage|mission|remplacement|saisonnier\w*|alternance|contrat|tijdelijk\w*|vervanging|seizoen\w*|stageplek|prácticas|temporal|temporada|sustitución|contrato|beca"
    r"|we need you for|need (?:someone|somebody|you|help) for|(?:job|post|role|position|work|vacancy|appointment|employment) (?:is |runs? |lasts? |will (?:run|last) |goes )(?:on )?(?:for|from|until|till|to|\w+ (?:weeks|months))|runs from|lasts)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\?|\b(?:experience|\w*erfahrung|\w*leitung|management|value|expérience|ervaring|experiencia|probation\w*|probezeit|période d'essai|proeftijd|notice|kündigungsfrist|(?<!then )(?<!become )(?<!be made )permanent|indefinid\w*|unbefristet|indefinite|trial|ago|olds?|age|aged|since|founded|established|warranty|guarantee|after \w+ (?:months|weeks|years)|nach \w+ (?:monaten|wochen|jahren)|holiday|leave|vacation|paid|pension|review(?:ed|s)?|deadline|apply|applications?|closing|open(?:s|ing)?|interviews?|training|induction|onboarding|sabbatical|bonus|degree|graduat\w*|last|past|previous|history|have been|has been|has run|were|festivals?|events?|exhibition|show|fair|worked|lived|resid\w*|every|per year|a year|turnover|insurance|stock|vest\w*|salary|pay|project manager|projects? (?:of|that|which|worth)|shift|clients?|customers?|(?:day|night)s? (?:a|per)|within|mature|lease|mortgage|in (?:her|his|their) (?:first|second|third|final))\b",
    re.IGNORECASE,
)
CUES = Cues(
    Pattern(
        r"month|week|mths|year|season|summer|winter|until|till|through|from|between|bis|monat|woche|jahr|mois|semaine|jusqu|maand|weken|jaar|meses|semanas|hasta|ends?\b|ending|\bau\b|\btot\b|vom\b|\bdu\b",
        re.IGNORECASE,
    )
)


def said(sentence: str) -> Span | None:
    """The stretch of time for which a sentence says that the work runs; None where it says none.

    >>> text = "We need somebody for six to eight weeks while the roof is off."
    >>> said(text).of(text)
    'six to eight weeks'
    >>> said("We have led the market for ten years") is None
    True
    """
    if _OTHER.search(sentence) or not _ENDING.search(sentence):
        return None
    stretch = _STRETCH.search(sentence)
    return Span(*stretch.span()) if stretch else None
