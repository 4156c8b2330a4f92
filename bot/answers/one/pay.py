"""What does a posting say of its pay in words that the figure leaves out: base, total, a band, at one place, estimated?"""

import re
from dataclasses import replace

from bot.answers.drafts import Draft, stated
from bot.answers.one import sayings
from bot.answers.one.find import Passage, find_passages
from bot.answers.one.page import aside, outside, read_page
from bot.answers.one.passage import deniable, quoting
from bot.answers.one.terms import place_of
from bot.answers.one.wants import holds
from bot.answers.question import Question, Term, Want
from bot.answers.scope import proofs
from bot.model.stored import StoredPosting

_GUESSED = re.compile(r"\best(?:imate\w*|\.)|\baverage\b")
_OWN = frozenset("base total band net gross netto brutto guaranteed ote actual pro-rata fte take-home".split())
# "How much could I earn" asks for more than the plain pay.
_AT_BEST = re.compile(r"\b(?:could|can) (?:i|you|one) (?:earn|make)\b|\bpotential\b")
_MOST = "potential|ote|on-target|realistic|uncapped"
_SAME = {"total": "total|ote|on-target|earnings"}
_GRADES = frozenset({"band"})
# Whether the pay is the employer's word or a guess of the site.
_SURE = re.compile(
    r"\b(?:confirmed|official|real|accurate|estimate\w*|guess\w*|predicted|from the (?:company|employer|firm)|(?:company|employer)'?s (?:own )?(?:word|figure))\b"
)
# "In Canada" weighs half, for it stands behind a preposition.
_PLACED = 0.5
_SHORT_LINE = 24
_INVESTED = re.compile(r"\bseries\b|\braised?\b|\bmillion\b|\bfund\w*|\binvest\w*|\d ?m\b")


def pay_in_own_words(stored: StoredPosting, question: Question) -> Draft | None:
    """The answer of a sentence that holds a word which the field's value leaves out ("base", "net"); None without one."""
    own = [Term(_MOST, 1.0)] if _AT_BEST.search(question.line) else []
    own += [Term(_SAME.get(word, word), 1.0) for word in question.line.split() if word in _OWN]
    if not own or question.topic != "salary":
        return None
    wanted = Want.MUCH if any(term.word in _GRADES for term in own) else Want.MONEY
    found = find_passages(stored, own, Want.ANY)
    told = [
        each
        for each in found
        if each.whole
        and not _GUESSED.search(each.sentence.text.lower())
        and (holds(wanted, each.sentence.text) or deniable(each, own))
    ]
    return quoting(stored, replace(question, terms=tuple(own), want=Want.ANY, yes_no=False), told[:1]) if told else None


def pay_in_place(stored: StoredPosting, question: Question) -> Draft | None:
    """The pay at one of several places, in a short line that names it; None when the question names none."""
    rest = [term for term in question.rest if term.weight >= _PLACED]
    if question.topic != "salary" or not rest or question.yes_no:
        return None
    told = [
        Passage(each, 1.0, whole=True)
        for each in outside(read_page(stored), aside(stored))
        if len(each.words) <= _SHORT_LINE
        and holds(Want.MONEY, each.text)
        and not _INVESTED.search(each.text.lower())
        and all(place_of(each.roots, term.word) is not None for term in rest)
    ]
    return quoting(stored, replace(question, want=Want.ANY), told[:1]) if told else None


def how_sure(stored: StoredPosting, question: Question) -> Draft | None:
    """Whether the pay is stated by the employer or estimated by the site; None when that is not asked."""
    if not question.yes_no or not _SURE.search(question.line):
        return None
    pay = stored.posting.salary
    lead = "No. " if pay is not None and pay.value.estimated else "It is not called an estimate. "
    return stated(stored, lead + sayings.say(stored.posting, "salary"), proofs(stored.posting.found("salary")))
