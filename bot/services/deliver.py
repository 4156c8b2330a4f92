"""What becomes of the messages in the outbox? The steps of a delivery, each one transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.model.outgoing import OutgoingId, Queued, Sent, State
from bot.services.library import Library
from bot.services.move_chat import move_chat
from bot.services.presence import chat_is_back, chat_is_closed


def take_back(library: Library, *, but_of: frozenset[int] = frozenset()) -> int:
    """Queues again what earlier leaders had on the wire, but for these epochs; returns how many messages that were."""
    return library.outbox.take_back(but_of=but_of)


def sent_lately(library: Library, *, after: int, on_the_wire: int) -> Sequence[Sent]:
    """What went out after a time, the oldest first: Telegram counts it whoever sent it.

    What is on the wire has the time `on_the_wire`.
    """
    return library.outbox.sent_lately(after=after, on_the_wire=on_the_wire)


def waiting(library: Library, *, after: int) -> Sequence[Queued]:
    """The queued messages behind a number."""
    return library.outbox.waiting(after=after)


def counts(library: Library) -> dict[State, int]:
    """How many messages are in each state."""
    return library.outbox.counts()


def mark_sending(library: Library, messages: Sequence[OutgoingId], *, now: int) -> None:
    """The messages are about to go out; they are looked at again if the process ends before their answer."""
    library.outbox.mark_sending(messages, now=now)


def mark_waiting(library: Library, queued: Queued, *, due: int, reason: str, moved: int | None) -> Queued:
    """The message did not go out and is queued again for `due`, in the chat `moved` if its own became that one."""
    address = queued.message.address if moved is None else replace(queued.message.address, chat=moved)

    def wait() -> None:
        if moved is not None:
            move_chat(library, queued.message.address.chat, moved)
        library.outbox.mark_waiting(queued.id, due=due, reason=reason)

    library.run(wait)
    return Queued(queued.id, replace(queued.message, address=address, due=due), queued.attempts + 1)


def mark_ended(library: Library, queued: Queued, state: State, *, now: int, number: int | None, reason: str) -> bool:
    """What became of the message; returns whether the queue of its chat is another one now.

    A chat that cannot be reached has everything else that is queued for it kept, and one that can be has it back: not
    every change of rights is told.
    """
    chat = queued.message.address.chat

    def end() -> bool:
        library.outbox.mark_ended(queued.id, state, now=now, message=number, reason=reason or None)
        if state is State.PAUSED:
            chat_is_closed(library, chat, problem=reason)
            return True
        back = state is State.SENT and library.outbox.resume_chat(chat) > 0
        if back:
            chat_is_back(library, chat, now=datetime.fromtimestamp(now / 1000, UTC))
        return back

    return library.run(end)
