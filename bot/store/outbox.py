"""Which messages are on their way out, and what became of them? A row is marked before the bytes go out and after.

    queued -> sending -> sent
                      -> queued again (told to wait), failed (refused), unsure (no answer), paused (chat gone)

A row on the wire bears the epoch of the leader that sends it. When that one has ended, it is queued once more, so a
message is never lost and at most that one may arrive twice. Payloads of replies are emptied once they are sent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import Any

from sqlite_utils import Database

from bot.model.outgoing import Address, Outgoing, OutgoingId, Purpose, Queued, Sent, Shown, State
from bot.store.database import guarded, transaction

_COLUMNS = "id, key, purpose, chat, thread, answers, edits, inline, payload, due, about, asker, draft, attempts"


class Outbox:
    """The messages to send, in the order in which they were queued; times are milliseconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def queue(self, messages: Iterable[Outgoing], *, now: int) -> None:
        """Adds the messages in order; one whose key was queued before is left out."""
        with transaction(self._database):
            for message in messages:
                self._database.execute(
                    "insert or ignore into outbox"
                    " (key, purpose, chat, thread, answers, edits, inline, payload, state, due, queued, about, asker,"
                    " draft, attempts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                    [
                        *(message.key, message.purpose.value, *astuple(message.address)),
                        *(message.payload, State.QUEUED.value, message.due, now, message.about, message.asker),
                        message.draft,
                    ],
                )

    def waiting(self, *, after: int = 0) -> Sequence[Queued]:
        """The queued messages with a number above `after`, in the order of their numbers."""
        with guarded("the database"):
            rows = self._database.execute(
                f"select {_COLUMNS} from outbox where state = ? and id > ? order by id", [State.QUEUED.value, after]
            ).fetchall()
        return tuple(_queued(row) for row in rows)

    def mark_sending(self, messages: Iterable[OutgoingId], *, now: int) -> None:
        """The messages are about to go out."""
        with transaction(self._database):
            for number in messages:
                self._database.execute(
                    "update outbox set state = ?, sending = ?, attempts = attempts + 1,"
                    " epoch = (select epoch from lease) where id = ?",
                    [State.SENDING.value, now, number],
                )

    def mark_ended(
        self, number: OutgoingId, state: State, *, now: int, message: int | None = None, reason: str | None = None
    ) -> None:
        """What became of a message; `message` is its number in the chat. A reply's content is forgotten with it."""
        with transaction(self._database):
            self._database.execute(
                "update outbox set state = ?, ended = ?, message = ?, reason = ?,"
                " payload = case when purpose = ? and ? <> ? then '' else payload end where id = ?",
                [
                    *(state.value, now, message, reason),
                    *(Purpose.REPLY.value, state.value, State.PAUSED.value, number),
                ],
            )

    def mark_waiting(self, number: OutgoingId, *, due: int, reason: str) -> None:
        """The message was told to wait until `due`; it did not go out."""
        with transaction(self._database):
            self._database.execute(
                "update outbox set state = ?, due = ?, reason = ? where id = ?",
                [State.QUEUED.value, due, reason, number],
            )

    def take_back(self, *, but_of: frozenset[int] = frozenset()) -> int:
        """Queues again what earlier leaders had on the wire, and returns how many messages that were.

        `but_of` are the epochs of leaders that may still send.
        """
        with transaction(self._database):
            return self._database.execute(
                "update outbox set state = ?, reason = 'the process ended while it was sent' where state = ?"
                " and (epoch < (select epoch from lease) or epoch = 0)"
                f" and epoch not in ({', '.join('?' * len(but_of))})",
                [State.QUEUED.value, State.SENDING.value, *sorted(but_of)],
            ).rowcount

    def sent_lately(self, *, after: int, on_the_wire: int) -> Sequence[Sent]:
        """The messages whose answer came after a time, the oldest first, and those on the wire, with a time given."""
        with guarded("the database"):
            rows = self._database.execute(
                "select chat, ended, id from outbox where ended > ? and sending is not null union all"
                " select chat, ?, id from outbox where state = ? order by ended, id",
                [after, on_the_wire, State.SENDING.value],
            ).fetchall()
        return tuple(Sent(chat, time) for chat, time, _ in rows)

    def pause_chat(self, chat: int) -> None:
        """Keeps what is queued for a chat that cannot be reached, unsent."""
        self._turn(chat, State.QUEUED, State.PAUSED)

    def resume_chat(self, chat: int) -> int:
        """Queues again what was kept for a chat that has come back, and returns how many messages that are."""
        return self._turn(chat, State.PAUSED, State.QUEUED)

    def _turn(self, chat: int, before: State, after: State) -> int:
        with transaction(self._database):
            return self._database.execute(
                "update outbox set state = ? where chat = ? and state = ?", [after.value, chat, before.value]
            ).rowcount

    def move_chat(self, old: int, new: int) -> None:
        """A group became a supergroup: what is addressed to it goes there, where messages are numbered anew."""
        with transaction(self._database):
            self._database.execute(
                "update outbox set chat = ?, message = null, answers = null, edits = null where chat = ?", [new, old]
            )

    def shown(self, chat: int, message: int) -> Shown:
        """What is known of a message of a chat, as it reads now; nothing for one that is not ours or long gone."""
        with guarded("the database"):
            row = self._database.execute(
                "select about, asker, draft from outbox where chat = ? and message = ? order by id desc limit 1",
                [chat, message],
            ).fetchone()
        return Shown(*row) if row else Shown()

    def count_of(self, chat: int) -> int:
        """How many messages to a chat are on record."""
        with guarded("the database"):
            return int(self._database.execute("select count(*) from outbox where chat = ?", [chat]).fetchone()[0])

    def forget_chat(self, chat: int) -> int:
        """Removes everything sent or to be sent to a chat, and returns how much that was."""
        with transaction(self._database):
            return self._database.execute("delete from outbox where chat = ?", [chat]).rowcount

    def counts(self) -> dict[State, int]:
        """How many messages are in each state; a state without any is left out."""
        with guarded("the database"):
            rows = self._database.execute("select state, count(*) from outbox group by state order by state")
            return {State(state): number for state, number in rows}

    def states_of(self, prefix: str) -> dict[State, int]:
        """How many messages are in each state of those whose key begins so; `prefix` ends with a colon."""
        with guarded("the database"):
            rows = self._database.execute(
                "select state, count(*) from outbox where key >= ? and key < ? group by state",
                [prefix, f"{prefix[:-1]};"],
            )
            return {State(state): number for state, number in rows}

    def prune(self, *, before: int, stale: int) -> None:
        """Removes the replies that ended before a time, and those kept for a closed chat since before `stale`."""
        with transaction(self._database):
            self._database.execute(
                "delete from outbox where purpose = ? and state = ? and queued < ?",
                [Purpose.REPLY.value, State.PAUSED.value, stale],
            )
            self._database.execute(
                "delete from outbox where purpose = ? and ended < ? and state in (?, ?, ?)",
                [Purpose.REPLY.value, before, State.SENT.value, State.FAILED.value, State.UNSURE.value],
            )


def _queued(row: tuple[Any, ...]) -> Queued:
    number, key, purpose, *address, payload, due, about, asker, draft, attempts = row
    message = Outgoing(Address(*address), payload, Purpose(purpose), key, due, about, asker, draft)
    return Queued(OutgoingId(number), message, attempts)
