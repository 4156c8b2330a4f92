"""What is done now and then? Old records of sent replies are cleared away."""

from datetime import datetime, timedelta

from bot.services.library import Library
from bot.services.take_turn import milliseconds

# So long an answer to a card still finds its posting.
_REMEMBERED = timedelta(days=60)
# A reply that could not be delivered for so long answers nothing any more.
_OF_USE = timedelta(days=2)


def clear_away(library: Library, *, now: datetime) -> None:
    """Removes what nobody will ask for any more."""
    library.drafts.prune(before=milliseconds(now - _REMEMBERED))
    library.outbox.prune(before=milliseconds(now - _REMEMBERED), stale=milliseconds(now - _OF_USE))
