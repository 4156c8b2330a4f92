"""Does a sentence deny what a word in it names: "no tramping", "nobody works on weekends", "agencies need not apply"?"""

import re
from collections.abc import Sequence

_NOT = frozenset(
    "no not never nobody none nor without neither cannot can't don't doesn't isn't aren't won't nothing kein keine keinen keiner nicht ohne"
    " niemand pas aucun aucune sans ni geen niet zonder niemand ningun ninguna sin nunca dont doesnt cant wont unable".split()
)
_BEFORE = 4
_AFTER = 4
# "not only", "no later than", "not just" deny nothing.
_EMPTY = frozenset("only later just least more less limited fewer least older problem matter".split())
_WAIVING = re.compile(
    r"\bneed not\b|\b(?:is|are|was|will be) not\b|\bnot (?:required|needed|expected|necessary|offered|provided|included|possible|available|accepted|mandatory)\b"
)


def denied(spoken: Sequence[str], place: int) -> bool:
    """Whether a negation reaches the word at `place` of a sentence's folded words.

    >>> denied("no tramping you sleep at home".split(), 1), denied("no tramping you sleep at home".split(), 5)
    (True, False)
    >>> denied("agencies need not apply".split(), 0), denied("no later than june".split(), 3)
    (True, False)
    """
    for number in range(max(0, place - _BEFORE), place):
        if spoken[number] in _NOT and (number + 1 >= len(spoken) or spoken[number + 1] not in _EMPTY):
            return True
    return _WAIVING.search(" ".join(spoken[place : place + _AFTER])) is not None
