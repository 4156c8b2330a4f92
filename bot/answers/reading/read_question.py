"""How is a question understood? Sloppy chat text to a kind, a topic, a value and the postings it means.

Questions over many postings show themselves by their form (`of_many`); in the others a named value, field or benefit
comes before a thing, and a thing before a search in the page's sentences (`of_one`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answers.question import Kind, Question, Want
from bot.answers.reading.abroad import in_english
from bot.answers.reading.cues import has
from bot.answers.reading.of_many import read_of_many
from bot.answers.reading.of_one import read_of_one
from bot.answers.reading.phrases import Naming, namings
from bot.answers.reading.spelling import read_words
from bot.answers.reading.terms import is_content, terms_of, want_of
from bot.answers.reading.values import named_values
from bot.model.posting import PostingId

LONGEST = 600
_NUMBER = re.compile(
    r"#\s?(\d{1,9})\b|\b(?:posting|job|no\.?|number|nr\.?|stelle|offre|vacature|oferta)\s#?(\d{1,9})\b"
    # "is 3 remote?", "the deadline of 5", "compare it with 2"
    r"|^(?:is|does) (\d{1,4}) (?!(?:years?|yrs?|months?|weeks?|days?|hours?|nights?|shifts?|k|per|the|a|an|in|of|or|to|and|enough|ok|okay|too)\b)(?=[a-z])"
    r"|(?<!team)(?<!crew)(?<!staff)(?<!group)(?<!class)(?<!minimum)(?<!maximum)(?<!range)(?<!rate)(?<!total)(?<!out)(?<!equipe)(?<!équipe)(?<!groupe)(?<!plus)(?<!moins)(?<!grupo)(?<!equipo)\s(?:of|von|bei|van|à|bij|de|del|du)\s(\d{1,4})\s?\??$"
    r"|\b(?:use|used|work|works|need|needed|offered|included|paid|asked|required|and) (?:in|about|for|at) (\d{1,3})\s?\??$|^tell me (?:more )?about (\d{1,4})\s?\??$"
    r"|(?<!\d)(?<!one)(?<!every) in (\d{1,3})\s?\??$|\bdoes (\d{1,4}) (?=(?:give|offer|pay|have|ask|want|need|require|close|start|say)\b)"
    r"|^(?:and|und|et|en|y|what about|how about) (?:for |at |in )?(\d{1,3})\s?\??$"
    r"|\bcompare (?:it |this |that )?(?:with|to) (\d{1,9})\b(?!\s?(?:,|and|with|to|vs\.?|&)\s?\d)",
    re.IGNORECASE,
)
# A verb before the number is no part of it: "what do they use in 7".
_DOING = re.compile(r"use|used|works?|need|needed|offered|included|paid|asked|required|and")
_BARE_PAIR = re.compile(r"\bcompare\s+(\d{1,9})(?:\s?(?:,|and|with|to|vs\.?|&)\s?(\d{1,9}))+", re.IGNORECASE)
# What opens a message without asking.
LEAD = re.compile(
    r"^(?:(?:so|and|ok|okay|hi|hey|hello|well|but|also|please|now|then|und|et|en|y) "
    r"|(?:could|can) you (?:please )?tell me |(?:what|how) about (?:the |a )?)+"
)
# A place in the list shown last: "the second one", "number two", "der zweite".
PLACE_ALONE = re.compile(
    r"^(?:the |der |die |das |le |la |el |de |het )?(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last|zweite|dritte|erste|letzte|premiere?|deuxieme|derniere?|segund[oa]|primer[oa]|tweede|derde|eerste)"
    r"(?: (?:one|job|posting|role|stelle|offre|oferta|vacature))?$"
)


def read_question(text: str, spells: Callable[[str], bool] = lambda _: False) -> Question:
    """The question as read; `Kind.UNKNOWN` when no word of it says what is asked.

    `spells` tells the words of the postings' names, which are no typos.
    """
    typed = " ".join(text.split())[:LONGEST]
    rest, numbers = _numbers(typed)
    words = read_words(rest, spells)
    line = " ".join(words)
    question = Question(
        typed,
        Kind.UNKNOWN,
        yes_no=_is_yes_no(typed, line),
        explicit=has("yes_no", LEAD.sub("", line)),
        line=line,
        words=tuple(word for word in words if is_content(word)),
        terms=terms_of(words),
        want=want_of(line),
        postings=numbers,
    )
    english = in_english(words)
    put = replace(question, line=" ".join(english))
    return read_of_many(put, _named(english)) or read_of_one(question, _named(words))


def _named(words: Sequence[str]) -> list[Naming]:
    return [naming for naming in namings(words) if not naming.alone or _says_nothing_else(words, naming)]


def _says_nothing_else(words: Sequence[str], naming: Naming) -> bool:
    return not any(is_content(word) for word in (*words[: naming.start], *words[naming.stop :]))


def without_numbers(typed: str) -> str:
    """The text without the numbers of postings."""
    return _NUMBER.sub(" ", typed)


def _numbers(typed: str) -> tuple[str, tuple[PostingId, ...]]:
    """The text without the numbers of postings, and those numbers."""
    numbers = [match[match.lastindex or 0] for match in _NUMBER.finditer(typed)]
    rest = _NUMBER.sub(_without_number, typed)
    if pair := _BARE_PAIR.search(rest):
        numbers += re.findall(r"\d+", pair.group())
        rest = rest.replace(pair.group(), "compare")
    return rest, tuple(dict.fromkeys(PostingId(int(number)) for number in numbers))


def _without_number(match: re.Match[str]) -> str:
    """What is left of a mention of a number: the verb of the question."""
    first = match.group().split()[0].lower()
    if first == "tell":
        return "tell me about it "
    if _DOING.fullmatch(first):
        return f"{first} "
    return f"{first} it " if first in ("is", "does") else "compare it " if first == "compare" else " "


def _is_yes_no(typed: str, line: str) -> bool:
    """Whether "yes" or "no" would answer: "is it remote", and "remote?" too."""
    bare = LEAD.sub("", line)
    if has("yes_no", bare):
        return True
    if has("opening", bare) or want_of(bare) is not Want.ANY:
        return False
    value = any(each.stop - each.start >= len(bare) - 9 for each in named_values(bare))
    return value or (typed.rstrip().endswith("?") and bare.count(" ") < 4)
