"""What does somebody see before a search is saved? How it was read, what it would have told, when and where."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.model.action import Action, Verb
from bot.model.draft import Draft, Drafted, Turn
from bot.model.preferences import Rhythm
from bot.model.schedule import DAY_NAMES, EVERY_DAY, WEEKDAYS, Schedule
from bot.model.subscription import REPLAY_DAYS, Replay, Subscription
from bot.views.html import bold, code, escape, italic
from bot.views.reply import Button, Pick, Reply

_KEYS = frozenset(":<>=")
_WEEK, _MOST_A_WEEK = 7, 1.0
_UTC = "UTC"


def render_draft(drafted: Drafted) -> Reply:
    """An order before it is saved, with a replay over what is stored and the buttons to adjust it."""
    draft, replay = drafted.draft, drafted.replay
    lines = [
        _title(drafted),
        code(draft.order.line),
        *_reading(replay),
        "",
        *_when(draft),
        *_known(drafted),
        "",
        *_replayed(replay),
    ]
    return Reply("\n".join([*lines, "", *_by_hand(draft)]), _buttons(draft), draft=int(draft.id))


def _title(drafted: Drafted) -> str:
    if drafted.draft.replaces is not None:
        return f"🔔 {bold(f'Change subscription {drafted.draft.replaces}')} – not saved yet"
    shared = "Somebody shared a subscription with you" if drafted.shared else "New subscription"
    return f"🔔 {bold(shared)} – not saved yet"


def _reading(replay: Replay) -> Iterator[str]:
    if _KEYS & set(replay.order.line):
        yield italic("that is: " + " · ".join(replay.described))
    for written, read in replay.corrected:
        yield italic(f"read “{written}” as “{read}”; +{written} keeps it as typed")
    if replay.unread:
        yield italic("not used: " + ", ".join(replay.unread))


def _when(draft: Draft) -> Iterator[str]:
    order = draft.order
    yield f"When: {escape(order.schedule.described)}"
    if order.chat_title:
        yield f"Where: {escape(order.chat_title)}"
    if order.schedule.zone == _UTC and order.schedule.rhythm is not Rhythm.AT_ONCE:
        yield italic("I do not know your time zone yet: /settings Berlin sets it by a city.")


def _known(drafted: Drafted) -> Iterator[str]:
    """That the search is subscribed already: saving it changes that one."""
    if drafted.known is not None:
        known = drafted.known
        yield italic(
            f"Subscription {known.id} is this search already, {known.order.schedule.described}; this changes it."
        )


def _replayed(replay: Replay) -> Iterator[str]:
    hits = f"{replay.hits} {'hit' if replay.hits == 1 else 'hits'}"
    if not replay.hits:
        yield f"The last {REPLAY_DAYS} days held no hit. It starts from now."
    else:
        yield f"The last {REPLAY_DAYS} days held {hits}{_pace(replay)}. It starts from now."
    yield from (f"• {bold(f'#{stored.id}')} {escape(stored.name)}" for stored in replay.samples)
    for written, count in replay.removed:
        yield italic(f"{written} removed {count}")


def _pace(replay: Replay) -> str:
    """How often that is, where a figure says more than the hits themselves."""
    if replay.per_day >= _MOST_A_WEEK:
        return f", about {replay.per_day:.1f} a day"
    a_week = round(replay.per_day * _WEEK)
    return f", about {a_week} a week" if a_week > 1 else ""


def _by_hand(draft: Draft) -> Iterator[str]:
    command = f"/change {draft.replaces}" if draft.replaces else "/subscribe"
    answer = "Answer this message with other words or times, or send" if draft.shown_in > 0 else "Other words or times:"
    yield f"{answer} {code(f'{command} {draft.order.written}')}"


def _buttons(draft: Draft) -> tuple[tuple[Button, ...], ...]:
    new, number = draft.replaces is None, int(draft.id)
    first = (
        Button("✓ Subscribe" if new else "✓ Save", Action(Verb.DRAFT_KEEP, number)),
        Button("Cancel" if new else "Leave as it was", Action(Verb.DRAFT_DROP, number)),
    )
    second = [Button("When…", Action(Verb.DRAFT_WHEN, number, Turn.LOOK))]
    if draft.shown_in > 0:
        second.append(Button("Where…", Action(Verb.DRAFT_WHERE, number)))
    return first, tuple(second)


def render_when(draft: Draft, *, now: datetime) -> Reply:
    """The schedule of a draft with a button for each turn of it."""
    schedule = draft.order.schedule
    local = now.astimezone(ZoneInfo(schedule.zone))
    lines = [f"{bold('When?')} {code(draft.order.line)}", "", escape(schedule.described)]
    if schedule.rhythm is not Rhythm.AT_ONCE:
        due = schedule.next_due(now).astimezone(ZoneInfo(schedule.zone))
        lines.append(f"It is {local:%H:%M} there now; the first one comes {due:%a %d %b %H:%M}.")
    name = f"/change {draft.replaces}" if draft.replaces else f"/subscribe {escape(draft.order.line)}"
    lines += ["", f"Any time, days and city: {code(f'{name} mon,thu 18:30 berlin')}"]
    return Reply("\n".join(lines), tuple(_turns(draft)), draft=int(draft.id))


def _turns(draft: Draft) -> Iterator[tuple[Button, ...]]:
    schedule = draft.order.schedule
    yield tuple(_turn(draft, turn, label, on=on) for turn, label, on in _rhythms(schedule))
    if schedule.rhythm is Rhythm.WEEKLY:
        days = [_turn(draft, Turn.DAY, name, day, on=day in schedule.days) for day, name in enumerate(DAY_NAMES)]
        yield tuple(days[:4])
        yield tuple(days[4:])
    if schedule.rhythm is not Rhythm.AT_ONCE:
        steps = ((Turn.EARLIER, "−1 h"), (Turn.SOONER, "−15 min"), (Turn.LATELY, "+15 min"), (Turn.LATER, "+1 h"))
        yield tuple(_turn(draft, turn, label) for turn, label in steps)
    yield (_turn(draft, Turn.QUIET, _quiet(schedule), on=schedule.quiet is not None),)
    yield (Button("‹ Done", Action(Verb.DRAFT, int(draft.id))),)


def _rhythms(schedule: Schedule) -> Sequence[tuple[Turn, str, bool]]:
    at_once = schedule.rhythm is Rhythm.AT_ONCE
    daily, workdays = schedule.days == EVERY_DAY, schedule.days == WEEKDAYS
    return (
        (Turn.AT_ONCE, "At once", at_once),
        (Turn.DAILY, "Daily", not at_once and daily),
        (Turn.WEEKDAYS, "Weekdays", not at_once and workdays),
        (Turn.WEEKLY, "Weekly", not at_once and not daily and not workdays),
    )


def _quiet(schedule: Schedule) -> str:
    return f"🌙 Quiet {schedule.quiet.described}" if schedule.quiet else "🌙 Quiet at night"


def _turn(draft: Draft, turn: Turn, label: str, day: int = 0, *, on: bool = False) -> Button:
    return Button(f"{'✓ ' if on else ''}{label}", Action(Verb.DRAFT_WHEN, int(draft.id), turn + day))


def render_where(draft: Draft) -> Reply:
    """The question for which chat an order is, with the keys by which Telegram lets one be picked."""
    number = int(draft.id)
    return Reply(
        f"Where shall {code(draft.order.line)} be told? Pick a channel or a group below. You need to be an"
        " administrator there, and I need to be in it, in a channel with the right to post. /cancel leaves it.",
        picks=(Pick("A channel", 2 * number + 1, channel=True), Pick("A group", 2 * number, channel=False)),
    )


def draft_picked_for(request: int) -> int:
    """The number of the draft for which a chat was picked.

    >>> draft_picked_for(15)
    7
    """
    return request // 2


def render_picked(title: str) -> Reply:
    """The receipt of a picked chat; its keys go away."""
    return Reply(f"Picked: {bold(title)}.", unpicks=True)


def render_refused_pick(reason: str) -> Reply:
    """Why a picked chat cannot be told anything; the keys go away."""
    return Reply(escape(reason), unpicks=True)


def render_kept_draft(subscription: Subscription, *, now: datetime) -> Reply:
    """The receipt of a saved order."""
    order, number = subscription.order, int(subscription.id)
    lines = [f"✅ {bold(f'Subscribed, number {number}')}: {code(order.line)}", escape(order.schedule.described)]
    if order.chat_title:
        lines.append(f"in {escape(order.chat_title)}")
    if order.schedule.rhythm is Rhythm.AT_ONCE:
        lines.append("You hear of it as soon as something new fits.")
    else:
        due = order.schedule.next_due(now).astimezone(ZoneInfo(order.schedule.zone))
        lines.append(f"The first one comes {due:%a %d %b %H:%M}, if there is something new.")
    buttons = (
        Button("Edit", Action(Verb.EDIT, number)),
        Button("Share", Action(Verb.LINK, number)),
        Button("All subscriptions", Action(Verb.SUBSCRIPTIONS)),
    )
    return Reply("\n".join(lines), (buttons,))


def render_dropped(draft: Draft) -> Reply:
    """The receipt of an order that was not saved."""
    if draft.replaces is not None:
        return Reply(f"Left as it was. /subscriptions shows number {draft.replaces}.")
    return Reply(f"Not subscribed: {code(draft.order.line)}")


def render_link(subscription: Subscription, token: str) -> Reply:
    """The link by which others find an order; they see its replay and save it for themselves."""
    order = subscription.order
    return Reply(
        f"🔗 {bold('Share')} {code(order.line)}\n\nWhoever opens the link sees what the search would have told lately,"
        " and saves it for themselves or for a group, in their own time zone. They do not see who shared it, and"
        " nothing of yours changes.",
        (
            (Button("Send to somebody", share=token),),
            (Button("Open the link", start=f"s{token}"), Button("Into a group", group=f"s{token}")),
            (Button("‹ Back", Action(Verb.SUBSCRIPTIONS)),),
        ),
    )
