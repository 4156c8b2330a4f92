"""Does the page say that nobody can apply any more? "yes" when it says so, "maybe" when it only warns of it."""

import re

from bot.model.evidence import Found
from bot.model.vocabulary import Closed
from bot.parsing.document import Document
from bot.parsing.rule import Rule, statements

_FILLED = r"(?:has been|was|is|are|have been|is now)"
_RULES = (
    Rule(
        "closed.said",
        re.compile(
            r"no longer accepting (?:new )?(?:applications|applicants|candidates)|(?:not|no longer) (?:currently )?(?:open|accepting|available)"
            r" (?:for|to|new )?\s?(?:new )?applications|applications (?:are |have |for this \w+ (?:are|have) )?(?:now |been )?closed"
            rf"|(?:this |the )?(?:position|job|role|vacancy|posting|advert(?:isement)?|listing|opportunity|requisition) {_FILLED} (?:now |already |been )?"
            r"(?:filled|closed|expired|no longer (?:available|active|open|accepting)|removed|taken down)"
            r"|(?:this )?(?:job|posting|listing|advert|vacancy|position) (?:has )?(?:expired|closed)(?!\s*(?:on|deal))"
            r"|no longer (?:available|advertised)|position filled|job closed|vacancy closed|applications closed|closed to applications"
            r"|nicht mehr verfügbar|stelle (?:ist )?(?:bereits )?besetzt|bewerbungsphase (?:ist )?(?:beendet|abgelaufen)|anzeige (?:ist )?abgelaufen"
            r"|offre (?:a )?(?:expirée?|pourvue|n'est plus disponible)|n'est plus (?:disponible|en ligne)|poste pourvu"
            r"|vacature (?:is )?(?:gesloten|vervuld|verlopen)|niet meer beschikbaar|oferta (?:cerrada|caducada|expirada)|ya no (?:está disponible|acepta)",
            re.IGNORECASE,
        ),
        lambda match: Closed.YES,
    ),
    Rule(
        "closed.perhaps",
        re.compile(
            r"(?:may|might) (?:no longer be|not be|have been|have|already be) (?:available|active|open|filled|accepting|expired|closed)[^.\n]{0,30}"
            r"|(?:möglicherweise|eventuell) nicht mehr (?:verfügbar|aktuell)|peut ne plus être disponible|possibly expired|could be closed",
            re.IGNORECASE,
        ),
        lambda match: Closed.MAYBE,
    ),
)
_CUES = tuple(
    (
        "longer|closed|filled|expired|available|active|removed|taken down|accepting|besetzt|abgelaufen|verfügbar|"
        "beendet|aktuell|expiré|pourvu|disponible|gesloten|vervuld|verlopen|beschikbaar|cerrada|caducada|expirada|"
        "ya no|en ligne"
    ).split("|")
)
_CONDITION = re.compile(
    r"\b(?:if|once|when|until|unless|as soon as|after|wenn|sobald|si|lorsque)\b[^.]{0,60}$", re.IGNORECASE
)


def extract(doc: Document) -> Found[Closed] | None:
    """Whether the posting is closed as the page says it, or None; "once the role is filled" is no statement."""
    for found in statements(doc, _RULES, doc.telling(doc.stated_lines(), _CUES)):
        before = doc.source.raw[max(0, found.evidence[0].start - 80) : found.evidence[0].start]
        if not _CONDITION.search(before.rsplit("\n", 1)[-1]):
            return found
    return None
