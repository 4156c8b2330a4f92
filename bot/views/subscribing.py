"""What does somebody see before and after a search is saved? What it would have found, and when it tells."""

from bot.model.subscription import REPLAY_DAYS, Replay, Subscription
from bot.views.html import bold, code, escape, italic
from bot.views.reply import Reply


def render_subscribed(subscription: Subscription, replay: Replay) -> Reply:
    """The receipt: how the line was read, when it tells, and a replay over what is stored."""
    order = subscription.order
    lines = [
        f"🔔 {bold('Subscribed')}: {code(order.line)}",
        escape(f"When: {order.schedule.described}"),
        "",
        f"The last {REPLAY_DAYS} days held {replay.hits} {'hit' if replay.hits == 1 else 'hits'}"
        + (f", about {replay.per_day:.1f} a day" if replay.hits else "")
        + ". It starts from now.",
    ]
    lines += [f"• {bold(f'#{stored.id}')} {escape(stored.name)}" for stored in replay.samples]
    lines += [italic(f"{written} removed {count}") for written, count in replay.removed if count]
    lines += ["", "/subscriptions shows how it goes, and ends it."]
    return Reply("\n".join(lines))
