"""How do deliveries go, for who runs the bot? The ledger's last entries, and everything counted."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from bot.model.delivery import Delivery, Traffic
from bot.model.outgoing import Purpose, State
from bot.model.subscription import Standing
from bot.services.library import Library

_UNASKED = (Purpose.DIGEST, Purpose.ALERT, Purpose.NOTICE)


def last_deliveries(
    library: Library, *, states: Sequence[State], replies: bool, limit: int, now: datetime
) -> Sequence[Delivery]:
    """The last messages in these states, all states for none; with `replies` also what answered somebody."""
    purposes = tuple(Purpose) if replies else _UNASKED
    return library.ledger.deliveries(purposes=purposes, states=states or tuple(State), now=now, limit=limit)


def traffic(library: Library, *, now: datetime) -> Traffic:
    """Everything counted."""
    subscriptions = Counter(dict.fromkeys(Standing, 0))
    subscriptions.update(library.subscriptions.standings())
    due = library.subscriptions.next_due()
    overdue = max((now - due).total_seconds(), 0.0) if due is not None and due <= now else 0.0
    return Traffic(library.ledger.counts(), dict(subscriptions), overdue)
