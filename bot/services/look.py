"""How does somebody see one posting, and what do they make of it? Looking, saving and hiding."""

from dataclasses import replace
from datetime import datetime

from bot.errors import UserError
from bot.model.outcome import Shelf
from bot.model.posting import PostingId
from bot.model.standing import Look, Mark, Standing
from bot.model.stored import StoredPosting
from bot.model.viewer import Viewer
from bot.services.library import Library
from bot.services.take_turn import milliseconds
from bot.services.talk import Party, focus


def look(library: Library, posting: PostingId, *, party: Party, now: datetime, query: int = 0) -> Look:
    """The posting as the party sees it, in focus from now on; raises UserError when there is none to be seen."""
    stored = focus(library, posting, party=party)
    return Look(stored, replace(standing(library, stored, viewer=party.viewer, now=now), query=query))


def standing(library: Library, stored: StoredPosting, *, viewer: Viewer, now: datetime) -> Standing:
    """How the viewer stands to a posting."""
    if viewer.chat is None:
        return Standing(today=now.date())
    marks = library.marks.on(viewer.chat, stored.id)
    return Standing(
        personal=True,
        own=stored.owner == viewer.chat,
        saved=Mark.SAVED in marks,
        hidden=Mark.HIDDEN in marks,
        today=now.date(),
    )


def mark(
    library: Library, posting: PostingId, which: Mark, *, on: bool, party: Party, now: datetime, query: int = 0
) -> Look:
    """Saves or hides a posting for the person of a private chat, or takes that back."""
    if party.viewer.chat is None:
        raise UserError("This works in the private chat with me.")
    library.postings.get(posting, party.viewer)
    if on:
        library.marks.put(party.viewer.chat, posting, which, now=milliseconds(now))
    else:
        library.marks.clear(party.viewer.chat, posting, which)
    return look(library, posting, party=party, now=now, query=query)


def marked(library: Library, which: Mark, *, viewer: Viewer, limit: int, offset: int = 0) -> Shelf:
    """The slice of the postings that the person saved or hid; those that are gone are left out."""
    if viewer.chat is None:
        raise UserError("This works in the private chat with me.")
    found = (library.postings.find(posting) for posting in library.marks.with_mark(viewer.chat, which))
    seen = tuple(stored for stored in found if stored is not None and viewer.sees(stored.owner))
    return Shelf(seen[offset : offset + limit], len(seen), offset)
