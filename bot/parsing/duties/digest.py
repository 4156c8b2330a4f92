"""What does a site's digest of the advert say under one of its labels? "Tasks: ...", "Qualifications: ...".

The labels stand on lines of their own below "At a glance" or in the head. Leaves out what the values mean.
"""

import re
from collections.abc import Iterator

from bot.parsing.document import Document, SectionKind
from bot.text.span import Span

TASKS = re.compile(r"(?:key |main )?(?:tasks|duties|responsibilities|aufgaben|missions)\s?:\s+", re.IGNORECASE)
QUALIFICATIONS = re.compile(
    r"(?:key |main |required |ideal )?(?:qualifications|requirements|skills|qualifikationen|profil|profile|candidate)\s?:\s+",
    re.IGNORECASE,
)
COMPANY = re.compile(r"(?:company|employer|about|unternehmen|entreprise|bedrijf|empresa)\s?:\s+", re.IGNORECASE)
_SHORTEST = 12


def digest_values(doc: Document, label: re.Pattern[str]) -> Iterator[Span]:
    """The values behind the label in the digest, in page order, without their last full stop."""
    for line in doc.lines(SectionKind.SUMMARY):
        behind = label.match(doc.text, line.start, line.stop)
        if behind and line.stop - behind.end() >= _SHORTEST:
            yield Span(behind.end(), line.stop)
