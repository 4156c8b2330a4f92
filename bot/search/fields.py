"""Which parts of a posting are searched, and how much does a word count in each?

The weights follow BM25F (Robertson, Zaragoza and Taylor, 2004): a word in the title says more about a posting than
the same word somewhere in its text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.stored import StoredPosting


@dataclass(frozen=True, slots=True)
class Field:
    """A searched part with its weight; `name` is what "why" shows."""

    name: str
    weight: float


FIELDS = (
    Field("title", 4.0),
    Field("skills", 3.0),
    Field("company", 2.5),
    Field("place", 2.5),
    Field("asked", 1.5),
    Field("text", 1.0),
    # Worth nothing of its own, its words stand in the text as well: it is here so that a query can test it.
    Field("education", 0.0),
)


def field_texts(stored: StoredPosting) -> Iterator[tuple[Field, str]]:
    """Each searched part with its words; parts that the posting does not state are left out."""
    posting = stored.posting
    texts = (
        posting.title.value if posting.title else "",
        " ; ".join(found.value for found in posting.skills),
        posting.company.value if posting.company else "",
        " ; ".join(found.value for found in posting.locations)
        + (f" ; {posting.work_mode.value.value}" if posting.work_mode else ""),
        " ; ".join(found.value.text for found in posting.requirements),
        stored.text,
        " ; ".join(found.value for found in posting.education),
    )
    for field, text in zip(FIELDS, texts, strict=True):
        if text.strip(" ;"):
            yield field, text
