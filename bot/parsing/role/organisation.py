"""Which team, which industry, and how many people? As the page states them."""

import re

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.rule import EDGE
from bot.text.sieve import Cues

_TEAM_LABEL = re.compile(
    EDGE
    + r"(?:team|department|division|business unit|business area|faculty|directorate|abteilung|bereich|fachbereich|département|service|direction|afdeling|departamento|área|equipo)\s?:\s*(?P<said>[^\n|•]{2,70})",
    re.IGNORECASE,
)
_TEAM_ALONE = re.compile(
    r"^(?:team|department|division|business unit|abteilung|département|afdeling|departamento)\s?:?$", re.IGNORECASE
)
_TEAM_SAID = (
    re.compile(
        r"\b(?:part of|join(?:ing)?|within|in|into|for)\s+(?:our|the|their|its|[A-Z]\w+'s)\s+(?:\w+[- ](?=growing))?(?:growing |dynamic |friendly |busy |small |global |new |talented |expanding |award-winning )?(?P<said>[A-Z][\w&-]*(?: (?:[A-Z&][\w&-]*|and|of|electronic|trading|risk|data|engineering|platform)){0,5} (?:team|department|division|unit|group|practice|squad|directorate|ward|faculty))\b"
    ),
    re.compile(r"\b(?:Department|Faculty|Division|School|Institute) of [A-Z]\w+(?: (?:and|&|of|[A-Z]\w+)){0,4}"),
)
_INDUSTRY_LABEL = re.compile(
    EDGE
    + r"(?:industr(?:y|ies)|sector|business sector|branche|secteur(?: d'activité)?|sector|industria)\s?:\s*(?P<said>[^\n|•]{2,70})",
    re.IGNORECASE,
)
_INDUSTRY_ALONE = re.compile(r"^(?:industry|industries|sector|branche|secteur|sector)\s?:?$", re.IGNORECASE)
_INDUSTRIES = "finance|financial services|banking|insurance|fintech|information technology|it services|software|software development|technology|internet|e-commerce|retail|consumer goods|healthcare|health care|hospital & health care|hospitals and health care|pharmaceuticals|biotechnology|medical devices|education|higher education|e-learning|government|public sector|nonprofit|non-profit|manufacturing|automotive|aerospace|aviation|construction|real estate|property|energy|oil & gas|renewable energy|utilities|telecommunications|media|entertainment|gaming|computer games|advertising|marketing|legal|law|legal services|consulting|management consulting|accounting|human resources|staffing and recruiting|recruitment|hospitality|food & beverage|food and beverage|restaurants|travel|tourism|transportation|logistics|logistics & supply chain|supply chain|warehousing|agriculture|mining|defence|defense|defense & space|security|cybersecurity|research|sports|fashion|design|architecture|engineering|environmental services|charity|social care|crypto|blockchain"
_INDUSTRY_CHIP = re.compile(rf"^(?:{_INDUSTRIES})$", re.IGNORECASE)
_INDUSTRY_SAID = re.compile(
    r"\b(?:an?|leading|global|international|growing|independent|largest)\s(?:global |international |independent )?(?P<said>financial services|investment bank|insurance|fintech|software|healthcare|biotech|pharmaceutical|e-commerce|logistics|retail|automotive|energy|telecommunications|manufacturing|consulting|media|gaming|aerospace|hospitality|construction)\s(?:company|firm|provider|group|business|organi[sz]ation|retailer|manufacturer)\b",
    re.IGNORECASE,
)
_SIZE = (
    re.compile(
        r"(?P<said>\b\d[\d,.]*\s?(?:\+|-\s?\d[\d,.]*\+?|to \d[\d,.]*)?\s?(?:\+ )?(?:employees|staff members|mitarbeiter(?:innen|n|:innen)?|beschäftigte\w*|salariés|collaborateurs|medewerkers|werknemers|empleados|team members|colleagues worldwide|people worldwide))\b",
        re.IGNORECASE,
    ),
    re.compile(r"\bcompany size\s?:?\s*(?P<said>[\d,.]+\s?(?:\+|-\s?[\d,.]+)?(?: employees)?)", re.IGNORECASE),
    re.compile(
        r"\b(?:we are|we're|team of|employ(?:s|ing)?|company of|over|more than)\s(?:about |around |over |some |now |approximately )?(?P<said>\d[\d,.]*\+?\s(?:people|employees|colleagues|staff))\b",
        re.IGNORECASE,
    ),
)
_NOT_SIZE = re.compile(
    r"\b(?:lead|manage|managing|leading|supervis\w+|for|support\w*|serv\w+|train\w*|report|clients? (?:with|of)|companies with|discounts?|benefits for|you|line manag\w+)\s(?:\w+ ){0,3}$",
    re.IGNORECASE,
)
_TEAMS, _TEAMS_SAID = Cues(_TEAM_LABEL, _TEAM_ALONE), Cues(*_TEAM_SAID)
_INDUSTRY, _TRADES, _SIZES = Cues(_INDUSTRY_LABEL, _INDUSTRY_ALONE), Cues(_INDUSTRY_SAID), Cues(*_SIZE)
CUES = (_TEAMS, _TEAMS_SAID, _INDUSTRY, _TRADES, _SIZES)


def extract_team(doc: Document) -> Found[str] | None:
    """The team or department as named, or None."""
    found = _labelled(doc, _TEAM_LABEL, _TEAM_ALONE, _TEAMS, "team")
    if found is not None:
        return found
    for pattern in _TEAM_SAID:
        for line in doc.telling(doc.stated_lines(), _TEAMS_SAID):
            if match := pattern.search(doc.text, line.start, line.stop):
                group = "said" if "said" in pattern.groupindex else 0
                return doc.quoted(*match.span(group), "team.said")
    return None


def extract_industry(doc: Document) -> Found[str] | None:
    """The industry as named, or None."""
    found = _labelled(doc, _INDUSTRY_LABEL, _INDUSTRY_ALONE, _INDUSTRY, "industry")
    if found is not None:
        return found
    for line in doc.sections[0].lines if doc.sections else ():
        if not line.mark and _INDUSTRY_CHIP.match(line.text) and line.text[:1].isupper():
            return doc.quoted(line.start, line.stop, "industry.chip")
    for line in doc.telling(doc.stated_lines(), _TRADES):
        if match := _INDUSTRY_SAID.search(doc.text, line.start, line.stop):
            return doc.quoted(*match.span("said"), "industry.said")
    return None


def extract_company_size(doc: Document) -> Found[str] | None:
    """How many people the employer has, as stated, or None."""
    for line in doc.telling(doc.stated_lines(), _SIZES):
        for pattern in _SIZE:
            match = pattern.search(doc.text, line.start, line.stop)
            if match and not _NOT_SIZE.search(doc.text, max(line.start, match.start("said") - 40), match.start("said")):
                return doc.quoted(*match.span("said"), "company_size.said")
    return None


def _labelled(
    doc: Document, label: re.Pattern[str], alone: re.Pattern[str], cues: Cues, rule: str
) -> Found[str] | None:
    for line in doc.telling(doc.all_lines(), cues):
        following = doc.line_below(line)
        if match := label.search(doc.text, line.start, line.stop):
            if len(match["said"].split()) <= 8 and not match["said"].rstrip().endswith("."):
                return doc.quoted(
                    match.start("said"), match.start("said") + len(match["said"].rstrip()), f"{rule}.labelled"
                )
        elif (
            following is not None
            and alone.match(line.text)
            and len(following.text) <= 60
            and not following.text.endswith((".", ":"))
        ):
            return doc.quoted(following.start, following.stop, f"{rule}.below_label")
    return None
