"""Which searches are subscribed, by whom, and which of them are due? Times are milliseconds since 1970, UTC."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlite_utils import Database

from bot.errors import UserError
from bot.model.posting import PostingId
from bot.model.schedule import Schedule
from bot.model.subscription import Order, Standing, Subscription, SubscriptionId
from bot.store.database import guarded, transaction

_COLUMNS = (
    "id, line, chat, owner, schedule, thread, chat_title, standing, created, due, seen, ran, matched, sent, problem,"
    " told"
)
_SCHEDULE = TypeAdapter(Schedule)


class SubscriptionStore:
    """Subscriptions in a table; belongs to the database's thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, order: Order, *, now: datetime, due: datetime, seen: PostingId) -> Subscription:
        """Keeps an order that runs from now on; what is stored up to `seen` is not told."""
        with transaction(self._database):
            cursor = self._database.execute(
                "insert into subscriptions"
                " (line, chat, owner, schedule, thread, chat_title, standing, created, due, seen)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    *(order.line, order.chat, order.owner, _SCHEDULE.dump_json(order.schedule).decode()),
                    *(order.thread, order.chat_title, Standing.ACTIVE.value, _stamp(now), _stamp(due), seen),
                ],
            )
        return self.get(SubscriptionId(int(cursor.lastrowid or 0)))

    def save(self, subscription: Subscription) -> None:
        """Keeps a changed subscription in place of what was stored under its number."""
        order = subscription.order
        with transaction(self._database):
            self._database.execute(
                "update subscriptions set line = ?, chat = ?, owner = ?, schedule = ?, thread = ?, chat_title = ?,"
                " standing = ?, due = ?, seen = ?, ran = ?, matched = ?, sent = ?, problem = ?, told = ? where id = ?",
                [
                    *(order.line, order.chat, order.owner, _SCHEDULE.dump_json(order.schedule).decode()),
                    *(order.thread, order.chat_title, subscription.standing.value, _stamp(subscription.due)),
                    *(subscription.seen, _stamp(subscription.ran) if subscription.ran else None),
                    *(subscription.matched, subscription.sent, subscription.problem),
                    *(_stamp(subscription.told) if subscription.told else None, subscription.id),
                ],
            )

    def remove(self, subscription: SubscriptionId) -> None:
        """Forgets a subscription."""
        with transaction(self._database):
            self._database.execute("delete from subscriptions where id = ?", [subscription])

    def find(self, subscription: SubscriptionId) -> Subscription | None:
        """The subscription with this number, or None."""
        found = self._where("id = ?", subscription)
        return found[0] if found else None

    def get(self, subscription: SubscriptionId) -> Subscription:
        """The subscription with this number; raises UserError when there is none."""
        found = self.find(subscription)
        if found is None:
            raise UserError("This subscription does not exist any more. /subscriptions lists the ones there are.")
        return found

    def of_chat(self, chat: int) -> Sequence[Subscription]:
        """The subscriptions that a chat is told, by number."""
        return self._where("chat = ?", chat)

    def of_owner(self, owner: int) -> Sequence[Subscription]:
        """The subscriptions that a person ordered, by number."""
        return self._where("owner = ?", owner)

    def due(self, *, now: datetime, most: int | None = None) -> Sequence[Subscription]:
        """The active subscriptions that are due, the longest overdue first; `most` of them."""
        condition = "standing = 'active' and due <= ? order by due, id limit ?"
        return self._where(condition, _stamp(now), -1 if most is None else most)

    def all(self) -> Sequence[Subscription]:
        """Every subscription, by number."""
        return self._where("id > ?", 0)

    def watermark(self) -> PostingId:
        """The highest posting that the "at once" searches were matched against."""
        with guarded("the database"):
            return PostingId(int(self._database.execute("select posting from watermark").fetchone()[0]))

    def set_watermark(self, posting: PostingId) -> None:
        """Everything up to this posting is matched."""
        with transaction(self._database):
            self._database.execute("update watermark set posting = ?", [posting])

    def next_due(self) -> datetime | None:
        """When the next active subscription is due; None when there is none."""
        with guarded("the database"):
            row = self._database.execute("select min(due) from subscriptions where standing = 'active'").fetchone()
        return None if row[0] is None else _time(row[0])

    def standings(self) -> dict[Standing, int]:
        """How many subscriptions there are of each standing; one without any is left out."""
        with guarded("the database"):
            rows = self._database.execute("select standing, count(*) from subscriptions group by standing").fetchall()
        return {Standing(standing): number for standing, number in rows}

    def move_chat(self, old: int, new: int) -> None:
        """A group became a supergroup: its subscriptions go there."""
        with transaction(self._database):
            self._database.execute("update subscriptions set chat = ? where chat = ?", [new, old])

    def set_standing(self, chat: int, before: Standing, after: Standing, *, problem: str) -> None:
        """Turns the subscriptions of a chat that stand as `before`."""
        for subscription in self.of_chat(chat):
            if subscription.standing is before:
                self.save(replace(subscription, standing=after, problem=problem))

    def _where(self, condition: str, *values: Any) -> Sequence[Subscription]:
        order = "" if "order by" in condition else " order by id"
        with guarded("the database"):
            rows = self._database.execute(f"select {_COLUMNS} from subscriptions where {condition}{order}", values)
            return tuple(_subscription(row) for row in rows.fetchall())


def _subscription(row: tuple[Any, ...]) -> Subscription:
    number, line, chat, owner, schedule, thread, title, standing, created, due, seen, ran, *rest = row
    matched, sent, problem, told = rest
    return Subscription(
        SubscriptionId(number),
        Order(line, chat, owner, _SCHEDULE.validate_json(schedule), thread, title),
        Standing(standing),
        _time(created),
        _time(due),
        PostingId(seen),
        None if ran is None else _time(ran),
        matched,
        sent,
        problem,
        None if told is None else _time(told),
    )


def _stamp(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _time(stamp: int) -> datetime:
    return datetime.fromtimestamp(stamp / 1000, UTC)
