"""How was a question understood? Its kind, what it asks about, and which postings it means."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from bot.model.posting import PostingId


class Kind(StrEnum):
    """What sort of answer is wanted."""

    FIELD = "field"  # one field of one posting
    BENEFIT = "benefit"  # one kind of benefit
    SUMMARY = "summary"  # a posting, or its requirements or benefits, in short
    THING = "thing"  # is this asked for, used or offered?
    PASSAGE = "passage"  # whatever the page says about some words
    COMPARE = "compare"
    WHICH = "which"  # the postings for which something holds
    COUNT = "count"
    EXTREME = "extreme"  # highest, lowest, earliest, latest
    RANKING = "ranking"  # most asked skills and the like
    MEDIAN = "median"
    WHY = "why"
    UNKNOWN = "unknown"


class Want(Enum):
    """The sort of answer that a question asks for; ANY takes every sentence about the thing."""

    ANY = "any"
    COUNT = "number"  # how many: a number beside the thing counted
    MUCH = "much"  # how much, how heavy, how old: any number
    MONEY = "money"
    FAR = "far"
    WEIGHT = "weight"
    COLD = "cold"
    YEARS = "years"
    WHEN = "when"
    CLOCK = "clock"
    SPAN = "span"
    OFTEN = "often"
    AGE = "age"
    WHO = "who"
    WHERE = "where"
    PHONE = "phone"
    MAIL = "mail"
    CODE = "code"
    REACH = "reach"


@dataclass(frozen=True, slots=True)
class Term:
    """A folded word that an answering sentence should hold; the weight is 1 for a word that names the thing asked for."""

    word: str
    weight: float


@dataclass(frozen=True, slots=True)
class Question:
    """A question as read; `topic` is a field or a kind of benefit, `value` the value that a yes/no question names.

    `line` holds the folded words as meant, `words` those that carry meaning, `terms` the same with their weights and
    `rest` those of them that the topic's name leaves over; `postings` are the numbers given. An `explicit` yes/no question
    opens as one ("is it paid?", not "pay?"). `specific`
    tells that one sort of a kind of benefit is meant ("gym"), `whole` that all postings are, without a condition.
    """

    typed: str
    kind: Kind
    topic: str = ""
    value: str = ""
    yes_no: bool = False
    explicit: bool = False
    line: str = ""
    words: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    rest: tuple[Term, ...] = ()
    specific: bool = False
    whole: bool = False
    want: Want = Want.ANY
    postings: tuple[PostingId, ...] = ()
    direction: str = ""
    note: str = ""

    @property
    def reading(self) -> str:
        """How the question was understood, in plain words."""
        parts = [READINGS[self.kind].format(topic=self.topic.replace("_", " "), words=" ".join(self.words))]
        if self.value:
            parts.append(f"= {self.value.replace('_', ' ')}")
        if self.note:
            parts.append(f"({self.note})")
        return " ".join(parts).strip()


READINGS = {
    Kind.FIELD: "{topic}",
    Kind.BENEFIT: "benefit: {topic}",
    Kind.SUMMARY: "summary of the {topic}",
    Kind.THING: "is “{words}” asked for or offered",
    Kind.PASSAGE: "what the page says about “{words}”",
    Kind.COMPARE: "comparison",
    Kind.WHICH: "which postings: {words}",
    Kind.COUNT: "how many postings: {words}",
    Kind.EXTREME: "{topic}, over all postings",
    Kind.RANKING: "most frequent {topic}",
    Kind.MEDIAN: "median {topic}",
    Kind.WHY: "why the last answer",
    Kind.UNKNOWN: "not understood",
}
