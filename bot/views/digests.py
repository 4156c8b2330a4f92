"""How do subscriptions and their digests look? A message per digest, a line of course per subscription."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.model import wording
from bot.model.action import Action, Verb
from bot.model.digest import Digest
from bot.model.preferences import Rhythm
from bot.model.stored import StoredPosting
from bot.model.subscription import NEVER, Standing, Subscription
from bot.views.html import bold, code, escape, italic
from bot.views.reply import Button, Reply

_BUTTONS_A_ROW = 5
# Pressed on a digest, a button leaves the digest as it is.
_FROM_DIGEST = 1
_STANDINGS = {
    Standing.ACTIVE: "runs",
    Standing.PAUSED: "⏸ paused",
    Standing.UNREACHABLE: "⚠️ held: the chat cannot be written to",
}


def render_digest(digest: Digest) -> Reply:
    """The new hits, each with a button; the rest behind one more."""
    order, total = digest.subscription.order, len(digest.shown) + digest.more
    lines = [f"🔔 {bold(_counted(total, 'new posting'))} · {code(order.line)}"]
    if digest.late:
        lines.append(italic("later than planned: I was not running; this covers the gap"))
    for stored in digest.shown:
        lines += ["", *_entry(stored)]
    if digest.more:
        lines += ["", italic(f"+{digest.more} more")]
    opens = [Button(f"#{stored.id}", Action(Verb.CARD, int(stored.id))) for stored in digest.shown]
    rows = [tuple(opens[start : start + _BUTTONS_A_ROW]) for start in range(0, len(opens), _BUTTONS_A_ROW)]
    last = [Button("All hits", Action(Verb.FIND, digest.query))] if digest.more else []
    number = int(digest.subscription.id)
    return Reply("\n".join(lines), (*rows, (*last, Button("Pause", Action(Verb.PAUSE, number, _FROM_DIGEST)))))


def _entry(stored: StoredPosting) -> Iterator[str]:
    posting = stored.posting
    pay = f" · {wording.salary(posting.salary.value)}" if posting.salary else ""
    yield f"{bold(f'#{stored.id}')} {escape(stored.name)}"
    yield escape(wording.place(posting) + pay)


def render_subscriptions(subscriptions: Sequence[Subscription], *, now: datetime) -> Reply:
    """Every subscription with its course, and buttons to hold, resume and end it."""
    if not subscriptions:
        return Reply(
            "Nothing is subscribed yet. Try <code>/subscribe rust london daily 8:00 berlin</code>: "
            "new postings that fit are told then."
        )
    lines = [bold(_counted(len(subscriptions), "subscription"))]
    rows = []
    for subscription in subscriptions:
        lines += ["", *_course(subscription, now)]
        number, active = int(subscription.id), subscription.standing is Standing.ACTIVE
        turn = Button(f"Pause {number}", Action(Verb.PAUSE, number)) if active else None
        rows.append(
            (
                turn or Button(f"Resume {number}", Action(Verb.RESUME, number)),
                Button(f"End {number}", Action(Verb.END, number)),
            )
        )
    return Reply("\n".join(lines), tuple(rows[:20]))


def _course(subscription: Subscription, now: datetime) -> Iterator[str]:
    order = subscription.order
    yield f"{bold(str(subscription.id))} {code(order.line)}"
    yield escape(f"{order.schedule.described} · {_STANDINGS[subscription.standing]}")
    zone = ZoneInfo(order.schedule.zone)
    ran = f"{subscription.ran.astimezone(zone):%a %d %b %H:%M}" if subscription.ran else "not yet"
    yield f"last run {ran} · matched {subscription.matched} · told {subscription.sent}"
    if subscription.standing is Standing.ACTIVE:
        waits = order.schedule.rhythm is Rhythm.AT_ONCE and subscription.due >= NEVER
        yield (
            "next: when something new fits" if waits else f"next {subscription.due.astimezone(zone):%a %d %b %H:%M %Z}"
        )
    if subscription.problem:
        yield italic(subscription.problem)


def render_ended(subscription: Subscription) -> Reply:
    """The receipt of an ended subscription, with the line to order it again."""
    return Reply(
        f"Ended: {code(subscription.order.line)}\nTo have it back: {code('/subscribe ' + subscription.order.line)}"
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
