"""What does a button do? An action on a posting or on a list, small enough for a button's payload.

Leaves out how it is packed: `handlers.callback_data` does that.
"""

from dataclasses import dataclass
from enum import StrEnum


class Verb(StrEnum):
    """What happens when the button is pressed; the value is its one-letter code and never changes its meaning."""

    CARD = "c"
    OPEN = "op"
    REQUIREMENTS = "r"
    BENEFITS = "b"
    APPLY = "a"
    SIMILAR = "s"
    LIST = "l"
    FIND = "f"
    COMPARE = "m"
    WHY = "w"
    SAVE = "v"
    UNSAVE = "u"
    SAVED = "k"
    HIDE = "h"
    UNHIDE = "n"
    HIDDEN = "d"
    SHARE = "sh"
    SHARE_NOW = "sy"
    CORRECT = "co"
    DISCARD = "di"
    DISCARD_NOW = "dy"
    RHYTHM = "rh"
    FORGET_NOW = "fy"
    KEEP = "fn"
    PAUSE = "pa"
    RESUME = "re"
    END = "en"
    SUBSCRIPTIONS = "ss"
    EDIT = "ed"
    LINK = "li"
    NEW_HITS = "nh"
    DRAFT = "or"
    DRAFT_WHEN = "ow"
    DRAFT_WHERE = "oc"
    DRAFT_KEEP = "ok"
    DRAFT_DROP = "ox"


@dataclass(frozen=True, slots=True)
class Action:
    """A verb with its object and one more number.

    The object is a posting's number, or a remembered query's for FIND. `offset` is the place in a list for lists, the
    query that led to a card for what stands on cards, the other posting for COMPARE. For RHYTHM the
    object is the place of the choice. From PAUSE on it is a subscription's, from DRAFT on a draft's; DRAFT_WHEN turns
    what `offset` says (`bot.model.draft.Turn`). NEW_HITS lists what came behind the posting `offset`. OPEN and NEW_HITS
    leave their message as it is and show below it.
    """

    verb: Verb
    object: int = 0
    offset: int = 0
