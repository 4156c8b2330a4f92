"""What is a press of a button, and what follows from it? The types that the tables of actions share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.model.action import Action
from bot.model.posting import PostingId
from bot.services.library import Library
from bot.services.talk import Party
from bot.views.reply import Reply


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed in a chat by a person; `now` is aware."""

    action: Action
    party: Party
    person: int
    now: datetime

    @property
    def posting(self) -> PostingId:
        """The posting on which the button stands."""
        return PostingId(self.action.object)


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the message shows from now on (None: the same), and a line that is shown for a moment."""

    reply: Reply | None
    notice: str = ""


Act = Callable[[Library, Press], Reaction]
