"""What does `@rolecall words` offer in any chat? Cards of public postings, with buttons that work wherever they land.

Nothing that is offered depends on who asks, so that Telegram may keep an answer for everybody.
"""

import logging
from dataclasses import replace

from telegram import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.model.standing import Look
from bot.services.offer import Offer, offer
from bot.views.card import render_card
from bot.views.html import without_times
from bot.views.lists import describe
from bot.views.reply import Reply
from bot.views.texts import render_nothing_offered
from handlers.context import BotContext
from handlers.sending import NO_PREVIEW, keyboard

_log = logging.getLogger(__name__)
# A phone shows about five at once, and asks for the next page when they are scrolled.
_RESULTS = 10
_CACHE_SECONDS = 30


async def on_inline(update: Update, context: BotContext) -> None:
    """Offers cards by the query line, the newest ones on an empty query; the next page follows from the offset."""
    query = update.inline_query
    if query is None:
        return
    offset = int(query.offset) if query.offset.isdecimal() else 0
    offered = await context.in_worker(
        offer, query.query, offset=offset, limit=_RESULTS, person=query.from_user.id, now=context.now()
    )
    cards = [(look, render_card(look)) for look in offered.looks]
    try:
        await _answer(query, offered, cards, context.bot.username)
    except BadRequest as error:
        if "tg-time" not in str(error).lower():
            _log.info("an inline query was not answered: %s", error)
            return
        plain = [(look, replace(card, html=without_times(card.html))) for look, card in cards]
        await _answer(query, offered, plain, context.bot.username)
    except TelegramError as error:
        _log.info("an inline query was not answered: %s", error)


async def _answer(query: InlineQuery, offered: Offer, cards: list[tuple[Look, Reply]], username: str) -> None:
    nothing = InlineQueryResultsButton(render_nothing_offered(), start_parameter=f"q{offered.token}")
    await query.answer(
        [_article(look, card, username) for look, card in cards],
        cache_time=_CACHE_SECONDS,
        is_personal=False,
        next_offset="" if offered.following is None else str(offered.following),
        button=nothing if offered.token else None,
    )


def _article(look: Look, card: Reply, username: str) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=str(look.stored.id),
        title=look.stored.name,
        description=describe(look.stored),
        input_message_content=InputTextMessageContent(
            card.html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
        ),
        reply_markup=keyboard(card, username),
    )
