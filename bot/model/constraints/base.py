"""How does a posting stand to a constraint? The verdict with its proof, and the posting as constraints look at it.

Leaves out the kinds of criteria (the modules beside this one) and how a line is read (`bot.search`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import islice
from typing import Protocol

from bot.model import wording
from bot.model.evidence import Evidence, Found
from bot.model.stored import StoredPosting
from bot.text.span import Span
from bot.text.tokens import stems_in, terms


class Verdict(StrEnum):
    """How a posting stands to a criterion; silence is neither yes nor no."""

    YES = "yes"
    NO = "no"
    SILENT = "not stated"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with the stated value in a few words and the words of the page that prove it; both empty on silence."""

    verdict: Verdict
    said: str = ""
    proof: tuple[Evidence, ...] = ()


SILENT = Judged(Verdict.SILENT)
NO = Judged(Verdict.NO)


@dataclass(frozen=True, slots=True)
class Passage:
    """The stems of one text of a posting, in order; `proof` is None where the text is the whole page."""

    name: str
    stems: tuple[str, ...]
    said: str = ""
    proof: Evidence | None = None


class Subject:
    """A posting on a day, its texts cut into stems when they are first asked for: what constraints are judged on."""

    def __init__(self, stored: StoredPosting, today: date) -> None:
        self.stored = stored
        self.today = today
        self._passages: dict[str, tuple[Passage, ...]] = {}

    @cached_property
    def pay(self) -> str:
        """The stated pay in words, put into them once however many figures it is compared with; "" without any."""
        found = self.stored.posting.salary
        return wording.salary(found.value) if found else ""

    def passages(self, name: str) -> tuple[Passage, ...]:
        """The texts of one part (`PARTS`), in page order; () where the posting states none."""
        if name not in self._passages:
            self._passages[name] = tuple(_passage(name, *text) for text in texts_of(self.stored, name))
        return self._passages[name]

    def raw_span(self, place: slice) -> Span:
        """Where these terms of the whole page stand in the raw text."""
        spans = [span for _, span in islice(terms(self.stored.text), place.start, place.stop)]
        return self.stored.page.span(spans[0].start, spans[-1].stop)


_FIELD_OF = {"title": "title", "skill": "skills", "company": "company", "in": "locations", "edu": "education"}
# The parts in which a word without a key is looked for, the most telling first.
PARTS = ("title", "skill", "company", "in", "mode", "asked", "edu", "text")


def texts_of(stored: StoredPosting, name: str) -> Iterator[tuple[str, Found[object] | None]]:
    """The texts of one part (`PARTS`) in page order, each with the value that it is; None for the whole page."""
    posting = stored.posting
    if name in _FIELD_OF:
        for found in posting.found(_FIELD_OF[name]):
            yield str(found.value), found
    elif name == "mode" and posting.work_mode:
        yield posting.work_mode.value.value, posting.work_mode
    elif name == "asked":
        for asked in posting.requirements:
            yield asked.value.text, asked
    elif name == "text":
        yield stored.text, None
    elif name == "source":
        yield stored.source, None


def _passage(name: str, text: str, found: Found[object] | None) -> Passage:
    if found is None:
        return Passage(name, stems_in(text))
    return Passage(name, _stems_of_value(text), text, found.evidence[0])


# Skills, companies and places are the same in many postings.
_stems_of_value = lru_cache(maxsize=16384)(stems_in)


class Criterion(Protocol):
    """One kind of thing to ask of a posting."""

    @property
    def key(self) -> str:
        """The key of the query line, "" for plain words."""
        ...

    @property
    def topic(self) -> str:
        """What a silent posting does not state ("pay")."""
        ...

    @property
    def silence_passes(self) -> bool:
        """Whether a posting that is silent passes by default."""
        ...

    @property
    def written(self) -> str:
        """The canonical text, without sign and exclamation mark; reading it gives an equal criterion."""
        ...

    def described(self, *, excluded: bool) -> str:
        """The criterion in words of a sentence: "in London", "not in London"."""
        ...

    def judge(self, subject: Subject) -> Judged:
        """How the posting stands to it."""
        ...


@dataclass(frozen=True, slots=True)
class Constraint:
    """One condition of a query: a criterion, perhaps turned round (`-`), perhaps asking for a statement (`!`).

    A silent posting passes where the criterion lets silence pass, unless `stated_only`; turned round it passes too.
    """

    criterion: Criterion
    excluded: bool = False
    stated_only: bool = False

    @property
    def written(self) -> str:
        """The canonical text: reading it gives an equal constraint."""
        return f"{'-' if self.excluded else ''}{self.criterion.written}{'!' if self.stated_only else ''}"

    @property
    def described(self) -> str:
        """The constraint in words: "hybrid or remote", "without “java”", "pays at least 60,000 GBP (stated)"."""
        words = self.criterion.described(excluded=self.excluded)
        return f"{words} (stated)" if self.stated_only else words

    @property
    def silence_passes(self) -> bool:
        """Whether a posting that does not say so is a hit all the same."""
        return not self.stated_only and (self.excluded or self.criterion.silence_passes)

    def judge(self, subject: Subject) -> Judged:
        """The criterion's verdict, yes and no swapped when excluded."""
        judged = self.criterion.judge(subject)
        if not self.excluded or judged.verdict is Verdict.SILENT:
            return judged
        turned = Verdict.NO if judged.verdict is Verdict.YES else Verdict.YES
        return Judged(turned, judged.said, judged.proof)

    def reason(self, judged: Judged) -> str:
        """Why a posting is a hit: "title: rust", "stated: London", "not stated: pay"; "" when nothing speaks for it."""
        if judged.verdict is Verdict.SILENT:
            return f"not stated: {self.criterion.topic}"
        if not judged.said or (self.excluded and not self.criterion.key):
            return ""
        return f"stated: {judged.said}" if self.criterion.key else judged.said

    def admits(self, subject: Subject) -> bool:
        """Whether the posting is a hit as far as this constraint goes."""
        verdict = self.judge(subject).verdict
        return verdict is Verdict.YES or (verdict is Verdict.SILENT and self.silence_passes)
