"""What becomes of a message, by what Telegram says to it; the real sender over the local Bot API."""

import httpx
import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.model.outgoing import Address, Outgoing, OutgoingId, Queued, State
from handlers.verdict import verdict_on

MESSAGE = Queued(OutgoingId(1), Outgoing(Address(5), ""))
EDIT = Queued(OutgoingId(1), Outgoing(Address(5, edits=9), ""))


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "queued", "state"),
    [
        (RetryAfter(7), MESSAGE, State.QUEUED),
        (ChatMigrated(-1005), MESSAGE, State.QUEUED),
        (Forbidden("Forbidden: bot was blocked by the user"), MESSAGE, State.PAUSED),
        (BadRequest("Chat not found"), MESSAGE, State.PAUSED),
        (BadRequest("Message is not modified: specified new message content"), EDIT, State.SENT),
        (BadRequest("Button_data_invalid"), MESSAGE, State.FAILED),
        (NetworkError("Bad Gateway (502)"), MESSAGE, State.QUEUED),
        (caused(NetworkError("no way"), httpx.ConnectError("refused")), MESSAGE, State.QUEUED),
        (caused(TimedOut(), httpx.ConnectTimeout("slow")), MESSAGE, State.QUEUED),
        (caused(TimedOut(), httpx.ReadTimeout("silent")), MESSAGE, State.UNSURE),
        (caused(TimedOut(), httpx.ReadTimeout("silent")), EDIT, State.QUEUED),
        (caused(NetworkError("cut"), httpx.RemoteProtocolError("cut")), MESSAGE, State.UNSURE),
        (ValueError("a slip of ours"), MESSAGE, State.FAILED),
    ],
    ids=str,
)
def test_each_error_has_its_consequence(error: Exception, queued: Queued, state: State) -> None:
    assert verdict_on(error, queued).state is state


def test_waiting_is_as_long_as_told_and_holds_others_up() -> None:
    verdict = verdict_on(RetryAfter(7), MESSAGE)
    assert (verdict.wait, verdict.halts) == (7.0, True)


def test_a_group_that_moved_is_followed() -> None:
    assert verdict_on(ChatMigrated(-1005), MESSAGE).moved == -1005
