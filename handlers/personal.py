"""Which commands concern a chat or person as a whole? Settings, export, forgetting."""

from telegram import Update

from bot.errors import UserError
from bot.services.library import Library
from bot.services.personal_data import export_person
from bot.services.settings_of_chat import preferences_of, set_zone
from bot.views import texts
from bot.views.personal import render_export, render_forgetting
from bot.views.reply import Reply
from bot.views.settings import render_settings
from handlers.context import BotContext
from handlers.rights import is_administrator
from handlers.turns import answer


async def on_settings(update: Update, context: BotContext) -> None:
    """Shows the settings of the chat, or sets its time zone; in a group that is for administrators."""
    words, chat, now = context.words(), context.chat_number(update), context.now()
    if not await is_administrator(update, context):
        await answer(update, context, lambda _: texts.render_line(texts.render_only_administrators()))
        return

    def act(library: Library) -> Reply:
        return render_settings(set_zone(library, chat, words) if words else preferences_of(library, chat), now)

    await answer(update, context, act)


async def on_export(update: Update, context: BotContext) -> None:
    """Sends everything about the person as a document."""
    chat, now = _private(update, context), context.now()
    await answer(update, context, lambda library: render_export(export_person(library, chat, now=now)))


async def on_forget(update: Update, context: BotContext) -> None:
    """Asks whether everything about the person is to be removed."""
    _private(update, context)
    await answer(update, context, lambda _: render_forgetting())


async def on_cancel(update: Update, context: BotContext) -> None:
    """Says that nothing is pending."""
    await answer(update, context, lambda _: texts.render_nothing_pending())


def _private(update: Update, context: BotContext) -> int:
    """The number of the private chat; raises UserError elsewhere."""
    chat = context.viewer(update).chat
    if chat is None:
        raise UserError("This works in the private chat with me.")
    return chat
