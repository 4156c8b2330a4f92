"""In which form is the job contracted? Full or part time, permanent or for a term, and the special forms.

Labels, chips and the title say it plainly; sentences only when they speak of this job. The spellings are a table
(`lexicon/employment.toml`).
"""

import re
from collections.abc import Iterator
from functools import cache

from bot.model.evidence import Found
from bot.model.vocabulary import EmploymentType
from bot.parsing.document import Document, SectionKind
from bot.parsing.header import header_lines, spoken_lines
from bot.parsing.labels import is_value, labelled_values
from bot.parsing.lexicon.tables import table
from bot.parsing.page.language import read_language
from bot.text.layout import Line
from bot.text.sieve import Cues
from bot.text.span import Span

# The words before the form in a sentence that describes this job.
_SAID = re.compile(
    r"(?:\b(?:this is an?|it is an?|is an? (?:\w+ ){0,2}(?=full|part|perm|fixed|temp|contract)|we(?:'re| are) offering an?|offered on an?|on an?|as an?|(?:position|role|job|post|contract|vacancy|appointment|opportunity"
    r"|employment|internship|stelle|poste|functie|baan) (?:is|will be|offered|ist|est)|an? |in |ab sofort (?:in|eine)|in einer|eine?n?|un|en|poste (?:en|à)|contrat|contrato|een|voor|werk|contract for an?)\s?(?:\w+[, -]{1,2}){0,4}|(?m:^)|(?<=[.!?]\s)|(?<=\n))$",
    re.IGNORECASE,
)
_JOB_AFTER = re.compile(
    r"[,/ -]{0,3}(?:(?:and|or|,|/|full|part|time|permanent|fixed|term|temporary|basis|paid|remote|hybrid|on-?site|month|\d{1,2}|unbefristete?|w?-?)[ ,/-]{1,2}){0,4}(?:position|role|job|basis|contract|post|opportunity|employment|vacancy|hours|appointment|stelle|anstellung|vertrag|arbeitsvertrag|arbeitsverhältnis|poste|contrat|baan|functie|dienstverband|puesto|contrato|work|staff|member|schedule)\b",
    re.IGNORECASE,
)
_OTHER_JOB = re.compile(
    r"\b(?:students?|experience|background|worked|work(?:ing)? (?:closely )?with|previous|contractors\b|employees|staff|benefits for|eligible|available to|interns\b|mentor\w*|manage|supervis\w+|convert|lead to|become|after|potential|possibility|path to|equivalent|guide|team of|train\w*|other|colleagues|mitarbeiter|lehrer|our (?:\w+ )?(?:interns|apprentices|volunteers|contractors)|completed|abgeschlossene|not|kein\w*|options?|negotiat\w+|review|law|years)\b",
    re.IGNORECASE,
)
_DISH = re.compile(
    r"\bcasual (?:dress|environment|office|atmosphere|attire|culture|fridays?|dining|setting|clothes|restaurant|games?|wear)|volunteer (?:days?|time|leave|opportun\w+|program\w*|hours|work)|permanent(?:ly)? (?:resid\w+|makeup|exhibition)|commitment|interim (?:report|financ\w+)|per diem (?:of|rate|allowance)",
    re.IGNORECASE,
)
_PROSE = frozenset(
    {
        SectionKind.HEADER,
        SectionKind.SUMMARY,
        SectionKind.DETAILS,
        SectionKind.ROLE,
        SectionKind.OTHER,
        SectionKind.BENEFITS,
        SectionKind.PAY,
        SectionKind.DUTIES,
        SectionKind.REQUIREMENTS,
        SectionKind.APPLY,
    }
)
_FOLLOWS = re.compile(
    r"\s?(?:[.,;:()]|$|\w+ contract|until|for|für|auf|bis|du|de\b|d'|tot|voor|met|mit|hasta|with|or|oder|and|und)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:^|[,(|]\s?)100 ?%(?=\s*(?:$|[),|]))")
_OF_JOB = re.compile(r"contract|role|position|job|basis|period|anstellung|indeterminado", re.IGNORECASE)
_STAGE = re.compile(
    r"(?:offre de )?stage\b(?! (?:manager|electrician|crew|technician|hand|lighting|design))", re.IGNORECASE
)
_CHIP = 90
# Words that are a form when they are a whole chip.
_CHIPS = frozenset({"contract", "casual", "temp", "traineeship", "independent contractor", "ongoing", "per diem"})
_MOST_VALUES = 4
_TITLE_LINES = 8
_TITLE_KINDS = frozenset({EmploymentType.INTERNSHIP, EmploymentType.APPRENTICESHIP, EmploymentType.VOLUNTEER})


def _written(terms: list[str]) -> str:
    """A pattern for the terms of the table, longer ones first."""
    parts = []
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        pattern = re.escape(term.rstrip("%")).replace(r"\ ", r"\s").replace("_", r"[-_\s]?")
        parts.append(pattern + (r"\w*" if term.endswith("%") else r"(?!\w)"))
    return "|".join(parts)


@cache
def _forms(*, labelled: bool) -> re.Pattern[str]:
    """One group per form; every form is tried at each place, so that "Voll-/Teilzeit" is both."""
    groups = []
    for kind, terms in table("employment").items():
        words = [*terms["anywhere"], *(terms["labelled"] if labelled else ())]
        groups.append(rf"(?=(?P<{kind}>{_written(words)})|)")
    return re.compile(r"(?<!\w)(?<!non-)(?<!semi-)(?=\w)" + "".join(groups), re.IGNORECASE)


@cache
def _anywhere() -> re.Pattern[str]:
    words = [term for terms in table("employment").values() for term in (*terms["anywhere"], *terms["labelled"])]
    return re.compile(rf"(?<!\w)(?<!non-)(?<!semi-)(?:{_written(words)})", re.IGNORECASE)


