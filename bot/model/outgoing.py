"""What is to be sent, where to, and how far did it get? A message on its way out, from queued to sent or given up.

Leaves out how it is sent (`handlers.sender`) and what it says: the payload is the view's reply in its stored form.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from bot.model.posting import PostingId

OutgoingId = NewType("OutgoingId", int)


class Purpose(StrEnum):
    """Why a message is sent."""

    REPLY = "reply"
    DIGEST = "digest"
    ALERT = "alert"
    NOTICE = "notice"


class State(StrEnum):
    """How far a message got; UNSURE means that it went out and no answer came, so it may have arrived."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNSURE = "unsure"
    PAUSED = "paused"  # the chat is gone or has blocked the bot: kept until it returns


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes: a chat and perhaps its topic, a message that it answers, or one that it replaces.

    `edits` is a message of the chat to be changed in place; `inline` one that was inserted in a chat we do not know,
    then `chat` is 0.
    """

    chat: int
    thread: int | None = None
    answers: int | None = None
    edits: int | None = None
    inline: str | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message that is to be sent; `key` is None, or names a message that may be queued once only.

    `due` is the earliest time to send it, in milliseconds since 1970. `about` is the posting that it shows, `draft`
    the order that it shows before it is saved, `asker` the person of a group whom it answers; they are looked up when
    somebody answers it or presses its buttons.
    """

    address: Address
    payload: str
    purpose: Purpose = Purpose.REPLY
    key: str | None = None
    due: int = 0
    about: int | None = None
    asker: int | None = None
    draft: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known of a message that was sent: the posting or draft that it shows, and the person whom it answers."""

    about: PostingId | None = None
    asker: int | None = None
    draft: int | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that went out to a chat; `time` is that of its answer."""

    chat: int
    time: int


@dataclass(frozen=True, slots=True)
class Queued:
    """A message of the outbox with its number; `attempts` counts how often it went out before."""

    id: OutgoingId
    message: Outgoing
    attempts: int = 0
