"""What does this text say? The whole road from raw text to a reading, in the order of the fields.

Leaves out where the text came from (`bot.intake`) and where it is kept (`bot.store`).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from bot.model.evidence import Found
from bot.model.page import Page, text_page
from bot.model.posting import Posting
from bot.model.reading import Reading
from bot.parsing import labels, sections
from bot.parsing.document import Document
from bot.parsing.duties import about, requirements, responsibilities, surroundings
from bot.parsing.glued import split_glued
from bot.parsing.page import is_posting
from bot.parsing.page.conflicts import find_conflicts
from bot.parsing.page.language import language_of
from bot.parsing.pay import other_pay, salary
from bot.parsing.role import (
    apply,
    company,
    employment_type,
    locations,
    office_days,
    organisation,
    seniority,
    sponsorship,
    title,
    work_mode,
)
from bot.parsing.sections import split_sections, without_inline_headings
from bot.parsing.talk import every as talk
from bot.parsing.terms import benefits, education, languages, skills
from bot.parsing.time import (
    closed,
    deadline,
    duration,
    experience,
    hours,
    labelled,
    published,
    shift,
    starts,
    travel,
)
from bot.text.clean import CleanText, clean
from bot.text.layers import Layer
from bot.text.layout import Line, split_lines
from bot.text.sieve import Cues, Sieve
from bot.text.tokens import in_one_form

# Fields that a page may state more than once, and differently: every statement, the most trusted first.
STATEMENTS: dict[str, Callable[[Document], tuple[Found[Any], ...]]] = {
    "work_mode": work_mode.statements_of,
    "employment_type": employment_type.statements_of,
    "seniority": seniority.statements_of,
    "experience": experience.statements_of,
    "salary": salary.statements_of,
    "deadline": deadline.statements_of,
    "starts": starts.statements_of,
    "hours": hours.statements_of,
    "sponsorship": sponsorship.statements_of,
}

# One field, one function: each reads the document and nothing else. The order is that of the contract.
FIELDS: dict[str, Callable[[Document], Any]] = {
    "title": title.extract,
    "company": company.extract,
    "team": organisation.extract_team,
    "industry": organisation.extract_industry,
    "company_size": organisation.extract_company_size,
    "locations": locations.extract,
    "work_mode": work_mode.extract,
    "office_days": office_days.extract,
    "employment_type": employment_type.extract,
    "seniority": seniority.extract,
    "experience": experience.extract,
    "salary": salary.extract,
    "other_pay": other_pay.extract,
    "deadline": deadline.extract,
    "posted": published.extract_posted,
    "updated": published.extract_updated,
    "starts": starts.extract,
    "closed": closed.extract,
    "duration": duration.extract,
    "hours": hours.extract,
    "shift": shift.extract,
    "travel": travel.extract,
    "skills": skills.extract,
    "responsibilities": responsibilities.extract,
    "requirements": requirements.extract,
    "education": education.extract,
    "languages": languages.extract,
    "benefits": benefits.extract,
    "sponsorship": sponsorship.extract,
    "apply": apply.extract,
    "about": about.extract,
    "advice": surroundings.extract_advice,
    "related": surroundings.extract_related,
}

# The cue words of every field, found in one pass over the page.
CUES: tuple[Cues, ...] = (
    apply.CUES,
    education.CUES,
    languages.CUES,
    other_pay.CUES,
    deadline.CUES,
    travel.CUES,
    *talk.CUES,
    requirements.CUES,
    sections.CUES,
    surroundings.ADVISING,
    surroundings.OTHERS,
    work_mode.CUES,
    *benefits.CUES,
    *closed.CUES,
    *duration.CUES,
    *employment_type.CUES,
    *experience.CUES,
    *is_posting.CUES,
    *office_days.CUES,
    *organisation.CUES,
    *seniority.CUES,
    *shift.CUES,
    *sponsorship.CUES,
    *labelled.LABEL_CUES.values(),
    *company.CUES,
    *labels.CUES.values(),
    *locations.CUES,
    *hours.CUES,
    *skills.CUES,
    *starts.CUES,
)


def parse_posting(raw: str | Page, *, received: date | None = None) -> Reading:
    """The reading of a text or page; depends on it and the day it was received, on nothing else."""
    page = text_page(raw) if isinstance(raw, str) else raw
    doc = read_document(page.layer, received=received)
    language = doc.once(language_of)
    said = {name: doc.once(statements_of) for name, statements_of in STATEMENTS.items()}
    read = {name: doc.once(extract) for name, extract in FIELDS.items() if name not in said}
    posting = Posting(**read, **_trusted(said), conflicts=find_conflicts(said, doc.source.raw))
    reason = None if page.declared and posting.title else is_posting.why_not(doc, posting)
    if reason is not None:
        return Reading(language=language, reason=reason)
    return Reading(language=language, posting=posting, unread=surroundings.unread_lines(doc, posting))


def _trusted(said: dict[str, tuple[Found[Any], ...]]) -> dict[str, Any]:
    """The value of each field that has several statements: the most trusted one, or for a list the distinct ones."""
    values: dict[str, Any] = {name: found[0] if found else None for name, found in said.items()}
    return values | {"employment_type": employment_type.distinct(said["employment_type"])}


def read_document(raw: str | Layer, *, received: date | None = None) -> Document:
    """The text cleaned, cut into logical lines and grouped into sections."""
    source = clean(raw)
    lines = tuple(without_inline_headings(split_glued(source.text, split_lines(source.text))))
    source = _unwrapped(source, lines)
    folded = in_one_form(source.text)
    signs = _sieve().signs(source.text, folded, lines)
    return Document(source, folded, split_sections(lines, signs.telling(sections.CUES)), signs, received)


def _unwrapped(source: CleanText, lines: Sequence[Line]) -> CleanText:
    """The text with a blank for each line break inside a logical line, so that phrases are found across wrapped lines."""
    text = source.text
    wrapped = [line for line in lines if text.find("\n", line.start, line.stop) >= 0]
    if not wrapped:
        return source
    pieces: list[str] = []
    done = 0
    for line in wrapped:
        if line.start >= done:
            pieces += (text[done : line.start], text[line.start : line.stop].replace("\n", " "))
            done = line.stop
    return replace(source, text="".join((*pieces, text[done:])))


@cache
def _sieve() -> Sieve:
    return Sieve(CUES)
