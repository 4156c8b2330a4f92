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
from bot.parsing.page.language import language_of
from bot.parsing.role.title import names_role
from bot.text.layout import Line
from bot.text.pattern import Pattern
from bot.text.sieve import Cues
from bot.text.span import Span

# The words before the form in a sentence that describes this job.
_SAID = re.compile(
    r"(?:\b(?:this is an?|it is an?|is an? (?:\w+ ){0,2}(?=full|part|perm|fixed|temp|contract)|we(?:'re| are) offering an?|offered on an?|on an?|as an?|(?:position|role|job|post|contract|vacancy|sie|appointment|opportunity"
    r"|employment|internship|stelle|poste|functie|baan) (?:is|will be|offered|ist|est)|an? |in |ab sofort (?:in|eine)|in einer|eine?n?|un|en|poste (?:en|à)|contrat|contrato|een|voor|for|werk|contract for an?)\s?(?:\w+[, -]{1,2}){0,4}|\d(?:[\d,.]*\d)?k?(?: ?[€£$])?(?: (?:per|a|an|brutto|im|pro) \w+(?: \w+)?| p\.?a\.?)?,\s|(?m:^)|(?<=[.!?]\s)|(?<=\n)|\b(?:stelle|position|vertrag|anstellung) ist (?:[^.;\n]{0,60} )?)$",
    re.IGNORECASE,
)
_JOB_AFTER = re.compile(
    r"[,/ -]{0,3}(?:(?:and|or|,|/|full|part|time|permanent|fixed|term|temporary|basis|paid|remote|hybrid|on-?site|month|\d{1,2}|unbefristete?|w?-?|(?-i:[A-Z][\w'-]+))[ ,/-]{1,2}){0,4}(?:positions?|roles?|jobs?|basis|contract|posts?|opportunity|employment|vacancy|hours|appointment|stelle|anstellung|vertrag|arbeitsvertrag|arbeitsverhältnis|poste|contrat|baan|functie|dienstverband|puesto|contrato|work|staff|member|schedule)\b",
    re.IGNORECASE,
)
_OTHER_JOB = re.compile(
    r"\b(?:students?(?! (?:job|assistant))|experience|background|worked|work(?:ing)? (?:closely )?with|previous|contractors\b|employees|staff|benefits for|eligible|available to|interns\b|mentor\w*|manage|supervis(?:e|es|ed|ing|ion)|equivalent|guide|team of|train\w*|other|colleagues|mitarbeiter|lehrer|our (?:\w+ )?(?:interns|apprentices|volunteers|contractors)|alternate|site locations|completed|abgeschlossene|not|kein\w*|negotiat\w+|review|law|years|vakantiedagen|urlaubstage|jours de congés|pro rata)\b",
    re.IGNORECASE,
)
# What the job may turn into later is not what it is.
_LATER = re.compile(
    r"\b(?:convert\w*|lead to|become|after|potential|possibility|path to|make it|options?|kept on|prospect|view to|then|transition to|extend\w* to|uitzicht op|kans op|daarna|aussicht auf|option auf"
    r"|danach|anschließend|übernahme in|perspectiva|posibilidad|possibilité|en vue d\w*|ensuite|puis|evolving (?:in)?to)\b[^.;]{0,36}$",
    re.IGNORECASE,
)
_AFTER_TRIAL = re.compile(r"\safter\s(?:\w+[- ]){0,4}(?:trial|probation)\w*", re.IGNORECASE)
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
    r"\s?(?:[.,;:()/|]|-\s|$|\d|zes |een |twee |drie |vier |\w+ contract|until|for|für|auf|bis|du|de\b|d'|tot|voor|met|mit|hasta|with|or|oder|and|und)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:^|[,(|]\s?)100 ?%(?=\s*(?:$|[),|]))")
