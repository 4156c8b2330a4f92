"""Where can one apply? Web and e-mail addresses that the page gives for it; no privacy, social or company links."""

import re
from collections.abc import Iterator

from bot.model.evidence import Found
from bot.parsing.document import Document, SectionKind
from bot.text.sieve import Cues

_ADDRESS = re.compile(
    r"(?P<mail>[A-Za-z0-9][\w.+-]{0,60}@[A-Za-z0-9][\w-]{0,60}(?:\.[A-Za-z][\w-]{1,30}){1,4})|(?P<web>https?://[^\s<>\"')\]]{4,300}|\bwww\.[^\s<>\"')\]]{4,200}|\b(?:[a-z0-9-]{2,40}\.){1,3}(?:com|org|net|io|co\.uk|de|fr|nl|es|eu|jobs|careers|gov\.uk|ac\.uk|nhs\.uk|ie|ch|at|be|ai|dev|app|example|test)(?:/[^\s<>\"')\]]{0,200}))",
    re.IGNORECASE,
)
_APPLYING = re.compile(
    r"\b(?:appl(?:y|ication|ications|icants?|ying)|resume|résumé|cv\b|cover letter|send (?:us|your|an?|me)|email (?:us|your|me)|e-mail|submit|interested|contact|register|bewerb\w+|lebenslauf|postul\w+|candidature|sollicit\w+|motivatie|inscri\w+|solicit\w+|envía|enviar|envoye[rz]|stuur|mail\w*|link|reach out|get in touch|dm|write to)\b",
    re.IGNORECASE,
)
_NOT_HERE = re.compile(
    r"privacy|cookie|gdpr|linkedin\.com/company|facebook\.com|twitter\.com|instagram\.com|youtube\.com|glassdoor|eeoc|e-verify|accommodat|accessib|unsubscribe|policy|terms",
    re.IGNORECASE,
)
_ENDS = ".,;:!?"
CUES = Cues(_ADDRESS)


def extract(doc: Document) -> tuple[Found[str], ...]:
    """The addresses in page order, each once."""
    found: dict[str, Found[str]] = {}
    for each in _addresses(doc):
        found.setdefault(each.value.lower(), each)
    return tuple(found.values())


def _addresses(doc: Document) -> Iterator[Found[str]]:
    for section in doc.sections:
        if section.kind in (SectionKind.ADVICE, SectionKind.RELATED, SectionKind.SITE):
            continue
        for line in doc.telling(section.lines, CUES):
            for match in _ADDRESS.finditer(doc.text, line.start, line.stop):
                context = doc.text[max(line.start, match.start() - 140) : min(line.stop, match.end() + 60)]
                applying = section.kind is SectionKind.APPLY or _APPLYING.search(context)
                if applying and not _NOT_HERE.search(context) and section.kind is not SectionKind.LEGAL:
                    stop = match.start() + len(match.group().rstrip(_ENDS))
                    yield doc.quoted(match.start(), stop, "apply.address")
