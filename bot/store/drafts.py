"""Which orders are being looked at before they are saved? Kept for as long as their buttons are of use."""

from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlite_utils import Database

from bot.errors import UserError
from bot.model.draft import Draft, DraftId
from bot.model.schedule import Schedule
from bot.model.subscription import Order, SubscriptionId
from bot.store.database import guarded, transaction

_SCHEDULE = TypeAdapter(Schedule)
_SELECT = "select id, shown_in, line, schedule, chat, owner, thread, chat_title, replaces from drafts"
_GONE = "This is not open any more. /subscribe starts afresh, /subscriptions lists what there is."


class DraftStore:
    """Drafts in a table; each is only good in the chat where it is shown. Times are milliseconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, order: Order, *, shown_in: int, now: datetime, replaces: SubscriptionId | None = None) -> Draft:
        """Keeps a new draft."""
        with transaction(self._database):
            cursor = self._database.execute(
                "insert into drafts (shown_in, line, schedule, chat, owner, thread, chat_title, replaces, made)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [shown_in, *_values(order), replaces, round(now.timestamp() * 1000)],
            )
        return Draft(DraftId(int(cursor.lastrowid or 0)), shown_in, order, replaces)

    def save(self, draft: Draft) -> None:
        """Keeps a changed draft in place of what it was."""
        with transaction(self._database):
            self._database.execute(
                "update drafts set line = ?, schedule = ?, chat = ?, owner = ?, thread = ?, chat_title = ?"
                " where id = ?",
                [*_values(draft.order), draft.id],
            )

    def get(self, draft: DraftId, *, shown_in: int) -> Draft:
        """The draft with this number in this chat; raises UserError when there is none."""
        with guarded("the database"):
            row = self._database.execute(f"{_SELECT} where id = ? and shown_in = ?", [draft, shown_in]).fetchone()
        if row is None:
            raise UserError(_GONE)
        return _draft(row)

    def latest(self, *, shown_in: int, since: datetime) -> Draft | None:
        """The newest draft of this chat, None when it was made before `since` or there is none."""
        with guarded("the database"):
            row = self._database.execute(
                f"{_SELECT} where shown_in = ? and made >= ? order by id desc limit 1",
                [shown_in, round(since.timestamp() * 1000)],
            ).fetchone()
        return None if row is None else _draft(row)

    def remove(self, draft: DraftId) -> None:
        """Forgets a draft."""
        with transaction(self._database):
            self._database.execute("delete from drafts where id = ?", [draft])

    def move(self, old: int, new: int) -> None:
        """A group became a supergroup: its drafts go there."""
        with transaction(self._database):
            for column in ("shown_in", "chat"):
                self._database.execute(f"update drafts set {column} = ? where {column} = ?", [new, old])

    def forget_chat(self, chat: int) -> None:
        """Removes what a chat was shown and what its person was about to order."""
        with transaction(self._database):
            self._database.execute("delete from drafts where ? in (shown_in, owner)", [chat])

    def prune(self, *, before: int) -> None:
        """Removes the drafts made before a time."""
        with transaction(self._database):
            self._database.execute("delete from drafts where made < ?", [before])


def _values(order: Order) -> tuple[Any, ...]:
    schedule = _SCHEDULE.dump_json(order.schedule).decode()
    return (order.line, schedule, order.chat, order.owner, order.thread, order.chat_title)


def _draft(row: tuple[Any, ...]) -> Draft:
    number, shown_in, line, schedule, chat, owner, thread, title, replaces = row
    order = Order(line, chat, owner, _SCHEDULE.validate_json(schedule), thread, title)
    return Draft(DraftId(number), shown_in, order, None if replaces is None else SubscriptionId(replaces))
