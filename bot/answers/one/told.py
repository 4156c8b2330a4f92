"""Is a question one of those that come again and again in other words: who is my boss, how old is the firm, who pays?

A table holds how each is asked and what tells it on a page (`occasions.toml`). Leaves everything else to the readers of
fields and sentences.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from bot.answers.drafts import Draft
from bot.answers.names import name_words
from bot.answers.one.field import answer_field
from bot.answers.one.find import Passage
from bot.answers.one.page import Sentence, aside, outside, read_page
from bot.answers.one.passage import quoting, unsaid
from bot.answers.one.terms import place_of
from bot.answers.question import Kind, Question, Want
from bot.model.stored import StoredPosting
from bot.text.tokens import fold

_MOST = 2
# Occasions that several sentences tell together.
_OF_SEVERAL = frozenset({"week days", "employee or contractor"})
_WHICH_TOOL = re.compile(
    r"^(?:and )?(?:which|what) (?P<tool>(?:[\w-]+ ){0,3}?[\w-]+?)s?(?: (?:do|does|would|will|must|should) (?:they|you|i|we|the \w+)(?: \w+){1,3}| is used| are used| needed| required)?$"
)
# "Accounting software?"
_BARE_TOOL = re.compile(
    r"^(?:and |the |their )?(?P<tool>[a-z]+) (?:software|systems?|tools?|package|platform|program(?:me)?)$"
)
# What the employer does, by its name.
_WHAT_DOES = re.compile(
    r"^(?:was macht|que fait|what doet|que hace|what (?:does|do)) (?:the |die |der |das )?(?P<name>[\w.'&-]+(?: [\w.'&-]+){0,2}?)(?: (?:do|make|sell|build|offer))?$"
)
_PLAIN_TOOLS = frozenset("system systems software program programs programme tool tools platform platforms".split())


@dataclass(frozen=True, slots=True)
class Occasion:
    """One question of the table; with `holding` a sentence needs the question's telling words, `alone` ends in silence."""

    name: str
    asks: re.Pattern[str]
    tells: re.Pattern[str]
    lacks: re.Pattern[str] | None
    holding: bool
    alone: bool


def tell(stored: StoredPosting, question: Question) -> Draft | None:
    """The sentences that tell it, quoted; None where the question is no such one or another reader may know."""
    if (asked := _WHAT_DOES.search(question.line)) and name_words(stored).issuperset(asked["name"].split()):
        return answer_field(stored, replace(question, kind=Kind.FIELD, topic="about", rest=()))
    if (asked := _WHICH_TOOL.search(question.line) or _BARE_TOOL.search(question.line)) and (
        named := _naming_tool(stored, asked["tool"].split())
    ):
        return quoting(stored, _plainly(question), named[:_MOST])
    occasion = next((each for each in occasions() if each.asks.search(question.line)), None)
    if occasion is None:
        return None
    told = [Passage(each, 1.0, whole=False) for each in _telling(stored, question, occasion)]
    if told:
        return quoting(stored, _plainly(question), told[:_MOST] if occasion.name in _OF_SEVERAL else told[:1])
    return unsaid(stored, question) if occasion.alone else None


def is_told(line: str) -> bool:
    """Whether a folded line asks one of the questions of the table."""
    return any(each.asks.search(line) for each in occasions())


def _naming_tool(stored: StoredPosting, asked: Sequence[str]) -> list[Passage]:
    """The sentences that name a tool of the family asked for; of plain "system" or "software", one of any family."""
    wanted = [pattern for words, pattern in _families() if not words.isdisjoint(asked)]
    if "office" in asked and _PLAIN_TOOLS.isdisjoint(asked):
        return []
    if not wanted and not _PLAIN_TOOLS.issuperset(asked):
        return []
    patterns = wanted or [pattern for _, pattern in _families()]
    title = stored.posting.title.evidence[0].span if stored.posting.title else None
    return [
        Passage(each, 1.0, whole=False)
        for each in outside(read_page(stored), aside(stored))
        if (title is None or not each.evidence.span.overlaps(title))
        and any(_named(pattern, each.text) for pattern in patterns)
    ]


def _named(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a name of the family stands in a text, written as a name: "Word", not "word"."""
    return any(not match.group()[0].islower() for match in pattern.finditer(text))


@cache
def _families() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    table = tomllib.loads(files("bot.answers.one").joinpath("families.toml").read_text("utf-8"))
    return tuple(
        (
            frozenset(each["asked"].split()),
            re.compile(r"(?<![\w.-])(?:" + "|".join(map(re.escape, each["members"])) + r")(?![\w-])", re.IGNORECASE),
        )
        for each in table["families"]
    )


def _plainly(question: Question) -> Question:
    """The question without its sort and form, so that the sentences are quoted as they stand."""
    return Question(question.typed, question.kind, line=question.line, words=question.words, want=Want.ANY)


def _telling(stored: StoredPosting, question: Question, occasion: Occasion) -> Iterator[Sentence]:
    held = [term.word for term in question.terms if term.weight >= 0.5 and not occasion.asks.fullmatch(term.word)]
    title = stored.posting.title.evidence[0].span if stored.posting.title else None
    for sentence in outside(read_page(stored), aside(stored)):
        if title is not None and sentence.evidence.span.overlaps(title):
            continue
        line = fold(sentence.text)
        if not occasion.tells.search(line) or (occasion.lacks is not None and occasion.lacks.search(line)):
            continue
        if not occasion.holding or _holds(sentence, [word for word in held if not _PAYING.fullmatch(word)]):
            yield sentence


_PAYING = re.compile(
    r"pay\w*|paid|cover\w*|buys?|fund\w*|suppl\w+|provid\w+|paga\w*|zahlt|bezahlt|ubernimmt|paie|paye|betaalt"
)


def _holds(sentence: Sentence, held: list[str]) -> bool:
    return bool(held) and all(place_of(sentence.roots, word) is not None for word in held)


@cache
def occasions() -> tuple[Occasion, ...]:
    """The table, in its order: the first that is asked answers."""
    table = tomllib.loads(files("bot.answers.one").joinpath("occasions.toml").read_text("utf-8"))
    pieces: dict[str, str] = table["pieces"]

    def compiled(pattern: str) -> re.Pattern[str]:
        for name, piece in pieces.items():
            pattern = pattern.replace(f"{{{name}}}", piece)
        return re.compile(pattern)

    return tuple(
        Occasion(
            each["name"],
            compiled(each["asks"]),
            compiled(each["tells"]),
            compiled(each["lacks"]) if "lacks" in each else None,
            holding=each.get("holding", False),
            alone=each.get("alone", False),
        )
        for each in table["occasion"]
    )
