"""What became of messages, as the operator asks? Read only; `outbox` is what writes. Times are milliseconds."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from bot.model.delivery import Delivery
from bot.model.outgoing import OutgoingId, Purpose, State
from bot.model.subscription import SubscriptionId
from bot.store.database import guarded

_COLUMNS = "id, key, purpose, chat, thread, state, due, queued, ended, attempts, reason, message"


class Ledger:
    """The messages of the outbox with what became of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def deliveries(
        self, *, purposes: Collection[Purpose], states: Collection[State], now: datetime, limit: int
    ) -> Sequence[Delivery]:
        """The last messages of these purposes in these states, the latest first."""
        marks = [",".join("?" * len(each)) for each in (purposes, states)]
        with guarded("the database"):
            rows = self._database.execute(
                f"select {_COLUMNS} from outbox where purpose in ({marks[0]}) and state in ({marks[1]})"
                " order by id desc limit ?",
                [*(each.value for each in purposes), *(each.value for each in states), limit],
            ).fetchall()
        return tuple(_delivery(row, now) for row in rows)

    def counts(self) -> dict[tuple[Purpose, State], int]:
        """How many messages there are of each purpose in each state; without any, it is left out."""
        with guarded("the database"):
            rows = self._database.execute(
                "select purpose, state, count(*) from outbox group by purpose, state order by purpose, state"
            ).fetchall()
        return {(Purpose(purpose), State(state)): number for purpose, state, number in rows}


def _delivery(row: tuple[Any, ...], now: datetime) -> Delivery:
    number, key, purpose, chat, thread, state, due, queued, ended, attempts, reason, message = row
    # A message without a time of its own is due when it is queued.
    due_at = _time(max(due, queued))
    waits = state == State.QUEUED.value and (due_at > now or attempts > 0)
    return Delivery(
        OutgoingId(number),
        Purpose(purpose),
        _subscription(key) if purpose == Purpose.DIGEST.value else None,
        chat,
        thread,
        State(state),
        due_at,
        _time(queued),
        None if ended is None else _time(ended),
        attempts,
        reason,
        message,
        deferred=waits or state == State.PAUSED.value,
    )


def _subscription(key: str | None) -> SubscriptionId | None:
    """The subscription in the key of a digest's message, `number:due:place`."""
    number = (key or "").partition(":")[0]
    return SubscriptionId(int(number)) if number.isdecimal() else None


def _time(stamp: int) -> datetime:
    return datetime.fromtimestamp(stamp / 1000, UTC)
