"""Which postings match a query line, and which are like a given one?"""

from datetime import datetime

from bot.errors import UserError
from bot.model.outcome import Finding
from bot.model.posting import PostingId
from bot.model.results import Page
from bot.model.stored import StoredPosting
from bot.model.viewer import HOST, Viewer
from bot.search.read_query import read_query
from bot.services.library import Library


def find_postings(
    library: Library, line: str, *, limit: int, now: datetime, offset: int = 0, viewer: Viewer = HOST
) -> Finding:
    """The hits that the viewer may see, best first, from the one after the first `offset` ones; `now` is aware.

    Raises UserError for a line that cannot be used, such as one with an unknown key.
    """
    library.catch_up()
    query = read_query(line, library.index.vocabulary)
    if query.refused:
        raise UserError(query.refused)
    page = library.index.search(query, today=now.date(), limit=limit, offset=offset, viewer=viewer)
    return Finding(page, _behind(library, page), offset, library.queries.save(line))


def turn_page(
    library: Library, query_number: int, *, limit: int, offset: int, now: datetime, viewer: Viewer = HOST
) -> Finding:
    """Another page of a remembered query; raises UserError when it is not remembered."""
    line = library.queries.find(query_number)
    if line is None:
        raise UserError("This search is too old. Please search again.")
    return find_postings(library, line, limit=limit, offset=offset, now=now, viewer=viewer)


def find_similar(library: Library, posting: PostingId, *, limit: int, viewer: Viewer = HOST) -> Finding:
    """The postings most like this one that the viewer may see; raises UserError when there is no such posting."""
    stored = library.postings.get(posting, viewer)
    library.catch_up()
    page = library.index.similar(stored, limit=limit, viewer=viewer)
    return Finding(page, _behind(library, page), 0, 0)


def _behind(library: Library, page: Page) -> tuple[StoredPosting, ...]:
    return tuple(library.postings.get(hit.posting) for hit in page.hits)
