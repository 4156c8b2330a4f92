"""How do somebody's subscriptions look? A few lines of course for each, in the reader's own time, and buttons."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.model.action import Action, Verb
from bot.model.course import Course
from bot.model.draft import Draft
from bot.model.preferences import Rhythm
from bot.model.subscription import NEVER, Standing, Subscription
from bot.views.html import bold, code, escape, italic
from bot.views.reply import Button, Reply

_PAGE = 6
_STANDINGS = {
    Standing.ACTIVE: "▶ runs",
    Standing.PAUSED: "⏸ paused",
    Standing.UNREACHABLE: "⚠️ held: the chat cannot be written to",
}


def render_subscriptions(courses: Sequence[Course], *, zone: str | None, chat: int, offset: int = 0) -> Reply:
    """The subscriptions that may be looked after in a chat; times in the reader's `zone`, else in each one's own."""
    if not courses:
        return Reply(
            "Nothing is subscribed yet. Try <code>/subscribe rust london daily 8:00 berlin</code>: "
            "you see first what it would have told, and then new postings that fit are told."
        )
    shown = courses[offset : offset + _PAGE] or courses[:_PAGE]
    counted = f"{len(courses)} subscription{'' if len(courses) == 1 else 's'}"
    lines = [bold(counted)]
    for each in shown:
        lines += ["", *_course(each, zone, chat)]
    rows = [_row(each.subscription) for each in shown]
    return Reply("\n".join(lines), (*rows, *_pages(len(courses), offset)))


def _row(subscription: Subscription) -> tuple[Button, ...]:
    number = int(subscription.id)
    held = subscription.standing is not Standing.ACTIVE
    turn = (f"Resume {number}", Verb.RESUME) if held else (f"Pause {number}", Verb.PAUSE)
    entries = (turn, (f"Edit {number}", Verb.EDIT), (f"Share {number}", Verb.LINK), (f"End {number}", Verb.END))
    return tuple(Button(label, Action(verb, number)) for label, verb in entries)


def _pages(total: int, offset: int) -> Iterator[tuple[Button, ...]]:
    row = []
    if offset > 0:
        row.append(Button("‹ Back", Action(Verb.SUBSCRIPTIONS, 0, max(0, offset - _PAGE))))
    if offset + _PAGE < total:
        row.append(Button("More ›", Action(Verb.SUBSCRIPTIONS, 0, offset + _PAGE)))
    if row:
        yield tuple(row)


def _course(course: Course, zone: str | None, chat: int) -> Iterator[str]:
    subscription = course.subscription
    order = subscription.order
    clock = ZoneInfo(zone or order.schedule.zone)
    elsewhere = f" → {escape(order.chat_title or 'another chat')}" if order.chat != chat else ""
    yield f"{bold(str(subscription.id))} {code(order.line)}{elsewhere}"
    yield escape(f"{order.schedule.described} · {_STANDINGS[subscription.standing]}")
    yield f"last run {_time(subscription.ran, clock)} · next {_next(subscription, clock)}"
    yield f"matched {subscription.matched} · told {subscription.sent} · deferred {course.waiting}"
    if course.failed or course.unsure:
        yield italic(f"{course.failed} refused by Telegram, {course.unsure} sent without an answer")
    if subscription.problem:
        yield italic(subscription.problem)


def _next(subscription: Subscription, clock: ZoneInfo) -> str:
    if subscription.standing is not Standing.ACTIVE:
        return "none"
    if subscription.order.schedule.rhythm is Rhythm.AT_ONCE and subscription.due >= NEVER:
        return "when something new fits"
    return _time(subscription.due, clock)


def _time(moment: datetime | None, clock: ZoneInfo) -> str:
    return f"{moment.astimezone(clock):%a %d %b %H:%M}" if moment else "not yet"


def render_ended(subscription: Subscription, draft: Draft) -> Reply:
    """The receipt of an ended subscription, with a button to have it back; `draft` is the same order."""
    return Reply(
        f"Ended: {code(subscription.order.line)}\nIt told {subscription.sent} of {subscription.matched} hits.",
        (
            (
                Button("Have it back", Action(Verb.DRAFT_KEEP, int(draft.id))),
                Button("All subscriptions", Action(Verb.SUBSCRIPTIONS)),
            ),
        ),
    )
