"""What became of a text that was sent to be kept?"""

from dataclasses import dataclass
from enum import StrEnum

from bot.model.change import Difference
from bot.model.posting import PostingId


class ReceiptStatus(StrEnum):
    """What became of one text."""

    ADDED = "added"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one text: `id` is None exactly when it was refused, and then `reason` says why.

    `renewed` when it is a later state of a page that was known, `changed` what is worth telling of that.
    """

    source: str
    status: ReceiptStatus
    id: PostingId | None = None
    reason: str | None = None
    renewed: bool = False
    changed: tuple[Difference, ...] = ()
