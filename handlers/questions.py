"""What happens to plain text, /find and /ask? One service each, then its view."""

from telegram import Update

from bot.services import talk as talking
from bot.services.talk import search, talk
from bot.views.lists import PAGE_SIZE
from bot.views.outcome import render_outcome
from bot.views.texts import render_usage
from handlers.context import BotContext
from handlers.turns import answer


async def on_text(update: Update, context: BotContext) -> None:
    """Reads plain text as a posting, a question or a search."""
    text, party, now = context.text(update), context.party(update), context.now()
    await answer(
        update, context, lambda library: render_outcome(talk(library, text, party=party, limit=PAGE_SIZE, now=now))
    )


async def on_find(update: Update, context: BotContext) -> None:
    """Searches, whatever the words look like."""
    words, party, now = context.words(), context.party(update), context.now()
    if not words:
        await answer(update, context, lambda _: render_usage("find"))
        return
    await answer(
        update, context, lambda library: render_outcome(search(library, words, party=party, limit=PAGE_SIZE, now=now))
    )


async def on_ask(update: Update, context: BotContext) -> None:
    """Answers, whatever the words look like."""
    words, party = context.words(), context.party(update)
    if not words:
        await answer(update, context, lambda _: render_usage("ask"))
        return
    await answer(update, context, lambda library: render_outcome(talking.answer(library, words, party=party)))
