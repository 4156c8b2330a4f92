"""How was a question understood? Its kind, what it asks about, and which postings it means."""

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Question:
    """A question as read; `topic` is a field or a kind of benefit, `value` the value that a yes/no question names.

    `words` are the folded words that carry meaning, `subject` those that name a posting, `postings` the numbers given.
    """

    typed: str
    kind: Kind
    topic: str = ""
    value: str = ""
    yes_no: bool = False
    words: tuple[str, ...] = ()
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
    Kind.WHICH: "which postings: {topic}",
    Kind.COUNT: "how many postings: {topic}",
    Kind.EXTREME: "{topic}, over all postings",
    Kind.RANKING: "most frequent {topic}",
    Kind.MEDIAN: "median {topic}",
    Kind.WHY: "why the last answer",
    Kind.UNKNOWN: "not understood",
}
