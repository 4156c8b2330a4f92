"""What happens to a file? Its text is read as a posting and kept."""

from telegram import Document, Update

from bot.errors import UserError
from bot.intake.files import LARGEST_BYTES, decode
from bot.services.talk import keep
from bot.views.outcome import render_outcome
from handlers.context import BotContext
from handlers.turns import answer


async def on_document(update: Update, context: BotContext) -> None:
    """Keeps the file as a posting."""
    document = update.effective_message.document if update.effective_message else None
    if document is None:
        return
    text = decode(await _downloaded(document))
    source = document.file_name or "file"
    party, now = context.party(update), context.now()
    await answer(
        update, context, lambda library: render_outcome(keep(library, text, source=source, party=party, now=now))
    )


async def _downloaded(document: Document) -> bytes:
    """The bytes of the file; one that is too large is refused before it is fetched."""
    if document.file_size is not None and document.file_size > LARGEST_BYTES:
        raise UserError(f"it is larger than {LARGEST_BYTES // 1_000_000} MB; send the posting alone")
    file = await document.get_file()
    return bytes(await file.download_as_bytearray())
