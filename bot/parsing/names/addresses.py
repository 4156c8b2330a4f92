"""Does a name own an address that the page prints? "Halda" does where the page says "jobs@halda.example".

Leaves out which addresses one applies at (`bot.parsing.role.apply`).
"""

import re
from functools import lru_cache

from bot.text.tokens import fold

_HOST = re.compile(r"(?:https?://|www\.|@)(?P<host>[\w-]+(?:\.[\w-]+)+)")
_NOT_OWN = frozenset(
    "www jobs job careers career karriere work apply mail gmail outlook hotmail yahoo googlemail linkedin example com org net".split()
)
_SHORTEST = 4
_SHORTEST_WORD = 6


def owns_address(text: str, name: str) -> bool:
    """Whether the host of an address in the text is made of the name's letters.

    >>> owns_address("Apply: jobs@tussockcreek.example", "Tussock Creek Dairy"), owns_address("a@b.example", "Halda")
    (True, False)
    """
    letters = "".join(letter for letter in fold(name) if letter.isalnum())
    if len(letters) < _SHORTEST:
        return False
    words = {word for word in fold(name).split() if len(word) >= _SHORTEST_WORD}
    return any(
        letters.startswith(label) or label.startswith(letters) or letters.endswith(label) or label in words
        for label in _labels(text)
    )


@lru_cache(maxsize=4)
def _labels(text: str) -> frozenset[str]:
    """The parts of all hosts that may be names, in folded letters without hyphens."""
    parts = (part.replace("-", "") for match in _HOST.finditer(text) for part in fold(match["host"]).split(".")[:-1])
    return frozenset(part for part in parts if len(part) >= _SHORTEST and part not in _NOT_OWN)