_NAMED = Cues(_anywhere)
CUES = (_NAMED,)


def extract(doc: Document) -> tuple[Found[EmploymentType], ...]:
    """The forms stated, each once with every statement of it, in page order."""
    return distinct(doc.once(statements_of))


def distinct(said: tuple[Found[EmploymentType], ...]) -> tuple[Found[EmploymentType], ...]:
    """Each form once, with its most trusted statement."""
    found: dict[EmploymentType, Found[EmploymentType]] = {}
    for each in said:
        found.setdefault(each.value, each)
    return tuple(found.values())


def statements_of(doc: Document) -> tuple[Found[EmploymentType], ...]:
    """Every statement: labels, header chips and the title, then sentences."""
    return (*_labelled(doc), *_in_header(doc), *_in_prose(doc))


def _labelled(doc: Document) -> Iterator[Found[EmploymentType]]:
    for span, rule in labelled_values(doc, "employment_type"):
        yield from _read(doc, span, f"employment_type.{rule}", labelled=True)
        if rule == "below_label":
            for line in _further(doc, span.start):
                yield from _read(doc, Span(line.start, line.stop), "employment_type.below_label", labelled=True)


def _further(doc: Document, start: int) -> Iterator[Line]:
    """The lines below the first value of a label that name forms too: a label may have one value a line."""
    lines = [line for line in doc.all_lines() if line.start > start][:_MOST_VALUES]
    for line in lines:
        if (
            not is_value(line)
            or len(line.text.split()) > 4
            or not any(_matches(doc.text, line.start, line.stop, labelled=False))
        ):
            return
        yield line


def _matches(text: str, start: int, stop: int, *, labelled: bool) -> Iterator[tuple[EmploymentType, Span]]:
    """Each form named in the range with the words that name it, from left to right."""
    last: dict[str, int] = {}
    for place in _forms(labelled=labelled).finditer(text, start, stop):
        for kind, words in place.groupdict().items():
            if words and place.start() >= last.get(kind, 0):
                last[kind] = place.end(kind)
                yield EmploymentType(kind), Span(*place.span(kind))


def _read(doc: Document, span: Span, rule: str, *, labelled: bool) -> Iterator[Found[EmploymentType]]:
    found = [
        (kind, words)
        for kind, words in _matches(doc.text, *span, labelled=labelled)
        if doc.text[words.stop : words.stop + 1] != ":"
    ]
    kinds = {kind for kind, _ in found}
    for kind, words in found:
        # "Fixed-term contract", "Temporary contract": the word contract adds nothing.
        only_word = kind is EmploymentType.CONTRACT and words.of(doc.text).lower() == "contract"
        if not (
            only_word
            and kinds
            & {
                EmploymentType.FIXED_TERM,
                EmploymentType.PERMANENT,
                EmploymentType.TEMPORARY,
                EmploymentType.APPRENTICESHIP,
            }
        ):
            yield doc.found(kind, *words, rule)


def _in_header(doc: Document) -> Iterator[Found[EmploymentType]]:
    head = header_lines(doc)
    for line in head[:_TITLE_LINES]:
        for found in _read(doc, Span(line.start, line.stop), "employment_type.title", labelled=False):
            own = len(line.text) <= _CHIP and not _OTHER_JOB.search(line.text) and not _DISH.search(line.text)
            if own and (found.value in _TITLE_KINDS or "(" in line.text or " - " in line.text):
                yield found
    for line in head[:_TITLE_LINES]:
        stage = _STAGE.match(doc.text, line.start, line.stop)
        if stage and len(line.text) <= _CHIP and read_language(doc.text) in ("fr", "nl", "it"):
            yield doc.found(EmploymentType.INTERNSHIP, *stage.span(), "employment_type.stage")
    for line in doc.telling(head, _NAMED):
        if (
            len(line.text) <= _CHIP
            and not line.text.endswith(".")
            and not _OTHER_JOB.search(line.text)
            and not _DISH.search(line.text)
        ):
            yield from _read(
                doc, Span(line.start, line.stop), "employment_type.chip", labelled=line.text.lower() in _CHIPS
            )
    for line in head:
        if "100" in line.text and (whole := _WHOLE.search(doc.text[line.start : line.stop])):
            start = line.start + whole.end() - len(whole.group().lstrip("(,| "))
            yield doc.found(EmploymentType.FULL_TIME, start, line.start + whole.end(), "employment_type.share")


def _in_prose(doc: Document) -> Iterator[Found[EmploymentType]]:
    kinds = {line.start: section.kind for section in doc.sections for line in section.lines}
    for line in doc.telling(spoken_lines(doc), _NAMED):
        if kinds.get(line.start) not in _PROSE:
            continue
        for kind, words in _matches(doc.text, line.start, line.stop, labelled=False):
            before = doc.text[max(line.start, words.start - 40) : words.start]
            after = doc.text[words.stop : min(line.stop, words.stop + 60)]
            if _speaks_of_job(before, words.of(doc.text), after):
                yield doc.found(kind, *words, "employment_type.said")


def _speaks_of_job(before: str, word: str, after: str) -> bool:
    """Whether the words stand where a sentence describes this job: "this is a ... role", "permanent contract"."""
    around = before.rsplit(". ", 1)[-1] + after.split(". ", 1)[0][:24]
    if _OTHER_JOB.search(around) or _DISH.search(around[-60:] if before else word + after):
        return False
    if _JOB_AFTER.match(after) is not None or (_OF_JOB.search(word) or word in ("CDD", "CDI", "FTC")):
        return True
    return _SAID.search(before) is not None and _FOLLOWS.match(after) is not None
