"""Does the page say that nobody can apply any more? "yes" when it says so, "maybe" when it only warns of it."""

import re
from collections.abc import Callable, Iterator

from bot.model.evidence import Found
from bot.model.vocabulary import Closed
from bot.parsing.document import Document, SectionKind
from bot.parsing.rule import Rule, statements
from bot.text.layout import Line
from bot.text.pattern import Pattern

_POSTING = r"(?:this |the )?(?:job|position|role|vacancy|posting|advert(?:isement)?|listing|opportunity|requisition|ad|post|opening)(?: posting| ad| listing| advert)?"
_OVER = r"(?:filled|closed|expired|unavailable|not available|archived|withdrawn|cancelled|removed|taken down|no longer (?:available|active|open|live|accepting(?: applications)?))"
_YES = (
    rf"{_POSTING} (?:has been|has|was|is|have been|is now|has now) (?:now |already |been |currently ){{0,2}}{_OVER}(?! (?:on|deal)\b)",
    r"(?:are |is )?(?:no longer|not currently|currently not|not) (?:accepting|taking|considering)(?: any)?(?: new| further| more)? (?:applications|applicants|candidates)",
    r"no longer (?:available|advertised|open (?:for|to) applications)|closed (?:to|for) (?:new )?applications",
    r"applications (?:for this \w+ |to this \w+ )?(?:are |have |is )(?:now |been |currently ){0,2}closed|(?:job|vacancy|position|applications) closed(?! on)|position filled",
    r"(?:the )?(?:application|recruitment|submission) (?:period|window|phase|process) (?:has |is )(?:now )?(?:ended|closed|over|passed)",
    r"(?:the )?(?:application deadline|deadline|closing date)(?: for [\w ]{3,30}?)? has (?:now )?passed|hiring (?:has|is) (?:been )?paused|we(?:'ve| have) (?:now )?(?:found someone|filled this (?:role|position|job|post)|hired someone)",
    r"(?:diese |die )?(?:stelle|position|anzeige|stellenanzeige) (?:ist |wurde )(?:leider )?(?:bereits |schon |nicht mehr )?(?:besetzt|verfügbar|vergeben|abgelaufen|online|geschlossen)(?<!ist verfügbar)",
    r"nicht mehr verfügbar|stelle (?:bereits )?besetzt|(?:die )?bewerbungs(?:phase|frist) (?:ist )?(?:bereits )?(?:beendet|abgelaufen)|keine bewerbungen mehr",
    r"(?:offre|annonce) (?:est |a )?(?:expirée?|pourvue|clôturée)|(?:offre |annonce )?n'est plus (?:disponible|en ligne|active)|poste (?:a été |est |déjà )?pourvu|candidatures (?:sont )?closes",
    r"vacature is (?:inmiddels |al )?(?:gesloten|vervuld|verlopen|ingevuld)|vacature (?:gesloten|vervuld|verlopen)|niet (?:meer|langer) (?:beschikbaar|open|online)",
    r"oferta (?:está )?(?:cerrada|caducada|expirada)|inscripci[oó]n cerrada|(?:oferta |puesto )?ya no (?:está disponible|acepta\w*|está activa)|proceso cerrado|(?:oferta |puesto )?ya no (?:recibe|admite) (?:\w+ )?(?:postulaciones|candidaturas|inscripciones|solicitudes)",
    r"(?:tjänsten|stillingen|jobbet) er (?:besat|tillsatt)|annonsen är inte längre|offerta (?:scaduta|chiusa)|oferta nieaktualna|vaga encerrada",
)
_PERHAPS = (
    rf"(?:{_POSTING} )?(?:may|might|could) (?:already |possibly )?(?:no longer be|not be) (?:available|active|open|accepting)[^.\n]{{0,30}}",
    rf"(?:{_POSTING} |it )(?:may|might|could) (?:already |possibly )?(?:have been|have|already be|be) (?:already )?(?:filled|expired|closed)[^.\n]{{0,30}}",
    r"possibly (?:expired|closed|filled)|(?:probably|likely) (?:expired|closed|filled)",
    r"(?:möglicherweise|eventuell|vielleicht|unter umständen) (?:bereits |schon )?(?:nicht mehr (?:verfügbar|aktuell|online)|besetzt|abgelaufen)",
    r"n'est peut-être plus (?:disponible|en ligne)|peut ne plus être disponible|mogelijk (?:niet (?:meer|langer) (?:beschikbaar|actief)|gesloten|verlopen)|puede (?:que )?(?:ya )?no (?:estar|esté) (?:disponible|activa|vigente)",
)
_CONDITION = re.compile(
    r"\b(?:if|once|when|until|unless|as soon as|after|before|should|wenn|sobald|falls|si|lorsque|dès que|zodra|als|cuando)\b[^.]{0,60}$",
    re.IGNORECASE,
)


def _unless_condition(value: Closed) -> Callable[[re.Match[str]], Closed | None]:
    """The production for a statement; "once the role is filled" is none."""

    def produce(match: re.Match[str]) -> Closed | None:
        before = match.string[max(0, match.start() - 80) : match.start()].rsplit("\n", 1)[-1]
        return None if _CONDITION.search(before) else value

    return produce


_RULES = (
    Rule("closed.perhaps", Pattern(rf"\b(?:{'|'.join(_PERHAPS)})\b", re.IGNORECASE), _unless_condition(Closed.MAYBE)),
    Rule("closed.said", Pattern(rf"\b(?:{'|'.join(_YES)})\b", re.IGNORECASE), _unless_condition(Closed.YES)),
)
CUES = tuple(rule.cues for rule in _RULES)
# A line or a mark of its own at the top of the page: "EXPIRED", "Status: Closed", "[CLOSED] Rust Engineer", "Curator - CLOSED".
_STAMP = re.compile(
    r"^\W{0,4}(?:(?:job )?status\s?:\s*)?(?P<said>closed|expired|filled|inactive|position filled|job filled|besetzt|abgelaufen|pourvu|gesloten|cerrada)\W{0,4}$"
    r"|[\[(](?P<mark>closed|expired|filled|position filled)[\])]|\w\s-\s(?P<end>(?-i:CLOSED|EXPIRED|FILLED))\W{0,3}$",
    re.IGNORECASE,
)
_TOP_LINES = 15


def extract(doc: Document) -> Found[Closed] | None:
    """Whether the posting is closed as the page says it, or None; "once the role is filled" is no statement."""
    said = next(statements(doc, _RULES, _spoken(doc)), None)
    return said or next(_stamped(doc), None)


def _spoken(doc: Document) -> Iterator[Line]:
    """Headings and lines outside other openings and advice: "Applications are closed" may look like a heading."""
    for section in doc.sections:
        if section.kind not in (SectionKind.RELATED, SectionKind.ADVICE):
            if section.heading is not None:
                yield section.heading
            yield from section.lines


def _stamped(doc: Document) -> Iterator[Found[Closed]]:
    for line in doc.telling(
        _top(doc), ("closed", "expired", "filled", "inactive", "besetzt", "abgelaufen", "pourvu", "gesloten", "cerrada")
    ):
        if match := _STAMP.search(doc.text[line.start : line.stop]):
            start, stop = match.span(match.lastgroup or "said")
            yield doc.found(Closed.YES, line.start + start, line.start + stop, "closed.stamp")


def _top(doc: Document) -> list[Line]:
    return list(doc.all_lines())[:_TOP_LINES]
