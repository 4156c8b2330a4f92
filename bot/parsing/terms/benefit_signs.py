"""Does a text offer something, refuse it, or talk of something else? Words around benefits, from `lexicon/offering.toml`.

Leaves out which benefits there are (`benefit_words`).
"""

import re
from collections.abc import Sequence
from functools import cache

from bot.parsing.lexicon.tables import table

_ADDRESS = re.compile(r"@\w+|https?://|\bwww\.|\bedited \d")
_BARE_NO = re.compile(r"\s(?:No|Nein|Non|Nee)$")
_RANGE = r"£|\$|€|[A-Z]{3} ?\d|\d[\d.,' ]*k? ?- ?[£$€]?\d"
# Money by the hour or the year is pay, unless something is bought with it.
_PER = re.compile(
    r"[^.]{0,25}\d[\d.,' ]*\s?k?\s?(?:€|£|\$|eur|euro|chf|usd|gbp|pln|sek|nok)?(?:\s?(?:brutto|bruto|bruts?|gross|netto|base))?\s?(?:/|per|pro|par|por|je|a|an)\s?(?:hour|hr|h\b|stunde|std|heure|uur|hora|month|monat|mois|maand|mes\b|year|annum|jahr|an\b|jaar|año)",
    re.IGNORECASE,
)
# When the pay comes is no benefit.
_PAID_EVERY = re.compile(r"paid (?:weekly|fortnightly|bi-?weekly|monthly|every \w+|each \w+|per \w+)\W*", re.IGNORECASE)
_PAY_PRAISE = re.compile(
    r"\W*(?:an? |our )?(?:very )?(?:competitive|attractive|great|good|excellent|fair|top) (?:pay|salary|salaries|wages?|compensation|rates?|remuneration|base|hourly)\b(?![^.]{0,40}(?:and|,|plus|with|\+))",
    re.IGNORECASE,
)
# "38 hours per week" tells when one works.
_WEEKLY = re.compile(
    r"[^.]{0,60}\b\d{1,2}(?:[.,]\d{1,2})?\s?(?:hours?|hrs|uur|uren|stunden|std|heures|h|horas)\s(?:per|a|each|in de|pro|die|par|a la)\s?(?:week|woche|semaine|semana)\b(?![^.]{0,40}\b(?:off|leave|training|paid)\b)",
    re.IGNORECASE,
)
_MAKES_SENSE = re.compile(r"[^\W\d]{3}|\d{3}[a-z]")


def is_refused(text: str) -> bool:
    """Whether the text says that something is not offered.

    >>> is_refused("no relocation package"), is_refused("a pension at no cost to you"), is_refused("a pension")
    (True, False, False)
    """
    refused = _signs()["refusals"].search(text) or _no().search(text) or _BARE_NO.search(text)
    return refused is not None and not is_harmless(text)


def is_harmless(text: str) -> bool:
    """Whether words that look like a refusal are none: "at no cost"."""
    return _signs()["harmless"].search(text) is not None


def is_offered(text: str) -> bool:
    """Whether words of offering stand in the text.

    >>> is_offered("you'll get a laptop"), is_offered("a laptop")
    (True, False)
    """
    return _signs()["offering"].search(text) is not None


def is_task(text: str) -> bool:
    """Whether the text tells what is done for others, or asked of the candidate."""
    return _signs()["tasks"].search(text) is not None


def is_elsewhere(text: str) -> bool:
    """Whether the text is about applying, the site or the law."""
    return _signs()["elsewhere"].search(text) is not None or _ADDRESS.search(text) is not None


def is_pay_or_time(text: str) -> bool:
    """Whether the line states what is paid or when one works, or nothing that can be read.

    >>> is_pay_or_time("Salary: 40,000 a year"), is_pay_or_time("£1,000 for training"), is_pay_or_time("12")
    (True, False, True)
    """
    if _PAY_PRAISE.match(text) or _PAID_EVERY.fullmatch(text) or (_PER.match(text) and not _towards().search(text)):
        return True
    return bool(_WEEKLY.match(text) or _pay().match(text) or _times().match(text)) or not _MAKES_SENSE.search(text)


def heads() -> re.Pattern[str]:
    """What stands before an enumeration, the blank behind it included."""
    return _heads()


def offers_its_object(head: str) -> bool:
    """Whether what stands behind the head of a sentence is the thing offered.

    >>> offers_its_object("offers "), offers_its_object("includes ")
    (True, False)
    """
    return head.strip(" :").lower() in table("offering")["verbs"]


def label() -> re.Pattern[str]:
    """The label of a value that lists benefits, at the start of a line: "Benefits: ..."."""
    return _label()


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    words = table("offering")
    return {
        name: re.compile(rf"(?<!\w)(?:{any_of(words[name])})(?!\w)", re.IGNORECASE)
        for name in ("offering", "refusals", "harmless", "elsewhere", "tasks")
    }


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(table('offering')['heads'])})(?!\w)\s?:?\s?", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(table('offering')['labels'])})\s?[:-]\s+", re.IGNORECASE)


@cache
def _no() -> re.Pattern[str]:
    return re.compile(rf"\bno (?!(?:{any_of(table('offering')['no_refusal'])})(?!\w))", re.IGNORECASE)


@cache
def _pay() -> re.Pattern[str]:
    words = table("offering")
    towards = rf"(?![^.]{{0,60}}(?<!\w)(?:{any_of(words['pay_towards'])})(?!\w))"
    return re.compile(rf"\W*(?:(?:{any_of(words['pay'])})(?!\w)|{_RANGE})(?=[^.]*\d|(?<=\d)){towards}", re.IGNORECASE)


@cache
def _towards() -> re.Pattern[str]:
    """What money is for when it is no pay."""
    words = (
        *table("offering")["pay_towards"],
        "commute",
        "lunch",
        "meal",
        "meals",
        "stipend",
        "budget",
        "courses",
        "books",
        "sport",
    )
    return re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE)


@cache
def _times() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(table('offering')['times'])})", re.IGNORECASE)


def any_of(words: Sequence[str]) -> str:
    """A pattern for any of the words, longer ones first; "*" stands for any letters."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]") for word in ordered)
