"""What has a chat set? Its time zone and the rhythm in which it wants to hear of new postings."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class Rhythm(StrEnum):
    """How often new postings are told."""

    AT_ONCE = "at once"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings of one chat; `zone` is a name of the tz database, None until it is set, and then UTC is used."""

    zone: str | None = None
    rhythm: Rhythm = Rhythm.DAILY

    def local(self, time: datetime) -> datetime:
        """An aware time as the clocks of the chat show it."""
        return time.astimezone(ZoneInfo(self.zone or "UTC"))
