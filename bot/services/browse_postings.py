"""Which postings are there? One by its number, or a slice of all, newest first."""

from bot.model.outcome import Shelf
from bot.model.posting import PostingId
from bot.model.standing import Mark
from bot.model.stored import StoredPosting
from bot.model.viewer import Viewer
from bot.services.library import Library


def get_posting(library: Library, posting: PostingId, *, viewer: Viewer) -> StoredPosting:
    """The posting with this number; raises UserError when there is none that the viewer may see."""
    return library.postings.get(posting, viewer)


def browse(library: Library, *, viewer: Viewer, limit: int, offset: int = 0) -> Shelf:
    """The slice of `limit` postings that starts after the first `offset` ones the viewer may see and has not hidden."""
    hidden = () if viewer.chat is None else library.marks.with_mark(viewer.chat, Mark.HIDDEN)
    chosen = library.postings.newest(viewer, limit=limit, offset=offset, without=hidden)
    postings = tuple(library.postings.get(posting, viewer) for posting in chosen)
    return Shelf(postings, library.postings.count(viewer) - len(hidden), offset)


def count_postings(library: Library, *, viewer: Viewer) -> int:
    """How many postings the viewer may see."""
    return library.postings.count(viewer)
