"""Which commands show postings? The list, the card, what a posting asks for and offers, and what is one's own."""

from collections.abc import Callable

from telegram import Update

from bot.model.posting import PostingId
from bot.model.standing import Look, Mark
from bot.services.browse_postings import browse
from bot.services.compare import compare
from bot.services.library import Library
from bot.services.look import look, marked
from bot.services.own_postings import correct
from bot.services.statistics import statistics_of
from bot.services.talk import numbers_in, pick
from bot.views.card import render_card
from bot.views.choices import render_comparison
from bot.views.details import render_benefits, render_requirements
from bot.views.lists import PAGE_SIZE, render_marked, render_shelf
from bot.views.receipts import render_corrected
from bot.views.reply import Reply
from bot.views.statistics import render_statistics
from bot.views.texts import render_usage
from handlers.context import BotContext
from handlers.questions import shown_posting
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


async def on_saved(update: Update, context: BotContext) -> None:
    """Lists what the person saved."""
    await _list_marked(update, context, Mark.SAVED)


async def on_hidden(update: Update, context: BotContext) -> None:
    """Lists what the person hid."""
    await _list_marked(update, context, Mark.HIDDEN)


async def on_stats(update: Update, context: BotContext) -> None:
    """Draws figures over what a search finds, or over everything."""
    words, viewer, now = context.words(), context.viewer(update), context.now()
    await answer(
        update, context, lambda library: render_statistics(statistics_of(library, words, viewer=viewer, now=now))
    )


async def on_compare(update: Update, context: BotContext) -> None:
    """Sets two postings side by side."""
    numbers, party, now = numbers_in(context.words()), context.party(update), context.now()
    if len(numbers) != 2:
        await answer(update, context, lambda _: render_usage("compare"))
        return

    def act(library: Library) -> Reply:
        compared = compare(library, *numbers, party=party)
        return render_comparison(look(library, numbers[0], party=party, now=now), compared)

    await answer(update, context, act)


async def on_set(update: Update, context: BotContext) -> None:
    """Corrects a field of the posting whose message is answered, else of the one in focus."""
    name, _, words = context.words().partition(" ")
    party, now, replied = context.party(update), context.now(), context.replied(update)
    if not words:
        await answer(update, context, lambda _: render_usage("set"))
        return

    def act(library: Library) -> Reply:
        posting = shown_posting(library, party.chat, replied) or pick(library, "", party=party).id
        corrected = correct(library, posting, name, words, party=party, now=now)
        return render_corrected(look(library, corrected.id, party=party, now=now), name)

    await answer(update, context, act)


async def _list_marked(update: Update, context: BotContext, which: Mark) -> None:
    viewer = context.viewer(update)
    await answer(
        update,
        context,
        lambda library: render_marked(marked(library, which, viewer=viewer, limit=PAGE_SIZE), which),
    )


async def _show(update: Update, context: BotContext, render: Callable[[Look], Reply]) -> None:
    words, party, now, replied = context.words(), context.party(update), context.now(), context.replied(update)

    def act(library: Library) -> Reply:
        shown: PostingId | None = None if words else shown_posting(library, party.chat, replied)
        posting = shown or pick(library, words, party=party).id
        return render(look(library, posting, party=party, now=now))

    await answer(update, context, act)
