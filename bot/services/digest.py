"""What is due now, and what does each due subscription tell? Digest and next run are one transaction.

A digest is queued under a key of its subscription and its due time, so that it is queued once whatever happens. What
is not new is not told again: everything up to the posting `seen` has been looked at. After a pause of the whole
program the next run covers the gap once and says so.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from bot.errors import LeaseError, StoreError
from bot.model.digest import Digest
from bot.model.outgoing import Outgoing
from bot.model.posting import PostingId
from bot.model.preferences import Rhythm
from bot.model.stored import StoredPosting
from bot.model.subscription import NEVER, Standing, Subscription, SubscriptionId
from bot.services.digest_parts import capped, closed_since, closing_soon, new_hits
from bot.services.library import Library
from bot.services.subscribe import first_due, get_own, viewer_of
from bot.services.take_turn import milliseconds

_log = logging.getLogger(__name__)
_CLOSING_SHOWN, _LISTED = 4, 25
_LATE = timedelta(hours=1)
# New postings come in bursts; an "at once" message waits this long for the rest of its burst.
_GATHERING = timedelta(seconds=20)

Rendering = Callable[[Digest], Sequence[Outgoing]]


def run_due(library: Library, *, now: datetime, render: Rendering, most: int | None = None) -> int:
    """Queues the digest of what is due, the longest overdue first, and returns how many there were.

    A quiet run counts too. Looks at `most` of them and leaves the others due, so that nobody waits for all.
    """
    library.catch_up()
    _wake_at_once(library, now)
    due = library.subscriptions.due(now=now, most=most)
    try:
        library.run(partial(_run_together, library, due, now, render))
    except (StoreError, LeaseError):
        raise
    except Exception:  # noqa: BLE001 - one of them breaks; which one shows when each runs alone
        _run_apart(library, due, now, render)
    return len(due)


def _run_together(library: Library, due: Sequence[Subscription], now: datetime, render: Rendering) -> None:
    """One transaction for all, which costs as much as one for each would cost for one."""
    for subscription in due:
        _run(library, subscription, now, render)


def _run_apart(library: Library, due: Sequence[Subscription], now: datetime, render: Rendering) -> None:
    for subscription in due:
        try:
            library.run(partial(_run, library, subscription, now, render))
        except (StoreError, LeaseError):
            raise
        except Exception:  # noqa: BLE001 - one search that breaks must not keep all others from being told
            _log.exception("the digest of subscription %d could not be made", subscription.id)
            _put_off(library, subscription, now)


def _put_off(library: Library, subscription: Subscription, now: datetime) -> None:
    """Leaves what is new for the next run, and says so where its owner looks."""
    due = max(subscription.order.schedule.next_due(now), now + _LATE)
    library.subscriptions.save(replace(subscription, due=due, problem="the last digest could not be put together"))


def next_due(library: Library) -> datetime | None:
    """When something is due by itself; None when nothing is subscribed."""
    return library.subscriptions.next_due()


def _wake_at_once(library: Library, now: datetime) -> None:
    """Makes the "at once" searches due that a posting concerns which came, or became public, since the last look."""
    watermark, last = library.subscriptions.watermark(), library.postings.last()
    shared = library.publications.after(library.publications.last_woken())
    if watermark >= last and not shared:
        return

    def wake() -> None:
        for stored in library.postings.after(watermark):
            _wake(library, stored, now)
        for each in shared:
            published = library.postings.find(each.posting)
            if published is not None:
                _wake(library, published, now)
        library.subscriptions.set_watermark(last)
        library.publications.set_woken(shared[-1].number if shared else library.publications.last_woken())

    library.run(wake)


def _wake(library: Library, stored: StoredPosting, now: datetime) -> None:
    for number in library.searches.concerned(stored, now.date()):
        subscription = library.subscriptions.find(number)
        if subscription and subscription.due == NEVER and viewer_of(subscription.order).sees(stored.owner):
            due = subscription.order.schedule.past_quiet(now + _GATHERING)
            library.subscriptions.save(_ended(replace(subscription, due=due), at=due))


def _run(library: Library, subscription: Subscription, now: datetime, render: Rendering) -> None:
    new = new_hits(library, subscription, now=now, seen=subscription.seen)
    shown = capped(library, new)
    closing = closing_soon(library, subscription, now, beside=set(new) - {stored.id for stored in shown})
    tells = bool(new or closing)
    after = replace(
        subscription,
        due=first_due(subscription.order, now),
        seen=library.postings.last(),
        ran=now,
        told=now if tells else subscription.told,
        matched=subscription.matched + len(new),
        sent=subscription.sent + len(shown),
        problem="",
    )
    after = _ended(after, at=after.due)
    library.subscriptions.save(after)
    if not tells:
        return
    digest = replace(
        _digest(library, subscription, now, shown),
        subscription=after,
        shown=shown,
        more=len(new) - len(shown),
        closing=closing[:_CLOSING_SHOWN],
        closing_more=max(len(closing) - _CLOSING_SHOWN, 0),
    )
    key = f"{subscription.id}:{milliseconds(subscription.due)}"
    messages = [
        replace(message, key=f"{key}:{place}", due=milliseconds(subscription.order.schedule.past_quiet(now)))
        for place, message in enumerate(render(digest))
    ]
    library.outbox.queue(messages, now=milliseconds(now))


def _ended(subscription: Subscription, *, at: datetime) -> Subscription:
    """The subscription, held if its last day is over by then; it is kept so that its owner sees why it is silent."""
    schedule = subscription.order.schedule
    if at == NEVER or not schedule.is_over(at):
        return subscription
    problem = f"ordered until {schedule.until}; /change gives it a later day"
    return replace(subscription, standing=Standing.PAUSED, problem=problem)


def _digest(library: Library, subscription: Subscription, now: datetime, shown: Sequence[StoredPosting]) -> Digest:
    """What a digest tells beside its hits, of a subscription as it was before."""
    line, chat = subscription.order.line, subscription.order.chat
    return Digest(
        subscription,
        (),
        0,
        library.queries.save(line, chat=chat),
        late=now - _planned(library, subscription, shown) > _LATE,
        closed_since=closed_since(library, subscription, now),
        seen_before=subscription.seen,
        since=subscription.ran or subscription.created,
        token=library.queries.token(line),
    )


def _planned(library: Library, subscription: Subscription, shown: Sequence[StoredPosting]) -> datetime:
    """When a digest should have been made: at its time, or at once when the first of its postings came."""
    schedule = subscription.order.schedule
    if schedule.rhythm is not Rhythm.AT_ONCE:
        return subscription.due
    shared = {each.posting for each in library.publications.since(subscription.ran or subscription.created)}
    came = [stored.received for stored in shown if stored.id > subscription.seen and stored.id not in shared]
    return schedule.past_quiet(min(came) + _GATHERING) if came else subscription.due


def hits_behind(
    library: Library, number: SubscriptionId, seen: PostingId, *, chat: int, now: datetime
) -> tuple[Subscription, tuple[StoredPosting, ...], int]:
    """The hits that came behind a posting, best first: as many as fit into a message, and how many there are."""
    subscription = get_own(library, number, owner=chat)
    hits = new_hits(library, replace(subscription, ran=None), now=now, seen=seen)
    return subscription, tuple(library.postings.get(posting) for posting in hits[:_LISTED]), len(hits)
