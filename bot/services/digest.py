"""What is due now, and what does each due subscription tell? One transaction per subscription: digest and next run.

A digest is queued under a key of its subscription and its due time, so that it is queued once whatever happens. What
is not new is not told again: everything up to the posting `seen` has been looked at. After a pause of the whole
program the next run covers the gap once and says so.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from bot.model.digest import Digest
from bot.model.outgoing import Outgoing
from bot.model.posting import PostingId
from bot.model.preferences import Rhythm
from bot.model.stored import StoredPosting
from bot.model.subscription import NEVER, Subscription
from bot.search.read_query import read_query
from bot.services.library import Library
from bot.services.subscribe import first_due, viewer_of
from bot.services.take_turn import milliseconds

_SHOWN, _PER_COMPANY = 8, 2
_LATE = timedelta(hours=1)
# New postings come in bursts; an "at once" message waits this long for the rest of its burst.
_GATHERING = timedelta(seconds=20)

Rendering = Callable[[Digest], Sequence[Outgoing]]


def run_due(library: Library, *, now: datetime, render: Rendering) -> int:
    """Queues the digest of everything that is due, and returns how many there were; a quiet run counts too."""
    library.catch_up()
    _wake_at_once(library, now)
    due = library.subscriptions.due(now=now)
    for subscription in due:
        library.run(partial(_run, library, subscription, now, render))
    return len(due)


def next_due(library: Library) -> datetime | None:
    """When something is due by itself; None when nothing is subscribed."""
    return library.subscriptions.next_due()


def _wake_at_once(library: Library, now: datetime) -> None:
    """Makes the "at once" searches due that a posting concerns which came since the last look."""
    watermark, last = library.subscriptions.watermark(), library.postings.last()
    if watermark >= last:
        return

    def wake() -> None:
        for stored in library.postings.after(watermark):
            for number in library.searches.concerned(stored, now.date()):
                subscription = library.subscriptions.find(number)
                if subscription and subscription.due == NEVER and viewer_of(subscription.order).sees(stored.owner):
                    due = subscription.order.schedule.past_quiet(now + _GATHERING)
                    library.subscriptions.save(replace(subscription, due=due))
        library.subscriptions.set_watermark(last)

    library.run(wake)


def _run(library: Library, subscription: Subscription, now: datetime, render: Rendering) -> None:
    new = _new_hits(library, subscription, now)
    shown = _capped(library, new)
    after = replace(
        subscription,
        due=first_due(subscription.order, now),
        seen=library.postings.last(),
        ran=now,
        matched=subscription.matched + len(new),
        sent=subscription.sent + len(shown),
    )
    library.subscriptions.save(after)
    if not new:
        return
    number = library.queries.save(subscription.order.line, chat=subscription.order.chat)
    late = subscription.order.schedule.rhythm is not Rhythm.AT_ONCE and now - subscription.due > _LATE
    digest = Digest(after, shown, len(new) - len(shown), number, late)
    key = f"{subscription.id}:{milliseconds(subscription.due)}"
    messages = [
        replace(message, key=f"{key}:{place}", due=milliseconds(subscription.order.schedule.past_quiet(now)))
        for place, message in enumerate(render(digest))
    ]
    library.outbox.queue(messages, now=milliseconds(now))


def _new_hits(library: Library, subscription: Subscription, now: datetime) -> Sequence[PostingId]:
    """The hits that came since the last look, best first."""
    since = (subscription.ran or subscription.created).date() - timedelta(days=1)
    query = read_query(subscription.order.line, library.index.vocabulary)
    viewer = viewer_of(subscription.order)
    hits = library.index.newcomers(query, today=now.date(), since=since, viewer=viewer)
    return [posting for posting in hits if posting > subscription.seen]


def _capped(library: Library, hits: Sequence[PostingId]) -> tuple[StoredPosting, ...]:
    """The first hits, no more than a few of one company."""
    shown: list[StoredPosting] = []
    companies: Counter[str] = Counter()
    for posting in hits:
        stored = library.postings.get(posting)
        company = stored.posting.company.value.casefold() if stored.posting.company else f"#{stored.id}"
        companies[company] += 1
        if companies[company] <= _PER_COMPANY:
            shown.append(stored)
        if len(shown) == _SHOWN:
            break
    return tuple(shown)
