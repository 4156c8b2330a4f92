"""How does the local Bot API say no? With the code and the words that Telegram uses."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class RefusedError(Exception):
    """A call that is refused; `parameters` carries what a bot needs to react, such as `retry_after`."""

    code: int
    description: str
    parameters: dict[str, Any] = field(default_factory=dict)


def bad_request(text: str) -> RefusedError:
    """A call that can never succeed as it is."""
    return RefusedError(400, f"Bad Request: {text}")
