"""What does a field rule get to see? A page cut into lines and sections, and the way from a match to a found value.

Leaves out how sections are recognised (`bot.parsing.sections`) and what any field means.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar, cast

from bot.model.evidence import Evidence, Found
from bot.text.clean import CleanText
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sieve import Cues, Signs
from bot.text.span import Span
from bot.text.tokens import lower_in_place

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
    UNASKED = "unasked"  # what need not be brought
    OTHER = "other"  # a heading that no list knows


_NOT_STATED_HERE = frozenset({SectionKind.ADVICE, SectionKind.LEGAL, SectionKind.RELATED, SectionKind.SITE})


@dataclass(frozen=True, slots=True)
class Section:
    """Lines below one heading; `heading` is None where the page starts without one."""

    kind: SectionKind
    heading: Line | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A cleaned page in sections; `received` is the day it came in, None when unknown.

    Every offset that rules handle counts code points of `text`, the cleaned page; `found` leads back to the raw one.
    """

    source: CleanText
    folded: str  # the cleaned page in one form, without case and accents, every sign in its place
    sections: tuple[Section, ...]
    signs: Signs = field(repr=False)
    received: date | None = None
    text: str = field(init=False, repr=False)  # the cleaned page
    _every: tuple[Line, ...] = field(init=False, repr=False)
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _stated: tuple[Line, ...] = field(init=False, repr=False)
    _stops: dict[int, int] = field(init=False, repr=False)  # of each line, by its start
    _once: dict[Callable[["Document"], object], object] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        every = (line for section in self.sections for line in (section.heading, *section.lines) if line is not None)
        stated = (line for section in self.sections if section.kind not in _NOT_STATED_HERE for line in section.lines)
        object.__setattr__(self, "text", self.source.text)
        object.__setattr__(self, "_every", tuple(every))
        object.__setattr__(self, "_starts", tuple(line.start for line in self._every))
        object.__setattr__(self, "_stated", tuple(stated))
        object.__setattr__(self, "_stops", {line.start: line.stop for line in self._every})

    @property
    def low(self) -> str:
        """The cleaned page in lower case, every letter in its place."""
        return self.once(_low)

    def lines(self, *kinds: SectionKind) -> Iterator[Line]:
        """The lines below headings of these kinds, in page order; every line when none is named."""
        for section in self.sections:
            if not kinds or section.kind in kinds:
                yield from section.lines

    def all_lines(self) -> tuple[Line, ...]:
        """Every line of the page in order, headings included."""
        return self._every

    def stated_lines(self) -> tuple[Line, ...]:
        """Lines in which the posting itself speaks: no advice, legal text, other openings or site furniture."""
        return self._stated

    def line_below(self, line: Line) -> Line | None:
        """The line that follows on the page, headings included; None behind the last."""
        return next(iter(self.lines_below(line.start, 1)), None)

    def lines_below(self, start: int, most: int) -> tuple[Line, ...]:
        """The lines that begin behind the offset, headings included, in page order; at most so many."""
        place = bisect_right(self._starts, start)
        return self._every[place : place + most]

    def lines_above(self, start: int, most: int) -> tuple[Line, ...]:
        """The lines that begin before the offset, headings included, in page order: the last ones, at most so many."""
        place = bisect_left(self._starts, start)
        return self._every[max(0, place - most) : place]

    def line_at(self, offset: int) -> Line | None:
        """The line that holds the offset; None between lines."""
        line = next(iter(self.lines_above(offset + 1, 1)), None)
        return line if line is not None and offset < line.stop else None

    def matches(self, pattern: Pattern, start: int, stop: int) -> Iterator[re.Match[str]]:
        """Every match of the pattern that begins and ends within the range, from left to right."""
        if start in self._stops and stop <= self._stops[start] and start not in self.signs.matching(pattern):
            return iter(())
        return pattern.matches(self.text, self.folded, start, stop)

    def telling(self, lines: Iterable[Line], cues: Cues | Sequence[str]) -> list[Line]:
        """Those of the lines that one of the patterns behind the cues could match, or that hold one of the words."""
        if isinstance(cues, Cues):
            telling = self.signs.telling(cues)
            return [line for line in lines if line[0] in telling] if telling else []
        low = self.low
        found = [word for word in cues if word in low]
        return (
            [line for line in lines if any(low.find(word, line.start, line.stop) >= 0 for word in found)]
            if found
            else []
        )

    def telling_starts(self, cues: Cues) -> frozenset[int]:
        """The starts of the lines that one of the patterns behind the cues could match."""
        return self.signs.telling(cues)

    def once(self, read: Callable[["Document"], T]) -> T:
        """What `read` makes of this page, worked out the first time and remembered."""
        if read not in self._once:
            self._once[read] = read(self)
        return cast(T, self._once[read])

    def words(self, start: int, stop: int) -> str:
        """The page's own words behind a cleaned range, each run of white space folded to one blank."""
        return self.source.words(start, stop)

    def evidence(self, start: int, stop: int) -> Evidence:
        """The raw words behind the cleaned range `start <= i < stop`."""
        return self._slice(self.source.span(start, stop), start, stop)

    def _slice(self, span: Span, start: int, stop: int) -> Evidence:
        if not self.source.page.runs:
            return Evidence(start=span.start, stop=span.stop, quote=span.of(self.source.raw))
        return Evidence.of(self.source.raw, span, self.source.words(start, stop))

    def quoted(self, start: int, stop: int, rule: str) -> Found[str]:
        """A text value: the page's own words, proved by themselves."""
        return self.found(self.words(start, stop), start, stop, rule)

    def found(self, value: T, start: int, stop: int, rule: str) -> Found[T]:
        """A value proved by one cleaned range."""
        if self.source.page.runs:
            return self.found_in(value, (Span(start, stop),), rule)
        return Found(value=value, evidence=(self.evidence(start, stop),), rule=rule)

    def found_in(self, value: T, spans: Iterable[Span], rule: str) -> Found[T]:
        """A value proved by several cleaned ranges, in the order given."""
        evidence = tuple(
            self._slice(piece, span.start, span.stop)
            for span in spans
            for piece in self.source.spans(span.start, span.stop)
        )
        return Found(value=value, evidence=evidence, rule=rule)


def _low(doc: Document) -> str:
    return lower_in_place(doc.text)
