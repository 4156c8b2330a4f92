"""What does a digest tell? New hits of one subscription, the best first, no company in front of all others."""

from dataclasses import dataclass

from bot.model.stored import StoredPosting
from bot.model.subscription import Subscription


@dataclass(frozen=True, slots=True)
class Digest:
    """The new hits of a subscription: those shown, in order, and how many there are beside them.

    `late_days` counts the runs that were missed while nothing ran, 0 when it came as planned; `query` names the
    remembered line for the button that shows the rest. `closing` are shown or earlier hits whose deadline is near.
    """

    subscription: Subscription
    shown: tuple[StoredPosting, ...]
    more: int
    query: int
    late: bool = False
    closed_since: tuple[StoredPosting, ...] = ()
