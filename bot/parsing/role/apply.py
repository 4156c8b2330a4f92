"""Where can one apply? Web and e-mail addresses that the page gives for it; no privacy, social or company links."""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.parsing.document import Document, Section, SectionKind
from bot.text.layout import Line
from bot.text.sieve import Cues

_MAIL = r"(?P<mail>[A-Za-z0-9][\w.+-]{0,60}@[A-Za-z0-9][\w-]{0,60}(?:\.[A-Za-z][\w-]{1,30}){1,4})"
_ENDINGS = (
    "com|org|net|io|co\\.uk|de|fr|nl|es|eu|jobs|careers|gov\\.uk|ac\\.uk|nhs\\.uk|ie|ch|at|be|ai|dev|app|example|test"
)
_WEB = (
    r"(?P<web>https?://[^\s<>\"')\]]{4,300}|\bwww\.[^\s<>\"')\]]{4,200}"
    rf"|\b(?:[a-z0-9-]{{2,40}}\.){{1,3}}(?:{_ENDINGS})(?:/[^\s<>\"')\]]{{0,200}}))"
)
_ADDRESS = re.compile(f"{_MAIL}|{_WEB}", re.IGNORECASE)
_APPLYING = re.compile(
    r"\b(?:appl(?:y|ication|ications|icants?|ying)|resume|résumé|cv\b|cover letter|send (?:us|your|an?|me)|email (?:us|your|me)"
    r"|e-?mail\b|submit|interested|contact|register|link|reach out|get in touch|dm|write to|hear from you"
    r"|bewerb\w+|lebenslauf|kontakt|postul\w+|candidature|envoye[rz]|sollicit\w+|motivatie|stuur|mail\w*"
    r"|inscri\w+|solicit\w+|envía|enviar|envío)\b",
    re.IGNORECASE,
)
_NOT_HERE = re.compile(
    r"privacy|cookie|gdpr|datenschutz|linkedin\.com/company|facebook\.com|twitter\.com|instagram\.com|youtube\.com|glassdoor"
    r"|eeoc|e-verify|accommodat|accessib|adjustment|disabilit|life difficult|unsubscribe|policy|terms|complain|press\b|sponsored by",
    re.IGNORECASE,
)
# Who wrote a mail and to whom; one applies to a sender only where the mail says no other address.
_RECEIVER = re.compile(r"(?:to|cc|bcc|an|à|aan|para|kopie)\s?:", re.IGNORECASE)
_SENDER = re.compile(r"(?:from|von|de|van|reply-to|sender|absender)\s?:", re.IGNORECASE)
_ENDS = ".,;:!?"
_BY_SENDER = "apply.sender"
CUES = Cues(_ADDRESS)


def extract(doc: Document) -> tuple[Found[str], ...]:
    """The addresses in page order, each once."""
    found: dict[str, Found[str]] = {}
    for each in _addresses(doc):
        found.setdefault(each.value.lower(), each)
    told = tuple(each for each in found.values() if each.rule != _BY_SENDER)
    return told or tuple(found.values())


def _addresses(doc: Document) -> Iterator[Found[str]]:
    for section in doc.sections:
        if section.kind in (SectionKind.ADVICE, SectionKind.RELATED, SectionKind.SITE):
            continue
        for line in doc.telling(section.lines, CUES):
            for match in _ADDRESS.finditer(doc.text, line.start, line.stop):
                if section.kind is not SectionKind.LEGAL and _is_for_applying(doc, section, line, match):
                    stop = match.start() + len(match.group().rstrip(_ENDS))
                    sent = _SENDER.match(doc.text, line.start, line.stop) and match["mail"]
                    yield doc.quoted(match.start(), stop, _BY_SENDER if sent else "apply.address")


def _is_for_applying(doc: Document, section: Section, line: Line, match: re.Match[str]) -> bool:
    """Whether the words around say so; an e-mail address of an advert is for writing to it unless they say otherwise."""
    before = doc.text[max(line.start, match.start() - 140) : match.start()]
    context = before + doc.text[match.start() : min(line.stop, match.end() + 60)]
    if _NOT_HERE.search(context) or _RECEIVER.match(doc.text, line.start, line.stop):
        return False
    if match["mail"] or section.kind is SectionKind.APPLY:
        return True
    # A link in a row of facts, as in "Firm | Role | Place | https://...", is where the advert leads.
    return _APPLYING.search(context) is not None or (line.mark == "|" and match.start() == line.start)
