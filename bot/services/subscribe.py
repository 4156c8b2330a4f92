"""How does a saved search come to be, change and end? Only its owner, or an administrator of its chat, gets here."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.errors import UserError
from bot.matching.read_order import read_order
from bot.model.preferences import Rhythm
from bot.model.query import Query
from bot.model.schedule import Schedule
from bot.model.subscription import NEVER, REPLAY_DAYS, Order, Replay, Standing, Subscription, SubscriptionId
from bot.model.viewer import PUBLIC, Viewer
from bot.search.read_query import read_query
from bot.services.library import Library

_SAMPLES = 3
# A search that finds more than this share of everything is a list of everything.
_TOO_BROAD, _FEW_POSTINGS = 0.5, 40
_MOST_PER_CHAT = 50


def viewer_of(order: Order) -> Viewer:
    """Who looks at a digest: the person of a private chat, or everybody in a group, which has a negative number."""
    return Viewer(order.chat) if order.chat > 0 else PUBLIC


def replay(library: Library, line: str, *, chat: int, owner: int, default: Schedule, now: datetime) -> Replay:
    """The order that a line makes, tried on what is stored; raises UserError with what is wrong with it."""
    ordered = read_order(line, default)
    query = _query(library, ordered.words)
    order = Order(query.reading, chat, owner, ordered.schedule)
    since = (now - timedelta(days=REPLAY_DAYS)).date()
    hits = library.index.newcomers(query, today=now.date(), since=since, viewer=viewer_of(order))
    stored = library.postings.count(viewer_of(order))
    if (
        stored >= _FEW_POSTINGS
        and library.index.count(query, today=now.date(), viewer=viewer_of(order)) > stored * _TOO_BROAD
    ):
        raise UserError(
            f"“{query.reading}” finds more than half of all postings; add a word, a place or what it should pay"
        )
    return Replay(
        order,
        query.described,
        len(hits),
        tuple(library.postings.get(posting) for posting in hits[:_SAMPLES]),
        tuple(_removed(library, query, since=since.toordinal(), now=now, viewer=viewer_of(order))),
    )


def _query(library: Library, words: str) -> Query:
    library.catch_up()
    query = read_query(words, library.index.vocabulary)
    if query.refused:
        raise UserError(query.refused)
    if not any(not constraint.excluded for constraint in query.constraints):
        raise UserError("Say what to look for, such as /subscribe rust london daily 8:00")
    return query


def _removed(library: Library, query: Query, *, since: int, now: datetime, viewer: Viewer) -> list[tuple[str, int]]:
    day = datetime.fromordinal(since).date()
    with_it = len(library.index.newcomers(query, today=now.date(), since=day, viewer=viewer))
    removed = []
    for constraint in query.constraints:
        if constraint.excluded:
            without = library.index.newcomers(query.without([constraint]), today=now.date(), since=day, viewer=viewer)
            removed.append((constraint.written, len(without) - with_it))
    return removed


def subscribe(library: Library, order: Order, *, now: datetime) -> Subscription:
    """Keeps the order from now on, without a backlog; the same order in the same chat is kept once."""
    known = library.subscriptions.of_chat(order.chat)
    same = next((each for each in known if (each.order.line, each.order.thread) == (order.line, order.thread)), None)
    if same is not None:
        return change(library, replace(same, order=order, standing=Standing.ACTIVE), now=now)
    if len(known) >= _MOST_PER_CHAT:
        raise UserError(
            f"This chat has {_MOST_PER_CHAT} subscriptions, which is the most; end one with /subscriptions first"
        )
    added = library.subscriptions.add(order, now=now, due=first_due(order, now), seen=library.postings.last())
    library.searches.put(added)
    return added


def change(library: Library, subscription: Subscription, *, now: datetime) -> Subscription:
    """Keeps a changed subscription; it is due anew, from now."""
    changed = replace(subscription, due=first_due(subscription.order, now), problem="")
    library.subscriptions.save(changed)
    library.searches.put(changed)
    return changed


def pause(library: Library, number: SubscriptionId, *, owner: int) -> Subscription:
    """Holds a subscription until it is resumed."""
    paused = replace(get_own(library, number, owner=owner), standing=Standing.PAUSED)
    library.subscriptions.save(paused)
    library.searches.put(paused)
    return paused


def resume(library: Library, number: SubscriptionId, *, owner: int, now: datetime) -> Subscription:
    """Lets a held subscription run from now on; what came meanwhile is not told."""
    held = get_own(library, number, owner=owner)
    return change(library, replace(held, standing=Standing.ACTIVE, seen=library.postings.last()), now=now)


def unsubscribe(library: Library, number: SubscriptionId, *, owner: int) -> Subscription:
    """Ends a subscription and returns what it was."""
    ended = get_own(library, number, owner=owner)
    library.subscriptions.remove(number)
    library.searches.remove(number)
    return ended


def end_all(library: Library, chat: int) -> int:
    """Ends what a chat is told and what its person ordered elsewhere; returns how many subscriptions that were."""
    ended = {each.id: each for each in (*library.subscriptions.of_chat(chat), *library.subscriptions.of_owner(chat))}
    for number in ended:
        library.subscriptions.remove(number)
        library.searches.remove(number)
    return len(ended)


def get_own(library: Library, number: SubscriptionId, *, owner: int) -> Subscription:
    """The subscription, if it is the owner's or the chat's in which it was asked for; raises UserError otherwise."""
    subscription = library.subscriptions.get(number)
    if owner not in (subscription.order.owner, subscription.order.chat):
        raise UserError("This subscription is somebody else's; only its owner can change it.")
    return subscription


def first_due(order: Order, now: datetime) -> datetime:
    """When an order that starts, or starts anew, is looked at first."""
    return NEVER if order.schedule.rhythm is Rhythm.AT_ONCE else order.schedule.next_due(now)
