"""How is one update acted on exactly once? Its effects, its replies and the mark "done" are one transaction.

Killed before the commit, nothing has happened and the update is taken again at the next start; killed after it, the
replies stand in the outbox.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.model.outgoing import Outgoing
from bot.services.library import Library


def take_turn(
    library: Library, act: Callable[[Library], Sequence[Outgoing]], *, update: int | None, now: datetime
) -> None:
    """Runs `act`, queues the messages that it returns and marks the update, if there is one, as done."""

    def turn() -> None:
        library.outbox.queue(act(library), now=milliseconds(now))
        if update is not None:
            library.inbox.finish(update)

    library.run(turn)


def milliseconds(time: datetime) -> int:
    """The time as the store keeps it: milliseconds since 1970."""
    return round(time.timestamp() * 1000)
