"""Which commands save searches? Ordering and listing; in groups both are for administrators."""

from telegram import Update

from bot.model.schedule import Schedule
from bot.services.library import Library
from bot.services.settings_of_chat import preferences_of
from bot.services.subscribe import replay, subscribe
from bot.views.digests import render_subscriptions
from bot.views.reply import Reply
from bot.views.subscribing import render_subscribed
from bot.views.texts import render_line, render_only_administrators, render_usage
from handlers.context import BotContext
from handlers.rights import is_administrator
from handlers.turns import answer


async def on_subscribe(update: Update, context: BotContext) -> None:
    """Saves a search that tells this chat of new postings, and shows what it would have told."""
    words, chat, now = context.words(), context.chat_number(update), context.now()
    owner = update.effective_user.id if update.effective_user else chat
    if not await is_administrator(update, context):
        await answer(update, context, lambda _: render_line(render_only_administrators()))
        return
    if not words:
        await answer(update, context, lambda _: render_usage("subscribe"))
        return

    def act(library: Library) -> Reply:
        default = Schedule.preferred(preferences_of(library, chat))
        tried = replay(library, words, chat=chat, owner=owner, default=default, now=now)
        return render_subscribed(subscribe(library, tried.order, now=now), tried)

    await answer(update, context, act)


async def on_subscriptions(update: Update, context: BotContext) -> None:
    """Lists what this chat is told."""
    chat, now = context.chat_number(update), context.now()
    await answer(update, context, lambda library: render_subscriptions(library.subscriptions.of_chat(chat), now=now))
