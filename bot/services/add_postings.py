"""How does a text become a stored posting that the next search finds?"""

from datetime import datetime

from bot.model.receipt import Receipt, ReceiptStatus
from bot.parsing.parse_posting import parse_posting
from bot.services.library import Library
from bot.store.postings import Draft


def add_text(library: Library, raw: str, *, source: str, now: datetime, owner: int | None = None) -> Receipt:
    """Reads the text and keeps it when it is a posting, for everybody or for its owner alone; `now` is aware."""
    reading = parse_posting(raw, received=now.date())
    if reading.posting is None:
        return Receipt(source, ReceiptStatus.REFUSED, reason=reading.reason)
    saved = library.postings.save(Draft(source, now, reading.language, raw, reading.posting, owner=owner))
    if saved.known:
        return Receipt(source, ReceiptStatus.KNOWN, saved.id)
    library.learn(library.postings.get(saved.id))
    return Receipt(source, ReceiptStatus.ADDED, saved.id)
