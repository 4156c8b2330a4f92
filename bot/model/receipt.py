"""What became of a text that was sent to be kept?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.change import Difference
from bot.model.posting import PostingId


class ReceiptStatus(StrEnum):
    """What became of one text."""

    ADDED = "added"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Farewell:
    """The words by which a page that holds no posting any more says so, whose it is, and when it was read."""

    words: str
    owner: int | None
    received: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one text: `id` is None exactly when it was refused, and then `reason` says why.

    `renewed` when it is a later state of a page that was known, `changed` what is worth telling of that. `farewell`
    stands on the refusal of a page that says that its posting is closed.
    """

    source: str
    status: ReceiptStatus
    id: PostingId | None = None
    reason: str | None = None
    renewed: bool = False
    changed: tuple[Difference, ...] = ()
    farewell: Farewell | None = None