_OF_JOB = re.compile(r"contract\b|role|position|job|basis|period|anstellung|indeterminado", re.IGNORECASE)
# Forms of learning and giving are named in passing by many other jobs, so a sentence must speak of this one.
_THIS_ONE = re.compile(
    r"\b(?:this|the|your|paid|unpaid|six[- ]month|\d{1,2}[- ]months?)\s(?:\w+[ -]){0,2}$", re.IGNORECASE
)
# "parental leave cover" says why there is a place; a page that calls it temporary has named its form.
_COVER = re.compile(r"cover|vertretung", re.IGNORECASE)
_THIS_JOB = re.compile(
    r"\b(?:this|it|(?:the|this) (?:role|position|post|job|contract)|(?:die|diese) (?:stelle|position)|(?:le|ce) poste|el puesto|de functie) (?:is|ist|est|es)(?: (?:an?|eine?|un[ea]?|een|in))? $",
    re.IGNORECASE,
)
_OF_THIS_JOB = "employment_type.this_job"
_JOINT = re.compile(
    r"(?:\s(?:position|role|job|post|contract))?\s?[,/|&+-]\s?(?:and\s|or\s|und\s|oder\s|et\s|ou\s)?|\s(?:and|or|und|oder|et|ou)\s",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?:(?m:^)|[.!?:]\s)\W{0,3}$")
# A share of full time in the head: "(80-100 %)" is either, "60 %" is part time.
_EITHER = re.compile(r"(?:^|[(,|]\s?)(?P<said>[2-9]\d\s?%?\s?-\s?100\s?%)(?=\s*(?:$|[),|]))")
_STAGE = re.compile(
    r"(?:offre de )?stage\b(?! (?:manager|electrician|crew|technician|hand|lighting|design))", re.IGNORECASE
)
# "0.8 FTE" is a share of full time.
_PART_OF_FTE = re.compile(r"\b0[.,]\d+ ?fte$", re.IGNORECASE)
_CHIP = 90
_MOST_BLANKS = 6
_LIST_MARKS = frozenset("-+>~o")
# Words that are a form when they are a whole chip.
_CHIPS = frozenset(
    {
        "vast",
        "casual/vacation",
        "contract",
        "casual",
        "temp",
        "traineeship",
        "independent contractor",
        "ongoing",
        "per diem",
        "ft",
        "f/t",
    }
)
# A choice between two names no further apart than this, in code points.
_ONE_BREATH = 12
# The form at the head of a bracket behind a title: contract and six months, say.
_LAST_CHIP = re.compile(r" - (?P<first>[A-Za-z -]{3,24})\.?$")
_BRACKET = re.compile(r"\w\s\((?P<first>[A-Za-z -]{3,24})(?=[,)])")
_MOST_VALUES = 4
_TITLE_LINES = 8
_BEHIND = 24
_TITLE_KINDS = frozenset({EmploymentType.INTERNSHIP, EmploymentType.APPRENTICESHIP, EmploymentType.VOLUNTEER})
# "seeking a part time Library Assistant"
_SEEKING = re.compile(r"\b(?:an?|one|two|our|its|seek\w*|hir\w+|needs?|wanted|\d x|for) $", re.IGNORECASE)
_ROLE_BEHIND = re.compile(r"\s[A-ZÀ-Ý][\w/-]*(?: [A-ZÀ-Ý][\w/-]*){0,3}")
_EXTENTS = (EmploymentType.FULL_TIME, EmploymentType.PART_TIME)
# Forms of which a job can have one; further ones contradict the first.
_EXCLUSIVE = (
    (EmploymentType.PERMANENT, EmploymentType.FIXED_TERM),
    (EmploymentType.PERMANENT, EmploymentType.TEMPORARY),
    (EmploymentType.PERMANENT, EmploymentType.CONTRACT),
    (EmploymentType.PERMANENT, EmploymentType.CASUAL),
)


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
def _anywhere() -> Pattern:
    words = [term for terms in table("employment").values() for term in (*terms["anywhere"], *terms["labelled"])]
    return Pattern(rf"(?<!\w)(?<!non-)(?<!semi-)(?:{_written(words)})", re.IGNORECASE)


_NAMED = Cues(_anywhere)
CUES = (_NAMED,)


def extract(doc: Document) -> tuple[Found[EmploymentType], ...]:
    """The forms stated, each once with every statement of it, in page order."""
    return distinct(doc.once(statements_of))


def distinct(said: tuple[Found[EmploymentType], ...]) -> tuple[Found[EmploymentType], ...]:
    """Each form once, with its most trusted statement; without what contradicts a more trusted form."""
    found: dict[EmploymentType, Found[EmploymentType]] = {}
    for each in said:
        found.setdefault(each.value, each)
    pair = contradicting(said)
    if pair is not None:
        del found[pair[1].value]
    covers = found.get(EmploymentType.FIXED_TERM)
    if covers is not None and EmploymentType.TEMPORARY in found and _COVER.search(covers.words):
        del found[EmploymentType.FIXED_TERM]
    return tuple(found.values())


