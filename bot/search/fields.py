"""Which parts of a posting are searched, and how much does a word count in each?

The weights follow BM25F (Robertson, Zaragoza and Taylor, 2004): a word in the title says more about a posting than
the same word somewhere in its text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.stored import StoredPosting
from bot.search.occupations import occupation_codes

# Stands between the values of a part, so that no phrase runs from one into the next.
GAP = "\0"
_BETWEEN = f" {GAP} "


@dataclass(frozen=True, slots=True)
class Field:
    """A searched part; `name` is what "why" shows.

    `usual` is its usual length in words: a word counts less in a part that is longer. The usual length is fixed and
    not the average of the postings stored, so that what a word is worth in a posting depends on that posting alone.
    The words of a part that is `apart` are found only by a search in that part.
    """

    name: str
    weight: float
    usual: int
    apart: bool = False


FIELDS = (
    Field("title", 4.0, 4),
    Field("skills", 3.0, 8),
    Field("company", 2.5, 2),
    Field("place", 2.5, 3),
    Field("mode", 2.5, 1),
    Field("asked", 0.75, 60),
    Field("text", 1.0, 250),
    # Worth nothing of its own, its words stand in the text as well: it is here so that a query can test it.
    Field("education", 0.0, 8),
    Field("source", 0.0, 4, apart=True),
    # No words of the page but codes of what its title is called elsewhere (`bot.search.occupations`).
    Field("occupation", 1.0, 20, apart=True),
)


def enumerate_texts(stored: StoredPosting) -> Iterator[tuple[int, str]]:
    """Each searched part as its number in FIELDS with its words; parts that are not stated are left out."""
    posting = stored.posting
    texts = (
        posting.title.value if posting.title else "",
        _BETWEEN.join(found.value for found in posting.skills),
        posting.company.value if posting.company else "",
        _BETWEEN.join(found.value for found in posting.locations),
        posting.work_mode.value.value if posting.work_mode else "",
        _BETWEEN.join(found.value.text for found in posting.requirements),
        stored.text,
        _BETWEEN.join(found.value for found in posting.education),
        stored.source,
        occupation_codes(posting.title.value) if posting.title else "",
    )
    return ((number, text) for number, text in enumerate(texts) if text.strip())
