"""Which form has a question? Named cues, each a table of phrases: "over many postings", "how many", "the highest".

In a phrase "*" stands for any ending of a word and "…" for up to 30 characters between two parts.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files


@cache
def cue(name: str) -> re.Pattern[str]:
    """The pattern of one cue over a folded line of words; raises KeyError for a name that the table lacks."""
    return pattern_of(tuple(_tables()[name]))


def pattern_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """The pattern that finds any of some phrases, the longest first."""
    longest = sorted(phrases, key=len, reverse=True)
    tied = [_body(phrase) for phrase in longest if phrase.startswith("^")]
    free = [_body(phrase) for phrase in longest if not phrase.startswith("^")]
    parts = [rf"{start}(?:{'|'.join(each)})" for start, each in (("^", tied), (r"(?<![\w'])(?=\w)", free)) if each]
    return re.compile("|".join(parts))


def has(name: str, line: str) -> bool:
    """Whether the line holds one of the cue's phrases.

    >>> has("count", "how many are remote"), has("count", "which are remote")
    (True, False)
    """
    return cue(name).search(line) is not None


@cache
def _tables() -> dict[str, list[str]]:
    return tomllib.loads(files("bot.answers.reading").joinpath("cues.toml").read_text("utf-8"))


def _body(phrase: str) -> str:
    stop = "$" if phrase.endswith("$") else r"(?![\w'])"
    return re.escape(phrase.strip("^$")).replace(r"\*", r"\w*").replace("…", r"[^?]{0,30}?").replace(r"\ ", " ") + stop
