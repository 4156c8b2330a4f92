"""When was the posting published, and when was it changed? Dates or words behind their labels."""

import re

from bot.model.evidence import Found
from bot.parsing.document import Document
from bot.parsing.time.dates import DATE, RELATIVE
from bot.parsing.time.labelled import labelled

_WHEN = re.compile(
    rf"\W{{0,3}}(?P<said>{DATE}|(?:over |more than )?(?:{RELATIVE})|\d{{1,3}}\+? days ago)", re.IGNORECASE
)
_POSTED = re.compile(
    r"\b(?:(?:re)?posted(?: (?:date|on|at))?|date posted|posting date|published(?: on)?|publication date|listed(?: on)?|advertised(?: on)?|added(?: on)?"
    r"|online since|veröffentlicht(?: am)?|erschienen(?: am)?|eingestellt am|publiée?(?: le)?|date de publication|parue? le|geplaatst(?: op)?|publicado(?: el)?"
    r"|fecha de publicación|job posted)\b\s?(?:on|am|le|op)?\s?:?\s?",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:last (?:updated|modified|changed|update)|updated(?: on)?|aktualisiert(?: am)?|zuletzt aktualisiert|mise? à jour(?: le)?|bijgewerkt(?: op)?"
    r"|actualizado(?: el)?)\b\s?:?\s?",
    re.IGNORECASE,
)
_POSTED_CUES = tuple(
    "post|publi|listed|advertised|added|online|veröffentlicht|erschienen|eingestellt|paru|geplaatst|fecha".split("|")
)
_UPDATED_CUES = tuple("updat|modified|changed|aktualisiert|mis à jour|mise à jour|bijgewerkt|actualizado".split("|"))
_BARE = re.compile(rf"^(?P<said>{RELATIVE}|\d{{1,3}}\+? days ago)$", re.IGNORECASE)
_CHIP = re.compile(
    r"(?:^|[•|\n]\s?)(?P<said>\d{1,3}\+? (?:hours?|days?|weeks?|months?) ago)(?=\s*(?:[•|\n]|$))", re.IGNORECASE
)


def extract_posted(doc: Document) -> Found[str] | None:
    """The day of publication as an ISO date, or in the page's words, or None."""
    for found in labelled(doc, _POSTED, _WHEN, cues=_POSTED_CUES, rule="posted.labelled"):
        return found
    for line in (line for section in doc.sections[:1] for line in section.lines):
        match = _BARE.match(line.text) and _BARE.fullmatch(doc.text[line.start : line.stop])
        if match or _CHIP.search(doc.text, line.start, line.stop):
            chip = _CHIP.search(doc.text, line.start, line.stop)
            start, stop = chip.span("said") if chip else (line.start, line.stop)
            return doc.quoted(start, stop, "posted.chip")
    return None


def extract_updated(doc: Document) -> Found[str] | None:
    """The day of the last change as an ISO date, or in the page's words, or None."""
    return next(labelled(doc, _UPDATED, _WHEN, cues=_UPDATED_CUES, rule="updated.labelled"), None)
