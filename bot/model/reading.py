"""What came of reading one text? A posting, or the reason why the text is none, and the lines nothing took."""

from bot.model.evidence import Evidence, Value
from bot.model.posting import Posting


class Reading(Value):
    """The outcome of reading one text; `posting` is None exactly when `reason` says why."""

    language: str
    posting: Posting | None = None
    reason: str | None = None
    unread: tuple[Evidence, ...] = ()
