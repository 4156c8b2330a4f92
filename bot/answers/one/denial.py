"""Does a sentence deny what a word in it names: "no tramping", "nobody works on weekends", "agencies need not apply"?"""

import re
from collections.abc import Sequence

from bot.answers.one.terms import place_of, root
from bot.text.tokens import fold

_NOT = frozenset(
    "no not never nobody none nor without neither cannot can't don't doesn't isn't aren't won't nothing kein keine keinen keiner nicht ohne"
    " niemand pas aucun aucune sans ni geen niet zonder niemand ningun ninguna sin nunca dont doesnt cant wont unable".split()
)
_BEFORE = 7
_AFTER = 4
# So many words, with its "No", has a label at most.
_LABELLED = 7
# "not only", "no later than", "not just" deny nothing.
_EMPTY = frozenset("only later just least more less limited fewer older problem matter".split())
# "Not essential as training is given" waives what stands before it.
_WAIVED = frozenset("essential necessary required needed mandatory compulsory important expected".split())
_WAIVING = re.compile(
    r"\bneed not\b|\b(?:is|are|was|will be) not\b|\bnot (?:required|needed|expected|necessary|offered|provided|included|possible|available|accepted|mandatory)\b"
)
# A label with "No" as its value.
_ANSWERED_NO = re.compile(r" (?::| [-–—] ) (?:no|none|nein|non|nee|not (?:required|needed|applicable))$")
# Words by which a sentence refuses, wherever they stand in it.
_REFUSING = re.compile(
    r"\b(?:not(?! (?:only|just|least))|never|nobody|none|nor|neither|cannot|unable|refus\w*|declin\w*|regret\w*|sorry|afraid|unfortunately|sadly"
    r"|beyond (?:our|us|the|what)|out of the question|impossible|impractical|no longer|ruled? out|instead of|lacks?|lacking|stopped|ceased|end(?:s|ed) (?:in|with)"
    r"|too (?:small|new|few|young|little|busy|costly|expensive|complex|short|poor)|without(?! (?:delay|hesitation))"
    r"|no (?!later|less|matter|problem|doubt|questions?|limit|cost|need|more than|fewer)"
    r"|nicht(?! nur)|kein\w*|leider|ohne|nie|niemand|ausgeschlossen|unmoglich|niet(?! alleen)|geen|zonder|helaas|pas|aucun\w*|sans|jamais|malheureusement"
    r"|sin|nunca|ningun\w*|lamentablemente|imposible)\b|n't\b"
)
_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[,;:()]|\s[-–—]\s")

_NOT_ASKED = re.compile(
    r"\b(?:isn't|aren't|is not|are not|not) (?:strictly )?(?:required|needed|necessary|expected|essential)\b(?! but)|\bpas (?:n[ée]cessaire|exig[ée]e?|obligatoire|requis\w*)|\bno es necesari[oa]\b|\bnicht (?:n[öo]tig|erforderlich|notwendig)\b|\bniet (?:vereist|verplicht)\b"
    r"|\b(?:don't|do not|won't|never) (?:ask|need|require|expect|look)\b|\bnot (?:asking|looking) for\b|\bno need (?:for|to)\b"
    r"|\b(?:heb je niet|nicht|geen|ne \w+ pas|no) (?:nodig|n[öo]tig|exig\w+|se exige|hace falta|brauchst du)\b|\bniet nodig\b|\bno se (?:exige|pide|requiere)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;.]\s|,? \b(?:as|because|since|although|though|denn|weil|da|car)\b ", re.IGNORECASE)
# What somebody has to have already.
_NEEDED = re.compile(
    r"\b(?:all (?:it takes|you need)|you(?:'ll| will| must)? (?:need|have) (?:a|your|an)|your own)\b", re.IGNORECASE
)


def refuses(text: str) -> bool:
    """Whether a word of refusing stands anywhere in a sentence, so that it proves no "Yes" by itself.

    >>> refuses("Paying for a move is beyond our means."), refuses("We pay for a move."), refuses("Not only visas are paid.")
    (True, False, False)
    """
    return _REFUSING.search(fold(text)) is not None


def denied(text: str, word: str) -> bool:
    """Whether a negation of the same clause reaches the word, or what means the same, in a sentence.

    >>> denied("No tramping: you sleep at home", "tramping"), denied("No tramping: you sleep at home", "home")
    (True, False)
    >>> denied("Agencies need not apply", "agencies"), denied("No later than June", "June")
    (True, False)
    >>> denied("Lifting experience required - No", "lifting"), denied("Lifting experience required - Yes", "lifting")
    (True, False)
    >>> denied("We cannot offer visa sponsorship or relocation.", "relocation")
    True
    """
    tokens = [match.group() for match in _TOKEN.finditer(fold(text))]
    place = place_of([root(token) for token in tokens], word)
    if place is None:
        return False
    for number in range(place - 1, max(-1, place - _BEFORE - 1), -1):
        if not tokens[number][0].isalnum():
            break
        waived = tokens[number + 1] in _WAIVED and tokens[number + 2 : number + 3] not in (["to"], ["for"], ["is"])
        if tokens[number] in _NOT and tokens[number + 1] not in _EMPTY and (not waived or number + 1 == place):
            return True
    after = " ".join(tokens[place : place + _AFTER])
    value = " ".join(tokens[place : place + _LABELLED])
    return _WAIVING.search(after) is not None or _ANSWERED_NO.search(value) is not None


def not_asked(text: str) -> bool:
    """Whether a text says that what it names is not asked for.

    >>> not_asked("What we don't ask for: a degree"), not_asked("We ask for a degree")
    (True, False)
    """
    return _NOT_ASKED.search(text) is not None


def clause_with(text: str, words: Sequence[str]) -> str:
    """The clause of a sentence that names one of some words, without the reason beside it; all of it when none does.

    >>> clause_with("Experience is not essential as training is given", ["training"])
    'training is given'
    """
    clauses = (clause for clause in _CLAUSE.split(text) if clause)
    held = (clause for clause in clauses if any(place_of(_roots(clause), word) is not None for word in words))
    return next(held, text)


def _roots(text: str) -> list[str]:
    return [root(match.group()) for match in _TOKEN.finditer(fold(text))]


def had_already(text: str) -> bool:
    """Whether a text says what somebody has to have already, which is no offer.

    >>> had_already("All it takes is a laptop"), had_already("A laptop from us")
    (True, False)
    """
    return _NEEDED.search(text) is not None
