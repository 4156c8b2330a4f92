"""What does the page say about the employer? Paragraphs below its heading, and sentences elsewhere whose subject it is.

Leaves out the employer's name, size and trade, which are fields of their own.
"""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.parsing.document import Document, SectionKind
from bot.parsing.duties.digest import COMPANY, digest_values
from bot.parsing.duties.items import is_furniture
from bot.parsing.role import company
from bot.text.layout import Line
from bot.text.sentences import sentences
from bot.text.span import Span

_ORGANISATION = (
    r"(?:company|bank|firm|provider|start-?up|scale-?up|organi[sz]ation|agency|charity|consultancy|employer|retailer|manufacturer|maker|platform|marketplace|brand|chain|network|group|hospital|school|university|college|practice|clinic|surgery|institution|institute"
    r"|business|service|shop|store|bakery|brewery|restaurant|café|pub|hotel|theatre|farm|vineyard|studio|workshop|garage|family|team|yard|borough|council|authority|trust|cooperative|co-operative|ngo|non-?profit|foundation|society|museum|newspaper|publisher|producer|supplier|distributor|operator|insurer|builder|mutual"
    r"|unternehmen|betrieb|kanzlei|praxis|klinik|verein|familienbetrieb|familienunternehmen|handwerksbetrieb|hersteller|dienstleister|entreprise|société|restaurant|association|cabinet|établissement|bedrijf|familiebedrijf|organisatie|empresa|despacho|clínica|fundación)"
)
# "An international bank that ...", "Europe's largest marketplace for ...", "We are a family of four", "Founded in 1974".
_ABOUT = re.compile(
    rf"(?:(?:join \w+, )?(?:an?|one of the|ein|eine|einer der|un|une|een|una|leading|award-winning|[\w-]+'s (?:largest|leading|biggest|oldest|fastest|first|best)|the (?:largest|leading|biggest|oldest|world's))\s(?:[\w'-]+[ -]){{0,5}}{_ORGANISATION}\b|(?:[A-Z][\w-]+ )(?:[a-z-]+ ){{0,2}}(?:company|platform|provider|start-?up|marketplace|consultancy|software|agency)\s(?:that|for|which|protecting|helping|serving|building|connecting|making|providing|with|in)\b"
    r"|(?:founded|established|headquartered|based|series [a-e]\b|with (?:more than |over )?\d+ years)[^.]{3,}|our (?:mission|vision|story|goal|purpose|values|founders?|roots)\b|our (?:[\w'-]+ ){1,3}(?:is|are|has|have|bring|brings|help|helps|range|serve|serves|include|includes|were|was)\b|it is our \w+|(?:since|depuis|seit|sinds|desde) \d{4}\b"
    r"|(?:we|wir|nous|wij|nosotros|somos|hacemos)\s[\w']{2,}"
    rf"|(?:the|our|das|die|der|le|la|het|de|el|notre|unser|unsere|onze|nuestra)\s(?:[\w'-]+ ){{0,3}}(?!team|group){_ORGANISATION}(?:,\s|\s(?:itself|has|is|was|issues|employs|serves|closed|makes|paid|runs|owns|ist|hat|est|a|is|es|tiene|compte|bestaat|telt))\b)",
    re.IGNORECASE,
)
# Words of a sentence that tells of the job, the candidate or the procedure.
_OF_THE_JOB = re.compile(
    r"\b(?:benefits package|hours a week|vacanc(?:y|ies)|full[- ]time|part[- ]time|on call|overall rating|employee reviews|seeking|seeks?|look(?:ing|s)? for|hiring|hires?|recruit\w*|you|your|needs? (?:an?|another|someone|help)|needed|wanted|required|adding an?|is after|to join|we(?:'re| are)? (?:now |currently |also )?(?:need|want|offer|ask|would|seek|search\w*|pay|interview|reply|respond|sponsor|accept|expect|require|provide|give|close|close the|will|can|cannot|do not|don't|run checks|welcome|encourage|celebrate|aim|value|reserve|regret|only|may)|we'(?:ll|d)|this (?:role|post|job|position|vacancy|programme|internship|contract)|the (?:role|post|position|successful|internship|contract|job)|posts?\b|candidates?|applicants?|applications?|person\b|apply|internship|interns|visas?|sponsor\w*|salary|equal opportunit\w+|discriminat\w+|regardless|cookies?"
    r"|suchen|sucht|gesucht|bieten|freuen|recherch\w+|proposons|offrons|cherch\w+|zoek\w+|bieden|buscamos|busca|ofrecemos|du|dich|dir|sie|ihnen|vous|tu|te|je|jij|jou|u|usted)\b",
    re.IGNORECASE,
)
# "Wedo is a collection of shops", "Pic supplies the police", with the name as the page writes it.
_NAMED = re.compile(
    r"(?!This\b|That\b|These\b|There\b|It\b|What\b|Who\b|Here\b|If\b|As\b|In\b|At\b|Our\b|He\b|She\b|They\b)[A-Z0-9][\w.&'-]*(?: (?:[A-Z0-9][\w.&'-]*|of|and|&|the|for|de|la)){0,5},?(?: \([A-Z]{2,6}\))?"
    r" (?:is (?:an?|the|one of|part of|proud|on a mission|home to|where|transforming|changing|building|committed to (?:building|making|helping))|was (?:founded|established|born|created|set up|spun)|has (?:been|grown|over|more than|offices|a|an)|provides|helps|develops|designs|builds|makes|delivers|speciali[sz]es|operates|supports|drives|enables|creates|runs|serves|manufactures|supplies|employs|combines|brings|connects|empowers|powers)\b"
)
# Lines below a heading of the employer that tell of the candidate, or that a site puts there.
_NO_PROFILE = re.compile(
    r"^(?:as an? [a-z].{3,60} you\b|by applying|to apply|you(?:'ll| will| may| must| are our))|\b(?:overall rating|employee reviews|comprehensive benefits package)\b|\d (?:employees|salariés|mitarbeiter)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[\w /&-]{2,28}:\s")
