"""What happens to a file, a link or a pasted advert? It is read beside the worker, so that nobody waits, then kept."""

import asyncio
from collections.abc import Callable, Sequence

from telegram import Document, Update

from bot.errors import UserError
from bot.intake.contents import pages_of
from bot.intake.documents import LARGEST_DOCUMENT
from bot.intake.files import read_source
from bot.model.page import Page
from bot.services.add_postings import read_drafts
from bot.services.talk import is_posting_text, keep_drafts, read_pasted
from bot.views.outcome import render_outcome
from handlers.context import BotContext
from handlers.gate import check_import
from handlers.turns import answer
from handlers.typing import typing

# More than a person reads; whole feeds are for the command line.
_MOST_POSTINGS = 100


async def on_document(update: Update, context: BotContext) -> None:
    """Keeps the postings of the file, or the one in its caption when the file holds none."""
    message = update.effective_message
    document = message.document if message else None
    if message is None or document is None:
        return
    source, caption = document.file_name or "file", message.caption or ""
    check_import(update, context)
    try:
        async with typing(update, context):
            data = await _downloaded(document)
            await _import(update, context, source, lambda: pages_of(data, name=source))
    except UserError:
        if not is_posting_text(caption):
            raise
        await on_pasted(update, context, caption, source=source)


async def on_link(update: Update, context: BotContext, address: str) -> None:
    """Keeps the postings of the page behind an address."""
    check_import(update, context)
    web = context.house.web
    async with typing(update, context):
        await _import(update, context, address, lambda: read_source(address, web=web))


async def on_pasted(update: Update, context: BotContext, text: str, *, source: str) -> None:
    """Keeps a text that somebody sent."""
    party, now = context.party(update), context.now()
    async with typing(update, context):
        drafts = await asyncio.to_thread(read_pasted, text, source=source, party=party, now=now)
        await answer(update, context, lambda library: render_outcome(keep_drafts(library, drafts, party=party)))


async def _import(update: Update, context: BotContext, source: str, read: Callable[[], Sequence[Page]]) -> None:
    party, now = context.party(update), context.now()

    drafts = await asyncio.to_thread(
        lambda: read_drafts(read(), source=source, now=now, owner=party.viewer.chat, most=_MOST_POSTINGS)
    )
    await answer(update, context, lambda library: render_outcome(keep_drafts(library, drafts, party=party)))


async def _downloaded(document: Document) -> bytes:
    """The bytes of the file; one that is too large is refused before it is fetched."""
    if document.file_size is not None and document.file_size > LARGEST_DOCUMENT:
        raise UserError(f"it is larger than {LARGEST_DOCUMENT // 1_000_000} MB; send the posting alone")
    file = await document.get_file()
    return bytes(await file.download_as_bytearray())
