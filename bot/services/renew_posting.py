"""Is a page one that was read before? Then its posting is renewed in place, and what changed is kept to be told.

A page is the same when it came from the same address or path, holds one posting as it did, and names the same title
and employer. In doubt it is another one: two of one are seen and put right, two made one are not.
"""

import re
from collections.abc import Sequence

from bot.model.change import Difference, differences
from bot.model.stored import StoredPosting
from bot.services.library import Library
from bot.store.postings import Draft
from bot.text.tokens import fold

# An address or a path; texts and files from a chat have neither, and files of one name are often different ones.
_PLACE = re.compile(r"\w+://\S+|.*/.*\.\w{2,5}")


def known_page(library: Library, draft: Draft) -> StoredPosting | None:
    """The posting whose page this draft is a later state of, or None."""
    if not _PLACE.fullmatch(draft.source) or library.postings.same_text(draft) is not None:
        return None
    known = library.postings.of_source(draft.source, draft.owner)
    if len(known) != 1:
        return None
    stored = library.postings.get(known[0])
    return stored if _names(stored) == _names(draft) else None


def renew(library: Library, stored: StoredPosting, draft: Draft) -> Sequence[Difference]:
    """Puts the page's new state in place of the old one and returns what is worth telling of it."""
    changed = tuple(differences(stored.posting, draft.posting))
    library.postings.renew(stored.id, draft)
    library.page_changes.add(stored.id, changed, now=draft.received)
    library.catch_up()
    return changed


def _names(page: StoredPosting | Draft) -> tuple[str, ...]:
    posting = page.posting
    return tuple(fold(found.value) if found else "" for found in (posting.title, posting.company))
