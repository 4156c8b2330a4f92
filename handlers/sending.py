"""How does a reply become calls of the Bot API? Cut into messages for the outbox, and each of them into one call."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from telegram import (
    ChatAdministratorRights,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    KeyboardButton,
    KeyboardButtonRequestChat,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.model.outgoing import Address, Outgoing
from bot.views.html import split, without_times
from bot.views.reply import Button, Pick, Picture, Reply, dumps, loads
from handlers.callback_data import pack

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def outgoing(reply: Reply, address: Address, asker: int | None = None) -> Iterator[Outgoing]:
    """The messages of a reply; a long one becomes several, the buttons stand below the last.

    `asker` is the person of a group whom it answers.

    A reply that replaces a message and is too long for one, or has keys of its own, is sent below it instead.
    """
    *first, last = split(reply.html)
    if first or reply.picks or reply.unpicks or reply.below:
        address = Address(address.chat, address.thread, answers=address.answers)
    for piece in first:
        yield Outgoing(address, dumps(Reply(piece)), about=reply.about, asker=asker, draft=reply.draft)
    yield Outgoing(address, dumps(replace(reply, html=last)), about=reply.about, asker=asker, draft=reply.draft)


async def send(bot: ExtBot[Any], message: Outgoing) -> int | None:
    """Makes the call of one message and returns the message's number; None for one that was inserted elsewhere."""
    reply = loads(message.payload)
    try:
        return await _call(bot, message.address, reply)
    except BadRequest as error:
        # An older server refuses the tag for times, and with it the message: nothing was sent.
        if "tg-time" not in str(error).lower():
            raise
        return await _call(bot, message.address, replace(reply, html=without_times(reply.html)))


async def _call(bot: ExtBot[Any], address: Address, reply: Reply) -> int | None:
    if reply.file is not None:
        return await _send_file(bot, address, reply)
    if reply.picture is not None:
        return await _send_picture(bot, address, reply, reply.picture)
    content: dict[str, Any] = {
        "text": reply.html,
        "parse_mode": ParseMode.HTML,
        "link_preview_options": NO_PREVIEW,
        "reply_markup": keys(reply) or keyboard(reply, bot.username),
    }
    if address.inline is not None:
        await bot.edit_message_text(inline_message_id=address.inline, **content)
        return None
    if address.edits is not None:
        await bot.edit_message_text(chat_id=address.chat, message_id=address.edits, **content)
        return address.edits
    sent: Message = await bot.send_message(
        address.chat, message_thread_id=address.thread, reply_parameters=_answered(address), **content
    )
    return sent.message_id


async def _send_file(bot: ExtBot[Any], address: Address, reply: Reply) -> int | None:
    if reply.file is None:
        return None
    sent: Message = await bot.send_document(
        address.chat,
        InputFile(reply.file.content.encode(), filename=reply.file.name),
        caption=reply.html,
        parse_mode=ParseMode.HTML,
        message_thread_id=address.thread,
        reply_parameters=_answered(address),
    )
    return sent.message_id


async def _send_picture(bot: ExtBot[Any], address: Address, reply: Reply, picture: Picture) -> int | None:
    """The picture with its caption; the caption alone where the chat takes no pictures."""
    try:
        sent: Message = await bot.send_photo(
            address.chat,
            InputFile(b64decode(picture.content), filename=picture.name),
            caption=reply.html,
            parse_mode=ParseMode.HTML,
            message_thread_id=address.thread,
            reply_parameters=_answered(address),
        )
    except BadRequest as error:
        if "photo" not in str(error).lower():
            raise
        return await _call(bot, address, replace(reply, picture=None))
    return sent.message_id


def _answered(address: Address) -> ReplyParameters | None:
    return ReplyParameters(address.answers, allow_sending_without_reply=True) if address.answers else None


def keys(reply: Reply) -> ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """The keys below the text field that a reply shows or takes away; None when it leaves them."""
    if reply.unpicks:
        return ReplyKeyboardRemove()
    if not reply.picks:
        return None
    rows = [[KeyboardButton(pick.label, request_chat=_request(pick))] for pick in reply.picks]
    return ReplyKeyboardMarkup([*rows, ["/cancel"]], resize_keyboard=True, one_time_keyboard=True)


def _request(pick: Pick) -> KeyboardButtonRequestChat:
    """What Telegram lets a person pick: where both they and the bot may do what is needed."""
    rights = ChatAdministratorRights.no_rights().to_dict()
    needed = ChatAdministratorRights(**{**rights, "can_manage_chat": True, "can_post_messages": pick.channel or None})
    return KeyboardButtonRequestChat(
        pick.request,
        chat_is_channel=pick.channel,
        request_title=True,
        user_administrator_rights=needed,
        bot_administrator_rights=needed if pick.channel else None,
        bot_is_member=None if pick.channel else True,
    )


def keyboard(reply: Reply, username: str) -> InlineKeyboardMarkup | None:
    """The buttons of a reply as Telegram wants them; None when it has none. `username` is the bot's."""
    if not reply.buttons:
        return None
    return InlineKeyboardMarkup([[_button(button, username) for button in row] for row in reply.buttons])


def _button(button: Button, username: str) -> InlineKeyboardButton:
    if button.action is not None:
        return InlineKeyboardButton(button.label, callback_data=pack(button.action))
    home = f"https://t.me/{username}"
    if button.start is not None:
        return InlineKeyboardButton(button.label, url=f"{home}?start={button.start}")
    if button.group is not None:
        return InlineKeyboardButton(button.label, url=f"{home}?startgroup={button.group}")
    if button.share is not None:
        link = quote(f"{home}?start=s{button.share}", safe="")
        return InlineKeyboardButton(button.label, url=f"https://t.me/share/url?url={link}")
    if button.insert is not None:
        return InlineKeyboardButton(button.label, switch_inline_query=button.insert)
    return InlineKeyboardButton(button.label, url=button.url)
