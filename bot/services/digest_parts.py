"""What stands in a digest? New hits with a cap per company, what was told earlier and closes soon or is closed.

Nothing is kept per hit: what was told earlier are the hits that came between the subscription's start and its last
look, and each deadline falls into the window of one digest alone.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.model.change import CLOSED
from bot.model.constraints.base import Subject
from bot.model.constraints.days import Day, Open, stated_day
from bot.model.posting import PostingId
from bot.model.preferences import Rhythm
from bot.model.query import Query
from bot.model.standing import Mark
from bot.model.stored import StoredPosting
from bot.model.subscription import Subscription
from bot.model.vocabulary import Closed
from bot.search.read_query import read_query
from bot.search.vocabulary import Vocabulary
from bot.services.library import Library
from bot.services.subscribe import first_due, viewer_of

_SHOWN, _PER_COMPANY = 8, 2
# A deadline is told of so many days before the digest after this one comes.
_AHEAD = timedelta(days=2)


def new_hits(library: Library, subscription: Subscription, *, now: datetime, seen: PostingId) -> Sequence[PostingId]:
    """The hits behind the posting `seen`, best first; then earlier ones that their senders have shared since."""
    looked = subscription.ran or subscription.created
    query, viewer = query_of(subscription), viewer_of(subscription.order)
    hits = library.index.newcomers(query, today=now.date(), since=looked.date() - timedelta(days=1), viewer=viewer)
    hidden = _hidden(library, subscription)
    new = [posting for posting in hits if posting > seen and posting not in hidden]
    for shared in library.publications.since(looked):
        stored = library.postings.find(shared.posting) if shared.posting <= seen else None
        if stored is not None and shared.owner != subscription.order.chat and viewer.sees(stored.owner):
            new += [stored.id] if query.admits(Subject(stored, now.date())) else []
    return new


def query_of(subscription: Subscription) -> Query:
    """The search of a subscription."""
    # The line is canonical: its typos were corrected when it was saved.
    return read_query(subscription.order.line, Vocabulary())


def capped(library: Library, hits: Sequence[PostingId]) -> tuple[StoredPosting, ...]:
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


def closing_soon(
    library: Library, subscription: Subscription, now: datetime, *, beside: Collection[PostingId]
) -> tuple[StoredPosting, ...]:
    """What closes before the digest after the next one, soonest first: hits told earlier, each once, and those new ones
    that stand `beside` what is shown.
    """
    schedule = subscription.order.schedule
    if schedule.rhythm is Rhythm.AT_ONCE:
        return ()
    zone = ZoneInfo(schedule.zone)
    today = now.astimezone(zone).date()
    told_up_to = subscription.due.astimezone(zone).date() + _AHEAD
    last = first_due(subscription.order, now).astimezone(zone).date() + _AHEAD
    query, viewer = query_of(subscription), viewer_of(subscription.order)
    hits = library.index.closing(query, today=now.date(), first=today, last=last, viewer=viewer)
    hidden = _hidden(library, subscription)
    found = [library.postings.get(posting) for posting in hits if posting not in hidden]
    found = [stored for stored in found if not _is_closed(stored)]
    return _soonest_first(
        stored
        for stored in found
        if stored.id in beside or (_was_told(stored, subscription) and _deadline(stored) > told_up_to)
    )


def closed_since(library: Library, subscription: Subscription, now: datetime) -> tuple[StoredPosting, ...]:
    """What was told earlier and has closed since the last digest: its page says so, or its deadline is over."""
    if subscription.told is None:
        return ()
    zone = ZoneInfo(subscription.order.schedule.zone)
    first, last = subscription.told.astimezone(zone).date(), now.astimezone(zone).date() - timedelta(days=1)
    over = {stored.id: stored for stored in _with_deadline(library, subscription, first, last, now)}
    query = _whenever(query_of(subscription))
    for posting in library.page_changes.changed_since(CLOSED, subscription.told):
        stored = library.postings.find(posting)
        told = stored is not None and _was_told(stored, subscription) and _is_closed(stored)
        if stored is not None and told and query.admits(Subject(stored, now.date())):
            over[stored.id] = stored
    return tuple(over[posting] for posting in sorted(over.keys() - _hidden(library, subscription)))


def _with_deadline(
    library: Library, subscription: Subscription, first: date, last: date, now: datetime
) -> Sequence[StoredPosting]:
    """What was told earlier and has its deadline on these days, soonest first."""
    if first > last:
        return ()
    query, viewer = _whenever(query_of(subscription)), viewer_of(subscription.order)
    hits = library.index.closing(query, today=now.date(), first=first, last=last, viewer=viewer)
    found = (library.postings.get(posting) for posting in hits)
    return _soonest_first(stored for stored in found if _was_told(stored, subscription))


def _soonest_first(postings: Iterable[StoredPosting]) -> tuple[StoredPosting, ...]:
    return tuple(sorted(postings, key=lambda stored: (_deadline(stored), stored.id)))


def _deadline(stored: StoredPosting) -> date:
    return stated_day(stored, "deadline") or date.max


def _hidden(library: Library, subscription: Subscription) -> frozenset[PostingId]:
    """What the reader has hidden; in a group or a channel nothing is."""
    chat = subscription.order.chat
    return frozenset(library.marks.with_mark(chat, Mark.HIDDEN)) if chat > 0 else frozenset()


def _was_told(stored: StoredPosting, subscription: Subscription) -> bool:
    seen_by_reader = viewer_of(subscription.order).sees(stored.owner)
    return seen_by_reader and stored.id <= subscription.seen and stored.received >= subscription.created


def _is_closed(stored: StoredPosting) -> bool:
    return stored.posting.closed is not None and stored.posting.closed.value is Closed.YES


def _whenever(query: Query) -> Query:
    """The query without what it asks of days and of being open, which a hit that closes no longer meets."""
    return query.without([each for each in query.constraints if isinstance(each.criterion, Day | Open)])
