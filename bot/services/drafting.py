"""How is an order put together before it is saved? Written, turned, aimed at a chat, kept or dropped."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.errors import UserError
from bot.matching.read_order import read_order
from bot.model.draft import NIGHT, Draft, Drafted, DraftId, Turn
from bot.model.preferences import Rhythm
from bot.model.schedule import EVERY_DAY, WEEKDAYS, Schedule
from bot.model.subscription import Order, Replay, Subscription, SubscriptionId
from bot.services.library import Library
from bot.services.settings_of_chat import preferences_of
from bot.services.subscribe import edit, get_own, same_search, subscribe, try_order

_QUARTER, _HOUR, _DAY = 15, 60, 24 * 60
# For so long after a draft came up, times alone are about it, whether they answer its message or not.
_OPEN = timedelta(minutes=10)


def write(
    library: Library, line: str, *, chat: int, owner: int, now: datetime, thread: int | None = None, title: str = ""
) -> Drafted:
    """A draft of what a line orders for the chat in which it was typed."""
    ordered = read_order(line, Schedule.preferred(preferences_of(library, chat)))
    return _begun(library, Order(ordered.words, chat, owner, ordered.schedule, thread, title), shown_in=chat, now=now)


def rewrite(library: Library, number: SubscriptionId, line: str, *, chat: int, owner: int, now: datetime) -> Drafted:
    """A draft of a subscription with what a line says of it changed; an empty line changes nothing."""
    order = get_own(library, number, owner=owner).order
    ordered = read_order(line, order.schedule)
    changed = replace(order, line=ordered.words or order.line, schedule=ordered.schedule)
    return _begun(library, changed, shown_in=chat, now=now, replaces=number)


def receive(
    library: Library, token: str, *, chat: int, owner: int, now: datetime, thread: int | None = None, title: str = ""
) -> Drafted:
    """A draft of what somebody shared by a link, in the receiver's own time zone where that is known."""
    line = library.queries.by_token(token)
    if line is None:
        raise UserError("This link leads to a subscription that I do not know. Please ask for a new link.")
    ordered = read_order(line, Schedule())
    zone = preferences_of(library, chat).zone or ordered.schedule.zone
    order = Order(ordered.words, chat, owner, replace(ordered.schedule, zone=zone), thread, title)
    return replace(_begun(library, order, shown_in=chat, now=now), shared=True)


def link_of(library: Library, number: SubscriptionId, *, owner: int) -> tuple[Subscription, str]:
    """The subscription and the token by which others find its order; hours of rest are not passed on."""
    subscription = get_own(library, number, owner=owner)
    order = subscription.order
    line = replace(order, schedule=replace(order.schedule, quiet=None)).written
    library.queries.save(line, chat=owner)
    return subscription, library.queries.token(line)


def reword(library: Library, draft: DraftId, line: str, *, chat: int, now: datetime) -> Drafted:
    """The draft with what a line says of it changed."""
    found = library.drafts.get(draft, shown_in=chat)
    ordered = read_order(line, found.order.schedule)
    order = replace(found.order, line=ordered.words or found.order.line, schedule=ordered.schedule)
    return _kept(library, replace(found, order=order), now=now)


def retime(library: Library, line: str, *, chat: int, now: datetime) -> Drafted | None:
    """The draft that came up last, at the times of a line that holds nothing else; None when it is another line."""
    found = library.drafts.latest(shown_in=chat, since=now - _OPEN)
    if found is None:
        return None
    try:
        ordered = read_order(line, found.order.schedule)
    except UserError:
        # Words that look like a wrong time or place may be a search.
        return None
    if ordered.words or not ordered.said:
        return None
    return _kept(library, replace(found, order=replace(found.order, schedule=ordered.schedule)), now=now)


def turn(library: Library, draft: DraftId, which: Turn, day: int, *, chat: int, now: datetime) -> Drafted:
    """The draft with its schedule turned; `day` is the day of the week for DAY."""
    found = library.drafts.get(draft, shown_in=chat)
    schedule = _turned_day(found.order.schedule, day) if which is Turn.DAY else _TURNS[which](found.order.schedule)
    return _kept(library, replace(found, order=replace(found.order, schedule=schedule)), now=now)


def aim(library: Library, draft: DraftId, *, chat: int, target: int, title: str, now: datetime) -> Drafted:
    """The draft for another chat; whether that may be is the caller's to check."""
    found = library.drafts.get(draft, shown_in=chat)
    title = "" if target == chat else title
    return _kept(
        library, replace(found, order=replace(found.order, chat=target, chat_title=title, thread=None)), now=now
    )


def keep(library: Library, draft: DraftId, *, chat: int, now: datetime) -> Subscription:
    """Makes a draft a subscription, or the change of one."""
    found = library.drafts.get(draft, shown_in=chat)
    library.drafts.remove(draft)
    if found.replaces is None:
        return subscribe(library, found.order, now=now)
    return edit(library, get_own(library, found.replaces, owner=chat), found.order, now=now)


def drop(library: Library, draft: DraftId, *, chat: int) -> Draft:
    """Forgets a draft and returns what it was."""
    found = library.drafts.get(draft, shown_in=chat)
    library.drafts.remove(draft)
    return found


def target_of(library: Library, draft: DraftId, *, chat: int) -> Order:
    """What a draft orders, for whom; raises UserError when it is not there any more."""
    return library.drafts.get(draft, shown_in=chat).order


def _begun(
    library: Library, order: Order, *, shown_in: int, now: datetime, replaces: SubscriptionId | None = None
) -> Drafted:
    replay = try_order(library, order, now=now)
    draft = library.drafts.add(replay.order, shown_in=shown_in, now=now, replaces=replaces)
    return _shown(library, draft, replay)


def _kept(library: Library, draft: Draft, *, now: datetime) -> Drafted:
    replay = try_order(library, draft.order, now=now)
    kept = replace(draft, order=replay.order)
    library.drafts.save(kept)
    return _shown(library, kept, replay)


def _shown(library: Library, draft: Draft, replay: Replay) -> Drafted:
    return Drafted(draft, replay, known=None if draft.replaces else same_search(library, draft.order))


def _moved(schedule: Schedule, minutes: int) -> Schedule:
    later = (schedule.at.hour * _HOUR + schedule.at.minute + minutes) % _DAY
    return replace(schedule, at=time(later // _HOUR, later % _HOUR))


def _turned_day(schedule: Schedule, day: int) -> Schedule:
    """The day of the week on or off; the last one stays on."""
    days = set(schedule.days) ^ {day}
    return schedule.on_days(days or set(schedule.days))


_TURNS: dict[Turn, Callable[[Schedule], Schedule]] = {
    Turn.LOOK: lambda schedule: schedule,
    Turn.AT_ONCE: lambda schedule: replace(schedule, rhythm=Rhythm.AT_ONCE, days=EVERY_DAY),
    Turn.DAILY: lambda schedule: schedule.on_days(EVERY_DAY),
    Turn.WEEKDAYS: lambda schedule: schedule.on_days(WEEKDAYS),
    Turn.WEEKLY: lambda schedule: schedule.on_days((0,)),
    Turn.EARLIER: lambda schedule: _moved(schedule, -_HOUR),
    Turn.LATER: lambda schedule: _moved(schedule, _HOUR),
    Turn.SOONER: lambda schedule: _moved(schedule, -_QUARTER),
    Turn.LATELY: lambda schedule: _moved(schedule, _QUARTER),
    Turn.QUIET: lambda schedule: replace(schedule, quiet=None if schedule.quiet else NIGHT),
}
