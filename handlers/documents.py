"""What happens to a file? The postings in it are read and kept."""

import asyncio

from telegram import Document, Update

from bot.errors import UserError
from bot.intake.contents import pages_of
from bot.intake.documents import LARGEST_DOCUMENT
from bot.services.talk import keep_pages
from bot.views.outcome import render_outcome
from handlers.context import BotContext
from handlers.turns import answer


async def on_document(update: Update, context: BotContext) -> None:
    """Keeps the postings of the file; it is decoded beside the worker, so that answers do not wait for it."""
    document = update.effective_message.document if update.effective_message else None
    if document is None:
        return
    source = document.file_name or "file"
    pages = await asyncio.to_thread(pages_of, await _downloaded(document), name=source)
    party, now = context.party(update), context.now()
    await answer(
        update, context, lambda library: render_outcome(keep_pages(library, pages, source=source, party=party, now=now))
    )


async def _downloaded(document: Document) -> bytes:
    """The bytes of the file; one that is too large is refused before it is fetched."""
    if document.file_size is not None and document.file_size > LARGEST_DOCUMENT:
        raise UserError(f"it is larger than {LARGEST_DOCUMENT // 1_000_000} MB; send the posting alone")
    file = await document.get_file()
    return bytes(await file.download_as_bytearray())
