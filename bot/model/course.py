"""How does a subscription go? What it has told, and what became of the messages on their way."""

from dataclasses import dataclass

from bot.model.subscription import Subscription


@dataclass(frozen=True, slots=True)
class Course:
    """A subscription with its messages: those that wait, and those that failed or were never confirmed."""

    subscription: Subscription
    waiting: int = 0
    failed: int = 0
    unsure: int = 0
