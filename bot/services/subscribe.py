"""How does a saved search come to be, change and end? Only its owner, or an administrator of its chat, gets here."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.errors import UserError
from bot.matching.read_order import read_order
from bot.model.constraints.base import Constraint
from bot.model.constraints.days import Day
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
    return try_order(library, Order(ordered.words, chat, owner, ordered.schedule), now=now)


def try_order(library: Library, order: Order, *, now: datetime) -> Replay:
    """What an order would have told lately, its line made canonical; raises UserError when it cannot be told."""
    _refuse_over(order.schedule, now)
    query, today, viewer = _query(library, order, now), now.date(), viewer_of(order)
    since = today - timedelta(days=REPLAY_DAYS)
    hits = library.index.newcomers(query, today=today, since=since, viewer=viewer)
    _refuse_too_broad(library, query, today=today, viewer=viewer)
    return Replay(
        replace(order, line=query.reading),
        query.described,
        len(hits),
        tuple(library.postings.get(posting) for posting in hits[:_SAMPLES]),
        tuple(_removed(library, query, len(hits), since=since, today=today, viewer=viewer)),
        tuple((each.written, each.read) for each in query.corrections),
        query.unread,
    )


def _refuse_too_broad(library: Library, query: Query, *, today: date, viewer: Viewer) -> None:
    stored = library.postings.count(viewer)
    if stored < _FEW_POSTINGS or library.index.count(query, today=today, viewer=viewer) <= stored * _TOO_BROAD:
        return
    raise UserError(
        f"“{query.reading}” finds more than half of all postings; add a word, a place or what it should pay"
    )


def _refuse_over(schedule: Schedule, now: datetime) -> None:
    if schedule.is_over(now):
        raise UserError(f"“until {schedule.until}” lies in the past; give a later day, or say until further notice")


def _query(library: Library, order: Order, now: datetime) -> Query:
    library.catch_up()
    query = read_query(order.line, library.index.vocabulary(viewer_of(order)))
    if query.refused:
        raise UserError(query.refused)
    if not any(not constraint.excluded for constraint in query.constraints):
        raise UserError("Say what to look for, such as /subscribe rust london daily 8:00")
    past = next((each for each in query.constraints if _is_over(each, now.date())), None)
    if past is not None:
        raise UserError(f"“{past.written}” lies in the past, so no new posting can match; give a later date")
    return query


def _is_over(constraint: Constraint, today: date) -> bool:
    """Whether it asks for a deadline that has gone by, or a publication so long ago that nothing new states it."""
    day = constraint.criterion
    if not isinstance(day, Day) or day.day is None or not day.before:
        return False
    return day.day <= (today if day.key == "deadline" else today - timedelta(days=REPLAY_DAYS))


def _removed(
    library: Library, query: Query, found: int, *, since: date, today: date, viewer: Viewer
) -> Iterator[tuple[str, int]]:
    """How many hits more there would be without each exclusion."""
    for constraint in query.constraints:
        if constraint.excluded:
            rest = query.without([constraint])
            yield (
                constraint.written,
                len(library.index.newcomers(rest, today=today, since=since, viewer=viewer)) - found,
            )


def subscribe(library: Library, order: Order, *, now: datetime) -> Subscription:
    """Keeps the order from now on, without a backlog; the same order in the same chat is kept once."""
    same = same_search(library, order)
    if same is not None:
        # What came while it was held is not told.
        seen = same.seen if same.standing is Standing.ACTIVE else library.postings.last()
        return change(library, replace(same, order=order, standing=Standing.ACTIVE, seen=seen), now=now)
    if len(library.subscriptions.of_chat(order.chat)) >= _MOST_PER_CHAT:
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


def edit(library: Library, subscription: Subscription, order: Order, *, now: datetime) -> Subscription:
    """Puts another order in place of a subscription's; another search, or another chat, starts from now."""
    before = subscription.order
    twin = same_search(library, order)
    if twin is not None and twin.id != subscription.id:
        raise UserError(f"This search is subscribed there already, as number {twin.id}; nothing was changed")
    moved = (before.line, before.chat, before.thread) != (order.line, order.chat, order.thread)
    seen = library.postings.last() if moved else subscription.seen
    return change(library, replace(subscription, order=order, seen=seen), now=now)


def same_search(library: Library, order: Order) -> Subscription | None:
    """The subscription of the same search in the same place, or None."""
    known = library.subscriptions.of_chat(order.chat)
    return next((each for each in known if (each.order.line, each.order.thread) == (order.line, order.thread)), None)


def pause(library: Library, number: SubscriptionId, *, owner: int) -> Subscription:
    """Holds a subscription until it is resumed."""
    paused = replace(get_own(library, number, owner=owner), standing=Standing.PAUSED)
    library.subscriptions.save(paused)
    library.searches.put(paused)
    return paused


def resume(library: Library, number: SubscriptionId, *, owner: int, now: datetime) -> Subscription:
    """Lets a held subscription run from now on; what came meanwhile is not told."""
    held = get_own(library, number, owner=owner)
    _refuse_over(held.order.schedule, now)
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
