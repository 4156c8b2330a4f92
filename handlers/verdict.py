"""What becomes of a message that Telegram did not take? Errors grouped by what we do about them.

`BadRequest` and `TimedOut` are network errors to the library, so they are looked at first. A timeout after the bytes
went out is ambiguous: the message may have arrived, so it is never sent again by itself; an edit may be repeated.
"""

from dataclasses import dataclass
from datetime import timedelta

import httpx
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.model.outgoing import Queued, State

_FIRST_WAIT_SECONDS = 1.0
_LONGEST_WAIT_SECONDS = 120.0
# The bytes never left this machine.
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
_CHAT_GONE = (
    "chat not found",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "bot was kicked",
    "deactivated",
)
_DONE_ALREADY = "message is not modified"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state that follows; `wait` in seconds before the next try, `halts` when other messages wait as well.

    `moved` is the chat that took the place of the old one.
    """

    state: State
    wait: float = 0.0
    reason: str = ""
    halts: bool = False
    moved: int | None = None


def verdict_on(error: Exception, queued: Queued) -> Verdict:
    """What to do about an error of one call."""
    reason = type(error).__name__
    match error:
        case RetryAfter():
            return Verdict(State.QUEUED, seconds_to_wait(error), "told to wait", halts=True)
        case ChatMigrated():
            return Verdict(State.QUEUED, 0.0, "the group became a supergroup", moved=error.new_chat_id)
        case Forbidden():
            return Verdict(State.PAUSED, reason=str(error))
        case BadRequest():
            return _refused(error)
        case NetworkError():
            return _unreached(error, queued)
        case TelegramError():
            return Verdict(State.FAILED, reason=str(error))
        case _:
            return Verdict(State.FAILED, reason=reason)


def _refused(error: BadRequest) -> Verdict:
    text = str(error).lower()
    if _DONE_ALREADY in text:
        return Verdict(State.SENT)
    if any(cue in text for cue in _CHAT_GONE):
        return Verdict(State.PAUSED, reason=str(error))
    return Verdict(State.FAILED, reason=str(error))


def _unreached(error: NetworkError, queued: Queued) -> Verdict:
    address = queued.message.address
    repeatable = address.edits is not None or address.inline is not None
    answered = type(error) is NetworkError and error.__cause__ is None
    if repeatable or answered or isinstance(error.__cause__, _NOT_SENT):
        wait = min(_FIRST_WAIT_SECONDS * 2**queued.attempts, _LONGEST_WAIT_SECONDS)
        return Verdict(State.QUEUED, wait, "Telegram could not be reached")
    return Verdict(State.UNSURE, reason="no answer came, so the message may or may not have arrived")


def seconds_to_wait(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
