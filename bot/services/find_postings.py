"""Which postings match a query line, and which are like a given one?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.errors import UserError
from bot.model.outcome import Finding
from bot.model.posting import PostingId
from bot.model.results import Hit, Page
from bot.model.standing import Mark
from bot.model.stored import StoredPosting
from bot.model.viewer import HOST, Viewer
from bot.search.facets import COLUMNS
from bot.search.index import Look
from bot.search.read_query import read_query
from bot.services.library import Library

# How far down the hits are looked through for one of them.
_SEARCHED = 500
# What a chat is told of how the hits divide.
TOLD = ("work_mode",)


def find_postings(
    library: Library,
    line: str,
    *,
    limit: int,
    now: datetime,
    offset: int = 0,
    viewer: Viewer = HOST,
    chat: int | None = None,
    explained: bool = False,
    columns: Sequence[str] = COLUMNS,
) -> Finding:
    """The hits that the viewer may see, best first, from the one after the first `offset` ones; `now` is aware.

    The line is remembered for the buttons of `chat`, if there is one. Hits that the viewer has hidden are counted and
    left out; `columns` are those that facets are counted of. Raises UserError for a line that cannot be used, such as
    one with an unknown key.
    """
    library.catch_up()
    query = read_query(line, library.index.vocabulary(viewer))
    if query.refused:
        raise UserError(query.refused)
    look = Look(now.date(), limit, offset, viewer, columns, explained)
    page = library.index.search(query, look)
    number = 0 if chat is None else library.queries.save(line, chat=chat)
    return _without_hidden(library, Finding(page, _behind(library, page), offset, number), viewer)


def find_best(
    library: Library, line: str, *, limit: int, offset: int, now: datetime, viewer: Viewer
) -> tuple[tuple[StoredPosting, ...], int]:
    """The postings of `find_postings` alone, and how many match in all; raises UserError as that does."""
    library.catch_up()
    query = read_query(line, library.index.vocabulary(viewer))
    if query.refused:
        raise UserError(query.refused)
    numbers, total = library.index.best(query, today=now.date(), limit=limit, offset=offset, viewer=viewer)
    return tuple(library.postings.get(number) for number in numbers), total


def turn_page(
    library: Library,
    query_number: int,
    *,
    limit: int,
    offset: int,
    now: datetime,
    viewer: Viewer = HOST,
    chat: int = 0,
) -> Finding:
    """Another page of a query remembered for a chat; raises UserError when it is not remembered."""
    line = remembered_line(library, query_number, chat=chat)
    return find_postings(library, line, limit=limit, offset=offset, now=now, viewer=viewer, chat=chat, columns=TOLD)


def remembered_line(library: Library, query_number: int, *, chat: int) -> str:
    """The query line that a button means; raises UserError when it is not remembered."""
    line = library.queries.find(query_number, chat=chat)
    if line is None:
        raise UserError("This search is too old. Please search again.")
    return line


def why_found(
    library: Library, posting: PostingId, query_number: int, *, chat: int, viewer: Viewer, now: datetime
) -> Hit:
    """The posting as a hit of a remembered query; raises UserError when it is none any more."""
    line = remembered_line(library, query_number, chat=chat)
    query = read_query(line, library.index.vocabulary(viewer))
    page = library.index.search(query, Look(now.date(), _SEARCHED, viewer=viewer, columns=(), explained=True))
    for hit in page.hits:
        if hit.posting == posting:
            return hit
    raise UserError(f"#{posting} is not among the hits of “{line}” any more.")


def find_similar(library: Library, posting: PostingId, *, limit: int, viewer: Viewer = HOST) -> Finding:
    """The postings most like this one that the viewer may see; raises UserError when there is no such posting."""
    stored = library.postings.get(posting, viewer)
    library.catch_up()
    page = library.index.similar(stored, limit=limit, viewer=viewer)
    return Finding(page, _behind(library, page), 0, 0)


def _without_hidden(library: Library, finding: Finding, viewer: Viewer) -> Finding:
    hidden = frozenset[PostingId]() if viewer.chat is None else library.marks.with_mark(viewer.chat, Mark.HIDDEN)
    if not any(stored.id in hidden for stored in finding.postings):
        return finding
    hits = tuple(hit for hit in finding.page.hits if hit.posting not in hidden)
    postings = tuple(stored for stored in finding.postings if stored.id not in hidden)
    page = finding.page.model_copy(update={"hits": hits})
    return replace(finding, page=page, postings=postings, hidden=len(finding.postings) - len(postings))


def _behind(library: Library, page: Page) -> tuple[StoredPosting, ...]:
    return tuple(library.postings.get(hit.posting) for hit in page.hits)
