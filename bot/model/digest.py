"""What does a digest tell? New hits of one subscription, the best first, no company in front of all others."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.posting import PostingId
from bot.model.stored import StoredPosting
from bot.model.subscription import Subscription


@dataclass(frozen=True, slots=True)
class Digest:
    """The new hits of a subscription: those shown, in order, and how many there are beside them.

    `query` names the remembered line and `token` the same line in a link; the new hits are those behind the posting
    `seen_before`. `late` when it was due earlier than it was made, and covers what came since `since`. `closing` were
    told earlier and close soon, with more of them than are shown; `closed_since` were told earlier and are closed.
    """

    subscription: Subscription
    shown: tuple[StoredPosting, ...]
    more: int
    query: int
    late: bool = False
    closed_since: tuple[StoredPosting, ...] = ()
    closing: tuple[StoredPosting, ...] = ()
    closing_more: int = 0
    seen_before: PostingId | None = None
    since: datetime | None = None
    token: str = ""

    @property
    def personal(self) -> bool:
        """Whether one person reads it, in the private chat; a group or a channel has a negative number."""
        return self.subscription.order.chat > 0
