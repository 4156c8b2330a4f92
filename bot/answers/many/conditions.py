"""What must hold for a posting to be among the answers? Conditions read from a question, each with three outcomes.

A posting meets a condition, fails it, or is silent about it; silence is neither.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from bot.answers.phrases import namings
from bot.answers.question import Question
from bot.model.evidence import Evidence
from bot.model.languages import language_named
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Closed, EmploymentType, Sponsorship, WorkMode
from bot.text.polarity import is_unasked
from bot.text.tokens import fold, stem, words


class Verdict(Enum):
    """How a posting stands to a condition."""

    YES = "yes"
    NO = "no"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on one posting, with the words that settle it."""

    verdict: Verdict
    proof: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in words, with the way to judge a posting by it."""

    words: str
    judge: Callable[[StoredPosting], Judged]


_MONEY = re.compile(
    r"(over|above|more than|at least|under|below|less than|up to|>=?|<=?|min(?:imum)?)\s?([£$€])?\s?(\d[\d.,]*)\s?(k)?\b(?:\s?([£$€]|eur|gbp|usd|euros?|pounds))?"
)
_YEARS = re.compile(
    r"(less than|under|up to|at most|max(?:imum)?|fewer than|more than|over|at least|<=?|>=?)?\s?(\d{1,2})\+? (?:years|jahre|ans|jaar|anos)"
)
_FLEX = (
    ("work_mode", "remote", r"\bremote(?:ly)?\b|\bfrom home\b|\bhome office\b|\btelework\w*"),
    ("work_mode", "hybrid", r"\bhybrid\b"),
    ("work_mode", "onsite", r"\bon-?site\b|\bon site\b|\bin person\b"),
    ("employment_type", "full_time", r"\bfull[- ]?time\b|\bvollzeit\b"),
    ("employment_type", "part_time", r"\bpart[- ]?time\b|\bteilzeit\b"),
    ("employment_type", "permanent", r"\bpermanent\b|\bunbefristet\b"),
    ("employment_type", "fixed_term", r"\bfixed[- ]term\b|\bbefristet\b"),
    (
        "employment_type",
        "contract",
        r"\bfreelance\w*|\bcontract(?:or)? (?:role|job|position|posting)s?\b|\bcontractors?\b",
    ),
    ("employment_type", "temporary", r"\btemporary\b"),
    ("employment_type", "internship", r"\binternships?\b"),
    ("employment_type", "apprenticeship", r"\bapprenticeships?\b"),
)
_SILENCE = re.compile(
    r"\b(?:do not|don't|doesn't|does not|not|never|without|no|fail to)\b[^?]{0,24}\b(?:state|say|mention|show|give|list|name|disclose|tell|stating)\b"
)
_STATING = re.compile(r"\b(?:state|say|mention|show|give|list|name|disclose|tell|have|has|stating|with)\b")
_WITHOUT = re.compile(r"\b(?:without|no|not|don't|doesn't|do not|does not)\b")
_NEGATED = re.compile(r"\b(?:not|isn't|aren't|without|no|don't|doesn't)\s(?:\w+\s){0,2}$")
_FILLER = frozenset(
    "job jobs posting postings role roles position positions one ones vacancy vacancies opening openings company companies employer employers advert adverts ad ads offer offers offering"
    " pay pays paying paid many most least all any list show find count them those these available still currently there state states stated say says mention mentions ask asks asking require requires required want wants allow allows"
    " accept accepts need needs needed take takes use uses using good best year years month months week day days salary over above under below more less than must least deadline close closes closing apply application applications stellen offres vacatures ofertas welche gibt does how do have has with without located based near provide provides include includes come comes give gives get gets located me tell"
    .split()
)  # fmt: skip


def conditions(question: Question, postings: Sequence[StoredPosting]) -> tuple[Condition, ...]:
    """The conditions of a question, in the order of their kinds; empty when it names none."""
    line = " ".join(fold(question.typed).split())
    return tuple(_read(question, line, postings))


def _read(question: Question, line: str, postings: Sequence[StoredPosting]) -> Iterator[Condition]:
    used: set[str] = set()
    for field, value, pattern in _FLEX:
        if match := re.search(pattern, line):
            negated = _NEGATED.search(line[: match.start()]) is not None
            used.update(re.findall(r"[a-z]+", match.group()))
            yield (
                _work_mode(WorkMode(value), negated=negated)
                if field == "work_mode"
                else _employment(EmploymentType(value), negated=negated)
            )
    if re.search(r"\bvisas?\b|\bsponsor\w*", line):
        used |= {"visa", "visas", "sponsor", "sponsors", "sponsorship"}
        yield Condition("sponsors visas", _sponsors)
    if re.search(r"\bdegrees?\b|\bdiploma\b", line) and _WITHOUT.search(line):
        used |= {"degree", "degrees", "diploma"}
        yield Condition("asks for no degree", _no_degree)
    if re.search(r"\bclosed\b|\bstill open\b|\bopen\b", line):
        used |= {"open", "closed"}
        yield _openness(closed="closed" in line)
    for match in _MONEY.finditer(line):
        if not re.match(r"\s?(?:years|days|hours|%)", line[match.end() :]) and (
            match[2] or match[4] or match[5] or float(_digits(match[3])) >= 100
        ):
            used.update(re.findall(r"\w+", match.group()))
            yield _pay(match)
    if match := _YEARS.search(line):
        used.update(re.findall(r"\w+", match.group()))
        yield _experience(match)
    words_left = [word for word in re.findall(r"[^\W_]+(?:[.+#-][^\W_]*)*", line) if word not in used]
    yield from _named(question, line, words_left, postings)


def _named(question: Question, line: str, left: list[str], postings: Sequence[StoredPosting]) -> Iterator[Condition]:
    """Conditions that words name: a stated or silent field, a benefit, a language, and any other word."""
    silence = _SILENCE.search(line) is not None
    rest: list[str] = []
    taken: set[int] = set()
    for naming in namings(left):
        span = range(naming.start, naming.stop)
        if taken & set(span):
            continue
        if naming.table == "benefits":
            taken.update(span)
            yield _benefit(naming.name, negated=_WITHOUT.search(line) is not None)
        elif naming.table == "fields" and naming.name in (
            "salary",
            "deadline",
            "benefits",
            "experience",
            "languages",
            "education",
            "hours",
            "travel",
            "other_pay",
            "starts",
        ):
            taken.update(span)
            if silence or (_STATING.search(line) and not _read_already(line, naming.name)):
                yield _states(naming.name, silent=silence)
    for number, word in enumerate(left):
        if number in taken:
            continue
        language = language_named(word)
        if language:
            yield _language(language, negated=_WITHOUT.search(line) is not None)
        elif word not in _FILLER and word in question.words and len(word) > 1:
            rest.append(word)
    if rest:
        yield _about(tuple(rest))


def _read_already(line: str, field: str) -> bool:
    return (field == "salary" and _MONEY.search(line) is not None) or (
        field == "experience" and _YEARS.search(line) is not None
    )


def _work_mode(mode: WorkMode, *, negated: bool) -> Condition:
    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.work_mode
        if found is None:
            return Judged(Verdict.SILENT)
        return Judged(Verdict.YES if (found.value is mode) is not negated else Verdict.NO, found.evidence[:1])

    return Condition(("not " if negated else "") + mode.value.replace("onsite", "on site"), judge)


def _employment(kind: EmploymentType, *, negated: bool) -> Condition:
    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.employment_type
        match = next((each for each in found if each.value is kind), None)
        if match is not None:
            return Judged(Verdict.NO if negated else Verdict.YES, match.evidence[:1])
        return Judged(Verdict.SILENT if not found else Verdict.YES if negated else Verdict.NO)

    return Condition(("not " if negated else "") + kind.value.replace("_", " "), judge)


def _sponsors(stored: StoredPosting) -> Judged:
    found = stored.posting.sponsorship
    if found is None:
        return Judged(Verdict.SILENT)
    return Judged(Verdict.NO if found.value is Sponsorship.NO else Verdict.YES, found.evidence[:1])


def _no_degree(stored: StoredPosting) -> Judged:
    if stored.posting.education:
        return Judged(Verdict.NO, stored.posting.education[0].evidence[:1])
    for match in re.finditer(r"[^.\n]*\b(?:degree|diploma)\b[^.\n]*", stored.text, re.IGNORECASE):
        if is_unasked(match.group()):
            text = match.group().strip()
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            span = stored.page.span(start, start + len(text))
            return Judged(Verdict.YES, (Evidence.of(stored.raw, span, text),))
    return Judged(Verdict.SILENT)


def _openness(*, closed: bool) -> Condition:
    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.closed
        if found is not None and found.value is Closed.YES:
            return Judged(Verdict.YES if closed else Verdict.NO, found.evidence[:1])
        return Judged(Verdict.SILENT if found is not None else Verdict.NO if closed else Verdict.YES)

    return Condition("closed" if closed else "not closed", judge)


def _digits(figure: str) -> str:
    plain = re.sub(r"[.,](?=\d{3}\b)", "", figure.rstrip(".,"))
    return plain.replace(",", ".")


_CURRENCY = {
    "£": "GBP",
    "$": None,
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "gbp": "GBP",
    "pounds": "GBP",
    "usd": "USD",
}


def _pay(match: re.Match[str]) -> Condition:
    figure = float(_digits(match[3])) * (1000 if match[4] else 1)
    currency = _CURRENCY.get(match[2] or match[5] or "")
    upper = match[1] in ("under", "below", "less than", "up to", "<", "<=")

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.salary
        if found is None or found.value.top is None:
            return Judged(Verdict.SILENT)
        if currency is not None and found.value.currency != currency:
            return Judged(Verdict.SILENT if found.value.currency is None else Verdict.NO, found.evidence[:1])
        holds = found.value.top <= figure if upper else found.value.top >= figure
        return Judged(Verdict.YES if holds else Verdict.NO, found.evidence[:1])

    return Condition(
        f"pays {'at most' if upper else 'at least'} {figure:,.0f}{' ' + currency if currency else ''}", judge
    )


def _experience(match: re.Match[str]) -> Condition:
    years = int(match[2])
    lower = match[1] in ("more than", "over", "at least", ">", ">=")

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.experience
        if found is None or found.value.min_years is None:
            return Judged(Verdict.SILENT)
        holds = found.value.min_years >= years if lower else found.value.min_years <= years
        return Judged(Verdict.YES if holds else Verdict.NO, found.evidence[:1])

    return Condition(f"asks for {'at least' if lower else 'at most'} {years} years", judge)


def _benefit(kind: str, *, negated: bool) -> Condition:
    kinds = {kind} | ({"pension", "retirement"} if kind in ("pension", "retirement") else set())

    def judge(stored: StoredPosting) -> Judged:
        found = [each for each in stored.posting.benefits if each.value.kind.value in kinds]
        if not found:
            return Judged(Verdict.SILENT)
        offered = any(each.value.offered for each in found)
        return Judged(Verdict.YES if offered is not negated else Verdict.NO, found[0].evidence[:1])

    return Condition(f"{'offers no' if negated else 'offers'} {kind.replace('_', ' ')}", judge)


def _states(field: str, *, silent: bool) -> Condition:
    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.found(field)
        return Judged(
            Verdict.YES if bool(found) is not silent else Verdict.NO, tuple(each.evidence[0] for each in found[:1])
        )

    return Condition(f"{'does not state' if silent else 'states'} {field.replace('_', ' ')}", judge)


def _language(language: str, *, negated: bool) -> Condition:
    def judge(stored: StoredPosting) -> Judged:
        found = next((each for each in stored.posting.languages if each.value.language == language), None)
        if found is None:
            return Judged(Verdict.SILENT)
        return Judged(Verdict.NO if negated else Verdict.YES, found.evidence[:1])

    return Condition(f"asks for {'no ' if negated else ''}{language}", judge)


def _about(asked: tuple[str, ...]) -> Condition:
    """A posting is about words when its fields that name things hold every one of them."""
    stems = tuple(stem(word) for word in asked)

    def judge(stored: StoredPosting) -> Judged:
        proof: list[Evidence] = []
        for word in stems:
            found = _naming(stored, word)
            if found is None:
                return Judged(Verdict.SILENT)
            proof.append(found)
        return Judged(Verdict.YES, tuple(proof))

    return Condition(f"names “{' '.join(asked)}”", judge)


_NAMING_FIELDS = (
    "title",
    "company",
    "locations",
    "skills",
    "requirements",
    "benefits",
    "team",
    "industry",
    "shift",
    "responsibilities",
    "education",
)


def _naming(stored: StoredPosting, word: str) -> Evidence | None:
    for field in _NAMING_FIELDS:
        for found in stored.posting.found(field):
            text = f"{found.value if isinstance(found.value, str) else ''} {found.words}"
            if any(stem(match.group()) == word for match in words(text)):
                return found.evidence[0]
    return None
