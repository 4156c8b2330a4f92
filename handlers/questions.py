"""What happens to plain text, /find and /ask? One service each, then its view."""

from telegram import Update

from bot.services.talk import answer, search, talk
from bot.views.lists import PAGE_SIZE
from bot.views.outcome import render_outcome
from bot.views.texts import render_usage
from handlers.context import BotContext
from handlers.sending import send


async def on_text(update: Update, context: BotContext) -> None:
    """Reads plain text as a posting, a question or a search."""
    chat, now = context.chat_number(update), context.now()
    outcome = await context.in_worker(talk, context.text(update), chat=chat, limit=PAGE_SIZE, now=now)
    await send(update, render_outcome(outcome))


async def on_find(update: Update, context: BotContext) -> None:
    """Searches, whatever the words look like."""
    words = context.words()
    if not words:
        await send(update, render_usage("find"))
        return
    finding = await context.in_worker(search, words, chat=context.chat_number(update), limit=PAGE_SIZE)
    await send(update, render_outcome(finding))


async def on_ask(update: Update, context: BotContext) -> None:
    """Answers, whatever the words look like."""
    words = context.words()
    if not words:
        await send(update, render_usage("ask"))
        return
    await send(update, render_outcome(await context.in_worker(answer, words, chat=context.chat_number(update))))
