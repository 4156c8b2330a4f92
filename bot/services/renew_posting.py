"""Is a page one that was read before? Then its posting is renewed in place, and what changed is kept to be told.

A page is the same when it came from the same address or path, holds one posting as it did, and names the same title
and employer. In doubt it is another one: two of one are seen and put right, two made one are not.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from bot.model.change import CLOSED, Difference, differences
from bot.model.evidence import Evidence, Found
from bot.model.page import Page
from bot.model.posting import PostingId
from bot.model.receipt import Farewell
from bot.model.stored import StoredPosting
from bot.model.vocabulary import Closed
from bot.parsing.parse_posting import FIELDS, read_document
from bot.services.library import Library
from bot.store.postings import Draft
from bot.text.layers import with_note
from bot.text.span import Span
from bot.text.tokens import fold

# An address or a path; texts and files from a chat have neither, and files of one name are often different ones.
_RULE = "closed.page_has_gone"
_PLACE = re.compile(r"\w+://\S+|.*/.*\.\w{2,5}")


def known_page(library: Library, draft: Draft) -> StoredPosting | None:
    """The posting whose page this draft is a later state of, or None."""
    known = library.postings.of_source(draft.source, draft.owner) if _PLACE.fullmatch(draft.source) else ()
    if len(known) != 1:
        return None
    stored, same = library.postings.get(known[0]), library.postings.same_text(draft)
    unchanged = same is not None and not (same == stored.id and _has_gone(stored))
    return None if unchanged or _names(stored) != _names(draft) else stored


def renew(library: Library, stored: StoredPosting, draft: Draft) -> Sequence[Difference]:
    """Puts the page's new state in place of the old one and returns what is worth telling of it."""
    changed = tuple(differences(stored.posting, draft.posting))
    library.postings.renew(stored.id, draft)
    library.page_changes.add(stored.id, changed, now=draft.received)
    library.catch_up()
    return changed


def farewell_of(page: Page, *, owner: int | None, now: datetime) -> Farewell | None:
    """What a page that is no posting says of one that stood there; None when it says nothing."""
    found = FIELDS["closed"](read_document(page.layer, received=now.date()))
    if not isinstance(found, Found) or found.value is not Closed.YES:
        return None
    return Farewell(" ".join(found.evidence[0].words.split()), owner, now)


def close(library: Library, source: str, farewell: Farewell) -> tuple[PostingId, Difference] | None:
    """Closes the posting whose page has gone, its last words kept below its text; None when there is none to close."""
    known = library.postings.of_source(source, farewell.owner) if _PLACE.fullmatch(source) else ()
    stored = library.postings.get(known[0]) if len(known) == 1 else None
    if stored is None or (stored.posting.closed is not None and stored.posting.closed.value is Closed.YES):
        return None
    layer, note = with_note(stored.page, farewell.words)
    evidence = Evidence.of(note.raw, Span(*note.span(0, len(note.text))), farewell.words)
    closed = Found[Closed](value=Closed.YES, evidence=(evidence,), rule=_RULE)
    changed = Difference(CLOSED, "", farewell.words)
    library.postings.correct(stored.id, layer, stored.posting.model_copy(update={"closed": closed}))
    library.page_changes.add(stored.id, (changed,), now=farewell.received)
    library.catch_up()
    return stored.id, changed


def _has_gone(stored: StoredPosting) -> bool:
    """Whether its page said goodbye; then the same text is news."""
    return stored.posting.closed is not None and stored.posting.closed.rule == _RULE


def _names(page: StoredPosting | Draft) -> tuple[str, ...]:
    posting = page.posting
    return tuple(fold(found.value) if found else "" for found in (posting.title, posting.company))
