"""Who may change what holds for a whole chat? Its administrators, asked of Telegram each time."""

from telegram import ChatMember, ChatMemberAdministrator, ChatMemberRestricted, Update
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.views.texts import render_cannot_post, render_not_administrator, render_unknown_chat
from handlers.context import BotContext

_ADMINISTRATORS = (ChatMember.OWNER, ChatMember.ADMINISTRATOR)


async def is_administrator(update: Update, context: BotContext) -> bool:
    """Whether the update is from somebody who may set things here; in a private chat that is its person.

    An anonymous administrator writes in the name of the group itself. When Telegram does not say, the answer is no.
    """
    chat, message = update.effective_chat, update.effective_message
    if chat is None or chat.type == chat.PRIVATE:
        return True
    pressed = update.callback_query is not None
    if not pressed and message is not None and message.sender_chat is not None:
        return message.sender_chat.id == chat.id
    if update.effective_user is None:
        return False
    try:
        member = await context.bot.get_chat_member(chat.id, update.effective_user.id)
    except TelegramError:
        return False
    return member.status in _ADMINISTRATORS


async def why_not_there(context: BotContext, chat: int, person: int) -> str:
    """Why a person may not have something told in another chat, as one line; "" when they may and the bot can."""
    try:
        there = await context.bot.get_chat(chat)
        member = await context.bot.get_chat_member(chat, person)
        own = await context.bot.get_chat_member(chat, context.bot.id)
    except TelegramError:
        return render_unknown_chat()
    name = there.title or "this chat"
    if member.status not in _ADMINISTRATORS:
        return render_not_administrator(name)
    closed = there.permissions is not None and there.permissions.can_send_messages is False
    if not _can_post(own, in_channel=there.type == ChatType.CHANNEL, closed=closed):
        return render_cannot_post(name)
    return ""


def _can_post(own: ChatMember, *, in_channel: bool, closed: bool) -> bool:
    """Whether the bot may write; in a `closed` group only administrators may."""
    if isinstance(own, ChatMemberAdministrator):
        return bool(own.can_post_messages) or not in_channel
    if isinstance(own, ChatMemberRestricted):
        return own.can_send_messages
    return own.status == ChatMember.MEMBER and not in_channel and not closed
