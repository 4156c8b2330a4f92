"""What is offered for an inline query? Public postings: one by its number, those that match, or the newest."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.errors import UserError
from bot.model.posting import PostingId
from bot.model.standing import Look, Standing
from bot.model.stored import StoredPosting
from bot.model.viewer import PUBLIC
from bot.services.browse_postings import browse
from bot.services.find_postings import find_best
from bot.services.library import Library

_NUMBER = re.compile(r"#(\d{1,9})")
_ORDER = re.compile(r"s([\w-]{16})")
_START = re.compile(r"p(\d{1,9})|q([\w-]{16})")


@dataclass(frozen=True, slots=True)
class Offer:
    """A slice of what is offered; `following` is the offset of the next slice, None behind the last.

    `token` names the line in a link when nothing is offered, "" otherwise.
    """

    looks: tuple[Look, ...]
    following: int | None
    token: str = ""


def offer(library: Library, line: str, *, offset: int, limit: int, person: int, now: datetime) -> Offer:
    """What is offered to a person for a line; a line that cannot be used gives nothing, and a link that says why."""
    try:
        postings, total = _chosen(library, line, offset=offset, limit=limit, now=now)
    except UserError:
        postings, total = (), 0
    if not postings and not offset:
        library.queries.save(line, chat=person)
        return Offer((), None, library.queries.token(line))
    following = offset + limit
    looks = tuple(Look(stored, Standing(today=now.date())) for stored in postings)
    return Offer(looks, following if following < total else None)


def _chosen(
    library: Library, line: str, *, offset: int, limit: int, now: datetime
) -> tuple[tuple[StoredPosting, ...], int]:
    number = _NUMBER.fullmatch(line.strip())
    if number:
        return (library.postings.get(PostingId(int(number[1])), PUBLIC),), 1
    if not line.strip():
        shelf = browse(library, viewer=PUBLIC, limit=limit, offset=offset)
        return shelf.postings, shelf.total
    return find_best(library, line, limit=limit, offset=offset, now=now, viewer=PUBLIC)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link into the private chat names: a posting, a query line, or nothing."""

    posting: PostingId | None = None
    line: str | None = None


def opened(library: Library, payload: str) -> Opened:
    """What the payload of a link means; raises UserError for a search that is not known."""
    found = _START.fullmatch(payload)
    if found is None:
        return Opened()
    if found[1]:
        return Opened(posting=PostingId(int(found[1])))
    line = library.queries.by_token(found[2])
    if line is None:
        raise UserError("This link leads to a search that I do not know. Please search again.")
    return Opened(line=line)


def shared_order(payload: str) -> str | None:
    """The token of a shared order, where the payload of a link names one; None otherwise."""
    found = _ORDER.fullmatch(payload)
    return found[1] if found else None
