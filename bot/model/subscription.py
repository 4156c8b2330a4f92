"""What does somebody want to be told? A query line for a chat, in a rhythm, and how it has gone so far."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import NewType

from bot.model.posting import PostingId
from bot.model.schedule import Schedule
from bot.model.stored import StoredPosting

SubscriptionId = NewType("SubscriptionId", int)
# Of so many days a replay counts what a search would have found.
REPLAY_DAYS = 30
# When a search that is told at once has nothing to tell, nothing is due.
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


class Standing(StrEnum):
    """Whether a subscription runs; UNREACHABLE is paused by us because its chat cannot be written to."""

    ACTIVE = "active"
    PAUSED = "paused"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Order:
    """What is subscribed: the canonical line, the chat and topic that is told, and who ordered it and may change it."""

    line: str
    chat: int
    owner: int
    schedule: Schedule
    thread: int | None = None
    chat_title: str = ""

    @property
    def written(self) -> str:
        """The order as it is typed: the search and when to tell."""
        return f"{self.line} {self.schedule.written}"


@dataclass(frozen=True, slots=True)
class Subscription:
    """An order with its number and its course; times are aware, in UTC.

    Everything up to the posting `seen` has been looked at. `ran` is the last time anything was looked for, `told` the
    last time there was something to tell; `matched` and `sent` count postings; `problem` says why the last digest
    could not be told, "" when it could.
    """

    id: SubscriptionId
    order: Order
    standing: Standing
    created: datetime
    due: datetime
    seen: PostingId
    ran: datetime | None = None
    matched: int = 0
    sent: int = 0
    problem: str = ""
    told: datetime | None = None


@dataclass(frozen=True, slots=True)
class Replay:
    """What an order would have told in the last days: how many hits, some of them, and what each exclusion removed.

    `corrected` are the words that were read as others, `unread` those that were not used.
    """

    order: Order
    described: tuple[str, ...]
    hits: int
    samples: tuple[StoredPosting, ...]
    removed: tuple[tuple[str, int], ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def per_day(self) -> float:
        """Hits a day, on average."""
        return self.hits / REPLAY_DAYS
