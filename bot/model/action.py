"""What does a button do? An action on a posting or on a list, small enough for a button's payload.

Leaves out how it is packed: `handlers.callback_data` does that.
"""

from dataclasses import dataclass
from enum import StrEnum


class Verb(StrEnum):
    """What happens when the button is pressed; the value is its one-letter code and never changes its meaning."""

    CARD = "c"
    REQUIREMENTS = "r"
    BENEFITS = "b"
    APPLY = "a"
    SIMILAR = "s"
    LIST = "l"
    FIND = "f"


@dataclass(frozen=True, slots=True)
class Action:
    """A verb with its object: a posting's number, or a remembered query's number for FIND, and an offset in a list."""

    verb: Verb
    object: int = 0
    offset: int = 0
