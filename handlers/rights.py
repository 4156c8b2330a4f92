"""Who may change what holds for a whole group? Its administrators, asked of Telegram each time."""

from telegram import ChatMember, Update
from telegram.error import TelegramError

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
