"""How does a reply become calls of the Bot API? Cut into messages for the outbox, and each of them into one call."""

from collections.abc import Iterator
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.ext import ExtBot

from bot.model.outgoing import Address, Outgoing
from bot.views.html import split
from bot.views.reply import Button, Reply, dumps, loads
from handlers.callback_data import pack

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def outgoing(reply: Reply, address: Address) -> Iterator[Outgoing]:
    """The messages of a reply; a long one becomes several, the buttons stand below the last.

    A reply that replaces a message and is too long for one is sent below it instead.
    """
    *first, last = split(reply.html)
    if first and (address.edits or address.inline):
        address = Address(address.chat, address.thread)
    for piece in first:
        yield Outgoing(address, dumps(Reply(piece)))
    yield Outgoing(address, dumps(Reply(last, reply.buttons)))


async def send(bot: ExtBot[Any], message: Outgoing) -> int | None:
    """Makes the call of one message and returns the message's number; None for one that was inserted elsewhere."""
    address, reply = message.address, loads(message.payload)
    content: dict[str, Any] = {
        "text": reply.html,
        "parse_mode": ParseMode.HTML,
        "link_preview_options": _NO_PREVIEW,
        "reply_markup": keyboard(reply),
    }
    if address.inline is not None:
        await bot.edit_message_text(inline_message_id=address.inline, **content)
        return None
    if address.edits is not None:
        await bot.edit_message_text(chat_id=address.chat, message_id=address.edits, **content)
        return address.edits
    answered = ReplyParameters(address.answers, allow_sending_without_reply=True) if address.answers else None
    sent: Message = await bot.send_message(
        address.chat, message_thread_id=address.thread, reply_parameters=answered, **content
    )
    return sent.message_id


def keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    """The buttons of a reply as Telegram wants them; None when it has none."""
    if not reply.buttons:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in reply.buttons])


def _button(button: Button) -> InlineKeyboardButton:
    if button.action is None:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=pack(button.action))
