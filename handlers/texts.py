"""Which replies need no posting? Greeting, help, privacy, unknown commands."""

from telegram import Update

from bot.services.browse_postings import count_postings
from bot.services.talk import reset
from bot.views import texts
from handlers.context import BotContext
from handlers.sending import send


async def on_start(update: Update, context: BotContext) -> None:
    """Greets and shows three things to try."""
    await send(update, texts.render_start(await context.in_worker(count_postings)))


async def on_help(update: Update, context: BotContext) -> None:
    """Lists the commands."""
    await send(update, texts.render_help())


async def on_privacy(update: Update, context: BotContext) -> None:
    """Says what is stored."""
    await send(update, texts.render_privacy())


async def on_reset(update: Update, context: BotContext) -> None:
    """Forgets what the chat is about."""
    await context.in_worker(reset, chat=context.chat_number(update))
    await send(update, texts.render_reset())


async def on_unknown_command(update: Update, context: BotContext) -> None:
    """Points to /help."""
    await send(update, texts.render_unknown_command())
