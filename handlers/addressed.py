"""Is a message of a group meant for the bot? Only then is it acted on; everything else is none of its business.

A command that names the bot, an answer to one of its messages, or a mention of it. Privacy mode stays on: a mention
alone arrives only where the bot is an administrator, and nothing here needs it.
"""

from telegram import Message, MessageEntity
from telegram.ext import filters


class _Addressed(filters.MessageFilter):
    """Messages of private chats, and those of groups that are meant for the bot."""

    def filter(self, message: Message) -> bool:
        """Whether the message is meant for the bot."""
        if message.chat.type == message.chat.PRIVATE:
            return True
        bot = message.get_bot()
        replied = message.reply_to_message
        if replied is not None and replied.from_user is not None and replied.from_user.id == bot.id:
            return True
        return _names(message, f"@{bot.username}".lower())


def _names(message: Message, name: str) -> bool:
    """Whether a command or a mention in the message names the bot; `name` is lower case, with its sign."""
    said = {
        **message.parse_entities([MessageEntity.BOT_COMMAND, MessageEntity.MENTION]),
        **message.parse_caption_entities([MessageEntity.MENTION]),
    }
    return any(
        text.lower() == name if entity.type == MessageEntity.MENTION else text.lower().endswith(name)
        for entity, text in said.items()
    )


ADDRESSED = _Addressed()
