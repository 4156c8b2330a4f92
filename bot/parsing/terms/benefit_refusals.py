"""Does a refusal elsewhere in the sentence reach one item of its enumeration: "no claim to perks like a gym or meals"?

Leaves out items that hold the refusing words themselves (`benefit_signs.is_refused`).
"""

import re
from functools import cache

from bot.parsing.lexicon.tables import table
from bot.parsing.terms.benefit_signs import any_of, is_harmless
from bot.text.span import Span

# Where a sentence, or one of its halves, ends: what stands beyond is not refused together with the rest.
_BORDER = re.compile(
    r"\n|[;.!?](?=\s)|\s-\s|\b(?:but|however|instead|though|while|yet|apart from|except|aber|sondern|dafür|mais|maar|wel|pero|sino)\b",
    re.IGNORECASE,
)
_OR = re.compile(r"\b(?:or|nor|oder|noch|ou|ni|of)\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|und|et|en|y)\b", re.IGNORECASE)
_REACH = 250


def reaches(text: str, part: Span) -> bool:
    """Whether the part is an item of what its sentence refuses as a whole.

    >>> page = "You have no claim to perks like eye care, a pension or paid leave."
    >>> reaches(page, Span(page.index("a pension"), page.index(" or")))
    True
    >>> page = "We cannot offer a pension, but free lunches."
    >>> reaches(page, Span(page.index("free"), len(page) - 1))
    False
    """
    if _BORDER.match(text, *part):
        return False
    before, behind = _before(text, part.start), _behind(text, part.stop)
    ahead = [each for each in _ahead().finditer(before) if not is_harmless(each.group())]
    if ahead:
        return True
    # "no gym, meals or pension" refuses all of them; "no weekends, free meals" does not.
    if _bare().search(before) and _OR.search(f"{before}{part.of(text)}{behind}"):
        return not _AND.search(f"{before}{part.of(text)}{behind}")
    return _after().search(behind) is not None


def is_about_place(text: str) -> bool:
    """Whether the text speaks of working elsewhere: to refuse that says where the work is done.

    >>> is_about_place("Home working cannot be arranged"), is_about_place("No flexible hours")
    (True, False)
    """
    return _place().search(text) is not None


def _before(text: str, start: int) -> str:
    return _BORDER.split(text[max(0, start - _REACH) : start])[-1]


def _behind(text: str, stop: int) -> str:
    return _BORDER.split(text[stop : stop + _REACH], maxsplit=1)[0]


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(table('offering')['refusals_ahead'])})(?!\w)", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(table('offering')['refusals_behind'])})(?!\w)", re.IGNORECASE)


@cache
def _bare() -> re.Pattern[str]:
    words = table("offering")
    kept = any_of(words["no_refusal"])
    return re.compile(
        rf"(?<!\w)(?:no(?! (?:{kept})(?!\w))|without|neither|keine?|keinen|weder|ohne|geen|zonder|sans|pas de|aucune?|sin|ningun\w*)\s",
        re.IGNORECASE,
    )


@cache
def _place() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(table('offering')['elsewhere_to_work'])})(?!\w)", re.IGNORECASE)
