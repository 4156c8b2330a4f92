"""Conditions on fields that state one of a few values: work mode, contract, level, languages, visas, closed or open."""

import re

from bot.answers.many.condition import SILENT, Condition, Judged, Text, Verdict, judged
from bot.answers.many.corpus import Column
from bot.answers.one.denial import denied
from bot.answers.one.silence import WAIVED, waiver
from bot.answers.one.spoken import speaking
from bot.answers.one.terms import place_of
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Closed, Sponsorship, Strength
from bot.text.tokens import fold

# The column that tells whether a field is stated.
_REFUSED = re.compile(r"(?:no|none|not|kein\w*|pas|geen|sin|0)\b", re.IGNORECASE)
_DENIABLE = frozenset({"travel", "shift"})
_TOLD = {"travel": "speaks of travel", "shift": "speaks of shifts"}
_AT_ONCE = re.compile(
    r"\b(?:immediate\w*|asap|as soon as|sofort|imm[ée]diat\w*|d[èe]s que possible|direct|per direct|inmediat\w*|now|straight ?away)\b",
    re.IGNORECASE,
)
_STATED = {"salary": "pay", "languages": "language", "benefits": "benefit", "experience": "experience_min"}


def _speaks_of(stored: StoredPosting, field: str, value: str) -> bool:
    """Whether a sentence names a value that was not read, undenied: then the posting is not known to fail."""
    words = value.split("_")
    return any(
        all(place_of(sentence.roots, word) is not None for word in words)
        and not any(denied(sentence.text, word) for word in words)
        for sentence in speaking(stored, field)
    )


def has_value(field: str, value: str, *, negated: bool) -> Condition:
    """The field states the value ("remote", "part time", "senior"), or another one when `negated`."""

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.found(field)
        if not found:
            return SILENT
        match = [each for each in found if str(each.value) == value]
        if not match and not negated and _speaks_of(stored, field, value):
            return SILENT
        return judged(holds=bool(match) is not negated, found=match or found)

    name = value.replace("_", " ").replace("onsite", "on site")
    columns = (Column(field, (value,), negated=negated),)
    return Condition(f"not {name}" if negated else name, judge, columns=columns)


def asks_language(language: str, *, negated: bool, firmly: bool) -> Condition:
    """The posting asks for the language; `firmly`, one that is nice to have does not count as asked for."""

    def judge(stored: StoredPosting) -> Judged:
        found = [each for each in stored.posting.languages if each.value.language == language]
        if not found:
            return Judged(Verdict.YES) if negated and stored.posting.languages else SILENT
        needed = not firmly or any(each.value.strength is Strength.MUST for each in found)
        return judged(holds=needed is not negated, found=found)

    columns = (Column("language", (fold(language),), negated=negated),)
    words = f"asks for {'no ' if negated else ''}{language}"
    if firmly and not negated:
        return Condition(words, judge, narrows=columns)
    return Condition(words, judge, columns=columns)


def sponsors(*, negated: bool) -> Condition:
    """The posting says that visas are sponsored, always or case by case."""

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.sponsorship
        if found is None:
            return SILENT
        return judged(holds=(found.value is not Sponsorship.NO) is not negated, found=(found,))

    columns = (Column("sponsorship", ("yes", "case_by_case"), negated=negated),)
    return Condition("does not sponsor visas" if negated else "sponsors visas", judge, columns=columns)


def asks_degree(text: Text, *, negated: bool) -> Condition:
    """The posting asks for a degree or other education, or says that none is needed when `negated`."""
    among = text.some(WAIVED["education"])

    def judge(stored: StoredPosting) -> Judged:
        waived = waiver(stored, WAIVED["education"]) if stored in among else None
        if waived is not None:
            return Judged(Verdict.YES if negated else Verdict.NO, (waived,))
        found = stored.posting.education
        return judged(holds=not negated, found=found) if found else SILENT

    return Condition("asks for no degree" if negated else "asks for a degree or other education", judge)


def is_open(*, closed: bool) -> Condition:
    """The page says that applications are closed, or does not say so."""

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.closed
        if found is not None and found.value is Closed.YES:
            return judged(holds=closed, found=(found,))
        return SILENT if found is not None else Judged(Verdict.NO if closed else Verdict.YES)

    columns = (Column("closed", ("yes",), negated=not closed, silent=not closed),)
    return Condition("closed" if closed else "not closed", judge, columns=columns)


def is_maybe_closed() -> Condition:
    """The page says that the posting may no longer be active."""

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.closed
        if found is None:
            return SILENT
        return judged(holds=found.value is not Closed.YES, found=(found,))

    return Condition("perhaps closed", judge, columns=(Column("closed", ("maybe",)),))


def states(field: str, noun: str, *, silent: bool) -> Condition:
    """The posting states the field, or does not; "no travel" states it, but not that there is any."""

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.found(field)
        if field in _DENIABLE and not silent:
            refused = bool(found) and _REFUSED.match(str(found[0].value)) is not None
            return judged(holds=not refused, found=found) if found else SILENT
        return judged(holds=bool(found) is not silent, found=found)

    columns = (Column(_STATED[field], silent=silent),) if field in _STATED else ()
    told = f"{'does not state' if silent else 'states'} {noun}"
    return Condition(_TOLD.get(field, told) if not silent else told, judge, columns=columns)


def paid_in(currency: str) -> Condition:
    """The pay is stated in the currency."""

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.salary
        if found is None or found.value.currency is None:
            return SILENT
        return judged(holds=found.value.currency == currency, found=(found,))

    return Condition(f"pays in {currency}", judge, columns=(Column("pay_currency", (currency,)),))


def starts_now() -> Condition:
    """The start is stated as immediate, in words."""

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.starts
        if found is None:
            return SILENT
        return judged(holds=_AT_ONCE.search(f"{found.value} {found.words}") is not None, found=(found,))

    return Condition("starts at once", judge)


def paid_by(period: str) -> Condition:
    """The pay is stated for the period."""

    def judge(stored: StoredPosting) -> Judged:
        found = stored.posting.salary
        if found is None or found.value.period is None:
            return SILENT
        return judged(holds=found.value.period == period, found=(found,))

    return Condition(f"pays by the {period}", judge, columns=(Column("pay_period", (period,)),))
