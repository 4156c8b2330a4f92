"""How does a text become stored postings that the next search finds?"""

from collections.abc import Sequence
from datetime import datetime

from bot.errors import UserError
from bot.intake.pages import read_pages
from bot.model.page import Page
from bot.model.receipt import Receipt, ReceiptStatus
from bot.parsing.parse_posting import parse_posting
from bot.services.library import Library
from bot.store.postings import Draft


def add_text(library: Library, raw: str, *, source: str, now: datetime, owner: int | None = None) -> Receipt:
    """Keeps every posting of the text; returns what became of the first that was kept, else of the first.

    Postings are for everybody or for their owner alone; `now` is aware.
    """
    try:
        pages = read_pages(raw, name=source)
    except UserError as error:
        return Receipt(source, ReceiptStatus.REFUSED, reason=str(error))
    return telling(add_pages(library, pages, source=source, now=now, owner=owner))


def telling(receipts: Sequence[Receipt]) -> Receipt:
    """The first receipt of a posting that was kept, else the first of all."""
    return next((receipt for receipt in receipts if receipt.id is not None), receipts[0])


def add_pages(
    library: Library, pages: Sequence[Page], *, source: str, now: datetime, owner: int | None = None
) -> tuple[Receipt, ...]:
    """Keeps each page that is a posting; one receipt for each, in order."""
    return tuple(_added(library, page.own, source=source, now=now, owner=owner) for page in pages)


def _added(library: Library, page: Page, *, source: str, now: datetime, owner: int | None) -> Receipt:
    reading = parse_posting(page, received=now.date())
    if reading.posting is None:
        return Receipt(source, ReceiptStatus.REFUSED, reason=reading.reason)
    saved = library.postings.save(Draft(source, now, reading.language, page, reading.posting, owner))
    if saved.known:
        return Receipt(source, ReceiptStatus.KNOWN, saved.id)
    library.catch_up()
    return Receipt(source, ReceiptStatus.ADDED, saved.id)
