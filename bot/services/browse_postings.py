"""Which postings are there? One by its number, or a slice of all, newest first."""

from bot.model.outcome import Shelf
from bot.model.posting import PostingId
from bot.model.stored import StoredPosting
from bot.services.library import Library


def get_posting(library: Library, posting: PostingId) -> StoredPosting:
    """The posting with this number; raises UserError when there is none."""
    return library.postings.get(posting)


def browse(library: Library, *, limit: int, offset: int = 0) -> Shelf:
    """The slice of `limit` postings that starts after the first `offset` ones."""
    ids = library.postings.ids()[::-1]
    chosen = ids[offset : offset + limit]
    return Shelf(tuple(library.postings.get(posting) for posting in chosen), len(ids), offset)


def count_postings(library: Library) -> int:
    """How many postings are stored."""
    return library.postings.count()
