"""How does a reply reach a chat? Cut into messages, with its buttons, and with a reaction to each kind of refusal."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.views.html import split
from bot.views.reply import Button, Reply
from handlers.callback_data import pack

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def send(update: Update, reply: Reply) -> None:
    """Answers the message of an update; a long reply becomes several messages, the buttons stand below the last."""
    if update.effective_message is not None:
        await _answer(update.effective_message, reply)


async def edit(message: Message, reply: Reply) -> None:
    """Puts the reply in place of the message; a reply that is too long for one message is sent instead."""
    pieces = split(reply.html)
    if len(pieces) > 1:
        await _answer(message, reply)
        return
    try:
        await message.edit_text(
            pieces[0], parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW, reply_markup=keyboard(reply)
        )
    except BadRequest as error:
        # A second press on the same button asks for what is shown already.
        if "not modified" not in str(error).lower():
            raise


async def _answer(message: Message, reply: Reply) -> None:
    *first, last = split(reply.html)
    for piece in first:
        await message.reply_text(piece, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW)
    await message.reply_text(
        last, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW, reply_markup=keyboard(reply)
    )


def keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    """The buttons of a reply as Telegram wants them; None when it has none."""
    if not reply.buttons:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in reply.buttons])


def _button(button: Button) -> InlineKeyboardButton:
    if button.action is None:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=pack(button.action))
