"""What happens when a chat opens, closes or moves? What is queued for it is kept, or follows it."""

from telegram import ChatMember, ChatMemberAdministrator, ChatMemberRestricted, Update

from bot.services.library import Library
from bot.services.move_chat import move_chat
from bot.services.presence import chat_is_back, chat_is_closed
from handlers.context import BotContext
from handlers.turns import note

_GONE = (ChatMember.LEFT, ChatMember.BANNED)


async def on_membership(update: Update, context: BotContext) -> None:
    """Keeps what is queued for a chat that the bot may not write to, and sends it when it may again."""
    change = update.my_chat_member
    if change is None:
        return
    in_channel = change.chat.type == change.chat.CHANNEL
    chat, closed, now = change.chat.id, _is_closed(change.new_chat_member, in_channel=in_channel), context.now()

    def act(library: Library) -> None:
        if closed:
            chat_is_closed(library, chat)
        else:
            chat_is_back(library, chat, now=now)

    await note(update, context, act)
    context.house.sender.reload()


async def on_migration(update: Update, context: BotContext) -> None:
    """Follows a group that became a supergroup."""
    message = update.effective_message
    new = message.migrate_to_chat_id if message else None
    if message is None or new is None:
        return
    old = message.chat.id
    await note(update, context, lambda library: move_chat(library, old, new))
    context.house.sender.reload()


def _is_closed(member: ChatMember, *, in_channel: bool) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return not member.can_send_messages
    if isinstance(member, ChatMemberAdministrator) and in_channel:
        return not member.can_post_messages
    return member.status in _GONE