_TOLD_IN = frozenset({SectionKind.HEADER, SectionKind.ROLE, SectionKind.SUMMARY, SectionKind.OTHER, SectionKind.ABOUT})
# Sections that a lost heading runs on into: there the employer has to be named.
_NAMED_IN = frozenset(
    {
        SectionKind.PAY,
        SectionKind.DETAILS,
        SectionKind.APPLY,
        SectionKind.BENEFITS,
        SectionKind.REQUIREMENTS,
        SectionKind.DUTIES,
    }
)
_GENERIC = frozenset(
    "the company group restaurant hotel university college school hospital council kanzlei praxis klinik institute bank agency department ministry city county state national royal new first blue green north south east west san la le les das die der el los".split()
)
_SHORTEST_PROSE, _SHORTEST_SENTENCE, _FEWEST_WORDS = 40, 24, 5
_NAMED_WITHIN = 70
_WORD = re.compile(r"[^\W\d_][\w'&-]*")


def extract(doc: Document) -> tuple[Found[str], ...]:
    """What is said of the employer: below its heading, and sentences elsewhere whose subject it is."""
    unique: dict[str, Found[str]] = {}
    for span, rule in _about(doc):
        found = doc.quoted(*span, rule)
        unique.setdefault(found.value, found)
    return tuple(unique.values())


def _about(doc: Document) -> Iterator[tuple[Span, str]]:
    yield from ((span, "about.digest") for span in digest_values(doc, COMPANY))
    name = doc.once(telling_name)
    for section in doc.sections:
        for line in section.lines if section.kind in _TOLD_IN or section.kind in _NAMED_IN else ():
            if len(line.text) < _SHORTEST_SENTENCE or is_furniture(line):
                continue
            if section.kind is SectionKind.ABOUT and _NO_PROFILE.search(line.text):
                continue
            if section.kind is SectionKind.ABOUT and len(line.text) >= _SHORTEST_PROSE:
                yield Span(line.start, line.stop), "about.headed"
            elif not line.mark and not _LABEL.match(line.text) and line.text.endswith((".", "!")):
                span = _told(doc, line, name, named=section.kind in _NAMED_IN)
                if span:
                    yield span, "about.said"


def telling_name(doc: Document) -> re.Pattern[str] | None:
    """A pattern for the word by which the employer is known; None when the page names none."""
    named = doc.once(company.extract)
    words = _WORD.findall(named.value) if named else []
    telling = [word for word in words if len(word) > 2 and word[0].isupper() and word.lower() not in _GENERIC]
    return re.compile(rf"\b{re.escape(telling[0])}\b") if telling else None


def _told(doc: Document, line: Line, name: re.Pattern[str] | None, *, named: bool) -> Span | None:
    """The sentences in a row that tell of the employer, from the first that names it or is about such a thing."""
    told: Span | None = None
    for piece in sentences(doc.text, line.start, line.stop):
        text = piece.of(doc.text)
        if told is None and not _is_about(name, text, named=named):
            continue
        if not _OF_THE_JOB.search(text) or text.startswith("Join "):
            told = Span(told.start, piece.stop) if told else piece
        elif told:
            break
    return told


def _is_about(name: re.Pattern[str] | None, text: str, *, named: bool) -> bool:
    """Whether a sentence tells something of the employer: "Acme makes drives for robots", "A bank for farmers."."""
    if len(text) < _SHORTEST_SENTENCE or text.count(" ") < _FEWEST_WORDS - 1:
        return False
    place = name.search(text, 0, _NAMED_WITHIN) if name else None
    if named:
        return place is not None and text[: place.start()].count(" ") < _FEWEST_WORDS - 1
    unnamed = name is None and _NAMED.match(text) is not None
    return unnamed or place is not None or _ABOUT.match(text) is not None
