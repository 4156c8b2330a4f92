"""What does the operator see of a message in the ledger? Where it goes, why, and how far it got; never what it says."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.outgoing import OutgoingId, Purpose, State
from bot.model.subscription import Standing, SubscriptionId


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message; times are aware, in UTC. `subscription` is the one whose digest it is, None for other messages.

    `deferred` while it waits for its time, for Telegram's leave, or for a chat that cannot be written to.
    """

    id: OutgoingId
    purpose: Purpose
    subscription: SubscriptionId | None
    chat: int
    thread: int | None
    state: State
    due: datetime
    queued: datetime
    ended: datetime | None
    attempts: int
    reason: str | None
    message: int | None
    deferred: bool


@dataclass(frozen=True, slots=True)
class Traffic:
    """All messages counted by purpose and state, subscriptions by standing, and how long the longest overdue waits."""

    messages: dict[tuple[Purpose, State], int]
    subscriptions: dict[Standing, int]
    overdue_seconds: float = 0.0
