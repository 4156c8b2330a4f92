"""What can a message lead to? Hits with their postings, or a kept posting with its receipt (or an Answer)."""

from dataclasses import dataclass

from bot.model.receipt import Receipt
from bot.model.results import Page
from bot.model.stored import StoredPosting


@dataclass(frozen=True, slots=True)
class Finding:
    """A page of hits with the postings behind them, in the same order; `query_number` names the remembered query.

    `hidden` counts the hits of this page that are left out because the person has hidden them.
    """

    page: Page
    postings: tuple[StoredPosting, ...]
    offset: int
    query_number: int
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """The receipt of a text, and the posting behind it; None when the text was refused.

    `beside` counts further postings of the same source that are stored now.
    """

    receipt: Receipt
    stored: StoredPosting | None
    beside: int = 0


@dataclass(frozen=True, slots=True)
class Shelf:
    """A slice of the stored postings, newest first; `total` counts all of them."""

    postings: tuple[StoredPosting, ...]
    total: int
    offset: int
