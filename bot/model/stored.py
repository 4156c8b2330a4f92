"""What does the store keep of one posting? The raw text, where it came from, and what was read in it."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.posting import Posting, PostingId


@dataclass(frozen=True, slots=True)
class StoredPosting:
    """One posting as stored; every evidence of `posting` is a range of `raw`. `received` is aware, in UTC.

    `owner` is the private chat that alone sees it, None when it is public (`bot.model.viewer`).
    """

    id: PostingId
    source: str
    received: datetime
    language: str
    raw: str
    posting: Posting
    owner: int | None = None

    @property
    def name(self) -> str:
        """What people call it: the title and the company, as far as the page states them."""
        title = self.posting.title.value if self.posting.title else "Untitled posting"
        return f"{title}, {self.posting.company.value}" if self.posting.company else title
