"""Stored postings made of plain values, for tests that need no page."""

from typing import Any

from bot.model.posting import Posting, PostingId
from bot.model.stored import StoredPosting
from tests.support.library import NOW


def stored_posting(number: int = 1, *, raw: str = "", source: str = "test", **values: Any) -> StoredPosting:
    """A posting that states these values; a raw text is made of them where none is given."""
    words = raw or "\n".join(str(value) for value in values.values()) or "A page."

    def found(value: Any) -> dict[str, Any]:
        quote = words.split("\n")[0]
        return {"value": value, "evidence": [{"start": 0, "stop": len(quote), "quote": quote}], "rule": "test"}

    fields = {
        name: [found(each) for each in value] if isinstance(value, list) else found(value)
        for name, value in values.items()
    }
    return StoredPosting(PostingId(number), source, NOW, "en", words, Posting.model_validate(fields))
