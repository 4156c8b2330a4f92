"""What does a field rule get to see? A page cut into lines and sections, and the way from a match to a found value.

Leaves out how sections are recognised (`bot.parsing.sections`) and what any field means.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from bot.model.evidence import Evidence, Found
from bot.text.clean import CleanText
from bot.text.layout import Line
from bot.text.span import Span

T = TypeVar("T")


class SectionKind(StrEnum):
    """What a stretch of a page is about."""

    HEADER = "header"  # before the first heading: title, chips, place, lead
    SUMMARY = "summary"  # a site's digest of the advert ("At a glance")
    ABOUT = "about"  # the employer
    ROLE = "role"  # prose about the role
    DUTIES = "duties"
    REQUIREMENTS = "requirements"
    NICE = "nice"  # asked for, not insisted on
    EDUCATION = "education"
    SKILLS = "skills"  # bare names of skills
    BENEFITS = "benefits"
    PAY = "pay"
    DETAILS = "details"  # label and value pairs: contract, hours, place
    APPLY = "apply"
    LEGAL = "legal"  # equal opportunity, privacy, disclaimers
    ADVICE = "advice"  # a site's tips; never a requirement or a benefit
    RELATED = "related"  # other openings
    SITE = "site"  # navigation, cookies, adverts of the site itself
    OTHER = "other"  # a heading that no list knows


_NOT_STATED_HERE = frozenset({SectionKind.ADVICE, SectionKind.LEGAL, SectionKind.RELATED, SectionKind.SITE})


@dataclass(frozen=True, slots=True)
class Section:
    """Lines below one heading; `heading` is None where the page starts without one."""

    kind: SectionKind
    heading: Line | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned page in sections; `received` is the day it came in, None when unknown.

    Every offset that rules handle counts code points of `text`, the cleaned page; `found` leads back to the raw one.
    """

    source: CleanText
    sections: tuple[Section, ...]
    received: date | None = None
    low: str = ""  # the cleaned page in lower case, of the same length

    @property
    def text(self) -> str:
        """The cleaned page."""
        return self.source.text

    def lines(self, *kinds: SectionKind) -> Iterator[Line]:
        """The lines below headings of these kinds, in page order; every line when none is named."""
        for section in self.sections:
            if not kinds or section.kind in kinds:
                yield from section.lines

    def all_lines(self) -> Iterator[Line]:
        """Every line of the page in order, headings included."""
        for section in self.sections:
            if section.heading is not None:
                yield section.heading
            yield from section.lines

    def stated_lines(self) -> Iterator[Line]:
        """Lines in which the posting itself speaks: no advice, legal text, other openings or site furniture."""
        for section in self.sections:
            if section.kind not in _NOT_STATED_HERE:
                yield from section.lines

    def telling(self, lines: Iterable[Line], cues: Sequence[str]) -> Iterator[Line]:
        """The lines that hold one of the cues, in lower case: a cheap sieve before patterns that cost more."""
        low = self.low
        for line in lines:
            piece = low[line.start : line.stop]
            if any(cue in piece for cue in cues):
                yield line

    def words(self, start: int, stop: int) -> str:
        """The page's own words behind a cleaned range, each run of white space folded to one blank."""
        return " ".join(self.source.span(start, stop).of(self.source.raw).split())

    def evidence(self, start: int, stop: int) -> Evidence:
        """The raw words behind the cleaned range `start <= i < stop`."""
        span = self.source.span(start, stop)
        return Evidence(start=span.start, stop=span.stop, quote=span.of(self.source.raw))

    def quoted(self, start: int, stop: int, rule: str) -> Found[str]:
        """A text value: the page's own words, proved by themselves."""
        return self.found(self.words(start, stop), start, stop, rule)

    def found(self, value: T, start: int, stop: int, rule: str) -> Found[T]:
        """A value proved by one cleaned range."""
        return self.found_in(value, (Span(start, stop),), rule)

    def found_in(self, value: T, spans: Iterable[Span], rule: str) -> Found[T]:
        """A value proved by several cleaned ranges, in the order given."""
        evidence = tuple(self.evidence(span.start, span.stop) for span in spans)
        return Found[T].model_construct(value=value, evidence=evidence, rule=rule)
