"""Which updates are to be acted on? Each is stored first; one that was stored before is not acted on again."""

from collections.abc import Sequence

from bot.model.incoming import Incoming
from bot.services.library import Library


def keep_updates(library: Library, updates: Sequence[Incoming]) -> Sequence[Incoming]:
    """Stores the updates and returns the ones that are new."""
    return library.inbox.keep(updates)


def unfinished_updates(library: Library) -> Sequence[Incoming]:
    """The updates that were stored and not acted on, in order."""
    return library.inbox.waiting()


def finish_update(library: Library, number: int) -> None:
    """The update needs nothing more."""
    library.inbox.finish(number)


def next_update(library: Library) -> int:
    """The number from which updates are new; 0 when none was ever stored."""
    return library.inbox.next_number()
