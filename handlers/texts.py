"""Which replies need no posting? Greeting, help, privacy, unknown commands."""

from telegram import Update

from bot.services.browse_postings import count_postings
from bot.services.library import Library
from bot.services.look import look
from bot.services.offer import opened, shared_order
from bot.services.talk import reset, search
from bot.views import texts
from bot.views.card import render_card
from bot.views.lists import PAGE_SIZE
from bot.views.outcome import render_outcome
from bot.views.reply import Reply
from handlers.context import BotContext
from handlers.subscriptions import on_shared_order
from handlers.turns import answer


async def on_start(update: Update, context: BotContext) -> None:
    """Opens what a link names; without one, greets and shows three things to try."""
    payload, party, now = context.words(), context.party(update), context.now()
    order = shared_order(payload)
    if order is not None:
        await on_shared_order(update, context, order)
        return

    def act(library: Library) -> Reply:
        target = opened(library, payload)
        if target.posting is not None:
            return render_card(look(library, target.posting, party=party, now=now))
        if target.line is not None:
            return render_outcome(search(library, target.line, party=party, limit=PAGE_SIZE, now=now))
        return texts.render_start(count_postings(library, viewer=party.viewer), in_group=party.viewer.chat is None)

    await answer(update, context, act)


async def on_help(update: Update, context: BotContext) -> None:
    """Lists the commands."""
    in_group = context.party(update).viewer.chat is None
    await answer(update, context, lambda _: texts.render_help(in_group=in_group))


async def on_privacy(update: Update, context: BotContext) -> None:
    """Says what is stored."""
    await answer(update, context, lambda _: texts.render_privacy())


async def on_reset(update: Update, context: BotContext) -> None:
    """Forgets what the chat is about."""
    chat = context.chat_number(update)

    def act(library: Library) -> Reply:
        reset(library, chat=chat)
        return texts.render_reset()

    await answer(update, context, act)


async def on_other_content(update: Update, context: BotContext) -> None:
    """Says what can be read."""
    await answer(update, context, lambda _: texts.render_unreadable())


async def on_unknown_command(update: Update, context: BotContext) -> None:
    """Points to the command that was probably meant, and to /help."""
    typed = context.command(update)
    await answer(update, context, lambda _: texts.render_unknown_command(typed))
