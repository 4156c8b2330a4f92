"""Who saved a posting whose page has changed? Each of them is told once, with the words then and now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import groupby

from bot.model.change import Change, Difference
from bot.model.outgoing import Outgoing
from bot.model.standing import Mark
from bot.model.stored import StoredPosting
from bot.model.viewer import Viewer
from bot.services.library import Library
from bot.services.take_turn import milliseconds


@dataclass(frozen=True, slots=True)
class News:
    """What one person is told of one posting that they saved."""

    person: int
    stored: StoredPosting
    differences: tuple[Difference, ...]


Rendering = Callable[[News], Sequence[Outgoing]]


def tell_changes(library: Library, *, now: datetime, render: Rendering) -> int:
    """Queues the news of every change that nobody was told of yet, and returns how many messages that were."""
    untold = library.page_changes.untold()
    return library.run(partial(_tell_all, library, untold, now, render)) if untold else 0


def _tell_all(library: Library, untold: Sequence[Change], now: datetime, render: Rendering) -> int:
    told = 0
    by_posting = sorted(untold, key=lambda change: (change.posting, change.id))
    for posting, changes in groupby(by_posting, key=lambda change: change.posting):
        stored = library.postings.find(posting)
        told += 0 if stored is None else _tell(library, stored, tuple(changes), now=now, render=render)
    library.page_changes.mark_told(change.id for change in untold)
    return told


def _tell(
    library: Library, stored: StoredPosting, changes: Sequence[Change], *, now: datetime, render: Rendering
) -> int:
    people = [person for person in library.marks.people(stored.id, Mark.SAVED) if Viewer(person).sees(stored.owner)]
    for person in people:
        news = News(person, stored, _merged(changes))
        messages = [
            replace(message, key=f"change {changes[-1].id}:{person}:{place}")
            for place, message in enumerate(render(news))
        ]
        library.outbox.queue(messages, now=milliseconds(now))
    return len(people)


def _merged(changes: Sequence[Change]) -> tuple[Difference, ...]:
    """One difference per field, from its first words to its last; what changed back is none."""
    fields: dict[str, Difference] = {}
    for change in changes:
        later = change.difference
        first = fields.get(later.field, later)
        fields[later.field] = replace(later, before=first.before)
    return tuple(each for each in fields.values() if each.before != each.after)