def contradicting(
    said: tuple[Found[EmploymentType], ...],
) -> tuple[Found[EmploymentType], Found[EmploymentType]] | None:
    """Two forms that no job has both of, the more trusted first; a choice in one breath is no contradiction."""
    first: dict[EmploymentType, Found[EmploymentType]] = {}
    for each in said:
        first.setdefault(each.value, each)
    for pair in _EXCLUSIVE:
        one, other = (first.get(kind) for kind in pair)
        if one is not None and other is not None and not _side_by_side(one, other):
            return (one, other) if said.index(one) < said.index(other) else (other, one)
    return _of_two_extents(said)


def _of_two_extents(
    said: tuple[Found[EmploymentType], ...],
) -> tuple[Found[EmploymentType], Found[EmploymentType]] | None:
    """Full time behind a label or on a chip, and part time in a sentence that says what this job is; or the reverse."""
    extents = [each for each in said if each.value in _EXTENTS]
    told = [each for each in extents if each.rule == _OF_THIS_JOB]
    shown = [each for each in extents if not each.rule.startswith(("employment_type.said", _OF_THIS_JOB))]
    if len({each.value for each in shown}) == 1 and len({each.value for each in told}) == 1:
        return (shown[0], told[0]) if shown[0].value is not told[0].value else None
    return None


def _side_by_side(one: Found[EmploymentType], other: Found[EmploymentType]) -> bool:
    """Whether both stand in one breath, as a choice does: "ongoing or non-ongoing"."""
    first, second = sorted(each.evidence[0].span for each in (one, other))
    return second.start - first.stop < _ONE_BREATH


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
    for line in doc.lines_below(start, _MOST_VALUES):
        if (
            not is_value(line)
            or len(line.text.split()) > 4
            or not any(_matches(doc, line.start, line.stop, labelled=False))
        ):
            return
        yield line


def _matches(doc: Document, start: int, stop: int, *, labelled: bool) -> Iterator[tuple[EmploymentType, Span]]:
    """Each form named in the range with the words that name it, from left to right."""
    last: dict[str, int] = {}
    forms = _forms(labelled=labelled)
    places = [(forms.match(doc.text, place, stop), 0) for place in _anywhere().places(doc.folded, start, stop)]
    if start and doc.text[start - 1].isalnum():
        # A value that is glued to its label begins in the middle of a word.
        places.insert(0, (forms.match(doc.text[start:stop]), start))
    for place, shift in places:
        for kind, words in place.groupdict().items() if place is not None else ():
            if place is not None and words and shift + place.start() >= last.get(kind, 0):
                last[kind] = shift + place.end(kind)
                yield EmploymentType(kind), Span(shift + place.start(kind), shift + place.end(kind))


def _whole_names(doc: Document, start: int, stop: int, *, labelled: bool) -> list[tuple[EmploymentType, Span]]:
    """The forms named in the range without those that are part of a longer name: "temporal" in "contrato temporal"."""
    found = list(_matches(doc, start, stop, labelled=labelled))
    return [
        (kind, words)
        for kind, words in found
        if not _PART_OF_FTE.search(doc.text, max(start, words.start - 6), words.stop)
        and not any(other != words and other.start <= words.start and words.stop <= other.stop for _, other in found)
    ]


