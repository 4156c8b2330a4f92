"""Which commands show postings? The list, the card, and what a posting asks for and offers."""

from collections.abc import Callable

from telegram import Update

from bot.model.stored import StoredPosting
from bot.services.browse_postings import browse
from bot.services.talk import pick
from bot.views.card import render_card
from bot.views.details import render_benefits, render_requirements
from bot.views.lists import PAGE_SIZE, render_shelf
from bot.views.reply import Reply
from handlers.context import BotContext
from handlers.turns import answer


async def on_postings(update: Update, context: BotContext) -> None:
    """Lists the newest postings."""
    viewer = context.viewer(update)
    await answer(update, context, lambda library: render_shelf(browse(library, viewer=viewer, limit=PAGE_SIZE)))


async def on_posting(update: Update, context: BotContext) -> None:
    """Shows one posting as a card."""
    await _show(update, context, render_card)


async def on_requirements(update: Update, context: BotContext) -> None:
    """Shows what one posting asks for."""
    await _show(update, context, render_requirements)


async def on_benefits(update: Update, context: BotContext) -> None:
    """Shows what one posting offers."""
    await _show(update, context, render_benefits)


async def _show(update: Update, context: BotContext, render: Callable[[StoredPosting], Reply]) -> None:
    words, party = context.words(), context.party(update)
    await answer(update, context, lambda library: render(pick(library, words, party=party)))
