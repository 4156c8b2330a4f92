"""How does somebody stand to a posting? What they may do with it, and what they have done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.model.stored import StoredPosting


class Mark(StrEnum):
    """What a person has made of a posting."""

    SAVED = "saved"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Standing:
    """One person's side of a posting; the defaults are those of a group or a stranger.

    `personal` is set in a private chat, `own` for what was sent there, `query` is the number of the search that led
    here, 0 for none. `today` is the day of the look, None where no clock is at hand.
    """

    personal: bool = False
    own: bool = False
    saved: bool = False
    hidden: bool = False
    query: int = 0
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A posting as somebody sees it."""

    stored: StoredPosting
    standing: Standing = Standing()
