"""What is about to be subscribed? An order that somebody looks at and adjusts before it is saved."""

from dataclasses import dataclass
from datetime import time
from enum import IntEnum
from typing import NewType

from bot.model.schedule import Quiet
from bot.model.subscription import Order, Replay, Subscription, SubscriptionId

DraftId = NewType("DraftId", int)
# What the button for hours of rest sets.
NIGHT = Quiet(time(22), time(7))


class Turn(IntEnum):
    """What a button of a draft's schedule changes; the numbers stand in buttons and never change their meaning.

    DAY and the six numbers after it turn one day of the week on or off, Monday first.
    """

    LOOK = 0
    AT_ONCE = 1
    DAILY = 2
    WEEKDAYS = 3
    WEEKLY = 4
    EARLIER = 5
    LATER = 6
    SOONER = 7
    LATELY = 8
    QUIET = 9
    DAY = 10


@dataclass(frozen=True, slots=True)
class Draft:
    """An order that is shown in the chat `shown_in`; saved, it takes the place of the subscription `replaces`."""

    id: DraftId
    shown_in: int
    order: Order
    replaces: SubscriptionId | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft with what it would have told lately; `shared` when it came by a link from somebody else.

    `known` is the subscription of the same search in the same place, which a new order would take the place of.
    """

    draft: Draft
    replay: Replay
    shared: bool = False
    known: Subscription | None = None
