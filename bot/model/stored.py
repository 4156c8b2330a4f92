"""What does the store keep of one posting? The raw text, where it came from, and what was read in it."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.page import Form
from bot.model.posting import Posting, PostingId
from bot.text.layers import Layer, plain


@dataclass(frozen=True, slots=True)
class StoredPosting:
    """One posting as stored; every evidence of `posting` is a range of `raw`. `received` is aware, in UTC.

    `owner` is the private chat that alone sees it, None when it is public (`bot.model.viewer`). `layer` is what a text
    with markup or escapes says, None where the raw text is what people read.
    """

    id: PostingId
    source: str
    received: datetime
    language: str
    raw: str
    posting: Posting
    owner: int | None = None
    form: Form = Form.TEXT
    layer: Layer | None = None

    @property
    def page(self) -> Layer:
        """What people read of it, over the raw text."""
        return self.layer or plain(self.raw)

    @property
    def text(self) -> str:
        """The words that people read of it."""
        return self.raw if self.layer is None else self.layer.text

    @property
    def called(self) -> tuple[str, ...]:
        """Its title, company and places, as far as the page states them."""
        posting = self.posting
        names = [found.value for found in (posting.title, posting.company) if found]
        return (*names, *(found.value for found in posting.locations))

    @property
    def name(self) -> str:
        """What people call it: the title and the company, as far as the page states them."""
        title = self.posting.title.value if self.posting.title else "Untitled posting"
        return f"{title}, {self.posting.company.value}" if self.posting.company else title


@dataclass(frozen=True, slots=True)
class NamedPosting:
    """What a posting is called, without the rest of it; `owner` and `called` as in StoredPosting."""

    id: PostingId
    owner: int | None
    called: tuple[str, ...]