def _read(doc: Document, span: Span, rule: str, *, labelled: bool) -> Iterator[Found[EmploymentType]]:
    found = [
        (kind, words)
        for kind, words in _whole_names(doc, *span, labelled=labelled)
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
            own = (
                _may_be_title(line)
                and not line.text.endswith("?")
                and not _OTHER_JOB.search(line.text)
                and not _DISH.search(line.text)
            )
            terms = ("(" in line.text and names_role(line.text)) or " - " in line.text
            if own and (found.value in _TITLE_KINDS or terms):
                yield found
    for line in head[:_TITLE_LINES]:
        bracket = _BRACKET.search(doc.text, line.start, line.stop) if _may_be_title(line) else None
        if bracket is None and len(line.text) <= _CHIP:
            bracket = _LAST_CHIP.search(doc.text, line.start, line.stop)
        if bracket and bracket["first"].lower() in _CHIPS:
            yield from _read(doc, Span(*bracket.span("first")), "employment_type.title", labelled=True)
    for line in head[:_TITLE_LINES]:
        stage = _STAGE.match(doc.text, line.start, line.stop)
        if stage and len(line.text) <= _CHIP and doc.once(language_of) in ("fr", "nl", "it"):
            yield doc.found(EmploymentType.INTERNSHIP, *stage.span(), "employment_type.stage")
    for line in doc.telling(head, _NAMED):
        if (
            (_may_be_title(line) or line.text.count(" ") < _MOST_BLANKS)
            and not line.text.endswith(".")
            and not _OTHER_JOB.search(line.text)
            and not _DISH.search(line.text)
        ):
            yield from _read(
                doc,
                Span(line.start, line.stop),
                "employment_type.chip",
                labelled=line.text.lower() in _CHIPS and not _is_label(doc, line),
            )
    for line in head:
        if either := _EITHER.search(doc.text[line.start : line.stop]) if "100" in line.text else None:
            place = Span(line.start + either.start("said"), line.start + either.end("said"))
            yield doc.found(EmploymentType.FULL_TIME, *place, "employment_type.share")
            yield doc.found(EmploymentType.PART_TIME, *place, "employment_type.share")
        if "100" in line.text and (whole := _WHOLE.search(doc.text[line.start : line.stop])):
            start = line.start + whole.end() - len(whole.group().lstrip("(,| "))
            yield doc.found(EmploymentType.FULL_TIME, start, line.start + whole.end(), "employment_type.share")


def _is_label(doc: Document, line: Line) -> bool:
    """Whether "Contract" heads a value on the next line rather than being one."""
    below = doc.line_below(line)
    return below is not None and any(_matches(doc, below.start, below.stop, labelled=True))


def _may_be_title(line: Line) -> bool:
    return len(line.text) <= _CHIP and not line.text.endswith(".") and line.mark[:1] not in _LIST_MARKS


def _in_prose(doc: Document) -> Iterator[Found[EmploymentType]]:
    kinds = {line.start: section.kind for section in doc.sections for line in section.lines}
    for line in doc.telling(spoken_lines(doc), _NAMED):
        if kinds.get(line.start) not in _PROSE:
            continue
        yield from _in_sentences(doc, line)


def _in_sentences(doc: Document, line: Line) -> Iterator[Found[EmploymentType]]:
    """The forms of a line that speak of this job; those in a row with one that does, too: "Full-time, permanent."."""
    row = -1
    for kind, words in _whole_names(doc, line.start, line.stop, labelled=False):
        before = doc.text[max(line.start, words.start - 40) : words.start]
        after = doc.text[words.stop : min(line.stop, words.stop + 60)]
        in_row = 0 <= row <= words.start and _JOINT.fullmatch(doc.text, row, words.start) and _FOLLOWS.match(after)
        if in_row or _speaks_of_job(before, words.of(doc.text), after, kind):
            this = _THIS_JOB.search(before) is not None
            yield doc.found(kind, *words, _OF_THIS_JOB if this else "employment_type.said")
            row = words.stop if in_row or _SENTENCE_START.search(before) else -1


def _speaks_of_job(before: str, word: str, after: str, kind: EmploymentType) -> bool:
    """Whether the words stand where a sentence describes this job: "this is a ... role", "permanent contract"."""
    around = before.rsplit(". ", 1)[-1] + _AFTER_TRIAL.sub("", after).split(". ", 1)[0][:_BEHIND]
    if (
        _OTHER_JOB.search(around)
        or _LATER.search(before.rsplit(". ", 1)[-1])
        or _DISH.search(around[-60:] if before else word + after)
    ):
        return False
    if not after.strip() and before.endswith(" - ") and names_role(before):
        return True
    if (
        kind in _EXTENTS
        and _SEEKING.search(before)
        and (role := _ROLE_BEHIND.match(after))
        and names_role(role.group())
    ):
        return True
    if kind in _TITLE_KINDS and not _SENTENCE_START.search(before):
        return _THIS_ONE.search(before) is not None
    if _JOB_AFTER.match(after) is not None or (_OF_JOB.search(word) or word in ("CDD", "CDI", "FTC")):
        return True
    return _SAID.search(before) is not None and _FOLLOWS.match(after) is not None
