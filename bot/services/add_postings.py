"""How does a text become stored postings that the next search finds?"""

from collections.abc import Sequence
from datetime import datetime

from bot.errors import UserError
from bot.intake.pages import read_pages
from bot.model.page import Page
from bot.model.receipt import Receipt, ReceiptStatus
from bot.parsing.page.several import split_postings
from bot.parsing.parse_posting import parse_posting
from bot.services.library import Library
from bot.services.renew_posting import close, farewell_of, known_page, renew
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
    return add_drafts(library, read_drafts(pages, source=source, now=now, owner=owner))


def read_drafts(
    pages: Sequence[Page], *, source: str, now: datetime, owner: int | None = None, most: int | None = None
) -> Sequence[Draft | Receipt]:
    """What each page is: a posting to be kept, or the receipt of a refusal. Touches no store, so any thread may do it.

    Raises UserError when there are more than `most` pages.
    """
    if most is not None and len(pages) > most:
        raise UserError(f"it holds {len(pages)} postings; send at most {most} at once")
    apart = (page for whole in pages for page in split_postings(whole))
    return tuple(_draft(page.own, source=source, now=now, owner=owner) for page in apart)


def _draft(page: Page, *, source: str, now: datetime, owner: int | None) -> Draft | Receipt:
    reading = parse_posting(page, received=now.date())
    if reading.posting is None:
        farewell = farewell_of(page, owner=owner, now=now)
        return Receipt(source, ReceiptStatus.REFUSED, reason=reading.reason, farewell=farewell)
    return Draft(source, now, reading.language, page, reading.posting, owner)


def add_drafts(library: Library, drafts: Sequence[Draft | Receipt]) -> tuple[Receipt, ...]:
    """Keeps what is to be kept; one receipt for each, in order. A page that is known by its place is renewed."""
    alone = len(drafts) == 1
    return tuple(
        _refused(library, draft, page_alone=alone)
        if isinstance(draft, Receipt)
        else _added(library, draft, page_alone=alone)
        for draft in drafts
    )


def _refused(library: Library, receipt: Receipt, *, page_alone: bool) -> Receipt:
    """The refusal, unless the page was that of a posting which is closed now."""
    closed = close(library, receipt.source, receipt.farewell) if page_alone and receipt.farewell else None
    if closed is None:
        return receipt
    posting, changed = closed
    return Receipt(receipt.source, ReceiptStatus.KNOWN, posting, renewed=True, changed=(changed,))


def _added(library: Library, draft: Draft, *, page_alone: bool) -> Receipt:
    before = known_page(library, draft) if page_alone else None
    if before is not None:
        changed = tuple(renew(library, before, draft))
        return Receipt(draft.source, ReceiptStatus.KNOWN, before.id, renewed=True, changed=changed)
    saved = library.postings.save(draft)
    if saved.known:
        return Receipt(draft.source, ReceiptStatus.KNOWN, saved.id)
    library.catch_up()
    return Receipt(draft.source, ReceiptStatus.ADDED, saved.id)
